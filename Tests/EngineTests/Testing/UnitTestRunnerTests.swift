import Detections
import Diagnostics
import Documents
import Engine
import Testing

/// What `pat test` does with mocks, errors and destinations; each row was checked against version 1.11.1.
@Suite struct UnitTestRunnerTests {
    static let body = """
        from collections import Counter
        CONST = 5
        def helper():
            return "real"
        def rule(event):
            if event.get("boom"):
                raise ValueError("kaboom")
            if event.get("yes"):
                return "yes"
            if event.get("mocked"):
                return helper() == "fake" and str(4) != "z"
            if event.get("const"):
                return CONST() == "c"
            return event.get("ok") is True
        def title(event):
            return event["t"]
        def destinations(event):
            return event.get("d") and list(event.get("d"))
        def unique(event):
            return event.get("u", "u")
        """

    struct Case: CustomTestStringConvertible, Sendable {
        var testDescription: String
        var log: [(String, DataValue)]
        var expects = true
        var destinations: [String]?
        var mocks: [(String, DataValue)] = []
        var available: [String]?
        var passed: Bool
        /// The lines shown: a mark, the function, what it gave.
        var shows: [String] = []
        var harness: String?
    }

    static let title = "+title t"
    static let dedup = "+dedup t"
    static let ok: [(String, DataValue)] = [("ok", .bool(true)), ("t", .string("t"))]

    static func to(_ names: String...) -> (String, DataValue) { to(names) }

    static func to(_ names: [String]) -> (String, DataValue) {
        ("d", .list(names.map { DataNode(.string($0)) }))
    }

    /// As many destinations as an alert may have, and so many more.
    static func destinations(past: Int) -> [String] { (0..<(DetectionLimits.destinationsMax + past)).map { "d\($0)" } }

    static let mostShown = "+destinations [" + destinations(past: 0).map { "\"\($0)\"" }.joined(separator: ", ") + "]"

    static let cases: [Case] = [
        Case(testDescription: "a match", log: ok, passed: true, shows: ["+rule true", title, dedup]),
        Case(testDescription: "no match, as expected", log: [], expects: false, passed: true, shows: ["+rule false"]),
        Case(
            testDescription: "the matcher raises",
            log: [("boom", .bool(true)), ("t", .string("t"))],
            passed: false,
            shows: ["-rule ValueError: kaboom", title, dedup]
        ),
        Case(
            testDescription: "the matcher raises where no match is expected",
            log: [("boom", .bool(true))],
            expects: false,
            passed: false,
            shows: ["-rule ValueError: kaboom"]
        ),
        Case(
            testDescription: "the matcher returns no bool",
            log: [("yes", .bool(true))],
            expects: false,
            passed: false,
            shows: [
                "-rule FunctionReturnTypeError: detection [Test.Rule] function [rule] returned [str], expected [bool]"
            ]
        ),
        Case(
            testDescription: "the title raises",
            log: [("ok", .bool(true))],
            passed: false,
            shows: ["+rule true", "-title KeyError: 't'", "+dedup defaultDedupString:Test.Rule"]
        ),
        Case(
            testDescription: "unique() returns no text: failed, and no line says why",
            log: ok + [("u", .int(5))],
            passed: false,
            shows: ["+rule true", title, dedup]
        ),
        Case(
            testDescription: "destinations of any name pass",
            log: ok + [to("x")],
            passed: true,
            shows: ["+rule true", title, dedup]
        ),
        Case(
            testDescription: "expected destinations, in any order",
            log: ok + [to("b", "a")],
            destinations: ["a", "b"],
            passed: true,
            shows: ["+rule true", title, dedup, "+destinations [\"b\", \"a\"]"]
        ),
        Case(
            testDescription: "one destination too few",
            log: ok + [to("a")],
            destinations: ["a", "b"],
            passed: false,
            shows: ["+rule true", title, dedup, "-destinations [\"a\"]"]
        ),
        Case(
            testDescription: "as many destinations as there may be",
            log: ok + [to(destinations(past: 0))],
            destinations: destinations(past: 0),
            passed: true,
            shows: ["+rule true", title, dedup, mostShown]
        ),
        Case(
            testDescription: "one destination more is dropped",
            log: ok + [to(destinations(past: 1))],
            destinations: destinations(past: 0),
            available: destinations(past: 1),
            passed: true,
            shows: ["+rule true", title, dedup, mostShown]
        ),
        Case(
            testDescription: "no destination chosen",
            log: ok,
            destinations: ["a"],
            passed: false,
            shows: ["+rule true", title, dedup, "-destinations null"]
        ),
        Case(
            testDescription: "a destination that is not available",
            log: ok + [to("x")],
            available: ["a"],
            passed: false,
            shows: ["+rule true", title, dedup, "-destinations UnknownDestinationError: Invalid Destinations: ['x']"]
        ),
        Case(
            testDescription: "a mock",
            log: [("mocked", .bool(true)), ("t", .string("t"))],
            mocks: [("helper", .string("fake"))],
            passed: true,
            shows: ["+rule true", title, dedup]
        ),
        Case(
            testDescription: "of two mocks of a name the last one counts",
            log: [("mocked", .bool(true)), ("t", .string("t"))],
            mocks: [("helper", .string("no")), ("helper", .string("fake"))],
            passed: true,
            shows: ["+rule true", title, dedup]
        ),
        Case(
            testDescription: "a mock of a constant",
            log: [("const", .bool(true)), ("t", .string("t"))],
            mocks: [("CONST", .string("c"))],
            passed: true,
            shows: ["+rule true", title, dedup]
        ),
        Case(
            testDescription: "a mock of a builtin",
            log: [("mocked", .bool(true))],
            expects: false,
            mocks: [("helper", .string("fake")), ("str", .string("z"))],
            passed: true,
            shows: ["+rule false"]
        ),
        Case(
            testDescription: "mocks are gone after their test",
            log: [("const", .bool(true)), ("t", .string("t"))],
            passed: false,
            shows: ["-rule TypeError: 'int' object is not callable", title, dedup]
        ),
        Case(
            testDescription: "a mock of a name that is not there",
            log: ok,
            mocks: [("nope", .bool(true))],
            passed: false,
            harness: "<module 'Test.Rule' from 'rule.py'> does not have the attribute 'nope'"
        ),
        Case(
            testDescription: "a mock of a dotted name",
            log: ok,
            mocks: [("Counter.update", .bool(true))],
            passed: false,
            harness: "<module 'Test.Rule' from 'rule.py'> does not have the attribute 'Counter.update'"
        ),
        Case(
            testDescription: "a log type that cannot be a key",
            log: ok + [("p_log_type", .list([DataNode(.string("X.Y"))]))],
            passed: false,
            harness: "unhashable type: 'list'"
        ),
        Case(
            testDescription: "another log type that cannot be a key",
            log: [("p_log_type", .map(DataMap([.init(key: DataNode(.string("a")), value: DataNode(.null))])))],
            expects: false,
            passed: false,
            harness: "unhashable type: 'dict'"
        ),
        Case(
            testDescription: "an empty log type is none",
            log: ok + [("p_log_type", .list([]))],
            passed: true,
            shows: ["+rule true", title, dedup]
        ),
    ]

    @Test("tests pass, fail and show what the reference shows", arguments: cases)
    func outcome(_ test: Case) throws {
        let map = DataMap(test.log.map { .init(key: DataNode(.string($0.0)), value: DataNode($0.1)) })
        let unitTest = UnitTest(
            name: "t",
            expectedResult: test.expects,
            input: .event(DataNode(.map(map))),
            expectedDestinations: test.destinations,
            mocks: test.mocks.map { Mock(name: $0.0, returnValue: $0.1) },
            span: Span(0, 0)
        )
        var options = TestOptions()
        options.availableDestinations = test.available
        let outcome = try #require(OneRule(Self.body).test([unitTest], options: options).first)
        #expect(outcome.passed == test.passed)
        let lines = outcome.functions.map {
            "\($0.passed ? "+" : "-")\($0.function.resultName) \($0.outcome.displayText)"
        }
        #expect(lines == test.shows)
        #expect(outcome.harnessError?.message == test.harness)
    }

    @Test("a module's state lasts from one test to the next")
    func state() {
        let rule = OneRule("seen = []\ndef rule(event):\n    seen.append(1)\n    return len(seen) == 2\n")
        let tests = [false, true, false].map { expected in
            UnitTest(name: "t", expectedResult: expected, input: .event(DataNode(.map(DataMap()))), span: Span(0, 0))
        }
        #expect(rule.test(tests).map(\.passed) == [true, true, true])
    }

    @Test("what is kept by key is gone in the next test")
    func keptByKey() {
        let rule = OneRule(
            """
            from panther_detection_helpers.caching import increment_counter
            def rule(event):
                return increment_counter("k") == 1 and increment_counter("k") == 2
            """
        )
        let tests = (0..<3).map { _ in
            UnitTest(name: "t", expectedResult: true, input: .event(DataNode(.map(DataMap()))), span: Span(0, 0))
        }
        #expect(rule.test(tests).map(\.passed) == [true, true, true])
    }

    @Test("what a rule prints belongs to the test in which it printed")
    func printed() {
        let rule = OneRule("def rule(event):\n    print('saw', event.get('n'))\n    return True\n")
        let tests = (0..<Int64(2)).map { number in
            let log = DataMap([.init(key: DataNode(.string("n")), value: DataNode(.int(number)))])
            return UnitTest(name: "t", expectedResult: true, input: .event(DataNode(.map(log))), span: Span(0, 0))
        }
        #expect(rule.test(tests).map(\.printed) == ["saw 0\n", "saw 1\n"])
    }
}
