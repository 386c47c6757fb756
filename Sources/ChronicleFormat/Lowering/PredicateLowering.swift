import Conditions
import Diagnostics

/// Turns predicates about one event into conditions.
struct PredicateLowering {
    let source: Source
    let names: RuleNames
    let fields: UDMField
    /// The event that predicates are about, by its place among the rule's events; nil where there is no one event.
    var event: Int?
    /// Values that are still looked at: placeholders may stand for values that hold placeholders.
    var stepsLeft = 20_000
    /// Placeholders that are being looked up, so that one that stands for itself ends.
    var pending: Set<String> = []

    init(_ source: Source, _ names: RuleNames, _ fields: UDMField) {
        self.source = source
        self.names = names
        self.fields = fields
    }

    /// Cases that a value may be taken apart into.
    private static let casesMax = 16
    /// Nodes of a condition that stands before several values: it is written once for each.
    private static let guardWeightMax = 200

    // MARK: Places and opaque parts

    func place(_ expression: YaraLExpression) -> SourcePlace {
        SourcePlace(line: source.line(at: expression.span.start))
    }

    /// Letters of an opaque part's text.
    private static let textLengthMax = 100

    /// A part that conditions cannot say, with the fields in it.
    func opaque(_ reason: OpaqueReason, _ expression: YaraLExpression) -> Condition {
        let text = YaraLPrinter.print(expression).replacing("\n", with: " ")
        let short = text.count > Self.textLengthMax ? text.prefix(Self.textLengthMax - 1) + "…" : text[...]
        return .opaque(
            Opaque(
                reason,
                place: place(expression),
                text: String(short),
                reads: names.fields(expression).map { fields.reference($0) },
                mayRaise: false
            )
        )
    }

    /// Why a value that is computed cannot be said.
    func reason(_ expression: YaraLExpression) -> OpaqueReason {
        var reason = OpaqueReason.computedValue
        var isKnown = false
        func take(_ found: OpaqueReason) {
            guard !isKnown else { return }
            reason = found
            isKnown = true
        }
        expression.forEach { part in
            switch part.kind {
            case .unreadable: take(.unsupported)
            case .list: take(.environment)
            case .call(let name, _):
                switch YaraLFunction.named(name)?.meaning {
                case nil: take(.unknownFunction)
                case .clock: take(.clock)
                case .enrichment: take(.enrichment)
                default: break
                }
            default: break
            }
        }
        return reason
    }

    // MARK: Predicates

    /// The condition that a predicate is.
    mutating func condition(_ expression: YaraLExpression) -> Condition {
        switch expression.kind {
        case .all(let parts): return .all(conditions(parts))
        case .any(let parts): return .any(conditions(parts))
        case .not(let part): return .not(condition(part))
        case .some(.any, let parts): return .any(conditions(parts))
        case .some(.all, let parts): return .all(conditions(parts))
        case .boolean(let value): return .constant(value)
        case .comparison(let left, let comparison, let right):
            return self.comparison(left, comparison, right, ignoringCase: false, expression)
        case .withoutCase(let child):
            switch child.kind {
            case .comparison(let left, let comparison, let right):
                return self.comparison(left, comparison, right, ignoringCase: true, expression)
            case .call(let name, let arguments): return call(name, arguments, ignoringCase: true, expression)
            case .membership: return opaque(.environment, expression)
            default: return condition(child)
            }
        case .membership: return opaque(.environment, expression)
        case .call(let name, let arguments): return call(name, arguments, ignoringCase: false, expression)
        case .field, .each: return truth(expression)
        case .variable(let name): return names.placeholders[name] == nil ? truth(expression) : .constant(true)
        case .unreadable: return opaque(.unsupported, expression)
        case .text, .pattern, .number, .duration, .count, .list, .arithmetic, .negative, .some:
            return opaque(reason(expression), expression)
        }
    }

    private mutating func conditions(_ parts: [YaraLExpression]) -> [Condition] {
        var conditions: [Condition] = []
        for part in parts { conditions.append(condition(part)) }
        return conditions
    }

    /// A value that stands where a predicate does: whether it is true.
    private mutating func truth(_ expression: YaraLExpression) -> Condition {
        switch value(expression) {
        case .constant(let literal): .constant(literal.isTruthy)
        case .reading(let reading): leaf(reading, .equals, [.bool(true)], expression)
        case .cases, .opaque, .pattern: opaque(reason(expression), expression)
        }
    }

    // MARK: Calls

    private mutating func call(
        _ name: String,
        _ arguments: [YaraLExpression.Argument],
        ignoringCase: Bool,
        _ expression: YaraLExpression
    ) -> Condition {
        guard arguments.count >= 2 else { return opaque(reason(expression), expression) }
        switch YaraLFunction.named(name)?.meaning {
        case .pattern:
            guard let pattern = constantText(arguments[1].value) else { return opaque(reason(expression), expression) }
            let subject = value(arguments[0].value)
            return compare(subject, .equals, .pattern(pattern), ignoringCase: ignoringCase, expression)
        case .test(let makeOperator):
            return test(
                value(arguments[0].value),
                makeOperator(),
                value(arguments[1].value),
                ignoringCase: ignoringCase,
                expression
            )
        case .choice:
            var alternatives: [Condition] = []
            let test = condition(arguments[0].value)
            guard test.weighs(atMost: Self.guardWeightMax) else { return opaque(.limit, expression) }
            alternatives.append(.all([test, condition(arguments[1].value)]))
            if arguments.count > 2 { alternatives.append(.all([.not(test), condition(arguments[2].value)])) }
            return .any(alternatives)
        default: return opaque(reason(expression), expression)
        }
    }

    private func test(
        _ subject: ValueForm,
        _ op: Operator,
        _ object: ValueForm,
        ignoringCase: Bool,
        _ expression: YaraLExpression
    ) -> Condition {
        switch (subject, object) {
        case (.reading(let reading), .constant(let literal)):
            return leaf(reading, op, [literal], ignoringCase: ignoringCase && op != .cidr, expression)
        case (.constant(let literal), .reading(let reading)) where op == .contains:
            return leaf(reading, .isInText, [literal], ignoringCase: ignoringCase, expression)
        case (.cases(let cases), _):
            return .any(
                cases.map { entry in
                    let test = self.test(entry.value, op, object, ignoringCase: ignoringCase, expression)
                    return .all([entry.guardCondition, test])
                }
            )
        default: return opaque(reason(expression), expression)
        }
    }

    private mutating func constantText(_ expression: YaraLExpression) -> String? {
        switch value(expression) {
        case .constant(.string(let text)), .pattern(let text): text
        default: nil
        }
    }

    // MARK: Values

    /// What can be said of a value.
    mutating func value(_ expression: YaraLExpression) -> ValueForm {
        stepsLeft -= 1
        guard stepsLeft > 0 else { return .opaque(.limit) }
        switch expression.kind {
        case .text(let text, _): return .constant(.string(text))
        case .pattern(let pattern): return .pattern(pattern)
        case .number(let digits): return Self.number(digits)
        case .boolean(let value): return .constant(.bool(value))
        case .field(let path): return .reading(.init(path: path))
        case .variable(let name): return variable(name)
        case .each(let each, let child):
            guard case .reading(var reading) = value(child), reading.each == nil else {
                return .opaque(reason(expression))
            }
            reading.each = each
            return .reading(reading)
        case .call(let name, let arguments): return callValue(name, arguments, expression)
        case .negative(let child):
            switch value(child) {
            case .constant(.int(let number)) where number != .min: return .constant(.int(-number))
            case .constant(.double(let number)): return .constant(.double(-number))
            default: return .opaque(reason(expression))
            }
        case .arithmetic(let first, let operations): return arithmetic(first, operations, expression)
        default: return .opaque(reason(expression))
        }
    }

    private static func number(_ digits: String) -> ValueForm {
        if let number = Int64(digits) { return .constant(.int(number)) }
        return Double(digits).map { .constant(.double($0)) } ?? .opaque(.limit)
    }

    /// What a placeholder stands for, or an outcome.
    private mutating func variable(_ name: String) -> ValueForm {
        guard let meaning = names.value(of: name, for: event) ?? names.outcomes[name] else {
            return .opaque(.unknownName)
        }
        guard pending.insert(name).inserted else { return .opaque(.unknownName) }
        defer { pending.remove(name) }
        return value(meaning)
    }

    private mutating func arithmetic(
        _ first: YaraLExpression,
        _ operations: [YaraLExpression.Operation],
        _ expression: YaraLExpression
    ) -> ValueForm {
        guard case .constant(.int(var result)) = value(first) else { return .opaque(reason(expression)) }
        for operation in operations {
            guard case .constant(.int(let operand)) = value(operation.operand) else {
                return .opaque(reason(expression))
            }
            let (next, overflows): (Int64, Bool) =
                switch operation.sign {
                case .plus: result.addingReportingOverflow(operand)
                case .minus: result.subtractingReportingOverflow(operand)
                case .times: result.multipliedReportingOverflow(by: operand)
                // A quotient may have a fraction.
                case .divided, .modulo: (0, true)
                }
            if overflows { return .opaque(.computedValue) }
            result = next
        }
        return .constant(.int(result))
    }

    private mutating func callValue(
        _ name: String,
        _ arguments: [YaraLExpression.Argument],
        _ expression: YaraLExpression
    ) -> ValueForm {
        guard let function = YaraLFunction.named(name), let first = arguments.first?.value else {
            return .opaque(reason(expression))
        }
        switch function.meaning {
        case .transform(let makeTransform): return transformed(value(first), makeTransform(), expression)
        case .trim(let makeTransform):
            if arguments.count == 1 { return transformed(value(first), makeTransform(nil), expression) }
            guard let characters = constantText(arguments[1].value) else { return .opaque(reason(expression)) }
            return transformed(value(first), makeTransform(characters), expression)
        case .coalesce: return coalesced(arguments.map(\.value), expression)
        case .choice where arguments.count >= 2:
            let test = condition(first)
            guard test.weighs(atMost: Self.guardWeightMax) else { return .opaque(.limit) }
            let positive = value(arguments[1].value)
            var negative = ValueForm.constant(.string(""))
            if arguments.count > 2 {
                negative = value(arguments[2].value)
            } else if case .constant(let literal) = positive {
                negative = .constant(literal.zeroOfKind)
            }
            return cases([
                .init(guardCondition: test, value: positive), .init(guardCondition: .not(test), value: negative),
            ])
        case .concat:
            var text = ""
            for argument in arguments {
                guard let part = constantText(argument.value) else { return .opaque(reason(expression)) }
                text += part
            }
            return .constant(.string(text))
        case .element: return element(first, arguments.dropFirst().first?.value, expression)
        default: return .opaque(reason(expression))
        }
    }

    private func transformed(_ form: ValueForm, _ transform: Transform, _ expression: YaraLExpression) -> ValueForm {
        switch (form, transform) {
        case (.reading(var reading), _):
            reading.transforms.append(transform)
            return .reading(reading)
        case (.constant(.string(let text)), .lower): return .constant(.string(text.lowercased()))
        case (.constant(.string(let text)), .upper): return .constant(.string(text.uppercased()))
        case (.constant(.int), .integer), (.constant(.string), .string): return form
        case (.cases(let cases), _):
            return .cases(
                cases.map {
                    .init(guardCondition: $0.guardCondition, value: transformed($0.value, transform, expression))
                }
            )
        case (.opaque, _): return form
        default: return .opaque(reason(expression))
        }
    }

    /// The first of several values that is not empty.
    private mutating func coalesced(_ parts: [YaraLExpression], _ expression: YaraLExpression) -> ValueForm {
        guard parts.count <= Self.casesMax else { return .opaque(.limit) }
        var entries: [ValueForm.Case] = []
        var empty: [Condition] = []
        for (index, part) in parts.enumerated() {
            let form = value(part)
            guard index < parts.count - 1 else {
                entries.append(.init(guardCondition: .all(empty), value: form))
                break
            }
            guard case .reading(let reading) = form, reading.each == nil else { return .opaque(reason(expression)) }
            let isEmpty = leaf(reading, .isEmpty, [], part)
            entries.append(.init(guardCondition: .all(empty + [.not(isEmpty)]), value: form))
            empty.append(isEmpty)
        }
        return cases(entries)
    }

    /// `arrays.index_to_str(strings.split(text, separator), index)`.
    private mutating func element(
        _ list: YaraLExpression,
        _ index: YaraLExpression?,
        _ expression: YaraLExpression
    ) -> ValueForm {
        guard case .call(let name, let arguments) = list.kind, name.lowercased() == "strings.split", let index,
            let text = arguments.first?.value, case .reading(var reading) = value(text),
            case .constant(.int(let place)) = value(index), let place = Int(exactly: place)
        else { return .opaque(reason(expression)) }
        let separator = arguments.count > 1 ? constantText(arguments[1].value) : ","
        guard let separator, !separator.isEmpty else { return .opaque(reason(expression)) }
        reading.transforms.append(.split(separator: separator, index: place))
        return .reading(reading)
    }

    private func cases(_ entries: [ValueForm.Case]) -> ValueForm {
        var flat: [ValueForm.Case] = []
        for entry in entries {
            if case .cases(let inner) = entry.value {
                flat += inner.map {
                    .init(guardCondition: .all([entry.guardCondition, $0.guardCondition]), value: $0.value)
                }
            } else {
                flat.append(entry)
            }
        }
        return flat.count <= Self.casesMax ? .cases(flat) : .opaque(.limit)
    }
}
