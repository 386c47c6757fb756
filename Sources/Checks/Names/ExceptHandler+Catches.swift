import PythonSyntax

extension ExceptHandler {
    /// Whether it catches an exception of one of `names`, as far as its text says: by that name, as `Exception`, or as
    /// anything.
    func catches(_ names: Set<String>) -> Bool {
        guard let type else { return true }
        let types: [Expression] = if case .tuple(let elements) = type.kind { elements } else { [type] }
        return types.contains { type in
            guard case .name(let name) = type.kind else { return false }
            return names.contains(name) || name == "Exception" || name == "BaseException"
        }
    }
}
