package import Detections
import Diagnostics

/// Loads rules of Microsoft Sentinel and queries of Defender XDR: YAML of analytics and hunting rules, `.kql` files, and Markdown
/// pages with queries in them.
package enum SentinelPack {
    /// Everything under `roots` that is one of these, in an order that depends on names only.
    ///
    /// `work` may read files at once; the pack is the same. Never fails as a whole: of a query of which a part cannot be read the
    /// rest is kept, a file that cannot be used is in `invalid`, and `diagnostics` says what is wrong with either.
    package static func load(
        roots: [String],
        files: some FileSystem,
        options: SentinelLoadOptions = SentinelLoadOptions(),
        work: any WorkSharing = WorkInOrder()
    ) -> DetectionPack {
        var walk = FileWalk(files, options.selection) { QueryFile.Kind(name: $0) != nil }
        for root in roots { walk.walk(root) }
        var pack = DetectionPack()
        // What else cannot be walked the loader of Panther's files reports, which walks the same folders.
        pack.diagnostics = walk.faults.compactMap { fault in
            if case .tooManyFiles(let filesMax) = fault.fault { .tooManyQueryFiles(fault.path, filesMax) } else { nil }
        }
        let found = walk.found.compactMap(QueryFile.init)
        let reader = QueryFileReader(files: files, options: options)
        let read = work.map(found.count) { reader.read(found[$0]) }
        var places: [String: Int] = [:]
        for content in read {
            pack.filesRead += content.isRead ? 1 : 0
            pack.diagnostics += content.diagnostics
            pack.invalid += content.invalid
            for detection in content.detections {
                if let first = places[detection.id] {
                    let diagnostic = Diagnostic.conflictingName(detection, first: pack.detections[first])
                    pack.diagnostics.append(diagnostic)
                    pack.invalid.append(
                        InvalidItem(path: detection.source.path, id: detection.id, diagnostics: [diagnostic])
                    )
                    continue
                }
                places[detection.id] = pack.detections.count
                pack.detections.append(detection)
            }
        }
        pack.itemsFound = pack.detections.count
        pack.itemsKept = pack.detections.count
        return pack
    }
}
