package import Conditions

/// What a function beside the matcher returns, where that is put together of constants and fields of the event: no code has to run
/// to know it.
///
/// Says nothing where a guard is not true, or a field is none of the values that its place is for: then the code has to be asked.
package struct OutputTemplate: Hashable, Sendable {
    /// What must be true: where it is not, the code raises or cannot be told.
    package var guards: [Condition]
    /// The parts, in order.
    package var pieces: [Piece]
    /// Whether they are the JSON text of a mapping, as Panther writes it, rather than a text.
    package var isMapping: Bool

    /// A part of what is returned.
    package enum Piece: Hashable, Sendable {
        /// Text as it stands; in a mapping, JSON.
        case literal(String)
        /// A field that is a text; in a mapping, within quotes that are there already.
        case text(FieldReference)
        /// A field that is a text, a Boolean or null, as JSON.
        case value(FieldReference)
    }

    /// The fields that are read, guards aside.
    package var fields: [FieldReference] {
        pieces.compactMap { piece in
            switch piece {
            case .literal: nil
            case .text(let field), .value(let field): field
            }
        }
    }

    /// Containers within containers of a mapping.
    package static let nestingMax = 8
    /// Parts of one template.
    package static let piecesMax = 256
}

extension Interpreter {
    /// The template of what a function returns; nil where it does more than to put it together.
    func template(of run: FunctionRun, isMapping: Bool) -> OutputTemplate? {
        var template = OutputTemplate(guards: [], pieces: [], isMapping: isMapping)
        for decision in run.decisions.dropLast() {
            guard case .check(let check) = decision else { return nil }
            template.guards.append(check)
        }
        guard case .exit(.returns(var value, let state))? = run.decisions.last, state.changed.isEmpty else {
            return nil
        }
        while case .checked(let check, let inner) = value {
            template.guards.append(check)
            value = inner
        }
        template.guards.removeAll { $0 == .constant(true) }
        if isMapping {
            guard case .object(let id) = value, content(id, state).kind == .dict else { return nil }
            guard template.addJSON(value, state, self, depth: 0) else { return nil }
        } else {
            guard template.addText(value) else { return nil }
        }
        return template.pieces.count <= OutputTemplate.piecesMax ? template : nil
    }
}

extension OutputTemplate {
    /// Adds a text; false if it is not put together of texts.
    fileprivate mutating func addText(_ value: Symbol) -> Bool {
        switch value {
        case .constant(.string(let text)): return addLiteral(text)
        case .text(let parts): return parts.allSatisfy { addText($0) }
        case .reading(let reading):
            guard let field = Self.field(reading), reading.transforms.allSatisfy({ $0 == .string }) else {
                return false
            }
            pieces.append(.text(field))
            return true
        default: return false
        }
    }

    /// Adds text of ours.
    private mutating func add(_ text: String) {
        if case .literal(let before)? = pieces.last {
            pieces[pieces.count - 1] = .literal(before + text)
        } else {
            pieces.append(.literal(text))
        }
    }

    private mutating func addLiteral(_ text: String) -> Bool {
        guard isMapping else {
            add(text)
            return true
        }
        // What is written as an escape stays with the code.
        guard text.utf8.allSatisfy({ (0x20..<0x7F).contains($0) && $0 != 0x22 && $0 != 0x5C }) else { return false }
        add(text)
        return true
    }

    /// Adds a value as JSON; false if it is none of constants and fields.
    fileprivate mutating func addJSON(_ value: Symbol, _ state: PathState, _ interpreter: Interpreter, depth: Int)
        -> Bool
    {
        guard depth < Self.nestingMax, pieces.count <= Self.piecesMax else { return false }
        switch value {
        case .constant(.null): add("null")
        case .constant(.bool(let flag)): add(flag ? "true" : "false")
        case .constant(.int(let number)): add(String(number))
        case .reading(let reading) where reading.transforms.isEmpty:
            guard let field = Self.field(reading) else { return false }
            pieces.append(.value(field))
        case .constant(.string), .text, .reading:
            add("\"")
            guard addText(value) else { return false }
            add("\"")
        case .checked(let check, let inner):
            guards.append(check)
            return addJSON(inner, state, interpreter, depth: depth)
        case .object(let id):
            let object = interpreter.content(id, state)
            guard object.isCertain, object.kind == .dict || object.kind == .list else { return false }
            let isMapping = object.kind == .dict
            add(isMapping ? "{" : "[")
            for (place, element) in object.elements.enumerated() {
                if place > 0 { add(", ") }
                if isMapping {
                    guard case .constant(.string(let key))? = element.key else { return false }
                    add("\"")
                    guard addLiteral(key) else { return false }
                    add("\": ")
                }
                guard addJSON(element.value, state, interpreter, depth: depth + 1) else { return false }
            }
            add(isMapping ? "}" : "]")
        default: return false
        }
        return true
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
