import PythonSyntax

/// Which names statements bind in the scope they stand in.
enum BoundNames {
    /// The names a block binds, nested blocks included, nested functions' own left out. In no order, repeats possible.
    static func all(in statements: [Statement]) -> [String] {
        statements.flatMap { statement in directly(in: statement) + statement.blocks.flatMap(all(in:)) }
    }

    /// The names a statement binds itself, without its blocks.
    static func directly(in statement: Statement) -> [String] {
        var names = statement.expressions.flatMap(walrusTargets(in:))
        switch statement.kind {
        case .functionDef(let function): names.append(function.name.text)
        case .classDef(let type): names.append(type.name.text)
        case .assign(let targets, _): names += targets.flatMap(self.names(ofTarget:))
        case .augAssign(let target, _, _): names += self.names(ofTarget: target)
        // Without a value the name stays unbound, but it is a variable of the scope.
        case .annAssign(let target, _, _, _): names += self.names(ofTarget: target)
        case .for(let loop): names += self.names(ofTarget: loop.target)
        case .with(let items, _, _): names += items.compactMap(\.target).flatMap(self.names(ofTarget:))
        case .match(_, let cases): names += cases.flatMap(\.pattern.names)
        case .try(let statement): names += statement.handlers.compactMap(\.name?.text)
        case .import(let imported):
            names += imported.map { alias in
                alias.asName?.text ?? alias.name.text.split(separator: ".").first.map(String.init) ?? alias.name.text
            }
        case .importFrom(_, let imported, _):
            names += imported.filter { $0.name.text != "*" }.map { ($0.asName ?? $0.name).text }
        default: break
        }
        return names
    }

    /// The names an assignment's target binds.
    static func names(ofTarget target: Expression) -> [String] {
        switch target.kind {
        case .name(let name): [name]
        case .tuple(let elements), .list(let elements): elements.flatMap(names(ofTarget:))
        case .starred(let value): names(ofTarget: value)
        default: []
        }
    }

    /// The names that `:=` in an expression binds in the scope around it; those in a lambda are the lambda's.
    private static func walrusTargets(in expression: Expression) -> [String] {
        var names: [String] = []
        var pending = [expression]
        while let next = pending.popLast() {
            if case .lambda(let arguments, _) = next.kind {
                pending += arguments.all.compactMap(\.defaultValue)
                continue
            }
            if case .namedExpr(let target, _) = next.kind { names += self.names(ofTarget: target) }
            next.kind.forEachChild { pending.append($0) }
        }
        return names
    }
}
