package import Diagnostics

/// A derived detection whose base is elsewhere, usually in the vendor's own content: there is no body to run.
package struct DetectionWithoutBase: Sendable {
    package var id: String
    /// The base it names.
    package var base: String
    /// Whether its file says that it is enabled.
    package var isEnabled: Bool
    /// Names of the tests in its file.
    package var testNames: [String]
    /// The file that declares it.
    package var source: Source
    /// How many detections of the pack come before it.
    package var place = 0

    /// A detection that cannot run.
    package init(id: String, base: String, isEnabled: Bool, testNames: [String], source: Source) {
        self.id = id
        self.base = base
        self.isEnabled = isEnabled
        self.testNames = testNames
        self.source = source
    }
}
