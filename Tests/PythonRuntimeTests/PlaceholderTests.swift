import Testing

@Suite struct PythonRuntimePlaceholderTests {}
