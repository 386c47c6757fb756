/// The place in a detection's code that a part of its condition comes from.
package struct SourcePlace: Hashable, Sendable {
    /// The file as its pack names it; nil if there is only one it can be.
    package var file: String?
    /// From 1.
    package var line: Int

    /// A line of a file.
    package init(file: String? = nil, line: Int) {
        self.file = file
        self.line = line
    }
}
