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

    @Test("fields are found where they are once indicators have moved them") func movedFields() throws {
        var pack = DetectionPack()
        // The second asks what the first has found.
        pack.detections = ["First", "Second"].map { id in
            Self.rule(.leaf(Leaf(.get("sought"), .equals, ["here"])), id: id).detection
        }
        var scanner = Scanner(CompiledPack(pack), options: ScanOptions(), wallClock: { 1_700_000_000 })
        // A member that the indicators replace stands before it.
        let text = #"{"p_any_usernames":["a","b"],"sought":"here","userIdentity":{"userName":"root"}}"#
        let event = Array(text.utf8) + [UInt8](repeating: 0, count: Tape.paddingByteCount)
        try event.withUnsafeBytes { buffer in
            _ = try scanner.begin(UnsafeRawBufferPointer(rebasing: buffer.dropLast(Tape.paddingByteCount)))
            var matched: [Int] = []
            for rule in scanner.candidates {
                _ = scanner.evaluate(rule, record: 0) { match in
                    if case .match = match.verdict { matched.append(rule) }
                }
                #expect(scanner.summaryValues(of: rule).contains { $0.attribute == "p_any_usernames" })
            }
            #expect(matched == [0, 1])
        }
    }
}
