import Detections
import Engine
import Testing

/// Rules with state that are made at random: routed by their conditions they find what they find when all of them are run on every event.
@Suite struct RandomStateTests {
    /// Rules and events of one test case.
    private static let (ruleCount, eventCount) = (40, 50)

    @Test("routed as not routed", arguments: 0..<10 as Range<UInt64>) func routed(part: UInt64) throws {
        var pack = DetectionPack()
        var texts: [String: String] = [:]
        for number in 0..<UInt64(Self.ruleCount) {
            var random = RandomStateRule(part * 1_000 + number)
            let text = random.text()
            texts["R\(number)"] = text
            pack.detections.append(OneRule(text, id: "R\(number)").detection)
        }
        var random = RandomStateRule(part * 1_000 + 999)
        let events = (0..<Self.eventCount).map { _ in random.event() }
        let routed = try pack.scan(events, routes: true)
        let all = try pack.scan(events, routes: false).matches
        for (id, text) in texts.sorted(by: { $0.key < $1.key }) {
            let lines = [routed.matches, all].map {
                $0.filter { pack.detections[$0.detection].id == id }.map(pack.line)
            }
            #expect(lines[0] == lines[1], "\(id) of part \(part):\n\(text)")
        }
        // Rules that never match, or of which nothing is known, would prove nothing.
        #expect(all.count > Self.ruleCount * 5)
        #expect(routed.compiled.conditions.count > Self.ruleCount / 4)
    }
}
