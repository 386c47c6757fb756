/// Which of the files below its roots a load looks at.
package struct FileSelection: Sendable {
    /// Files to pass over, as paths relative to the working directory.
    package var ignoredFiles: [String] = []
    /// Files a walk may find.
    package var filesMax = 200_000
    /// Levels of folders a walk goes down.
    package var folderDepthMax = 64

    /// All files, up to the default limits.
    package init() {}

    /// Whether it has a file passed over. O(``ignoredFiles``).
    package func ignores(_ path: String) -> Bool {
        let path = PathName.normalized(path)
        return ignoredFiles.contains { PathName.normalized($0) == path }
    }
}
