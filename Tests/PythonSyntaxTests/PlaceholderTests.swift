import Testing

@Suite struct PythonSyntaxPlaceholderTests {}
