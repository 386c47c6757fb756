import Conditions
import Events
import TestSupport
import Testing

@testable import Engine

/// Texts and their parts are found where they are, and only there.
@Suite struct TextPartTests {
    /// Texts of few letters, so that parts begin in one another.
    static func text(_ random: inout Seeded, _ lengthMax: Int) -> String {
        String((0..<random.below(lengthMax + 1)).map { _ in ["a", "b", "A", "é"][random.below(12) % 4] })
    }

    static func holds(_ leaf: Leaf, _ text: String) -> Bool {
        let isInsensitive = leaf.casing == .insensitive
        return leaf.values.contains { value in
            guard case .string(let part) = value else { return false }
            let (whole, wanted) = isInsensitive ? (text.lowercased(), part.lowercased()) : (text, part)
            return switch leaf.op {
            case .startsWith: whole.utf8.starts(with: wanted.utf8)
            case .endsWith: whole.utf8.reversed().starts(with: wanted.utf8.reversed())
            case .contains:
                (0...max(whole.utf8.count, 0)).contains { whole.utf8.dropFirst($0).starts(with: wanted.utf8) }
            default: whole.utf8.elementsEqual(wanted.utf8)
            }
        }
    }

    @Test("as looking for each by itself finds them", arguments: 0..<20) func parts(seed: Int) throws {
        var random = Seeded(UInt64(seed) &* 104_729 &+ 3)
        var conditions: [Int: Condition] = [:]
        var leaves: [Int: Leaf] = [:]
        for rule in 0..<40 {
            let isInsensitive = random.below(3) == 0
            let values = (0..<1 + random.below(3)).map { _ in Self.text(&random, 5) }
                .filter { !$0.isEmpty && !(isInsensitive && $0.contains("é")) }
            guard !values.isEmpty else { continue }
            let op: Operator = [.startsWith, .endsWith, .contains, .isIn][random.below(4)]
            let leaf = Leaf(
                .get("a"),
                op,
                values.map { .string($0) },
                casing: isInsensitive ? .insensitive : .sensitive
            )
            conditions[rule] = .leaf(leaf)
            leaves[rule] = leaf
        }
        var keys = KeyTable()
        let router = RouterTests.router(conditions, conditions.keys.sorted(), &keys)
        var tape = Tape(keys: keys)
        for _ in 0..<200 {
            let text = Self.text(&random, 12)
            guard !text.isEmpty else { continue }
            try tape.parse(copying: "{\"a\":\"\(text)\"}".utf8)
            var candidates: [Int] = []
            router.route(tape.view, into: &candidates)
            // Whether letters beyond ASCII have capitals is not asked.
            let isOpen = text.contains("é")
            let expected = leaves.filter { Self.holds($0.value, text) || (isOpen && $0.value.casing == .insensitive) }
            #expect(candidates == expected.keys.sorted(), "\(text)")
        }
    }

    @Test("as looking for each by itself finds them, where states near the root alone have rows", arguments: 0..<2)
    func manyStates(seed: Int) throws {
        var random = Seeded(UInt64(seed) &* 7_919 &+ 11)
        var conditions: [Int: Condition] = [:]
        var leaves: [Int: Leaf] = [:]
        for rule in 0..<900 {
            let text = Self.text(&random, 9) + Self.text(&random, 9)
            guard !text.isEmpty else { continue }
            let op: Operator = [.startsWith, .endsWith, .contains][rule % 3]
            let leaf = Leaf(.get("a"), op, [.string(text)])
            conditions[rule] = .leaf(leaf)
            leaves[rule] = leaf
        }
        let states = leaves.values.reduce(0) { $0 + $1.values.reduce(0) { $0 + $1.json.utf8.count } }
        #expect(states > 3 * TextAutomaton.rowsMax)
        var keys = KeyTable()
        let router = RouterTests.router(conditions, conditions.keys.sorted(), &keys)
        var tape = Tape(keys: keys)
        for _ in 0..<60 {
            let text = "a" + (0..<4).map { _ in Self.text(&random, 12) }.joined()
            try tape.parse(copying: "{\"a\":\"\(text)\"}".utf8)
            var candidates: [Int] = []
            router.route(tape.view, into: &candidates)
            #expect(candidates == leaves.filter { Self.holds($0.value, text) }.keys.sorted(), "\(text)")
        }
    }

    @Test("where each value counts, letters beyond ASCII are told apart, but for four that stand for letters of it")
    func wideTexts() throws {
        let leaves: [Leaf] = [
            Leaf(.each("a"), .equals, ["Ask®"], casing: .insensitive),
            Leaf(.each("a"), .equals, ["ask"], casing: .insensitive),
            Leaf(.each("a"), .contains, ["sk"], casing: .insensitive),
            Leaf(.each("a"), .endsWith, ["k"], casing: .insensitive),
            Leaf(.each("a"), .regex(.search), ["a(sk|SK)+"], casing: .insensitive), Leaf(.each("a"), .glob, ["a*sk"]),
            Leaf(.each("a"), .equals, ["Ask"]),
        ]
        let rows: [(text: String, candidates: [Int])] = [
            ("ASK", [1, 2, 3, 4]), ("ask", [1, 2, 3, 4, 5]), ("Ask", [1, 2, 3, 4, 5, 6]), ("é", [0]),
            ("ASKé", [0, 2, 4]),
            ("éK", [0, 3]), ("a\u{17F}k", [0, 1, 2, 3, 4, 5, 6]), ("a\u{212A}", [0, 1, 2, 3, 4, 5, 6]), ("x", []),
            ("\u{130}", [0, 1, 2, 3, 4, 5, 6]), ("\u{131}", [0, 1, 2, 3, 4, 5, 6]), ("\u{132}", [0]),
        ]
        var keys = KeyTable()
        let conditions = Dictionary(
            uniqueKeysWithValues: leaves.enumerated().map { ($0.offset, Condition.leaf($0.element)) }
        )
        let router = RouterTests.router(conditions, Array(leaves.indices), &keys)
        var tape = Tape(keys: keys)
        for row in rows {
            for spelled in [row.text, row.text.unicodeScalars.map { Self.escape($0) }.joined()] {
                try tape.parse(copying: "{\"a\":\"\(spelled)\"}".utf8)
                var candidates: [Int] = []
                router.route(tape.view, into: &candidates)
                #expect(candidates == row.candidates, "\(spelled)")
            }
        }
    }

    private static func escape(_ scalar: Unicode.Scalar) -> String {
        let digits = String(scalar.value, radix: 16)
        return "\\u" + String(repeating: "0", count: 4 - digits.count) + digits
    }

    @Test("small letters of eight characters at a time") func folding() {
        for byte in UInt8(0)...0xFF {
            for length in [1, 3, 7, 8, 9, 16, 17] {
                let text = [UInt8](repeating: byte, count: length)
                let small = text.map { (0x41...0x5A).contains($0) ? $0 | 0x20 : $0 }
                let padding = [UInt8](repeating: 0xFF, count: TextHash.paddingByteCount)
                (text + padding).withUnsafeBytes { buffer in
                    let slice = UnsafeRawBufferPointer(rebasing: buffer.prefix(length))
                    #expect(TextHash.hash(slice, folds: true) == TextHash.hash(small))
                    (small + padding).withUnsafeBytes { other in
                        guard let left = slice.baseAddress, let right = other.baseAddress else { return }
                        #expect(TextHash.equalsFolded(left, right, length))
                    }
                }
            }
        }
    }
}
