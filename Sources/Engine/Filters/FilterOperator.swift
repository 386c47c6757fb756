/// What an inline filter asks of a field; the names are those of panther_core's filters.
package enum FilterOperator: String, Sendable {
    case equals = "=="
    case isLess = "<"
    case isLessOrEqual = "<="
    case isGreater = ">"
    case isGreaterOrEqual = ">="
    case contains
    case isIn = "in"
    case isInNetwork = "in_cidr"
    case containsAddress = "contains_ip"
    case isPublic = "is_public"
    case isPrivate = "is_private"
    case startsWith = "starts_with"
    case endsWith = "ends_with"
    case isEmpty = "empty"

    /// A condition's name in a rule's file.
    struct Row: Sendable {
        var name: String
        var filterOperator: FilterOperator
        /// Whether the result is turned round.
        var isNegated = false
        /// Whether texts are compared in lower case.
        var ignoresCase = false
    }

    /// The condition of a name; nil if there is none.
    static func row(_ name: String) -> Row? { rows.first { $0.name == name } }

    /// Source: Panther's documentation of inline filters; the forms without regard to case are those of its detections.
    private static let rows: [Row] = [
        Row(name: "Equals", filterOperator: .equals),
        Row(name: "DoesNotEqual", filterOperator: .equals, isNegated: true),
        Row(name: "IEquals", filterOperator: .equals, ignoresCase: true),
        Row(name: "IDoesNotEqual", filterOperator: .equals, isNegated: true, ignoresCase: true),
        Row(name: "IsGreaterThan", filterOperator: .isGreater),
        Row(name: "IsGreaterThanOrEquals", filterOperator: .isGreaterOrEqual),
        Row(name: "IsGreaterThanOrEqual", filterOperator: .isGreaterOrEqual),
        Row(name: "IsLessThan", filterOperator: .isLess),
        Row(name: "IsLessThanOrEquals", filterOperator: .isLessOrEqual),
        Row(name: "IsLessThanOrEqual", filterOperator: .isLessOrEqual),
        Row(name: "Contains", filterOperator: .contains),
        Row(name: "DoesNotContain", filterOperator: .contains, isNegated: true),
        Row(name: "IContains", filterOperator: .contains, ignoresCase: true),
        Row(name: "IDoesNotContain", filterOperator: .contains, isNegated: true, ignoresCase: true),
        Row(name: "StartsWith", filterOperator: .startsWith),
        Row(name: "DoesNotStartWith", filterOperator: .startsWith, isNegated: true),
        Row(name: "IStartsWith", filterOperator: .startsWith, ignoresCase: true),
        Row(name: "IDoesNotStartWith", filterOperator: .startsWith, isNegated: true, ignoresCase: true),
        Row(name: "EndsWith", filterOperator: .endsWith),
        Row(name: "DoesNotEndWith", filterOperator: .endsWith, isNegated: true),
        Row(name: "IEndsWith", filterOperator: .endsWith, ignoresCase: true),
        Row(name: "IDoesNotEndWith", filterOperator: .endsWith, isNegated: true, ignoresCase: true),
        Row(name: "IsIn", filterOperator: .isIn),
        Row(name: "IsNotIn", filterOperator: .isIn, isNegated: true),
        Row(name: "IsIPAddressInCIDR", filterOperator: .isInNetwork),
        Row(name: "IsIPAddressNotInCIDR", filterOperator: .isInNetwork, isNegated: true),
        Row(name: "CIDRContainsIPAddresses", filterOperator: .containsAddress),
        Row(name: "CIDRDoesNotContainIPAddresses", filterOperator: .containsAddress, isNegated: true),
        Row(name: "IsIPAddressPublic", filterOperator: .isPublic),
        Row(name: "IsIPAddressPrivate", filterOperator: .isPrivate),
        Row(name: "IsNullOrEmpty", filterOperator: .isEmpty),
        Row(name: "IsNotNullOrEmpty", filterOperator: .isEmpty, isNegated: true),
    ]

    /// Whether it compares with a value of the file.
    var needsOperand: Bool {
        switch self {
        case .isPublic, .isPrivate, .isEmpty: false
        default: true
        }
    }
}
