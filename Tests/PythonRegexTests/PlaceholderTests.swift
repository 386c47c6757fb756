import Testing

@Suite struct PythonRegexPlaceholderTests {}
