import Conditions
import PythonSyntax
import Synchronization

/// What code that the analysis of a detection does not follow may leave behind for later events.
///
/// One object for all that is analysed of the detection: its functions run one after the other on the same modules.
final class UnseenCode: Sendable {
    /// Names that it may write.
    var names: Set<GlobalName> { known.withLock { $0.names } }
    /// Containers of modules that it may change.
    var objects: Set<ObjectID> { known.withLock { $0.objects } }
    /// How often something could not be said.
    var opaqueCount: Int { known.withLock { $0.opaqueCount } }

    private let known: Mutex<Known>

    private struct Known {
        var names: Set<GlobalName> = []
        var objects: Set<ObjectID> = []
        var opaqueCount = 0
        var functions: Set<Int> = []
        /// Functions that may run unseen and have not been looked at.
        var pending: [FunctionID] = []
    }

    /// Nothing, or what another knows.
    init(_ other: UnseenCode? = nil) {
        var start = Known()
        if let other {
            let known = other.known.withLock { $0 }
            (start.names, start.objects, start.functions) = (known.names, known.objects, known.functions)
        }
        known = Mutex(start)
    }

    /// Notes that something cannot be said.
    func noteOpaque() { known.withLock { $0.opaqueCount += 1 } }

    func note(_ name: GlobalName) { known.withLock { _ = $0.names.insert(name) } }

    func note(_ object: ObjectID) -> Bool { known.withLock { $0.objects.insert(object).inserted } }

    /// Notes that a function may run unseen.
    func note(_ function: FunctionID) {
        known.withLock { if $0.functions.insert(function.number).inserted { $0.pending.append(function) } }
    }

    /// Takes a function that is to be looked at.
    func takeFunction() -> FunctionID? { known.withLock { $0.pending.popLast() } }
}

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

    private func noteCall(of value: Symbol) {
        var pending = [value]
        while let next = pending.popLast() {
            switch next {
            case .function(let id): unseen.note(id)
            case .choice(_, let first, let second): pending += [first, second]
            case .checked(_, let inner): pending.append(inner)
            default: break
            }
        }
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
        let found = exposure(body, PythonSyntax.Arguments(), in: name)
        for written in mentions.assigned.intersection(declared.union(mentions.declared)) {
            unseen.note(GlobalName(module: name, name: written))
        }
        func meaning(_ place: String) -> [Symbol] {
            // A name of the function that is looked at, or of its module.
            [state.locals[place], state.globals[GlobalName(module: name, name: place)], modules[name]?.globals[place]]
                .compactMap(\.self)
        }
        for place in found.names { for value in meaning(place) { noteChange(of: value, isWhole: true, state) } }
        for place in found.holders { for value in meaning(place) { noteChange(of: value, isWhole: false, state) } }
        // What is mentioned may be called, here or by whoever is given it.
        for place in mentions.names { for value in meaning(place) { noteCall(of: value) } }
        for (place, attribute) in mentions.attributes {
            for case .module(let other) in meaning(place) {
                if let value = modules[other]?.globals[attribute] { noteCall(of: value) }
                // `module.name = …`, and `module.name.append(…)`.
                if mentions.assignedAttributes.contains(attribute) {
                    unseen.note(GlobalName(module: other, name: attribute))
                }
                if let value = modules[other]?.globals[attribute] { noteChange(of: value, isWhole: true, state) }
            }
        }
    }

    /// Notes that a container of a module may be changed, and those within it. One whose parts alone may be stays as it is if no part
    /// can be.
    private func noteChange(of value: Symbol, isWhole: Bool, _ state: PathState) {
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
        let found = exposure(function.body, function.arguments, in: function.module)
        exposures[id.number] = found
        return found
    }

    private mutating func exposure(
        _ body: FunctionValue.Body,
        _ arguments: PythonSyntax.Arguments,
        in module: String
    ) -> Exposure {
        var callees: [String: Exposure.Callee] = [:]
        for name in Mentions(body).called { callees[name] = callee(name, in: module) }
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

/// The names that code mentions, functions and classes within it too.
private struct Mentions {
    var names: Set<String> = []
    /// Those that it calls.
    var called: Set<String> = []
    /// Those that it binds or deletes, and those that it declares global.
    var assigned: Set<String> = []
    var declared: Set<String> = []
    /// `name.attribute`, and the attributes that it sets.
    var attributes: [(name: String, attribute: String)] = []
    var assignedAttributes: Set<String> = []

    init(_ body: FunctionValue.Body) {
        switch body {
        case .statements(let statements): for statement in statements { visit(statement) }
        case .expression(let expression): visit(expression)
        }
    }

    private mutating func visit(_ statement: Statement) {
        switch statement.kind {
        case .global(let names): declared.formUnion(names.map(\.text))
        case .functionDef(let function):
            assigned.insert(function.name.text)
            for inner in function.body { visit(inner) }
        case .classDef(let definition):
            assigned.insert(definition.name.text)
            for inner in definition.body { visit(inner) }
        case .assign(let targets, _), .delete(let targets): for target in targets { bind(target) }
        case .augAssign(let target, _, _), .annAssign(let target, _, _, _): bind(target)
        case .for(let loop): bind(loop.target)
        case .with(let items, _, _): for item in items { if let target = item.target { bind(target) } }
        case .import(let aliases):
            for alias in aliases { assigned.insert(alias.asName?.text ?? String(alias.name.text.prefix { $0 != "." })) }
        case .importFrom(_, let names, _): for alias in names { assigned.insert(alias.asName?.text ?? alias.name.text) }
        case .try(let attempt):
            for handler in attempt.handlers { if let name = handler.name { assigned.insert(name.text) } }
        // What a pattern binds is a name of its own: taken for any.
        case .match(_, let cases): for one in cases { assigned.formUnion(FunctionScope.names(boundBy: one.pattern)) }
        default: break
        }
        statement.forEachExpression { visit($0) }
        statement.forEachBody { for inner in $0 { visit(inner) } }
    }

    private mutating func bind(_ target: Expression) {
        switch target.kind {
        case .name(let name): assigned.insert(name)
        case .tuple(let parts), .list(let parts): for part in parts { bind(part) }
        case .starred(let inner): bind(inner)
        case .attribute(_, let name): assignedAttributes.insert(name.text)
        default: break
        }
    }

    private mutating func visit(_ expression: Expression) {
        switch expression.kind {
        case .name(let name): names.insert(name)
        case .namedExpr(let target, _): bind(target)
        case .call(let function, _, _): if case .name(let name) = function.kind { called.insert(name) }
        case .attribute(let value, let attribute):
            if case .name(let name) = value.kind { attributes.append((name, attribute.text)) }
        default: break
        }
        var children: [Expression] = []
        expression.kind.forEachChild { children.append($0) }
        for child in children { visit(child) }
    }
}
