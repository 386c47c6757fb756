import Diagnostics
import PythonSyntax

/// The first pass: finds every scope and what its names mean, and refuses what the dialect does not have.
final class ScopeBuilder {
    let compilation: Compilation
    var current: Scope
    private var scopes: [Scope] = []
    private var table: [Scope.Key: Scope] = [:]
    private var nonlocals: [(scope: Scope, name: Identifier)] = []

    init(compilation: Compilation) {
        self.compilation = compilation
        let key = Scope.Key(start: 0, end: compilation.source.bytes.count, kind: .module)
        current = Scope(key: key, name: "<module>", parent: nil, privateClass: nil)
        scopes = [current]
    }

    func build(_ module: Module) -> (module: Scope, table: [Scope.Key: Scope]) {
        let root = current
        visit(module.body)
        for scope in scopes {
            for name in scope.resolve() {
                let span = nonlocals.first { $0.scope === scope && scope.mangled($0.name.text) == name }?.name.span
                report(.nonlocalUnbound(name, compilation.source, span ?? Span(scope.key.start, scope.key.start)))
            }
        }
        return (root, table)
    }

    func report(_ diagnostic: Diagnostic) { compilation.report(diagnostic) }

    /// Runs `body` in a new scope inside the current one.
    func enter(_ kind: Scope.Kind, _ name: String, at span: Diagnostics.Span, privateClass: String?, _ body: () -> Void)
    {
        let key = Scope.Key(start: span.start, end: span.end, kind: kind)
        let outer = current
        let scope = Scope(key: key, name: name, parent: outer, privateClass: privateClass)
        scopes.append(scope)
        table[key] = scope
        current = scope
        body()
        current = outer
    }

    // MARK: Names

    func use(_ name: String) { current.change(current.mangled(name)) { _ in } }

    func bind(_ name: String) { current.change(current.mangled(name)) { $0.isBound = true } }

    func delete(_ name: String) {
        current.change(current.mangled(name)) {
            $0.isBound = true
            $0.isDeleted = true
        }
    }

    func declareNonlocal(_ name: Identifier) {
        nonlocals.append((current, name))
        current.change(current.mangled(name.text)) { $0.isNonlocal = true }
    }

    /// `:=` in a comprehension binds in the function around it (PEP 572).
    func bindWalrus(_ name: String) {
        var scope = current
        let name = current.mangled(name)
        current.change(name) { _ in }
        while scope.kind == .comprehension || scope.kind == .generator, let parent = scope.parent { scope = parent }
        scope.change(name) {
            $0.isBound = true
            $0.isWalrusTarget = true
        }
    }
}
