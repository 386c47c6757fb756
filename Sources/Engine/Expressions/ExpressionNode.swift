import PantherFormat

/// One expression of a program: 24 trivial bytes, children by number.
struct ExpressionNode: BitwiseCopyable, Sendable {
    /// What decides.
    enum Kind: UInt8 {
        /// The number of children that hold.
        case combination
        /// The number of elements of ``subject`` for which all children hold.
        case elements
        /// A value against a condition; the operand is a constant.
        case comparison
        /// The same; the operand is a value of the event.
        case keyComparison
        /// The same; the operand is a network.
        case networkComparison
        /// Always.
        case alwaysTrue
        /// Never.
        case alwaysFalse
    }

    /// How many have to hold.
    enum Count: UInt8 {
        case all
        case any
        case onlyOne
        case none

        init(_ combinator: MatchExpression.Combinator) {
            self =
                switch combinator {
                case .all: .all
                case .any: .any
                case .onlyOne: .onlyOne
                case .none: .none
                }
        }
    }

    var kind: Kind
    var count = Count.all
    var matchOperator = MatchCondition.Operator.exists
    var isNegated = false
    var ignoresCase = false
    /// The path of the subject.
    var subject: UInt32 = 0
    /// A node of the constants, a path, or a number of a network, by ``kind``.
    var operand: UInt32 = 0
    /// Children are in a row.
    var firstChild: UInt32 = 0
    var childCount: UInt32 = 0

    init(_ kind: Kind) { self.kind = kind }
}

/// A key specifier of a program: steps in a row.
struct ExpressionPath: BitwiseCopyable, Sendable {
    var firstStep: UInt32
    var stepCount: UInt32
    /// Whether it stands for the list of what it finds.
    var isPlural: Bool
    /// Whether names match as those of Panther's events do: exactly, else without regard to case.
    var ignoresCase: Bool
}

/// One step down, trivial.
enum ExpressionStep: BitwiseCopyable, Sendable {
    /// A name that has a number in the tapes' key table: see ``ExpressionProgram/link(_:)``.
    case key(UInt32)
    /// A name that has none: the constant that holds its text.
    case name(UInt32)
    case index(Int)
    case each
    case eachOrSelf
}
