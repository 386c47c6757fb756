import Diagnostics

/// Importing: what a name means to the module that is running.
extension Machine {
    /// The space of the module that is running; the common one between calls.
    var currentSpace: Int {
        guard depth > 0, sharedImports == 0 else { return ModuleSpace.common.number }
        return modules[frames[depth - 1].code.pointee.module].space
    }

    /// The space of the rule that is running, for what the library keeps for each of them.
    package var runningSpace: ModuleSpace { ModuleSpace(number: currentSpace) }

    /// Spaces that there are, the common one included.
    package var spaceCount: Int { spaces.count }

    /// A new space without modules.
    package mutating func makeSpace() -> ModuleSpace {
        spaces.append([:])
        addedNameBytes.append(0)
        heapShares.addSpace()
        return ModuleSpace(number: spaces.count - 1)
    }

    /// `import name`: the module of the first part, or with `leaf` of the whole name.
    package mutating func importModule(_ name: String, leaf: Bool) throws(Raised) -> Value {
        if !name.utf8.contains(UInt8(ascii: ".")) { return try importOne(name) }
        let parts = name.split(separator: ".", omittingEmptySubsequences: false).map(String.init)
        guard parts.count <= Machine.importPartsMax else { throw raise(.importError, "module name has too many parts") }
        var module = Value.unbound
        var first = Value.unbound
        for count in 1...max(1, parts.count) {
            let parent = module
            let path = parts.prefix(count).joined(separator: ".")
            let isNew = !isImported(path)
            module = try importOne(path)
            if count == 1 { first = module }
            if !parent.isUnbound, isNew, isVisible(module, from: parent) {
                try setModuleAttribute(parent, self.name(parts[count - 1]), to: module)
            }
        }
        return leaf ? module : first
    }

    /// Parts of a dotted module name.
    static let importPartsMax = 16

    private func isImported(_ path: String) -> Bool {
        if spaces[currentSpace][path] != nil { return true }
        return environment.library[path]?.body == nil && libraryNumbers[path] != nil
    }

    /// Whether a module may be a global of another: what all spaces share holds nothing that belongs to one.
    private func isVisible(_ module: Value, from other: Value) -> Bool {
        let space = modules[moduleNumber(module)].space
        return space == ModuleSpace.common.number || space == modules[moduleNumber(other)].space
    }

    /// The module of exactly that name, without those its name begins with: for a library module whose parent is
    /// being made. Raises ModuleNotFoundError.
    package mutating func importOne(_ name: String) throws(Raised) -> Value {
        let space = currentSpace
        let native = environment.library[name]
        if let number = spaces[space][name] {
            if let native, modules[number].isLibrary, modules[number].state == .failed {
                try fill(number, native)
            }
            return try executed(number)
        }
        if let native { return try importLibrary(native, space) }
        if let code = try findModule(name) {
            // A module that an event loads sees the event's time.
            if event.tape != nil { noteLibraryState() }
            let number: Int
            if let template = templates[name] {
                number = try copyModule(template, into: space)
            } else {
                number = try link(code, space: space)
                templates[name] = number
            }
            spaces[space][name] = number
            return try executed(number)
        }
        // As in CPython: a module that is no package has no modules in it.
        let parent = name.split(separator: ".").dropLast().joined(separator: ".")
        let isInModule = !parent.isEmpty && isImported(parent) && !hasSubmodules(parent)
        throw raise(
            exceptionClass(.moduleNotFoundError),
            arguments: [
                try makeString("No module named '\(name)'" + (isInModule ? "; '\(parent)' is not a package" : ""))
            ],
            attributes: [("name", try makeString(name))]
        )
    }

    /// Whether a module that is loaded is a package.
    private func hasSubmodules(_ name: String) -> Bool {
        guard let number = spaces[currentSpace][name], let code = modules[number].code, !modules[number].isLibrary
        else {
            return environment.library.keys.contains { $0.hasPrefix(name + ".") }
        }
        return code.isPackage
    }

    /// The code of a module that is not in the library. Raises SyntaxError or ImportError for one that is there and
    /// cannot be imported.
    private mutating func findModule(_ name: String) throws(Raised) -> ModuleCode? {
        let refusal: ModuleRefusal
        do throws(ModuleRefusal) { return try environment.findModule(name) } catch { refusal = error }
        let place = refusal.file + (refusal.line.map { ", line \($0)" } ?? "")
        let text = try makeString("\(refusal.message) (\(place))")
        guard !refusal.isSyntaxError else { throw raise(.syntaxError, arguments: [text]) }
        throw raise(
            exceptionClass(.importError),
            arguments: [text],
            attributes: [("name", try makeString(name)), ("path", try makeString(refusal.file))]
        )
    }

    mutating func importName(_ name: Value, from module: Value) throws(Raised) -> Value {
        guard module.tag == .module else { return try attribute(module, self.name(name)) }
        do throws(Raised) {
            let found = try moduleAttributeOrHook(module, self.name(name))
            if !found.isUnbound { return found }
        } catch {
            guard isPending(.attributeError) else { throw error }
            exception = .unbound
        }
        let path = "\(moduleName(module)).\(string(name))"
        var isModule = environment.library[path] != nil || spaces[currentSpace][path] != nil
        if !isModule { isModule = try findModule(path) != nil }
        if isModule {
            let submodule = try importOne(path)
            if isVisible(submodule, from: module) { try setModuleAttribute(module, self.name(name), to: submodule) }
            return submodule
        }
        let file = modules[moduleNumber(module)].code?.source.path ?? "unknown location"
        throw raise(
            exceptionClass(.importError),
            arguments: [
                try makeString("cannot import name '\(string(name))' from '\(moduleName(module))' (\(file))")
            ],
            attributes: [("name", intern(moduleName(module)))]
        )
    }

    /// `from module import *`: `__all__` if it has one, else every name without a leading underscore.
    mutating func importStar(_ module: Value, into target: Int) throws(Raised) {
        let source = moduleNumber(module)
        let all = moduleAttribute(module, name("__all__"))
        var chosen: [Symbol] = []
        if all.tag == .list || all.tag == .tuple {
            chosen = elements(ofSequence: all).map { name($0).symbol }
        } else {
            chosen = modules[source].symbols.filter { !string(symbols.strings[Int($0)]).hasPrefix("_") }
        }
        for symbol in chosen {
            let name = Name(value: symbols.strings[Int(symbol)], symbol: symbol)
            let value = moduleAttribute(module, name)
            if !value.isUnbound { try setModuleAttribute(Machine.moduleValue(target), name, to: value) }
        }
    }
}
