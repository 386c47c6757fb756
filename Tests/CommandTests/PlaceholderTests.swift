import Testing

@Suite struct CommandPlaceholderTests {}
