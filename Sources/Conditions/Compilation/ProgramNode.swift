/// A node of compiled conditions, in preorder: its children follow it, each ending where the next begins.
///
/// Nodes stand one to one for the conditions they were compiled from, so that an explanation can walk both.
struct ProgramNode: BitwiseCopyable {
    /// What it is.
    var code: Code
    /// The index after its subtree.
    var end: UInt32
    /// The number of its ``ProgramLeaf`` or ``ProgramQuantifier``.
    var payload: UInt32

    enum Code: UInt8, BitwiseCopyable {
        case `false`, `true`, unknown
        /// Unknown, whatever follows.
        case opaque
        /// Unknown, but what follows is evaluated.
        case open
        case all, any, not
        case leaf, quantifier
        /// A leaf whose field may have several values, each of which counts.
        case plural
        /// The child false: false. Else unknown: the other events decide.
        case aggregate
    }
}

/// A quantifier of compiled conditions.
struct ProgramQuantifier: BitwiseCopyable {
    var code: Code
    var comparison: Comparison
    var bound: Int
    var field: UInt32
    var isOverMembers: Bool
    /// How many quantifiers are around it.
    var level: UInt8

    enum Code: UInt8, BitwiseCopyable {
        case some, every, none, count
    }
}

/// A leaf of compiled conditions.
struct ProgramLeaf: BitwiseCopyable {
    var code: Code
    var isNegated: Bool
    /// Whether ASCII capitals are made small first; the literals already are.
    var isInsensitive: Bool
    /// The mode of a pattern, the property of an address or the set of kinds: see ``Code``.
    var detail: UInt8
    var subject: ProgramOperand
    /// The other field, if ``hasOther``.
    var other: ProgramOperand
    var hasOther: Bool
    var literals: ProgramRange
    /// Where the table of ``NeedleTable`` begins that its literals have; 0 for none.
    var needles: UInt32 = 0
    /// Whether its truth is the event's alone, so that it is found once for all conditions that have it.
    var isShared = false
    /// Whether it asks a field as it stands for what most tests ask: see ``ConditionEvaluator/plainTruth(of:_:)``.
    var isPlain = false
    /// Whether it asks the key of a member as it stands: see ``ConditionEvaluator/keyTruth(of:)``.
    var isOfKey = false

    /// The operators.
    enum Code: UInt8, BitwiseCopyable {
        case equals, isIn, isInSet, isInText, contains, startsWith, endsWith, hasTerm
        /// ``detail`` is a ``MatchMode``'s number.
        case regex
        /// `*` and `?` only.
        case wildcard
        case cidr
        /// ``detail`` is the place in `AddressProperty.allCases`.
        case address
        case less, lessOrEqual, greater, greaterOrEqual, between
        case exists, isNull, isEmpty
        /// ``detail`` has a bit for each ``TapeKind``.
        case isType
        /// Not treated natively.
        case unknown
    }
}

/// A field and what is done to it.
struct ProgramOperand: BitwiseCopyable {
    var field: UInt32
    var transforms: ProgramRange

    static let none = ProgramOperand(field: 0, transforms: ProgramRange(start: 0, count: 0))
}

/// A stretch of one of the program's tables.
struct ProgramRange: BitwiseCopyable {
    var start: UInt32
    var count: UInt32
}
