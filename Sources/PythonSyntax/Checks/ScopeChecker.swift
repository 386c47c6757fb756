import Diagnostics

/// Reports what CPython's symbol table and compiler refuse although the grammar allows it: `return` outside a function,
/// `global` after use, `:=` that rebinds a loop's name.
///
/// Recursion is bounded by the limits of the parser. Source of the rules: CPython 3.11, Python/symtable.c and
/// Python/compile.c.
struct ScopeChecker {
    let source: Source
    /// Whether the tree has every statement of the source: without, a missing binding proves nothing.
    let isComplete: Bool
    private let diagnosticsMax: Int
    var diagnostics: [Diagnostic] = []
    /// The innermost last; never empty.
    var scopes: [Scope] = [Scope(.module)]
    /// `nonlocal`s whose binding may come later in an enclosing function.
    private var pendingNonlocals: [(name: String, span: Span)] = []

    init(_ source: Source, isComplete: Bool, diagnosticsMax: Int) {
        self.source = source
        self.diagnosticsMax = diagnosticsMax
        self.isComplete = isComplete
    }

    /// Checks a module. O(nodes).
    mutating func check(_ module: [Statement]) {
        checkFutureImports(module)
        for statement in module where !isFutureImport(statement) { check(body: [statement]) }
    }

    var scope: Scope {
        get { scopes[scopes.count - 1] }
        _modify { yield &scopes[scopes.count - 1] }
    }

    mutating func report(_ diagnostic: Diagnostic) {
        if diagnostics.count < diagnosticsMax { diagnostics.append(diagnostic) }
    }

    /// The nearest scope that is no comprehension: where `:=` binds.
    var bindingScopeIndex: Int {
        scopes.lastIndex { !$0.kind.isComprehension } ?? 0
    }

    // MARK: Scopes

    mutating func enter(_ new: Scope) {
        scopes.append(new)
        scope.pendingStart = pendingNonlocals.count
    }

    /// Leaves the innermost scope and settles the `nonlocal`s that its names decide.
    @discardableResult
    mutating func leave() -> Scope {
        guard scopes.count > 1, let left = scopes.popLast() else { return scope }
        settleNonlocals(leaving: left)
        if left.kind == .function, left.isAsync, left.yields, let place = left.valueReturn {
            report(
                .outsideFunction("`return` with a value in an async generator", source: source, span: place)
            )
        }
        return left
    }

    /// O(`nonlocal`s inside the scope), which every enclosing function looks at once.
    private mutating func settleNonlocals(leaving left: Scope) {
        guard left.pendingStart < pendingNonlocals.count else { return }
        var open = pendingNonlocals[left.pendingStart...].filter { pending in
            // A scope that passes the name on with a `nonlocal` of its own does not bind it.
            !left.binds(pending.name) || left.nonlocals[pending.name] != nil
        }
        if scopes.count == 1 {
            for pending in open where isComplete {
                report(.scope("no enclosing function binds `\(pending.name)`", source: source, span: pending.span))
            }
            open = []
        }
        pendingNonlocals.replaceSubrange(left.pendingStart..., with: open)
    }

    // MARK: Names

    mutating func read(_ name: String) {
        switch scope.uses[name] {
        case nil: scope.uses[name] = .read
        case .imported: scope.uses[name] = .bound
        default: break
        }
    }

    mutating func bind(imported name: String) {
        scope.uses[name] = scope.uses[name] == nil ? .imported : .bound
    }

    mutating func bind(_ name: String, isAnnotation: Bool = false) {
        bind(name, in: scopes.count - 1, isAnnotation: isAnnotation)
    }

    mutating func bind(_ name: String, in index: Int, isAnnotation: Bool = false) {
        if isAnnotation, scopes[index].uses[name] != .bound {
            scopes[index].uses[name] = .annotated
        } else {
            scopes[index].uses[name] = .bound
        }
    }

    mutating func declareGlobal(_ names: [Identifier]) {
        for name in names {
            checkDeclaration(name, keyword: "global")
            if let earlier = scope.nonlocals[name.text] { reportBoth(name, earlier) }
            scope.globals[name.text] = name.span
        }
    }

    mutating func declareNonlocal(_ names: [Identifier]) {
        for name in names {
            guard scope.kind != .module else {
                report(.scope("`nonlocal` at module level", source: source, span: name.span))
                continue
            }
            checkDeclaration(name, keyword: "nonlocal")
            if let earlier = scope.globals[name.text] { reportBoth(name, earlier) }
            scope.nonlocals[name.text] = name.span
            pendingNonlocals.append((name.text, name.span))
        }
    }

    private mutating func reportBoth(_ name: Identifier, _ earlier: Span) {
        report(
            .scope(
                "`\(name.text)` is both global and nonlocal",
                source: source,
                span: name.span,
                notes: [Diagnostic.Note("it is declared here", span: earlier)]
            )
        )
    }

    private mutating func checkDeclaration(_ name: Identifier, keyword: String) {
        if scope.parameters.contains(name.text) {
            report(
                .scope(
                    "`\(name.text)` is a parameter and \(keyword)",
                    source: source,
                    span: name.span
                )
            )
            return
        }
        let what: String
        switch scope.uses[name.text] {
        case .read: what = "used"
        case .bound: what = "assigned to"
        case .annotated: what = "annotated"
        case .imported, nil: return
        }
        report(
            .scope(
                "`\(name.text)` is \(what) before its `\(keyword)` declaration",
                source: source,
                span: name.span
            )
        )
    }
}
