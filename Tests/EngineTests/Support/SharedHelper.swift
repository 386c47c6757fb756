import Detections
import Diagnostics
import Engine
import Events

/// A pack in which rules import one helper, `shared`, and have one data model.
struct SharedHelper {
    /// The helper's module.
    var helper: String
    /// The module of the data model, which maps `mapped` to its function `get_mapped`.
    var model = "def get_mapped(event): return 'plain'\n"

    /// What the rule `body` says of each of `count` events, one text for each, in a scan where `others` run before it.
    func verdicts(of body: String, after others: [String], count: Int = 3) throws -> [String] {
        var pack = DetectionPack()
        pack.helpers = [
            Helper(
                id: "shared",
                module: Self.module("shared.py", helper),
                description: nil,
                tags: [],
                source: Source(path: "shared.yml", text: ""),
                idSpan: Span(0, 0)
            )
        ]
        pack.dataModels = [.methods(["mapped": "get_mapped"], of: model)]
        pack.detections = others.enumerated().map { Self.detection("other\($0.offset)", $0.element) }
        pack.detections.append(Self.detection("observer", body))
        var scanner = Scanner(CompiledPack(pack), options: ScanOptions(), wallClock: { 1_700_000_000 })
        let last = pack.detections.count - 1
        var said: [String] = []
        for record in 0..<count {
            let bytes = Array(#"{"name":"a margay"}"#.utf8)
            let padded = bytes + [UInt8](repeating: 0, count: Tape.paddingByteCount)
            try padded.withUnsafeBytes { buffer in
                _ = try scanner.scan(UnsafeRawBufferPointer(rebasing: buffer[..<bytes.count]), record: record) {
                    match in
                    guard match.detection == last else { return }
                    switch match.verdict {
                    case .match(let content): said.append(content.title)
                    case .error(let error): said.append("\(error.type): \(error.message)")
                    }
                }
            }
        }
        return said
    }

    private static func module(_ path: String, _ text: String) -> Helper.Module {
        Helper.Module(path: path, source: Source(path: path, text: text))
    }

    private static func detection(_ id: String, _ body: String) -> Detection {
        let source = Source(path: "\(id).py", text: body)
        var detection = Detection(
            id: id,
            kind: .rule,
            body: .python(path: source.path, source),
            source: source,
            idSpan: Span(0, 0)
        )
        detection.logSources = ["AWS.CloudTrail"]
        return detection
    }
}
