import Addresses

extension ConditionDecoder {
    static func leaf(_ value: Literal) throws(ConditionJSONFault) -> Leaf {
        let values = try value["values"]?.elements("values") ?? []
        let op = try self.op(value, values)
        var leaf = Leaf(try field(value), op, values, transforms: try transforms(value), place: try place(value))
        if case .isType = op { leaf.values = [] }
        leaf.isNegated = try value["negated"]?.bool("negated") ?? false
        if let casing = value["case"] {
            guard let casing = Leaf.Casing(rawValue: try casing.text("case")) else {
                throw .expected(key: "case", "sensitive or insensitive")
            }
            leaf.casing = casing
        }
        if let other = value["other"] { leaf.other = Operand(try field(other), transforms: try transforms(other)) }
        return leaf
    }

    private static func op(_ value: Literal, _ values: [Literal]) throws(ConditionJSONFault) -> Operator {
        let name = try value.required("op").text("op")
        switch name {
        case "eq", "eqField": return .equals
        case "in": return try value["hashed"]?.bool("hashed") ?? false ? .isInSet : .isIn
        case "inText": return .isInText
        case "contains": return .contains
        case "startsWith": return .startsWith
        case "endsWith": return .endsWith
        case "hasTerm":
            guard let part = TermPart(rawValue: try value["part"]?.text("part") ?? "whole") else {
                throw .expected(key: "part", "whole, prefix or suffix")
            }
            return .hasTerm(part)
        case "glob": return .glob
        case "regex":
            guard let mode = RegexMode(rawValue: try value["mode"]?.text("mode") ?? "search") else {
                throw .expected(key: "mode", "search, match or fullmatch")
            }
            return .regex(mode)
        case "cidr": return .cidr
        case "address":
            guard let property = AddressProperty(rawValue: try value.required("property").text("property")) else {
                throw .expected(key: "property", "a property of an address")
            }
            return .address(property)
        case "lt": return .less
        case "lte": return .lessOrEqual
        case "gt": return .greater
        case "gte": return .greaterOrEqual
        case "between": return .between
        case "exists": return .exists
        case "isNull": return .isNull
        case "isEmpty": return .isEmpty
        case "isType":
            var kinds: Set<ValueKind> = []
            for element in values {
                guard let kind = ValueKind(rawValue: try element.text("values")) else {
                    throw .expected(key: "values", "kinds of value")
                }
                kinds.insert(kind)
            }
            return .isType(kinds)
        default: throw .unknownOperator(name)
        }
    }

    // MARK: Fields

    /// A field that stands alone: its path, or an object.
    static func reference(_ value: Literal) throws(ConditionJSONFault) -> FieldReference {
        if case .string = value { return try field(.object([.init("field", value)])) }
        return try field(value)
    }

    /// The field whose members are in an object.
    static func field(_ value: Literal) throws(ConditionJSONFault) -> FieldReference {
        let path = try value.required("field").text("field")
        guard var field = FieldReference(path: path) else { throw .path(path) }
        field.canonical = try value["canonical"]?.text("canonical")
        if let missing = value["missing"] {
            switch missing {
            case "raises": field.missing = .raises
            case "fails": field.missing = .fails
            default: field.missing = MissingPolicy(.value(try missing.required("value")))
            }
        }
        if let when = value["missingWhen"] {
            guard let reach = MissingPolicy.Reach(rawValue: try when.text("missingWhen")) else {
                throw .expected(key: "missingWhen", "absent, null or empty")
            }
            field.missing.reach = reach
        }
        if let walk = value["walk"] {
            guard let result = FieldReference.WalkResult(rawValue: try walk.text("walk")) else {
                throw .expected(key: "walk", "all, first or last")
            }
            field.style = .walk(result)
        }
        if let reads = value["reads"] {
            switch reads {
            case "each": field.style = .each
            case "anywhere": field.style = .anywhere
            default: throw .expected(key: "reads", "each or anywhere")
            }
            for index in field.steps.indices {
                if case .key(let key, _) = field.steps[index].selector {
                    field.steps[index].selector = .key(key, .exact)
                }
            }
        }
        if let exact = value["exactKeys"] { try readExactKeys(exact, into: &field) }
        if let forgives = value["forgives"] { try readForgiveness(forgives, into: &field) }
        return field
    }

    private static func readExactKeys(
        _ value: Literal,
        into field: inout FieldReference
    ) throws(ConditionJSONFault) {
        let elements = try value.elements("exactKeys")
        guard elements.count == field.steps.count else { throw .expected(key: "exactKeys", "a value for each step") }
        for (index, element) in elements.enumerated() {
            let isExact = try element.bool("exactKeys")
            guard case .key(let key, _) = field.steps[index].selector else { continue }
            field.steps[index].selector = .key(key, isExact ? .exact : .panther)
        }
    }

    private static func readForgiveness(
        _ value: Literal,
        into field: inout FieldReference
    ) throws(ConditionJSONFault) {
        let elements = try value.elements("forgives")
        guard elements.count == field.steps.count else { throw .expected(key: "forgives", "a list for each step") }
        for (index, element) in elements.enumerated() {
            var forgives = FieldStep.Forgiveness.nothing
            for name in try element.elements("forgives") {
                let name = try name.text("forgives")
                guard let row = FieldStep.Forgiveness.named.first(where: { $0.name == name }) else {
                    throw .expected(key: "forgives", "absent, null, empty or other")
                }
                forgives.insert(row.value)
            }
            field.steps[index].forgives = forgives
        }
    }

    // MARK: Transforms

    private static func transforms(_ value: Literal) throws(ConditionJSONFault) -> [Transform] {
        var transforms: [Transform] = []
        for element in try value["transforms"]?.elements("transforms") ?? [] {
            transforms.append(try transform(element))
        }
        return transforms
    }

    private static func transform(_ value: Literal) throws(ConditionJSONFault) -> Transform {
        func text(_ value: Literal?, _ key: String) throws(ConditionJSONFault) -> String? {
            guard let value, value != .null else { return nil }
            return try value.text(key)
        }
        func number(_ value: Literal?, _ key: String) throws(ConditionJSONFault) -> Int? {
            guard let value, value != .null else { return nil }
            return try value.number(key)
        }
        switch value {
        case "lower": return .lower
        case "upper": return .upper
        case "casefold": return .casefold
        case "trim": return .strip(nil)
        case "trimLeft": return .stripLeft(nil)
        case "trimRight": return .stripRight(nil)
        case "len": return .length
        case "string": return .string
        case "integer": return .integer
        case "json": return .json
        case "base64": return .base64
        case "basename": return .basename
        default: break
        }
        if let call = value["trim"] { return .strip(try text(call["characters"], "characters")) }
        if let call = value["trimLeft"] { return .stripLeft(try text(call["characters"], "characters")) }
        if let call = value["trimRight"] { return .stripRight(try text(call["characters"], "characters")) }
        if let call = value["split"] {
            return .split(
                separator: try text(call["separator"], "separator"),
                index: try call.required("index").number("index")
            )
        }
        if let call = value["after"] { return .after(try call.required("separator").text("separator")) }
        if let call = value["pieces"] { return .pieces(try call.required("separator").text("separator")) }
        if let call = value["slice"] {
            return .slice(from: try number(call["from"], "from"), to: try number(call["to"], "to"))
        }
        if let call = value["replace"] {
            return .replace(old: try call.required("old").text("old"), new: try call.required("new").text("new"))
        }
        if let call = value["timePart"] {
            guard let part = TimePart(rawValue: try call.required("part").text("part")) else {
                throw .expected(key: "part", "a part of a timestamp")
            }
            return .timePart(part)
        }
        throw .expected(key: "transforms", "known transforms")
    }
}
