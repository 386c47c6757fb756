/// A language whose words a page can tell apart.
///
/// The raw value is the name by which the catalogue knows it.
package enum CodeLanguage: String, CaseIterable, Sendable {
    case python, yaml, json, kql
    case yaral = "yara-l"
    /// Anything else: no words.
    case text

    /// What people call it.
    package var name: String {
        switch self {
        case .python: "Python"
        case .yaml: "YAML"
        case .json: "JSON"
        case .yaral: "YARA-L"
        case .kql: "KQL"
        case .text: "text"
        }
    }

    /// The words of `bytes` that are to look different from plain text, in order, none overlapping another. O(bytes).
    func words(of bytes: [UInt8]) -> [CodeWord] {
        switch self {
        case .python: CodeWord.ofPython(bytes)
        case .yaml, .json:
            {
                var reader = YAMLWords(bytes)
                return reader.read()
            }()
        case .yaral:
            {
                var reader = QueryWords(bytes, .yaral)
                return reader.read()
            }()
        case .kql:
            {
                var reader = QueryWords(bytes, .kql)
                return reader.read()
            }()
        case .text: []
        }
    }
}
