extension Dumper {
    static func piece(for expression: Expression, _ context: Context) -> Piece {
        switch expression.kind {
        case .boolOp(let op, let values):
            return .node("BoolOp", [("op", .text(op == .and ? "And()" : "Or()")), ("values", .loads(values))])
        case .namedExpr(let target, let value):
            return .node("NamedExpr", [("target", .expression(target, .store)), ("value", .load(value))])
        case .binOp(let left, let op, let right):
            return .node("BinOp", [("left", .load(left)), ("op", .text(op.dumped)), ("right", .load(right))])
        case .unaryOp(let op, let operand):
            return .node("UnaryOp", [("op", .text(op.dumped)), ("operand", .load(operand))])
        case .lambda(let arguments, let body):
            return .node("Lambda", [("args", piece(for: arguments)), ("body", .load(body))])
        case .ifExp(let test, let body, let orelse):
            return .node("IfExp", [("test", .load(test)), ("body", .load(body)), ("orelse", .load(orelse))])
        case .dict(let items):
            let keys = items.map { item in Piece.load(item.key) ?? .text("None") }
            return .node("Dict", [("keys", .list(keys)), ("values", .loads(items.map(\.value)))])
        case .set(let elements): return .node("Set", [("elts", .loads(elements))])
        case .listComp(let element, let clauses): return comprehension("ListComp", element, clauses)
        case .setComp(let element, let clauses): return comprehension("SetComp", element, clauses)
        case .generatorExp(let element, let clauses): return comprehension("GeneratorExp", element, clauses)
        case .dictComp(let key, let value, let clauses):
            return .node(
                "DictComp",
                [("key", .load(key)), ("value", .load(value)), ("generators", .list(clauses.map(piece(for:))))]
            )
        case .await(let value): return .node("Await", [("value", .load(value))])
        case .yield(let value): return .node("Yield", [("value", .load(value))])
        case .yieldFrom(let value): return .node("YieldFrom", [("value", .load(value))])
        case .compare(let left, let parts):
            return .node(
                "Compare",
                [
                    ("left", .load(left)), ("ops", .list(parts.map { .text($0.op.dumped) })),
                    ("comparators", .loads(parts.map(\.right))),
                ]
            )
        case .call(let function, let arguments, let keywords):
            return .node(
                "Call",
                [
                    ("func", .load(function)), ("args", .loads(arguments)),
                    ("keywords", .list(keywords.map(piece(for:)))),
                ]
            )
        case .formattedValue(let value, let conversion, let specification):
            return .node(
                "FormattedValue",
                [
                    ("value", .load(value)), ("conversion", .text(conversion.map { String($0.value) } ?? "-1")),
                    ("format_spec", .load(specification)),
                ]
            )
        case .joinedStr(let values): return .node("JoinedStr", [("values", .loads(values))])
        case .constant(let constant):
            var fields: [(String, Piece?)] = [("value", .text(PythonRepresentation.of(constant)))]
            if case .string(let text) = constant, text.hasUnicodePrefix { fields.append(("kind", .text("'u'"))) }
            return .node("Constant", fields)
        case .slice(let lower, let upper, let step):
            return .node("Slice", [("lower", .load(lower)), ("upper", .load(upper)), ("step", .load(step))])
        default: return target(for: expression, context)
        }
    }

    /// The kinds that carry a context.
    private static func target(for expression: Expression, _ context: Context) -> Piece {
        let contextField: (String, Piece?) = ("ctx", .text(context.rawValue))
        switch expression.kind {
        case .attribute(let value, let name):
            return .node("Attribute", [("value", .load(value)), ("attr", .quoted(name)), contextField])
        case .subscripted(let value, let index):
            return .node("Subscript", [("value", .load(value)), ("slice", .load(index)), contextField])
        case .starred(let value): return .node("Starred", [("value", .expression(value, context)), contextField])
        case .name(let name): return .node("Name", [("id", .quoted(name)), contextField])
        case .list(let elements):
            return .node("List", [("elts", .list(elements.map { .expression($0, context) })), contextField])
        case .tuple(let elements):
            return .node("Tuple", [("elts", .list(elements.map { .expression($0, context) })), contextField])
        default: return .text("")
        }
    }

    private static func comprehension(_ name: String, _ element: Expression, _ clauses: [Comprehension]) -> Piece {
        .node(name, [("elt", .load(element)), ("generators", .list(clauses.map(piece(for:))))])
    }

    private static func piece(for clause: Comprehension) -> Piece {
        .node(
            "comprehension",
            [
                ("target", .expression(clause.target, .store)), ("iter", .load(clause.iterable)),
                ("ifs", .loads(clause.conditions)), ("is_async", .text(clause.isAsync ? "1" : "0")),
            ]
        )
    }

    static func piece(for keyword: Keyword) -> Piece {
        .node("keyword", [("arg", .quoted(keyword.name)), ("value", .load(keyword.value))])
    }

    static func piece(for arguments: Arguments) -> Piece {
        let positional = arguments.positionalOnly + arguments.positional
        return .node(
            "arguments",
            [
                ("posonlyargs", .list(arguments.positionalOnly.map(piece(for:)))),
                ("args", .list(arguments.positional.map(piece(for:)))),
                ("vararg", arguments.variadic.map(piece(for:))),
                ("kwonlyargs", .list(arguments.keywordOnly.map(piece(for:)))),
                ("kw_defaults", .list(arguments.keywordOnly.map { .load($0.defaultValue) ?? .text("None") })),
                ("kwarg", arguments.keywordVariadic.map(piece(for:))),
                ("defaults", .loads(positional.compactMap(\.defaultValue))),
            ]
        )
    }

    private static func piece(for parameter: Parameter) -> Piece {
        .node("arg", [("arg", .quoted(parameter.name)), ("annotation", .load(parameter.annotation))])
    }
}

extension RawRepresentable where Self: CaseIterable, RawValue == UInt8 {
    /// CPython's node of the operator: the case's name with a capital, `NotEq()`.
    var dumped: String {
        let name = String(describing: self)
        return name.prefix(1).uppercased() + name.dropFirst() + "()"
    }
}
