import Events

extension Condition {
    /// Deepest nesting of a JSON form that is read.
    package static let jsonNestingMax = 64

    /// Reads the JSON form; keys that it does not know are passed over.
    package init(json: String) throws(ConditionJSONFault) {
        var limits = TapeLimits()
        // A condition takes four levels at most: itself, its kind, its list of children, its child.
        limits.depthMax = 4 * Self.jsonNestingMax
        limits.allowsNonFinite = true
        var tape = Tape(limits: limits)
        do throws(TapeFault) { try tape.parse(copying: json.utf8) } catch { throw .json(error.kind) }
        guard let value = Literal(Tape.root, in: tape.view) else { throw .json(.invalidNumber) }
        try self.init(encoded: value)
    }

    /// Reads what ``encoded(hasPlaces:)`` wrote.
    package init(encoded value: Literal) throws(ConditionJSONFault) {
        self = try ConditionDecoder.condition(value, depth: 0)
    }
}

/// Reads conditions from their JSON form.
enum ConditionDecoder {
    static func condition(_ value: Literal, depth: Int) throws(ConditionJSONFault) -> Condition {
        guard depth < Condition.jsonNestingMax else { throw .nesting }
        if let children = value["all"] { return .all(try conditions(children, "all", depth)) }
        if let children = value["any"] { return .any(try conditions(children, "any", depth)) }
        if let child = value["not"] { return .not(try condition(child, depth: depth + 1)) }
        if let constant = value["constant"] { return .constant(try constant.bool("constant")) }
        if let quantifier = value["quantifier"] { return .quantifier(try self.quantifier(quantifier, depth)) }
        if let opaque = value["opaque"] { return .opaque(try self.opaque(opaque)) }
        if let aggregate = value["aggregate"] { return .aggregate(try self.aggregate(aggregate, depth)) }
        if let sequence = value["sequence"] { return .sequence(try self.sequence(sequence, depth)) }
        if let rule = value["rule"] { return .reference(try rule.text("rule")) }
        if value["op"] != nil { return .leaf(try leaf(value)) }
        guard case .object(let members) = value else { throw .expected(key: "", "an object") }
        throw .unknownNode(members.map(\.name))
    }

    private static func conditions(
        _ value: Literal,
        _ key: String,
        _ depth: Int
    ) throws(ConditionJSONFault) -> [Condition] {
        var conditions: [Condition] = []
        for element in try value.elements(key) { conditions.append(try condition(element, depth: depth + 1)) }
        return conditions
    }

    static func place(_ value: Literal) throws(ConditionJSONFault) -> SourcePlace? {
        guard let line = value["line"] else { return nil }
        return SourcePlace(file: try value["file"]?.text("file"), line: try line.number("line"))
    }

    static func comparison(_ value: Literal) throws(ConditionJSONFault) -> Comparison {
        let name = try value.required("op").text("op")
        guard let comparison = Comparison(rawValue: name) else { throw .unknownOperator(name) }
        return comparison
    }

    private static func quantifier(_ value: Literal, _ depth: Int) throws(ConditionJSONFault) -> Quantifier {
        let kind: Quantifier.Kind
        switch try value.required("kind").text("kind") {
        case "some": kind = .some
        case "every": kind = .every
        case "none": kind = .none
        case "count": kind = .count(try comparison(value), try value.required("value").number("value"))
        default: throw .expected(key: "kind", "some, every, none or count")
        }
        return Quantifier(
            kind,
            of: try field(value),
            try value["of"]?.text("of") == "members" ? .members : .elements,
            try condition(value.required("child"), depth: depth + 1),
            place: try place(value)
        )
    }

    private static func opaque(_ value: Literal) throws(ConditionJSONFault) -> Opaque {
        let code = try value.required("reason").text("reason")
        guard let reason = OpaqueReason(rawValue: code) else { throw .expected(key: "reason", "a known reason") }
        var reads: [FieldReference] = []
        if let fields = value["reads"] {
            for field in try fields.elements("reads") { reads.append(try reference(field)) }
        }
        return Opaque(
            reason,
            place: try place(value),
            text: try value["text"]?.text("text"),
            reads: reads,
            mayRaise: try value["mayRaise"]?.bool("mayRaise") ?? true,
            changesState: try value["changesState"]?.bool("changesState") ?? false,
            goesOn: try value["goesOn"]?.bool("goesOn") ?? false
        )
    }

    private static func aggregate(_ value: Literal, _ depth: Int) throws(ConditionJSONFault) -> Aggregate {
        var groupBy: [FieldReference] = []
        if let fields = value["groupBy"] {
            for field in try fields.elements("groupBy") { groupBy.append(try reference(field)) }
        }
        let metric: Aggregate.Metric
        switch try value.required("metric").text("metric") {
        case "count": metric = .count
        case "distinct": metric = .distinct(try reference(value.required("of")))
        case "sum": metric = .sum(try reference(value.required("of")))
        case "average": metric = .average(try reference(value.required("of")))
        case "percentile":
            metric = .percentile(try reference(value.required("of")), try value.required("share").real("share"))
        default: throw .expected(key: "metric", "count, distinct, sum, average or percentile")
        }
        return Aggregate(
            try condition(value.required("child"), depth: depth + 1),
            groupBy: groupBy,
            windowSeconds: try value["windowSeconds"]?.number("windowSeconds"),
            metric: metric,
            try comparison(value),
            try value.required("value").real("value"),
            isInferred: try value["inferred"]?.bool("inferred") ?? false,
            place: try place(value)
        )
    }

    private static func sequence(_ value: Literal, _ depth: Int) throws(ConditionJSONFault) -> EventSequence {
        var steps: [EventSequence.Step] = []
        for step in try value.required("steps").elements("steps") {
            steps.append(
                EventSequence.Step(
                    try condition(step.required("condition"), depth: depth + 1),
                    name: try step["name"]?.text("name"),
                    countMin: try step["countMin"]?.number("countMin") ?? 1,
                    isAbsent: try step["absent"]?.bool("absent") ?? false
                )
            )
        }
        var joinBy: [[FieldReference]] = []
        if let lists = value["joinBy"] {
            for list in try lists.elements("joinBy") {
                var fields: [FieldReference] = []
                for field in try list.elements("joinBy") { fields.append(try reference(field)) }
                joinBy.append(fields)
            }
        }
        var until: Condition?
        if let child = value["until"] { until = try condition(child, depth: depth + 1) }
        return EventSequence(
            steps,
            joinBy: joinBy,
            spanSeconds: try value["spanSeconds"]?.number("spanSeconds"),
            isOrdered: try value["ordered"]?.bool("ordered") ?? true,
            until: until
        )
    }
}

extension Literal {
    func required(_ key: String) throws(ConditionJSONFault) -> Literal {
        guard let value = self[key] else { throw .expected(key: key, "a value") }
        return value
    }

    func text(_ key: String) throws(ConditionJSONFault) -> String {
        guard case .string(let text) = self else { throw .expected(key: key, "a text") }
        return text
    }

    func bool(_ key: String) throws(ConditionJSONFault) -> Bool {
        guard case .bool(let value) = self else { throw .expected(key: key, "true or false") }
        return value
    }

    func number(_ key: String) throws(ConditionJSONFault) -> Int {
        guard case .int(let value) = self else { throw .expected(key: key, "an integer") }
        return Int(value)
    }

    func real(_ key: String) throws(ConditionJSONFault) -> Double {
        switch self {
        case .int(let value): return Double(value)
        case .double(let value): return value
        default: throw .expected(key: key, "a number")
        }
    }

    func elements(_ key: String) throws(ConditionJSONFault) -> [Literal] {
        guard case .list(let elements) = self else { throw .expected(key: key, "a list") }
        return elements
    }
}
