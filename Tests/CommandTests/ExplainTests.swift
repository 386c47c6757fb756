import Foundation
import TestSupport
import Testing

/// `margay explain` as a user runs it.
@Suite struct ExplainTests {
    static let pack = Repository.root.appending(path: "packs/aws").path

    @Test("the page of the rule that started the project")
    func seed() throws {
        let result = try MargayCommand.run(["explain", "AWS.SSM.DistributedCommand", "--rules", Self.pack])
        #expect(result.status == 0)
        #expect(result.error == "")
        for text in [
            "AWS SSM Distributed Command", "TA0002:T1203", "Condition  partial", #"eventName eq "SendCommand""#,
            "get_string_set", "Fields read", "requestParameters.instanceIds", "Output fields", "alert_context",
        ] { #expect(result.output.contains(text), "\(text)") }
    }

    @Test("the contract's keys")
    func json() throws {
        let arguments = ["explain", "AWS.SSM.DistributedCommand", "--rules", Self.pack, "--format", "json"]
        let result = try MargayCommand.run(arguments)
        let object = try #require(try result.objects().first)
        for key in ["detection", "condition", "exact", "validated", "indicators", "outputs", "reads"] {
            #expect(object[key] != nil, "\(key)")
        }
        let indicators = try #require(object["indicators"] as? [[String: Any]])
        #expect(indicators.first?["values"] as? [String] == ["SendCommand"])
        #expect(indicators.first?["rules"] as? Int == 0)
    }

    @Test("every rule of the starter pack has a page, and no test contradicts one")
    func all() throws {
        let files = try FileManager.default.contentsOfDirectory(atPath: "\(Self.pack)/rules")
        let ids = try files.filter { $0.hasSuffix(".yml") }.map { file in
            let text = try String(contentsOfFile: "\(Self.pack)/rules/\(file)", encoding: .utf8)
            let line = try #require(text.split(separator: "\n").first { $0.hasPrefix("RuleID:") })
            return line.dropFirst(7).trimmingCharacters(in: CharacterSet(charactersIn: "\"' "))
        }
        #expect(ids.count > 40)
        // A few of them, for time: the whole pack is looked at for each.
        for id in ids.sorted().enumerated().filter({ $0.offset % 14 == 0 }).map(\.element) {
            let result = try MargayCommand.run(["explain", id, "--rules", Self.pack])
            #expect(result.status == 0, "\(id): \(result.error)")
            #expect(!result.output.contains("contradict"), "\(id)")
        }
    }

    @Test("events: a match and a miss, with what decided")
    func events() throws {
        let arguments = [
            "explain", "Margay.AWS.CloudTrail.TrailDeleted", "--rules", Self.pack, "--event",
            "\(Self.pack)/samples/stratus.ndjson.gz", "--events-max", "2",
        ]
        let result = try MargayCommand.run(arguments)
        #expect(result.status == 0)
        #expect(result.output.contains("Event 0  does not match"))
        #expect(result.output.contains(#"because eventSource eq "cloudtrail.amazonaws.com" does not hold"#))
        #expect(result.output.contains("1 match, 309 do not; the first 2 are shown"))
    }

    @Test(
        "an unknown detection gets a suggestion",
        arguments: [
            ("AWS.SSM.DistributedComand", "did you mean AWS.SSM.DistributedCommand?"),
            ("DistributedCommand", "did you mean AWS.SSM.DistributedCommand?"), ("zzzzzzzzzzzz", "of the 42 there"),
        ]
    )
    func unknown(_ row: (String, String)) throws {
        let result = try MargayCommand.run(["explain", row.0, "--rules", Self.pack])
        #expect(result.status == 1)
        #expect(result.output == "")
        #expect(result.error.contains(row.1), "\(result.error)")
    }

    @Test("usage and input that cannot be read")
    func wrong() throws {
        #expect(try MargayCommand.run(["explain", "X"]).status == 2)
        #expect(try MargayCommand.run(["explain", "X", "--rules", "/no/such/folder"]).status == 3)
        let arguments = ["explain", "AWS.SSM.DistributedCommand", "--rules", Self.pack, "--event", "/no/such/file"]
        #expect(try MargayCommand.run(arguments).status == 3)
        let help = try MargayCommand.run(["explain", "--help"])
        #expect(help.status == 0)
        #expect(help.output.contains("margay explain My.Rule --rules ./my-rules --event event.json"))
    }
}
