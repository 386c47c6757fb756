import Conditions
import Detections
import Diagnostics
import Documents
import Testing

@testable import Engine

/// Tests of rules say what events look like, and that says which clause a rule is posted under.
@Suite struct EventSamplesTests {
    static func detection(_ events: [DataValue], logType: String = "A.Log") -> Detection {
        var detection = OneRule("def rule(event): return True").detection
        detection.logSources = [logType]
        detection.tests = events.map {
            UnitTest(name: "t", expectedResult: true, input: .event(DataNode($0)), span: Span(0, 0))
        }
        return detection
    }

    static func map(_ members: [(String, DataValue)]) -> DataValue {
        .map(DataMap(members.map { DataMap.Entry(key: DataNode(.string($0.0)), value: DataNode($0.1)) }))
    }

    static func field(_ keys: String...) throws -> RoutedField { try #require(RoutedField(.deepGet(keys))) }

    @Test("each class of value is known in tests") func classes() throws {
        let rows: [(value: DataValue, valueClass: ValueClass)] = [
            (.null, .null), (.bool(true), .true), (.bool(false), .false), (.int(1), .number), (.double(0.5), .number),
            (.bigInt("99999999999999999999"), .number), (.string(""), .emptyText), (.string("a"), .text),
            (.string("é"), .wideText), (.list([]), .array), (Self.map([]), .object),
        ]
        for row in rows {
            let samples = EventSamples([Self.detection([Self.map([("o", Self.map([("k", row.value)]))])])])
            for valueClass in ValueClass.allCases {
                // One event, and eight that are guessed.
                let expected = valueClass == row.valueClass ? 1000 / 9 : 0
                let found = samples.samples(of: try Self.field("o", "k"), in: "A.Log").permille(valueClass, guess: 0)
                #expect(found == expected, "\(row.value) \(valueClass)")
            }
        }
        let ways: [(event: DataValue, valueClass: ValueClass)] = [
            (Self.map([]), .absentOnTheWay), (Self.map([("o", .null)]), .nullOnTheWay),
            (Self.map([("o", .int(1))]), .obstructed), (Self.map([("o", Self.map([]))]), .absent),
        ]
        for row in ways {
            let samples = EventSamples([Self.detection([row.event])])
            #expect(
                samples.samples(of: try Self.field("o", "k"), in: "A.Log").permille(row.valueClass, guess: 0) == 111
            )
        }
    }

    @Test("texts of tests say how often a text or a part of it is there") func texts() throws {
        let events = ["Stop", "Stop", "Start", "é", "AB"].map { Self.map([("k", .string($0))]) } + [Self.map([])]
        let samples = EventSamples([Self.detection(events)])
        let field = try Self.field("k")
        func trigger(_ texts: [String], folded: [String] = []) -> RoutingClause.Trigger {
            var trigger = RoutingClause.Trigger()
            trigger.texts = Set(texts.map { Array($0.utf8) })
            trigger.foldedTexts = Set(folded.map { Array($0.utf8) })
            return trigger
        }
        let rows: [(trigger: RoutingClause.Trigger, count: Int)] = [
            (trigger(["Stop"]), 2), (trigger(["stop"]), 0), (trigger([], folded: ["stop"]), 2),
            (trigger(["Stop", "Start"]), 3), (trigger(["é", "AB", "none"]), 2), (trigger([], folded: ["ab"]), 1),
        ]
        for row in rows {
            let found = samples.samples(of: field, in: "A.Log").permillion(textsOf: row.trigger, guess: 0)
            #expect(found == 1_000_000 * row.count / (events.count + 8), "\(row.count)")
        }
        let parts: [(text: String, position: TextPart.Position, ignoresCase: Bool, count: Int)] = [
            ("St", .start, false, 3), ("op", .start, false, 0), ("op", .end, false, 2), ("t", .anywhere, false, 3),
            ("st", .start, true, 3), ("b", .end, true, 1), ("toolong", .end, false, 0),
            ("toolong", .anywhere, false, 0),
        ]
        for row in parts {
            let part = TextPart(bytes: Array(row.text.utf8), position: row.position, ignoresCase: row.ignoresCase)
            for _ in 0..<2 {
                let found = samples.samples(of: field, in: "A.Log").permillion(part, guess: 0)
                #expect(found == 1_000_000 * row.count / (events.count + 8), "\(row)")
            }
        }
        #expect(samples.samples(of: field, in: "B.Log").permillion(textsOf: trigger(["Stop"]), guess: 5) == 5)
    }

    @Test("of two parts the longer is thought to be rarer, until tests say otherwise") func lengths() {
        let condition = Condition.all([
            .leaf(Leaf(.each("a"), .contains, [":/"])), .leaf(Leaf(.each("b"), .contains, ["a long part"])),
        ])
        var guessing = RoutingAnalysis([condition])
        #expect(
            guessing.clause(of: condition, logType: "A.Log")?.triggers.keys.map(\.steps.first?.key) == [Array("b".utf8)]
        )
        let events = (0..<20).map { _ in Self.map([("a", .string("x")), ("b", .string("a long part"))]) }
        var knowing = RoutingAnalysis([condition], samples: EventSamples([Self.detection(events)]))
        #expect(
            knowing.clause(of: condition, logType: "A.Log")?.triggers.keys.map(\.steps.first?.key) == [Array("a".utf8)]
        )
    }

    @Test("without tests of the log the guess stands") func guesses() throws {
        let samples = EventSamples([Self.detection([Self.map([])])])
        let field = try Self.field("k")
        #expect(samples.samples(of: field, in: "B.Log").permille(.absent, guess: 70) == 70)
        #expect(samples.samples(of: field, in: nil).permille(.absent, guess: 70) == 70)
        #expect(EventSamples().samples(of: field, in: "A.Log").permille(.absent, guess: 70) == 70)
    }

    @Test("so many events of a log are looked at, one of each rule first") func limit() throws {
        let field = try Self.field("k")
        let with = Self.map([("k", .string("a"))])
        for (count, found) in [
            (EventSamples.countMax - 1, 63), (EventSamples.countMax, 64), (EventSamples.countMax + 1, 64),
        ] {
            let samples = EventSamples([Self.detection(Array(repeating: with, count: count))])
            #expect(samples.samples(of: field, in: "A.Log").permille(.text, guess: 0) == 1000 * found / (found + 8))
        }
        let many = Self.detection(Array(repeating: with, count: EventSamples.countMax))
        let other = Self.detection([Self.map([])])
        let both = EventSamples([many, other])
        #expect(both.samples(of: field, in: "A.Log").permille(.absent, guess: 0) == 1000 / 72)
    }

    @Test("a rule is posted under what is rare in its tests") func choice() {
        // Either part alone would do; nothing but the tests says which is rarer.
        let condition = Condition.all([.leaf(Leaf(.get("a"), .isEmpty)), .leaf(Leaf(.get("b"), .isEmpty))])
        for (present, expected) in [("a", "a"), ("b", "b")] {
            let event = Self.map([(present, .string("x"))])
            let samples = EventSamples([Self.detection([event, event, event])])
            var analysis = RoutingAnalysis([condition], samples: samples)
            let clause = analysis.clause(of: condition, logType: "A.Log")
            #expect(clause?.triggers.keys.map(\.steps.first?.key) == [Array(expected.utf8)])
        }
    }
}
