import Conditions
import Detections
import Diagnostics
import Engine
import Extraction
import ExtractionSupport

/// A pack of one rule, with helpers and a data model if need be.
struct SmallPack {
    var pack = DetectionPack()

    /// A rule of this text on `Test.Log`, and modules that it can import.
    init(
        _ body: String,
        helpers: [String: String] = [:],
        model: (module: String, mappings: [(name: String, target: DataModel.Target)])? = nil
    ) {
        var detection = Detection(
            id: "Test.Rule",
            kind: .rule,
            body: .python(path: "rule.py", Source(path: "rule.py", text: body)),
            source: Source(path: "rule.yml", text: ""),
            idSpan: Span(0, 0)
        )
        detection.logSources = ["Test.Log"]
        pack.detections = [detection]
        for (name, text) in helpers.sorted(by: { $0.key < $1.key }) {
            pack.helpers.append(
                Helper(
                    id: name,
                    module: Helper.Module(path: "\(name).py", source: Source(path: "\(name).py", text: text)),
                    description: nil,
                    tags: [],
                    source: Source(path: "\(name).yml", text: ""),
                    idSpan: Span(0, 0)
                )
            )
        }
        guard let model else { return }
        pack.dataModels = [
            DataModel(
                id: "Test.Model",
                displayName: nil,
                isEnabled: true,
                logTypes: ["Test.Log"],
                module: Helper.Module(path: "model.py", source: Source(path: "model.py", text: model.module)),
                mappings: model.mappings.map { DataModel.Mapping(name: $0.name, target: $0.target, span: Span(0, 0)) },
                source: Source(path: "model.yml", text: ""),
                idSpan: Span(0, 0)
            )
        ]
    }

    /// What the analysis says of the rule; nil if it cannot be parsed.
    func extract(_ limits: ExtractionLimits = ExtractionLimits(), mocks: [Mock] = []) -> ExtractedRule? {
        Extractor(pack, limits: limits).extract(pack.detections[0], mocks: mocks)
    }

    /// What contradicts the rule's code among these events and changes of them; each line names one.
    func contradictions(_ events: [String], changes: Int) -> [String] {
        guard let rule = extract() else { return ["no rule"] }
        let judge = ConditionJudge(rule.condition)
        var replay = RuleReplay(CompiledPack(pack))
        guard replay.load(0) else { return ["cannot be loaded"] }
        var result: [String] = []
        for event in events {
            let json = Array(event.utf8)
            for changed in [json] + EventMutator.changes(of: json, max: changes) {
                let (truth, answer) = (judge.truth(changed), replay.run(0, changed))
                if RuleReplay.contradicts(truth, answer) {
                    result.append("\(truth) but \(answer): \(String(decoding: changed, as: UTF8.self))")
                }
            }
        }
        return result
    }
}
