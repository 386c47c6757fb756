import Addresses

extension Leaf {
    /// The test in words: `eventName eq "SendCommand"`, `errorCode is empty`.
    package var text: String {
        let subject = Self.text(of: Operand(field, transforms: transforms))
        let words = predicate
        return subject + " " + words + (casing == .insensitive && hasText ? " (any case)" : "")
    }

    private var hasText: Bool {
        other != nil || values.contains { if case .string = $0 { true } else { false } }
    }

    /// A field with what is done to it: `lower(userAgent)`, and what it is when missing, where that is worth a word.
    package static func text(of operand: Operand) -> String {
        var text = operand.field.path
        if case .walk(let result) = operand.field.style { text = result == .all ? text : "\(result.rawValue)(\(text))" }
        if operand.field.style == .anywhere {
            text = operand.field.steps.isEmpty ? "any value" : "any value in \(text)"
        }
        if let canonical = operand.field.canonical { text += " (\(canonical))" }
        for transform in operand.transforms { text = Self.text(of: transform, text) }
        if case .value(let value) = operand.field.missing.outcome, value.isTruthy { text += " (else \(value.json))" }
        return text
    }

    private static func text(of transform: Transform, _ value: String) -> String {
        switch transform {
        case .lower: return "lower(\(value))"
        case .upper: return "upper(\(value))"
        case .casefold: return "casefold(\(value))"
        case .strip(let characters): return "trim(\(value)\(list(characters)))"
        case .stripLeft(let characters): return "trimLeft(\(value)\(list(characters)))"
        case .stripRight(let characters): return "trimRight(\(value)\(list(characters)))"
        case .length: return "length(\(value))"
        case .split(let separator, let index): return "split(\(value)\(list(separator)))[\(index)]"
        case .after(let separator): return "after(\(value)\(list(separator)))"
        case .pieces(let separator): return "length(split(\(value)\(list(separator))))"
        case .slice(let from, let to): return "\(value)[\(from.map(String.init) ?? ""):\(to.map(String.init) ?? "")]"
        case .replace(let old, let new): return "replace(\(value)\(list(old))\(list(new)))"
        case .string: return "string(\(value))"
        case .integer: return "integer(\(value))"
        case .json: return "json(\(value))"
        case .base64: return "base64(\(value))"
        case .basename: return "basename(\(value))"
        case .timePart(let part): return "\(part.rawValue)(\(value))"
        }
    }

    private static func list(_ argument: String?) -> String { argument.map { ", " + $0.quotedAsJSON } ?? "" }

    /// What follows the field.
    private var predicate: String {
        let object = other.map(Self.text) ?? (values.count == 1 ? values[0].json : Literal.list(values).json)
        let several = other == nil && values.count != 1
        func choose(_ positive: String, _ negative: String) -> String { isNegated ? negative : positive }
        switch op {
        case .equals: return choose("eq", "ne") + " " + object
        case .isIn, .isInSet:
            return choose("in", "not in") + " " + (other == nil ? Literal.list(values).json : object)
        case .isInText: return choose("is part of", "is no part of") + " " + object
        case .contains: return choose("contains", "does not contain") + (several ? " any of " : " ") + object
        case .startsWith: return choose("starts with", "does not start with") + (several ? " any of " : " ") + object
        case .endsWith: return choose("ends with", "does not end with") + (several ? " any of " : " ") + object
        case .hasTerm(let part):
            let verb =
                switch part {
                case .whole: choose("has the term", "does not have the term")
                case .prefix: choose("has a term that starts with", "has no term that starts with")
                case .suffix: choose("has a term that ends with", "has no term that ends with")
                }
            return verb + (several ? " any of " : " ") + object
        case .glob: return choose("is like", "is not like") + (several ? " any of " : " ") + object
        case .regex(let mode):
            let verb =
                switch mode {
                case .search: choose("matches", "does not match")
                case .match: choose("begins with a match of", "does not begin with a match of")
                case .fullmatch: choose("fully matches", "does not fully match")
                }
            return verb + (several ? " any of " : " ") + object
        case .cidr: return choose("is in network", "is not in network") + (several ? " any of " : " ") + object
        case .address(let property): return choose("is", "is not") + " " + Self.words(property)
        case .less: return choose("<", "is not <") + " " + object
        case .lessOrEqual: return choose("<=", "is not <=") + " " + object
        case .greater: return choose(">", "is not >") + " " + object
        case .greaterOrEqual: return choose(">=", "is not >=") + " " + object
        case .between:
            return choose("is between", "is not between") + " " + values.map(\.json).joined(separator: " and ")
        case .exists: return choose("exists", "is absent")
        case .isNull: return choose("is null", "is not null")
        case .isEmpty: return choose("is empty", "is not empty")
        case .isType(let kinds) where kinds.count == ValueKind.allCases.count:
            return choose("can be read", "cannot be read")
        case .isType(let kinds):
            let names = kinds.map(\.rawValue).sorted().joined(separator: " or ")
            return choose("is of type", "is not of type") + " " + names
        }
    }

    private static func words(_ property: AddressProperty) -> String {
        switch property {
        case .isPrivate: "a private address"
        case .isGlobal: "a global address"
        case .isLoopback: "a loopback address"
        case .isLinkLocal: "a link-local address"
        case .isMulticast: "a multicast address"
        case .isReserved: "a reserved address"
        case .isUnspecified: "the unspecified address"
        case .isValid: "an address"
        }
    }
}
