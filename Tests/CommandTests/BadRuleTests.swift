import Foundation
import TestSupport
import Testing

/// Rules come from strangers: each mistake is named with its file and line, and every other rule goes on.
@Suite struct BadRuleTests {
    struct Case: CustomTestStringConvertible, Sendable {
        var name: String
        var files: [String: String]
        /// What standard error says.
        var says: [String]
        /// Small limits, where the defaults would take long.
        var limits: [String] = []
        var testDescription: String { name }
    }

    /// Rules that cannot be run at all.
    static let unloadable: [Case] = [
        Case(
            name: "broken YAML",
            files: ["rules/bad.yml": "AnalysisType: rule\nRuleID: [unclosed\nEnabled: true\n"],
            says: ["rules/bad.yml:3:"]
        ),
        Case(
            name: "unknown key",
            files: RuleFiles.rule("bad", "def rule(event):\n    return True\n", extra: "Descripton: text"),
            says: ["Descripton", "rules/bad.yml:7:1", "did you mean `Description`?"]
        ),
        Case(
            name: "missing Python file",
            files: ["rules/bad.yml": RuleFiles.rule("bad", "")["rules/bad.yml"] ?? ""],
            says: ["bad.py", "rules/bad.yml:3:"]
        ),
        Case(
            name: "several syntax errors in one file",
            files: RuleFiles.rule(
                "bad",
                "def rule(event:\n    return True\n\ndef title(event):\n    return event.get('a'\n\nx = = 1\n"
            ),
            says: ["rules/bad.py:1:", "rules/bad.py:7:"]
        ),
        Case(
            name: "no rule()",
            files: RuleFiles.rule("bad", "def rul(event):\n    return True\n"),
            says: ["Test.bad is not run", "detection needs to have a method named 'rule'", "rules/bad.py"]
        ),
        Case(
            name: "undefined name at the top",
            files: RuleFiles.rule("bad", "x = undefined\ndef rule(event): return x\n"),
            says: ["Test.bad is not run", "NameError: name 'undefined' is not defined", "rules/bad.py:1"]
        ),
        Case(
            name: "unknown module",
            files: RuleFiles.rule("bad", "import nowhere\ndef rule(event): return True\n"),
            says: ["Test.bad is not run", "ModuleNotFoundError: No module named 'nowhere'", "rules/bad.py:1"]
        ),
        Case(
            name: "a module that never ends",
            files: RuleFiles.rule("bad", "while True:\n    pass\n"),
            says: ["Test.bad is not run", "BudgetExceeded", "rules/bad.py:"],
            limits: ["--steps-max", "10000"]
        ),
        Case(
            name: "filters that are not known",
            files: RuleFiles.rule(
                "bad",
                "def rule(event): return True\n",
                extra: "InlineFilters: [{KeyPath: a, Condition: Resembles, Value: b}]"
            ),
            says: ["Test.bad is not run", "unknown condition `Resembles`", "rules/bad.yml"]
        ),
    ]

    @Test("a rule that cannot be run is named, and the others run", arguments: unloadable)
    func unloadableRule(_ test: Case) throws {
        let folder = try Sandbox(
            RuleFiles.joined(RuleFiles.always, test.files, ["events.ndjson": "{\"n\":1}\n{\"n\":2}\n"])
        )
        let arguments = ["scan", "--rules", "rules", "--emit", "matches", "events.ndjson"] + test.limits
        let result = try MargayCommand.run(arguments, in: folder)
        #expect(result.status == 1, "\(result.error)")
        for text in test.says { #expect(result.error.contains(text), "\(text) in\n\(result.error)") }
        let matches = try result.objects()
        #expect(matches.map { $0["record"] as? Int } == [0, 1], "\(result.output)")
        #expect(matches.allSatisfy { $0["detection"] as? String == "Test.always" })
    }

    /// Rules that fail on an event: type and beginning of the message, and the line.
    static let failing: [Case] = [
        Case(
            name: "undefined name",
            files: RuleFiles.rule("bad", "def rule(event):\n    return undefined\n"),
            says: ["NameError", "name 'undefined' is not defined", "2"]
        ),
        Case(
            name: "no bool",
            files: RuleFiles.rule("bad", "def rule(event):\n    return 'yes'\n"),
            says: [
                "FunctionReturnTypeError", "detection [Test.bad] function [rule] returned [str], expected [bool]", "",
            ]
        ),
        Case(
            name: "loops for ever",
            files: RuleFiles.rule("bad", "def rule(event):\n    while True:\n        pass\n"),
            says: ["BudgetExceeded", "the rule used more than 20000 steps", ""],
            limits: ["--steps-max", "20000"]
        ),
        Case(
            name: "catches everything in a loop",
            files: RuleFiles.rule(
                "bad",
                "def rule(event):\n    while True:\n        try:\n            x = 1 / 0\n        except BaseException:\n            pass\n"
            ),
            says: ["BudgetExceeded", "the rule used more than 20000 steps", ""],
            limits: ["--steps-max", "20000"]
        ),
        Case(
            name: "keys of one hash, at the default budget",
            files: RuleFiles.rule(
                "bad",
                "class A:\n    def __hash__(self): return 1\ndef rule(event):\n    return len({A() for _ in range(20000)}) > 0\n"
            ),
            says: ["BudgetExceeded", "the rule used more than 10000000 steps", ""]
        ),
        Case(
            name: "recurses for ever",
            files: RuleFiles.rule("bad", "def rule(event):\n    return rule(event)\n"),
            says: ["RecursionError", "maximum recursion depth exceeded", "2"]
        ),
        Case(
            name: "builds a gigabyte",
            files: RuleFiles.rule("bad", "def rule(event):\n    return len('x' * (1 << 30)) > 0\n"),
            says: ["BudgetExceeded", "the rule used more than 67108864 ", "2"]
        ),
        Case(
            name: "builds a gigabyte slowly",
            files: RuleFiles.rule(
                "bad",
                "def rule(event):\n    text = 'x'\n    while True:\n        text = text + text\n"
            ),
            says: ["BudgetExceeded", "the rule used more than 1048576 ", "4"],
            limits: ["--arena-bytes-max", "1048576"]
        ),
        Case(
            name: "keeps everything",
            files: RuleFiles.rule(
                "bad",
                "kept = []\ndef rule(event):\n    kept.append('x' * 100000)\n    return False\n"
            ),
            says: ["BudgetExceeded", "bytes kept by its modules", ""],
            limits: ["--heap-bytes-max", "65536"]
        ),
        Case(
            name: "keeps more than its share",
            files: RuleFiles.rule(
                "bad",
                "kept = []\ndef rule(event):\n    kept.append('x' * 100000)\n    return False\n"
            ),
            says: ["BudgetExceeded", "the rule used more than 65536 bytes kept by its modules", ""],
            limits: ["--share-bytes-max", "65536"]
        ),
        Case(
            name: "a huge integer",
            files: RuleFiles.rule("bad", "def rule(event):\n    return 7 ** (10 ** 9) > 0\n"),
            says: ["BudgetExceeded", "1048576", "2"]
        ),
        Case(
            name: "a catastrophic expression",
            files: RuleFiles.rule(
                "bad",
                "import re\ndef rule(event):\n    return bool(re.match(r'(a+)+$', 'a' * 40 + 'b'))\n"
            ),
            says: ["BudgetExceeded", "", "3"],
            limits: ["--pattern-steps-max", "10000"]
        ),
    ]

    @Test("a rule that fails on an event says so, and the others match", arguments: failing)
    func failingRule(_ test: Case) throws {
        let folder = try Sandbox(
            RuleFiles.joined(RuleFiles.always, test.files, ["events.ndjson": "{\"n\":1}\n{\"n\":2}\n"])
        )
        let arguments = ["scan", "--rules", "rules", "--emit", "matches", "events.ndjson"] + test.limits
        let result = try MargayCommand.run(arguments, in: folder)
        #expect(result.status == 0, "\(result.error)")
        let objects = try result.objects()
        #expect(objects.filter { $0["detection"] as? String == "Test.always" }.map { $0["record"] as? Int } == [0, 1])
        let errors = objects.compactMap { $0["error"] as? [String: Any] }
        #expect(!errors.isEmpty)
        for error in errors {
            #expect(error["type"] as? String == test.says[0])
            #expect((error["message"] as? String)?.contains(test.says[1]) == true || test.says[1].isEmpty, "\(error)")
            if !test.says[2].isEmpty {
                #expect((error["file"] as? String)?.hasSuffix("rules/bad.py") == true, "\(error)")
                #expect(error["line"] as? Int == Int(test.says[2]), "\(error)")
            }
        }
    }

    @Test("a title that uses up its budget leaves the other functions theirs")
    func budgetOfEachFunction() throws {
        let body = """
            def rule(event):
                return True

            def title(event):
                while True:
                    pass

            def severity(event):
                return "HIGH"

            def dedup(event):
                return "one " + event.get("n")

            def alert_context(event):
                return {"n": event.get("n"), "sum": sum(range(100))}
            """
        let folder = try Sandbox(RuleFiles.joined(RuleFiles.rule("slow", body), ["events.ndjson": "{\"n\":\"a\"}\n"]))
        let result = try MargayCommand.run(
            ["scan", "--rules", "rules", "--emit", "matches", "--steps-max", "5000", "events.ndjson"],
            in: folder
        )
        let match = try #require(try result.objects().first, "\(result.error)")
        #expect(match["title"] as? String == "Test.slow")
        #expect(match["severity"] as? String == "HIGH")
        #expect(match["dedup"] as? String == "one a")
        #expect((match["alertContext"] as? [String: Any])?["n"] as? String == "a")
        #expect((match["alertContext"] as? [String: Any])?["sum"] as? Int == 4950)
    }
}
