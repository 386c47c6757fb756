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
                let found = samples.permille(valueClass, of: try Self.field("o", "k"), in: "A.Log", guess: 0)
                #expect(found == expected, "\(row.value) \(valueClass)")
            }
        }
        let ways: [(event: DataValue, valueClass: ValueClass)] = [
            (Self.map([]), .absentOnTheWay), (Self.map([("o", .null)]), .nullOnTheWay),
            (Self.map([("o", .int(1))]), .obstructed), (Self.map([("o", Self.map([]))]), .absent),
        ]
        for row in ways {
            let samples = EventSamples([Self.detection([row.event])])
            #expect(samples.permille(row.valueClass, of: try Self.field("o", "k"), in: "A.Log", guess: 0) == 111)
        }
    }

    @Test("without tests of the log the guess stands") func guesses() throws {
        let samples = EventSamples([Self.detection([Self.map([])])])
        let field = try Self.field("k")
        #expect(samples.permille(.absent, of: field, in: "B.Log", guess: 70) == 70)
        #expect(samples.permille(.absent, of: field, in: nil, guess: 70) == 70)
        #expect(EventSamples().permille(.absent, of: field, in: "A.Log", guess: 70) == 70)
    }

    @Test("so many events of a log are looked at, one of each rule first") func limit() throws {
        let field = try Self.field("k")
        let with = Self.map([("k", .string("a"))])
        for (count, found) in [
            (EventSamples.countMax - 1, 63), (EventSamples.countMax, 64), (EventSamples.countMax + 1, 64),
        ] {
            let samples = EventSamples([Self.detection(Array(repeating: with, count: count))])
            #expect(samples.permille(.text, of: field, in: "A.Log", guess: 0) == 1000 * found / (found + 8))
        }
        let many = Self.detection(Array(repeating: with, count: EventSamples.countMax))
        let other = Self.detection([Self.map([])])
        let both = EventSamples([many, other])
        #expect(both.permille(.absent, of: field, in: "A.Log", guess: 0) == 1000 / 72)
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
