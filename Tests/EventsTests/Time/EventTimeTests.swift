import Testing

@testable import Events

@Suite struct EventTimeTests {
    static let accepted: [(text: String, microseconds: Int64)] = [
        ("1970-01-01T00:00:00Z", 0), ("1970-01-01 00:00:00", 0), ("1969-12-31T23:59:59.999999Z", -1),
        ("2026-01-01T00:00:00Z", 1_767_225_600_000_000), ("2026-01-01 00:00:00.000000000", 1_767_225_600_000_000),
        ("2026-01-01t00:00:00.5z", 1_767_225_600_500_000), ("2026-01-01T02:00:00+02:00", 1_767_225_600_000_000),
        ("2025-12-31T22:30:00-0130", 1_767_225_600_000_000), ("2026-01-01T01:00:00+01", 1_767_225_600_000_000),
        ("2026-01-01 00:00:00 UTC", 1_767_225_600_000_000), ("2026-01-01T00:00:00.1234567891Z", 1_767_225_600_123_456),
        ("2024-02-29T00:00:00Z", 1_709_164_800_000_000), ("2000-02-29T00:00:00Z", 951_782_400_000_000),
        ("0000-01-01T00:00:00Z", -62_167_219_200_000_000), ("9999-12-31T23:59:59.999999Z", 253_402_300_799_999_999),
    ]

    static let rejected = [
        "", "2026", "2026-01-01", "2026-01-01T", "2026-01-01T00:00", "2026-13-01T00:00:00Z", "2026-00-01T00:00:00Z",
        "2026-02-29T00:00:00Z", "1900-02-29T00:00:00Z", "2026-04-31T00:00:00Z", "2026-01-00T00:00:00Z",
        "2026-01-01T24:00:00Z", "2026-01-01T00:60:00Z", "2026-01-01T00:00:60Z", "2026-01-01T00:00:00.Z",
        "2026-01-01T00:00:00ZZ", "2026-01-01T00:00:00 GMT", "2026-01-01T00:00:00+1", "2026-01-01T00:00:00+01:",
        "2026-01-01T00:00:00+24:00", "2026-01-01T00:00:00+01:60", "26-01-01T00:00:00Z", " 2026-01-01T00:00:00Z",
        "2026-1-01T00:00:00Z", "2026-01-01X00:00:00Z", "２026-01-01T00:00:00Z",
    ]

    @Test("timestamps of logs", arguments: accepted) func accepts(_ test: (text: String, microseconds: Int64)) {
        #expect(EventTime(test.text)?.microseconds == test.microseconds)
    }

    @Test("anything else is none", arguments: rejected) func rejects(_ text: String) { #expect(EventTime(text) == nil) }

    @Test("one after the other as each by itself") func recent() {
        var reader = RecentTime()
        let texts = Self.accepted.map(\.text) + Self.rejected + ["2026-01-01T00:00:00Z", "2026-01-01T00:00:01Z", ""]
        for text in texts.flatMap({ [$0, $0, "2026-01-01T00:00:00Z", $0 + " ", String($0.dropLast())] }) {
            let read = Array(text.utf8).withUnsafeBytes { reader.read($0) }
            #expect(read == EventTime(text), "\(text)")
        }
        var buffer = ByteBuffer()
        var writer = RecentTimeText()
        for seconds in [0, 0, 1, 1, 0, -1] {
            writer.append(EventTime(microseconds: Int64(seconds) * 1_500_000), to: &buffer)
        }
        #expect(
            buffer.string == "1970-01-01T00:00:00Z1970-01-01T00:00:00Z1970-01-01T00:00:01.500000Z"
                + "1970-01-01T00:00:01.500000Z1970-01-01T00:00:00Z1969-12-31T23:59:58.500000Z"
        )
    }

    @Test("text and back, over 10,000 years") func roundTrip() {
        var microseconds: Int64 = -62_167_219_200_000_000
        var text = RecentTimeText()
        while microseconds <= 253_402_300_799_999_999 {
            let time = EventTime(microseconds: microseconds)
            #expect(EventTime(time.isoText) == time)
            var buffer = ByteBuffer(capacity: 16)
            // The second of the same is not made again.
            for _ in 0..<2 { text.append(time, to: &buffer) }
            #expect(buffer.string == time.isoText + time.isoText)
            microseconds += 31_556_952_000_000 * 3 + 86_399_123_457
        }
        #expect(EventTime(microseconds: -1).pantherText == "1969-12-31 23:59:59.999")
        #expect(EventTime(microseconds: 1_767_225_600_123_456).pantherText == "2026-01-01 00:00:00.123")
        #expect(EventTime(microseconds: .max).isoText == "9999-12-31T23:59:59.999999Z")
        #expect(EventTime(microseconds: .min).isoText == "0000-01-01T00:00:00Z")
        #expect(EventTime(microseconds: -1).seconds == -1)
    }
}
