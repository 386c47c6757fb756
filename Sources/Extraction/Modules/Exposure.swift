import PythonSyntax

/// Through which names a function may change containers that it has not made, as far as it can be seen without running it.
///
/// For code that the analysis does not follow: what such code may leave behind for the next event must not be taken for what the
/// module was loaded with. Errs on the side of more names.
struct Exposure {
    /// Names whose container itself may be changed.
    private(set) var names: Set<String> = []
    /// Names in whose container something may be changed.
    private(set) var holders: Set<String> = []
    /// The function's parameters, by position.
    private(set) var parameters: [String] = []
    /// Names that it binds.
    private var locals: Set<String> = []
    /// Names and what they may stand for.
    private var sources: [(name: String, value: Roots)] = []

    /// What the value of an expression may be.
    private struct Roots {
        /// The containers of these names.
        var names: Set<String> = []
        /// Something in these.
        var holders: Set<String> = []
        /// A new container that has these in it.
        var kept: Set<String> = []

        /// Of something in the value.
        var within: Roots { Roots(names: kept, holders: names.union(holders), kept: kept) }

        /// Of a new container that has the value in it.
        var inContainer: Roots { Roots(holders: holders, kept: names.union(kept)) }

        mutating func formUnion(_ other: Roots) {
            names.formUnion(other.names)
            holders.formUnion(other.holders)
            kept.formUnion(other.kept)
        }
    }

    /// What is known of a function that is called by its name.
    enum Callee {
        /// It changes nothing that it is given.
        case harmless
        case function(Exposure)
        case unknown
    }

    /// Methods of containers that change them.
    private static let changing: Set<String> = [
        "add", "append", "clear", "difference_update", "discard", "extend", "insert", "intersection_update", "pop",
        "popitem", "remove", "reverse", "setdefault", "sort", "symmetric_difference_update", "update",
    ]

    /// Of a function; `callee` tells what a name that is called stands for.
    init(_ arguments: Arguments, _ body: [Statement], callee: (String) -> Callee) {
        parameters = (arguments.positionalOnly + arguments.positional).map(\.name.text)
        bind(arguments)
        for statement in body { visit(statement, callee) }
        settle()
    }

    /// Of an expression that is evaluated again and again.
    init(_ arguments: Arguments, _ body: Expression, callee: (String) -> Callee) {
        parameters = (arguments.positionalOnly + arguments.positional).map(\.name.text)
        bind(arguments)
        visit(body, callee)
        change(roots(body))
        settle()
    }

    /// Names of the module through which the function may change a container, or what is in it.
    var globals: (names: Set<String>, holders: Set<String>) { (names.subtracting(locals), holders.subtracting(locals)) }

    /// Whether what is given for a parameter may be changed.
    private func exposes(_ parameter: String) -> (itself: Bool, parts: Bool) {
        (names.contains(parameter), holders.contains(parameter))
    }

    /// What is changed through one name is changed for all that it may stand for. O(sources).
    private mutating func settle() {
        let values = Dictionary(grouping: sources, by: \.name).mapValues { $0.map(\.value) }
        var pending = names.map { ($0, isWhole: true) } + holders.map { ($0, isWhole: false) }
        while let (name, isWhole) = pending.popLast() {
            for value in values[name] ?? [] {
                let value = isWhole ? value : value.within
                for other in value.names.union(isWhole ? [] : value.kept) where names.insert(other).inserted {
                    pending.append((other, isWhole: true))
                }
                for other in value.holders where holders.insert(other).inserted {
                    pending.append((other, isWhole: false))
                }
            }
        }
    }

    private mutating func change(_ roots: Roots) {
        names.formUnion(roots.names)
        names.formUnion(roots.kept)
        holders.formUnion(roots.holders)
    }

    // MARK: Statements

    private mutating func bind(_ arguments: Arguments) {
        for parameter in arguments.all { locals.insert(parameter.name.text) }
    }

    private mutating func visit(_ statement: Statement, _ callee: (String) -> Callee) {
        switch statement.kind {
        case .functionDef(let function):
            // As if its body stood here: it may run at any time.
            locals.insert(function.name.text)
            locals.formUnion(FunctionScope(function.arguments, function.body).locals)
            for inner in function.body { visit(inner, callee) }
            return
        case .classDef(let definition):
            for inner in definition.body { visit(inner, callee) }
            return
        case .assign(let targets, let value): for target in targets { assign(target, roots(value)) }
        case .annAssign(let target, _, let value?, _): assign(target, roots(value))
        case .augAssign(let target, _, let value):
            // In place, where it is a container; what it stands in gets another value else.
            change(roots(target))
            if !target.isName { change(base(of: target)) }
            change(roots(value))
        case .delete(let targets): for target in targets where !target.isName { change(base(of: target)) }
        case .for(let loop): assign(loop.target, roots(loop.iterable).within)
        case .with(let items, _, _):
            for item in items { if let target = item.target { assign(target, roots(item.context)) } }
        // Who takes it may change it.
        case .return(let value?): change(roots(value))
        default: break
        }
        statement.forEachExpression { visit($0, callee) }
        statement.forEachBody { for inner in $0 { visit(inner, callee) } }
    }

    private mutating func assign(_ target: Expression, _ value: Roots) {
        switch target.kind {
        case .name(let name): sources.append((name, value))
        case .tuple(let parts), .list(let parts): for part in parts { assign(part, value.within) }
        case .starred(let inner): assign(inner, value)
        default:
            change(base(of: target))
            // Whoever takes it out of there may change it.
            change(value)
        }
    }

    /// What `value[…]` and `value.name` are stored in.
    private func base(of target: Expression) -> Roots {
        switch target.kind {
        case .subscripted(let value, _), .attribute(let value, _): roots(value)
        default: roots(target)
        }
    }

    // MARK: Expressions

    private mutating func visit(_ expression: Expression, _ callee: (String) -> Callee) {
        switch expression.kind {
        case .lambda(let arguments, let body):
            bind(arguments)
            change(roots(body))
        case .namedExpr(let target, let value): assign(target, roots(value))
        case .yield(let value?): change(roots(value))
        // Called or not: what is handed on is called elsewhere.
        case .attribute(let receiver, let name) where Self.changing.contains(name.text): change(roots(receiver))
        case .call(let function, let arguments, let keywords): visit(function, arguments, keywords, callee)
        case .listComp(_, let clauses), .setComp(_, let clauses), .generatorExp(_, let clauses),
            .dictComp(_, _, let clauses):
            for clause in clauses { assign(clause.target, roots(clause.iterable).within) }
        default: break
        }
        var children: [Expression] = []
        expression.kind.forEachChild { children.append($0) }
        for child in children { visit(child, callee) }
    }

    private mutating func visit(
        _ function: Expression,
        _ arguments: [Expression],
        _ keywords: [Keyword],
        _ callee: (String) -> Callee
    ) {
        func changeAll(_ exposure: inout Exposure) {
            for argument in arguments + keywords.map(\.value) { exposure.change(exposure.roots(argument)) }
        }
        switch function.kind {
        case .attribute(_, let method):
            if !Self.harmless.contains(method.text) { changeAll(&self) }
        case .name(let name):
            // A function that is made here runs as part of this one, with what it is given.
            switch locals.contains(name) ? .unknown : callee(name) {
            case .harmless: break
            case .unknown: changeAll(&self)
            case .function(let other):
                for (place, argument) in arguments.enumerated() {
                    let isSpread = if case .starred = argument.kind { true } else { false }
                    let name = other.parameters.indices.contains(place) && !isSpread ? other.parameters[place] : nil
                    pass(argument, name, to: other)
                    if isSpread {
                        for parameter in other.parameters.dropFirst(place) { pass(argument, parameter, to: other) }
                    }
                }
                for keyword in keywords { pass(keyword.value, keyword.name?.text, to: other) }
            }
        default: changeAll(&self)
        }
    }

    /// Methods of texts, dates, containers and events that neither change nor keep what they are given.
    private static let harmless = Set(
        """
        casefold copy count deep_get deep_walk difference encode endswith event_time_epoch find findall finditer format fullmatch get
        group groups index intersection isalnum isalpha isdigit isdisjoint isoformat issubset issuperset items join keys lookup lower
        lstrip match partition replace rfind rpartition rsplit rstrip search split splitlines startswith strftime strip sub
        symmetric_difference timestamp title total_seconds udm union upper values zfill
        """.split(whereSeparator: \.isWhitespace).map(String.init)
    )

    /// Gives a value for a parameter; nil for one that takes many.
    private mutating func pass(_ argument: Expression, _ parameter: String?, to function: Exposure) {
        let roots = roots(argument)
        guard let parameter else { return change(roots) }
        let exposed = function.exposes(parameter)
        if exposed.itself { change(roots) }
        if exposed.parts { change(roots.within) }
    }

    private func roots(_ expression: Expression) -> Roots {
        switch expression.kind {
        case .name(let name): return Roots(names: [name])
        case .attribute(let value, _), .subscripted(let value, _), .starred(let value), .yieldFrom(let value):
            return roots(value).within
        case .namedExpr(_, let value), .await(let value): return roots(value)
        case .ifExp(_, let first, let second): return union([first, second])
        case .boolOp(_, let values): return union(values)
        case .list(let values), .tuple(let values), .set(let values): return union(values).inContainer
        case .dict(let items): return union(items.map(\.value)).inContainer
        case .binOp(let left, _, let right): return union([left, right]).within
        case .call(let function, let arguments, let keywords):
            // What a function gives may be what it was given.
            let given = union(arguments + keywords.map(\.value))
            switch function.kind {
            case .attribute(let receiver, _):
                var result = roots(receiver).within
                result.formUnion(given)
                return result
            case .name(let name) where NativeFunctions.builtins.contains(name):
                // `list(value)` has what is in the value, `dict(key=value)` the value.
                var result = given.within
                result.formUnion(given.inContainer)
                return result
            default: return given
            }
        case .listComp(let element, let clauses), .setComp(let element, let clauses),
            .generatorExp(let element, let clauses), .dictComp(_, let element, let clauses):
            var result = union(clauses.map(\.iterable)).within
            result.formUnion(roots(element).inContainer)
            return result
        case .compare, .constant, .formattedValue, .joinedStr, .lambda, .slice, .unaryOp, .yield: return Roots()
        }
    }

    private func union(_ expressions: [Expression]) -> Roots {
        expressions.reduce(into: Roots()) { $0.formUnion(roots($1)) }
    }
}
