import Conditions
import Documents
import Events
import Testing

@testable import Engine

/// Which rules are candidates of which events, row by row.
@Suite struct RouterChoiceTests {
    @Test("rules are posted under the texts that tell them apart") func choice() throws {
        let source = Leaf(.get("eventSource"), .equals, ["s3.amazonaws.com"])
        func condition(_ name: String) -> Condition {
            .all([
                .leaf(Leaf(.get("errorCode"), .isEmpty)), .leaf(source),
                .leaf(Leaf(.get("eventName"), .isIn, [.string(name), "Both"])),
            ])
        }
        let conditions = [
            condition("One"), condition("Two"), .leaf(source), .opaque(Opaque(.unsupported)), .constant(false),
            .leaf(Leaf(.get("eventName"), .isIn, RouterTests.names("Name", 5))),
        ]
        var keys = KeyTable()
        let router = RouterTests.router(
            Dictionary(uniqueKeysWithValues: conditions.enumerated().map { ($0.offset, $0.element) }),
            [0, 1, 2, 3, 4, 5, 6],
            &keys
        )
        let rows: [(event: String, candidates: [Int])] = [
            (#"{"eventSource":"s3.amazonaws.com","eventName":"One"}"#, [0, 2, 3, 6]),
            (#"{"eventSource":"s3.amazonaws.com","eventName":"Both"}"#, [0, 1, 2, 3, 6]),
            (#"{"eventSource":"s3.amazonaws.com","eventName":"Other"}"#, [2, 3, 6]),
            (#"{"eventSource":"ec2.amazonaws.com","eventName":"Other"}"#, [3, 6]),
            // Neither is there: null equals no text.
            (#"{}"#, [3, 6]),
            // A list equals no text, nor does a number; an escape is the letter that it stands for.
            (#"{"eventSource":"ec2.amazonaws.com","eventName":["One"]}"#, [3, 6]),
            (#"{"eventSource":1,"eventName":"Other"}"#, [3, 6]),
            (#"{"eventSource":"ec2.amazonaws.com","eventName":"\u004fne"}"#, [0, 3, 6]),
            (#"{"eventSource":"ec2.amazonaws.com","eventname":"One"}"#, [0, 3, 6]),
            // A key that some letters might fold to.
            (#"{"eventSource":"ec2.amazonaws.com","eventNamé":"One"}"#, [0, 1, 2, 3, 4, 5, 6]),
        ]
        for row in rows {
            #expect(try RouterTests.candidates(of: row.event, router, keys) == row.candidates, "\(row.event)")
        }
    }

    @Test("texts are told apart whatever their letters' case where a test takes no notice of it") func letters() throws
    {
        func condition(_ text: String, _ transform: Transform) -> Condition {
            .leaf(Leaf(.get("a"), .equals, [.string(text)], transforms: [transform]))
        }
        let conditions: [Int: Condition] = [
            0: condition("SET", .upper), 1: condition("set", .lower), 2: condition("mass", .casefold),
            // No text in capitals has a small letter, and none in small letters a capital.
            3: condition("Set", .upper), 4: condition("Set", .lower), 5: condition("MASS", .upper),
        ]
        var keys = KeyTable()
        let router = RouterTests.router(conditions, Array(0...5), &keys)
        let rows: [(text: String, candidates: [Int])] = [
            ("set", [0, 1]), ("SET", [0, 1]), ("seT", [0, 1]), ("sets", []), ("Mass", [2, 5]), ("other", []), ("", []),
            // What other letters become is left open: `ſ` and `ß` are texts of ASCII in capitals.
            ("\u{17F}et", [0, 1, 2, 3, 4, 5]), ("ma\u{DF}", [0, 1, 2, 3, 4, 5]),
        ]
        for row in rows {
            #expect(
                try RouterTests.candidates(of: "{\"a\":\"\(row.text)\"}", router, keys) == row.candidates,
                "\(row.text)"
            )
        }
    }

    @Test("what a test decides makes no candidate for those behind it") func guards() throws {
        let absent = Condition.leaf(Leaf(.get("k"), .exists, isNegated: true))
        let present = Condition.leaf(Leaf(.get("k"), .exists))
        let name = Condition.leaf(Leaf(.get("name"), .equals, ["X"]))
        let raising = Condition.leaf(Leaf(.required("k"), .startsWith, ["x"]))
        let conditions: [Int: Condition] = [
            // Where `k` is absent the second test is not made, so that it cannot raise.
            0: .all([.any([absent, raising]), name]), 1: .all([.not(.all([present, raising])), name]),
            // It is made there.
            2: .all([.any([raising, absent]), name]), 3: .all([.any([present, raising]), name]),
            // Where it is absent, nothing behind matters.
            4: .all([present, raising, name]),
            5: .all([.any([.all([present, .opaque(Opaque(.unsupported))]), absent]), name]),
        ]
        var keys = KeyTable()
        let events = EventSamplesTests.map([("name", .string("Y"))])
        let samples = EventSamples([EventSamplesTests.detection([events, events])])
        let router = RouterTests.router(conditions, Array(0...5), &keys, samples: samples)
        let rows: [(event: String, candidates: [Int])] = [
            ("{}", [2, 3]), (#"{"name":"X"}"#, [0, 1, 2, 3, 5]), (#"{"k":"a"}"#, [5]), (#"{"k":1}"#, [0, 1, 2, 4, 5]),
            (#"{"k":"x","name":"X"}"#, [0, 1, 2, 3, 4, 5]),
        ]
        for row in rows {
            #expect(try RouterTests.candidates(of: row.event, router, keys) == row.candidates, "\(row.event)")
        }
    }
}
