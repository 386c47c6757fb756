import Addresses
import Conditions
import Detections
import Documents
import Extraction
import PantherFormat

/// Lowers simple detections and inline filters, which are made of match expressions, to conditions.
///
/// The meanings are those of ``ExpressionOperators``; where one has no condition that means exactly it, it is opaque.
struct ExpressionLowering {
    private var reads: [FieldReference] = []
    /// Quantifiers around the expression.
    private var depth = 0
    /// Which keys names find: filters look at the event as it came, detections at Panther's.
    private let matching: FieldStep.KeyMatching

    private init(_ matching: FieldStep.KeyMatching) { self.matching = matching }

    /// What the inline filters of a detection demand; nil if it has none, or some that cannot be read.
    static func filter(of detection: Detection) -> Condition? {
        guard let filters = detection.filters else { return nil }
        var reader = ExpressionReader(filters.source)
        let expression = reader.filters(filters.node)
        guard reader.diagnostics.isEmpty else { return nil }
        var lowering = ExpressionLowering(.exact)
        return lowering.condition(expression)
    }

    /// What is found of a simple detection; nil if its expressions cannot be read.
    static func findings(of detection: Detection) -> DetectionFindings? {
        guard case .conditions(let written) = detection.body else { return nil }
        var reader = ExpressionReader(written.source)
        let expression = reader.together(written.node)
        guard reader.diagnostics.isEmpty else { return nil }
        var lowering = ExpressionLowering(.panther)
        let condition = lowering.condition(expression)
        return DetectionFindings(condition: condition, reads: lowering.reads, outputs: outputs(of: detection))
    }

    private static func outputs(of detection: Detection) -> [OutputField] {
        let (keys, faults) = ExpressionReader.alertKeys(detection.alertTemplate)
        guard faults.isEmpty else { return [] }
        func output(_ name: String?, _ specifier: KeySpecifier, _ origin: String) -> OutputField {
            let field = Self.field(specifier.steps, .panther)
            return OutputField(
                name: name ?? specifier.text,
                origin: origin,
                kind: .field,
                reads: field.map { [$0] } ?? []
            )
        }
        var outputs: [OutputField] = []
        for part in keys.title?.parts ?? [] {
            if case .value(let specifier) = part { outputs.append(output(nil, specifier, "title")) }
        }
        outputs += (keys.groupBy ?? []).map { output(nil, $0, "dedup") }
        outputs += (keys.context ?? []).map { output($0.name, $0.value, "alert_context") }
        return outputs
    }

    // MARK: Expressions

    private mutating func condition(_ expression: MatchExpression) -> Condition {
        switch expression {
        case .constant(let value): return .constant(value)
        case .combination(let combinator, let children):
            var parts: [Condition] = []
            for child in children { parts.append(condition(child)) }
            switch combinator {
            case .all: return .all(parts)
            case .any: return .any(parts)
            case .none: return .not(.any(parts))
            case .onlyOne: return Self.exactlyOne(parts)
            }
        case .elements(let combinator, let subject, let children):
            return elements(combinator, subject, children)
        case .comparison(let comparison):
            let asked = self.comparison(comparison)
            return comparison.condition.isNegated ? .not(asked) : asked
        }
    }

    /// Most parts of which one has to hold, that are said one by one.
    private static let exactlyOneMax = 8

    private static func exactlyOne(_ parts: [Condition]) -> Condition {
        guard parts.count <= exactlyOneMax else { return .opaque(Opaque(.unsupported)) }
        return .any(
            parts.indices.map { index in
                .all(parts.indices.map { $0 == index ? parts[$0] : .not(parts[$0]) })
            }
        )
    }

    private mutating func elements(
        _ combinator: MatchExpression.Combinator,
        _ subject: KeySpecifier,
        _ children: [MatchExpression]
    ) -> Condition {
        guard let list = read(subject.steps) else { return .opaque(Opaque(.enrichment, text: subject.text)) }
        depth += 1
        var parts: [Condition] = []
        for child in children { parts.append(condition(child)) }
        depth -= 1
        let kind: Quantifier.Kind =
            switch combinator {
            case .all: .every
            case .any: .some
            case .onlyOne: .count(.equal, 1)
            case .none: .none
            }
        let test = Condition.quantifier(Quantifier(kind, of: list, .elements, .all(parts)))
        // What is no list has no elements, and not all of them hold.
        let isList = Condition.leaf(Leaf(list, .isType([.array])))
        return combinator == .none ? .any([.not(isList), test]) : .all([isList, test])
    }

    // MARK: Comparisons

    private mutating func comparison(_ comparison: MatchExpression.Comparison) -> Condition {
        let steps = comparison.subject.steps
        guard !steps.contains(.eachOrSelf) else {
            return .opaque(Opaque(.enrichment, text: comparison.subject.text, mayRaise: true))
        }
        guard comparison.subject.isPlural else {
            guard let field = read(steps) else { return .opaque(Opaque(.unsupported)) }
            return test(field, comparison, isElement: false)
        }
        switch comparison.condition.matchOperator {
        case .exists: return some(steps) { _, field in .leaf(Leaf(field, .exists)) }
        case .isNull, .isEmpty: return .not(some(steps) { _, field in .leaf(Leaf(field, .isNull, isNegated: true)) })
        default:
            return some(steps) { lowering, field in
                .all([
                    .leaf(Leaf(field, .isNull, isNegated: true)),
                    lowering.test(field, comparison, isElement: true),
                ])
            }
        }
    }

    /// Some value that a path with wildcards finds.
    private mutating func some(
        _ steps: [KeySpecifier.Step],
        _ body: (inout Self, FieldReference) -> Condition
    ) -> Condition {
        guard let wildcard = steps.firstIndex(of: .each) else {
            guard let field = read(steps) else { return .opaque(Opaque(.unsupported)) }
            return .all([.leaf(Leaf(field, .exists)), body(&self, field)])
        }
        guard let list = read(Array(steps[..<wildcard])) else { return .opaque(Opaque(.unsupported)) }
        depth += 1
        let rest = Array(steps[(wildcard + 1)...])
        let child = rest.isEmpty ? body(&self, FieldReference(.element(0))) : some(rest, body)
        depth -= 1
        return .all([
            .leaf(Leaf(list, .isType([.array]))),
            .quantifier(Quantifier(.some, of: list, .elements, child)),
        ])
    }

    /// The test of one value; `isElement` if it is one of several that a path finds.
    private func test(
        _ field: FieldReference,
        _ comparison: MatchExpression.Comparison,
        isElement: Bool
    ) -> Condition {
        let condition = comparison.condition
        let casing: Leaf.Casing = condition.ignoresCase ? .insensitive : .sensitive
        func leaf(_ op: Operator, _ values: [Literal] = [], not: Bool = false) -> Condition {
            .leaf(Leaf(field, op, values, isNegated: not, casing: casing))
        }
        let isThere = Condition.leaf(Leaf(field, .isNull, isNegated: true))
        func kind(_ kinds: ValueKind...) -> Condition { .leaf(Leaf(field, .isType(Set(kinds)))) }
        switch condition.matchOperator {
        case .exists: return leaf(.exists)
        case .isNull: return leaf(.isNull)
        case .isEmpty: return .any([leaf(.isNull), .all([kind(.string, .array, .object), leaf(.isEmpty)])])
        case .isAddress: return .all([kind(.string), leaf(.address(.isValid))])
        case .isPublic: return .all([isThere, leaf(.address(.isGlobal))])
        case .isPrivate: return .all([isThere, leaf(.address(.isPrivate))])
        case .isAddress4, .isAddress6: return .opaque(Opaque(.unsupported, reads: [field], mayRaise: false))
        default: break
        }
        if case .key(let other) = comparison.operand { return fieldTest(field, comparison, other) }
        guard case .value(let node) = comparison.operand, let literal = Literal(node) else {
            return .opaque(Opaque(.unsupported, reads: [field]))
        }
        switch condition.matchOperator {
        case .equals: return leaf(.equals, [literal])
        case .isLess: return .all([isThere, leaf(.less, [literal])])
        case .isLessOrEqual: return .all([isThere, leaf(.lessOrEqual, [literal])])
        case .isGreater: return .all([isThere, leaf(.greater, [literal])])
        case .isGreaterOrEqual: return .all([isThere, leaf(.greaterOrEqual, [literal])])
        case .startsWith: return .all([kind(.string), leaf(.startsWith, [literal])])
        case .endsWith: return .all([kind(.string), leaf(.endsWith, [literal])])
        case .contains: return containment(field, literal, casing, isElement: isElement)
        case .isIn:
            guard case .list(let values) = literal else { return .opaque(Opaque(.unsupported, reads: [field])) }
            let element = Condition.leaf(Leaf(FieldReference(.element(0)), .isIn, values))
            let some = Condition.quantifier(Quantifier(.some, of: field, .elements, element))
            return .any([.leaf(Leaf(field, .isIn, values)), .all([kind(.array), some])])
        case .isInNetwork: return .all([isThere, leaf(.cidr, [literal])])
        case .containsAddress:
            let element = Condition.leaf(Leaf(FieldReference(.element(0)), .cidr, [literal]))
            return .all([isThere, .quantifier(Quantifier(.some, of: field, .elements, element))])
        default: return .opaque(Opaque(.unsupported, reads: [field]))
        }
    }

    /// A part of a text, an element of a list, or a part of one of its texts.
    private func containment(
        _ field: FieldReference,
        _ literal: Literal,
        _ casing: Leaf.Casing,
        isElement: Bool
    ) -> Condition {
        func part(_ field: FieldReference) -> Condition {
            .all([
                .leaf(Leaf(field, .isType([.string]))), .leaf(Leaf(field, .contains, [literal], casing: casing)),
            ])
        }
        func element(_ field: FieldReference) -> Condition {
            let containers = Condition.all([
                .leaf(Leaf(field, .isType([.array, .object]))), .opaque(Opaque(.unsupported, reads: [field])),
            ])
            // Only texts hold texts; in other lists nothing is looked for when case is ignored.
            let parts = literal.kind == .string ? [part(field)] : []
            return .any([.leaf(Leaf(field, .equals, [literal]))] + parts + (casing == .sensitive ? [containers] : []))
        }
        if isElement { return element(field) }
        let list = Condition.all([
            .leaf(Leaf(field, .isType([.array]))),
            .quantifier(Quantifier(.some, of: field, .elements, element(FieldReference(.element(0))))),
        ])
        let object = Condition.all([
            .leaf(Leaf(field, .isType([.object]))), .opaque(Opaque(.unsupported, reads: [field])),
        ])
        // Of numbers and Booleans nothing can be a part: an error.
        let other = Condition.all([
            .leaf(Leaf(field, .isType([.boolean, .integer, .double]))), .opaque(Opaque(.unsupported, reads: [field])),
        ])
        return .any([part(field), list, object, other])
    }

    private func fieldTest(
        _ field: FieldReference,
        _ comparison: MatchExpression.Comparison,
        _ other: KeySpecifier
    ) -> Condition {
        let isThere = Condition.leaf(Leaf(field, .isNull, isNegated: true))
        guard let operand = reference(other.steps), !comparison.condition.ignoresCase else {
            return .opaque(Opaque(.unsupported, reads: [field]))
        }
        func leaf(_ op: Operator) -> Condition { .leaf(Leaf(field, op, other: Operand(operand))) }
        switch comparison.condition.matchOperator {
        case .equals: return leaf(.equals)
        case .isLess: return .all([isThere, leaf(.less)])
        case .isGreater: return .all([isThere, leaf(.greater)])
        default: return .opaque(Opaque(.unsupported, reads: [field, operand]))
        }
    }

    // MARK: Fields

    /// The field of a path without wildcards, noted as read.
    private mutating func read(_ steps: [KeySpecifier.Step]) -> FieldReference? {
        guard let field = reference(steps) else { return nil }
        if !reads.contains(field), !field.steps.isEmpty { reads.append(field) }
        return field
    }

    private func reference(_ steps: [KeySpecifier.Step]) -> FieldReference? {
        guard var field = Self.field(steps, matching) else { return nil }
        if depth > 0 { field.root = .element(0) }
        return field
    }

    private static func field(
        _ steps: [KeySpecifier.Step],
        _ matching: FieldStep.KeyMatching
    ) -> FieldReference? {
        var field = FieldReference(.event)
        for step in steps {
            switch step {
            case .name(let name): field.steps.append(FieldStep(.key(name, matching)))
            case .index(let index): field.steps.append(FieldStep(.index(index)))
            case .each, .eachOrSelf: return nil
            }
        }
        return field
    }
}

extension Literal {
    /// A value of a file; nil for what has no literal, such as integers past 64 bits.
    init?(_ node: DataNode) {
        switch node.value {
        case .null: self = .null
        case .bool(let value): self = .bool(value)
        case .int(let value): self = .int(value)
        case .double(let value): self = .double(value)
        case .string(let text): self = .string(text)
        case .list(let nodes):
            var elements: [Literal] = []
            for node in nodes {
                guard let element = Literal(node) else { return nil }
                elements.append(element)
            }
            self = .list(elements)
        case .bigInt, .bytes, .map: return nil
        }
    }
}
