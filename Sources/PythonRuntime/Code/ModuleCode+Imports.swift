extension ModuleCode {
    /// The modules that its text imports, anywhere in it, `a.b` as `a` and `a.b`. Imports by a computed name are not among them.
    package var importedModules: Set<String> {
        var found: Set<String> = []
        for code in codes {
            for instruction in code.instructions where instruction.opcode == .importModule {
                let index = Int(instruction.immediate)
                guard constants.indices.contains(index), case .string(let bytes) = constants[index] else { continue }
                let parts = String(decoding: bytes, as: UTF8.self).split(separator: ".")
                for count in parts.indices { found.insert(parts[...count].joined(separator: ".")) }
            }
        }
        return found
    }
}
