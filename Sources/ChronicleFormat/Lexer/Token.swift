import Diagnostics

/// A word or sign of YARA-L, with its place.
struct Token {
    var kind: Kind
    var span: Span
    /// Whether it is the first of its line: predicates stand one after the other without a sign between them.
    var startsLine: Bool

    enum Kind: Hashable {
        /// A name: of a section, a field, a function; keywords too, which are told apart where they mean something.
        case name(String)
        /// `$name`.
        case variable(String)
        /// `#name`.
        case count(String)
        /// `%name`.
        case list(String)
        /// A text, between quotes or backquotes, what escapes stand for put in.
        case text(String, isRaw: Bool)
        /// A pattern between slashes, without them.
        case pattern(String)
        /// Digits, perhaps with a fraction.
        case number(String)
        /// Digits and a unit without a blank: `5m`.
        case duration(String, unit: String)
        /// An operator or a bracket.
        case sign(Sign)
        /// The end of the file.
        case end
    }

    enum Sign: String, CaseIterable {
        case openBrace = "{"
        case closeBrace = "}"
        case openParenthesis = "("
        case closeParenthesis = ")"
        case openBracket = "["
        case closeBracket = "]"
        case comma = ","
        case colon = ":"
        case dot = "."
        case equals = "="
        case doubleEquals = "=="
        case notEquals = "!="
        case less = "<"
        case lessOrEqual = "<="
        case greater = ">"
        case greaterOrEqual = ">="
        case plus = "+"
        case minus = "-"
        case times = "*"
        case divided = "/"
        case modulo = "%"
        case exclamation = "!"
    }

    /// How messages name it.
    var spelling: String {
        switch kind {
        case .name(let name): "`\(name.prefix(40))`"
        case .variable(let name): "`$\(name.prefix(40))`"
        case .count(let name): "`#\(name.prefix(40))`"
        case .list(let name): "`%\(name.prefix(40))`"
        case .text: "a text"
        case .pattern: "a pattern"
        case .number(let digits): "`\(digits.prefix(40))`"
        case .duration(let digits, let unit): "`\(digits.prefix(40))\(unit)`"
        case .sign(let sign): "`\(sign.rawValue)`"
        case .end: "the end of the file"
        }
    }

    /// Whether an operand may end here, so that a slash that follows divides and does not begin a pattern.
    var endsOperand: Bool {
        switch kind {
        case .name(let name): !Self.wordsBeforeOperands.contains(name.lowercased())
        case .variable, .count, .list, .text, .pattern, .number, .duration: true
        case .sign(let sign): sign == .closeParenthesis || sign == .closeBracket
        case .end: false
        }
    }

    private static let wordsBeforeOperands: Set<String> = [
        "and", "or", "not", "in", "any", "all", "of", "regex", "cidr",
    ]
}
