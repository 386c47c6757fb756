package import Conditions

/// What a function beside the matcher returns, where that is put together of constants and fields of the event: no code has to run
/// to know it.
///
/// Says nothing where a check is not true, a choice cannot be made, or a field is none of the values that its place is for: then the
/// code has to be asked.
package struct OutputTemplate: Hashable, Sendable {
    /// The parts, in order.
    package var parts: [Part]
    /// Whether they are the JSON text of a mapping, as Panther writes it, rather than a text.
    package var isMapping: Bool

    /// A part of what is returned.
    package indirect enum Part: Hashable, Sendable {
        /// Text as it stands; in a mapping, JSON.
        case literal(String)
        /// A field that is a text; in a mapping, within quotes that are there already.
        case text(FieldReference)
        /// A field that is a text, a Boolean or null, as JSON.
        case value(FieldReference)
        /// Nothing, but it must be true: where it is not, the code raises or cannot be told.
        case check(Condition)
        /// One of two, whichever the condition says.
        case choice(Condition, then: [Part], otherwise: [Part])
    }

    /// The fields that it copies.
    package var fields: [FieldReference] {
        parts.flattened.compactMap { part in
            switch part {
            case .literal, .check, .choice: nil
            case .text(let field), .value(let field): field
            }
        }
    }

    /// What it asks: checks, and what choices depend on.
    package var conditions: [Condition] {
        parts.flattened.compactMap { part in
            switch part {
            case .check(let condition), .choice(let condition, _, _): condition
            case .literal, .text, .value: nil
            }
        }
    }

    /// Containers within containers of a mapping.
    package static let nestingMax = 8
    /// Parts of one template, those of all choices counted.
    package static let partsMax = 256
    /// Nodes of its conditions.
    package static let conditionNodesMax = 2_048
}

extension [OutputTemplate.Part] {
    /// The parts and those within them.
    fileprivate var flattened: [OutputTemplate.Part] {
        flatMap { part in
            if case .choice(_, let first, let second) = part {
                [part] + first.flattened + second.flattened
            } else {
                [part]
            }
        }
    }

    /// What stands for a way on which only the code can tell.
    fileprivate static let leaving: Self = [.check(.constant(false))]
}

extension Interpreter {
    /// The template of what a function returns; nil where it does more than to put it together, whatever the event.
    func template(of run: FunctionRun, isMapping: Bool) -> OutputTemplate? {
        var maker = TemplateMaker(interpreter: self, isMapping: isMapping)
        return maker.parts(of: run.decisions[...]).map { OutputTemplate(parts: $0, isMapping: isMapping) }
    }
}

/// Makes the parts of one template. What it cannot say is nil; a choice with one side that can be said leaves the other to the code.
private struct TemplateMaker {
    typealias Part = OutputTemplate.Part

    let interpreter: Interpreter
    let isMapping: Bool
    private var partsLeft = OutputTemplate.partsMax
    private var nodesLeft = OutputTemplate.conditionNodesMax

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
            guard let field = Self.field(reading), reading.transforms.allSatisfy({ $0 == .string }) else {
                return false
            }
            return add(.text(field), to: &parts)
        case .checked(let check, let inner): return add(check: check, to: &parts) && addText(inner, to: &parts)
        case .choice(let condition, let first, let second):
            return addChoice(condition, first, second, to: &parts) { maker, value, parts in
                maker.addText(value, to: &parts)
            }
        default: return false
        }
    }

    /// Adds text of ours.
    private mutating func add(literal text: String, to parts: inout [Part]) -> Bool {
        // What is written as an escape stays with the code.
        guard !isMapping || text.utf8.allSatisfy({ (0x20..<0x7F).contains($0) && $0 != 0x22 && $0 != 0x5C }) else {
            return false
        }
        return add(.literal(text), to: &parts)
    }

    /// Adds a value as JSON; false if it is none of constants and fields.
    private mutating func addJSON(_ value: Symbol, _ state: PathState, depth: Int, to parts: inout [Part]) -> Bool {
        guard depth < OutputTemplate.nestingMax else { return false }
        switch value {
        case .constant(.null): return add(.literal("null"), to: &parts)
        case .constant(.bool(let flag)): return add(.literal(flag ? "true" : "false"), to: &parts)
        case .constant(.int(let number)): return add(.literal(String(number)), to: &parts)
        case .reading(let reading) where reading.transforms.isEmpty:
            return Self.field(reading).map { add(.value($0), to: &parts) } ?? false
        case .constant(.string), .text, .reading:
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
        guard object.isCertain, object.kind == .dict || object.kind == .list else { return false }
        let isDictionary = object.kind == .dict
        guard add(.literal(isDictionary ? "{" : "["), to: &parts) else { return false }
        for (place, element) in object.elements.enumerated() {
            if place > 0 { guard add(.literal(", "), to: &parts) else { return false } }
            if isDictionary {
                guard case .constant(.string(let key))? = element.key, add(.literal("\""), to: &parts),
                    add(literal: key, to: &parts), add(.literal("\": "), to: &parts)
                else { return false }
            }
            guard addJSON(element.value, state, depth: depth + 1, to: &parts) else { return false }
        }
        return add(.literal(isDictionary ? "}" : "]"), to: &parts)
    }

    /// The field of a reading that is found on the way through the event, whatever else there is.
    private static func field(_ reading: Reading) -> FieldReference? {
        let field = reading.field
        guard field.root == .event, field.style == .direct, !field.steps.isEmpty,
            !field.steps.contains(where: { $0.selector == .json })
        else { return nil }
        return field
    }
}
