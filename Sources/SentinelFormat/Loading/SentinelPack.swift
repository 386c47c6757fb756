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
        var discovery = QueryDiscovery(files: files, options: options)
        for root in roots { discovery.discover(root) }
        var pack = DetectionPack()
        pack.diagnostics = discovery.diagnostics
        let found = discovery.found
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
                    pack.invalid.append(.of(detection.source.path, detection.id, [diagnostic]))
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

extension InvalidItem {
    /// A file, or a rule, that cannot be used.
    static func of(_ path: String, _ id: String?, _ diagnostics: [Diagnostic]) -> InvalidItem {
        InvalidItem(path: path, id: id, diagnostics: diagnostics, vendorMessage: diagnostics.first?.message ?? "")
    }
}
