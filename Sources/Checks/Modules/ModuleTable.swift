import Detections
package import PythonRuntime

/// The modules that a pack's Python can import: the library, the pack's helpers, and modules from outside.
struct ModuleTable: ~Copyable {
    /// The pack's helpers by the name they are imported by.
    let helpers: [String: ModuleFacts]
    var library = LibraryNames()
    private let findModule: ModuleFinder
    /// What is known of each module from outside that was asked for.
    private var outside: [String: Presence] = [:]

    /// Whether a module is there.
    enum Presence {
        case absent
        /// Its name is all that is known.
        case there
        /// With its file.
        case written(ModuleFacts)
        /// It is there, but importing it fails.
        case refused(ModuleRefusal)
    }

    /// What stands behind a name of a module.
    enum Attribute {
        /// The module has no such name; those it has.
        case missing(known: [String])
        /// A global of a helper that the file decides.
        case bound(ModuleFacts.Binding, in: ModuleFacts)
        /// A function of the library.
        case native(Signature)
        /// It is there, or may be: nothing more is known.
        case unknown
    }

    /// The table of a pack that may import what `findModule` has beside its helpers. O(bytes of its helpers).
    init(_ pack: DetectionPack, findModule: @escaping ModuleFinder) {
        // The library shadows helpers of its names, as globals come last on the import path.
        helpers = Dictionary(
            pack.helpers.map { ($0.id, ModuleFacts(name: $0.id, source: $0.module.source)) },
            uniquingKeysWith: { first, _ in first }
        )
        self.findModule = findModule
    }

    /// What `import name` finds, looked for where the machine looks for it: library, helpers, outside.
    mutating func presence(of name: String) -> Presence {
        if library.contains(name) { return .there }
        if let facts = helpers[name] { return .written(facts) }
        if let known = outside[name] { return known }
        let found: Presence
        do throws(ModuleRefusal) {
            found = try findModule(name).map { .written(ModuleFacts(name: name, source: $0.source)) } ?? .absent
        } catch {
            found = .refused(error)
        }
        outside[name] = found
        return found
    }

    /// Whether there is a module of that name.
    mutating func contains(_ name: String) -> Bool {
        if case .absent = presence(of: name) { false } else { true }
    }

    /// Names of modules, for "did you mean"; in ascending order.
    func moduleNames() -> [String] { helpers.keys.sorted() }

    /// What `name` of `module` is. Follows helpers that pass a name on from other modules.
    mutating func attribute(_ name: String, of module: String) -> Attribute {
        var (module, name) = (module, name)
        // A chain of helpers that import from each other in a circle ends here too.
        for _ in 0..<Self.importChainMax {
            if let names = library.names(in: module) {
                if let signature = library.signature(name, in: module) { return .native(signature) }
                return names.contains(name) ? .unknown : .missing(known: names.sorted())
            }
            guard case .written(let facts) = presence(of: module) else { return .unknown }
            guard facts.bindings[name] != nil else {
                // A package has its modules, be they in its text or not.
                if contains("\(module).\(name)") { return .unknown }
                return facts.isClosed && !ModuleTable.moduleNames.contains(name)
                    ? .missing(known: facts.bindings.keys.sorted()) : .unknown
            }
            guard let binding = facts.binding(name) else { return .unknown }
            guard case .imported(let next, let original) = binding else { return .bound(binding, in: facts) }
            (module, name) = (next, original)
        }
        return .unknown
    }

    /// Imports that are followed from helper to helper.
    static let importChainMax = 8
    private static let moduleNames: Set<String> = ["__name__", "__doc__", "__file__", "__dict__"]
}

/// Where modules are found that are neither the library's nor helpers: their code, or nil.
package typealias ModuleFinder = @Sendable (String) throws(ModuleRefusal) -> ModuleCode?
