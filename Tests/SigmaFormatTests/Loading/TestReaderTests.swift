import Detections
import Diagnostics
import Documents
import SigmaFormat
import Testing

/// The events that a rule's tests are made of.
@Suite("Sigma tests") struct TestReaderTests {
    struct Row: CustomTestStringConvertible, Sendable {
        var name: String
        /// The file of events.
        var data: String
        var matches = "1"
        /// Of each test: its name, what is expected, and its event.
        var tests: [String] = []
        var told: [String] = []
        var testDescription: String { name }
    }

    static let windows =
        ##"{"Event":{"System":{"Provider":{"#attributes":{"Name":"P"}},"EventID":1119},"##
        + #""EventData":{"Threat Name":"EICAR","Path":"x"}}}"#

    static let rows: [Row] = [
        Row(name: "an event", data: #"{"f": 1}"#, tests: [#"Test true {"f":1}"#]),
        Row(name: "an event that does not match", data: #"{"f": 1}"#, matches: "0", tests: [#"Test false {"f":1}"#]),
        Row(
            name: "one after the other",
            data: "{\n  \"f\": 1\n}\n{\n  \"f\": 2\n}\n",
            matches: "2",
            tests: [#"Test 1 true {"f":1}"#, #"Test 2 true {"f":2}"#]
        ),
        Row(
            name: "a line each",
            data: "{\"f\": 1}\n{\"f\": 2}\n",
            matches: "0",
            tests: [#"Test 1 false {"f":1}"#, #"Test 2 false {"f":2}"#]
        ),
        Row(
            name: "a list",
            data: #"[{"f": 1}, {"f": 2}]"#,
            matches: "2",
            tests: [#"Test 1 true {"f":1}"#, #"Test 2 true {"f":2}"#]
        ),
        Row(
            name: "some of several",
            data: #"[{"f": 1}, {"f": 2}]"#,
            tests: [#"Test (1 of 2 events) true [{"f":1},{"f":2}]"#]
        ),
        Row(
            name: "more than there are",
            data: #"[{"f": 1}, {"f": 2}]"#,
            matches: "3",
            told: ["`match_count` is not from 0 to 2, the number of events of `tests/data.json`"]
        ),
        Row(
            name: "fewer than none",
            data: #"{"f": 1}"#,
            matches: "-1",
            told: ["`match_count` is not from 0 to 1, the number of events of `tests/data.json`"]
        ),
        Row(name: "no JSON", data: #"{"f": ]}"#, told: ["an event is no JSON: did not find expected node content"]),
        Row(name: "cut off", data: #"{"f": 1"#, told: ["an event is no JSON: did not find expected ',' or '}'"]),
        Row(name: "no event", data: " "),
        // Fields of rules have no blanks.
        Row(
            name: "Windows' own form",
            data: windows,
            tests: [
                #"Test true {"Threat Name":"EICAR","ThreatName":"EICAR","Path":"x","Provider_Name":"P","EventID":1119}"#
            ]
        ),
    ]

    @Test("are read", arguments: rows)
    func read(_ row: Row) throws {
        let pack = SigmaSample.load([
            "rule.yml": SigmaSample.file("s: {f: 1}\ncondition: s", "regression_tests_path: tests/info.yml"),
            "tests/info.yml":
                "regression_tests_info: [{name: Test, path: tests/data.json, match_count: \(row.matches)}]",
            "tests/data.json": row.data,
        ])
        #expect(pack.diagnostics.map(\.message) == row.told)
        let tests = try #require(pack.detections.first?.tests)
        let read = try tests.map { test in
            "\(test.name) \(test.expectedResult) \(String(decoding: try test.inputNode.json(), as: UTF8.self))"
        }
        #expect(read == row.tests)
    }
}
