import Conditions
import Diagnostics
import PythonSyntax

/// Methods.
extension Interpreter {
    /// `receiver.name(…)`.
    mutating func callMethod(
        _ receiver: Symbol,
        _ name: String,
        _ given: Arguments,
        _ state: inout PathState,
        _ flow: inout [Decision],
        _ span: Span
    ) -> Symbol {
        let result: Symbol?
        switch receiver {
        case .reading(let reading):
            result =
                callMappingMethod(reading, name, given, &state, &flow, span)
                ?? textMethod(.reading(reading), name, given, &state, &flow, span)
        case .constant(.string), .text:
            guard !Self.mappingMethods.contains(name) else { return .opaque(failure(span)) }
            result = textMethod(receiver, name, given, &state, &flow, span)
        case .object(let id): result = callContainerMethod(id, name, given, &state, &flow, span)
        case .selection(let selection): result = selectionMethod(selection, name, given, &state, &flow, span)
        case .pattern(let pattern): result = patternMethod(pattern, name, given, &state, &flow, span)
        case .constant, .truth: return .opaque(failure(span))
        case .kept(let kept) where name == "union" && given.positional.count == 1:
            result = adding(given.positional[0], to: kept, state)
        case .match(let condition):
            let reason = opaque(.computedValue, span, reads: condition.fieldsRead)
            return .checked(.disjunction([condition, .opaque(failure(span))]), .opaque(reason.settled))
        default: result = nil
        }
        if let result { return result }
        if case .reading(let reading) = receiver, !reading.isEvent, Self.harmlessTextMethods.contains(name),
            given.positional.allSatisfy({ literal($0, state) != nil }), given.named.isEmpty
        {
            // Of a text they raise nothing; what they give cannot be said.
            let value = Symbol.opaque(opaque(.computedValue, span, reads: [reading.field]).open)
            if reading.kinds == [.string] { return .checked(definedness(receiver), value) }
            let isText = test(reading, .isType([.string]), [], span)
            return .checked(.disjunction([isText, .opaque(failure(span))]), value)
        }
        var reason = opaque(.unsupported, span, reads: reads(receiver, state))
        if case .reading(let reading) = receiver, !reading.isEvent { reason.reads = [reading.field] }
        poison(receiver, reason, span, &state, &flow)
        return unknownCall(reason, given, &state, &flow, span, changesState: false)
    }

    /// Methods that no text has.
    private static let mappingMethods: Set<String> = ["get", "items", "keys", "values", "deep_get", "update", "pop"]

    /// Methods of texts that raise for no text, given arguments of the right kind.
    private static let harmlessTextMethods: Set<String> = [
        "capitalize", "isalnum", "isalpha", "isascii", "isdecimal", "isdigit", "islower", "isnumeric", "isspace",
        "istitle",
        "isupper", "splitlines", "swapcase", "title",
    ]

    // MARK: Texts

    private static let prefixOperators: [String: Operator] = ["startswith": .startsWith, "endswith": .endsWith]

    private mutating func textMethod(
        _ receiver: Symbol,
        _ name: String,
        _ given: Arguments,
        _ state: inout PathState,
        _ flow: inout [Decision],
        _ span: Span
    ) -> Symbol? {
        let literals = given.positional.map { literal($0, state) }
        if case .constant(.string(let text)) = receiver {
            if let value = constantTextMethod(text, name, given, literals, &state, span) { return value }
        }
        guard case .reading(let reading) = receiver, !reading.isEvent else {
            guard case .text(let parts) = receiver else { return nil }
            if name == "lower" || name == "upper" || name == "strip" {
                return .opaque(opaque(.computedValue, span, reads: reads(receiver, state)))
            }
            guard literals.count == 1, given.named.isEmpty, case .string(let affix) = literals[0] else { return nil }
            if name == "split", !affix.isEmpty {
                let pieces = opaque(.computedValue, span, reads: reads(receiver, state))
                return .checked(definedness(receiver), .data(pieces.open))
            }
            return affixTest(name, affix, parts, state, span).map { .checked(definedness(receiver), .of($0)) }
        }
        var character: String??
        if given.positional.isEmpty { character = .some(nil) }
        if literals.count == 1, case .string(let text) = literals[0] { character = text }
        switch (name, given.positional.count) {
        case ("lower", 0): return .reading(reading.transformed(.lower))
        case ("upper", 0): return .reading(reading.transformed(.upper))
        case ("casefold", 0): return .reading(reading.transformed(.casefold))
        case ("strip", 0...1): return character.map { .reading(reading.transformed(.strip($0))) }
        case ("lstrip", 0...1): return character.map { .reading(reading.transformed(.stripLeft($0))) }
        case ("rstrip", 0...1): return character.map { .reading(reading.transformed(.stripRight($0))) }
        case ("split", 0...2), ("rsplit", 1...2):
            return splitting(name, given, state).map { .split(reading, $0) }
        case ("partition", 1), ("rpartition", 1):
            guard case .string(let separator) = literals[0], !separator.isEmpty, given.named.isEmpty else { return nil }
            let isText = test(reading, .isType([.string]), [], span)
            let check =
                reading.kinds == [.string]
                ? definedness(receiver) : .disjunction([isText, .opaque(failure(span))])
            return .checked(check, .opaque(opaque(.computedValue, span, reads: [reading.field]).open))
        case ("replace", 2):
            guard case .string(let old) = literals[0], case .string(let new) = literals[1] else { return nil }
            return .reading(reading.transformed(.replace(old: old, new: new)))
        case ("startswith", 1), ("endswith", 1):
            guard let op = Self.prefixOperators[name], let argument = given.positional.first else { return nil }
            let current = state
            return .of(lift(argument) { affix(reading, op, $0, current, span) })
        default: return nil
        }
    }

    /// How `split` and `rsplit` split; nil where that is not known, or Python refuses it.
    private func splitting(_ name: String, _ given: Arguments, _ state: PathState) -> Splitting? {
        var splitting = Splitting(isFromEnd: name == "rsplit")
        guard given.named.allSatisfy({ $0.name == "sep" || $0.name == "maxsplit" }) else { return nil }
        switch literal(given.value(0, "sep") ?? .none, state) {
        case .string(let separator)? where !separator.isEmpty: splitting.separator = separator
        case .null? where !splitting.isFromEnd: break
        default: return nil
        }
        guard let most = given.value(1, "maxsplit") else { return splitting }
        guard case .int(let max)? = literal(most, state) else { return nil }
        // Less than nothing is as often as can be.
        if max >= 0 { splitting.max = Int(clamping: max) }
        // The last piece keeps its white space.
        return splitting.max != nil && splitting.separator == nil ? nil : splitting
    }

    /// Whether a text of parts begins or ends with `affix`, as far as the part there tells; nil for another method.
    private func affixTest(_ name: String, _ affix: String, _ parts: [Symbol], _ state: PathState, _ span: Span)
        -> Condition?
    {
        let (outer, sought): ([UInt8], [UInt8])
        switch (name, parts.first, parts.last) {
        case ("startswith", .constant(.string(let text)), _): (outer, sought) = (Array(text.utf8), Array(affix.utf8))
        case ("endswith", _, .constant(.string(let text))):
            (outer, sought) = (text.utf8.reversed(), affix.utf8.reversed())
        case ("startswith", _, _), ("endswith", _, _): (outer, sought) = ([], Array(affix.utf8))
        default: return nil
        }
        if outer.starts(with: sought) { return .constant(true) }
        if !sought.starts(with: outer) { return .constant(false) }
        return .opaque(opaque(.computedValue, span, reads: reads(.text(parts), state)).open)
    }

    private func affix(_ reading: Reading, _ op: Operator, _ argument: Symbol, _ state: PathState, _ span: Span)
        -> Condition
    {
        switch argument {
        case .constant(.string(let text)): return test(reading, op, [.string(text)], span)
        case .reading(let other):
            return .leaf(
                Leaf(
                    reading.field,
                    op,
                    transforms: reading.transforms,
                    other: Operand(other.field, transforms: other.transforms),
                    place: place(span)
                )
            )
        case .object(let id):
            let object = content(id, state)
            guard object.kind == .tuple, case .list(let values)? = literal(argument, state),
                values.allSatisfy({ $0.kind == .string })
            else { break }
            if values.isEmpty {
                let text = Condition.disjunction([test(reading, .isType([.string]), [], span), .opaque(failure(span))])
                return .conjunction([text, .constant(false)])
            }
            return test(reading, op, values, span)
        case .constant: return .opaque(failure(span))
        default: break
        }
        return .opaque(opaque(.computedValue, span, reads: [reading.field] + reads(argument, state)))
    }

    private mutating func constantTextMethod(
        _ text: String,
        _ name: String,
        _ given: Arguments,
        _ literals: [Literal?],
        _ state: inout PathState,
        _ span: Span
    ) -> Symbol? {
        if name == "join", let list = given.positional.first { return join(text, list, state, span) }
        if name == "format" {
            let fields = (given.positional + given.named.values).flatMap { reads($0, state) }
            return .opaque(opaque(.computedValue, span, reads: fields))
        }
        if name == "startswith" || name == "endswith", case .list(let options)? = literals.first ?? nil {
            let results = options.map { PythonTexts.method(name, text, [$0]) }
            guard results.allSatisfy({ $0 != nil }) else { return nil }
            return .constant(.bool(results.contains(.bool(true))))
        }
        guard literals.allSatisfy({ $0 != nil }), given.named.isEmpty,
            let value = PythonTexts.method(name, text, literals.compactMap { $0 })
        else { return nil }
        if case .list(let parts) = value { return make(.list, parts.map { .constant($0) }, &state) }
        return .constant(value)
    }

    private func join(_ separator: String, _ list: Symbol, _ state: PathState, _ span: Span) -> Symbol {
        guard case .object(let id) = list, content(id, state).isCertain else {
            return .opaque(opaque(.computedValue, span, reads: reads(list, state)))
        }
        var parts: [Symbol] = []
        var checks: [Condition] = []
        for element in content(id, state).elements {
            if !parts.isEmpty { parts.append(.string(separator)) }
            switch element.key ?? element.value {
            case .constant(.string(let text)): parts.append(.string(text))
            case .text(let inner): parts.append(.text(inner))
            case .reading(let reading):
                if reading.kinds != [.string] {
                    checks.append(.disjunction([test(reading, .isType([.string]), [], span), .opaque(failure(span))]))
                }
                parts.append(.reading(reading))
            default: return .opaque(opaque(.computedValue, span, reads: reads(list, state)))
            }
        }
        return checks.isEmpty ? joinTexts(parts) : .checked(.conjunction(checks), joinTexts(parts))
    }

    // MARK: Selections and patterns

    private mutating func selectionMethod(
        _ selection: Selection,
        _ name: String,
        _ given: Arguments,
        _ state: inout PathState,
        _ flow: inout [Decision],
        _ span: Span
    ) -> Symbol? {
        guard selection.kind == .set, given.positional.count == 1, let argument = given.positional.first,
            let other = asSet(argument, &state, &flow, span)
        else { return nil }
        switch name {
        case "intersection": return intersection(.selection(selection), other, &state, span)
        case "isdisjoint":
            guard let common = intersection(.selection(selection), other, &state, span) else { return nil }
            return .of(truth(common, state, span).negated)
        case "issubset":
            let member = compare(selection.element, .in, other, state, span)
            return .of(
                .conjunction([
                    completion(selection, span),
                    quantify(.every, selection, .disjunction([selection.condition.negated, member]), span),
                ])
            )
        default: return nil
        }
    }

    private mutating func patternMethod(
        _ pattern: Symbol,
        _ name: String,
        _ given: Arguments,
        _ state: inout PathState,
        _ flow: inout [Decision],
        _ span: Span
    ) -> Symbol? {
        guard let mode = RegexMode(rawValue: name), given.positional.count == 1, let text = given.positional.first
        else {
            let fields = given.positional.flatMap { reads($0, state) }
            return .opaque(opaque(.computedValue, span, reads: fields))
        }
        return regex(pattern, mode, text, state, span)
    }

    /// `re.search(pattern, text)` and the like.
    func regex(_ pattern: Symbol, _ mode: RegexMode, _ text: Symbol, _ state: PathState, _ span: Span) -> Symbol {
        .match(
            lift(text) { text in
                lift(pattern) { pattern in
                    guard case .reading(let reading) = text, case .constant(.string(let regex)) = pattern else {
                        if case .constant(.null) = text { return .opaque(failure(span)) }
                        let fields = reads(text, state) + reads(pattern, state)
                        return .opaque(opaque(.computedValue, span, reads: fields))
                    }
                    return test(reading, .regex(mode), [.string(regex)], span)
                }
            }
        )
    }
}
