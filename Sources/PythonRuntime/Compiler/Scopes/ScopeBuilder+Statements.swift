import Diagnostics
import PythonSyntax

extension ScopeBuilder {
    func visit(_ statements: [Statement]) {
        for statement in statements { visit(statement) }
    }

    private func visit(_ statement: Statement) {
        switch statement.kind {
        case .functionDef(let function): visit(function, at: statement.span)
        case .classDef(let definition): visit(definition, at: statement.span)
        case .return(let value): visit(value)
        case .delete(let targets): targets.forEach(deleteTarget)
        case .assign(let targets, let value):
            visit(value)
            targets.forEach(target)
        case .augAssign(let assigned, _, let value):
            target(assigned)
            visit(value)
        case .annAssign(let assigned, let annotation, let value, let isSimple):
            visit(value)
            annotated(assigned, isSimple: isSimple, hasValue: value != nil)
            if !compilation.postponesAnnotations { visit(annotation) }
        case .expr(let value): visit(value)
        case .assert(let test, let message):
            visit(test)
            visit(message)
        case .raise(let exception, let cause):
            visit(exception)
            visit(cause)
        case .import(let names):
            for name in names { bind(name.boundName) }
        case .importFrom(let module, let names, let level):
            importFrom(module, names, level: level, at: statement.span)
        case .global(let names):
            for name in names { current.change(current.mangled(name.text)) { $0.isGlobal = true } }
        case .nonlocal(let names): names.forEach(declareNonlocal)
        case .pass, .break, .continue: break
        case .for, .while, .if, .with, .match, .try: visitCompound(statement)
        }
    }

    private func visitCompound(_ statement: Statement) {
        switch statement.kind {
        case .for(let loop):
            if loop.isAsync { report(.asynchronous("async for", compilation.source, statement.span)) }
            visit(loop.iterable)
            target(loop.target)
            visit(loop.body)
            visit(loop.orelse)
        case .while(let test, let body, let orelse):
            visit(test)
            visit(body)
            visit(orelse)
        case .if(let branches, let orelse):
            for branch in branches {
                visit(branch.test)
                visit(branch.body)
            }
            visit(orelse)
        case .with(let items, let body, let isAsync):
            if isAsync { report(.asynchronous("async with", compilation.source, statement.span)) }
            for item in items {
                visit(item.context)
                if let assigned = item.target { target(assigned) }
            }
            visit(body)
        case .match(let subject, let cases):
            visit(subject)
            for matchCase in cases {
                pattern(matchCase.pattern)
                visit(matchCase.condition)
                visit(matchCase.body)
            }
        case .try(let statement): visit(statement)
        default: break
        }
    }

    private func visit(_ statement: Try) {
        visit(statement.body)
        for handler in statement.handlers {
            visit(handler.type)
            if let name = handler.name { delete(name.text) }
            visit(handler.body)
        }
        if statement.isStar, let first = statement.handlers.first {
            report(.exceptionGroups(compilation.source, Span(first.span.start, first.span.start + 7)))
        }
        visit(statement.orelse)
        visit(statement.finalbody)
    }

    private func visit(_ definition: FunctionDef, at span: Diagnostics.Span) {
        if definition.isAsync { report(.asynchronous("async def", compilation.source, definition.name.span)) }
        bind(definition.name.text)
        visit(definition.decorators)
        if !compilation.postponesAnnotations {
            for parameter in definition.arguments.all { visit(parameter.annotation) }
            visit(definition.returns)
        }
        function(definition.arguments, definition.name.text, at: span) { visit(definition.body) }
    }

    private func visit(_ definition: ClassDef, at span: Diagnostics.Span) {
        bind(definition.name.text)
        visit(definition.decorators)
        visit(definition.bases)
        for keyword in definition.keywords { visit(keyword.value) }
        enter(.classBody, definition.name.text, at: span, privateClass: definition.name.text) {
            // The compiler stores these before the body runs.
            for name in ["__module__", "__qualname__"] { current.change(name) { $0.isBound = true } }
            use("__name__")
            if definition.docstring != nil { bind("__doc__") }
            visit(definition.body)
        }
    }

    private func annotated(_ assigned: Expression, isSimple: Bool, hasValue: Bool) {
        guard case .name(let name) = assigned.kind else { return target(assigned) }
        if isSimple || hasValue { bind(name) }
        if isSimple, current.kind == .classBody {
            current.hasAnnotations = true
            bind("__annotations__")
        }
    }

    private func importFrom(_ module: Identifier?, _ names: [Alias], level: Int, at span: Diagnostics.Span) {
        if compilation.absoluteName(module?.text, level: level) == nil {
            report(.relativeImport(compilation.source, span))
        }
        if level == 0, module?.text == "__future__", names.contains(where: { $0.name.text == "annotations" }) {
            compilation.postponesAnnotations = true
        }
        for name in names where name.name.text != "*" { bind((name.asName ?? name.name).text) }
    }

    private func deleteTarget(_ expression: Expression) {
        switch expression.kind {
        case .name(let name): delete(name)
        case .tuple(let elements), .list(let elements): elements.forEach(deleteTarget)
        default: visit(expression)
        }
    }

    private func pattern(_ pattern: Pattern) {
        switch pattern.kind {
        case .matchValue(let value): visit(value)
        case .matchSingleton: break
        case .matchSequence(let patterns), .matchOr(let patterns): patterns.forEach(self.pattern)
        case .matchMapping(let entries, let rest):
            for entry in entries {
                visit(entry.key)
                self.pattern(entry.pattern)
            }
            if let rest { bind(rest.text) }
        case .matchClass(let type, let patterns, let keywords):
            visit(type)
            patterns.forEach(self.pattern)
            for keyword in keywords { self.pattern(keyword.pattern) }
        case .matchStar(let name):
            if let name { bind(name.text) }
        case .matchAs(let inner, let name):
            if let inner { self.pattern(inner) }
            if let name { bind(name.text) }
        }
    }
}

extension Alias {
    /// What an `import` of it binds: the name after `as`, else the first part.
    var boundName: String {
        asName?.text ?? String(name.text.prefix { $0 != "." })
    }
}
