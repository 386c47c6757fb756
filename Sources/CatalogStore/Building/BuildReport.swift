package import Diagnostics

/// What a build did.
package struct BuildReport: Sendable {
    /// By collection, in the order given.
    package var collections: [Collection] = []
    /// What is wrong with the rules that were read.
    package var diagnostics: [Diagnostic] = []
    /// Rules of the catalogue now.
    package var ruleCount = 0

    /// Whether the catalogue is as it was.
    package var isUnchanged: Bool { collections.allSatisfy(\.isUnchanged) }

    /// What was done for a collection.
    package struct Collection: Sendable {
        /// Its name.
        package var name: String
        /// Rules of it in the catalogue.
        package var ruleCount: Int
        /// Rules that were made anew, or for the first time.
        package var madeCount: Int
        /// Rules that went, and did not come back.
        package var removedCount: Int
        /// Files that look like rules and cannot be used, among those that were read.
        package var invalidCount: Int

        /// Whether nothing was done.
        package var isUnchanged: Bool { madeCount == 0 && removedCount == 0 }
    }
}

/// How far a build is.
package struct BuildProgress: Sendable {
    /// What is being done: `reading`, `panther-analysis`, `comparing`.
    package var stage: String
    /// Rules that are done, of ``total``.
    package var done: Int
    /// Rules of this stage; 0 where that is not known.
    package var total: Int
}
