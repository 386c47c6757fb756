import Detections
import PythonRuntime

/// The modules that a pack's Python can import: its helpers and the library.
struct ModuleTable: ~Copyable {
    /// The pack's helpers by the name they are imported by.
    let helpers: [String: ModuleFacts]
    var library = LibraryNames()

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

    /// The table of a pack. O(bytes of its helpers).
    init(_ pack: DetectionPack) {
        // The library shadows helpers of its names, as globals come last on the import path.
        helpers = Dictionary(
            pack.helpers.map { ($0.id, ModuleFacts(name: $0.id, source: $0.module.source)) },
            uniquingKeysWith: { first, _ in first }
        )
    }

    /// Whether `import name` finds something.
    func contains(_ name: String) -> Bool { library.contains(name) || helpers[name] != nil }

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
            guard let facts = helpers[module] else { return .unknown }
            guard facts.bindings[name] != nil else {
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
