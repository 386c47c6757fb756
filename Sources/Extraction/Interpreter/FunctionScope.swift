import PythonSyntax

/// Which names a function binds.
struct FunctionScope: Sendable {
    /// Its own.
    var locals: Set<String> = []
    /// Those it declares global.
    var globals: Set<String> = []
    /// Whether it has `yield`, `await` or `nonlocal`.
    var isUnusual = false

    /// The names of a function.
    init(_ arguments: Arguments, _ body: [Statement]) {
        for parameter in arguments.all { locals.insert(parameter.name.text) }
        for statement in body { visit(statement) }
        locals.subtract(globals)
    }

    /// The names of a lambda.
    init(_ arguments: Arguments, _ body: Expression) {
        for parameter in arguments.all { locals.insert(parameter.name.text) }
        visit(body)
    }

    private mutating func bind(_ target: Expression) {
        switch target.kind {
        case .name(let name): locals.insert(name)
        case .tuple(let parts), .list(let parts): for part in parts { bind(part) }
        case .starred(let inner): bind(inner)
        default: visit(target)
        }
    }

    private mutating func visit(_ expression: Expression) {
        switch expression.kind {
        case .namedExpr(let target, let value):
            bind(target)
            visit(value)
        case .yield, .yieldFrom, .await: isUnusual = true
        case .lambda: break
        default:
            var children: [Expression] = []
            expression.kind.forEachChild { children.append($0) }
            for child in children { visit(child) }
        }
    }

    private mutating func visit(_ statement: Statement) {
        switch statement.kind {
        case .functionDef(let function): locals.insert(function.name.text)
        case .classDef(let definition): locals.insert(definition.name.text)
        case .global(let names): for name in names { globals.insert(name.text) }
        case .nonlocal: isUnusual = true
        case .import(let aliases):
            for alias in aliases {
                locals.insert(alias.asName?.text ?? String(alias.name.text.prefix { $0 != "." }))
            }
        case .importFrom(_, let names, _): for alias in names { locals.insert(alias.asName?.text ?? alias.name.text) }
        case .assign(let targets, let value):
            for target in targets { bind(target) }
            visit(value)
        case .augAssign(let target, _, let value):
            bind(target)
            visit(value)
        case .annAssign(let target, _, let value, _):
            bind(target)
            if let value { visit(value) }
        case .delete(let targets): for target in targets { bind(target) }
        case .for(let loop):
            bind(loop.target)
            visit(loop.iterable)
            for inner in loop.body + loop.orelse { visit(inner) }
        case .while(let test, let body, let orelse):
            visit(test)
            for inner in body + orelse { visit(inner) }
        case .if(let branches, let orelse):
            for branch in branches {
                visit(branch.test)
                for inner in branch.body { visit(inner) }
            }
            for inner in orelse { visit(inner) }
        case .with(let items, let body, _):
            for item in items {
                visit(item.context)
                if let target = item.target { bind(target) }
            }
            for inner in body { visit(inner) }
        case .match(let subject, let cases):
            visit(subject)
            for one in cases {
                bind(one.pattern)
                if let condition = one.condition { visit(condition) }
                for inner in one.body { visit(inner) }
            }
        case .try(let attempt):
            for inner in attempt.body + attempt.orelse + attempt.finalbody { visit(inner) }
            for handler in attempt.handlers {
                if let name = handler.name { locals.insert(name.text) }
                for inner in handler.body { visit(inner) }
            }
        case .return(let value): if let value { visit(value) }
        case .expr(let value): visit(value)
        case .raise(let exception, let cause):
            if let exception { visit(exception) }
            if let cause { visit(cause) }
        case .assert(let test, let message):
            visit(test)
            if let message { visit(message) }
        case .pass, .break, .continue: break
        }
    }

    /// The names that a pattern binds.
    static func names(boundBy pattern: Pattern) -> Set<String> {
        var scope = FunctionScope(PythonSyntax.Arguments(), [])
        scope.bind(pattern)
        return scope.locals
    }

    private mutating func bind(_ pattern: Pattern) {
        switch pattern.kind {
        case .matchValue, .matchSingleton: break
        case .matchSequence(let parts), .matchOr(let parts): for part in parts { bind(part) }
        case .matchMapping(let entries, let rest):
            for entry in entries { bind(entry.pattern) }
            if let rest { locals.insert(rest.text) }
        case .matchClass(_, let patterns, let keywords):
            for part in patterns + keywords.map(\.pattern) { bind(part) }
        case .matchStar(let name): if let name { locals.insert(name.text) }
        case .matchAs(let inner, let name):
            if let inner { bind(inner) }
            if let name { locals.insert(name.text) }
        }
    }
}
