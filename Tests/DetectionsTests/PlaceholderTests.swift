import Testing

@Suite struct DetectionsPlaceholderTests {}
