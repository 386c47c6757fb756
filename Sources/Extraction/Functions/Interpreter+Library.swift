import Addresses
import Conditions
import Diagnostics
import PythonRegex

/// Functions of the standard library that conditions have words for.
extension Interpreter {
    /// Calls a function of a library module; nil if it is not modelled.
    mutating func callLibrary(
        _ name: String,
        _ given: Arguments,
        _ state: inout PathState,
        _ flow: inout [Decision],
        _ span: Span
    ) -> Symbol? {
        let current = state
        switch name {
        case "re.compile":
            guard let pattern = given.positional.first, let flags = flags(given.value(1, "flags"), current) else {
                return nil
            }
            let whole = prefixed(pattern, flags)
            // A module whose body raises is not loaded.
            if scope == nil { return .pattern(whole) }
            guard case .constant(.string(let text)) = whole else {
                let check = opaque(.computedValue, span, reads: reads(pattern, current))
                return .checked(.opaque(check), .pattern(whole))
            }
            return (try? Pattern(Array(text.utf8))) == nil ? .opaque(failure(span)) : .pattern(whole)
        case "re.search", "re.match", "re.fullmatch":
            guard given.positional.count >= 2, let flags = flags(given.value(2, "flags"), current),
                let mode = RegexMode(rawValue: String(name.dropFirst(3)))
            else { return nil }
            var pattern = given.positional[0]
            if case .pattern(let inner) = pattern { pattern = inner }
            return regex(prefixed(pattern, flags), mode, given.positional[1], current, span)
        case "re.findall":
            return findAll(given, current, span)
        case "fnmatch.fnmatch", "fnmatch.fnmatchcase":
            guard given.positional.count == 2 else { return nil }
            let pattern = given.positional[1]
            return .of(
                lift(given.positional[0]) { text in
                    lift(pattern) { pattern in
                        guard case .reading(let reading) = text, case .constant(.string(let glob)) = pattern else {
                            let fields = reads(text, current) + reads(pattern, current)
                            return .opaque(opaque(.computedValue, span, reads: fields))
                        }
                        return test(reading, .glob, [.string(glob)], span)
                    }
                }
            )
        case "ipaddress.ip_address":
            guard given.positional.count == 1 else { return nil }
            return map(given.positional[0]) { interpreter, value in
                if case .reading(let reading) = value { return .address(reading) }
                let fields = interpreter.reads(value, current)
                return .opaque(interpreter.opaque(.computedValue, span, reads: fields))
            }
        case "ipaddress.ip_network", "ipaddress.IPv4Network", "ipaddress.IPv6Network":
            guard given.positional.count == 1, case .constant(.string(let text)) = given.positional[0] else {
                return nil
            }
            guard let network = NetworkAddress(text), !network.hasHostBits, given.named.isEmpty else {
                return scope == nil ? .network(text) : nil
            }
            return .network(text)
        case "json.loads":
            guard given.positional.count == 1, given.named.isEmpty else { return nil }
            var inner = state
            let result = map(given.positional[0]) { interpreter, value in
                interpreter.parsedJSON(value, &inner, span)
            }
            state = inner
            return result
        case "functools.reduce": return reduce(given, &state, &flow, span)
        case "copy.deepcopy", "copy.copy":
            guard let value = given.positional.first, case .object(let id) = value,
                name == "copy.copy" || literal(value, current) != nil
            else { return nil }
            return make(content(id, current), &state)
        case "panther_base_helpers.dbprint": return Symbol.none
        default: return nil
        }
    }

    /// Flags of `re` as they stand in a pattern; nil if they are not known.
    private func flags(_ symbol: Symbol?, _ state: PathState) -> String? {
        guard let symbol, symbol != .constant(.int(0)) else { return "" }
        guard case .native(let names) = symbol else { return nil }
        var letters = ""
        for name in names.split(separator: "|") {
            switch name {
            case "re.IGNORECASE", "re.I": letters += "i"
            case "re.MULTILINE", "re.M": letters += "m"
            case "re.DOTALL", "re.S": letters += "s"
            case "re.VERBOSE", "re.X": letters += "x"
            default: return nil
            }
        }
        return "(?\(letters))"
    }

    private func prefixed(_ pattern: Symbol, _ flags: String) -> Symbol {
        guard !flags.isEmpty else { return pattern }
        switch pattern {
        case .constant(.string(let text)): return .string(flags + text)
        case .choice(let condition, let first, let second):
            return choice(condition, prefixed(first, flags), prefixed(second, flags))
        case .opaque: return pattern
        default: return .opaque(Opaque(.computedValue))
        }
    }

    /// `re.findall(pattern, text)`: known is whether it is empty.
    private func findAll(_ given: Arguments, _ state: PathState, _ span: Span) -> Symbol? {
        guard given.positional.count == 2 else { return nil }
        var pattern = given.positional[0]
        if case .pattern(let inner) = pattern { pattern = inner }
        guard case .match(let found) = regex(pattern, .search, given.positional[1], state, span) else { return nil }
        if case .opaque(let reason) = found { return .opaque(reason) }
        return .found(found)
    }

    private mutating func parsedJSON(_ value: Symbol, _ state: inout PathState, _ span: Span) -> Symbol {
        switch value {
        case .reading(let reading) where !reading.isEvent && reading.transforms.isEmpty:
            if catchesFaultsOfJSON, let field = forgiving(reading.field) {
                forgivenJSON.append(field)
                return .reading(Reading(field: field, isWrapped: false))
            }
            guard let field = plainJSON(reading.field) else {
                return .opaque(opaque(.unsupported, span, reads: [reading.field]))
            }
            return .reading(Reading(field: field, isWrapped: false))
        case .constant(.string(let text)):
            guard let literal = ConstantJSON.parse(text) else { return .opaque(opaque(.unsupported, span)) }
            return symbol(literal, &state)
        case .constant: return .opaque(failure(span))
        default: return .opaque(opaque(.computedValue, span, reads: reads(value, state)))
        }
    }

    /// What a field is JSON of; nil where it may read as a text that is none of the event's.
    private func plainJSON(_ field: FieldReference) -> FieldReference? {
        var field = field
        // An empty text is no JSON, whether the event has it or not.
        if field.missing.outcome == .value("") { field.missing.outcome = .value(.null) }
        return field.then(.json, missing: .raises)
    }

    /// The same where null stands for what is no JSON.
    private func forgiving(_ field: FieldReference) -> FieldReference? {
        guard var plain = plainJSON(field), var step = plain.steps.popLast() else { return nil }
        step.forgives = [.null, .empty, .other]
        if case .value = field.missing.outcome { step.forgives.insert(.absent) }
        plain.steps.append(step)
        plain.missing = .null
        return plain
    }

    /// A constant as a symbol; containers are made anew.
    mutating func symbol(_ literal: Literal, _ state: inout PathState) -> Symbol {
        switch literal {
        case .list(let values):
            let elements = values.map { symbol($0, &state) }
            return make(.list, elements, &state)
        case .object(let members):
            let elements = members.map { HeapObject.Element(key: .string($0.name), value: symbol($0.value, &state)) }
            return make(HeapObject(kind: .dict, elements: elements), &state)
        default: return .constant(literal)
        }
    }

    private mutating func reduce(
        _ given: Arguments,
        _ state: inout PathState,
        _ flow: inout [Decision],
        _ span: Span
    ) -> Symbol? {
        guard given.positional.count == 3, case .elements(let elements) = iteration(given.positional[1], &state, span),
            elements.count <= limits.unrolledRounds, elements.allSatisfy({ $0.presence == .constant(true) })
        else { return nil }
        var result = given.positional[2]
        for element in elements {
            var arguments = Arguments()
            arguments.positional = [result, element.value]
            result = apply(given.positional[0], arguments, &state, &flow, span)
        }
        return result
    }
}
