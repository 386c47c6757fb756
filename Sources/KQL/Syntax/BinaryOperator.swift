/// An operator between two operands. The raw value is how it is written.
///
/// To add one: a case here, and its ``precedence``.
package enum BinaryOperator: String, Hashable, CaseIterable, Sendable {
    case equal = "=="
    case notEqual = "!="
    case equalIgnoringCase = "=~"
    case notEqualIgnoringCase = "!~"
    case less = "<"
    case lessOrEqual = "<="
    case greater = ">"
    case greaterOrEqual = ">="
    case add = "+"
    case subtract = "-"
    case multiply = "*"
    case divide = "/"
    case modulo = "%"
    /// A term of the text is the operand.
    case has
    case notHas = "!has"
    case hasCased = "has_cs"
    case notHasCased = "!has_cs"
    /// A term begins with the operand.
    case hasPrefix = "hasprefix"
    case notHasPrefix = "!hasprefix"
    case hasPrefixCased = "hasprefix_cs"
    case notHasPrefixCased = "!hasprefix_cs"
    /// A term ends with the operand.
    case hasSuffix = "hassuffix"
    case notHasSuffix = "!hassuffix"
    case hasSuffixCased = "hassuffix_cs"
    case notHasSuffixCased = "!hassuffix_cs"
    case contains
    case notContains = "!contains"
    case containsCased = "contains_cs"
    case notContainsCased = "!contains_cs"
    case startsWith = "startswith"
    case notStartsWith = "!startswith"
    case startsWithCased = "startswith_cs"
    case notStartsWithCased = "!startswith_cs"
    case endsWith = "endswith"
    case notEndsWith = "!endswith"
    case endsWithCased = "endswith_cs"
    case notEndsWithCased = "!endswith_cs"
    case matchesRegex = "matches regex"
    /// `*` stands for any text. Older than the operators above, and not documented any more.
    case like
    case notLike = "notlike"
    case likeCased = "likecs"
    case notLikeCased = "notlikecs"
    /// `has`, in `search` and `find`.
    case matches = ":"

    /// How strongly it binds; `or` is 1 and `and` is 2. Operators on texts bind more strongly than arithmetic.
    var precedence: Int {
        switch self {
        case .equal, .notEqual: 3
        case .less, .lessOrEqual, .greater, .greaterOrEqual: 4
        case .add, .subtract: 5
        case .multiply, .divide, .modulo: 6
        default: 7
        }
    }

    /// Operators that are words, with the older spellings that mean the same.
    static let words: [String: BinaryOperator] = {
        var table: [String: BinaryOperator] = [
            "containscs": .containsCased, "notcontains": .notContains, "notcontainscs": .notContainsCased,
        ]
        for symbol in allCases where symbol.rawValue.utf8.contains(where: Lexer.isNamePart) {
            table[symbol.rawValue] = symbol
        }
        return table
    }()
}

/// An operator between an operand and a list. The raw value is how it is written.
package enum MembershipOperator: String, Hashable, CaseIterable, Sendable {
    case isIn = "in"
    case isNotIn = "!in"
    case isInIgnoringCase = "in~"
    case isNotInIgnoringCase = "!in~"
    /// One of the list is a term of the text.
    case hasAny = "has_any"
    /// All of the list are terms of the text.
    case hasAll = "has_all"

    static let precedence = 3
}
