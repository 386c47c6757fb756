import Engine
import Testing

@Suite struct AlertSummaryTests {
    static func summary(_ events: [[String]]) -> AlertSummary {
        var summary = AlertSummary()
        for values in events { summary.add([.init(attribute: "a", values: values)]) }
        return summary
    }

    @Test("five values are shown, frequent ones first, then by their bytes") func shown() {
        let summary = Self.summary([["b", "a"], ["c", "b"], ["d"], ["e"], ["f"], ["f"], ["f"]])
        let top = summary.attributes[0].mostFrequent
        #expect(top.map(\.value) == ["f", "b", "a", "c", "d"])
        #expect(top.map(\.count) == [3, 2, 1, 1, 1])
    }

    @Test("as many values as the limit are shown, and no more", arguments: [-1, 0, 1]) func shownMax(past: Int) {
        let values = (0..<(AlertSummary.shownMax + past)).map { "v\($0)" }
        let shown = Self.summary([values]).attributes[0].mostFrequent.map(\.value)
        #expect(shown == Array(values.prefix(AlertSummary.shownMax)))
    }

    @Test("a value counts once for an event, attributes keep their order") func once() {
        var summary = AlertSummary()
        summary.add([.init(attribute: "z", values: ["x", "x"]), .init(attribute: "a", values: [])])
        #expect(summary.attributes.map(\.name) == ["z", "a"])
        #expect(summary.attributes[0].counts == ["x": 1])
    }

    @Test("counts are exact up to the limit, lower bounds past it", arguments: [0, 1])
    func countersMax(_ excess: Int) {
        var events = Array(repeating: ["often"], count: 50)
        events += (0..<(AlertSummary.countersMax - 1 + excess)).map { ["\($0)"] }
        let attribute = Self.summary(events).attributes[0]
        #expect(attribute.isExact == (excess == 0))
        #expect(attribute.counts["often"] == 50 - excess)
        #expect(attribute.counts.count <= AlertSummary.countersMax)
        #expect(attribute.mostFrequent.first?.value == "often")
    }

    @Test("attributes and values are bounded", arguments: [0, 1])
    func bounds(_ excess: Int) {
        var summary = AlertSummary()
        for number in 0..<(AlertSummary.attributesMax + excess) {
            summary.add([.init(attribute: "\(number)", values: [String(repeating: "é", count: 512 + excess)])])
        }
        #expect(summary.attributes.count == AlertSummary.attributesMax)
        #expect(summary.attributes[0].counts.keys.first?.utf8.count == AlertSummary.valueBytesMax)
    }
}
