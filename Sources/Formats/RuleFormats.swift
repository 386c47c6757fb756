package import Detections
package import PantherFormat

/// Every vendor's loader behind one call. To add a vendor: a target beside `PantherFormat`, and one line in ``load(roots:files:options:work:)``.
package enum RuleFormats {
    /// Everything under `roots` that any vendor's loader takes for its own, vendor by vendor.
    ///
    /// Each loader knows its files by their content, so that one folder may hold several vendors' rules. Never fails as a whole.
    package static func load(
        roots: [String],
        files: some FileSystem,
        options: LoadOptions = LoadOptions(),
        work: any WorkSharing = WorkInOrder()
    ) -> DetectionPack {
        PantherPack.load(roots: roots, files: files, options: options, work: work)
    }
}
