import Foundation
import TestSupport
import Testing

/// `margay catalog` as a user runs it.
@Suite struct CatalogCommandTests {
    static let files = RuleFiles.joined(
        RuleFiles.rule("send", "def rule(event):\n    return event.get('eventName') == 'SendCommand'\n"),
        RuleFiles.rule("keys", "def rule(event):\n    return event.get('eventName') == 'CreateAccessKey'\n")
    )

    @Test("build, search, show, diff, coverage, export: one after the other")
    func walk() throws {
        let folder = try Sandbox(Self.files)
        func run(_ arguments: String...) throws -> CommandResult {
            try MargayCommand.run(["catalog"] + arguments, in: folder)
        }
        let built = try run("build", "mine=rules")
        #expect(built.output == "mine: 2 rules, 2 read\n2 rules\n")
        #expect(built.error == "")
        #expect(built.status == 0)
        #expect(try run("build", "mine=rules").output == "mine: 2 rules, unchanged\n2 rules\n")
        let json = try run("build", "mine=rules", "--format", "json").objects()
        #expect(json.first?["unchanged"] as? Bool == true)

        let found = try run("search", "SendCommand")
        #expect(found.output.contains("Test.send"))
        #expect(found.output.hasSuffix("\n1 rule\n"))
        #expect(try run("search", "nothing-like-it").status == 1)
        #expect(try run("search", "has:test").error.contains("did you mean tests?"))

        let page = try run("show", "Test.send")
        for section in [
            "Detection rules › Panther › mine", "MITRE ATT&CK coverage", "Rules detecting the same action", "Rule body",
            "Detection logic", "Indicators", "Output fields",
        ] { #expect(page.output.contains(section), "\(section)") }
        #expect(page.output.contains(#"eventName eq "SendCommand""#))
        let object = try JSONSerialization.jsonObject(
            with: Data(try run("show", "test.SEND", "--format", "json").output.utf8)
        )
        #expect((object as? [String: Any])?["schema"] as? Int == 1)
        let unknown = try run("show", "Test.sendd")
        #expect(unknown.status == 1)
        #expect(unknown.error == "margay: no rule of the catalogue is called Test.sendd; did you mean Test.send?\n")

        let diff = try run("diff", "Test.send", "Test.keys")
        #expect(diff.status == 1)
        #expect(diff.output.contains("The same field with other values"))
        #expect(try run("diff", "Test.send", "Test.send").status == 0)

        #expect(try run("coverage").output.contains("2 rules, 2 without a technique"))
        #expect(try run("coverage", "--gaps").output.contains("T1059"))
        #expect(try run("coverage", "--format", "navigator").output.contains("enterprise-attack"))
        #expect(try run("coverage", "--against", "x").status == 2)

        #expect(try run("export", "site").status == 0)
        let exported = try Data(contentsOf: folder.root.appending(path: "site/rules/panther-Test.send.json"))
        #expect(try JSONSerialization.jsonObject(with: exported) is [String: Any])
        for name in ["catalog", "rules", "actions", "coverage", "layer"] {
            #expect(FileManager.default.fileExists(atPath: folder.root.appending(path: "site/\(name).json").path))
        }
    }

    @Test("usage, and what cannot be read")
    func wrong() throws {
        let folder = try Sandbox(["text.db": "no database at all, whatever it is called"])
        for (arguments, status, message) in [
            (["search", "x"], 3, "there is no catalogue at catalog.db: `margay catalog build` makes one"),
            (["show", "x", "--db", "text.db"], 3, "text.db is no catalogue"),
            (["build", "no-such-folder"], 3, "cannot read no-such-folder"), (["build"], 2, "Missing expected argument"),
            (["build", ".", "--upstream", "x"], 2, "--upstream takes NAME=URL"),
            (["build", ".", "--upstream", "x=https://a.test"], 2, "no PATH is a collection of that name"),
            (["build", "x=.", "x=rules"], 2, "two collections cannot have one name"),
            (["search", "x", "--limit", "0"], 2, "--limit must be from 1 to 200"),
        ] as [([String], Int32, String)] {
            let result = try MargayCommand.run(["catalog"] + arguments, in: folder)
            #expect(result.status == status, "\(arguments)")
            #expect(result.error.contains(message), "\(arguments): \(result.error)")
        }
    }
}
