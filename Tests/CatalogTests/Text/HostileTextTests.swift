import Catalog
import Conditions
import Detections
import Testing

/// Rules are written by strangers, and a terminal obeys some of what they may write.
@Suite struct HostileTextTests {
    static let hostile = "\u{1B}[2J\u{7}\u{202E}<script>\r\nx\u{0}"

    @Test("no character of a rule moves the cursor, rings or turns the reading order")
    func page() {
        let condition = Condition.all([
            .test("eventName", [.string(Self.hostile)]), .opaque(Opaque(.cache, text: Self.hostile)),
        ])
        var rule = OneRule(condition, id: Self.hostile, path: "/rules/pack/\(Self.hostile).yml", text: Self.hostile)
        rule.detection.displayName = Self.hostile
        rule.detection.description = Self.hostile
        rule.detection.runbook = Self.hostile
        rule.detection.status = Self.hostile
        rule.detection.tags = [Self.hostile]
        rule.detection.reference = Self.hostile
        var facts = rule.facts
        facts.opaque = [Opaque(.cache, place: .init(file: Self.hostile, line: 1), text: Self.hostile)]
        facts.outputs = [
            OutputField(name: Self.hostile, origin: Self.hostile, kind: .computed, reads: [.get(Self.hostile)])
        ]
        facts.reads = [.get(Self.hostile)]
        let origin = CollectionOrigin(name: Self.hostile, root: "/rules/pack", license: Self.hostile)
        let record = RecordMaker().record(facts, origin: origin, slug: "s")
        let page = RulePage(
            record: record,
            sources: RecordMaker().sources(rule.detection, origin: origin),
            logic: LogicSection(record: record.logic, condition: condition),
            sameAction: SameActionSection(
                actions: record.actions.map(\.action),
                sameVendor: [
                    ActionRule(rule: record.summary, action: record.actions[0].action, match: .equals, alternatives: 1)
                ]
            ),
            indicators: record.indicators.map { IndicatorEntry(indicator: $0, sameVendorRules: 0, allRules: 0) },
            similar: [SimilarRule(rule: record.summary, score: 1, reason: Self.hostile)],
            duplicates: [DuplicateRule(rule: record.summary, kind: .near)]
        )
        let lists = CatalogText(usesColor: false)
        let results = SearchResults(
            total: 1,
            hits: [
                .init(
                    rule: record.summary,
                    excerpt: SearchResults.Hit.markStart + Self.hostile + SearchResults.Hit.markEnd
                )
            ],
            facets: [.init(filter: "tag", values: [.init(value: Self.hostile, label: Self.hostile, count: 1)])]
        )
        let diff = DiffPage(page, page)
        for text in [
            RulePageText(usesColor: false).text(page), RulePageText(usesColor: false, isFull: true).text(page),
            lists.results(results), lists.diff(diff),
        ] {
            let obeyed = text.unicodeScalars.filter { scalar in
                scalar != "\n"
                    && (scalar.value < 0x20 && scalar != "\t" || scalar.value == 0x7F || scalar == "\u{202E}")
            }
            #expect(obeyed.isEmpty)
            #expect(text.contains("<script>"))
        }
    }
}
