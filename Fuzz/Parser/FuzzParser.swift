import Diagnostics
import PythonSyntax

/// libFuzzer's entry: parses, renders and dumps. A crash, a hang or an endless allocation is a finding; each becomes a row
/// of `MutationTests.findings`.
@_cdecl("LLVMFuzzerTestOneInput")
public func fuzzParser(_ start: UnsafePointer<UInt8>?, _ count: Int) -> Int32 {
    let source = Source(path: "<fuzz>", bytes: Array(UnsafeBufferPointer(start: start, count: count)))
    let result = Parser.parse(source)
    let renderer = Renderer(usesColor: false)
    for diagnostic in result.diagnostics {
        precondition((diagnostic.span?.end ?? 0) <= count + 1, "a span outside the source")
        _ = renderer.render(diagnostic)
    }
    if result.isValid { _ = Dumper.dump(result.module) }
    _ = Parser.parseExpression(source)
    return 0
}
