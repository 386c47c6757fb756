import Conditions
import Detections
import Diagnostics
import Documents
import SigmaFormat
import Testing

/// Searches and conditions on events.
@Suite("Sigma detections") struct DetectionTests {
    struct Row: CustomTestStringConvertible, Sendable {
        var detection: String
        var yes: [String]
        var no: [String]
        var testDescription: String { detection }
    }

    static let rows: [Row] = [
        // All items of a map, one of a list.
        Row(detection: "s: {a: 1, b: 2}\ncondition: s", yes: [#"{"a":1,"b":2}"#], no: [#"{"a":1}"#]),
        Row(detection: "s: [{a: 1}, {b: 2}]\ncondition: s", yes: [#"{"a":1}"#, #"{"b":2}"#], no: ["{}"]),
        Row(detection: "s: [{a: 1, c: 3}, {b: 2}]\ncondition: s", yes: [#"{"b":2}"#], no: [#"{"a":1}"#]),
        // Keywords stand anywhere in the event.
        Row(
            detection: "k: [Evil, bad]\ncondition: k",
            yes: [#"{"x":{"y":["so evil"]}}"#, #"{"z":"BAD"}"#],
            no: [#"{"evil":1}"#]
        ),
        Row(detection: "k: evil\ncondition: k", yes: [#"{"x":"devil"}"#], no: ["{}"]),
        Row(detection: "k: {'|all': [a, b]}\ncondition: k", yes: [#"{"x":"a","y":"b"}"#], no: [#"{"x":"a"}"#]),
        Row(detection: "k: {'|re': '^x\\d$'}\ncondition: k", yes: [#"{"a":"x1"}"#], no: [#"{"a":"x12"}"#]),
        Row(detection: "k: ['a*c']\ncondition: k", yes: [#"{"x":"1abbc2"}"#], no: [#"{"x":"ab"}"#]),
        Row(detection: "k: [4625, true]\ncondition: k", yes: [#"{"x":4625}"#, #"{"x":true}"#], no: [#"{"x":1}"#]),
        Row(detection: "k: [evil, {a: 1}]\ncondition: k", yes: [#"{"a":1}"#, #"{"x":"evil"}"#], no: ["{}"]),
        // Conditions.
        Row(
            detection: "a: {f: 1}\nb: {g: 1}\ncondition: a and not b",
            yes: [#"{"f":1}"#],
            no: [#"{"f":1,"g":1}"#, "{}"]
        ),
        Row(detection: "a: {f: 1}\nb: {g: 1}\ncondition: a or b", yes: [#"{"g":1}"#], no: ["{}"]),
        Row(detection: "s_1: {f: 1}\ns_2: {g: 1}\ncondition: 1 of s_*", yes: [#"{"g":1}"#], no: ["{}"]),
        Row(detection: "s_1: {f: 1}\ns_2: {g: 1}\ncondition: all of s_*", yes: [#"{"f":1,"g":1}"#], no: [#"{"g":1}"#]),
        Row(detection: "s: {f: 1}\n_t: {g: 1}\ncondition: all of them", yes: [#"{"f":1}"#], no: [#"{"g":1}"#]),
        Row(
            detection: "s: {f: 1}\nt: {g: 1}\ncondition: s and not 1 of filter_*",
            yes: [#"{"f":1}"#],
            no: [#"{"g":1}"#]
        ),
        // A list of conditions: one of them.
        Row(detection: "a: {f: 1}\nb: {g: 1}\ncondition: [a, b]", yes: [#"{"f":1}"#, #"{"g":1}"#], no: ["{}"]),
        // Fields in fields need no mapping, and lists on the way are gone through.
        Row(
            detection: "s: {a.b.c: x}\ncondition: s",
            yes: [#"{"a":{"b":[{"c":"y"},{"c":"X"}]}}"#],
            no: [#"{"a.b.c":"x"}"#]
        ),
        Row(detection: "s: {a: null, b: 1}\ncondition: s", yes: [#"{"b":1}"#], no: [#"{"a":0,"b":1}"#]),
        // Two fields: each value of the one beside each of the other.
        Row(
            detection: "s: {f|fieldref: g.h}\ncondition: s",
            yes: [#"{"f":1,"g":{"h":"1"}}"#, #"{"f":["a","b"],"g":[{"h":"x"},{"h":["B"]}]}"#],
            no: [#"{"f":"a"}"#, #"{"g":{"h":"a"}}"#, #"{"f":null,"g":{"h":null}}"#]
        ),
        Row(
            detection: "s: {f|fieldref|gt: g}\ncondition: s",
            yes: [#"{"f":2,"g":"1"}"#, #"{"f":"1.5","g":1}"#],
            no: [#"{"f":1,"g":1}"#, #"{"f":"x","g":1}"#, #"{"f":1}"#]
        ),
        Row(detection: "s: {f|fieldref|lte: g}\ncondition: s", yes: [#"{"f":1,"g":1}"#], no: [#"{"f":2,"g":1}"#]),
    ]

    @Test("on events", arguments: rows)
    func events(_ row: Row) throws {
        let logic = try #require(SigmaSample.logic(row.detection).logic)
        #expect(logic.obstacle == nil)
        for event in row.yes { #expect(try SigmaSample.truth(of: logic.condition, at: event) == .true, "\(event)") }
        for event in row.no { #expect(try SigmaSample.truth(of: logic.condition, at: event) == .false, "\(event)") }
    }

    @Test(
        "what is printed is read as the same",
        arguments: rows.map(\.detection) + ["s: {f|contains|all: ['a\\*', '*b'], g|re: '\\d'}\ncondition: s"]
    )
    func roundTrip(_ text: String) throws {
        let first = try SigmaSample.detection(text)
        let printed = String(decoding: try first.node.json(), as: UTF8.self)
        #expect(try SigmaSample.detection(yaml: "detection: " + printed) == first)
    }

    /// A detection, and what is told of it.
    static let diagnostics: [(String, [String])] = [
        ("s: {f: 1}\ncondition: t", ["there is no search identifier `t`", "no condition names `s`"]),
        ("s: {f: 1}\ncondition: s and 1 of x*", ["no search identifier matches `x*`"]),
        ("s: {f: 1}\nt: {g: 1}\ncondition: s", ["no condition names `t`"]),
        ("s: {f: 1}\n_t: {g: 1}\ncondition: s", []),
        ("s: {f: 1}\ncondition: s or", ["expected a search identifier, found the end"]),
        ("s: {f: 1}\ncondition: s | count() > 5", ["`| count() > 5` is no part of conditions any more"]),
        ("s: {f: [1, null]}\ncondition: s", ["null stands beside other values of `f`"]),
        ("s: {f|all: 1}\ncondition: s", ["`all` stands before one value"]),
        ("s: {f: []}\ncondition: s", ["the search is empty"]),
        ("s: {f|expand: '%x%'}\ncondition: s", ["`%x%` has no values"]),
        ("s: {f: {g: 1}}\ncondition: s", ["a value of `f` must be a text, a number, `true`, `false` or null"]),
        ("s: {f: 1}", ["`detection` lacks `condition`"]), ("condition: s", ["`detection` lacks `search identifiers`"]),
    ]

    @Test("what is wrong is told", arguments: diagnostics)
    func told(_ row: (String, [String])) {
        #expect(SigmaSample.logic(row.0).diagnostics.map(\.message) == row.1)
    }

    /// Detections of which a part could not be read: without it they would match more, so that they are only shown.
    static let incomplete = [
        "s: {f: 1}\ncondition: s not t", "s: {f: 1}\ncondition: (s", "s: {f: 1}\ncondition: [s, s and]",
        "s: {f: {g: 1}}\ncondition: s", "s: {f: [1, [2]]}\ncondition: s", "s: {f: 1, g|nope: 1}\ncondition: s",
        "s: {f: 1}\nfilter_a: {f: {g: 1}}\ncondition: s and not 1 of filter_*",
        "s: {f: 1, null: 2}\ncondition: s", "s: [{f: 1}, [[{null: 2}]]]\ncondition: not s",
    ]

    @Test("what lacks a part is not run", arguments: incomplete)
    func lacksPart(_ detection: String) throws {
        let (logic, diagnostics) = SigmaSample.logic(detection)
        #expect(diagnostics.contains { $0.severity == .error })
        #expect(try #require(logic).obstacle != nil)
    }

    @Test("a count in a condition is shown, not run") func aggregation() throws {
        let logic = try #require(
            SigmaSample.logic("s: {f: 1}\ntimeframe: 5m\ncondition: s | count(u) by h > 3").logic
        )
        #expect(logic.obstacle != nil)
        guard case .aggregate(let aggregate) = logic.condition else {
            Issue.record("no aggregate: \(logic.condition)")
            return
        }
        #expect(aggregate.heading == "distinct(u) > 3 by h within 5 min")
    }
}
