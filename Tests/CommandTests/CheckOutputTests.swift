import Foundation
import TestSupport
import Testing

/// What `margay check` writes, in each of its formats, and what it changes.
@Suite struct CheckOutputTests {
    static let files = RuleFiles.rule(
        "doubtful",
        "def rule(event):\n    return foo(event)\n    x = 1\n",
        tests: "Tests: [{Name: y, ExpectedResult: true, Log: {}}]"
    )

    @Test("text is what a compiler would write") func text() throws {
        let result = try MargayCommand.run(["check", "rules"], in: Sandbox(Self.files))
        #expect(result.status == 1)
        #expect(result.error.contains("error[MG0701]: undefined name `foo`\n --> rules/doubtful.py:2:12\n"))
        #expect(result.error.contains("warning[MG0705]: unreachable code"))
        #expect(result.output.hasPrefix("1 error, 2 warnings in 1 YAML file, 1 detection ("))
    }

    @Test("json has one object for each") func json() throws {
        let result = try MargayCommand.run(["check", "rules", "--format", "json"], in: Sandbox(Self.files))
        let objects = try result.objects()
        #expect(objects.map { $0["code"] as? String } == ["MG0701", "MG0705", "MG0708"])
        #expect(objects[0]["severity"] as? String == "error")
        #expect(objects[0]["file"] as? String == "rules/doubtful.py")
        let place = ["line", "column", "endLine", "endColumn"].map { objects[0][$0] as? Int }
        #expect(place == [2, 12, 2, 15])
        #expect(objects[1]["notes"] != nil)
    }

    @Test("sarif is one document with rules and results") func sarif() throws {
        let result = try MargayCommand.run(["check", "rules", "--format", "sarif"], in: Sandbox(Self.files))
        let document = try #require(result.objects().first)
        #expect(document["version"] as? String == "2.1.0")
        let run = try #require((document["runs"] as? [[String: Any]])?.first)
        let results = try #require(run["results"] as? [[String: Any]])
        #expect(results.map { $0["ruleId"] as? String } == ["MG0701", "MG0705", "MG0708"])
        #expect(results.map { $0["level"] as? String } == ["error", "warning", "warning"])
        let driver = try #require((run["tool"] as? [String: Any])?["driver"] as? [String: Any])
        #expect((driver["rules"] as? [[String: Any]])?.count == 3)
    }

    static let exits: [(arguments: [String], files: [String: String], status: Int32)] = [
        (["check", "rules"], RuleFiles.always, 0),
        (["check", "rules", "--strict"], RuleFiles.always, 0),
        (["check", "rules"], RuleFiles.rule("untested", "def rule(event):\n    return True\n"), 0),
        (["check", "rules", "--strict"], RuleFiles.rule("untested", "def rule(event):\n    return True\n"), 1),
        (["check", "rules"], files, 1),
        (["check", "elsewhere"], files, 3),
        (["check", "--explain", "MG0701"], [:], 0),
        (["check", "--explain", "MG9999"], [:], 2),
        (["check", "--format", "xml"], [:], 2),
    ]

    @Test("exit codes", arguments: exits)
    func exit(_ row: (arguments: [String], files: [String: String], status: Int32)) throws {
        #expect(try MargayCommand.run(row.arguments, in: Sandbox(row.files)).status == row.status)
    }

    @Test("--fix changes the file and then has nothing to say") func fix() throws {
        let files = RuleFiles.rule(
            "old",
            "def rule(event):\n    return True\n",
            extra: "Reports: {MITRE ATT&CK: [TA0005:T1562.008]}",
            tests: "Tests: [{Name: y, ExpectedResult: true, Log: {}}]"
        )
        let sandbox = try Sandbox(files)
        let first = try MargayCommand.run(["check", "rules", "--fix", "--strict"], in: sandbox)
        #expect(first.status == 0)
        #expect(first.output.contains("1 fixed in 1 file"))
        let text = try String(contentsOf: sandbox.root.appending(path: "rules/old.yml"), encoding: .utf8)
        #expect(text == files["rules/old.yml"]?.replacing("TA0005:T1562.008", with: "TA0112:T1685.002"))
        #expect(try MargayCommand.run(["check", "rules", "--strict"], in: sandbox).status == 0)
    }

    @Test("the starter pack is clean") func starterPack() throws {
        let pack = Repository.root.appending(path: "packs/aws").path
        let result = try MargayCommand.run(["check", pack, "--strict"])
        #expect(result.status == 0)
        #expect(result.error.isEmpty)
    }

    @Test("each code has its page, and the page is fresh") func pages() throws {
        let folder = Repository.root.appending(path: "docs/diagnostics")
        let index = try MargayCommand.run(["check", "--explain", "all"]).output
        let codes = index.matches(of: /\[(MG[0-9]{4})\]/).map { String($0.output.1) }
        #expect(codes.count > 60)
        var pages = ["README.md": index]
        for code in codes { pages["\(code).md"] = try MargayCommand.run(["check", "--explain", code]).output }
        if ProcessInfo.processInfo.environment["UPDATE_GOLDEN"] == "1" {
            try? FileManager.default.removeItem(at: folder)
            try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
            for (name, text) in pages { try Data(text.utf8).write(to: folder.appending(path: name)) }
        }
        let names = try FileManager.default.contentsOfDirectory(atPath: folder.path)
        #expect(Set(names) == Set(pages.keys), "docs/diagnostics is stale: make golden")
        for (name, text) in pages {
            let page = try? String(contentsOf: folder.appending(path: name), encoding: .utf8)
            #expect(page == text, "docs/diagnostics/\(name) is stale: make golden")
        }
    }
}
