import Diagnostics
import PythonSyntax

/// A word of a rule's body that is to look different from plain text.
struct CodeWord: Hashable {
    /// What it is; the raw value is the class by which the stylesheet knows it.
    enum Kind: String, CaseIterable {
        case keyword = "k"
        /// A name where it is defined.
        case definition = "d"
        /// A key of YAML or JSON.
        case key = "a"
        case string = "s"
        /// Numbers, and words such as `true` where they are values.
        case number = "n"
        case comment = "c"
        /// A placeholder, an anchor, a tag.
        case variable = "v"
    }

    var kind: Kind
    /// Bytes of the body.
    var range: Range<Int>

    init(_ kind: Kind, _ range: Range<Int>) {
        self.kind = kind
        self.range = range
    }

    /// The words of a Python file.
    static func ofPython(_ bytes: [UInt8]) -> [CodeWord] {
        PythonWord.words(of: Source(path: "", bytes: bytes)).compactMap { word in
            let kind: Kind? =
                switch word.kind {
                case .keyword: .keyword
                case .definition: .definition
                case .number: .number
                case .string: .string
                case .comment: .comment
                case .name, .sign: nil
                }
            return kind.map { CodeWord($0, word.span.start..<word.span.end) }
        }
    }
}
