import ChronicleFormat
package import Detections
import Documents
package import PantherFormat
import SentinelFormat
package import SigmaFormat

/// Every vendor's loader behind one call. To add a vendor: a target beside `PantherFormat`, and one line in
/// ``load(roots:files:options:pipelines:work:)``.
package enum RuleFormats {
    /// Everything under `roots` that any vendor's loader takes for its own, vendor by vendor.
    ///
    /// Each loader knows its files by their content, so that one folder may hold several vendors' rules. Never fails as a whole.
    package static func load(
        roots: [String],
        files: some FileSystem,
        options: LoadOptions = LoadOptions(),
        pipelines: [Pipeline] = [],
        work: any WorkSharing = WorkInOrder()
    ) -> DetectionPack {
        var pack = PantherPack.load(roots: roots, files: files, options: options, work: work)
        let refused = pack.invalid
        pack.append(loadSigma(roots, files, options, pipelines, refused: refused, work))
        pack.append(loadChronicle(roots, files, options, work))
        pack.append(loadSentinel(roots, files, options, work))
        return pack
    }

    /// The folders whose files a load of `roots` may read, by absolute paths, none inside of another.
    package static func folders(of roots: [String], files: some FileSystem) -> [String] {
        PantherPack.folders(of: roots, files: files)
    }

    private static func loadChronicle(
        _ roots: [String],
        _ files: some FileSystem,
        _ options: LoadOptions,
        _ work: any WorkSharing
    ) -> DetectionPack {
        var chronicle = ChronicleOptions()
        chronicle.selection = options.selection
        return filtered(ChroniclePack.load(roots: roots, files: files, options: chronicle, work: work), options.filters)
    }

    private static func loadSentinel(
        _ roots: [String],
        _ files: some FileSystem,
        _ options: LoadOptions,
        _ work: any WorkSharing
    ) -> DetectionPack {
        var sentinel = SentinelLoadOptions()
        sentinel.selection = options.selection
        sentinel.yaml = options.yaml
        return filtered(SentinelPack.load(roots: roots, files: files, options: sentinel, work: work), options.filters)
    }

    private static func loadSigma(
        _ roots: [String],
        _ files: some FileSystem,
        _ options: LoadOptions,
        _ pipelines: [Pipeline],
        refused: [InvalidItem],
        _ work: any WorkSharing
    ) -> DetectionPack {
        var sigma = SigmaOptions()
        sigma.pipelines = pipelines
        sigma.selection = options.selection
        sigma.refusedFiles = Set(refused.map(\.path))
        sigma.yaml = options.yaml
        return filtered(SigmaPack.load(roots: roots, files: files, options: sigma, work: work), options.filters)
    }

    /// The detections that meet all filters, whose keys are those of Panther's files.
    private static func filtered(_ pack: DetectionPack, _ filters: [DetectionFilter]) -> DetectionPack {
        guard !filters.isEmpty else { return pack }
        var pack = pack
        pack.detections = pack.detections.filter { detection in
            let item = detection.filterKeys
            return filters.allSatisfy { $0.matches(item) }
        }
        pack.itemsKept = pack.detections.count
        return pack
    }
}

extension Detection {
    /// What filters ask of a detection of another vendor's than Panther.
    fileprivate var filterKeys: DataMap {
        func text(_ value: String) -> DataNode { DataNode(.string(value)) }
        func list(_ values: [String]) -> DataNode { DataNode(.list(values.map(text))) }
        var pairs = [
            ("AnalysisType", text(kind == .correlation ? "correlation_rule" : "rule")), ("RuleID", text(id)),
            ("DisplayName", text(name)), ("Enabled", DataNode(.bool(isEnabled))), ("LogTypes", list(logSources)),
            ("Tags", list(tags)),
        ]
        if let severity { pairs.append(("Severity", text(severity.rawValue))) }
        if let status { pairs.append(("Status", text(status))) }
        return DataMap(pairs.map { DataMap.Entry(key: text($0.0), value: $0.1) })
    }
}
