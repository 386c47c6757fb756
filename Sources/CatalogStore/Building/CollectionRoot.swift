/// A folder of rules that is to be in a catalogue.
package struct CollectionRoot: Hashable, Sendable {
    /// What the catalogue calls it; unique.
    package var name: String
    /// The folder, as the user gave it.
    package var path: String
    /// Where its files are on the web, with a `/` at its end; nil to find out from the folder's own git repository.
    package var upstream: String?

    /// A folder of rules.
    package init(name: String, path: String, upstream: String? = nil) {
        self.name = name
        self.path = path
        self.upstream = upstream
    }
}
