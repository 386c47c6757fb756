import Conditions
import Detections
import PythonSyntax

/// Code that is not followed.
extension Interpreter {
    /// Notes what statements that are not followed may leave behind.
    mutating func noteUnseen(_ statements: [Statement], _ state: PathState) {
        note(.statements(statements), in: module, declared: scope?.globals ?? [], state)
        noteFunctions()
    }

    /// Notes what an expression that is not evaluated may leave behind.
    mutating func noteUnseen(_ expressions: [Expression], _ state: PathState) {
        for expression in expressions {
            note(.expression(expression), in: module, declared: scope?.globals ?? [], state)
        }
        noteFunctions()
    }

    /// Notes what a value may leave behind if it is called, or what it is made of is.
    mutating func noteUnseenCall(of value: Symbol) {
        noteCall(of: value)
        noteFunctions()
    }

    /// Notes what a function may do behind a place from which it could not be followed further.
    mutating func noteRest(of function: FunctionID, _ decisions: [Decision]) {
        if decisions.givesUp { noteUnseenCall(of: .function(function)) }
    }

    private func noteCall(of value: Symbol) {
        var pending = [value]
        while let next = pending.popLast() {
            switch next {
            case .function(let id): unseen.note(id)
            case .method(_, "udm"): noteModels()
            case .choice(_, let first, let second): pending += [first, second]
            case .checked(_, let inner): pending.append(inner)
            default: break
            }
        }
    }

    /// Notes what the methods of data models may leave behind, whichever is asked.
    private func noteModels() {
        for model in library.models {
            for case .method(let name) in model.targets.values {
                if let value = modules[model.module]?.globals[name] { noteCall(of: value) }
            }
        }
    }

    /// The same of a question to a data model that is not known.
    mutating func noteUnseenQuestion() {
        noteModels()
        noteFunctions()
    }

    /// Looks at the functions that were noted, and at those that they mention: one after the other, however they call each other.
    private mutating func noteFunctions() {
        while let id = unseen.takeFunction() {
            let function = functions[id.number]
            note(function.body, in: function.module, declared: function.scope.globals, PathState())
        }
    }

    private mutating func note(
        _ body: FunctionValue.Body,
        in name: String,
        declared: Set<String>,
        _ state: PathState
    ) {
        let mentions = Mentions(body)
        let found = exposure(body, mentions, PythonSyntax.Arguments(), in: name)
        for written in mentions.assigned.intersection(declared.union(mentions.declared)) {
            unseen.note(GlobalName(module: name, name: written))
        }
        func meaning(_ place: String) -> [Symbol] {
            // A name of the function that is looked at, or of its module.
            [state.locals[place], state.globals[GlobalName(module: name, name: place)], modules[name]?.globals[place]]
                .compactMap(\.self)
        }
        for place in found.names { for value in meaning(place) { noteChange(of: value, isWhole: true) } }
        for place in found.holders { for value in meaning(place) { noteChange(of: value, isWhole: false) } }
        // What is mentioned may be called, here or by whoever is given it.
        for place in mentions.names { for value in meaning(place) { noteCall(of: value) } }
        if mentions.asksModels { noteModels() }
        for (place, attribute) in mentions.attributes {
            for case .module(let other) in meaning(place) {
                if let value = modules[other]?.globals[attribute] { noteCall(of: value) }
                // `module.name = …`, and `module.name.append(…)`.
                if mentions.assignedAttributes.contains(attribute) {
                    unseen.note(GlobalName(module: other, name: attribute))
                }
                if let value = modules[other]?.globals[attribute] { noteChange(of: value, isWhole: true) }
            }
        }
    }

    /// Notes that a container of a module may be changed, and those within it. One whose parts alone may be stays as it is if no part
    /// can be.
    private func noteChange(of value: Symbol, isWhole: Bool) {
        var pending = [value]
        while let next = pending.popLast() {
            switch next {
            case .object(let id):
                guard let object = moduleHeap[id] else { continue }
                let isConstant = object.elements.allSatisfy { if case .constant = $0.value { true } else { false } }
                if !isWhole, isConstant, object.poison == nil { continue }
                guard unseen.note(id) else { continue }
                pending += object.elements.map(\.value)
            case .choice(_, let first, let second): pending += [first, second]
            case .checked(_, let inner), .method(let inner, _), .view(let inner, _): pending.append(inner)
            default: break
            }
        }
    }

    /// Finds the classes of a module that was loaded.
    mutating func noteClasses(in body: [Statement], of module: String) {
        for statement in body {
            if case .classDef(let definition) = statement.kind { methods.append((module, definition.body)) }
        }
    }

    /// Notes what methods of classes may leave behind: whatever an object of a class is asked, it is not followed.
    mutating func noteMethods() {
        for (module, body) in methods { note(.statements(body), in: module, declared: [], PathState()) }
        methods = []
        noteFunctions()
    }

    // MARK: Exposures

    /// What a function may change of what it is given and of its module; nil while that is found out, as it calls itself, and within
    /// more calls than are followed.
    private mutating func exposure(of id: FunctionID) -> Exposure? {
        if let known = exposures[id.number] { return known }
        guard exposureDepth < limits.callDepth else { return nil }
        exposureDepth += 1
        defer { exposureDepth -= 1 }
        let function = functions[id.number]
        exposures[id.number] = .some(nil)
        let found = exposure(function.body, Mentions(function.body), function.arguments, in: function.module)
        exposures[id.number] = found
        return found
    }

    private mutating func exposure(
        _ body: FunctionValue.Body,
        _ mentions: Mentions,
        _ arguments: PythonSyntax.Arguments,
        in module: String
    ) -> Exposure {
        var callees: [String: Exposure.Callee] = [:]
        for name in mentions.called { callees[name] = callee(name, in: module) }
        let callee = { (name: String) in callees[name] ?? .unknown }
        return switch body {
        case .statements(let body): Exposure(arguments, body, callee: callee)
        case .expression(let body): Exposure(arguments, body, callee: callee)
        }
    }

    private mutating func callee(_ name: String, in module: String) -> Exposure.Callee {
        switch modules[module]?.globals[name] {
        case .function(let id): exposure(of: id).map { .function($0) } ?? .unknown
        case .native: .harmless
        case nil: NativeFunctions.builtins.contains(name) ? .harmless : .unknown
        default: .unknown
        }
    }
}
