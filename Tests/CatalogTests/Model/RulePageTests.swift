import Catalog
import Conditions
import Detections
import Foundation
import TestSupport
import Testing

/// The JSON form of a page.
@Suite struct RulePageTests {
    @Test("a page as JSON")
    func golden() throws {
        var leaf = Leaf(.get("eventName"), .equals, ["SendCommand"])
        leaf.place = .init(line: 3)
        let condition = Condition.all([
            .leaf(leaf), .test("bytes", .greater, [.double(1.5)]), .opaque(Opaque(.cache, text: "get(key)")),
        ])
        var rule = OneRule(condition, id: "Test.<b>")
        rule.detection.attack = [.init(tactic: "TA0002", technique: "T1203")]
        rule.detection.severity = .high
        let record = rule.record()
        let page = RulePage(
            record: record,
            sources: RecordMaker().sources(rule.detection, origin: OneRule.origin),
            logic: LogicSection(record: record.logic, condition: condition),
            sameAction: SameActionSection(
                actions: record.actions.map(\.action),
                sameVendor: [
                    ActionRule(rule: record.summary, action: record.actions[0].action, match: .equals, alternatives: 2)
                ]
            ),
            indicators: record.indicators.map { IndicatorEntry(indicator: $0, sameVendorRules: 1, allRules: 2) },
            similar: [SimilarRule(rule: record.summary, score: 0.5, reason: "same eventName")],
            duplicates: [DuplicateRule(rule: record.summary, kind: .exact)]
        )
        let encoder = JSONEncoder()
        encoder.outputFormatting = [.sortedKeys, .prettyPrinted, .withoutEscapingSlashes]
        try expectGolden("page.json", String(decoding: try encoder.encode(page), as: UTF8.self) + "\n")
    }

    @Test("a record is read back as it was written")
    func roundTrip() throws {
        let record = OneRule(.test("eventName", .isIn, ["A", "B"])).record()
        let encoder = JSONEncoder()
        encoder.outputFormatting = [.sortedKeys]
        let data = try encoder.encode(record)
        let again = try JSONDecoder().decode(RuleRecord.self, from: data)
        #expect(try encoder.encode(again) == data)
    }

    @Test("of more indicators than a page shows the rest is counted")
    func omitted() {
        for count in [IndicatorEntry.entriesMax, IndicatorEntry.entriesMax + 1] {
            let record = OneRule(.test("a", .isIn, (0..<count).map { .string("v\($0)") })).record()
            let page = RulePage(
                record: record,
                sources: [],
                logic: LogicSection(record: record.logic, condition: nil),
                sameAction: SameActionSection(),
                indicators: record.indicators.map { IndicatorEntry(indicator: $0, sameVendorRules: 0, allRules: 0) },
                similar: [],
                duplicates: []
            )
            #expect(page.indicators.count == IndicatorEntry.entriesMax)
            #expect(page.indicatorsOmitted == count - IndicatorEntry.entriesMax)
        }
    }
}
