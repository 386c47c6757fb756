import Testing

@Suite struct PythonLibraryPlaceholderTests {}
