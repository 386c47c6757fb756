import Conditions
import Detections
import Diagnostics
import Documents

/// An analytics or hunting rule of Sentinel, in YAML.
///
/// Source: Microsoft's page "Query style guide" of the repository of Sentinel's content, and the schema of its rules.
struct AnalyticsRule {
    let root: DataNode
    let map: DataMap
    let source: Source
    /// The query, at its place in the file.
    let querySource: Source
    private let query: DataNode

    /// Keys of which a rule has at least one beside its query and its name.
    private static let keys = [
        "severity", "tactics", "relevantTechniques", "requiredDataConnectors", "queryFrequency", "queryPeriod",
        "entityMappings", "triggerOperator", "kind", "description",
    ]

    /// The rule that a document is; nil if it is none.
    init?(_ root: DataNode, _ source: Source) {
        guard let map = root.map, let query = map["query"], let text = query.string, map["AnalysisType"] == nil,
            map["name"]?.string != nil || map["id"]?.string != nil, Self.keys.contains(where: { map[$0] != nil })
        else { return nil }
        self.root = root
        self.map = map
        self.source = source
        self.query = query
        querySource = Self.place(text, query, source)
    }

    /// The query's text with as many empty lines before it as it has lines above, so that places are those of the file.
    private static func place(_ text: String, _ node: DataNode, _ source: Source) -> Source {
        let raw = source.text(of: node.span)
        let line = source.line(at: node.span.start)
        var body = text
        var above = line - 1
        if raw.hasPrefix("|") || raw.hasPrefix(">"), let end = raw.firstIndex(where: \.isNewline) {
            // A literal block is the text itself but for its indentation, which says nothing to KQL.
            if raw.hasPrefix("|") { body = String(raw[raw.index(after: end)...]) }
            above = line
        }
        return Source(path: source.path, text: String(repeating: "\n", count: above) + body)
    }

    // MARK: How it runs

    var id: String? { map["id"]?.string ?? map["name"]?.string }

    /// How the rule runs its query.
    var schedule: QueryLowering.Schedule {
        var schedule = QueryLowering.Schedule()
        schedule.periodSeconds = seconds("queryPeriod")
        guard let operation = map["triggerOperator"]?.string, let comparison = Self.comparison(operation),
            let bound = number("triggerThreshold")
        else { return schedule }
        // More than none is one, which any rule wants.
        if comparison == .greater && bound == 0 || comparison == .greaterOrEqual && bound == 1 { return schedule }
        schedule.trigger = (comparison, Double(bound))
        return schedule
    }

    private static func comparison(_ text: String) -> Comparison? {
        switch text.lowercased() {
        case "gt", "greaterthan": .greater
        case "ge", "gte", "greaterthanorequal": .greaterOrEqual
        case "lt", "lessthan": .less
        case "le", "lte", "lessthanorequal": .lessOrEqual
        case "eq", "equal": .equal
        case "ne", "notequal": .notEqual
        default: nil
        }
    }

    private func number(_ key: String) -> Int64? { map[key]?.int ?? map[key]?.string.flatMap { Int64($0) } }

    /// `1d`, `PT5M`, `P14D`.
    func seconds(_ key: String) -> Int? {
        guard var text = map[key]?.string?.lowercased(), !text.isEmpty else { return nil }
        if text.hasPrefix("p") { text = String(text.dropFirst().drop { $0 == "t" }) }
        let digits = text.prefix { $0.isNumber }
        guard let count = Int(digits), count >= 0, count < 100_000 else { return nil }
        switch text.dropFirst(digits.count) {
        case "s": return count
        case "m", "min": return count * 60
        case "h": return count * 3_600
        case "d": return count * 86_400
        case "w": return count * 604_800
        default: return nil
        }
    }

    // MARK: What it is

    /// The detection, of the results of its query; nil if it has none. And what is wrong with it.
    func detection(
        _ results: [QueryLowering.Result],
        names: TableNames,
        _ fileName: String
    ) -> (Detection?, [Diagnostic]) {
        let reading = results.filter { !$0.tables.isEmpty }
        guard let result = reading.last ?? results.last else { return (nil, [.noQuery(source, query.span)]) }
        var diagnostics: [Diagnostic] = []
        if reading.count > 1 { diagnostics.append(.ambiguousQuery(querySource, result.span)) }
        let identifier = map["id"] ?? map["name"]
        var logic = result.logic
        logic.outputs += outputs(result, &diagnostics)
        var detection = Detection(
            id: id ?? fileName,
            kind: .rule,
            body: .logic(logic),
            source: source,
            idSpan: identifier?.span ?? Span(0, 0)
        )
        detection.vendor = .sentinel
        describe(&detection, &diagnostics)
        detection.logSources = (result.tables.isEmpty ? dataTypes : result.tables).map(names.log).distinct
        return (detection, diagnostics)
    }

    /// The tables that the rule's connectors bring.
    private var dataTypes: [String] {
        (map["requiredDataConnectors"]?.list ?? []).flatMap { $0["dataTypes"]?.strings ?? [] }
            // `SecurityAlert (IPC)`
            .map { String($0.prefix { $0 != " " }) }
    }

    private func describe(_ detection: inout Detection, _ diagnostics: inout [Diagnostic]) {
        detection.displayName = map["name"]?.string?.trimmingBlanks
        detection.description = map["description"]?.string.map(Self.unquoted)
        detection.severity = .info
        if let node = map["severity"] {
            if let severity = node.string.flatMap({ Self.severities[$0.lowercased()] }) {
                detection.severity = severity
            } else {
                let known = ["Informational", "Low", "Medium", "High"]
                diagnostics.append(.unknownValue(node, of: "severity", known: known, source))
            }
        } else {
            // A hunt: a person runs it, and what it finds wakes nobody.
            detection.createsAlert = false
        }
        if let seconds = seconds("queryFrequency") { detection.deduplicationPeriodMinutes = max(1, seconds / 60) }
        if case .greater? = schedule.trigger?.0, let bound = schedule.trigger?.1, bound < 1e9 {
            detection.threshold = Int(bound) + 1
        }
        if let enabled = map["enabled"]?.bool {
            detection.isEnabled = enabled
            detection.declared.insert(.enabled)
        }
        if let status = map["status"]?.string { detection.status = status }
        if detection.displayName?.lowercased().hasPrefix("[deprecated]") == true { detection.status = "Deprecated" }
        detection.tags = (map["tags"]?.list ?? []).compactMap(\.string)
        addAttack(&detection, &diagnostics)
        let said: Set<String> = ["id", "name", "description", "severity", "query", "tactics", "relevantTechniques"]
        detection.vendorFields = map.entries.compactMap { entry in
            guard let key = entry.key.string, !said.contains(key) else { return nil }
            return Detection.VendorField(key: key, value: entry.value)
        }
    }

    private static let severities: [String: Severity] = [
        "informational": .info, "low": .low, "medium": .medium, "high": .high, "critical": .critical,
    ]

    /// Descriptions stand in quotes inside of a block, by custom.
    private static func unquoted(_ text: String) -> String {
        let bare = text.trimmingBlanks
        guard bare.count > 1, bare.hasPrefix("'"), bare.hasSuffix("'") else { return bare }
        return bare.dropFirst().dropLast().trimmingBlanks
    }

    private func addAttack(_ detection: inout Detection, _ diagnostics: inout [Diagnostic]) {
        var report = Report(framework: AttackReference.framework, items: [], spans: [])
        for node in map["tactics"]?.list ?? [] {
            guard let name = node.string, let id = AttackMatrix.enterprise.tactic(named: name)?.id else {
                let known = AttackMatrix.enterprise.tactics.map { $0.name.filter { $0 != " " } }
                // Tactics of ATT&CK for industrial systems and before an attack are no part of the matrix.
                if node.string.map({ !Self.otherTactics.contains($0) }) ?? true {
                    diagnostics.append(.unknownValue(node, of: "tactics", known: known, source))
                }
                continue
            }
            detection.attack.append(AttackReference(tactic: id, technique: nil))
            report.items.append(id)
            report.spans.append(node.span)
        }
        for key in ["relevantTechniques", "techniques", "subTechniques"] {
            for node in map[key]?.list ?? [] {
                guard let reference = node.string.flatMap({ AttackReference($0.trimmingBlanks) }) else {
                    diagnostics.append(.unknownValue(node, of: key, known: [], source))
                    continue
                }
                detection.attack.append(reference)
                report.items.append(reference.technique ?? "")
                report.spans.append(node.span)
            }
        }
        if !report.items.isEmpty { detection.reports = [report] }
    }

    private static let otherTactics: Set<String> = [
        "PreAttack", "ImpairProcessControl", "InhibitResponseFunction", "Evasion",
    ]
}
