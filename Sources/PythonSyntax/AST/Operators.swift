/// `and`, `or`.
package enum BooleanOperator: UInt8, CaseIterable, Sendable {
    /// In CPython's names.
    case and, or
}

/// The operators of `BinOp` and `AugAssign`.
package enum BinaryOperator: UInt8, CaseIterable, Sendable {
    /// In CPython's names.
    case add, sub, mult, matMult, div, mod, pow, lShift, rShift, bitOr, bitXor, bitAnd, floorDiv

    /// As written: `+`, `//`.
    package var symbol: String {
        switch self {
        case .add: "+"
        case .sub: "-"
        case .mult: "*"
        case .matMult: "@"
        case .div: "/"
        case .mod: "%"
        case .pow: "**"
        case .lShift: "<<"
        case .rShift: ">>"
        case .bitOr: "|"
        case .bitXor: "^"
        case .bitAnd: "&"
        case .floorDiv: "//"
        }
    }
}

/// The operators of `UnaryOp`.
package enum UnaryOperator: UInt8, CaseIterable, Sendable {
    /// In CPython's names: `~`, `not`, `+`, `-`.
    case invert, not, uAdd, uSub

    /// As written.
    package var symbol: String {
        switch self {
        case .invert: "~"
        case .not: "not"
        case .uAdd: "+"
        case .uSub: "-"
        }
    }
}

/// The operators of `Compare`.
package enum ComparisonOperator: UInt8, CaseIterable, Sendable {
    /// In CPython's names.
    case eq, notEq, lt, ltE, gt, gtE, `is`, isNot, `in`, notIn

    /// As written: `==`, `not in`.
    package var symbol: String {
        switch self {
        case .eq: "=="
        case .notEq: "!="
        case .lt: "<"
        case .ltE: "<="
        case .gt: ">"
        case .gtE: ">="
        case .is: "is"
        case .isNot: "is not"
        case .in: "in"
        case .notIn: "not in"
        }
    }
}
