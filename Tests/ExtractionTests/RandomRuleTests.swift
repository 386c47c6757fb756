import Extraction
import Testing

/// Rules made at random, against the machine: where a condition says something, it says what the code does.
@Suite struct RandomRuleTests {
    static let events = [
        "{}", #"{"x":"a","y":"a","z":"a"}"#, #"{"x":1,"y":"a","z":true}"#, #"{"x":"a","y":"b","l":["a","b","a"]}"#,
        #"{"x":"","y":0,"z":null,"l":[]}"#,
        #"{"x":true,"z":1,"l":[1,"a"]}"#, #"{"x":"b","y":["a"],"z":"a","l":null}"#, #"{"x":{"k":1},"y":"1","l":"ab"}"#,
        #"{"x":1.0,"y":1,"z":"b","l":[null]}"#, #"{"x":null,"y":"c","z":0}"#,
    ]

    /// Rules of one test case.
    private static let count = 40

    @Test("a condition never says what the code does not", arguments: 0..<12 as Range<UInt64>) func sound(part: UInt64)
    {
        var known = 0
        for number in part * UInt64(Self.count)..<(part + 1) * UInt64(Self.count) {
            var random = RandomRule(number)
            let text = random.text()
            let pack = SmallPack(text)
            let lines = pack.contradictions(Self.events, changes: 0)
            #expect(lines == [], "rule \(number):\n\(text)")
            if pack.extract()?.isExact == true { known += 1 }
        }
        // Rules of which nothing is known would prove nothing.
        #expect(known > Self.count / 8)
    }
}
