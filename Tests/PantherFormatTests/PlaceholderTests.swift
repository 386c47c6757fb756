import Testing

@Suite struct PantherFormatPlaceholderTests {}
