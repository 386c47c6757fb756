import Documents
import Foundation
import TestSupport
import Testing

@Suite struct JSONTests {
    struct Case: CustomTestStringConvertible, Sendable {
        var value: DataValue
        var python: String
        var compact: String?
        var testDescription: String { python }

        init(_ value: DataValue, _ python: String, _ compact: String? = nil) {
            self.value = value
            self.python = python
            self.compact = compact
        }
    }

    static func map(_ pairs: [(DataValue, DataValue)]) -> DataValue {
        .map(DataMap(pairs.map { DataMap.Entry(key: DataNode($0.0), value: DataNode($0.1)) }))
    }

    /// Expectations are CPython's `json.dumps`.
    static let cases: [Case] = [
        Case(.null, "null"), Case(.bool(true), "true"), Case(.int(.min), "-9223372036854775808"),
        Case(.bigInt("123456789012345678901234567890"), "123456789012345678901234567890"),
        Case(.double(.nan), "NaN"), Case(.double(-.infinity), "-Infinity"), Case(.double(1), "1.0"),
        Case(.double(-0.0), "-0.0"), Case(.double(1e16), "1e+16"), Case(.double(1e15), "1000000000000000.0"),
        Case(.double(123456789012345680), "1.2345678901234568e+17"), Case(.double(0.0001), "0.0001"),
        Case(.double(0.00001), "1e-05"), Case(.double(1.5e-7), "1.5e-07"),
        Case(.double(.leastNonzeroMagnitude), "5e-324"),
        Case(.double(.greatestFiniteMagnitude), "1.7976931348623157e+308"), Case(.double(0.1), "0.1"),
        Case(.double(-12.25), "-12.25"), Case(.double(9007199254740992), "9007199254740992.0"),
        Case(.string("a\"\\\n\r\t\u{8}\u{C}\u{1}/"), #""a\"\\\n\r\t\b\f\u0001/""#),
        Case(.string("é😀\u{7F}\u{2028}"), "\"\\u00e9\\ud83d\\ude00\u{7F}\\u2028\"", "\"é😀\u{7F}\u{2028}\""),
        Case(.list([]), "[]"), Case(.list([DataNode(.int(1)), DataNode(.null)]), "[1, null]", "[1,null]"),
        Case(map([(.string("b"), .int(1)), (.string("a"), map([]))]), #"{"b": 1, "a": {}}"#, #"{"b":1,"a":{}}"#),
        Case(
            map([(.int(1), .null), (.bool(true), .null), (.null, .null), (.double(1.5), .null)]),
            #"{"1": null, "true": null, "null": null, "1.5": null}"#,
            #"{"1":null,"true":null,"null":null,"1.5":null}"#
        ),
    ]

    @Test("values are written as `json.dumps` writes them", arguments: cases)
    func json(_ test: Case) throws {
        #expect(String(decoding: try DataNode(test.value).json(.python), as: UTF8.self) == test.python)
        #expect(String(decoding: try DataNode(test.value).json(), as: UTF8.self) == test.compact ?? test.python)
    }

    @Test("what JSON has no form for is a fault") func faults() {
        #expect(throws: DataNode.JSONFault.bytes) { try DataNode(.bytes([1])).json() }
        #expect(throws: DataNode.JSONFault.key) { try DataNode(Self.map([(.list([]), .null)])).json() }
    }

    @Test("depth is limited", arguments: [0, 1]) func depth(_ excess: Int) {
        var node = DataNode(.null)
        for _ in 0..<(DataNode.jsonDepthMax + excess) { node = DataNode(.list([node])) }
        #expect((try? node.json()) == nil ? excess == 1 : excess == 0)
    }

    /// What is written last counts too: a text, the key before a value, the brackets that close.
    @Test(
        "length is limited",
        arguments: [
            DataValue.string("abc"), .list([DataNode(.string("ab")), DataNode(.int(12))]),
            Self.map([(.string("key"), .map(DataMap()))]), .list([DataNode(.list([DataNode(.list([]))]))]), .int(1234),
        ]
    )
    func length(_ value: DataValue) throws {
        let text = try DataNode(value).json()
        #expect(try DataNode(value).json(bytesMax: text.count) == text)
        for most in [text.count - 1, 0] {
            #expect(throws: DataNode.JSONFault.tooLong) { try DataNode(value).json(bytesMax: most) }
        }
    }

    @Test("the length that is allowed by default", arguments: [0, 1]) func lengthDefault(past: Int) {
        let text = String(repeating: "x", count: DataNode.jsonBytesMax - 2 + past)
        #expect(((try? DataNode(.string(text)).json()) == nil) == (past == 1))
    }

    @Test("floats are laid out as CPython's `repr` does", .enabled(if: pythonPath != nil)) func floats() throws {
        var state: UInt64 = 1
        var numbers: [Double] = []
        while numbers.count < 2_000 {
            state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
            let number =
                numbers.count % 2 == 0 ? Double(bitPattern: state) : Double(Int64(bitPattern: state) >> 40) / 1000
            if number.isFinite { numbers.append(number) }
        }
        let input = numbers.map { String($0.bitPattern) }.joined(separator: "\n")
        let script =
            "import struct, sys\nfor l in sys.stdin: print(repr(struct.unpack('d', struct.pack('Q', int(l)))[0]))"
        let result = try run(pythonPath ?? "", ["-c", script], input: Data(input.utf8))
        #expect(result.output.split(separator: "\n").map(String.init) == numbers.map(\.pythonRepresentation))
    }
}
