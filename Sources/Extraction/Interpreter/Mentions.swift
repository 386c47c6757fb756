import PythonSyntax

/// The names that code mentions, functions and classes within it too; ``Surveyor`` stays outside of these.
struct Mentions {
    private(set) var names: Set<String> = []
    /// Those that it calls.
    private(set) var called: Set<String> = []
    /// Those that it binds or deletes, and those that it declares global.
    private(set) var assigned: Set<String> = []
    private(set) var declared: Set<String> = []
    /// `name.attribute`, and the attributes that it sets.
    private(set) var attributes: [(name: String, attribute: String)] = []
    private(set) var assignedAttributes: Set<String> = []
    /// Whether it may ask a data model, whatever for.
    private(set) var asksModels = false

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
            if attribute.text == "udm" { asksModels = true }
            if case .name(let name) = value.kind { attributes.append((name, attribute.text)) }
        default: break
        }
        var children: [Expression] = []
        expression.kind.forEachChild { children.append($0) }
        for child in children { visit(child) }
    }
}
