import Testing

@Suite struct EnginePlaceholderTests {}
