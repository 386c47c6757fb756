import Foundation
import TestSupport
import Testing

/// YARA-L rules from the command line: shown and checked, not run.
@Suite struct YaraLPackTests {
    static let folder = Repository.root.appending(path: "Tests/Packs/yara-l").path

    @Test("explain shows an aggregate with the names that the log gives its fields") func aggregate() throws {
        let result = try MargayCommand.run(["explain", "aws_many_denied_calls", "--rules", Self.folder])
        #expect(result.status == 0)
        for text in [
            "MEDIUM · AWS.CloudTrail · TA0007:T1580", "Condition  exact",
            "count > 20 by principal.user.userid within 1 h of events with",
            "distinct(target.application) > 3 by principal.user.userid within 1 h of events with",
            "security_result.action eq \"BLOCK\"",
            "principal.ip (sourceIPAddress) is in network \"10.0.0.0/8\"",
            "match    user ← principal.user.userid",
            "actions ← metadata.product_event_type",
        ] { #expect(result.output.contains(text), "\(text)\n\(result.output)") }
    }

    @Test("explain shows a sequence whole, with what is opaque in it") func sequence() throws {
        let result = try MargayCommand.run(["explain", "login_then_deletion", "--rules", Self.folder])
        #expect(result.status == 0)
        for text in [
            "HIGH · Okta.SystemLog · GitHub.Audit · TA0040:T1485", "Condition  partial",
            "in this order within 30 min joined by principal.user.email_addresses",
            "login: all of", "deletion: 3 × all of", "metadata.product_event_type (action) matches \"\\\\.destroy$\"",
            "depends on a list or macro of the environment",
            "$login.principal.ip in %office_addresses",
        ] { #expect(result.output.contains(text), "\(text)\n\(result.output)") }
    }

    @Test("check finds nothing wrong with them") func check() throws {
        let result = try MargayCommand.run(["check", Self.folder, "--strict"])
        #expect(result.status == 0, "\(result.error)")
        #expect(result.error.isEmpty)
    }

    @Test("check points at what is wrong in a rule") func checkFaults() throws {
        let folder = FileManager.default.temporaryDirectory.appending(path: "margay-test-\(UUID().uuidString)")
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        defer { try? FileManager.default.removeItem(at: folder) }
        let rule = "rule r {\n  events:\n    $e.a == \"x\"\n  condition:\n    $f\n}\n"
        try Data(rule.utf8).write(to: folder.appending(path: "r.yaral"))
        let result = try MargayCommand.run(["check", folder.path])
        #expect(result.status == 1)
        #expect(result.error.contains("error[MG0901]: expected `=`, found `==`"))
        #expect(result.error.contains("r.yaral:3:10"))
        #expect(result.error.contains("error[MG0921]: `f` in section `condition`"))
    }

    @Test("scan says that they are not run") func scan() throws {
        let result = try MargayCommand.run(
            ["scan", "--rules", Self.folder, "-"],
            input: Data("{\"p_log_type\": \"AWS.CloudTrail\"}\n".utf8)
        )
        #expect(result.error.contains("margay: 2 rules are not run: YARA-L rules read Google's Unified Data Model"))
        #expect(result.output.isEmpty)
        #expect(result.status == 1)
    }
}
