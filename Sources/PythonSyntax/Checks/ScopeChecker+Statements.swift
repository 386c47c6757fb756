import Diagnostics

extension ScopeChecker {
    mutating func check(body: [Statement]) {
        for statement in body { check(statement) }
    }

    private mutating func check(_ statement: Statement) {
        switch statement.kind {
        case .functionDef(let function): check(function, span: statement.span)
        case .classDef(let type): check(type)
        case .for(let loop):
            if loop.isAsync { checkAsync("`async for`", statement.span) }
            check(loop.iterable)
            check(target: loop.target)
            check(loop: loop.body)
            check(body: loop.orelse)
        case .while(let test, let body, let orelse):
            check(test)
            check(loop: body)
            check(body: orelse)
        case .if(let branches, let orelse):
            for branch in branches {
                check(branch.test)
                check(body: branch.body)
            }
            check(body: orelse)
        case .with(let items, let body, let isAsync):
            if isAsync { checkAsync("`async with`", statement.span) }
            for item in items {
                check(item.context)
                if let target = item.target { check(target: target) }
            }
            check(body: body)
        case .match(let subject, let cases):
            check(subject)
            for matchCase in cases {
                check(matchCase.pattern)
                if let condition = matchCase.condition { check(condition) }
                check(body: matchCase.body)
            }
        case .try(let statement): check(statement)
        default: checkSimple(statement)
        }
    }

    private mutating func checkSimple(_ statement: Statement) {
        switch statement.kind {
        case .return(let value): checkReturn(value, statement.span)
        case .break: checkLoop("break", statement.span)
        case .continue: checkLoop("continue", statement.span)
        case .delete(let targets): for target in targets { check(target: target) }
        case .assign(let targets, let value):
            check(value)
            for target in targets { check(target: target) }
        case .augAssign(let target, _, let value):
            check(value)
            check(target: target)
        case .annAssign(let target, let annotation, let value, let isSimple):
            checkAnnotated(target, annotation, value, isSimple: isSimple)
        case .raise(let exception, let cause):
            if let exception { check(exception) }
            if let cause { check(cause) }
        case .assert(let test, let message):
            check(test)
            if let message { check(message) }
        case .import(let names):
            for alias in names {
                bind(imported: alias.asName?.text ?? String(alias.name.text.prefix { $0 != "." }))
            }
        case .importFrom(_, let names, _):
            if isFutureImport(statement) { reportLateFuture(statement) }
            for alias in names {
                if alias.name.text != "*" {
                    bind(imported: alias.asName?.text ?? alias.name.text)
                } else if scope.kind != .module {
                    report(
                        .invalidImport("`import *` inside a function or class", source: source, span: statement.span)
                    )
                }
            }
        case .global(let names): declareGlobal(names)
        case .nonlocal(let names): declareNonlocal(names)
        case .expr(let value): check(value)
        default: break
        }
    }

    private mutating func check(loop body: [Statement]) {
        scope.loopDepth += 1
        check(body: body)
        scope.loopDepth -= 1
    }

    private mutating func checkLoop(_ keyword: String, _ span: Span) {
        if scope.loopDepth == 0 {
            report(.outsideLoop(keyword, source: source, span: span))
        } else if let depth = scope.exceptStarLoopDepth, scope.loopDepth <= depth {
            report(.leavesExceptStar(keyword, source: source, span: span))
        }
    }

    private mutating func checkReturn(_ value: Expression?, _ span: Span) {
        if let value { check(value) }
        if !scope.kind.isFunction {
            report(.outsideFunction("`return` outside a function", source: source, span: span))
        } else if scope.exceptStarLoopDepth != nil {
            report(.leavesExceptStar("return", source: source, span: span))
        } else if value != nil {
            scope.valueReturn = scope.valueReturn ?? span
        }
    }

    private mutating func checkAnnotated(
        _ target: Expression,
        _ annotation: Expression,
        _ value: Expression?,
        isSimple: Bool
    ) {
        if isSimple, case .name(let name) = target.kind {
            for (declared, keyword) in [(scope.globals[name], "global"), (scope.nonlocals[name], "nonlocal")] {
                guard let declared, scope.kind != .module || keyword == "nonlocal" else { continue }
                report(
                    .scope(
                        "annotated name `\(name)` cannot be \(keyword)",
                        source: source,
                        span: target.span,
                        notes: [Diagnostic.Note("it is declared here", span: declared)]
                    )
                )
            }
            bind(name, isAnnotation: true)
        } else {
            check(target: target)
        }
        check(annotation)
        if let value { check(value) }
    }

    private mutating func check(_ statement: Try) {
        check(body: statement.body)
        let outer = scope.exceptStarLoopDepth
        for handler in statement.handlers {
            if let type = handler.type { check(type) }
            if let name = handler.name { bind(name.text) }
            if statement.isStar { scope.exceptStarLoopDepth = scope.loopDepth }
            check(body: handler.body)
            scope.exceptStarLoopDepth = outer
        }
        check(body: statement.orelse)
        check(body: statement.finalbody)
    }

    private mutating func check(_ function: FunctionDef, span: Span) {
        bind(function.name.text)
        for decorator in function.decorators { check(decorator) }
        for parameter in function.arguments.all {
            if let value = parameter.defaultValue { check(value) }
            if let annotation = parameter.annotation { check(annotation) }
        }
        if let returns = function.returns { check(returns) }
        var inner = Scope(.function)
        inner.isAsync = function.isAsync
        inner.parameters = Set(function.arguments.all.map(\.name.text))
        enter(inner)
        check(body: function.body)
        leave()
    }

    private mutating func check(_ type: ClassDef) {
        bind(type.name.text)
        for decorator in type.decorators { check(decorator) }
        for base in type.bases { check(base) }
        for keyword in type.keywords { check(keyword.value) }
        enter(Scope(.classBody))
        check(body: type.body)
        leave()
    }

    private mutating func check(_ pattern: Pattern) {
        switch pattern.kind {
        case .matchValue(let value): check(value)
        case .matchSingleton: break
        case .matchSequence(let patterns), .matchOr(let patterns): for inner in patterns { check(inner) }
        case .matchMapping(let entries, let rest):
            for entry in entries {
                check(entry.key)
                check(entry.pattern)
            }
            if let rest { bind(rest.text) }
        case .matchClass(let type, let patterns, let keywords):
            check(type)
            for inner in patterns { check(inner) }
            for keyword in keywords { check(keyword.pattern) }
        case .matchStar(let name):
            if let name { bind(name.text) }
        case .matchAs(let inner, let name):
            if let inner { check(inner) }
            if let name { bind(name.text) }
        }
    }

    // MARK: Future imports

    private static let features: Set<String> = [
        "nested_scopes", "generators", "division", "absolute_import", "with_statement", "print_function",
        "unicode_literals", "barry_as_FLUFL", "generator_stop", "annotations",
    ]

    /// `from __future__` stands before all but the docstring, and names features that exist.
    mutating func checkFutureImports(_ module: [Statement]) {
        var isFirst = true
        for (place, statement) in module.enumerated() {
            if case .importFrom(_, let names, _) = statement.kind, isFutureImport(statement) {
                if !isFirst, isComplete { reportLateFuture(statement) }
                for alias in names where !Self.features.contains(alias.name.text) {
                    report(
                        .invalidImport(
                            "there is no feature `\(alias.name.text)`",
                            source: source,
                            span: alias.name.span
                        )
                    )
                }
                continue
            }
            if place == 0, module.docstring != nil { continue }
            isFirst = false
        }
    }

    /// Whether it is `from __future__ import …`.
    func isFutureImport(_ statement: Statement) -> Bool {
        if case .importFrom(let name?, _, 0) = statement.kind { return name.text == "__future__" }
        return false
    }

    private mutating func reportLateFuture(_ statement: Statement) {
        report(
            .invalidImport(
                "`from __future__` must come before all other statements",
                source: source,
                span: statement.span
            )
        )
    }
}
