package import Detections
import Diagnostics

/// Loads folders of Panther's files.
///
/// What is valid is what Panther's tool takes for valid, in the same first-come order of identifiers; what is wrong is said in
/// our words, with places, and in the tool's (``InvalidItem/patMessage``).
package enum PantherPack {
    /// Everything under `roots`, each walked in turn, in an order that depends on names only.
    ///
    /// `work` may read files at once; the pack is the same. Never fails as a whole: what cannot be used is in `invalid`, and
    /// `diagnostics` has its errors and all warnings.
    package static func load(
        roots: [String],
        files: some FileSystem,
        options: LoadOptions = LoadOptions(),
        work: any WorkSharing = WorkInOrder()
    ) -> LoadedPack {
        var discovery = Discovery(files: files, selection: options.selection)
        for root in roots { discovery.discover(root) }
        var loader = PackLoader(files: files, options: options)
        loader.pack.diagnostics = discovery.diagnostics
        let (found, reader) = (discovery.found, ItemReader(files: files, options: options))
        let read = work.map(found.count) { reader.read(found[$0].path, in: found[$0].folder) }
        for (file, content) in zip(found, read) { loader.take(content, file.path) }
        return loader.finish(work)
    }

    /// The folders whose files a load of `roots` may read, by absolute paths, none inside of another.
    package static func folders(of roots: [String], files: some FileSystem) -> [String] {
        var folders: [String] = []
        for root in roots {
            let home = files.kind(of: root) == .file ? PathName.directory(root) : root
            folders.append(PathName.absolute(home, in: files.currentDirectory))
            folders += Discovery(files: files, selection: FileSelection()).neighbours(of: root)
        }
        return Set(folders).sorted().reduce(into: []) { kept, folder in
            if !kept.contains(where: { folder.hasPrefix($0 == "/" ? $0 : $0 + "/") }) { kept.append(folder) }
        }
    }
}

/// What a load found.
package typealias LoadedPack = DetectionPack

extension InvalidItem {
    /// Why, in the words of Panther's tool 1.11.
    package var patMessage: String { vendorMessage }
}
