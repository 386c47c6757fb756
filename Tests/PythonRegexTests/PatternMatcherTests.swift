import Testing

@testable import PythonRegex

@Suite struct Smoke {
    @Test func smoke() throws {
        let p = try Pattern(#"(?i)(\w+)@(?P<d>\w+)\.com"#)
        let m = try PatternMatcher(p, workspace: MatchWorkspace())
        var c = [Int](repeating: -1, count: p.captureSlotCount)
        let s = Array("hi Bob@Ex.COM".utf8)
        let r = try s.withUnsafeBytes { s in
            try c.withUnsafeMutableBufferPointer { try m.find(.search, in: s, captures: $0) }
        }
        #expect(r); #expect(c == [3, 13, 3, 6, 7, 9]); #expect(p.flags.rawValue == 34)
    }
}
