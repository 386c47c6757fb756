import Diagnostics
import KQL
import Testing

/// Each limit, from both sides; and text that is no query at all.
@Suite struct LimitTests {
    static func limits(_ change: (inout KQLLimits) -> Void) -> KQLLimits {
        var limits = KQLLimits()
        change(&limits)
        return limits
    }

    @Test("bytes") func bytes() {
        let limits = Self.limits { $0.sourceBytes = 10 }
        #expect(complaints("T | take 1", limits: limits).isEmpty)
        #expect(complaints("T | take 11", limits: limits) == ["1:11 MG1004 more than 10 bytes of query"])
    }

    @Test("tokens") func tokens() {
        let limits = Self.limits { $0.tokens = 4 }
        #expect(complaints("T | take 1", limits: limits).isEmpty)
        #expect(complaints("T | take 1 2", limits: limits) == ["1:12 MG1004 more than 4 tokens"])
    }

    @Test("nesting") func nesting() {
        func text(_ levels: Int) -> String {
            "print " + String(repeating: "(", count: levels) + "1" + String(repeating: ")", count: levels)
        }
        let limits = Self.limits { $0.nesting = 21 }
        #expect(complaints(text(9), limits: limits).isEmpty)
        #expect(complaints(text(10), limits: limits) == ["1:17 MG1004 more than 21 levels of nesting"])
        #expect(complaints(text(100_000)).count == 1)
    }

    @Test("chains") func chains() {
        let limits = Self.limits { $0.chain = 3 }
        #expect(complaints("print a + b + c + d", limits: limits).isEmpty)
        #expect(
            complaints("print a + b + c + d + e", limits: limits) == ["1:24 MG1004 more than 3 operations in a row"]
        )
        #expect(complaints("print a.b.c.d", limits: limits).isEmpty)
        #expect(complaints("print a.b.c.d.e", limits: limits) == ["1:14 MG1004 more than 3 operations in a row"])
        let many = "print " + Array(repeating: "a", count: 20_000).joined(separator: " or ")
        #expect(complaints(many, limits: limits).isEmpty)
    }

    @Test("diagnostics") func diagnostics() {
        let limits = Self.limits { $0.diagnostics = 3 }
        #expect(complaints("T | a | b | c", limits: limits).count == 3)
        #expect(complaints("T | a | b | c | d", limits: limits).count == 3)
    }

    static let hostile: [String] = [
        String(repeating: "(", count: 200_000),
        String(repeating: ")", count: 200_000),
        String(repeating: "[{(", count: 50_000),
        "T" + String(repeating: "| where a ", count: 50_000),
        "let f = " + String(repeating: "() { ", count: 20_000),
        "print " + String(repeating: "-", count: 100_000) + "1",
        "print dynamic(" + String(repeating: "[", count: 100_000),
        "T | join (" + String(repeating: "T | join (", count: 20_000),
        String(repeating: "\"", count: 99_999),
        String(repeating: "datetime(", count: 50_000),
        String(repeating: "\u{0}\u{1}\u{FFFD}", count: 10_000),
        String(repeating: "let a = 1\n", count: 20_000),
        "print " + String(repeating: "((a + a + a + a) + a + a + a) + ", count: 500),
    ]

    @Test("whatever the text, parsing and printing end", arguments: hostile.indices)
    func ends(_ index: Int) {
        let result = parse(Self.hostile[index])
        #expect(result.diagnostics.count <= KQLLimits.default.diagnostics)
        _ = Printer.print(result.script)
    }

    @Test("broken UTF-8 is reported") func brokenText() {
        let source = Source(
            path: "query.kql",
            bytes: Array("T | where a == '".utf8) + [0xFF, 0xC3] + Array("' and b".utf8)
        )
        #expect(Parser.parse(source).isValid)
        let name = Source(path: "query.kql", bytes: [0xFF, 0xFE] + Array("T | take 1".utf8))
        #expect(!Parser.parse(name).isValid)
    }

    /// The deepest tree that the limits allow, which everything that recurses must bear.
    @Test("the deepest tree can be printed and compared") func deepest() {
        var text = "a"
        for _ in 0..<60 { text = "(" + text + ")" + String(repeating: " + a", count: 40) }
        let result = parse("print " + text)
        #expect(result.isValid)
        // One chain of 2,400 links, which is more than may be written as one.
        #expect(Printer.print(result.script).utf8.count > 2_400 * 4)
        let isSame = parse("print " + text).script == result.script
        #expect(isSame)
    }
}
