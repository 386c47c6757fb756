import PythonSyntax

/// The names that functions declare `global`.
enum GlobalDeclarations {
    /// All of them, at any depth; repeats possible.
    static func names(in statements: [Statement]) -> [String] {
        statements.flatMap { statement -> [String] in
            switch statement.kind {
            case .global(let names): names.map(\.text)
            case .functionDef(let function): names(in: function.body)
            case .classDef(let type): names(in: type.body)
            default: statement.blocks.flatMap(names(in:))
            }
        }
    }
}
