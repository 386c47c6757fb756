import PythonLibrary
import PythonRuntime

/// What the library's modules offer, asked of a machine as a rule would find it.
struct LibraryNames: ~Copyable {
    /// The names every module sees without an import.
    let builtins: Set<String>
    private var machine: Machine
    private var names: [String: Set<String>] = [:]
    private let signatures: [String: Signature]
    private let builtinSignatures: [String: Signature]

    init() {
        machine = Machine(
            limits: Limits(),
            environment: Environment(now: { 0 }, variables: [:], library: Library.table, findModule: { _ in nil })
        )
        builtins = Set(machine.builtinNames)
        signatures = Dictionary(
            Library.modules.flatMap { module in
                module.functions.map { ("\(module.name).\($0.name)", $0.signature) }
            },
            uniquingKeysWith: { _, last in last }
        )
        builtinSignatures = Dictionary(
            BuiltinFunctions.all.map { ($0.name, $0.signature) },
            uniquingKeysWith: { _, last in last }
        )
    }

    /// Whether the library has a module of that dotted name.
    func contains(_ module: String) -> Bool { Library.table[module] != nil }

    /// The names in a module, its submodules among them; nil if there is no such module or it cannot be made.
    mutating func names(in module: String) -> Set<String>? {
        if let known = names[module] { return known }
        guard contains(module) else { return nil }
        let value: Value
        do throws(Raised) { value = try machine.importModule(module, leaf: true) } catch {
            _ = machine.takeException()
            return nil
        }
        let submodules = Library.table.keys.filter { $0.hasPrefix(module + ".") }
            .compactMap { $0.dropFirst(module.count + 1).split(separator: ".").first.map(String.init) }
        let found = Set(machine.globalNames(of: value)).union(submodules)
        names[module] = found
        return found
    }

    /// The signature of a function of a module; nil for types, constants and what is not there.
    func signature(_ name: String, in module: String) -> Signature? { signatures["\(module).\(name)"] }

    /// The signature of a builtin function; nil for types and what is not there.
    func signature(ofBuiltin name: String) -> Signature? { builtinSignatures[name] }
}
