import Detections
package import Diagnostics
import Documents

/// The settings file of Panther's tool: a map from an option's name, with `_` for `-`, to what it is when the command line does
/// not say. Keys of its other commands are passed over.
package struct PantherSettings: Sendable {
    /// Where the tool looks for it: in the folder it is started in.
    package static let fileName = ".panther_settings.yml"
    /// Bytes of such a file.
    package static let bytesMax = 1 << 20

    private let source: Source
    private let values: DataMap

    /// Reads a file's text. An empty one has no settings.
    package init(_ source: Source) throws(Diagnostic) {
        self.source = source
        let root: DataNode?
        do {
            root = try YAMLDocument.parse(source)
        } catch {
            throw .yaml(error, in: source)
        }
        guard let root, root.value != .null else {
            values = DataMap([])
            return
        }
        guard let map = root.map else { throw .wrongType("", expected: "a map", found: root, in: source) }
        values = map
    }

    /// Warnings about keys that look like one of `known`, written wrongly.
    package func misspelled(among known: [String]) -> [Diagnostic] {
        values.entries.compactMap { entry in
            guard let key = entry.key.string, !known.contains(key), let meant = known.closest(to: key) else {
                return nil
            }
            return Diagnostic(
                .unknownKey,
                "unknown setting `\(key)`",
                severity: .warning,
                source: source,
                span: entry.key.span,
                hint: "did you mean `\(meant)`?"
            )
        }
    }

    /// The texts of a setting: a list, or one text alone. Nil where it is not set.
    package func texts(_ key: String) throws(Diagnostic) -> [String]? {
        guard let node = value(key) else { return nil }
        if let text = node.string { return [text] }
        guard let texts = node.strings else {
            throw .wrongType(key, expected: "a text or a list of texts", found: node, in: source)
        }
        return texts
    }

    /// The number of a setting, which may be quoted. Nil where it is not set.
    package func number(_ key: String) throws(Diagnostic) -> Int? {
        guard let node = value(key) else { return nil }
        if let number = node.int.flatMap({ Int(exactly: $0) }) ?? node.string.flatMap({ Int($0) }) { return number }
        throw .wrongType(key, expected: "an integer", found: node, in: source)
    }

    /// The truth of a setting, which may be quoted. Nil where it is not set.
    package func flag(_ key: String) throws(Diagnostic) -> Bool? {
        guard let node = value(key) else { return nil }
        if let flag = node.bool ?? node.string.flatMap(Self.flag) { return flag }
        throw .wrongType(key, expected: "`true` or `false`", found: node, in: source)
    }

    /// What a text means as a flag, in a file or in the environment.
    package static func flag(_ text: String) -> Bool? {
        switch text.lowercased() {
        case "1", "true", "t", "yes", "y", "on": true
        case "0", "false", "f", "no", "n", "off": false
        default: nil
        }
    }

    /// Null is as good as no value.
    private func value(_ key: String) -> DataNode? { values[key].flatMap { $0.value == .null ? nil : $0 } }
}
