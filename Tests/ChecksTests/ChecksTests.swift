import Detections
import Diagnostics
import PantherFormat
import PythonRuntime
import TestSupport
import Testing

@testable import Checks

/// What `PackCheck` finds, each row a file of a pack and what is said of it.
@Suite struct ChecksTests {
    /// A rule's Python, and the code with its line for each thing that is said of it; none for what is in order.
    struct BodyRow: CustomTestStringConvertible, Sendable {
        var name: String
        var body: String
        var expected: [String] = []
        var testDescription: String { name }
    }

    static let bodies: [BodyRow] = [
        // Names.
        BodyRow(name: "a name that nothing binds", body: "return foo(event)", expected: ["MG0701:3"]),
        BodyRow(name: "a builtin", body: "return bool(len(event))"),
        BodyRow(name: "a parameter, a local, a loop's name", body: "x = [y for y in event]\n    return bool(x)"),
        BodyRow(
            name: "a comprehension's name outside it",
            body: "[y for y in event]\n    return y",
            expected: ["MG0701:4"]
        ),
        BodyRow(name: "bound in one branch only", body: "if event:\n        x = 1\n    return x == 1"),
        BodyRow(name: "bound by :=", body: "if (x := event.get('a')):\n        return True\n    return x"),
        BodyRow(
            name: "bound by except as",
            body: "try:\n        pass\n    except ValueError as e:\n        return str(e)\n    return True"
        ),
        BodyRow(
            name: "a name that NameError is caught for",
            body: "try:\n        return foo\n    except NameError:\n        return False"
        ),
        BodyRow(name: "a global that a function sets", body: "global G\n    G = 1\n    return G == 1"),
        BodyRow(name: "lambda", body: "return (lambda a, b=1: a + b)(1) == c", expected: ["MG0701:3"]),
        // Imports and attributes of modules.
        BodyRow(name: "a module that does not exist", body: "import jsno\n    return True", expected: ["MG0702:3"]),
        BodyRow(
            name: "a module asked for",
            body: "try:\n        import jsno\n    except ImportError:\n        return False\n    return True"
        ),
        BodyRow(
            name: "a name that a module does not have",
            body: "from json import lods\n    return True",
            expected: ["MG0703:3"]
        ),
        BodyRow(name: "a name that a helper has", body: "from tools import known\n    return known(event)"),
        BodyRow(
            name: "a name that a helper lacks",
            body: "from tools import unknown\n    return True",
            expected: ["MG0703:3"]
        ),
        BodyRow(name: "a helper's import passed on", body: "from tools import loads\n    return bool(loads('1'))"),
        BodyRow(name: "attribute of a module", body: "return bool(json.lods('1'))", expected: ["MG0703:3"]),
        BodyRow(name: "attribute of a submodule", body: "return bool(json.decoder.JSONDecodeError)"),
        BodyRow(name: "attribute of an event", body: "return event.gett('a')", expected: ["MG0703:3"]),
        BodyRow(name: "the event under another name", body: "event = {}\n    return event.update({})"),
        // Calls.
        BodyRow(name: "too many arguments", body: "return known(event, 1, 2)", expected: ["MG0704:3"]),
        BodyRow(name: "too few arguments", body: "return known()", expected: ["MG0704:3"]),
        BodyRow(name: "an unknown keyword", body: "return known(event, colour=1)", expected: ["MG0704:3"]),
        BodyRow(name: "two values for one parameter", body: "return known(event, value=1)", expected: ["MG0704:3"]),
        BodyRow(name: "a keyword that fits", body: "return known(event, limit=1)"),
        BodyRow(name: "stars are not counted", body: "return known(*event, **event)"),
        BodyRow(name: "a builtin with too many", body: "return bool(len(event, 1))", expected: ["MG0704:3"]),
        BodyRow(
            name: "a library function without its argument",
            body: "return bool(json.loads())",
            expected: ["MG0704:3"]
        ),
        BodyRow(name: "an event's method without a name", body: "return event.get()", expected: ["MG0704:3"]),
        BodyRow(name: "deep_get with a default", body: "return event.deep_get('a', 'b', default=1) == 1"),
        BodyRow(name: "a refused builtin", body: "return bool(open('x'))", expected: ["MG0715:3"]),
        // Flow.
        BodyRow(name: "after return", body: "return True\n    x = 1", expected: ["MG0705:4"]),
        BodyRow(name: "after raise", body: "raise ValueError()\n    return True", expected: ["MG0705:4"]),
        BodyRow(
            name: "after if and else that return",
            body: "if event:\n        return True\n    else:\n        return False\n    return True",
            expected: ["MG0705:7"]
        ),
        BodyRow(name: "after if without else", body: "if event:\n        return True\n    return False"),
        BodyRow(
            name: "after break",
            body: "for x in event:\n        break\n        x = 1\n    return True",
            expected: ["MG0705:5"]
        ),
        BodyRow(
            name: "after an endless loop",
            body: "while True:\n        pass\n    return True",
            expected: ["MG0705:5"]
        ),
        BodyRow(name: "after a loop with break", body: "while True:\n        break\n    return True"),
        BodyRow(
            name: "after try that returns on all ways",
            body: "try:\n        return True\n    except ValueError:\n        return False\n    return True",
            expected: ["MG0705:7"]
        ),
        BodyRow(
            name: "after try whose handler goes on",
            body: "try:\n        return True\n    except ValueError:\n        pass\n    return True"
        ),
        BodyRow(
            name: "after match with a catch-all",
            body:
                "match event:\n        case 1:\n            return True\n        case _:\n            return False\n    return True",
            expected: ["MG0705:8"]
        ),
        BodyRow(name: "an end that can be reached", body: "if event:\n        return True", expected: ["MG0706:2"]),
        BodyRow(name: "an end after a loop", body: "for x in event:\n        return True", expected: ["MG0706:2"]),
        BodyRow(name: "an end behind with", body: "with event:\n        return True"),
        // Ignoring.
        BodyRow(name: "ignored on its line", body: "return foo(event)  # margay: ignore[MG0701]"),
        BodyRow(name: "ignored on the line before", body: "# margay: ignore[MG0701]\n    return foo(event)"),
        BodyRow(
            name: "another code ignored",
            body: "return foo(event)  # margay: ignore[MG0702]",
            expected: ["MG0701:3", "MG0714:3"]
        ),
        BodyRow(
            name: "two codes, one of use",
            body: "return foo(event)  # margay: ignore[MG0701, MG0702]",
            expected: ["MG0714:3"]
        ),
        BodyRow(name: "nothing to ignore", body: "return True  # margay: ignore[MG0701]", expected: ["MG0714:3"]),
    ]

    @Test("bodies", arguments: bodies)
    func body(_ row: BodyRow) {
        let files = [
            "rules/a.yml": Self.yaml(),
            "rules/a.py": "import json\nfrom tools import known\ndef rule(event):\n    \(row.body)\n"
                .replacing("import json\nfrom tools import known\n", with: "import json; from tools import known\n"),
        ]
        #expect(Self.check(files) == row.expected)
    }

    /// The YAML of a rule with tests of both sides; `extra` lines come first, from line 7 on.
    static func yaml(_ extra: String = "", tests: String? = nil) -> String {
        """
        AnalysisType: rule
        RuleID: A.B
        Filename: a.py
        Enabled: true
        LogTypes: [AWS.CloudTrail]
        Severity: High
        \(extra)
        \(tests ?? "Tests: [{Name: y, ExpectedResult: true, Log: {}}, {Name: n, ExpectedResult: false, Log: {}}]")
        """
    }

    /// What is said of files, as `code:line`, in order.
    static func check(_ files: [String: String]) -> [String] {
        diagnostics(files).map { "\($0.code.identifier):\($0.location?.line ?? 0)" }
    }

    static func diagnostics(
        _ files: [String: String],
        findModule: @escaping ModuleFinder = { (_) throws(ModuleRefusal) in nil }
    ) -> [Diagnostic] {
        var files = files
        files["global_helpers/tools.yml"] = "AnalysisType: global\nGlobalID: tools\nFilename: tools.py\n"
        files["global_helpers/tools.py"] =
            "from json import loads\ndef known(value, limit=3):\n    return value == limit\n"
        let pack = PantherPack.load(roots: ["."], files: MemoryFiles(files))
        return PackCheck.run(pack, known: pack.diagnostics, findModule: findModule)
    }

    /// A rule's YAML beside a body that is in order, and what is said of it.
    struct ItemRow: CustomTestStringConvertible, Sendable {
        var name: String
        var extra = ""
        var tests: String?
        var body = "from tools import known\ndef rule(event):\n    return known(event)\n"
        var expected: [String] = []
        var testDescription: String { name }
    }

    static let items: [ItemRow] = [
        ItemRow(name: "in order"),
        ItemRow(name: "no tests", tests: "", expected: ["MG0709:2"]),
        ItemRow(
            name: "positive tests only",
            tests: "Tests: [{Name: y, ExpectedResult: true, Log: {}}]",
            expected: ["MG0708:2"]
        ),
        ItemRow(
            name: "negative tests only",
            tests: "Tests: [{Name: n, ExpectedResult: false, Log: {}}]",
            expected: ["MG0708:2"]
        ),
        ItemRow(
            name: "a body that is a constant",
            tests: "Tests: [{Name: y, ExpectedResult: true, Log: {}}]",
            body: "def rule(_):\n    return True\n"
        ),
        ItemRow(name: "a mock of an import", tests: Self.mocked("known")),
        ItemRow(name: "a mock of a builtin", tests: Self.mocked("str")),
        ItemRow(name: "a mock of nothing", tests: Self.mocked("knwon"), expected: ["MG0710:8"]),
        ItemRow(name: "ATT&CK in order", extra: Self.attack("TA0002:T1059.001")),
        ItemRow(name: "ATT&CK of no form", extra: Self.attack("T1059 and more"), expected: ["MG0711:7"]),
        ItemRow(name: "no such tactic", extra: Self.attack("TA9999:T1059"), expected: ["MG0711:7"]),
        ItemRow(name: "no such technique", extra: Self.attack("TA0002:T9999"), expected: ["MG0711:7"]),
        ItemRow(name: "a revoked technique", extra: Self.attack("TA0005:T1562.008"), expected: ["MG0712:7"]),
        ItemRow(name: "a deprecated technique", extra: Self.attack("TA0003:T1108"), expected: ["MG0712:7"]),
        ItemRow(name: "another tactic's technique", extra: Self.attack("TA0001:T1059"), expected: ["MG0713:7"]),
        ItemRow(name: "ignored in YAML", extra: Self.attack("TA0001:T1059") + " # margay: ignore[MG0713]"),
        ItemRow(name: "another framework", extra: "Reports: {CIS: [T9999]}"),
    ]

    static func mocked(_ name: String) -> String {
        "Tests: [{Name: y, ExpectedResult: true, Log: {}, Mocks: [{objectName: \(name), returnValue: x}]}, "
            + "{Name: n, ExpectedResult: false, Log: {}}]"
    }

    static func attack(_ item: String) -> String { "Reports: {MITRE ATT&CK: ['\(item)']}" }

    @Test("items", arguments: items)
    func item(_ row: ItemRow) {
        #expect(
            Self.check(["rules/a.yml": Self.yaml(row.extra, tests: row.tests), "rules/a.py": row.body]) == row.expected
        )
    }

    // MARK: Modules from outside

    static let outside: [String: String] = [
        "plain": "import os\ndef known(value, limit=3):\n    return value\n",
        "kit": "from .parts import one\nfrom plain import known\n",
        "kit.parts": "one = 1\ndef __getattr__(name):\n    return name\n",
    ]

    @Sendable static func findModule(_ name: String) throws(ModuleRefusal) -> ModuleCode? {
        if name == "fast" { throw ModuleRefusal(message: "'fast' is machine code, not Python", file: "lib/fast.so") }
        return outside[name].map { text in
            let source = Source(path: "lib/\(name).py", text: text)
            return ModuleCode(name: name, source: source, codes: [], constants: [], globals: [])
        }
    }

    static let imports: [BodyRow] = [
        BodyRow(name: "a module from outside", body: "import plain\n    return plain.known(1)"),
        BodyRow(name: "a name it lacks", body: "from plain import knwon\n    return True", expected: ["MG0703:3"]),
        BodyRow(name: "a call that does not fit", body: "return known(1, 2, 3)", expected: ["MG0704:3"]),
        BodyRow(name: "what a package passes on", body: "from kit import known, one\n    return known(one)"),
        BodyRow(name: "a package's part", body: "from kit import parts\n    return parts.two"),
        BodyRow(name: "a part by its path", body: "import kit.parts\n    return kit.parts.anything"),
        BodyRow(name: "a part that is not there", body: "import kit.partz\n    return True", expected: ["MG0702:3"]),
        BodyRow(name: "what is not there", body: "import plian\n    return True", expected: ["MG0702:3"]),
        BodyRow(name: "machine code", body: "import fast\n    return True", expected: ["MG0716:3"]),
        BodyRow(
            name: "machine code asked for",
            body: "try:\n        import fast\n    except ImportError:\n        fast = None\n    return True"
        ),
        BodyRow(name: "the library comes first", body: "import json\n    return json.loads('1')"),
    ]

    @Test("modules from outside", arguments: imports)
    func importing(_ row: BodyRow) {
        let body = "from plain import known\ndef rule(event):\n    \(row.body)\n"
        let files = ["rules/a.yml": Self.yaml(), "rules/a.py": body]
        let found = Self.diagnostics(files, findModule: Self.findModule)
        #expect(found.map { "\($0.code.identifier):\($0.location?.line ?? 0)" } == row.expected)
    }

    // MARK: Fields

    /// Twenty examples with the fields `user.name` and `items[].id`, and a rule that reads `read`.
    static func fieldFiles(_ read: String, examples: Int) -> [String: String] {
        let test = "{Name: t, ExpectedResult: true, Log: {user: {name: a}, items: [{id: 1}], text: '{}', free: {}}}"
        let no = "{Name: n, ExpectedResult: false, Log: {}}"
        let tests = Array(repeating: test, count: examples) + [no]
        return [
            "rules/a.yml": yaml(tests: "Tests: [\(tests.joined(separator: ", "))]"),
            "rules/a.py": "def rule(event):\n    return \(read) == 1\n",
            "data_models/m.yml":
                "AnalysisType: datamodel\nDataModelID: M\nEnabled: true\nLogTypes: [AWS.CloudTrail]\n"
                + "Mappings: [{Name: actor, Path: $.who.id}]\n",
        ]
    }

    static let reads: [(read: String, isDoubted: Bool)] = [
        ("event.get('user')", false),
        ("event.get('USER')", false),
        ("event.get('usr')", true),
        ("event['usr']", true),
        ("event.get('p_any_usernames')", false),
        ("event.deep_get('user', 'name')", false),
        ("event.deep_get('user', 'nmae')", true),
        ("event.get('user', {}).get('nmae')", true),
        ("event.deep_walk('items', 'id')", false),
        ("event.deep_walk('items', 'idd')", true),
        ("event['items'][0]['idd']", true),
        ("event.deep_get('text', 'any')", false),
        ("event.deep_get('free', 'any')", false),
        ("event.deep_get('who', 'id')", false),
        ("event.get(event)", false),
    ]

    @Test("reads of fields", arguments: reads)
    func read(_ row: (read: String, isDoubted: Bool)) {
        #expect(
            Self.check(Self.fieldFiles(row.read, examples: FieldEvidence.objectsMin))
                == (row.isDoubted ? ["MG0707:2"] : [])
        )
    }

    @Test("too few examples say nothing") func fewExamples() {
        #expect(Self.check(Self.fieldFiles("event.get('usr')", examples: FieldEvidence.objectsMin - 1)) == [])
    }
}
