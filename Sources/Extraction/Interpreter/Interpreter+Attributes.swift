import Addresses
import Conditions
import Diagnostics
import PythonSyntax

/// Attributes, items and slices.
extension Interpreter {
    /// `value.name`, the value no choice.
    mutating func attribute(_ value: Symbol, _ name: String, _ state: PathState, _ span: Span) -> Symbol {
        switch value {
        case .module(let module):
            if let names = modules[module] {
                let global = GlobalName(module: module, name: name)
                if let written = state.globals[global] { return written }
                if unstable.names.contains(global) {
                    staleReads.insert(global)
                    return .opaque(opaque(.stateChange, span))
                }
                return names.globals[name] ?? .opaque(failure(span))
            }
            let full = "\(module).\(name)"
            if NativeFunctions.modules.contains(full) { return .module(full) }
            return .native(full)
        case .native(let full): return .native("\(full).\(name)")
        case .address(let reading):
            guard let property = AddressProperty.pythonNames[name] else {
                return .opaque(opaque(.unsupported, span, reads: [reading.field]))
            }
            return .truth(test(reading, .address(property), [], span))
        case .opaque(let unknown): return .opaque(opaque(.computedValue, span, reads: unknown.reads))
        default: return .method(value, name)
        }
    }

    /// `value.name` where it is not called: an attribute that may not be there raises. Whether a call's is there the call says.
    mutating func attributeAsValue(_ value: Symbol, _ name: String, _ state: PathState, _ span: Span) -> Symbol {
        let found = attribute(value, name, state, span)
        switch found {
        case .method(let value, let name) where !Self.hasMethod(value, name): break
        // Where a module is loaded, what its body raises is not the rule's to say.
        case .native(let name) where scope != nil && !NativeFunctions.isKnown(name): break
        default: return found
        }
        return .checked(.opaque(opaque(.unsupported, span, reads: reads(value, state))), found)
    }

    /// What a call calls.
    mutating func evaluateCallee(_ callee: Expression, _ state: inout PathState, _ flow: inout [Decision]) -> Symbol {
        guard case .attribute(let value, let name) = callee.kind else { return evaluate(callee, &state, &flow) }
        guard step(), nesting < limits.nesting else {
            noteUnseen([callee], state)
            return .opaque(opaque(.limit, callee.span))
        }
        nesting += 1
        defer { nesting -= 1 }
        let receiver = evaluate(value, &state, &flow)
        return map(receiver) { interpreter, value in interpreter.attribute(value, name.text, state, callee.span) }
    }

    /// Whether a value certainly has a method of this name.
    private static func hasMethod(_ value: Symbol, _ name: String) -> Bool {
        switch value {
        case .constant(.string), .text: textMethods.contains(name)
        case .reading(let reading):
            reading.kinds == [.string] && textMethods.contains(name)
                || reading.isEvent && reading.isWrapped && eventMethods.contains(name)
        default: false
        }
    }

    private static let textMethods: Set<String> = [
        "lower", "upper", "strip", "startswith", "endswith", "split", "replace",
    ]
    private static let eventMethods: Set<String> = ["get", "deep_get", "deep_walk", "udm"]

    /// `value[index]`.
    mutating func subscripted(
        _ valueExpression: Expression,
        _ index: Expression,
        _ state: inout PathState,
        _ flow: inout [Decision],
        _ span: Span
    ) -> Symbol {
        let value = evaluate(valueExpression, &state, &flow)
        if case .slice(let lower, let upper, let step) = index.kind {
            let bounds = [lower, upper, step].map { bound -> Symbol? in
                guard let bound else { return nil }
                return evaluate(bound, &state, &flow)
            }
            let current = state
            return map(value) { interpreter, value in
                interpreter.slice(value, bounds[0], bounds[1], bounds[2], current, span)
            }
        }
        let key = evaluate(index, &state, &flow)
        var current = state
        let result = map(value) { interpreter, value in
            interpreter.map(key) { interpreter, key in interpreter.item(value, key, &current, span) }
        }
        state = current
        return result
    }

    /// `value[key]`, neither of them a choice.
    mutating func item(_ value: Symbol, _ key: Symbol, _ state: inout PathState, _ span: Span) -> Symbol {
        switch (value, key) {
        case (.reading(let reading), .constant(.string(let name))):
            return step(reading, .key(name, reading.matching), missing: .raises, state, span)
        case (.reading(let reading), .constant(.int(let index))):
            return step(reading, .index(Int(clamping: index)), missing: .raises, state, span)
        case (.split(var reading, let splitting), .constant(.int(let index))):
            if let transforms = splitting.transforms(at: Int(clamping: index)) {
                reading.transforms += transforms
                return .reading(reading)
            }
            let fails = opaque(.computedValue, span, reads: [reading.field])
            return .checked(.opaque(fails), .data(fails.open))
        case (.data(let unknown), .constant):
            let fails = opaque(.computedValue, span, reads: unknown.reads)
            return .checked(.opaque(fails), .data(fails.open))
        case (.object(let id), _): return item(content(id, state), key, value, state, span)
        case (.constant(.string(let text)), .constant(.int(let index))) where PythonTexts.isASCII(text):
            let bytes = Array(text.utf8)
            let place = index < 0 ? Int(clamping: index) + bytes.count : Int(clamping: index)
            guard bytes.indices.contains(place) else { return .opaque(failure(span)) }
            return .string(String(decoding: [bytes[place]], as: UTF8.self))
        default:
            if case .native = value { return .native("typing") }
            return .opaque(opaque(.dynamicKey, span, reads: reads(value, state) + reads(key, state)))
        }
    }

    /// An element of a container of the code's own.
    private mutating func item(_ object: HeapObject, _ key: Symbol, _ value: Symbol, _ state: PathState, _ span: Span)
        -> Symbol
    {
        if let poison = object.poison { return .opaque(reading: poison, mayRaise: true) }
        if object.kind == .dict { return entry(object, key, otherwise: .opaque(failure(span)), state, span) }
        if object.isIterator { return .opaque(failure(span)) }
        guard object.kind == .list || object.kind == .tuple, object.isCertain,
            case .constant(.int(let index)) = key
        else { return .opaque(opaque(.dynamicKey, span, reads: reads(value, state) + reads(key, state))) }
        let place = index < 0 ? Int(clamping: index) + object.elements.count : Int(clamping: index)
        guard object.elements.indices.contains(place) else { return .opaque(failure(span)) }
        return object.elements[place].value
    }

    /// The entry of a dict under `key`, else `otherwise`.
    mutating func entry(
        _ object: HeapObject,
        _ key: Symbol,
        otherwise: Symbol,
        _ state: PathState,
        _ span: Span
    ) -> Symbol {
        if let poison = object.poison { return .opaque(reading: poison, mayRaise: true) }
        var result = otherwise
        for element in object.elements.reversed() {
            guard let other = element.key else { continue }
            let equal = Condition.conjunction([element.presence, compare(key, .eq, other, state, span)])
            result = choice(bounded(equal, span), element.value, result)
        }
        let hash = hashability(key, span)
        return hash == .constant(true) ? result : .checked(hash, result)
    }

    /// One step further into the event.
    func step(
        _ reading: Reading,
        _ selector: FieldStep.Selector,
        missing: MissingPolicy,
        _ state: PathState,
        _ span: Span
    ) -> Symbol {
        if reading.isEvent {
            guard case .key(let name, let matching) = selector else { return .opaque(failure(span)) }
            var result = reading
            result.field = FieldReference(.event, [FieldStep(.key(name, matching))], missing: missing)
            return .reading(result)
        }
        guard reading.transforms.isEmpty else {
            return .opaque(opaque(.unsupported, span, reads: [reading.field]))
        }
        if case .element = reading.field.root, reading.field.steps.isEmpty {
            var result = reading
            result.field = FieldReference(
                reading.field.root,
                [FieldStep(selector, forgives: .nothing)],
                missing: missing
            )
            return .reading(result)
        }
        guard let field = reading.field.then(selector, missing: missing) else {
            return stepIntoDefault(reading, selector, missing: missing, state, span)
        }
        var result = reading
        result.field = field
        return .reading(result)
    }

    /// A step further into a field whose default is itself a container with content: into the default where the field is missing.
    private func stepIntoDefault(
        _ reading: Reading,
        _ selector: FieldStep.Selector,
        missing: MissingPolicy,
        _ state: PathState,
        _ span: Span
    ) -> Symbol {
        guard case .value(let value) = reading.field.missing.outcome, reading.field.style == .direct,
            let inDefault = element(of: value, selector, span)
        else { return .opaque(opaque(.unsupported, span, reads: [reading.field])) }
        var bare = reading
        bare.field.missing = .null
        let isMissing: Condition
        switch reading.field.missing.reach {
        case .absent: isMissing = test(bare, .exists, [], span).negated
        case .null: isMissing = test(bare, .isNull, [], span)
        case .empty: isMissing = test(bare, .isEmpty, [], span)
        }
        return choice(isMissing, inDefault, step(bare, selector, missing: missing, state, span))
    }

    /// What a step finds in a constant; nil where that is itself a container.
    private func element(of value: Literal, _ selector: FieldStep.Selector, _ span: Span) -> Symbol? {
        var found: Literal?
        switch (value, selector) {
        case (.list(let values), .index(let index)):
            let place = index < 0 ? index + values.count : index
            if values.indices.contains(place) { found = values[place] }
        case (.string(let text), .json): found = ConstantJSON.parse(text)
        default: return nil
        }
        guard let found else { return .opaque(failure(span)) }
        switch found {
        case .list, .object: return nil
        default: return .constant(found)
        }
    }

    private mutating func slice(
        _ value: Symbol,
        _ lower: Symbol?,
        _ upper: Symbol?,
        _ step: Symbol?,
        _ state: PathState,
        _ span: Span
    ) -> Symbol {
        func bound(_ symbol: Symbol?) -> (known: Bool, value: Int?) {
            switch symbol {
            case nil, .constant(.null): (true, nil)
            case .constant(.int(let number)): (true, Int(clamping: number))
            default: (false, nil)
            }
        }
        let (from, to) = (bound(lower), bound(upper))
        guard from.known, to.known, step == nil else {
            return .opaque(opaque(.computedValue, span, reads: reads(value, state)))
        }
        switch value {
        case .reading(let reading): return .reading(reading.transformed(.slice(from: from.value, to: to.value)))
        case .constant(.string(let text)) where PythonTexts.isASCII(text):
            let bytes = Array(text.utf8)
            func place(_ index: Int?, _ fallback: Int) -> Int {
                guard let index else { return fallback }
                return min(max(index < 0 ? index + bytes.count : index, 0), bytes.count)
            }
            let (start, end) = (place(from.value, 0), place(to.value, bytes.count))
            return .string(start < end ? String(decoding: bytes[start..<end], as: UTF8.self) : "")
        default: return .opaque(opaque(.computedValue, span, reads: reads(value, state)))
        }
    }
}

extension Symbol {
    /// An opaque value for the reason of another.
    static func opaque(reading poison: Opaque, mayRaise: Bool) -> Symbol {
        var result = poison
        result.mayRaise = mayRaise
        return .opaque(result)
    }
}

extension AddressProperty {
    /// By the attribute of Python's address objects.
    static let pythonNames: [String: AddressProperty] = [
        "is_private": .isPrivate, "is_global": .isGlobal, "is_loopback": .isLoopback,
        "is_link_local": .isLinkLocal, "is_multicast": .isMulticast, "is_reserved": .isReserved,
        "is_unspecified": .isUnspecified,
    ]
}
