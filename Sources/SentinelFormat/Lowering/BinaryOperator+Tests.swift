import Conditions
import KQL

extension BinaryOperator {
    /// The test of a text that it makes of a field and a constant; nil for operators of other values.
    var textTest: (op: Operator, isNegated: Bool, isInsensitive: Bool)? {
        switch self {
        case .equalIgnoringCase: (.equals, false, true)
        case .notEqualIgnoringCase: (.equals, true, true)
        case .has, .matches: (.hasTerm(.whole), false, true)
        case .notHas: (.hasTerm(.whole), true, true)
        case .hasCased: (.hasTerm(.whole), false, false)
        case .notHasCased: (.hasTerm(.whole), true, false)
        case .hasPrefix: (.hasTerm(.prefix), false, true)
        case .notHasPrefix: (.hasTerm(.prefix), true, true)
        case .hasPrefixCased: (.hasTerm(.prefix), false, false)
        case .notHasPrefixCased: (.hasTerm(.prefix), true, false)
        case .hasSuffix: (.hasTerm(.suffix), false, true)
        case .notHasSuffix: (.hasTerm(.suffix), true, true)
        case .hasSuffixCased: (.hasTerm(.suffix), false, false)
        case .notHasSuffixCased: (.hasTerm(.suffix), true, false)
        case .contains: (.contains, false, true)
        case .notContains: (.contains, true, true)
        case .containsCased: (.contains, false, false)
        case .notContainsCased: (.contains, true, false)
        case .startsWith: (.startsWith, false, true)
        case .notStartsWith: (.startsWith, true, true)
        case .startsWithCased: (.startsWith, false, false)
        case .notStartsWithCased: (.startsWith, true, false)
        case .endsWith: (.endsWith, false, true)
        case .notEndsWith: (.endsWith, true, true)
        case .endsWithCased: (.endsWith, false, false)
        case .notEndsWithCased: (.endsWith, true, false)
        case .matchesRegex: (.regex(.search), false, false)
        case .like: (.glob, false, true)
        case .notLike: (.glob, true, true)
        case .likeCased: (.glob, false, false)
        case .notLikeCased: (.glob, true, false)
        case .equal, .notEqual, .less, .lessOrEqual, .greater, .greaterOrEqual, .add, .subtract, .multiply, .divide,
            .modulo:
            nil
        }
    }

    /// Whether it computes a value.
    var isArithmetic: Bool {
        switch self {
        case .add, .subtract, .multiply, .divide, .modulo: true
        default: false
        }
    }

    /// The comparison of numbers that it is; nil for other operators.
    var comparison: Comparison? {
        switch self {
        case .equal: .equal
        case .notEqual: .notEqual
        case .less: .less
        case .lessOrEqual: .lessOrEqual
        case .greater: .greater
        case .greaterOrEqual: .greaterOrEqual
        default: nil
        }
    }

    /// The operator that says the same with its operands exchanged; nil where none does.
    var flipped: BinaryOperator? {
        switch self {
        case .equal, .notEqual, .equalIgnoringCase, .notEqualIgnoringCase: self
        case .less: .greater
        case .lessOrEqual: .greaterOrEqual
        case .greater: .less
        case .greaterOrEqual: .lessOrEqual
        default: nil
        }
    }
}
