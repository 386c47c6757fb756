import Diagnostics
import Testing

@testable import PythonSyntax

/// Sources with random damage: whatever comes out, the parser ends, and every span lies in the source.
@Suite struct MutationTests {
    /// SplitMix64, so that every run tries the same texts.
    struct Generator: RandomNumberGenerator {
        var state: UInt64

        mutating func next() -> UInt64 {
            state &+= 0x9E37_79B9_7F4A_7C15
            var value = state
            value = (value ^ (value >> 30)) &* 0xBF58_476D_1CE4_E5B9
            value = (value ^ (value >> 27)) &* 0x94D0_49BB_1331_11EB
            return value ^ (value >> 31)
        }
    }

    static let fragments = [
        "(", ")", "[", "]", "{", "}", "'", "\"", "\"\"\"", "f'", "{x", "\\", "\n", "\n    ", "\t", ":", "=", ":=", ",",
        "*", "**", " if ", " else ", " for x in ", "lambda ", "async ", "await ", "yield ", "def f():", "match x:\n",
        " case ", "except* ", "\u{FEFF}", "é", "“", "\0", "0x", "1e", "_", "not ", "global x\n", "nonlocal x\n", "@",
        "...",
        "\r", "\u{0C}", "# coding: x\n",
    ].map { Array($0.utf8) }

    @Test("2,000 damaged texts") func mutations() {
        var generator = Generator(state: 20_261_123)
        let seeds = (ValidSnippets.statements + ValidSnippets.expressions + ValidSnippets.lexical).map {
            Array($0.utf8)
        }
        for _ in 0..<2_000 {
            var bytes = seeds.randomElement(using: &generator) ?? []
            if Bool.random(using: &generator) { bytes += [10] + (seeds.randomElement(using: &generator) ?? []) }
            for _ in 0..<Int.random(in: 1...4, using: &generator) {
                Self.damage(&bytes, &generator)
            }
            Self.check(bytes)
        }
    }

    static func damage(_ bytes: inout [UInt8], _ generator: inout Generator) {
        let place = Int.random(in: 0...bytes.count, using: &generator)
        switch Int.random(in: 0..<4, using: &generator) {
        case 0: bytes.insert(contentsOf: fragments.randomElement(using: &generator) ?? [], at: place)
        case 1 where place < bytes.count: bytes.remove(at: place)
        case 2 where place < bytes.count: bytes[place] = UInt8.random(in: 0...255, using: &generator)
        default: bytes.removeSubrange(place..<min(bytes.count, place + 6))
        }
    }

    /// What holds for every text.
    static func check(_ bytes: [UInt8]) {
        let source = Source(path: "<test>", bytes: bytes)
        let result = Parser.parse(source)
        for diagnostic in result.diagnostics {
            #expect((diagnostic.span?.end ?? 0) <= bytes.count + 1, "\(String(decoding: bytes, as: UTF8.self))")
        }
        _ = result.diagnostics.map(Renderer(usesColor: false).render)
        if result.isValid { #expect(!Dumper.dump(result.module).isEmpty) }
    }

    /// Texts on which fuzzing has found a fault.
    static let findings: [[UInt8]] = [
        Array("a\n  ".utf8)
    ]

    @Test("what fuzzing found", arguments: findings) func finding(_ bytes: [UInt8]) {
        Self.check(bytes)
    }
}
