import Conditions
import Detections
import Diagnostics
import Documents

/// Makes a detection of a rule.
enum RuleLowering {
    /// The detection of `rule`, with the filters that are for it, and what is wrong with it.
    static func lower<Files>(
        _ rule: SigmaRule,
        filters: [SigmaFilter],
        _ pipelines: [Pipeline],
        _ tests: TestReader<Files>
    ) -> (detection: Detection, diagnostics: [Diagnostic]) {
        let tags = rule.metadata.tags.compactMap(\.name)
        let run = PipelineRun(rule.detection, rule.logSource, tags: tags, pipelines)
        var (condition, diagnostics) = DetectionLowering.condition(of: run, rule.source)
        for filter in filters {
            let run = PipelineRun(filter.detection, rule.logSource, tags: tags, pipelines)
            let lowered = DetectionLowering.condition(of: run, filter.source)
            condition = .all([condition, lowered.condition])
            diagnostics += lowered.diagnostics
        }
        condition = condition.flattened
        let outputs = rule.metadata.fields.map { field in
            OutputField(name: field, origin: "fields", kind: .field, reads: run.names(of: field).map { .each($0) })
        }
        let logic = DetectionLogic(condition, outputs: outputs, obstacle: run.failure ?? obstacle(condition))
        var detection = rule.metadata.detection(.rule, .logic(logic), rule.source)
        detection.logSources = run.logTypes.isEmpty ? [run.logSource.logType] : run.logTypes
        if let path = rule.testsPath {
            let read = tests.read(path, of: rule)
            detection.tests = read.tests
            diagnostics += read.diagnostics
            if !read.tests.isEmpty { detection.declared.insert(.tests) }
        }
        let place = rule.logSource
        detection.vendorFields.insert(
            Detection.VendorField(key: "logsource", value: place.node),
            at: 0
        )
        return (detection, diagnostics)
    }

    /// Why a condition cannot be evaluated on events, if it cannot.
    private static func obstacle(_ condition: Condition) -> String? {
        if let part = condition.opaqueNodes.first { return part.reason.sentence }
        var hasAggregate = false
        condition.forEach { if case .aggregate = $0 { hasAggregate = true } }
        return hasAggregate ? "it counts events in its condition, which correlation rules have replaced" : nil
    }
}

extension SigmaMetadata {
    /// A detection with what the document says of itself.
    func detection(_ kind: Detection.Kind, _ body: Detection.Body, _ source: Source) -> Detection {
        var detection = Detection(id: identifier, kind: kind, body: body, source: source, idSpan: span)
        detection.vendor = .sigma
        detection.displayName = title.isEmpty ? nil : title
        detection.description = description
        detection.reference = references.first
        detection.status = status
        // A rule that is replaced, or cannot be used as it is, stays for readers.
        detection.isEnabled = status != "deprecated" && status != "unsupported"
        detection.severity = severity
        detection.tags = tags.compactMap(\.name)
        addAttack(to: &detection)
        detection.vendorFields = entries.compactMap { entry in
            entry.key.string.map { Detection.VendorField(key: $0, value: entry.value) }
        }
        return detection
    }

    private var severity: Severity {
        switch level {
        case "informational": .info
        case "low": .low
        case "high": .high
        case "critical": .critical
        // A rule without a level is neither urgent nor nothing.
        default: .medium
        }
    }

    private func addAttack(to detection: inout Detection) {
        var report = Report(framework: AttackReference.framework, items: [], spans: [])
        for tag in tags {
            guard let name = tag.name, let attack = SigmaAttack(name) else { continue }
            switch attack {
            case .tactic(let id):
                detection.attack.append(AttackReference(tactic: id, technique: nil))
                report.items.append(id)
            case .technique(let id):
                detection.attack.append(AttackReference(tactic: nil, technique: id))
                report.items.append(id)
            case .other: continue
            }
            report.spans.append(tag.span)
        }
        if !report.items.isEmpty { detection.reports = [report] }
    }
}
