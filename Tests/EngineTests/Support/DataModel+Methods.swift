import Detections
import Diagnostics

extension DataModel {
    /// A data model of CloudTrail that maps names to functions of the module `text`.
    static func methods(_ names: [String: String], of text: String) -> DataModel {
        DataModel(
            id: "Model",
            displayName: nil,
            isEnabled: true,
            logTypes: ["AWS.CloudTrail"],
            module: Helper.Module(path: "model.py", source: Source(path: "model.py", text: text)),
            mappings: names.sorted { $0.key < $1.key }.map {
                .init(name: $0.key, target: .method($0.value), span: Span(0, 0))
            },
            source: Source(path: "model.yml", text: ""),
            idSpan: Span(0, 0)
        )
    }
}
