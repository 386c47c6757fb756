import Diagnostics

/// A word of the source: what it is and where; its text is read from the source when needed.
struct Token: Sendable {
    let kind: Kind
    let span: Span

    init(_ kind: Kind, _ start: Int, _ end: Int) {
        self.kind = kind
        span = Span(start, end)
    }

    /// CPython's token types, keywords and operators told apart. Soft keywords (`match`, `case`, `_`) are names.
    enum Kind: UInt8, Sendable {
        case endOfFile, newline, indent, dedent
        /// Text that the lexer has reported: the parser gives up on the statement without a further word.
        case invalid
        case name, number, string

        // Keywords.
        case `false`, none, `true`, and, `as`, assert, async, await, `break`, `class`, `continue`, def, del, elif,
            `else`
        case except, finally, `for`, from, global, `if`, `import`, `in`, `is`, lambda, nonlocal, not, or, pass, raise
        case `return`, `try`, `while`, with, yield

        // Brackets and separators.
        case leftParen, rightParen, leftBracket, rightBracket, leftBrace, rightBrace
        case comma, colon, semicolon, dot, ellipsis, arrow, colonEqual, equal

        // Operators.
        case plus, minus, star, doubleStar, slash, doubleSlash, percent, at, leftShift, rightShift
        case ampersand, bar, caret, tilde
        case less, lessEqual, greater, greaterEqual, equalEqual, notEqual

        // Augmented assignments.
        case plusEqual, minusEqual, starEqual, doubleStarEqual, slashEqual, doubleSlashEqual, percentEqual, atEqual
        case leftShiftEqual, rightShiftEqual, ampersandEqual, barEqual, caretEqual
    }
}

extension Token.Kind {
    /// Keywords by their bytes, the first in the lowest place; none is longer than eight.
    static let keywords: [UInt64: Token.Kind] = {
        var table: [UInt64: Token.Kind] = [:]
        var raw = Token.Kind.false.rawValue
        while let kind = Token.Kind(rawValue: raw), raw <= Token.Kind.yield.rawValue {
            table[kind.spelling.utf8.reversed().reduce(0) { $0 << 8 | UInt64($1) }] = kind
            raw += 1
        }
        return table
    }()

    /// Whether it is a reserved word.
    var isKeyword: Bool { rawValue >= Self.false.rawValue && rawValue <= Self.yield.rawValue }

    /// Whether it opens a bracket.
    var isOpening: Bool { self == .leftParen || self == .leftBracket || self == .leftBrace }

    /// A keyword that no expression holds: at the start of a line inside brackets, it tells that one was not closed.
    var startsOnlyStatements: Bool {
        switch self {
        case .assert, .break, .class, .continue, .def, .del, .elif, .except, .finally, .global, .import, .nonlocal,
            .pass, .raise, .return, .try, .while, .with:
            true
        default: false
        }
    }

    /// Whether an expression may begin with it.
    var startsExpression: Bool {
        switch self {
        case .name, .number, .string, .false, .none, .true, .await, .lambda, .not, .yield, .leftParen, .leftBracket,
            .leftBrace, .ellipsis, .plus, .minus, .tilde, .star:
            true
        default: false
        }
    }

    /// The operator of an augmented assignment.
    var augmented: BinaryOperator? {
        switch self {
        case .plusEqual: .add
        case .minusEqual: .sub
        case .starEqual: .mult
        case .atEqual: .matMult
        case .slashEqual: .div
        case .percentEqual: .mod
        case .doubleStarEqual: .pow
        case .leftShiftEqual: .lShift
        case .rightShiftEqual: .rShift
        case .barEqual: .bitOr
        case .caretEqual: .bitXor
        case .ampersandEqual: .bitAnd
        case .doubleSlashEqual: .floorDiv
        default: nil
        }
    }
}
