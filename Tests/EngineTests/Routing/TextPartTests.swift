import Conditions
import Events
import Testing

@testable import Engine

/// Texts and their parts are found where they are, and only there.
@Suite struct TextPartTests {
    /// Texts of few letters, so that parts begin in one another.
    static func text(_ random: inout RouterTests.Randomness, _ lengthMax: Int) -> String {
        String((0..<random.next(lengthMax + 1)).map { _ in ["a", "b", "A", "é"][random.next(12) % 4] })
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
        var random = RouterTests.Randomness(state: UInt64(seed) &* 104_729 &+ 3)
        var conditions: [Int: Condition] = [:]
        var leaves: [Int: Leaf] = [:]
        for rule in 0..<40 {
            let isInsensitive = random.next(3) == 0
            let values = (0..<1 + random.next(3)).map { _ in Self.text(&random, 5) }
                .filter { !$0.isEmpty && !(isInsensitive && $0.contains("é")) }
            guard !values.isEmpty else { continue }
            let op: Operator = [.startsWith, .endsWith, .contains, .isIn][random.next(4)]
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

    @Test("small letters of eight characters at a time") func folding() {
        for byte in UInt8(0)..<0x80 {
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
