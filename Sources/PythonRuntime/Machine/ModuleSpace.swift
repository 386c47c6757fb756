/// Modules that see each other: a rule and what it imports.
///
/// Each rule is loaded into a space of its own, so that helpers are its own too: whatever it does to them, no other
/// rule sees it (docs/adr/0014-spaces.md). Code and constants are shared, and so are the modules of the library, which
/// cannot be changed.
package struct ModuleSpace: Hashable, Sendable {
    let number: Int

    /// Where modules are loaded that belong to no rule.
    package static let common = ModuleSpace(number: 0)
}

/// A module, and a space that has a copy of it.
struct ModulePlace: Hashable {
    var module: Int
    var space: Int
}
