import Diagnostics

/// What the checker knows of the function, class or module it is in.
struct Scope {
    let kind: Kind
    /// Whether it is `async def`.
    var isAsync = false
    /// Names by what was done with them so far, for `global` after use.
    var uses: [String: Use] = [:]
    var parameters: Set<String> = []
    /// `global` and `nonlocal` names with the place of their declaration.
    var globals: [String: Span] = [:]
    var nonlocals: [String: Span] = [:]
    /// Names that `name: annotation` declares.
    var annotated: Set<String> = []
    /// For comprehensions: the names of the targets, which `:=` may not bind again.
    var iterationNames: Set<String> = []
    /// How many iterables of comprehensions are being checked: `:=` is not allowed in one.
    var iterableDepth = 0
    /// How many `nonlocal`s were undecided when the scope was entered.
    var pendingStart = 0
    var loopDepth = 0
    /// The depth of loops at the innermost `except*`, which `break` and `continue` may not leave.
    var exceptStarLoopDepth: Int?
    var yields = false
    /// The first `return` with a value, which an async generator may not have.
    var valueReturn: Span?
    /// Whether a comprehension awaits, or holds one that does: it then needs an async function around it.
    var awaits = false

    enum Kind {
        case module, function, lambda, classBody, comprehension, generator

        var isFunction: Bool { self == .function || self == .lambda }
        var isComprehension: Bool { self == .comprehension || self == .generator }
    }

    enum Use {
        case read, bound, annotated
        /// By an import, which CPython lets come before a `global` of the same name.
        case imported
    }

    init(_ kind: Kind) {
        self.kind = kind
    }

    /// Whether a name bound here is one that an inner function may declare `nonlocal`.
    func binds(_ name: String) -> Bool {
        // A class lends its methods `__class__`.
        guard kind.isFunction else { return kind == .classBody && name == "__class__" }
        if globals[name] != nil { return false }
        if parameters.contains(name) || nonlocals[name] != nil { return true }
        return uses[name] != nil && uses[name] != .read
    }
}
