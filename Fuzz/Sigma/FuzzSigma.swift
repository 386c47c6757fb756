import Conditions
import Detections
import Diagnostics
import Documents
import SigmaFormat
import TestSupport

/// What is printed of a document must be read as the same document, as far as it can be printed at all.
private func checkPrint(_ document: SigmaDocument) {
    guard let json = try? document.json() else { return }
    let source = Source(path: "printed.yml", bytes: json)
    guard let roots = try? YAMLDocument.parseAll(source) else { return }
    precondition(StreamReader(roots, source).documents == [document], "a document is printed as another")
}

/// Reads the input as a condition and as a file: what is printed must be read as the same, and what rules of it say has an end.
@_cdecl("LLVMFuzzerTestOneInput")
public func fuzzSigma(_ start: UnsafePointer<UInt8>?, _ count: Int) -> Int32 {
    let bytes = Array(UnsafeBufferPointer(start: start, count: count))
    let text = String(decoding: bytes, as: UTF8.self)
    let condition = ConditionParser.parse(text)
    if condition.faults.isEmpty {
        let again = ConditionParser.parse(condition.expression.text)
        let isSame = again.faults.isEmpty && again.expression == condition.expression
        precondition(isSame, "a condition is printed as another")
    }
    let string = SigmaString(written: text)
    precondition(SigmaString(written: string.written) == string, "a text is printed as another")
    var files = MemoryFiles([:])
    files.contents["/home/pack/r.yml"] = bytes
    for case .logic(let logic) in SigmaPack.load(roots: ["r.yml"], files: files).detections.map(\.body) {
        precondition(logic.condition.weighs(atMost: 1_000_000), "a condition without end")
        _ = logic.condition.text
    }
    let source = Source(path: "input.yml", bytes: UnicodeText.utf8(bytes))
    guard let roots = try? YAMLDocument.parseAll(source) else { return 0 }
    let stream = StreamReader(roots, source)
    guard stream.diagnostics.allSatisfy({ $0.severity != .error }) else { return 0 }
    for document in stream.documents { checkPrint(document) }
    return 0
}
