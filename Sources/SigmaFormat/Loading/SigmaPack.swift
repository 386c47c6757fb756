package import Detections
import Diagnostics

/// Loads folders of Sigma's files: rules, correlations and filters, one or several in a file.
package enum SigmaPack {
    /// Everything of Sigma's under `roots`, each walked in turn, in an order that depends on names only.
    ///
    /// A file is taken for Sigma's by what is in it. `work` may read files at once; the pack is the same. Never fails as a whole: what
    /// cannot be used is in `invalid`, and `diagnostics` has its errors and all warnings.
    package static func load(
        roots: [String],
        files: some FileSystem,
        options: SigmaOptions = SigmaOptions(),
        work: any WorkSharing = WorkInOrder()
    ) -> DetectionPack {
        var walk = FileWalk(files, options.selection) { $0.hasSuffix(".yml") || $0.hasSuffix(".yaml") }
        for root in roots { walk.walk(root) }
        let found = walk.found.map(\.path).filter { !options.refusedFiles.contains($0) }
        let reader = SigmaFileReader(files: files, options: options)
        let read = work.map(found.count) { reader.read(found[$0]) }
        var loader = SigmaLoader(options: options)
        for (path, file) in zip(found, read) { loader.take(file, path) }
        return loader.finish(TestReader(files: files, options: options), work)
    }
}
