import Diagnostics
import PythonSyntax

extension ScopeBuilder {
    func visit(_ expressions: [Expression]) {
        for expression in expressions { visit(expression) }
    }

    func visit(_ expression: Expression?) {
        if let expression { visit(expression) }
    }

    /// Visits what is read. Recursion only enters scopes, so long chains cost no native stack.
    func visit(_ expression: Expression) {
        var pending = [expression]
        while let next = pending.popLast() {
            switch next.kind {
            case .name(let name): use(name)
            case .constant(.imaginary): report(.complexNumber(compilation.source, next.span))
            case .lambda(let arguments, let body):
                function(arguments, "<lambda>", at: next.span) { visit(body) }
            case .listComp(let element, let clauses):
                comprehension("<listcomp>", .comprehension, [element], clauses, next.span)
            case .setComp(let element, let clauses):
                comprehension("<setcomp>", .comprehension, [element], clauses, next.span)
            case .dictComp(let key, let value, let clauses):
                comprehension("<dictcomp>", .comprehension, [key, value], clauses, next.span)
            case .generatorExp(let element, let clauses):
                comprehension("<genexpr>", .generator, [element], clauses, next.span)
            case .namedExpr(let target, let value):
                if case .name(let name) = target.kind { bindWalrus(name) }
                pending.append(value)
            case .call(let function, let arguments, let keywords):
                // CPython gives `super` an implicit use of `__class__`.
                if case .name("super") = function.kind, arguments.isEmpty, keywords.isEmpty { use("__class__") }
                next.kind.forEachChild { pending.append($0) }
            case .yield, .yieldFrom:
                current.frame.isGenerator = true
                next.kind.forEachChild { pending.append($0) }
            case .await(let value):
                report(.asynchronous("await", compilation.source, next.span))
                pending.append(value)
            default: next.kind.forEachChild { pending.append($0) }
            }
        }
    }

    /// Visits what is assigned to.
    func target(_ expression: Expression) {
        switch expression.kind {
        case .name(let name): bind(name)
        case .tuple(let elements), .list(let elements):
            for element in elements { target(element) }
        case .starred(let value): target(value)
        default: visit(expression)
        }
    }

    /// Visits defaults here and the rest in a scope of its own.
    func function(_ arguments: Arguments, _ name: String, at span: Diagnostics.Span, _ body: () -> Void) {
        let parameters = arguments.all
        for parameter in parameters { visit(parameter.defaultValue) }
        enter(.function, name, at: span, privateClass: current.privateClass) {
            for parameter in Code.Parameters.inOrder(arguments) {
                current.change(current.mangled(parameter.name.text)) {
                    $0.isBound = true
                    $0.isParameter = true
                }
            }
            body()
        }
    }

    private func comprehension(
        _ name: String,
        _ kind: Scope.Kind,
        _ elements: [Expression],
        _ clauses: [Comprehension],
        _ span: Diagnostics.Span
    ) {
        if clauses.contains(where: \.isAsync) { report(.asynchronous("async for", compilation.source, span)) }
        visit(clauses.first?.iterable)
        enter(kind, name, at: span, privateClass: current.privateClass) {
            for (index, clause) in clauses.enumerated() {
                if index > 0 { visit(clause.iterable) }
                target(clause.target)
                visit(clause.conditions)
            }
            visit(elements)
        }
    }
}

extension Code.Parameters {
    /// The parameters in the order of their registers.
    static func inOrder(_ arguments: Arguments) -> [Parameter] {
        arguments.positionalOnly + arguments.positional + arguments.keywordOnly
            + [arguments.variadic, arguments.keywordVariadic].compactMap { $0 }
    }
}
