import Diagnostics

/// A word of a query: what it is and where; its text is read from the source when needed.
struct Token: Sendable {
    let kind: Kind
    let span: Span
    /// Whether an empty line stands before it, which is where editors of KQL see the end of a query.
    let followsEmptyLine: Bool

    /// Keywords are names: which names are keywords depends on the place.
    enum Kind: UInt8, Sendable {
        case endOfFile
        /// Text that the lexer has reported: the parser gives up on the operator without a further word.
        case invalid
        /// `where`, `in~`, `$left`.
        case name
        /// `!contains`, `!in~`.
        case negatedName
        case string, integer, real, timespan
        /// `datetime(…)` and the like, with what is in the brackets.
        case typed
        /// A GUID without quotes.
        case guid

        case leftParen, rightParen, leftBracket, rightBracket, leftBrace, rightBrace
        case comma, colon, semicolon, dot, range, pipe, assign, arrow
        case plus, minus, star, slash, percent
        case equal, notEqual, equalIgnoringCase, notEqualIgnoringCase
        case less, lessOrEqual, greater, greaterOrEqual

        /// The token as it is written; nil where that varies.
        var spelling: StaticString? {
            switch self {
            case .endOfFile, .invalid, .name, .negatedName, .string, .integer, .real, .timespan, .typed, .guid: nil
            case .leftParen: "("
            case .rightParen: ")"
            case .leftBracket: "["
            case .rightBracket: "]"
            case .leftBrace: "{"
            case .rightBrace: "}"
            case .comma: ","
            case .colon: ":"
            case .semicolon: ";"
            case .dot: "."
            case .range: ".."
            case .pipe: "|"
            case .assign: "="
            case .arrow: "=>"
            case .plus: "+"
            case .minus: "-"
            case .star: "*"
            case .slash: "/"
            case .percent: "%"
            case .equal: "=="
            case .notEqual: "!="
            case .equalIgnoringCase: "=~"
            case .notEqualIgnoringCase: "!~"
            case .less: "<"
            case .lessOrEqual: "<="
            case .greater: ">"
            case .greaterOrEqual: ">="
            }
        }

        /// Whether it opens a bracket.
        var isOpening: Bool { self == .leftParen || self == .leftBracket || self == .leftBrace }

        /// The bracket that closes this one; nil for all others.
        var closing: Kind? {
            switch self {
            case .leftParen: .rightParen
            case .leftBracket: .rightBracket
            case .leftBrace: .rightBrace
            default: nil
            }
        }

        /// Whether it closes a bracket.
        var isClosing: Bool { self == .rightParen || self == .rightBracket || self == .rightBrace }
    }
}
