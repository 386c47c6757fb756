import PythonSyntax

/// A region of the text with names of its own: what CPython's `symtable` calls an entry.
///
/// A list, set or dictionary comprehension is a scope without a frame: its variables are registers of the body around.
final class Scope {
    enum Kind { case module, function, comprehension, generator, classBody }

    /// Names a scope by its place in the source.
    struct Key: Hashable {
        let start: Int
        let end: Int
        let kind: Kind
    }

    struct Symbol {
        var isParameter = false
        /// Assigned in this scope, so that it is a variable of it unless ``isGlobal`` or ``isNonlocal``.
        var isBound = false
        var isGlobal = false
        var isNonlocal = false
        /// Somewhere unbound by `del` or at the end of an `except … as`.
        var isDeleted = false
        /// The same by a function inside, at a time the owner cannot know.
        var isDeletedInside = false
        /// Used by a body inside, so that it lives in a cell.
        var isCaptured = false
        /// Target of a `:=`, so that it may change while an expression is evaluated.
        var isWalrusTarget = false
    }

    /// Longest prefix of a qualified or mangled name: names of strangers must not multiply with their depth.
    static let prefixBytesMax = 1_000

    let key: Key
    let name: String
    let qualifiedName: String
    let parent: Scope?
    /// The class whose private names (`__x`) are mangled here.
    let privateClass: String?
    private(set) var symbols: [String: Symbol] = [:]
    /// Every name in the scope, in order of first mention.
    private(set) var names: [String] = []
    /// The variables of the scope in order of first binding: the order of their registers.
    private(set) var variables: [String] = []
    /// Names of the cells that the body gets from around it, in the order of its closure.
    private(set) var freeNames: [String] = []
    private var freeNamesSeen: Set<String> = []
    /// Classes: a method uses `__class__`.
    private(set) var needsClassCell = false
    /// Functions: it has a `yield`, so that a call of it gives a generator.
    var isGenerator = false
    /// Classes: a name is annotated in the body.
    var hasAnnotations = false

    var kind: Kind { key.kind }
    /// The scope whose frame this one runs in.
    var frame: Scope { kind == .comprehension ? parent?.frame ?? self : self }

    init(key: Key, name: String, parent: Scope?, privateClass: String?) {
        self.key = key
        self.name = name
        self.parent = parent
        self.privateClass = privateClass
        guard let parent, parent.kind != .module, parent.symbols[name]?.isGlobal != true,
            parent.qualifiedName.utf8.count <= Self.prefixBytesMax
        else {
            qualifiedName = name
            return
        }
        qualifiedName = parent.qualifiedName + (parent.kind == .classBody ? "." : ".<locals>.") + name
    }

    /// Changes the symbol of `name`, making it if there is none.
    func change(_ name: String, _ body: (inout Symbol) -> Void) {
        if symbols[name] == nil { names.append(name) }
        let wasVariable = symbols[name]?.isBound ?? false
        body(&symbols[name, default: Symbol()])
        if !wasVariable, symbols[name]?.isBound == true { variables.append(name) }
    }

    func addFree(_ name: String) {
        if freeNamesSeen.insert(name).inserted { freeNames.append(name) }
    }

    func requireClassCell() { needsClassCell = true }

    /// `name` as it is looked up here: names that begin with two underscores and do not end so are private to
    /// their class. Source: CPython 3.11, `_Py_Mangle`.
    func mangled(_ name: String) -> String {
        guard let privateClass, name.hasPrefix("__"), !name.hasSuffix("__"), !name.contains(".") else { return name }
        let stripped = privateClass.drop { $0 == "_" }
        return stripped.isEmpty || stripped.utf8.count > Self.prefixBytesMax ? name : "_\(stripped)\(name)"
    }
}
