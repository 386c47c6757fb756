/// Why a catalogue cannot be used.
package enum CatalogFault: Error, Hashable, Sendable {
    /// There is no such file.
    case missing(path: String)
    /// The file is no catalogue.
    case foreign(path: String)
    /// It was made by a program that keeps catalogues in another form.
    case otherFormat(path: String, found: String)
    /// Another build is writing it.
    case busy(path: String)
    /// The file cannot be read or written, in the words of SQLite.
    case database(path: String, message: String)

    /// In a line for people.
    package var message: String {
        switch self {
        case .missing(let path): "there is no catalogue at \(path): `margay catalog build` makes one"
        case .foreign(let path): "\(path) is no catalogue"
        case .otherFormat(let path, let found):
            "\(path) was made by another version of margay (its form is \(found)): build it anew"
        case .busy(let path): "\(path) is being built by another process"
        case .database(let path, let message): "\(path): \(message)"
        }
    }
}
