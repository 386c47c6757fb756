import Conditions
package import Detections
import Diagnostics
import Documents

/// Makes the records of rules.
package struct RecordMaker: Sendable {
    private let families: LogFamilies

    /// A maker that counts logs by `families`.
    package init(families: LogFamilies = .standard) { self.families = families }

    /// The record of a rule, its files and its condition for the page.
    ///
    /// - Parameter slug: The name of its page. Unique; see ``RuleSlug``.
    package func record(_ facts: RuleFacts, origin: CollectionOrigin, slug: String) -> RuleRecord {
        let detection = facts.detection
        let identity = identity(detection, origin: origin, slug: slug)
        let indicators = (facts.condition?.indicators ?? []).prefix(Self.indicatorsMax).map(Indicator.init)
        return RuleRecord(
            identity: identity,
            attack: detection.attack.map { AttackMention(tactic: $0.tactic, technique: $0.technique) },
            logic: logic(facts, hasIndicators: !indicators.isEmpty),
            tests: tests(facts),
            indicators: indicators,
            actions: actions(facts, indicators, identity.families),
            outputs: OutputGroup.groups(of: facts.outputs),
            reads: Self.distinct(facts.reads.map(\.path)),
            fieldNames: Self.fieldNames(facts, indicators)
        )
    }

    /// Indicators of a rule that are kept: lists of addresses can be longer.
    package static let indicatorsMax = 20_000

    /// The rule's files: the declaring one, then that of its code.
    package func sources(_ detection: Detection, origin: CollectionOrigin) -> [SourceText] {
        let path = origin.relative(detection.source.path)
        var language = Self.language(ofFile: path)
        // Of a document the loader keeps the rule itself.
        if case .logic = detection.body, ["markdown", "text"].contains(language) {
            language = Self.language(detection, path)
        }
        var sources = [SourceText(path: path, language: language, bytes: detection.source.bytes)]
        if case .python(_, let code) = detection.body {
            sources.append(SourceText(path: origin.relative(code.path), language: "python", bytes: code.bytes))
        }
        return sources
    }

    // MARK: Parts

    /// The operations that a rule looks for: of a rule that asks for the kind of log, on each kind what it looks for there.
    private func actions(_ facts: RuleFacts, _ indicators: [Indicator], _ all: [String]) -> [ActionMention] {
        guard all.count > 1, let condition = facts.condition, LogTypeAssumption.matters(to: condition) else {
            return families.actions(of: indicators, in: all)
        }
        var ofFamily: [String: [Indicator]] = [:]
        for log in facts.detection.logSources {
            let family = families.family(of: log, vendor: facts.detection.vendor)
            guard all.contains(family) else { continue }
            let found = LogTypeAssumption(log).applied(to: condition).simplified.indicators
            ofFamily[family, default: []] += found.prefix(Self.indicatorsMax).map(Indicator.init)
        }
        return families.actions { ofFamily[$0] ?? [] }
    }

    private func identity(_ detection: Detection, origin: CollectionOrigin, slug: String) -> RuleIdentity {
        let path = origin.relative(detection.source.path)
        let metadata = VendorMetadata(detection)
        let status = detection.status ?? metadata.status
        let references = Self.distinct([detection.reference].compactMap(\.self) + metadata.references)
        return RuleIdentity(
            slug: slug,
            id: detection.id,
            name: detection.name.trimmed.isEmpty ? detection.id : detection.name,
            vendor: detection.vendor,
            vendorName: detection.vendor.name,
            collection: origin.name,
            kind: detection.kind,
            language: Self.language(detection, path),
            severity: detection.severity,
            status: status,
            isEnabled: detection.isEnabled,
            isDeprecated: ["deprecated", "unsupported"].contains(status?.lowercased()),
            description: detection.description?.trimmed,
            runbook: detection.runbook?.trimmed,
            falsePositives: metadata.falsePositives,
            references: references.map(\.trimmed).filter { !$0.isEmpty },
            tags: detection.tags,
            reports: detection.reports.filter { $0.framework != AttackReference.framework }
                .map { RuleIdentity.ReportEntry(framework: $0.framework, items: $0.items) },
            logSources: detection.logSources.isEmpty ? detection.queries : detection.logSources,
            families: families.families(of: detection),
            author: metadata.author,
            license: metadata.license ?? origin.license,
            created: metadata.created,
            modified: metadata.modified,
            path: path,
            upstream: origin.address(of: path)
        )
    }

    private func logic(_ facts: RuleFacts, hasIndicators: Bool) -> LogicRecord {
        guard let condition = facts.condition else {
            return LogicRecord(text: "", completeness: .opaque, hash: nil, validation: facts.validation, opaque: [])
        }
        return LogicRecord(
            text: condition.text,
            completeness: facts.isExact ? .exact : min(condition.completeness, .partial),
            // What looks for no value in particular is like too many others.
            hash: hasIndicators && condition.weighs(atMost: Self.hashedNodesMax)
                ? condition.folded.canonicalHash : nil,
            validation: facts.validation,
            opaque: facts.opaque.map(OpaqueEntry.init)
        )
    }

    /// Nodes of a condition that is looked at for duplicates.
    package static let hashedNodesMax = 20_000

    private func tests(_ facts: RuleFacts) -> [TestEntry] {
        let (agreeing, undecided) = (Set(facts.validation.agreeing), Set(facts.validation.undecided))
        let disagreeing = Set(facts.validation.disagreeing)
        return facts.detection.tests.enumerated().map { index, test in
            var entry = TestEntry(
                name: test.name,
                expectsMatch: test.expectedResult == facts.detection.alertValue,
                event: (try? test.inputNode.json()).map { String(decoding: $0, as: UTF8.self) },
                mocks: test.mocks.map { mock in
                    let json = (try? DataNode(mock.returnValue).json()).map { String(decoding: $0, as: UTF8.self) }
                    return TestEntry.Mock(name: mock.name, returnValue: json ?? "null")
                }
            )
            if facts.outcomes.indices.contains(index) {
                entry.passed = facts.outcomes[index].passed
                entry.functions = facts.outcomes[index].functions
                entry.failure = facts.outcomes[index].failure
            }
            if disagreeing.contains(test.name) {
                entry.condition = .disagrees
            } else if agreeing.contains(test.name) {
                entry.condition = .agrees
            } else if undecided.contains(test.name) {
                entry.condition = .undecided
            }
            return entry
        }
    }

    private static func fieldNames(_ facts: RuleFacts, _ indicators: [Indicator]) -> [String] {
        var names = indicators.map { $0.field.lowercased() }
        for field in facts.reads + facts.opaque.flatMap(\.reads) + (facts.condition?.leaves.map(\.field) ?? []) {
            names.append(field.canonicalName.lowercased())
            names.append(field.path.lowercased())
        }
        return distinct(names.filter { !$0.isEmpty })
    }

    private static func distinct(_ names: [String]) -> [String] {
        var seen: Set<String> = []
        return names.filter { seen.insert($0).inserted }
    }

    // MARK: Languages

    private static func language(_ detection: Detection, _ path: String) -> String {
        switch detection.body {
        case .python: return "python"
        case .conditions, .correlation: return "yaml"
        case .logic:
            switch detection.vendor {
            case .panther, .sigma: return "yaml"
            case .chronicle: return "yara-l"
            case .sentinel: return "kql"
            }
        }
    }

    private static func language(ofFile path: String) -> String {
        let name = PathName.name(path).lowercased()
        let ending = name.lastIndex(of: ".").map { String(name[name.index(after: $0)...]) } ?? ""
        return switch ending {
        case "yml", "yaml": "yaml"
        case "py": "python"
        case "yaral", "yl2": "yara-l"
        case "kql", "kusto", "csl": "kql"
        case "md": "markdown"
        case "json": "json"
        default: "text"
        }
    }
}

extension Indicator {
    /// An indicator of a condition.
    init(_ indicator: ConditionIndicator) {
        field = indicator.field
        op = indicator.op.name()
        if case .string(let text) = indicator.value {
            value = text
            isText = true
        } else {
            value = indicator.value.json
            isText = false
        }
        isNegated = indicator.isNegated
        alternatives = indicator.alternatives
        key = indicator.identity.text
    }
}

extension String {
    /// Without blanks and line feeds at its ends.
    var trimmed: String {
        let blanks: (Character) -> Bool = { $0.isWhitespace }
        guard let first = firstIndex(where: { !blanks($0) }), let last = lastIndex(where: { !blanks($0) }) else {
            return ""
        }
        return String(self[first...last])
    }
}
