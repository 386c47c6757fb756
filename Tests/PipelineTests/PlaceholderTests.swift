import Testing

@Suite struct PipelinePlaceholderTests {}
