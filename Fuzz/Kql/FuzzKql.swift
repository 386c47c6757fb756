import Conditions
import Detections
import Diagnostics
import KQL
import SentinelFormat

/// libFuzzer's entry: parses, renders, prints and reads again, then loads the text as a file of queries and as a page. A crash, a
/// hang or an endless allocation is a finding; each becomes a row of `LimitTests.hostile`.
@_cdecl("LLVMFuzzerTestOneInput")
public func fuzzKql(_ start: UnsafePointer<UInt8>?, _ count: Int) -> Int32 {
    let bytes = Array(UnsafeBufferPointer(start: start, count: count))
    let source = Source(path: "<fuzz>", bytes: bytes)
    let result = Parser.parse(source)
    let renderer = Renderer(usesColor: false)
    for diagnostic in result.diagnostics {
        precondition((diagnostic.span?.end ?? 0) <= count + 1, "a span outside the source")
        _ = renderer.render(diagnostic)
    }
    let printed = Printer.print(result.script)
    if result.isValid {
        let again = Parser.parse(Source(path: "<printed>", text: printed))
        // A chain in brackets may be longer than what may be written without them.
        precondition(!again.isValid || again.script == result.script, "printed as another tree")
    }
    for name in ["q.kql", "q.md"] {
        let pack = SentinelPack.load(roots: [name], files: OneFile(name: name, bytes: bytes))
        for case .logic(let logic) in pack.detections.map(\.body) {
            precondition(logic.condition.weighs(atMost: 20_000), "a condition without end")
            precondition(logic.outputs.allSatisfy { $0.reads.count <= 64 }, "fields without end")
            _ = logic.condition.text
        }
    }
    return 0
}

/// A disk with one file.
private struct OneFile: FileSystem {
    let currentDirectory = "/"
    let name: String
    let bytes: [UInt8]

    func kind(of path: String) -> FileKind? { path == name ? .file : nil }

    func list(_ path: String) throws(FileFault) -> [FileEntry] { throw .notFound }

    func read(_ path: String, bytesMax: Int) throws(FileFault) -> [UInt8] {
        guard bytes.count <= bytesMax else { throw .tooLong(bytesMax: bytesMax) }
        return bytes
    }
}
