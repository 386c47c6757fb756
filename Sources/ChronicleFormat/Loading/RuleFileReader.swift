import Conditions
import Detections
import Diagnostics

/// Reads one file of rules.
struct RuleFileReader<Files: FileSystem> {
    let files: Files
    let options: ChronicleOptions

    /// What a file holds.
    struct Found: Sendable {
        var detections: [(rule: YaraLRule, detection: Detection)] = []
        var diagnostics: [Diagnostic] = []
        /// The file, if nothing of it can be used.
        var invalid: [InvalidItem] = []
        /// Whether its text could be had.
        var isRead = true
    }

    func read(_ path: String) -> Found {
        var found = Found()
        let source: Source
        do {
            source = Source(path: path, bytes: try files.read(path, bytesMax: options.limits.fileBytesMax))
        } catch {
            found.isRead = false
            return refused(found, path, [.unreadableRuleFile(path, error)])
        }
        let parsed = YaraLParser.parse(source, limits: options.limits)
        guard !parsed.file.rules.isEmpty else {
            return refused(found, path, parsed.diagnostics.isEmpty ? [.noRule(source)] : parsed.diagnostics)
        }
        found.diagnostics = parsed.diagnostics
        let license = RuleMetadata.license(parsed.comments, source)
        for rule in parsed.file.rules {
            found.diagnostics += RuleChecks.check(rule, source)
            let (detection, diagnostics) = detection(rule, source, license)
            found.detections.append((rule, detection))
            found.diagnostics += diagnostics
        }
        return found
    }

    private func refused(_ found: Found, _ path: String, _ diagnostics: [Diagnostic]) -> Found {
        var found = found
        found.diagnostics = diagnostics
        found.invalid = [InvalidItem(path: path, id: nil, diagnostics: diagnostics)]
        return found
    }

    private func detection(_ rule: YaraLRule, _ source: Source, _ license: String?) -> (Detection, [Diagnostic]) {
        var metadata = RuleMetadata(rule, source)
        let logs = RuleLogs(rule, options.aliases, dataSources: metadata.dataSources)
        let fields = UDMField(aliases: options.aliases, logs: logs.known)
        let lowering = RuleLowering(rule, source, fields, limits: options.limits)
        var detection = Detection(
            id: rule.name,
            kind: .rule,
            body: .logic(lowering.logic()),
            source: source,
            idSpan: rule.nameSpan
        )
        detection.vendor = .chronicle
        metadata.describe(&detection, license: license)
        detection.logSources = logs.names
        if let seconds = lowering.windowSeconds { detection.deduplicationPeriodMinutes = max(1, seconds / 60) }
        if detection.status == nil, ChroniclePack.isGivenUp(source.path) { detection.status = "Deprecated" }
        return (detection, metadata.diagnostics)
    }
}
