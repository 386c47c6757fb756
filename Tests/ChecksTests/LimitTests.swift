import Testing

@testable import Checks

/// The limits of checks, at each and one past it.
@Suite struct LimitTests {
    /// Examples nested to `depth`, and a rule that reads a name nobody has seen at that depth.
    private func nested(_ depth: Int) -> [String: String] {
        let log = String(repeating: "{a: ", count: depth - 1) + "{b: 1}" + String(repeating: "}", count: depth - 1)
        let test = "{Name: t, ExpectedResult: true, Log: \(log)}"
        let tests = Array(repeating: test, count: 20) + ["{Name: n, ExpectedResult: false, Log: {}}"]
        let keys = Array(repeating: "'a'", count: depth - 1) + ["'zz'"]
        return [
            "rules/a.yml": ChecksTests.yaml(tests: "Tests: [\(tests.joined(separator: ", "))]"),
            "rules/a.py": "def rule(event):\n    return event.deep_get(\(keys.joined(separator: ", "))) == 1\n",
        ]
    }

    @Test(
        "fields are learnt down to a depth",
        arguments: [(depth: FieldTree.depthMax, expected: ["MG0707:2"]), (depth: FieldTree.depthMax + 1, expected: [])]
    )
    func depth(_ row: (depth: Int, expected: [String])) {
        #expect(ChecksTests.check(nested(row.depth)) == row.expected)
    }

    @Test(
        "imports are followed from helper to helper",
        arguments: [
            (links: ModuleTable.importChainMax, expected: ["MG0704:3"]),
            (links: ModuleTable.importChainMax + 1, expected: []),
        ]
    )
    func chain(_ row: (links: Int, expected: [String])) {
        var files = [
            "rules/a.yml": ChecksTests.yaml(),
            "rules/a.py": "from h1 import f\ndef rule(event):\n    return f()\n",
        ]
        for link in 1...row.links {
            let isLast = link == row.links
            files["global_helpers/h\(link).yml"] = "AnalysisType: global\nGlobalID: h\(link)\nFilename: h\(link).py\n"
            files["global_helpers/h\(link).py"] =
                isLast ? "def f(a):\n    return a\n" : "from h\(link + 1) import f\n"
        }
        #expect(ChecksTests.check(files) == row.expected)
    }
}
