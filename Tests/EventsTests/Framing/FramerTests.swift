import Testing

@testable import Events

/// Inputs and what is cut from them: `text@line` or `text@line#element` for events, `!kind@line` for faults.
@Suite struct FramerTests {
    struct Case: CustomTestStringConvertible, Sendable {
        var input: String
        var expected: [String]
        var testDescription: String { input.debugDescription }

        init(_ input: String, _ expected: [String]) {
            self.input = input
            self.expected = expected
        }
    }

    static let cases: [Case] = [
        Case("", []), Case(" \n\t\r\n", []), Case("\u{FEFF}", []), Case("\u{FEFF}{}", ["{}@1"]),
        Case("{}", ["{}@1"]), Case("{}\n", ["{}@1"]), Case("\n\n{}\n", ["{}@3"]),
        // One a line.
        Case("{\"a\":1}\n{\"b\":2}\n", ["{\"a\":1}@1", "{\"b\":2}@2"]),
        Case("{\"a\":1}\n{\"b\":2}", ["{\"a\":1}@1", "{\"b\":2}@2"]),
        Case("{\"a\":1}\r\n\r\n {\"b\":2}\r\n", ["{\"a\":1}@1", "{\"b\":2}\r@3"]),
        Case("{\"a\":1}\nbad\n{\"b\":2}\n", ["{\"a\":1}@1", "bad@2", "{\"b\":2}@3"]),
        Case("{\"a\":1}\n{\"b\":\n{\"c\":3}\n", ["{\"a\":1}@1", "{\"b\":@2", "{\"c\":3}@3"]),
        Case("{\"a\":1}\n{\"Records\":[{},{}]}\n{}\n", ["{\"a\":1}@1", "{}@2#0", "{}@2#1", "{}@3"]),
        Case("{\"a\":1}\n{ \"Records\" : [ {} ] }\n", ["{\"a\":1}@1", "{}@2#0"]),
        Case("{\"a\":1}\n{\"Recorded\":[{}]}\n", ["{\"a\":1}@1", "{\"Recorded\":[{}]}@2"]),
        Case("{\"a\":1}\n[{},{}]\n{}", ["{\"a\":1}@1", "{}@2#0", "{}@2#1", "{}@3"]),
        Case("{\"a\":\"}\\\"{\"}\n{\"b\":2}\n", ["{\"a\":\"}\\\"{\"}@1", "{\"b\":2}@2"]),
        // One a line, an array not being closed: what was read of it is kept, and the lines after it.
        Case("{}\n[{\"a\":1\n{\"b\":1}\n{}\n", ["{}@1", "!unclosed@2", "{\"b\":1}@3", "{}@4"]),
        Case("{}\n[{\"a\":\"x\n{\"b\":1}\n{}\n", ["{}@1", "!unclosed@2", "{\"b\":1}@3", "{}@4"]),
        Case("{}\n[{\"a\":[1,\n{\"b\":1}\n{}\n", ["{}@1", "!unclosed@2", "{\"b\":1}@3", "{}@4"]),
        Case("{}\n[{\"a\":\n[{\"b\":1}]\n{}\n", ["{}@1", "!unclosed@2", "{\"b\":1}@3#0", "{}@4"]),
        Case(
            "{}\n[{},{\"a\":1}\n{\"b\":1}\n{}\n",
            ["{}@1", "{}@2#0", "{\"a\":1}@2#1", "!unclosed@3", "{\"b\":1}@3", "{}@4"]
        ),
        Case("{}\n[{},\n{\"b\":1}\n{}\n", ["{}@1", "{}@2#0", "{\"b\":1}@3#1", "!unclosed@4", "{}@4"]),
        Case("{}\n[1\n{}\n", ["{}@1", "!unclosed@2", "{}@3"]), Case("{}\n[\n{}\n", ["{}@1", "{}@3#0", "!truncated@4"]),
        Case("{}\n{\"Records\":[{}]\n{\"b\":1}\n{}\n", ["{}@1", "{}@2#0", "!unclosed@2", "{\"b\":1}@3", "{}@4"]),
        Case("{}\n{\"Records\":[{\"a\"\n{\"b\":1}\n", ["{}@1", "!unclosed@2", "{\"b\":1}@3"]),
        Case(
            "{}\n[\n {\n  \"a\": [\n   {}\n  ]\n },\n{}\n]\n{}\n",
            ["{}@1", "{\n  \"a\": [\n   {}\n  ]\n }@3#0", "{}@8#1", "{}@10"]
        ),
        // One a line, the first being bad.
        Case("bad\n{\"a\":1}\n{}\n", ["bad@1", "{\"a\":1}@2", "{}@3"]),
        Case("{\"a\" {\"b\"}\n{\"c\":1}\n", ["{\"a\" {\"b\"}@1", "{\"c\":1}@2"]),
        Case("{\"a\":\n{\"b\":1}\n", ["{\"a\":@1", "{\"b\":1}@2"]),
        Case("{\"a\":1\n{\"b\":1}\n{}\n", ["{\"a\":1@1", "{\"b\":1}@2", "{}@3"]),
        Case("{\"a\":\"x\n{\"b\":1}\n{}\n", ["{\"a\":\"x@1", "{\"b\":1}@2", "{}@3"]),
        // By brackets.
        Case("{}{}", ["{}@1", "{}@1"]), Case("{} {\"a\":[]}\n{}", ["{}@1", "{\"a\":[]}@1", "{}@2"]),
        Case("{\n\"a\":1\n}\n{\n}\n", ["{\n\"a\":1\n}@1", "{\n}@4"]),
        Case("{\n \"a\":1\n}\nbad\n bad\n{\n}\n", ["{\n \"a\":1\n}@1", "!expectedDocument@4", "{\n}@6"]),
        Case("{\n \"a\":", ["!truncated@1"]), Case("{\n \"a\" {} }\n{}\n", ["!unbalanced@1", "{}@3"]),
        Case("{}{}\n{\"a\"", ["{}@1", "{}@1", "!truncated@2"]),
        Case("{\n \"a\": 1\n{\n \"b\": 2\n}\n{}\n", ["!unclosed@1", "{\n \"b\": 2\n}@3", "{}@6"]),
        Case("{}{}\n{\"a\":\n{}\n{\"b\":1}\n", ["{}@1", "{}@1", "!unclosed@2", "{\"b\":1}@4"]),
        Case("{\n\"a\":\n[\n{\n},\n{}\n]\n}\n", ["{\n\"a\":\n[\n{\n},\n{}\n]\n}@1"]),
        // Arrays.
        Case("[]", []), Case("[ ]", []), Case("[{},{\"a\":[1,2]}]", ["{}@1#0", "{\"a\":[1,2]}@1#1"]),
        Case("[\n {} ,\n {\"a\":1}\n]\n", ["{}@2#0", "{\"a\":1}@3#1"]),
        Case("[1,\"a,]\",null]", ["1@1#0", "\"a,]\"@1#1", "null@1#2"]),
        Case("[{}][{}]", ["{}@1#0", "{}@1#0"]), Case("[{}]\n{}\n{}", ["{}@1#0", "{}@2", "{}@3"]),
        Case("[{},]", ["{}@1#0", "!expectedElement@1"]), Case("[,{}]", ["!expectedElement@1", "{}@1#0"]),
        Case("[{},,{}]", ["{}@1#0", "!expectedElement@1", "{}@1#1"]), Case("[", ["!truncated@1"]),
        Case("[{}", ["{}@1#0", "!truncated@1"]), Case("[{},", ["{}@1#0", "!truncated@1"]),
        Case("[{},\n{\"a\"", ["{}@1#0", "!truncated@2"]), Case("[{\"a\":1],{}]", ["{\"a\":1]@1#0", "{}@1#1"]),
        Case("[{\"a\":1\n{\"b\":1}\n{}\n", ["!unclosed@1", "{\"b\":1}@2", "{}@3"]),
        Case("[{}\n{\"b\":1}\n{}\n", ["{}@1#0", "!unclosed@2", "{\"b\":1}@2", "{}@3"]),
        Case("[{\"a\":[\n{\n\"b\":\n{}\n},\n{}\n]},{}]", ["{\"a\":[\n{\n\"b\":\n{}\n},\n{}\n]}@1#0", "{}@7#1"]),
        Case("[{\"a\":\"x\n},{}]", ["{\"a\":\"x\n}@1#0", "{}@2#1"]),
        // The shell of CloudTrail.
        Case("{\"Records\":[]}", []), Case("{\"Records\":[{},{\"a\":1}]}", ["{}@1#0", "{\"a\":1}@1#1"]),
        Case(
            "{\n\"x\": {\"Records\": [1]},\n\"Records\": [\n{},\n{}\n],\n\"y\":[1]}\n{}",
            ["{}@4#0", "{}@5#1", "{}@8"]
        ),
        Case("{\"Records\":[{}]}{\"Records\":[{}]}", ["{}@1#0", "{}@1#0"]),
        Case("{\"Records\":[{}]}\n{\"a\":1}\n", ["{}@1#0", "{\"a\":1}@2"]),
        Case("{\"Records\":{}}", ["{\"Records\":{}}@1"]),
        Case("{\"Records\":1,\"a\":[2]}", ["{\"Records\":1,\"a\":[2]}@1"]),
        Case("{\"a\":\"Records\",\"b\":[1]}", ["{\"a\":\"Records\",\"b\":[1]}@1"]),
        Case("{\"Records\\\"\":[1]}", ["{\"Records\\\"\":[1]}@1"]), Case("{\"Events\":[{}]}", ["{\"Events\":[{}]}@1"]),
        Case("{\"Records\":[{}", ["{}@1#0", "!truncated@1"]), Case("{\"Records\":[{}]", ["{}@1#0", "!truncated@1"]),
        Case("{\"Records\":[{}],\"a\":\"]}\"", ["{}@1#0", "!truncated@1"]),
        Case("{\"Records\":[{}]\n{\"a\":1}\n", ["{}@1#0", "!unclosed@1", "{\"a\":1}@2"]),
        Case("{\"Records\":[{}],\"a\":\n{\n}}\n{\"a\":1}\n", ["{}@1#0", "{\"a\":1}@4"]),
    ]

    /// Cuts `input`, handed over in two parts split at `split`, or whole.
    static func frames(_ input: [UInt8], split: Int? = nil, eventByteCountMax: Int = 1 << 20) -> [String] {
        var chunks = split.map { [Array(input[..<$0]), Array(input[$0...])] } ?? [input]
        return frames(chunks: &chunks, eventByteCountMax: eventByteCountMax).found
    }

    static func frames(chunks: inout [[UInt8]], eventByteCountMax: Int) -> (found: [String], heldMax: Int) {
        var framer = Framer(eventByteCountMax: eventByteCountMax)
        var buffer = EventBuffer()
        var found: [String] = []
        var heldMax = 0
        chunks.reverse()
        while true {
            let step = framer.next(in: buffer.bytes, isLast: chunks.isEmpty)
            switch step {
            case .event(let frame):
                let text = String(decoding: UnsafeRawBufferPointer(rebasing: buffer.bytes[frame.range]), as: UTF8.self)
                found.append("\(text)@\(frame.place.line)" + (frame.place.element.map { "#\($0)" } ?? ""))
            case .fault(let fault): found.append("!\(fault.kind)@\(fault.place.line)")
            case .needsMore:
                buffer.removeFirst(framer.release())
                heldMax = max(heldMax, buffer.count)
                chunks.popLast()?.withUnsafeBytes { buffer.append($0) }
            case .end: return (found, heldMax)
            }
        }
    }

    @Test("documents are found by content", arguments: cases)
    func cuts(_ test: Case) {
        #expect(Self.frames(Array(test.input.utf8)) == test.expected)
    }

    @Test("where the input is split makes no difference", arguments: cases)
    func splits(_ test: Case) {
        let input = Array(test.input.utf8)
        for split in 0...input.count { #expect(Self.frames(input, split: split) == test.expected, "split at \(split)") }
        var bytewise = input.map { [$0] }
        #expect(Self.frames(chunks: &bytewise, eventByteCountMax: 1 << 20).found == test.expected)
    }

    static let limits: [Case] = [
        Case("{\"a\":1}\n{\"b\":2}\n", ["{\"a\":1}@1", "{\"b\":2}@2"]),
        Case("{\"a\":1}\n{\"b\":20}\n{}\n", ["{\"a\":1}@1", "!tooLong@2", "{}@3"]),
        Case("{\"a\":10}\n{\"b\":2}\n{}\n", ["!tooLong@1", "{\"b\":2}@2", "{}@3"]),
        Case("[{\"a\":1},{\"b\":20},{}]", ["{\"a\":1}@1#0", "!tooLong@1#", "{}@1#2"]),
        Case("{}{\"b\":20}{}", ["{}@1", "!tooLong@1", "{}@1"]),
        Case("{}\n[{\"a\":100\n{}\n", ["{}@1", "!tooLong@2", "{}@3"]),
        Case("{\"x\":[1,2,3,4,5],\"Records\":[{}]}", ["!tooLong@1", "{}@1#0"]),
    ].map { Case($0.input, $0.expected.map { $0.hasSuffix("#") ? String($0.dropLast()) : $0 }) }

    @Test("an event at the limit passes, one byte more is passed over", arguments: limits)
    func lengthLimit(_ test: Case) {
        var bytewise = test.input.utf8.map { [$0] }
        #expect(Self.frames(chunks: &bytewise, eventByteCountMax: 7).found == test.expected)
    }

    @Test("an event may have 16 MiB by default", arguments: [0, 1])
    func lengthLimitDefault(past: Int) {
        let most = Framer.eventByteCountMaxDefault
        #expect(Framer().eventByteCountMax == most)
        let head = Array("{}\n{}\n{\"a\":\"".utf8)
        let filling = [UInt8](repeating: UInt8(ascii: "a"), count: most - "{\"a\":\"\"}".utf8.count + past)
        var chunks = [head + filling + Array("\"}\n{}\n".utf8)]
        let found = Self.frames(chunks: &chunks, eventByteCountMax: most).found
        #expect(found.count == 4 && found.last == "{}@4")
        #expect((found[2] == "!tooLong@3") == (past == 1))
    }

    @Test(
        "a line of any length is passed over in bounded memory",
        arguments: ["", "{\"a\":1}\n", "[{},", "{\"Records\":["]
    )
    func longLines(_ before: String) {
        let chunk = Array("{\"a\":\"".utf8) + [UInt8](repeating: 0x61, count: 1000)
        var chunks =
            [Array(before.utf8)] + [chunk] + [[UInt8]](repeating: [UInt8](repeating: 0x61, count: 1000), count: 5000)
        chunks.append(Array("\"}\n{}\n".utf8))
        let result = Self.frames(chunks: &chunks, eventByteCountMax: 10_000)
        #expect(result.found.contains { $0.hasPrefix("!tooLong") })
        #expect(result.heldMax <= 12_000)
    }
}
