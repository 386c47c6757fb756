package import Detections
import Diagnostics

/// Loads folders of YARA-L rules.
package enum ChroniclePack {
    /// Everything under `roots` whose name ends in `.yaral` or `.yl2`, in an order that depends on names only.
    ///
    /// `work` may read files at once; the pack is the same. Never fails as a whole: a rule of which a part cannot be read keeps the
    /// rest, a file that cannot be used is in `invalid`, and `diagnostics` says what is wrong with either.
    package static func load(
        roots: [String],
        files: some FileSystem,
        options: ChronicleOptions = ChronicleOptions(),
        work: any WorkSharing = WorkInOrder()
    ) -> DetectionPack {
        var walk = FileWalk(files, options.selection) { suffixes.contains(where: $0.lowercased().hasSuffix) }
        for root in roots { walk.walk(root) }
        var pack = DetectionPack()
        // What else cannot be walked the loader of Panther's files reports, which walks the same folders.
        pack.diagnostics = walk.faults.compactMap { fault in
            if case .tooManyFiles(let filesMax) = fault.fault { .tooManyRuleFiles(fault.path, filesMax) } else { nil }
        }
        let found = walk.found.map(\.path)
        // What a collection has given up must not take the name of a rule that it still has.
        let paths = found.filter { !isGivenUp($0) } + found.filter(isGivenUp)
        let read = work.map(paths.count) { RuleFileReader(files: files, options: options).read(paths[$0]) }
        var places: [String: Int] = [:]
        for found in read {
            pack.filesRead += found.isRead ? 1 : 0
            pack.diagnostics += found.diagnostics
            pack.invalid += found.invalid
            for (rule, detection) in found.detections {
                if let first = places[detection.id] {
                    let diagnostic = Diagnostic.conflictingName(rule, detection.source, first: pack.detections[first])
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

    /// The ends of the names of files of rules, in any case.
    private static let suffixes = [".yaral", ".yl2"]

    /// Whether a file is in a folder in which collections keep the rules that they have given up.
    static func isGivenUp(_ path: String) -> Bool {
        PathName.directory(path).split(separator: "/").contains { $0 == "_deprecated" || $0 == "deprecated" }
    }
}
