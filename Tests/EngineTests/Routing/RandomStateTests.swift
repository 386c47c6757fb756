import Detections
import Engine
import Testing

/// Rules with state that are made at random: routed by their conditions they find what they find when all of them are run on every event.
@Suite struct RandomStateTests {
    /// Rules and events of one test case.
    private static let (ruleCount, eventCount) = (40, 50)

    @Test("routed as not routed", arguments: 0..<10 as Range<UInt64>) func routed(part: UInt64) throws {
        let texts = (0..<UInt64(Self.ruleCount)).map { number in
            var random = RandomStateRule(part * 1_000 + number)
            return random.text()
        }
        var pack = DetectionPack()
        pack.detections = texts.enumerated().map { OneRule($0.element, id: "R\($0.offset)").detection }
        var random = RandomStateRule(part * 1_000 + 999)
        let events = (0..<Self.eventCount).map { _ in random.event() }
        let (routed, compiled) = try pack.scan(events, routes: true)
        let plain = try pack.scan(events, routes: false).matches
        for (number, text) in texts.enumerated() {
            let lines = [routed, plain].map { $0.filter { $0.detection == number }.map(pack.line) }
            #expect(lines[0] == lines[1], "rule \(number) of part \(part):\n\(text)")
        }
        // Rules that never match, or of which nothing is known, would prove nothing.
        #expect(plain.count > Self.ruleCount * 5)
        #expect(compiled.conditions.count > Self.ruleCount / 4)
    }
}
