import Conditions
import Diagnostics
import PythonSyntax

/// Modules: loading them, and importing from them.
extension Interpreter {
    /// Runs the body of a module once; false if there is no such module.
    mutating func load(_ name: String, _ parsed: ModuleLibrary.Parsed) {
        guard modules[name] == nil, !loading.contains(name) else { return }
        loading.insert(name)
        let saved = (module, source, scope, calls)
        (module, source, scope, calls) = (name, parsed.source, nil, [])
        var state = PathState()
        _ = run(parsed.body, &state)
        (module, source, scope, calls) = saved
        loading.remove(name)
        var names = ModuleNames(source: parsed.source)
        for (global, value) in state.globals {
            if global.module == name {
                names.globals[global.name] = value
            } else {
                modules[global.module]?.globals[global.name] = value
                hasChangedModules = true
            }
        }
        if state.heap.keys.contains(where: { moduleHeap[$0] != nil }) { hasChangedModules = true }
        modules[name] = names
        moduleHeap.merge(state.heap) { $1 }
        noteClasses(in: parsed.body, of: name)
    }

    /// Loads a module of the pack that is asked for by name; false if the pack has none of that name.
    private mutating func loadHelper(_ name: String) -> Bool {
        if modules[name] != nil { return true }
        guard !NativeFunctions.modules.contains(name), let parsed = library.helpers[name] else { return false }
        load(name, parsed)
        return modules[name] != nil
    }

    /// `import a.b as c`.
    mutating func runImport(_ aliases: [Alias], _ state: inout PathState, _ flow: inout [Decision], _ span: Span) {
        for alias in aliases {
            let full = alias.name.text
            let first = String(full.prefix { $0 != "." })
            let name = alias.asName?.text ?? first
            let target = alias.asName == nil ? first : full
            bind(name, imported(moduleSymbol(target, span), span, &flow), &state, &flow, span)
        }
    }

    /// What an import gives, after the check that it is there: a function may come to it at one event and not at another, while a
    /// module that lacks something is not loaded.
    private mutating func imported(_ value: Symbol, _ span: Span, _ flow: inout [Decision]) -> Symbol {
        guard scope != nil else { return value }
        if case .native(let name) = value, !NativeFunctions.isKnown(name) {
            flow.append(.check(.opaque(opaque(.unknownName, span))))
            return value
        }
        return force(value, span, &flow)
    }

    private mutating func moduleSymbol(_ name: String, _ span: Span) -> Symbol {
        if loadHelper(name) || NativeFunctions.modules.contains(name) { return .module(name) }
        return .opaque(opaque(.unknownFunction, span))
    }

    /// `from module import names`.
    mutating func runImport(
        from name: String?,
        _ names: [Alias],
        _ level: Int,
        _ state: inout PathState,
        _ flow: inout [Decision],
        _ span: Span
    ) {
        guard level == 0, let name else {
            for alias in names {
                let unknown = imported(.opaque(opaque(.unknownName, span)), span, &flow)
                bind(alias.asName?.text ?? alias.name.text, unknown, &state, &flow, span)
            }
            return
        }
        let isHelper = loadHelper(name)
        for alias in names {
            let bound = alias.asName?.text ?? alias.name.text
            if alias.name.text == "*" {
                for (name, value) in modules[name]?.globals ?? [:] where !name.hasPrefix("_") {
                    bind(name, value, &state, &flow, span)
                }
                continue
            }
            let value: Symbol =
                if isHelper {
                    modules[name]?.globals[alias.name.text] ?? .opaque(opaque(.unknownName, span))
                } else if NativeFunctions.modules.contains("\(name).\(alias.name.text)") {
                    .module("\(name).\(alias.name.text)")
                } else if NativeFunctions.modules.contains(name) {
                    .native("\(name).\(alias.name.text)")
                } else {
                    .opaque(opaque(.unknownFunction, span))
                }
            bind(bound, imported(value, span, &flow), &state, &flow, span)
        }
    }
}
