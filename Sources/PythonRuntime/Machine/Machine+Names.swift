/// What there is to be named: for tools that look at rules without running them.
extension Machine {
    /// The names that every module sees without an import, in ascending order.
    package var builtinNames: [String] {
        builtins.keys.map { string(symbols.strings[Int($0)]) }.sorted()
    }

    /// The names of a module's globals that are bound, in ascending order.
    package func globalNames(of module: Value) -> [String] {
        guard module.tag == .module else { return [] }
        let record = modules[moduleNumber(module)]
        return record.symbols.indices
            .filter { !field(record.slots, $0).isUnbound }
            .map { string(symbols.strings[Int(record.symbols[$0])]) }
            .sorted()
    }
}
