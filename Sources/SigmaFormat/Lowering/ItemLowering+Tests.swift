import Conditions
import Diagnostics
import PythonRegex

/// From values to tests of a field.
extension ItemLowering {
    /// The tests of all values for one field, joined.
    mutating func joined(_ field: FieldReference) -> Condition {
        var tests: [Condition] = []
        for (place, operands) in values.enumerated() {
            let span = place < item.values.count ? item.values[place].span : item.keySpan
            let own = merged(operands.map { test($0, field, span) })
            if let obstacle { return context.opaque(obstacle, item) }
            tests.append(own.count == 1 ? own[0] : .any(own))
        }
        // An empty list of values is null, as no value.
        if tests.isEmpty { tests = [.leaf(leaf(field, .isNull, [], item.keySpan))] }
        if !isAll { tests = merged(tests) }
        let whole: Condition = tests.count == 1 ? tests[0] : isAll ? .all(tests) : .any(tests)
        guard isNegated else { return whole }
        if case .leaf(var leaf) = whole {
            leaf.isNegated.toggle()
            return .leaf(leaf)
        }
        return .not(whole)
    }

    /// Neighbouring tests that differ in their values only, as one test of several values.
    private func merged(_ tests: [Condition]) -> [Condition] {
        var result: [Condition] = []
        for test in tests {
            guard case .leaf(let leaf) = test, case .leaf(var last)? = result.last, last.other == nil,
                leaf.other == nil,
                !leaf.isNegated, !last.isNegated, Self.takesSeveral(leaf.op), Self.isSame(last.op, leaf.op)
            else {
                result.append(test)
                continue
            }
            last.values += leaf.values
            if last.op == .equals { last.op = .isIn }
            result[result.count - 1] = .leaf(last)
        }
        return result
    }

    private static func isSame(_ left: Operator, _ right: Operator) -> Bool {
        left == right || (left == .isIn && right == .equals)
    }

    private static func takesSeveral(_ op: Operator) -> Bool {
        switch op {
        case .equals, .isIn, .contains, .startsWith, .endsWith, .glob, .regex, .cidr: true
        default: false
        }
    }

    private func leaf(_ field: FieldReference, _ op: Operator, _ values: [Literal], _ span: Span) -> Leaf {
        let transforms: [Transform] = timePart.map { [.timePart($0)] } ?? []
        return Leaf(field, op, values, transforms: transforms, casing: casing, place: context.place(span))
    }

    private mutating func test(_ operand: Operand, _ field: FieldReference, _ span: Span) -> Condition {
        switch operand {
        case .text(let text): return pattern(text, field, span)
        case .literal(let literal):
            // A keyword is a part of a value.
            if field.style == .anywhere { return pattern(SigmaString([.bytes(Array(literal.json.utf8))]), field, span) }
            return .leaf(leaf(field, .equals, [literal], span))
        case .null: return .leaf(leaf(field, .isNull, [], span))
        case .expression(let text, let flags): return expression(text, flags, field, span)
        case .network(let name): return .leaf(leaf(field, .cidr, [.string(name)], span))
        case .comparison(let op, let literal): return .leaf(leaf(field, op, [literal], span))
        case .existence(let flag):
            var leaf = leaf(field, .exists, [], span)
            leaf.isNegated = !flag
            return .leaf(leaf)
        case .field(let name, let op):
            let others = context.run.names(of: name).map { other -> Condition in
                var leaf = leaf(field, op, [], span)
                leaf.other = Conditions.Operand(.each(other))
                return .leaf(leaf)
            }
            return others.count == 1 ? others[0] : .any(others)
        }
    }

    private mutating func expression(
        _ text: String,
        _ flags: RegexFlags,
        _ field: FieldReference,
        _ span: Span
    ) -> Condition {
        var letters = ""
        if flags.contains(.multiline) { letters += "m" }
        if flags.contains(.dotAll) { letters += "s" }
        let pattern = (letters.isEmpty ? "" : "(?\(letters))") + text
        do {
            _ = try Pattern(pattern, flags: flags.contains(.ignoreCase) ? .ignoreCase : [])
        } catch {
            refuse("`\(text.prefix(80))` is no regular expression: \(error.message)")
            return .constant(false)
        }
        var leaf = leaf(field, .regex(.search), [.string(pattern)], span)
        leaf.casing = flags.contains(.ignoreCase) ? .insensitive : .sensitive
        return .leaf(leaf)
    }

    /// The test for a text with or without wildcards. A keyword may stand anywhere in a value.
    private mutating func pattern(_ text: SigmaString, _ field: FieldReference, _ span: Span) -> Condition {
        let text = field.style == .anywhere ? text.surrounded(before: true, after: true) : text
        var parts = text.parts
        let isOpenBefore = parts.first == .anyText
        if isOpenBefore { parts.removeFirst() }
        let isOpenAfter = parts.last == .anyText
        if isOpenAfter { parts.removeLast() }
        // Nothing but any text: whatever is there, unless it is null.
        if parts.isEmpty, isOpenBefore {
            var leaf = leaf(field, .isNull, [], span)
            leaf.isNegated = true
            return .leaf(leaf)
        }
        guard let plain = SigmaString(parts).plainBytes else { return glob(text, field, span) }
        guard let value = String(validating: plain, as: UTF8.self) else {
            refuse("the encoded value is no text; it needs `base64` or `base64offset` behind it")
            return .constant(false)
        }
        let op: Operator = isOpenBefore ? (isOpenAfter ? .contains : .endsWith) : isOpenAfter ? .startsWith : .equals
        return .leaf(leaf(field, op, [.string(value)], span))
    }

    private mutating func glob(_ text: SigmaString, _ field: FieldReference, _ span: Span) -> Condition {
        var result = ""
        for part in text.parts {
            switch part {
            case .anyText: result += "*"
            case .anyCharacter: result += "?"
            case .placeholder: break
            case .bytes(let bytes):
                guard let plain = String(validating: bytes, as: UTF8.self) else {
                    refuse("the encoded value is no text; it needs `base64` or `base64offset` behind it")
                    return .constant(false)
                }
                result += Wildcard.escaping(plain)
            }
        }
        return .leaf(leaf(field, .glob, [.string(result)], span))
    }
}
