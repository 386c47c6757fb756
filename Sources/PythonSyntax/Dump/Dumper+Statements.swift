extension Dumper {
    static func piece(for statement: Statement) -> Piece {
        switch statement.kind {
        case .functionDef(let function):
            return .node(
                function.isAsync ? "AsyncFunctionDef" : "FunctionDef",
                [
                    ("name", .quoted(function.name)), ("args", piece(for: function.arguments)),
                    ("body", .body(function.body)), ("decorator_list", .loads(function.decorators)),
                    ("returns", .load(function.returns)),
                ]
            )
        case .classDef(let type):
            return .node(
                "ClassDef",
                [
                    ("name", .quoted(type.name)), ("bases", .loads(type.bases)),
                    ("keywords", .list(type.keywords.map(piece(for:)))), ("body", .body(type.body)),
                    ("decorator_list", .loads(type.decorators)),
                ]
            )
        case .return(let value): return .node("Return", [("value", .load(value))])
        case .delete(let targets):
            return .node("Delete", [("targets", .list(targets.map { .expression($0, .delete) }))])
        case .assign(let targets, let value):
            return .node(
                "Assign",
                [("targets", .list(targets.map { .expression($0, .store) })), ("value", .load(value))]
            )
        case .augAssign(let target, let op, let value):
            return .node(
                "AugAssign",
                [("target", .expression(target, .store)), ("op", .text(op.dumped)), ("value", .load(value))]
            )
        case .annAssign(let target, let annotation, let value, let isSimple):
            return .node(
                "AnnAssign",
                [
                    ("target", .expression(target, .store)), ("annotation", .load(annotation)), ("value", .load(value)),
                    ("simple", .text(isSimple ? "1" : "0")),
                ]
            )
        case .for(let loop):
            return .node(
                loop.isAsync ? "AsyncFor" : "For",
                [
                    ("target", .expression(loop.target, .store)), ("iter", .load(loop.iterable)),
                    ("body", .body(loop.body)), ("orelse", .body(loop.orelse)),
                ]
            )
        case .while(let test, let body, let orelse):
            return .node("While", [("test", .load(test)), ("body", .body(body)), ("orelse", .body(orelse))])
        case .if(let branches, let orelse): return piece(for: branches, orelse)
        case .with(let items, let body, let isAsync):
            return .node(
                isAsync ? "AsyncWith" : "With",
                [("items", .list(items.map(piece(for:)))), ("body", .body(body))]
            )
        case .match(let subject, let cases):
            return .node("Match", [("subject", .load(subject)), ("cases", .list(cases.map(piece(for:))))])
        case .try(let statement):
            return .node(
                statement.isStar ? "TryStar" : "Try",
                [
                    ("body", .body(statement.body)), ("handlers", .list(statement.handlers.map(piece(for:)))),
                    ("orelse", .body(statement.orelse)), ("finalbody", .body(statement.finalbody)),
                ]
            )
        default: return simple(statement)
        }
    }

    private static func simple(_ statement: Statement) -> Piece {
        switch statement.kind {
        case .raise(let exception, let cause):
            return .node("Raise", [("exc", .load(exception)), ("cause", .load(cause))])
        case .assert(let test, let message):
            return .node("Assert", [("test", .load(test)), ("msg", .load(message))])
        case .import(let names): return .node("Import", [("names", .list(names.map(piece(for:))))])
        case .importFrom(let module, let names, let level):
            return .node(
                "ImportFrom",
                [
                    ("module", .quoted(module)), ("names", .list(names.map(piece(for:)))),
                    ("level", .text(String(level))),
                ]
            )
        case .global(let names): return .node("Global", [("names", .list(names.map { .quoted($0.text) }))])
        case .nonlocal(let names): return .node("Nonlocal", [("names", .list(names.map { .quoted($0.text) }))])
        case .expr(let value): return .node("Expr", [("value", .load(value))])
        case .break: return .node("Break")
        case .continue: return .node("Continue")
        default: return .node("Pass")
        }
    }

    /// CPython nests each `elif` in the `orelse` of the one before.
    private static func piece(for branches: [IfBranch], _ orelse: [Statement]) -> Piece {
        var pieces: [Piece] = []
        for (place, branch) in branches.enumerated() {
            pieces.append(.text(place == 0 ? "If(test=" : "[If(test="))
            pieces.append(.expression(branch.test, .load))
            pieces.append(.text(", body="))
            pieces.append(.body(branch.body))
            pieces.append(.text(", orelse="))
        }
        pieces.append(.body(orelse))
        pieces.append(.text(String(repeating: ")]", count: max(0, branches.count - 1)) + ")"))
        return .pieces(pieces)
    }

    private static func piece(for item: WithItem) -> Piece {
        .node(
            "withitem",
            [("context_expr", .load(item.context)), ("optional_vars", item.target.map { .expression($0, .store) })]
        )
    }

    private static func piece(for matchCase: MatchCase) -> Piece {
        .node(
            "match_case",
            [
                ("pattern", .pattern(matchCase.pattern)), ("guard", .load(matchCase.condition)),
                ("body", .body(matchCase.body)),
            ]
        )
    }

    private static func piece(for handler: ExceptHandler) -> Piece {
        .node(
            "ExceptHandler",
            [("type", .load(handler.type)), ("name", .quoted(handler.name)), ("body", .body(handler.body))]
        )
    }

    private static func piece(for alias: Alias) -> Piece {
        .node("alias", [("name", .quoted(alias.name)), ("asname", .quoted(alias.asName))])
    }

    static func piece(for pattern: Pattern) -> Piece {
        func list(_ patterns: [Pattern]) -> Piece { .list(patterns.map(Piece.pattern)) }
        switch pattern.kind {
        case .matchValue(let value): return .node("MatchValue", [("value", .load(value))])
        case .matchSingleton(let constant):
            return .node("MatchSingleton", [("value", .text(PythonRepresentation.of(constant)))])
        case .matchSequence(let patterns): return .node("MatchSequence", [("patterns", list(patterns))])
        case .matchMapping(let entries, let rest):
            return .node(
                "MatchMapping",
                [
                    ("keys", .loads(entries.map(\.key))), ("patterns", list(entries.map(\.pattern))),
                    ("rest", .quoted(rest)),
                ]
            )
        case .matchClass(let type, let patterns, let keywords):
            return .node(
                "MatchClass",
                [
                    ("cls", .load(type)), ("patterns", list(patterns)),
                    ("kwd_attrs", .list(keywords.map { .quoted($0.name.text) })),
                    ("kwd_patterns", list(keywords.map(\.pattern))),
                ]
            )
        case .matchStar(let name): return .node("MatchStar", [("name", .quoted(name))])
        case .matchAs(let inner, let name):
            return .node("MatchAs", [("pattern", inner.map(Piece.pattern)), ("name", .quoted(name))])
        case .matchOr(let alternatives): return .node("MatchOr", [("patterns", list(alternatives))])
        }
    }
}
