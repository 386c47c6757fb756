/// What an expression asks of a value: an operator, perhaps turned round, perhaps without regard to case.
///
/// One table for simple detections and inline filters. Names are those of Panther's files; statements of panther_core's filters
/// name the same operators by symbols.
package struct MatchCondition: Hashable, Sendable {
    /// What is asked.
    package var matchOperator: Operator
    /// Whether the answer is turned round.
    package var isNegated: Bool
    /// Whether texts are compared in lower case.
    package var ignoresCase: Bool

    /// The questions. Meanings are those of panther_core's filters where those have the operator.
    package enum Operator: UInt8, Sendable, BitwiseCopyable {
        /// Equal as in Python: numbers and booleans by value.
        case equals
        /// Less; of null never.
        case isLess
        /// Less or equal.
        case isLessOrEqual
        /// Greater; of null never.
        case isGreater
        /// Greater or equal.
        case isGreaterOrEqual
        /// A text contains a text; a list an element, or one with that text in it; a map a key.
        case contains
        /// The value, or an element of it, is one of a list.
        case isIn
        /// An address or network has an address in common with a network.
        case isInNetwork
        /// A list has an address in a network.
        case containsAddress
        /// A public address.
        case isPublic
        /// A private address.
        case isPrivate
        /// A text begins with a text.
        case startsWith
        /// A text ends with a text.
        case endsWith
        /// Null, absent, or a text, list or map with nothing in it.
        case isEmpty
        /// The key is there, whatever its value.
        case exists
        /// Null or absent.
        case isNull
        /// An address.
        case isAddress
        /// An address of IPv4.
        case isAddress4
        /// An address of IPv6.
        case isAddress6
    }

    /// What an operator compares with.
    package enum OperandKind: Sendable {
        /// Nothing.
        case none
        /// Any scalar.
        case scalar
        /// A text.
        case text
        /// A list of scalars.
        case list
        /// A network or an address, as text.
        case network
    }

    /// What it compares with.
    package var operandKind: OperandKind {
        switch matchOperator {
        case .equals, .isLess, .isLessOrEqual, .isGreater, .isGreaterOrEqual, .contains: .scalar
        case .startsWith, .endsWith: .text
        case .isIn: .list
        case .isInNetwork, .containsAddress: .network
        case .isPublic, .isPrivate, .isEmpty, .exists, .isNull, .isAddress, .isAddress4, .isAddress6: .none
        }
    }

    private init(_ matchOperator: Operator, not isNegated: Bool = false, ignoringCase ignoresCase: Bool = false) {
        self.matchOperator = matchOperator
        self.isNegated = isNegated
        self.ignoresCase = ignoresCase
    }

    // MARK: Names

    /// The condition of a name in an expression; nil if there is none.
    package static func named(_ name: String) -> MatchCondition? { byName[name] }

    /// The condition of an operator of a filter statement; nil if there is none.
    package static func symbol(_ text: String) -> MatchCondition? { bySymbol[text] }

    /// The names of an expression's conditions, aliases left out, in the order of the table.
    package static let names = table.map(\.name)

    /// Source: Panther's documentation of match expressions and inline filters, and fixtures of its tool.
    private static let table: [(name: String, condition: MatchCondition)] = [
        ("Equals", MatchCondition(.equals)),
        ("DoesNotEqual", MatchCondition(.equals, not: true)),
        ("IEquals", MatchCondition(.equals, ignoringCase: true)),
        ("IDoesNotEqual", MatchCondition(.equals, not: true, ignoringCase: true)),
        ("StartsWith", MatchCondition(.startsWith)),
        ("DoesNotStartWith", MatchCondition(.startsWith, not: true)),
        ("IStartsWith", MatchCondition(.startsWith, ignoringCase: true)),
        ("IDoesNotStartWith", MatchCondition(.startsWith, not: true, ignoringCase: true)),
        ("EndsWith", MatchCondition(.endsWith)),
        ("DoesNotEndWith", MatchCondition(.endsWith, not: true)),
        ("IEndsWith", MatchCondition(.endsWith, ignoringCase: true)),
        ("IDoesNotEndWith", MatchCondition(.endsWith, not: true, ignoringCase: true)),
        ("Contains", MatchCondition(.contains)),
        ("DoesNotContain", MatchCondition(.contains, not: true)),
        ("IContains", MatchCondition(.contains, ignoringCase: true)),
        ("IDoesNotContain", MatchCondition(.contains, not: true, ignoringCase: true)),
        ("IsGreaterThan", MatchCondition(.isGreater)),
        ("IsGreaterThanOrEquals", MatchCondition(.isGreaterOrEqual)),
        ("IsLessThan", MatchCondition(.isLess)),
        ("IsLessThanOrEquals", MatchCondition(.isLessOrEqual)),
        ("IsIn", MatchCondition(.isIn)),
        ("IsNotIn", MatchCondition(.isIn, not: true)),
        ("Exists", MatchCondition(.exists)),
        ("DoesNotExist", MatchCondition(.exists, not: true)),
        ("IsNull", MatchCondition(.isNull)),
        ("IsNotNull", MatchCondition(.isNull, not: true)),
        ("IsNullOrEmpty", MatchCondition(.isEmpty)),
        ("IsNotNullOrEmpty", MatchCondition(.isEmpty, not: true)),
        ("IsIPAddress", MatchCondition(.isAddress)),
        ("IsIPv4Address", MatchCondition(.isAddress4)),
        ("IsIPv6Address", MatchCondition(.isAddress6)),
        ("IsIPAddressPrivate", MatchCondition(.isPrivate)),
        ("IsIPAddressPublic", MatchCondition(.isPublic)),
        ("IsIPAddressInCIDR", MatchCondition(.isInNetwork)),
        ("IsIPAddressNotInCIDR", MatchCondition(.isInNetwork, not: true)),
        ("CIDRContainsIPAddresses", MatchCondition(.containsAddress)),
        ("CIDRDoesNotContainIPAddresses", MatchCondition(.containsAddress, not: true)),
    ]

    /// Other spellings of the same documents, and of older ones.
    private static let aliases = [
        "IsGreaterThanOrEqual": "IsGreaterThanOrEquals", "IsLessThanOrEqual": "IsLessThanOrEquals", "Has": "Contains",
        "DoesNotHave": "DoesNotContain",
    ]

    private static let byName: [String: MatchCondition] = {
        var conditions = Dictionary(uniqueKeysWithValues: table.map { ($0.name, $0.condition) })
        for (alias, name) in aliases { conditions[alias] = conditions[name] }
        return conditions
    }()

    /// Source: panther_core 0.16, filters.
    private static let bySymbol: [String: MatchCondition] = {
        var conditions: [String: MatchCondition] = [
            "==": MatchCondition(.equals), "!=": MatchCondition(.equals, not: true), "<": MatchCondition(.isLess),
            "<=": MatchCondition(.isLessOrEqual), ">": MatchCondition(.isGreater),
            ">=": MatchCondition(.isGreaterOrEqual), "is_public": MatchCondition(.isPublic),
            "is_private": MatchCondition(.isPrivate),
        ]
        let negatable: [(String, MatchCondition)] = [
            ("contains", MatchCondition(.contains)), ("in", MatchCondition(.isIn)),
            ("in_cidr", MatchCondition(.isInNetwork)), ("contains_ip", MatchCondition(.containsAddress)),
            ("empty", MatchCondition(.isEmpty)), ("starts_with", MatchCondition(.startsWith)),
            ("ends_with", MatchCondition(.endsWith)),
            ("insensitive_equals", MatchCondition(.equals, ignoringCase: true)),
            ("insensitive_contains", MatchCondition(.contains, ignoringCase: true)),
            ("insensitive_starts_with", MatchCondition(.startsWith, ignoringCase: true)),
            ("insensitive_ends_with", MatchCondition(.endsWith, ignoringCase: true)),
        ]
        for (symbol, condition) in negatable {
            conditions[symbol] = condition
            var negated = condition
            negated.isNegated = true
            conditions["!\(symbol)"] = negated
        }
        return conditions
    }()
}
