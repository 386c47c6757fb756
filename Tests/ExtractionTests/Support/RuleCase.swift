import Conditions
import Extraction
import Testing

/// A rule of one construct, and whether all of it is said.
struct RuleCase: Sendable, CustomTestStringConvertible {
    let name: String
    /// The statements of its `rule`.
    let body: String
    var isExact = true

    var testDescription: String { name }

    /// The rule's text.
    var text: String { "import json\ndef rule(event):\n" + body.split(separator: "\n").map { "    \($0)\n" }.joined() }

    /// Expects that its condition says of these events and changes of them what the code says, and is exact or not.
    func expectSound(_ events: [String], changes: Int) throws {
        let pack = SmallPack(text)
        #expect(pack.contradictions(events, changes: changes) == [])
        let rule = try #require(pack.extract())
        #expect(rule.isExact == isExact, "\(rule.condition.text)")
    }
}
