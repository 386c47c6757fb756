import Detections
import Engine
import PythonRuntime
import Testing

/// What an alert carries when a function is missing, raises or returns what it must not. Source: panther_core 0.16.
@Suite struct ProductionTests {
    struct Case: CustomTestStringConvertible, Sendable {
        var testDescription: String
        var function: String
        var title = "Test.Rule"
        var dedup = "defaultDedupString:Test.Rule"
        var severity = Severity.medium
        var context: String?
        var runbook: String?
        var destinations: [String]?
    }

    static let cases: [Case] = [
        Case(testDescription: "nothing beside the matcher", function: ""),
        Case(testDescription: "title", function: "def title(event): return 't'", title: "t", dedup: "t"),
        Case(testDescription: "empty title", function: "def title(event): return ''"),
        Case(
            testDescription: "title raises",
            function: "def title(event): raise ValueError('x')",
            title: "Test.Rule",
            dedup: "Test.Rule"
        ),
        Case(testDescription: "title is None", function: "def title(event): return None", dedup: "Test.Rule"),
        Case(testDescription: "dedup", function: "def dedup(event): return 'd'", dedup: "d"),
        Case(testDescription: "empty dedup", function: "def dedup(event): return ''"),
        Case(
            testDescription: "empty dedup beside a title",
            function: "def dedup(event): return ''\ndef title(event): return 't'",
            title: "t"
        ),
        Case(testDescription: "dedup raises", function: "def dedup(event): return 1 / 0"),
        Case(
            testDescription: "severity in small letters",
            function: "def severity(event): return 'high'",
            severity: .high
        ),
        Case(testDescription: "severity DEFAULT", function: "def severity(event): return 'default'"),
        Case(testDescription: "no such severity", function: "def severity(event): return 'URGENT'"),
        Case(testDescription: "severity raises", function: "def severity(event): raise KeyError(1)"),
        Case(testDescription: "runbook", function: "def runbook(event): return 'go'", runbook: "go"),
        Case(testDescription: "empty runbook", function: "def runbook(event): return ''", runbook: "static"),
        Case(testDescription: "runbook raises", function: "def runbook(event): raise KeyError(1)", runbook: "static"),
        Case(
            testDescription: "context",
            function: "def alert_context(event): return {'a': [1, 'é', None, 1.0]}",
            context: #"{"a": [1, "\u00e9", null, 1.0]}"#
        ),
        Case(
            testDescription: "context raises",
            function: "def alert_context(event): raise ValueError('x')",
            context: #"{"_error": "ValueError('x')"}"#
        ),
        Case(
            testDescription: "no destination wanted",
            function: "def destinations(event): return []",
            destinations: ["SKIP"]
        ),
        Case(testDescription: "destinations None", function: "def destinations(event): return None"),
        Case(testDescription: "unknown destination", function: "def destinations(event): return ['x']"),
        Case(testDescription: "destinations no list", function: "def destinations(event): return 'x'"),
    ]

    @Test(
        "texts are as long as the limit, or cut and marked",
        arguments: ["title", "dedup", "description", "reference", "runbook"],
        [0, 1]
    )
    func textLength(_ function: String, past: Int) throws {
        let count = DetectionLimits.textMax + past
        let rule = OneRule("def rule(event): return True\ndef \(function)(event): return 'é' * \(count)\n")
        let content = try #require(try rule.content())
        let text: String? =
            switch function {
            case "title": content.title
            case "dedup": content.deduplication
            case "description": content.description
            case "reference": content.reference
            default: content.runbook
            }
        let mark = past == 0 ? "" : DetectionLimits.truncationMark
        #expect(text == String(repeating: "é", count: DetectionLimits.textMax - mark.count) + mark)
    }

    @Test("production falls back where a function gives nothing", arguments: cases)
    func fallback(_ test: Case) throws {
        var rule = OneRule("def rule(event): return True\n\(test.function)\n")
        rule.detection.runbook = "static"
        let content = try #require(try rule.content())
        #expect(content.title == test.title)
        #expect(content.deduplication == test.dedup)
        #expect(content.severity == test.severity)
        #expect(content.contextJSON == test.context)
        #expect(content.runbook == test.runbook ?? "static")
        #expect(content.destinations == test.destinations)
    }

    @Test("the display name stands for a missing title")
    func displayName() throws {
        var rule = OneRule("def rule(event): return True\n")
        rule.detection.displayName = "Shown"
        #expect(try rule.content()?.title == "Shown")
    }

    @Test(
        "a text of 1,000 code points stays, one of 1,001 is cut to 1,000",
        arguments: ["a", "é", "😀"]
    )
    func truncation(_ letter: String) throws {
        let limit = DetectionLimits.textMax
        for count in [limit, limit + 1] {
            let rule = OneRule("def rule(event): return True\ndef title(event): return '\(letter)' * \(count)\n")
            let title = try #require(try rule.content()?.title)
            #expect(title.unicodeScalars.count == limit)
            #expect(title.hasSuffix("... (truncated)") == (count > limit))
        }
    }

    @Test("a context of 204,800 characters stays, a longer one is replaced")
    func contextLimit() throws {
        // {"a": "…"} has 9 characters around the text.
        for (count, isKept) in [(DetectionLimits.contextMax - 9, true), (DetectionLimits.contextMax - 8, false)] {
            let rule = OneRule("def rule(event): return True\ndef alert_context(event): return {'a': 'x' * \(count)}\n")
            let context = try #require(try rule.content()?.contextJSON)
            #expect(context.hasPrefix("{\"a\"") == isKept)
            #expect(context.hasPrefix("{\"_error\": \"alert_context size is [204801] characters") == !isKept)
        }
    }

    @Test(
        "a function that reaches a limit leaves the others a full budget",
        arguments: [
            "while True: pass", "x = 'a' * (1 << 30)", "x = []\n    while True: x.append('y' * 1000)",
        ]
    )
    func budgets(_ body: String) throws {
        var options = ScanOptions()
        options.limits.stepsMax = 100_000
        options.limits.arenaBytesMax = 1 << 20
        let rule = OneRule(
            """
            seen = []
            def rule(event):
                seen.append(event.get("n"))
                return True
            def title(event):
                \(body)
            def dedup(event):
                return "d" + str(event.get("n")) + str(len(seen))
            def severity(event):
                return "HIGH"
            """
        )
        let matches = try rule.scan(#"{"n":1}"#, #"{"n":2}"#, options: options)
        let contents = matches.compactMap { match in
            if case .match(let content) = match.verdict { content } else { nil }
        }
        #expect(contents.map(\.title) == ["Test.Rule", "Test.Rule"])
        #expect(contents.map(\.deduplication) == ["d11", "d22"])
        #expect(contents.map(\.severity) == [.high, .high])
    }
}
