import Foundation
import TestSupport
import Testing

@testable import Events

/// The tape and CPython's `json` read the same documents the same way, and refuse the same ones.
@Suite struct PythonAgreementTests {
    /// Writes each value in a form that shows order, exact integers, the bits of doubles and every code point.
    static let script = #"""
        import json, struct, sys
        sys.set_int_max_str_digits(0)
        def refuse(word): raise ValueError(word)
        def show(value):
            if value is None: return "null"
            if value is True: return "true"
            if value is False: return "false"
            if isinstance(value, int): return "i%d" % value
            if isinstance(value, float): return "d" + struct.pack(">d", value).hex()
            if isinstance(value, str): return "s" + value.encode("utf-8", "surrogatepass").hex()
            if isinstance(value, list): return "[" + ",".join(map(show, value)) + "]"
            return "{" + ",".join(show(k) + ":" + show(v) for k, v in value.items()) + "}"
        for line in sys.stdin:
            try: print(show(json.loads(bytes.fromhex(line).decode("utf-8"), parse_constant=refuse)))
            except ValueError: print("refused")
        """#

    /// The same form of what a tape read.
    static func show(_ view: TapeView, _ index: UInt32) -> String {
        func hex(_ text: TapeText) -> String {
            var buffer = [UInt8](repeating: 0, count: Int(text.length))
            let count = buffer.withUnsafeMutableBytes { view.unescape(text, into: $0) }
            return "s" + buffer[..<count].map { String($0 >> 4, radix: 16) + String($0 & 15, radix: 16) }.joined()
        }
        switch view.kind(of: index) {
        case .null: return "null"
        case .true: return "true"
        case .false: return "false"
        case .integer:
            let digits = view.string(view.text(of: index))
            return "i" + (digits == "-0" ? "0" : digits)
        case .double:
            let bits = String((view.double(of: index) ?? 0).bitPattern, radix: 16)
            return "d" + String(repeating: "0", count: 16 - bits.count) + bits
        case .string: return hex(view.text(of: index))
        case .array: return "[" + view.children(of: index).map { show(view, $0) }.joined(separator: ",") + "]"
        case .object:
            return "{"
                + view.children(of: index).map { hex(view.key(of: $0)) + ":" + show(view, $0) }.joined(separator: ",")
                + "}"
        }
    }

    /// Documents of a seed: random values, half of them damaged in one to three places.
    static func documents(seed: UInt64, count: Int) -> [[UInt8]] {
        var random = Random(state: seed)
        return (0..<count).map { number in
            var text = Array(random.value(depth: 4).utf8)
            guard number % 2 == 1 else { return text }
            for _ in 0..<random.below(3) + 1 where !text.isEmpty {
                let place = random.below(text.count)
                switch random.below(4) {
                case 0: text[place] = UInt8(random.below(256))
                case 1: text.remove(at: place)
                case 2: text.insert(Array("{}[],:\"\\0e.-u \n".utf8)[random.below(15)], at: place)
                default: text.removeSubrange(place...)
                }
            }
            return text
        }
    }

    @Test("both agree on random documents and on damaged ones", arguments: [1, 2, 3] as [UInt64])
    func agree(_ seed: UInt64) throws {
        let python = try #require(pythonPath, "skipped: no python3 on this machine")
        let documents = Self.documents(seed: seed, count: 4_000)
        let input = documents.map { $0.map { String($0 >> 4, radix: 16) + String($0 & 15, radix: 16) }.joined() + "\n" }
            .joined()
        let result = try run(python, ["-c", Self.script], input: Data(input.utf8))
        let expected = result.output.split(separator: "\n")
        try #require(expected.count == documents.count, "\(result.error)")
        var tape = Tape(keys: KeyTable(["a", "b", "é", "key"]))
        var refused = 0
        for (document, expected) in zip(documents, expected) {
            let isRead = (try? tape.parse(copying: document)) != nil
            refused += isRead ? 0 : 1
            let actual = isRead ? Self.show(tape.view, Tape.root) : "refused"
            #expect(actual == expected, "\(String(decoding: document, as: UTF8.self))")
            // What is written again reads the same.
            guard isRead else { continue }
            let written = tape.view.json(of: Tape.root)
            try tape.parse(copying: written.utf8)
            #expect(Self.show(tape.view, Tape.root) == expected, "\(written)")
        }
        #expect(refused > 100 && refused < 3_900)
    }
}

/// A generator of documents; the same seed gives the same ones.
struct Random {
    var state: UInt64

    /// A number below `bound` (SplitMix64).
    mutating func below(_ bound: Int) -> Int {
        state &+= 0x9E37_79B9_7F4A_7C15
        var mixed = state
        mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
        mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
        return Int((mixed ^ (mixed >> 31)) % UInt64(bound))
    }

    mutating func pick(_ choices: [String]) -> String { choices[below(choices.count)] }

    mutating func string() -> String {
        let parts = [
            "a", "b", "key", "é", "\u{1F600}", #"\u0061"#, #"\u00e9"#, #"\ud83d\ude00"#, #"\ud83d"#, #"\ude00"#, #"\n"#,
            #"\""#,
            #"\\"#, #"\/"#, "0123456789abcdef", " ", "\u{7F}", "\u{2028}", "中文字符",
        ]
        return "\"" + (0..<below(5)).map { _ in pick(parts) }.joined() + "\""
    }

    mutating func number() -> String {
        let digits = [
            "0", "1", "-1", "12", "-0", "9223372036854775807", "-9223372036854775808", "9223372036854775808",
            "123456789012345678901234567890",
        ]
        let fraction = ["", "", ".0", ".5", ".1", ".123456789012345678901234567890"]
        let exponent = ["", "", "e0", "E5", "e-7", "e+22", "e308", "e400", "e-400", "e-320"]
        return pick(digits) + pick(fraction) + pick(exponent)
    }

    mutating func value(depth: Int) -> String {
        let space = pick(["", "", " ", "\n", " \t\r\n"])
        switch below(depth > 0 ? 7 : 4) {
        case 0: return space + pick(["null", "true", "false"]) + space
        case 1: return space + number()
        case 2, 3: return string() + space
        case 4: return "[" + (0..<below(5)).map { _ in value(depth: depth - 1) }.joined(separator: ",") + "]" + space
        default:
            let members = (0..<below(6)).map { _ in string() + space + ":" + value(depth: depth - 1) }
            return space + "{" + (members.isEmpty ? space : members.joined(separator: ",")) + "}"
        }
    }
}
