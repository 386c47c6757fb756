import Conditions
import Detections
import Diagnostics
import Documents

/// Takes what was read of files one by one, then makes a pack of it.
struct SigmaLoader: Sendable {
    private let pipelines: [Pipeline]
    private var pack = DetectionPack()
    private var rules: [SigmaRule] = []
    private var correlations: [SigmaCorrelation] = []
    private var filters: [SigmaFilter] = []
    /// Where each identifier was first used.
    private var identifiers: [String: (source: Source, span: Span)] = [:]

    init(options: SigmaOptions) {
        pipelines = [.logTypes] + options.pipelines.sorted { $0.priority < $1.priority }
    }

    /// Takes what was found in a file; files come in the order of the walk, and the first document keeps an identifier.
    mutating func take<Files>(_ found: SigmaFileReader<Files>.Found, _ path: String) {
        switch found {
        case .nothing: return
        case .unreadable(let diagnostic, let message):
            refuse(path, id: nil, [diagnostic], message)
        case .documents(let documents, let diagnostics):
            pack.filesRead += 1
            pack.diagnostics += diagnostics
            if documents.isEmpty || diagnostics.contains(where: { $0.severity == .error }) {
                let errors = diagnostics.filter { $0.severity == .error }
                // Documents with errors are used as far as they can be; a file without one that can is refused.
                if documents.isEmpty, !errors.isEmpty {
                    pack.invalid.append(InvalidItem(path: path, id: nil, diagnostics: errors))
                }
            }
            for document in documents { take(document, path) }
        }
    }

    private mutating func take(_ document: SigmaDocument, _ path: String) {
        let (metadata, source) = (document.metadata, document.source)
        pack.itemsFound += 1
        if let first = identifiers[metadata.identifier] {
            let diagnostic = Diagnostic.sigmaConflict(metadata, source, first: first.source, first.span)
            refuse(path, id: metadata.identifier, [diagnostic], diagnostic.message)
            return
        }
        identifiers[metadata.identifier] = (source, metadata.span)
        switch document {
        case .rule(let rule): rules.append(rule)
        case .correlation(let correlation): correlations.append(correlation)
        case .filter(let filter): filters.append(filter)
        }
    }

    private mutating func refuse(_ path: String, id: String?, _ diagnostics: [Diagnostic], _ message: String) {
        pack.invalid.append(InvalidItem(path: path, id: id, diagnostics: diagnostics, vendorMessage: message))
        pack.diagnostics += diagnostics
    }

    // MARK: Finishing

    /// Applies filters, lowers rules, links correlations.
    consuming func finish<Files>(_ tests: TestReader<Files>, _ work: any WorkSharing) -> DetectionPack {
        let (rules, pipelines) = (self.rules, self.pipelines)
        let names = SigmaNames(rules: rules, correlations: correlations)
        let chosen = filters.map { filter in
            let (indices, diagnostics) = names.rules(of: filter, rules)
            pack.diagnostics += diagnostics
            return (filter: filter, rules: Set(indices))
        }
        let lowered = work.map(rules.count) { index in
            let filters = chosen.filter { $0.rules.contains(index) }.map(\.filter)
            return RuleLowering.lower(rules[index], filters: filters, pipelines, tests)
        }
        var detections: [Detection] = []
        for (detection, diagnostics) in lowered {
            detections.append(detection)
            pack.diagnostics += diagnostics
        }
        var silenced: Set<String> = []
        for correlation in correlations {
            let (detection, diagnostics) = CorrelationLowering.lower(correlation, names, rules, pipelines)
            pack.diagnostics += diagnostics
            detections.append(detection)
            if !correlation.generates { silenced.formUnion(names.identifiers(of: correlation)) }
        }
        // What is looked for together alerts by itself only if its correlation says so.
        for index in detections.indices where silenced.contains(detections[index].id) {
            detections[index].createsAlert = false
        }
        pack.detections = detections
        pack.itemsKept = pack.itemsFound
        return pack
    }
}
