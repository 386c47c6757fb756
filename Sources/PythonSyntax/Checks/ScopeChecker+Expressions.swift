import Diagnostics

extension ScopeChecker {
    /// Checks what a target evaluates, and binds its names.
    mutating func check(target: Expression) {
        switch target.kind {
        case .name(let name):
            if scope.kind.isComprehension { scope.iterationNames.insert(name) }
            bind(name)
        case .tuple(let elements), .list(let elements): for element in elements { check(target: element) }
        case .starred(let value): check(target: value)
        default: check(target)
        }
    }

    /// Checks an expression that is evaluated.
    mutating func check(_ expression: Expression) {
        switch expression.kind {
        case .name(let name): read(name)
        case .constant: break
        case .namedExpr(let target, let value): checkNamed(target, value)
        case .lambda(let arguments, let body):
            for parameter in arguments.all {
                if let value = parameter.defaultValue { check(value) }
            }
            var inner = Scope(.lambda)
            inner.parameters = Set(arguments.all.map(\.name.text))
            enter(inner)
            check(body)
            leave()
        case .listComp(let element, let clauses), .setComp(let element, let clauses):
            checkComprehension([element], clauses, kind: .comprehension, span: expression.span)
        case .generatorExp(let element, let clauses):
            checkComprehension([element], clauses, kind: .generator, span: expression.span)
        case .dictComp(let key, let value, let clauses):
            checkComprehension([key, value], clauses, kind: .comprehension, span: expression.span)
        case .await(let value):
            checkAwait(expression.span)
            check(value)
        case .yield(let value):
            checkYield(expression.span, isFrom: false)
            if let value { check(value) }
        case .yieldFrom(let value):
            checkYield(expression.span, isFrom: true)
            check(value)
        default:
            var children: [Expression] = []
            expression.kind.forEachChild { children.append($0) }
            for child in children { check(child) }
        }
    }

    private mutating func checkNamed(_ target: Expression, _ value: Expression) {
        guard case .name(let name) = target.kind else { return }
        let index = bindingScopeIndex
        let comprehensions = scopes[(index + 1)...]
        if scopes[index...].contains(where: { $0.iterableDepth > 0 }) {
            report(
                .walrus("`:=` cannot be in what a comprehension iterates", source: source, span: target.span)
            )
        } else if comprehensions.contains(where: { $0.iterationNames.contains(name) }) {
            report(
                .walrus(
                    "`:=` cannot bind the comprehension's own `\(name)` again",
                    source: source,
                    span: target.span
                )
            )
        } else if !comprehensions.isEmpty, scopes[index].kind == .classBody {
            report(
                .walrus("`:=` in a comprehension in a class body", source: source, span: target.span)
            )
        }
        check(value)
        bind(name, in: index)
    }

    private mutating func checkComprehension(
        _ elements: [Expression],
        _ clauses: [Comprehension],
        kind: Scope.Kind,
        span: Span
    ) {
        guard let first = clauses.first else { return }
        // The first iterable belongs to the enclosing scope, but `:=` is not allowed in it either.
        scope.iterableDepth += 1
        check(first.iterable)
        scope.iterableDepth -= 1
        enter(Scope(kind))
        // The element comes last: a `:=` in it sees the names of all targets.
        for (place, clause) in clauses.enumerated() {
            if place > 0 {
                scope.iterableDepth += 1
                check(clause.iterable)
                scope.iterableDepth -= 1
            }
            check(target: clause.target)
            for condition in clause.conditions { check(condition) }
            if clause.isAsync { scope.awaits = true }
        }
        for element in elements { check(element) }
        let inner = leave()
        guard inner.awaits, kind == .comprehension else { return }
        if scope.kind.isComprehension {
            scope.awaits = true
        } else if !(scope.kind == .function && scope.isAsync) {
            report(
                .outsideFunction("asynchronous comprehension outside `async def`", source: source, span: span)
            )
        }
    }

    // MARK: async and yield

    mutating func checkAsync(_ what: String, _ span: Span) {
        if !(scope.kind == .function && scope.isAsync) {
            report(.outsideFunction("\(what) outside `async def`", source: source, span: span))
        }
    }

    private mutating func checkAwait(_ span: Span) {
        if scope.kind.isComprehension {
            scope.awaits = true
        } else if !scope.kind.isFunction {
            report(.outsideFunction("`await` outside a function", source: source, span: span))
        } else if !(scope.kind == .function && scope.isAsync) {
            report(.outsideFunction("`await` outside `async def`", source: source, span: span))
        }
    }

    private mutating func checkYield(_ span: Span, isFrom: Bool) {
        if scope.kind.isComprehension {
            report(.outsideFunction("`yield` inside a comprehension", source: source, span: span))
        } else if !scope.kind.isFunction {
            report(.outsideFunction("`yield` outside a function", source: source, span: span))
        } else {
            if isFrom, scope.isAsync {
                report(.outsideFunction("`yield from` inside `async def`", source: source, span: span))
            }
            scope.yields = true
        }
    }
}
