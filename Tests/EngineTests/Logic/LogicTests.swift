import Conditions
import Detections
import Diagnostics
import Engine
import Events
import Testing

/// Detections that are conditions, where no router decides them.
@Suite struct LogicTests {
    static func rule(_ condition: Condition, id: String = "Test.Rule") -> OneRule {
        var rule = OneRule("", id: id)
        rule.detection.body = .logic(DetectionLogic(condition, obstacle: nil))
        return rule
    }

    @Test("a list whose name nothing else has is found") func quantifiedField() throws {
        let name = FieldReference(.element(0), [FieldStep(.key("name", .exact))])
        let rule = Self.rule(
            .quantifier(Quantifier(.some, of: .get("items"), .elements, .leaf(Leaf(name, .equals, ["x"]))))
        )
        for (event, count) in [(#"{"items":[{"name":"y"},{"name":"x"}]}"#, 1), (#"{"items":[{"name":"y"}]}"#, 0)] {
            let matches = try rule.scan(event)
            #expect(matches.count == count)
            #expect(matches.allSatisfy { if case .match = $0.verdict { true } else { false } })
        }
    }

    /// Runs two rules that ask the same of an event, and summarises each match; the rules that matched.
    static func summarised(_ text: String, options: ScanOptions = ScanOptions()) throws -> [Int] {
        var pack = DetectionPack()
        pack.detections = ["First", "Second"].map { id in
            rule(.leaf(Leaf(.get("sought"), .equals, ["here"])), id: id).detection
        }
        var scanner = Scanner(CompiledPack(pack), options: options, wallClock: { 1_700_000_000 })
        let event = Array(text.utf8) + [UInt8](repeating: 0, count: Tape.paddingByteCount)
        var matched: [Int] = []
        try event.withUnsafeBytes { buffer in
            _ = try scanner.begin(UnsafeRawBufferPointer(rebasing: buffer.dropLast(Tape.paddingByteCount)))
            for rule in scanner.candidates {
                var found = FoundMatches()
                _ = scanner.evaluate(rule, record: 0, into: &found)
                for match in found.matches { if case .match = match.verdict { matched.append(rule) } }
                _ = scanner.summaryValues(of: rule)
            }
        }
        return matched
    }

    @Test("fields are found where they are once indicators have moved them") func movedFields() throws {
        // A member that the indicators replace stands before what both rules ask for.
        let event = #"{"p_any_usernames":["a","b"],"sought":"here","userIdentity":{"userName":"root"}}"#
        let matched = try Self.summarised(event)
        #expect(matched == [0, 1])
    }

    @Test("an event without room for indicators stays what it is", arguments: 1...24) func noRoom(nodeCountMax: Int) {
        var options = ScanOptions()
        options.tapeLimits.nodeCountMax = nodeCountMax
        let event = #"{"sought":"here","sourceIPAddress":"10.0.0.1","requestID":"r"}"#
        // Where the event itself has no room it is refused.
        let matched = try? Self.summarised(event, options: options)
        #expect(matched == nil || matched == [0, 1])
    }
}
