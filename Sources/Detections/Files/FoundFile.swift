/// A file that a walk has found.
package struct FoundFile: Hashable, Sendable {
    /// As walked: the root as given, joined with the names below it.
    package var path: String
    /// The folder that the walk began in; of a root that is itself a file, the folder that it is in.
    package var root: String
}
