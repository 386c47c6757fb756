import Conditions

/// What is known at one point of a path through the code.
struct PathState: Sendable {
    /// Local names of the function that runs.
    var locals: [String: Symbol] = [:]
    /// Global names that have been written on this path, over those of the modules.
    var globals: [GlobalName: Symbol] = [:]
    /// What containers hold, where it is not what ``Interpreter/modules`` has.
    var heap: [ObjectID: HeapObject] = [:]
    /// Objects of modules that have been changed on this path.
    var changed: Set<ObjectID> = []

    /// Whether modules are as they were loaded.
    var isUntouched: Bool { globals.isEmpty && changed.isEmpty }
}

/// A name of a module.
struct GlobalName: Hashable, Sendable {
    let module: String
    let name: String
}
