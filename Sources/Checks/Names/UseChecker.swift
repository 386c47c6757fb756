import Diagnostics
import PythonRuntime
import PythonSyntax

/// Looks at every use of a name in a file: whether it is defined, whether a module has the attribute that is asked of it,
/// whether a call fits.
struct UseChecker {
    private let facts: ModuleFacts
    /// Names of parameters that hold the event, by the function that has them.
    private let eventNames: [String: String]
    private var diagnostics: [Diagnostic] = []

    /// What is wrong with the uses of names in `facts`. `eventNames` gives the name of the event in each function that
    /// gets one.
    static func check(
        _ facts: ModuleFacts,
        _ table: inout ModuleTable,
        eventNames: [String: String] = [:]
    ) -> [Diagnostic] {
        guard facts.isComplete else { return [] }
        var uses: [Use] = []
        ScopeWalker.walk(facts) { expression, scopes in
            if let use = Use(expression, scopes, eventNames) { uses.append(use) }
        }
        var checker = UseChecker(facts: facts, eventNames: eventNames)
        for use in uses { checker.check(use, &table) }
        return checker.diagnostics
    }

    private init(facts: ModuleFacts, eventNames: [String: String]) {
        self.facts = facts
        self.eventNames = eventNames
    }

    /// A use and what its scopes say of it.
    private enum Use {
        /// A name that no scope of the file binds, and the names that are there.
        case unbound(String, Span, visible: [String])
        /// `first.names…`, where `first` is a global.
        case attribute(first: String, names: [Identifier])
        /// `event.name`.
        case eventAttribute(Identifier)
        /// A call without `*` and `**`.
        case call(Callee, name: String, count: Int, keywords: [String], Span)

        enum Callee {
            case global(String)
            case builtin(String)
            case attribute(first: String, names: [Identifier])
            case eventMethod(String)
        }

        init?(_ expression: Expression, _ scopes: borrowing ScopeWalker, _ eventNames: [String: String]) {
            switch expression.kind {
            case .name(let name):
                guard scopes.resolve(name) == .unbound, !scopes.catchesNameError else { return nil }
                self = .unbound(name, expression.span, visible: scopes.visibleNames)
            case .attribute:
                guard let (first, names) = Self.chain(expression) else { return nil }
                if scopes.resolve(first) == .global {
                    self = .attribute(first: first, names: names)
                } else if names.count == 1, Self.isEvent(first, scopes, eventNames) {
                    self = .eventAttribute(names[0])
                } else {
                    return nil
                }
            case .call(let function, let arguments, let keywords):
                let hasStars = arguments.contains { if case .starred = $0.kind { true } else { false } }
                guard !hasStars, keywords.allSatisfy({ $0.name != nil }),
                    let (callee, name) = Self.callee(function, scopes, eventNames)
                else { return nil }
                self = .call(
                    callee,
                    name: name,
                    count: arguments.count,
                    keywords: keywords.compactMap(\.name?.text),
                    expression.span
                )
            default: return nil
            }
        }

        private static func callee(
            _ function: Expression,
            _ scopes: borrowing ScopeWalker,
            _ eventNames: [String: String]
        ) -> (Callee, String)? {
            if case .name(let name) = function.kind {
                switch scopes.resolve(name) {
                case .global: return (.global(name), name)
                case .unbound: return (.builtin(name), name)
                case .local: return nil
                }
            }
            guard let (first, names) = chain(function) else { return nil }
            let text = ([first] + names.map(\.text)).joined(separator: ".")
            if scopes.resolve(first) == .global { return (.attribute(first: first, names: names), text) }
            guard names.count == 1, isEvent(first, scopes, eventNames) else { return nil }
            return (.eventMethod(names[0].text), text)
        }

        /// `a.b.c` as its first name and the others.
        private static func chain(_ expression: Expression) -> (first: String, names: [Identifier])? {
            var names: [Identifier] = []
            var next = expression
            while case .attribute(let value, let name) = next.kind {
                names.append(name)
                next = value
            }
            guard case .name(let first) = next.kind, !names.isEmpty else { return nil }
            return (first, names.reversed())
        }

        private static func isEvent(
            _ name: String,
            _ scopes: borrowing ScopeWalker,
            _ eventNames: [String: String]
        ) -> Bool {
            guard let function = scopes.function, eventNames[function.name.text] == name else { return false }
            return !BoundNames.all(in: function.body).contains(name)
        }
    }

    private mutating func check(_ use: Use, _ table: inout ModuleTable) {
        switch use {
        case .unbound(let name, let span, let visible):
            guard facts.starImports.isEmpty, !table.library.builtins.contains(name) else { return }
            let known = visible + table.library.builtins.sorted()
            diagnostics.append(.undefinedName(name, at: span, known: known, facts.source))
        case .attribute(let first, let names): checkAttribute(first, names, &table)
        case .eventAttribute(let name):
            guard !name.text.hasPrefix("__"), !Self.eventAttributes.contains(name.text) else { return }
            let known = Self.eventAttributes.sorted()
            diagnostics.append(
                .unknownAttribute(name.text, of: "an event", at: name.span, known: known, facts.source)
            )
        case .call(let callee, let name, let count, let keywords, let span):
            if case .builtin(let builtin) = callee, Self.refused.contains(builtin) {
                diagnostics.append(.refusedCall(builtin, at: span, facts.source))
                return
            }
            guard let mismatch = shape(of: callee, &table)?.mismatch(count: count, keywords: keywords) else { return }
            diagnostics.append(.badCall(name, mismatch, at: span, facts.source))
        }
    }

    private static let eventAttributes = Set(BuiltinTypes.eventAttributes)
    private static let eventMethods = Dictionary(
        BuiltinTypes.eventMethods.map { ($0.name, CallShape($0.signature, isMethod: true)) },
        uniquingKeysWith: { _, last in last }
    )
    private static let refused = Set(BuiltinFunctions.refused.map(\.name))

    // MARK: Modules

    /// The module that a chain leads into, as far as it is one, and the names that are left.
    private func module(
        _ first: String,
        _ names: [Identifier],
        _ table: inout ModuleTable
    ) -> (module: String, rest: ArraySlice<Identifier>)? {
        guard case .module(var module)? = facts.binding(first), table.contains(module) else { return nil }
        var rest = names[...]
        while let next = rest.first, table.contains("\(module).\(next.text)") {
            module += ".\(next.text)"
            rest = rest.dropFirst()
        }
        return (module, rest)
    }

    private mutating func checkAttribute(_ first: String, _ names: [Identifier], _ table: inout ModuleTable) {
        guard let (module, rest) = module(first, names, &table), let name = rest.first, !name.text.hasPrefix("__"),
            case .missing(let known) = table.attribute(name.text, of: module)
        else { return }
        // The walk meets `a.b` inside `a.b.c` again: once is enough.
        guard rest.count == 1 else { return }
        diagnostics.append(
            .unknownAttribute(name.text, of: "`\(module)`", at: name.span, known: known, facts.source)
        )
    }

    private func shape(of callee: Use.Callee, _ table: inout ModuleTable) -> CallShape? {
        switch callee {
        case .builtin(let name): return table.library.signature(ofBuiltin: name).map { CallShape($0) }
        case .eventMethod(let name): return Self.eventMethods[name]
        case .global(let name):
            switch facts.binding(name) {
            case .function(let function)?: return CallShape(function.arguments)
            case .imported(let module, let original)?: return shape(original, of: module, &table)
            default: return nil
            }
        case .attribute(let first, let names):
            guard let (module, rest) = module(first, names, &table), rest.count == 1 else { return nil }
            return shape(rest[rest.startIndex].text, of: module, &table)
        }
    }

    private func shape(_ name: String, of module: String, _ table: inout ModuleTable) -> CallShape? {
        switch table.attribute(name, of: module) {
        case .bound(.function(let function), _): CallShape(function.arguments)
        case .native(let signature): CallShape(signature)
        default: nil
        }
    }
}
