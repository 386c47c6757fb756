import Detections
import Diagnostics
import Documents
import PantherFormat

/// Values for tests, written as YAML.
enum YAMLText {
    static func node(_ text: String) throws -> SourcedNode {
        let source = Source(path: "rule.yml", text: text)
        return SourcedNode(try YAMLDocument.parse(source) ?? DataNode(.null), in: source)
    }
}
