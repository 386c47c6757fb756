package import PythonRuntime

/// The reference page of the library, made from the tables that rules run on: `docs/library.md`.
package enum LibraryReference {
    /// The page: builtin functions and types, then each module with its functions, types and exceptions.
    package static func page(of modules: [NativeModule] = Library.modules) -> String {
        var lines = [
            "# Library",
            "",
            "What rules can call and import. Made from the tables in `Sources`; `make golden` writes it anew.",
            "",
            "## Builtin functions",
            "",
        ]
        lines += BuiltinFunctions.all.map(row)
        lines += ["", "## Builtin types"]
        for tag in Tag.allCases where BuiltinTypes.visibleName(of: tag) != nil {
            lines += section(BuiltinTypes.type(of: tag))
        }
        for module in modules.sorted(by: { $0.name < $1.name }) {
            lines += ["", "## `\(module.name)`", "", module.documentation, ""]
            lines += module.functions.map(row)
            lines += module.exceptions.map { "- exception `\($0.name)` (`\($0.base)`)" }
            lines += (module.body?.outline ?? []).flatMap(rows)
            for type in module.types { lines += section(type) }
        }
        return withoutDoubleBlanks(lines).joined(separator: "\n") + "\n"
    }

    private static func row(_ function: NativeFunction) -> String {
        "- `\(function.signature.text)`: \(function.documentation)"
    }

    private static func section(_ type: NativeType) -> [String] {
        var lines = ["", "### `\(type.name)`", "", type.documentation, ""]
        if let construct = type.slots.construct { lines.append(row(construct)) }
        lines += type.classMethods.map { "- class method `\($0.signature.text)`: \($0.documentation)" }
        lines += type.methods.map(row)
        lines += type.properties.map { "- `.\($0.name)`: \($0.documentation)" }
        return lines
    }

    /// The rows of what is written in the dialect.
    private static func rows(_ entry: ModuleBody.Entry) -> [String] {
        switch entry {
        case .function(let head, let documentation): return [row(head, documentation)]
        case .type(let name, let bases, let documentation, let methods):
            return [row("class \(name)" + (bases.isEmpty ? "" : "(\(bases))"), documentation)]
                + methods.flatMap(rows).map { "  " + $0 }
        case .imported(let names, let module):
            // What a package offers under its own name; what others only use is not theirs.
            return names.isEmpty || !module.contains("._") ? [] : names.map { "- `\($0)`: as in `\(module)`" }
        }
    }

    private static func row(_ head: String, _ documentation: String) -> String {
        "- `\(head)`" + (documentation.isEmpty ? "" : ": \(documentation)")
    }

    private static func withoutDoubleBlanks(_ lines: [String]) -> [String] {
        var result: [String] = []
        for line in lines where !(line.isEmpty && result.last?.isEmpty == true) { result.append(line) }
        while result.last?.isEmpty == true { result.removeLast() }
        return result
    }
}
