/// Globals that a module gets beside those in its code: `setattr`, submodules of a package.
extension Machine {
    /// Names that a module may get beside those in its code.
    static let namesAddedMax = 1024
    /// Bytes of one such name.
    static let addedNameBytesMax = 1000
    /// Bytes of all of them in one space that no code has, counting ``addedNameOverhead`` for each: they are kept for good.
    static let addedNameBytesOfSpaceMax = 128 << 10
    /// What a name takes beside its bytes.
    static let addedNameOverhead = 48

    /// Sets a global of a module, which gets a slot for it if it has none. Raises BudgetExceeded where a module gets
    /// more than ``namesAddedMax`` names.
    package mutating func setModuleAttribute(_ module: Value, _ name: Name, to value: Value) throws(Raised) {
        let number = moduleNumber(module)
        if let slot = modules[number].slotOf[name.symbol], name.symbol != 0 {
            setField(modules[number].slots, slot, value)
            return
        }
        noteChange(of: modules[number].slots)
        let count = modules[number].symbols.count
        if let code = modules[number].code {
            guard count - code.globals.count < Machine.namesAddedMax else {
                throw exhausted("names added to a module", Machine.namesAddedMax)
            }
        }
        try charge(count / 16)
        let symbol = name.symbol != 0 ? name.symbol : try addName(name.value, space: modules[number].space)
        modules[number].slotOf[symbol] = count
        modules[number].symbols.append(symbol)
        modules[number].slots = try makeTuple(elements(ofSequence: modules[number].slots) + [value])
        slotTable.set(number, modules[number].slots)
        movedModules.append(number)
    }

    /// Numbers a name that no code has.
    private mutating func addName(_ name: Value, space: Int) throws(Raised) -> Symbol {
        guard Int(name.length) <= Machine.addedNameBytesMax else {
            throw exhausted("bytes in a name added to a module", Machine.addedNameBytesMax)
        }
        let size = Int(name.length) + Machine.addedNameOverhead
        guard addedNameBytes[space] + size <= Machine.addedNameBytesOfSpaceMax else {
            throw exhausted("bytes in names added to modules", Machine.addedNameBytesOfSpaceMax)
        }
        guard memory.constants.used + size <= Memory.constantBytesMax else {
            throw exhausted("bytes of constants of all modules", Memory.constantBytesMax)
        }
        addedNameBytes[space] += size
        return self.name(intern(Array(memory.bytes(name)))).symbol
    }
}
