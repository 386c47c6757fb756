import Conditions
import Events

extension Interpreter {
    /// The template of what a function returns; nil where it does more than to put it together, whatever the event.
    func template(of run: FunctionRun, isMapping: Bool) -> OutputTemplate? {
        var maker = TemplateMaker(interpreter: self, isMapping: isMapping)
        guard let parts = maker.parts(of: run.decisions[...]) else { return nil }
        // What putting the parts together asks anyway is not asked before.
        let needed = parts.compactMap { part -> OutputTemplate.Part? in
            guard case .check(let condition) = part else { return part }
            let left = condition.without(maker.isAskedAgain)
            return left == .constant(true) ? nil : .check(left)
        }
        return OutputTemplate(parts: needed, isMapping: isMapping)
    }
}

/// Makes the parts of one template. What it cannot say is nil; a choice with one side that can be said leaves the other to the code.
private struct TemplateMaker {
    typealias Part = OutputTemplate.Part

    let interpreter: Interpreter
    let isMapping: Bool
    private var partsLeft = OutputTemplate.partsMax
    private var nodesLeft = OutputTemplate.conditionNodesMax
    /// The element that parts are made of; nil outside of a loop.
    private var binder: Int?
    /// Checks of loops that putting their parts together asks again: a list that is shown is looked at then.
    private var checksAskedAgain: Set<Condition> = []
    /// Fields that are put in as texts on every way, which only texts can be.
    private var texts: Set<Operand> = []
    /// Choices around the part at hand.
    private var choicesAround = 0

    init(interpreter: Interpreter, isMapping: Bool) {
        self.interpreter = interpreter
        self.isMapping = isMapping
    }

    // MARK: Ways through a function

    /// The parts of what is returned behind these decisions.
    mutating func parts(of decisions: ArraySlice<Decision>) -> [Part]? {
        var result: [Part] = []
        for (place, decision) in zip(decisions.indices, decisions) {
            switch decision {
            case .check(let condition):
                guard add(check: condition, to: &result) else { return nil }
            case .effect: return nil
            case .exit(.returns(let value, let state)):
                guard state.changed.isEmpty, addResult(value, state, to: &result) else { return nil }
                return result
            case .exit: return nil
            case .branch(let condition, let first, let second):
                let rest = decisions[(place + 1)...]
                func way(_ block: [Decision]) -> ArraySlice<Decision> {
                    block.falls ? (block + rest)[...] : block[...]
                }
                guard take(condition) else { return nil }
                choicesAround += 1
                defer { choicesAround -= 1 }
                let chosen = choice(condition, parts(of: way(first)), parts(of: way(second)))
                return chosen.map { result + $0 }
            }
        }
        return nil
    }

    private func choice(_ condition: Condition, _ first: [Part]?, _ second: [Part]?) -> [Part]? {
        guard first != nil || second != nil else { return nil }
        return [.choice(condition, then: first ?? .leaving, otherwise: second ?? .leaving)]
    }

    /// Whether there is room for a condition, and some event makes it known.
    private mutating func take(_ condition: Condition) -> Bool {
        if case .opaque = condition { return false }
        // Nothing is decided at an element but whether it says something.
        guard binder == nil else { return false }
        nodesLeft -= condition.weight(upTo: nodesLeft + 1)
        partsLeft -= 1
        return nodesLeft >= 0 && partsLeft >= 0
    }

    private mutating func add(check: Condition, to parts: inout [Part]) -> Bool {
        if check == .constant(true) { return true }
        guard take(check) else { return false }
        parts.append(.check(check))
        return true
    }

    private mutating func add(_ part: Part, to parts: inout [Part]) -> Bool {
        if case .literal(let text) = part, case .literal(let before)? = parts.last {
            parts[parts.count - 1] = .literal(before + text)
            return true
        }
        partsLeft -= 1
        parts.append(part)
        return partsLeft >= 0
    }

    // MARK: Values

    private mutating func addResult(_ value: Symbol, _ state: PathState, to parts: inout [Part]) -> Bool {
        switch value {
        case .checked(let check, let inner):
            return add(check: check, to: &parts) && addResult(inner, state, to: &parts)
        case .choice(let condition, let first, let second):
            return addChoice(condition, first, second, to: &parts) { maker, value, parts in
                maker.addResult(value, state, to: &parts)
            }
        case .object(let id) where isMapping:
            guard interpreter.content(id, state).kind == .dict else { return false }
            return addJSON(value, state, depth: 0, to: &parts)
        default: return !isMapping && addText(value, to: &parts)
        }
    }

    /// Adds one of two values.
    private mutating func addChoice(
        _ condition: Condition,
        _ first: Symbol,
        _ second: Symbol,
        to parts: inout [Part],
        _ body: (inout TemplateMaker, Symbol, inout [Part]) -> Bool
    ) -> Bool {
        guard take(condition) else { return false }
        func made(_ maker: inout TemplateMaker, _ value: Symbol) -> [Part]? {
            var parts: [Part] = []
            return body(&maker, value, &parts) ? parts : nil
        }
        choicesAround += 1
        defer { choicesAround -= 1 }
        guard let chosen = choice(condition, made(&self, first), made(&self, second)) else { return false }
        parts += chosen
        return true
    }

    /// Adds a text; false if it is not put together of texts.
    private mutating func addText(_ value: Symbol, to parts: inout [Part]) -> Bool {
        switch value {
        case .constant(.string(let text)): return add(literal: text, to: &parts)
        case .text(let texts):
            for text in texts { guard addText(text, to: &parts) else { return false } }
            return true
        case .reading(let reading):
            guard let field = field(reading), reading.transforms.allSatisfy(\.keepsText) else { return false }
            // Of a text `str()` is itself. What is shown of an element that is Python's own is taken for a list, as copies are of.
            let transforms = reading.transforms.filter { $0 != .string }
            if binder != nil, !reading.isWrapped, transforms.isEmpty, !reading.transforms.isEmpty {
                return add(.shown(field), to: &parts)
            }
            let operand = Operand(field, transforms: transforms)
            if choicesAround == 0, binder == nil { texts.insert(operand) }
            return add(.text(operand), to: &parts)
        case .gathered(let gathering): return add(gathering, to: &parts)
        case .checked(let check, let inner): return add(check: check, to: &parts) && addText(inner, to: &parts)
        case .choice(let condition, let first, let second):
            return addChoice(condition, first, second, to: &parts) { maker, value, parts in
                maker.addText(value, to: &parts)
            }
        default: return false
        }
    }

    /// Whether a check is true wherever the parts can be put together: it asks for the same texts and lists.
    func isAskedAgain(_ check: Condition) -> Bool {
        func isText(_ leaf: Leaf) -> Bool {
            !leaf.isNegated && texts.contains(Operand(leaf.field, transforms: leaf.transforms.filter { $0 != .string }))
        }
        switch check {
        case .leaf(let leaf): return leaf.isReadingCheck && isText(leaf)
        case .any(let ways):
            return ways.contains { way in
                if case .leaf(let leaf) = way, leaf.op == .isType([.string]) { isText(leaf) } else { false }
            }
        default: return checksAskedAgain.contains(check)
        }
    }

    /// Adds what a loop says.
    private mutating func add(_ gathering: Gathering, to parts: inout [Part]) -> Bool {
        let condition = gathering.isAny
        guard binder == nil, case .quantifier(let quantifier) = condition, quantifier.field.root == .event,
            take(condition)
        else { return false }
        binder = gathering.binder
        defer { binder = nil }
        func made(_ texts: [Symbol]) -> [Part]? {
            var parts: [Part] = []
            for text in texts { guard addText(text, to: &parts) else { return nil } }
            return parts
        }
        guard let first = made(gathering.first), let rest = made(gathering.rest) else { return false }
        // On some ways only, it would not be asked on the others.
        if choicesAround == 0, let check = gathering.check { checksAskedAgain.insert(check) }
        return add(.each(quantifier, first: first, rest: rest), to: &parts)
    }

    /// Adds text of ours.
    private mutating func add(literal text: String, to parts: inout [Part]) -> Bool {
        guard isMapping else { return add(.literal(text), to: &parts) }
        // What is beyond ASCII is written as an escape of another kind than ours, and stays with the code.
        guard text.utf8.allSatisfy({ $0 < 0x7F }) else { return false }
        var json: [UInt8] = []
        Array(text.utf8).withUnsafeBytes { appendJSONEscaped($0, to: &json) }
        return add(.literal(String(decoding: json, as: UTF8.self)), to: &parts)
    }

    /// Adds a value as JSON; false if it is none of constants and fields.
    private mutating func addJSON(_ value: Symbol, _ state: PathState, depth: Int, to parts: inout [Part]) -> Bool {
        guard depth < OutputTemplate.nestingMax else { return false }
        switch value {
        case .constant(.null): return add(.literal("null"), to: &parts)
        case .constant(.bool(let flag)): return add(.literal(flag ? "true" : "false"), to: &parts)
        case .constant(.int(let number)): return add(.literal(String(number)), to: &parts)
        case .reading(let reading) where reading.transforms.isEmpty:
            return field(reading).map { add(.value($0), to: &parts) } ?? false
        case .constant(.string), .text, .reading, .gathered:
            return add(.literal("\""), to: &parts) && addText(value, to: &parts) && add(.literal("\""), to: &parts)
        case .checked(let check, let inner):
            return add(check: check, to: &parts) && addJSON(inner, state, depth: depth, to: &parts)
        case .choice(let condition, let first, let second):
            return addChoice(condition, first, second, to: &parts) { maker, value, parts in
                maker.addJSON(value, state, depth: depth, to: &parts)
            }
        case .object(let id): return addContainer(interpreter.content(id, state), state, depth: depth, to: &parts)
        default: return false
        }
    }

    private mutating func addContainer(
        _ object: HeapObject,
        _ state: PathState,
        depth: Int,
        to parts: inout [Part]
    ) -> Bool {
        guard object.poison == nil, object.isEnumerable, object.kind == .dict || object.kind == .list else {
            return false
        }
        let isDictionary = object.kind == .dict
        guard add(.literal(isDictionary ? "{" : "["), to: &parts) else { return false }
        // Whether one before is there whatever the event.
        var hasCertain = false
        for (place, element) in object.elements.enumerated() {
            func add(to maker: inout TemplateMaker, _ parts: inout [Part]) -> Bool {
                if place > 0 {
                    guard maker.add(hasCertain ? .literal(", ") : .separator, to: &parts) else { return false }
                }
                return maker.addElement(element, isEntry: isDictionary, state, depth: depth + 1, to: &parts)
            }
            if element.presence == .constant(true) {
                guard add(to: &self, &parts) else { return false }
                hasCertain = true
                continue
            }
            guard take(element.presence) else { return false }
            choicesAround += 1
            defer { choicesAround -= 1 }
            var present: [Part] = []
            guard add(to: &self, &present) else { return false }
            parts.append(.choice(element.presence, then: present, otherwise: []))
        }
        return add(.literal(isDictionary ? "}" : "]"), to: &parts)
    }

    /// Adds an element, or an entry with its key.
    private mutating func addElement(
        _ element: HeapObject.Element,
        isEntry: Bool,
        _ state: PathState,
        depth: Int,
        to parts: inout [Part]
    ) -> Bool {
        if isEntry {
            guard case .constant(.string(let key))? = element.key, add(.literal("\""), to: &parts),
                add(literal: key, to: &parts), add(.literal("\": "), to: &parts)
            else { return false }
        }
        return addJSON(element.value, state, depth: depth, to: &parts)
    }

    /// The field of a reading that is found on the way through the event, or the element, whatever else there is.
    private func field(_ reading: Reading) -> FieldReference? {
        var field = reading.field
        guard field.style == .direct, !field.steps.contains(where: { $0.selector == .json }) else { return nil }
        switch field.root {
        case .event: return field.steps.isEmpty ? nil : field
        case .element(binder): field.root = .element(0)
        case .elementKey(binder): field.root = .elementKey(0)
        default: return nil
        }
        return field
    }
}

extension Condition {
    /// With those of its parts left out that are true.
    fileprivate func without(_ isTrue: (Condition) -> Bool) -> Condition {
        if isTrue(self) { return .constant(true) }
        guard case .all(let parts) = self else { return self }
        return .conjunction(parts.map { $0.without(isTrue) })
    }
}

extension Transform {
    /// Whether it makes of a text a text that can be put together natively.
    fileprivate var keepsText: Bool {
        switch self {
        case .string, .lower, .upper, .strip, .stripLeft, .stripRight, .split, .after, .slice, .replace, .basename: true
        case .casefold, .length, .pieces, .integer, .json, .base64, .timePart: false
        }
    }
}
