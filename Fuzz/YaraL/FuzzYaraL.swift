import ChronicleFormat
import Conditions
import Detections
import Diagnostics
import TestSupport

/// libFuzzer's entry: parses, prints, parses again, lowers and renders. A crash, a hang, an endless allocation or a print that reads
/// as another rule is a finding; each becomes a row of `ParserTests` or `LimitTests`.
@_cdecl("LLVMFuzzerTestOneInput")
public func fuzzYaraL(_ start: UnsafePointer<UInt8>?, _ count: Int) -> Int32 {
    let bytes = Array(UnsafeBufferPointer(start: start, count: count))
    let source = Source(path: "<fuzz>", bytes: bytes)
    let result = YaraLParser.parse(source)
    let renderer = Renderer(usesColor: false)
    for diagnostic in result.diagnostics {
        precondition((diagnostic.span?.end ?? 0) <= count + 1, "a span outside the source")
        _ = renderer.render(diagnostic)
    }
    if result.diagnostics.isEmpty {
        let text = YaraLPrinter.print(result.file)
        let again = YaraLParser.parse(Source(path: "<print>", text: text))
        precondition(again.diagnostics.isEmpty, "the print has errors")
        precondition(again.file == result.file, "the print reads as another file")
    }
    var files = MemoryFiles([:])
    files.contents["/home/pack/r.yaral"] = bytes
    let pack = ChroniclePack.load(roots: ["r.yaral"], files: files)
    for detection in pack.detections {
        guard case .logic(let logic) = detection.body else { continue }
        precondition(logic.condition.weighs(atMost: 1_000_000), "a condition without end")
        _ = logic.condition.text
    }
    return 0
}
