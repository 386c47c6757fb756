import ChronicleFormat
import Diagnostics
import Testing

/// Files from strangers: whatever is in one, reading it ends, soon, with a message.
@Suite struct LimitTests {
    private func codes(_ bytes: [UInt8], limits: YaraLLimits = YaraLLimits()) -> [String] {
        YaraLParser.parse(Source(path: "r.yaral", bytes: bytes), limits: limits).diagnostics.map(\.code.identifier)
    }

    private func rule(_ predicate: String) -> [UInt8] {
        Array("rule r { events: \(predicate)\n condition: $e }".utf8)
    }

    struct Nesting: CustomTestStringConvertible, Sendable {
        var open: String
        var core: String
        var close: String
        var testDescription: String { open }
    }

    static let nestings: [Nesting] = [
        Nesting(open: "(", core: "$e.a = 1", close: ")"),
        Nesting(open: "f(", core: "$e.a", close: ")"),
        Nesting(open: "not (", core: "$e.a = 1", close: ")"),
        Nesting(open: "if($e.a = 1, ", core: "2", close: ")"),
        Nesting(open: "any of [", core: "$e", close: "]"),
        Nesting(open: "not ", core: "$e.a = 1", close: ""),
        Nesting(open: "1 - -", core: "$e.a", close: ""),
    ]

    @Test("nesting at the limit is read, and one level more is reported", arguments: nestings)
    func nesting(_ test: Nesting) {
        var limits = YaraLLimits()
        limits.depthMax = 20
        func nested(_ levels: Int) -> [UInt8] {
            rule(
                String(repeating: test.open, count: levels) + test.core + String(repeating: test.close, count: levels)
            )
        }
        // The predicate itself is a level.
        let isRepeated = test.close.isEmpty
        #expect(codes(nested(isRepeated ? 20 : 19), limits: limits) == [])
        guard test.open != "1 - -" else { return }
        #expect(codes(nested(isRepeated ? 21 : 20), limits: limits) == ["MG0904"])
        #expect(codes(nested(10_000)).first == "MG0904")
    }

    @Test("a file at the limit of bytes is read, and one byte more is reported")
    func bytes() {
        var limits = YaraLLimits()
        limits.fileBytesMax = 60
        let text = Array("rule r { events: $e.a = 1 condition: $e }".utf8)
        #expect(codes(text + [UInt8](repeating: 0x20, count: 60 - text.count), limits: limits) == [])
        #expect(codes(text + [UInt8](repeating: 0x20, count: 61 - text.count), limits: limits) == ["MG0907"])
    }

    @Test("after so many errors reading ends")
    func errors() {
        var limits = YaraLLimits()
        limits.errorsMax = 3
        #expect(codes(Array("rule r { events: ; ; ; ; ; }".utf8), limits: limits).count == 3)
        #expect(codes(Array(String(repeating: "?", count: 1000).utf8)).count == 100)
    }

    static let hostile: [(String, [UInt8])] = [
        ("ten megabytes", [UInt8](repeating: 0x61, count: 10 << 20)),
        ("no UTF-8", Array("rule r { events: $e.a = \"".utf8) + [0xFF, 0xFE] + Array("\" condition: $e }".utf8)),
        ("half a character", Array("rule r { events: $e.a = \"".utf8) + [0xE2, 0x82]),
        ("an endless text", Array("rule r { events: $e.a = \"".utf8) + [UInt8](repeating: 0x78, count: 1 << 16)),
        ("an endless comment", Array("/*".utf8) + [UInt8](repeating: 0x2A, count: 1 << 16)),
        ("quotes", [UInt8](repeating: 0x22, count: 1 << 16)),
        ("quotes on lines", Array(String(repeating: "\"x\n", count: 1 << 14).utf8)),
        ("brackets", Array("rule r { events: ".utf8) + [UInt8](repeating: 0x5B, count: 1 << 14)),
        ("null bytes", [UInt8](repeating: 0, count: 1 << 14)),
        ("sections", Array("rule r { ".utf8) + Array(String(repeating: "events: ", count: 1 << 12).utf8)),
        ("rules", Array(String(repeating: "rule r {", count: 1 << 12).utf8)),
    ]

    @Test("a hostile file gives a message", arguments: hostile.indices)
    func hostileFile(_ index: Int) {
        // Whether, not what: of ten megabytes an expectation that prints them makes many more.
        let isTold = !codes(Self.hostile[index].1).isEmpty
        #expect(isTold, "\(Self.hostile[index].0)")
    }

    @Test("an empty file holds no rule and no error of grammar") func empty() {
        #expect(codes([]) == [])
        #expect(codes(Array("// nothing\n".utf8)) == [])
    }
}
