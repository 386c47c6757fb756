import Conditions
import PythonSyntax

/// What statements could do, seen from outside: for those that are not followed.
struct Surveyor {
    /// Names they assign.
    var assigned: Set<String> = []
    /// Names they read.
    var read: Set<String> = []
    /// Fields of the event that they ask for by a constant key.
    var keys: [FieldReference] = []
    /// Whether they may leave the function or the loop around them.
    var leaves = false
    /// Whether they call anything that is not a method of a value.
    var callsUnknown = false

    mutating func visit(_ statement: Statement) {
        switch statement.kind {
        case .return, .break, .continue:
            leaves = true
            statement.forEachExpression { visit($0) }
        default: statement.forEachExpression { visit($0) }
        }
        statement.forEachBody { for inner in $0 { visit(inner) } }
        switch statement.kind {
        case .assign(let targets, _): for target in targets { bind(target) }
        case .augAssign(let target, _, _), .annAssign(let target, _, _, _): bind(target)
        case .for(let loop): bind(loop.target)
        case .with(let items, _, _): for item in items { if let target = item.target { bind(target) } }
        case .delete(let targets): for target in targets { bind(target) }
        case .functionDef(let function): assigned.insert(function.name.text)
        case .try(let attempt):
            for handler in attempt.handlers { if let name = handler.name { assigned.insert(name.text) } }
        case .import, .importFrom, .global, .nonlocal, .match: callsUnknown = true
        default: break
        }
    }

    private mutating func bind(_ target: Expression) {
        switch target.kind {
        case .name(let name): assigned.insert(name)
        case .tuple(let parts), .list(let parts): for part in parts { bind(part) }
        case .starred(let inner): bind(inner)
        default: visit(target)
        }
    }

    mutating func visit(_ expression: Expression) {
        switch expression.kind {
        case .name(let name): read.insert(name)
        case .namedExpr(let target, _): bind(target)
        case .call(let function, let arguments, _):
            if case .attribute(_, let name) = function.kind {
                let path = arguments.compactMap { argument -> String? in
                    if case .constant(.string(let text)) = argument.kind { text.text } else { nil }
                }
                if name.text == "get", let key = path.first { keys.append(.get(key)) }
                if name.text == "deep_get" || name.text == "deep_walk", !path.isEmpty { keys.append(.deepGet(path)) }
            } else {
                callsUnknown = true
            }
        default: break
        }
        expression.kind.forEachChild { child in children.append(child) }
        let pending = children
        children = []
        for child in pending { visit(child) }
    }

    private var children: [Expression] = []
}

extension Statement {
    /// Calls `body` with each expression that stands directly in the statement.
    func forEachExpression(_ body: (Expression) -> Void) {
        switch kind {
        case .return(let value): if let value { body(value) }
        case .delete(let targets): for target in targets { body(target) }
        case .assign(let targets, let value):
            for target in targets { body(target) }
            body(value)
        case .augAssign(let target, _, let value):
            body(target)
            body(value)
        case .annAssign(let target, _, let value, _):
            body(target)
            if let value { body(value) }
        case .for(let loop):
            body(loop.target)
            body(loop.iterable)
        case .while(let test, _, _): body(test)
        case .if(let branches, _): for branch in branches { body(branch.test) }
        case .with(let items, _, _): for item in items { body(item.context) }
        case .match(let subject, let cases):
            body(subject)
            for one in cases { if let condition = one.condition { body(condition) } }
        case .raise(let exception, let cause):
            if let exception { body(exception) }
            if let cause { body(cause) }
        case .assert(let test, let message):
            body(test)
            if let message { body(message) }
        case .expr(let value): body(value)
        case .functionDef, .classDef, .try, .import, .importFrom, .global, .nonlocal, .pass, .break, .continue: break
        }
    }

    /// Calls `body` with each block in the statement, functions left out.
    func forEachBody(_ body: ([Statement]) -> Void) {
        switch kind {
        case .for(let loop):
            body(loop.body)
            body(loop.orelse)
        case .while(_, let first, let second):
            body(first)
            body(second)
        case .if(let branches, let orelse):
            for branch in branches { body(branch.body) }
            body(orelse)
        case .with(_, let inner, _): body(inner)
        case .match(_, let cases): for one in cases { body(one.body) }
        case .try(let attempt):
            body(attempt.body)
            for handler in attempt.handlers { body(handler.body) }
            body(attempt.orelse)
            body(attempt.finalbody)
        default: break
        }
    }
}

extension Surveyor {
    /// Names that the target of a loop binds.
    static func names(boundBy loop: For) -> Set<String> {
        var surveyor = Surveyor()
        surveyor.bind(loop.target)
        return surveyor.assigned
    }

    /// Names that statements bind.
    static func names(assignedBy body: [Statement]) -> Set<String> {
        var surveyor = Surveyor()
        for statement in body { surveyor.visit(statement) }
        return surveyor.assigned
    }

    /// Whether statements read a name.
    static func reads(_ name: String, in body: [Statement]) -> Bool {
        var surveyor = Surveyor()
        for statement in body {
            // A name that is only assigned is no read, though it is an expression of the statement.
            if case .assign(let targets, let value) = statement.kind, targets.allSatisfy(\.isName) {
                surveyor.visit(value)
                continue
            }
            if statement.hasBodies {
                statement.forEachExpression { surveyor.visit($0) }
                var found = false
                statement.forEachBody { if reads(name, in: $0) { found = true } }
                if found { return true }
                continue
            }
            surveyor.visit(statement)
        }
        return surveyor.read.contains(name)
    }

    /// The constants that plain assignments give to a name; nil if it is bound in another way too.
    static func constants(assignedTo name: String, by body: [Statement]) -> Set<Literal>? {
        var result: Set<Literal> = []
        for statement in body {
            switch statement.kind {
            case .assign(let targets, let value):
                var surveyor = Surveyor()
                for target in targets { surveyor.bind(target) }
                guard surveyor.assigned.contains(name) else { continue }
                guard targets.count == 1, targets[0].isName, case .constant(let constant) = value.kind else {
                    return nil
                }
                switch constant {
                case .bool(let flag): result.insert(.bool(flag))
                case .int(let number): result.insert(.int(number))
                case .none: result.insert(.null)
                case .string(let text) where !text.hasSurrogates: result.insert(.string(text.text))
                default: return nil
                }
            default:
                if statement.hasBodies {
                    if case .for(let loop) = statement.kind, names(boundBy: loop).contains(name) { return nil }
                    var isPlain = true
                    statement.forEachBody { inner in
                        guard let more = constants(assignedTo: name, by: inner) else {
                            isPlain = false
                            return
                        }
                        result.formUnion(more)
                    }
                    if !isPlain { return nil }
                } else if names(assignedBy: [statement]).contains(name) {
                    return nil
                }
            }
        }
        return result
    }

    /// Whether a block binds a name before anything can read it.
    static func isAssignedFirst(_ name: String, in body: [Statement]) -> Bool {
        for statement in body {
            if case .assign(let targets, let value) = statement.kind {
                var surveyor = Surveyor()
                surveyor.visit(value)
                if surveyor.read.contains(name) { return false }
                surveyor = Surveyor()
                for target in targets { surveyor.bind(target) }
                if surveyor.assigned.contains(name) { return true }
                continue
            }
            if names(assignedBy: [statement]).contains(name) || reads(name, in: [statement]) { return false }
        }
        return true
    }
}

extension Expression {
    /// Whether it is a bare name.
    var isName: Bool {
        if case .name = kind { true } else { false }
    }
}

extension Statement {
    /// Whether blocks stand in it.
    var hasBodies: Bool {
        switch kind {
        case .for, .while, .if, .with, .match, .try: true
        default: false
        }
    }
}
