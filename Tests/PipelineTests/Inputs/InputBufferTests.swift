import Events
import Testing

@testable import Pipeline

@Suite struct InputBufferTests {
    static func buffer(_ text: String) -> InputBuffer {
        var buffer = InputBuffer()
        append(text, to: &buffer)
        return buffer
    }

    static func append(_ text: String, to buffer: inout InputBuffer) {
        let bytes = Array(text.utf8)
        let written = buffer.append(upTo: bytes.count) { target in
            target.copyBytes(from: bytes)
            return bytes.count
        }
        #expect(written == bytes.count)
    }

    static func text(_ buffer: InputBuffer, from start: Int = 0) -> String {
        buffer.withBytes(from: start) { String(decoding: $0, as: UTF8.self) }
    }

    @Test("what is forgotten at the front", arguments: [(0, "abc"), (1, "bc"), (3, "")])
    func front(_ removed: Int, _ expected: String) {
        var buffer = Self.buffer("abc")
        buffer.removeFirst(removed)
        #expect(Self.text(buffer) == expected)
        Self.append("d", to: &buffer)
        #expect(Self.text(buffer) == expected + "d")
    }

    @Test("what is lent, and added to another", arguments: [(0, "abc"), (1, "bc"), (3, "")])
    func lending(_ start: Int, _ expected: String) {
        let buffer = Self.buffer("abc")
        #expect(Self.text(buffer, from: start) == expected)
        var other = Self.buffer("x")
        other.append(buffer, from: start)
        #expect(Self.text(other) == "x" + expected)
    }

    @Test("as many bytes are kept as were said to be written", arguments: [(-1, 0), (0, 0), (3, 3), (4, 4), (5, 0)])
    func written(_ said: Int, _ kept: Int) {
        var buffer = InputBuffer()
        let result = buffer.append(upTo: 4) { target in
            for index in target.indices { target[index] = 0x61 }
            return said
        }
        #expect(result == said && buffer.count == kept)
    }

    @Test("there is padding behind the bytes, and no less room than was asked for", arguments: [0, 1, 64, 1_000])
    func room(_ count: Int) {
        var buffer = InputBuffer()
        buffer.reserve(count)
        #expect(buffer.capacity >= count)
        let capacity = buffer.capacity
        _ = buffer.append(upTo: capacity) { $0.count }
        #expect(buffer.capacity == capacity && buffer.count == capacity)
        let padding = capacity > 0 ? Tape.paddingByteCount : 0
        let sum = buffer.withBytes { bytes in
            // A tape reads so many more, whatever they are.
            UnsafeRawBufferPointer(start: bytes.baseAddress, count: capacity + padding).reduce(0) { $0 + Int($1) }
        }
        #expect(sum == 0)
    }

    @Test("memory is kept up to a limit", arguments: [0, 1]) func memory(past: Int) {
        var buffer = InputBuffer()
        buffer.reserve(100 + past)
        buffer.removeAll(keepingUpTo: 100)
        #expect(buffer.count == 0 && (buffer.capacity > 0) == (past == 0))
    }
}
