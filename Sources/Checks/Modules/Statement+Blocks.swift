import PythonSyntax

extension Statement {
    /// The blocks that run in the same scope: bodies of `if`, loops, `with`, `try`, `match`, in the order of the file.
    /// Functions and classes have scopes of their own and give none.
    var blocks: [[Statement]] {
        switch kind {
        case .for(let loop): [loop.body, loop.orelse]
        case .while(_, let body, let orelse): [body, orelse]
        case .if(let branches, let orelse): branches.map(\.body) + [orelse]
        case .with(_, let body, _): [body]
        case .match(_, let cases): cases.map(\.body)
        case .try(let statement):
            [statement.body] + statement.handlers.map(\.body) + [statement.orelse, statement.finalbody]
        default: []
        }
    }

    /// The expressions directly in the statement, those of its blocks and of nested scopes' bodies left out, in the
    /// order in which they are evaluated as far as the grammar says it.
    var expressions: [Expression] {
        switch kind {
        case .functionDef(let function):
            function.decorators + function.arguments.all.compactMap(\.defaultValue)
                + function.arguments.all.compactMap(\.annotation) + [function.returns].compactMap { $0 }
        case .classDef(let type): type.decorators + type.bases + type.keywords.map(\.value)
        case .return(let value): [value].compactMap { $0 }
        case .delete(let targets): targets
        case .assign(let targets, let value): [value] + targets
        case .augAssign(let target, _, let value): [target, value]
        case .annAssign(let target, let annotation, let value, _):
            [value].compactMap { $0 } + [target, annotation]
        case .for(let loop): [loop.iterable, loop.target]
        case .while(let test, _, _): [test]
        case .if(let branches, _): branches.map(\.test)
        case .with(let items, _, _): items.flatMap { [$0.context] + [$0.target].compactMap { $0 } }
        case .match(let subject, let cases):
            [subject] + cases.flatMap { $0.pattern.expressions + [$0.condition].compactMap { $0 } }
        case .raise(let exception, let cause): [exception, cause].compactMap { $0 }
        case .try(let statement): statement.handlers.compactMap(\.type)
        case .assert(let test, let message): [test] + [message].compactMap { $0 }
        case .expr(let value): [value]
        case .import, .importFrom, .global, .nonlocal, .pass, .break, .continue: []
        }
    }
}

extension Pattern {
    /// The expressions that the pattern evaluates.
    var expressions: [Expression] {
        switch kind {
        case .matchValue(let value): [value]
        case .matchSingleton, .matchStar: []
        case .matchSequence(let patterns), .matchOr(let patterns): patterns.flatMap(\.expressions)
        case .matchMapping(let entries, _): entries.flatMap { [$0.key] + $0.pattern.expressions }
        case .matchClass(let type, let patterns, let keywords):
            [type] + patterns.flatMap(\.expressions) + keywords.flatMap(\.pattern.expressions)
        case .matchAs(let pattern, _): pattern?.expressions ?? []
        }
    }

    /// The names that the pattern binds.
    var names: [String] {
        switch kind {
        case .matchValue, .matchSingleton: []
        case .matchStar(let name): [name?.text].compactMap { $0 }
        case .matchSequence(let patterns), .matchOr(let patterns): patterns.flatMap(\.names)
        case .matchMapping(let entries, let rest): entries.flatMap(\.pattern.names) + [rest?.text].compactMap { $0 }
        case .matchClass(_, let patterns, let keywords):
            patterns.flatMap(\.names) + keywords.flatMap(\.pattern.names)
        case .matchAs(let pattern, let name): (pattern?.names ?? []) + [name?.text].compactMap { $0 }
        }
    }
}
