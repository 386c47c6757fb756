/// Why a module that was found cannot be imported.
package struct ModuleRefusal: Error, Hashable, Sendable {
    /// Whether its text is no Python; else it is Python that the dialect leaves out, or no Python text at all.
    package var isSyntaxError: Bool
    /// What is wrong, for people, without place.
    package var message: String
    /// The file.
    package var file: String
    /// The line, from 1; nil where there is none.
    package var line: Int?

    package init(isSyntaxError: Bool = false, message: String, file: String, line: Int? = nil) {
        self.isSyntaxError = isSyntaxError
        self.message = message
        self.file = file
        self.line = line
    }
}
