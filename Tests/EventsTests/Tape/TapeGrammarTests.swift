import Testing

@testable import Events

/// RFC 8259, both sides of each rule. A rejected text names the kind of fault and its offset.
@Suite struct TapeGrammarTests {
    struct Case: CustomTestStringConvertible, Sendable {
        var text: String
        /// Expected of a rejected text.
        var fault = TapeFault(.truncated, at: -1)
        var testDescription: String { text.debugDescription }

        init(_ text: String) { self.text = text }
        init(_ text: String, _ kind: TapeFault.Kind, _ offset: Int) {
            self.text = text
            fault = TapeFault(kind, at: offset)
        }
    }

    static let accepted: [Case] = [
        "null", "true", "false", "0", "-0", "10", "-1", "1.5", "1e5", "1E+5", "1e-5", "0.0", "0e0", "-0.0e-0",
        "\"\"", "\"a\"", "[]", "{}", "[ ]", "{ }", " \t\r\n[1 , 2]\n ", "[[],{}]", #"{"a":1}"#,
        #"{ "a" : 1 , "b" : [ ] }"#,
        #"{"a":{"b":{"c":[1,2,{"d":null}]}}}"#, #"{"":0}"#, #""\"\\\/\b\f\n\r\t""#, #""\u0000\uFFFF\ud83d\ude00""#,
        "\"\u{7F}\"", "\"é\u{7FF}\u{800}\u{FFFF}\u{10000}\u{10FFFF}\"", "123456789012345678901234567890", "1e400",
        "\"a string that is longer than sixteen bytes, and than thirty-two\"", "\"0123456789abcde\"",
        "\"0123456789abcdef\"",
    ].map { Case($0) }

    static let rejected: [Case] = [
        Case("", .truncated, 0), Case(" ", .truncated, 1), Case("[", .truncated, 1), Case("{", .truncated, 1),
        Case("[1", .truncated, 2), Case("[1,", .truncated, 3), Case(#"{"a""#, .truncated, 4),
        Case(#"{"a":"#, .truncated, 5), Case(#"{"a":1"#, .truncated, 6), Case(#"{"a":1,"#, .truncated, 7),
        Case(#"""#, .truncated, 1), Case(#""abc"#, .truncated, 4), Case(#""abc\"#, .truncated, 5),
        Case(#""\u12"#, .truncated, 5), Case(#""0123456789abcdef"#, .truncated, 17), Case("-", .truncated, 1),
        Case("1.", .truncated, 2), Case("1e", .truncated, 2), Case("1e+", .truncated, 3),
        Case("[1,]", .expectedValue, 3), Case("[,1]", .expectedValue, 1), Case("]", .expectedValue, 0),
        Case("}", .expectedValue, 0), Case(",", .expectedValue, 0), Case("tru", .expectedValue, 0),
        Case("nul1", .expectedValue, 0), Case("falsy", .expectedValue, 0), Case("True", .expectedValue, 0),
        Case("'a'", .expectedValue, 0), Case("+1", .expectedValue, 0), Case(".5", .expectedValue, 0),
        Case("NaN", .expectedValue, 0), Case("Infinity", .expectedValue, 0), Case("-Infinity", .invalidNumber, 1),
        Case("01", .invalidNumber, 1), Case("-01", .invalidNumber, 2), Case("-a", .invalidNumber, 1),
        Case("1.a", .invalidNumber, 2), Case("1.e5", .invalidNumber, 2), Case("1ea", .invalidNumber, 2),
        Case("0x10", .trailingBytes, 1), Case("1 2", .trailingBytes, 2), Case("{}{}", .trailingBytes, 2),
        Case("nulla", .trailingBytes, 4), Case("[]]", .trailingBytes, 2),
        Case("{1:2}", .expectedKey, 1), Case("{a:2}", .expectedKey, 1), Case(#"{"a":1,}"#, .expectedKey, 7),
        Case("{,}", .expectedKey, 1), Case("[}", .expectedValue, 1), Case("{]", .expectedKey, 1),
        Case(#"{"a"}"#, .expectedColon, 4), Case(#"{"a" 1}"#, .expectedColon, 5), Case(#"{"a",1}"#, .expectedColon, 4),
        Case("[1}", .expectedCommaOrEnd, 2), Case("[1 2]", .expectedCommaOrEnd, 3),
        Case(#"{"a":1]"#, .expectedCommaOrEnd, 6), Case(#"{"a":1 "b":2}"#, .expectedCommaOrEnd, 7),
        Case(#"["a":1]"#, .expectedCommaOrEnd, 4), Case("[1.5.5]", .expectedCommaOrEnd, 4),
        Case(#""\x""#, .invalidEscape, 1), Case(#""\u12g4""#, .invalidEscape, 1), Case(#""ab\'""#, .invalidEscape, 3),
        Case("\"\n\"", .controlCharacter, 1), Case("\"a\u{0}\"", .controlCharacter, 2),
        Case("\"0123456789abcdef\u{1F}\"", .controlCharacter, 17), Case("{\"\t\":1}", .controlCharacter, 2),
        Case("\u{FEFF}{}", .expectedValue, 0), Case("/* */1", .expectedValue, 0), Case("\u{B}1", .expectedValue, 0),
    ]

    @Test("what the grammar allows is accepted, and written back as it was", arguments: accepted)
    func accepts(_ test: Case) throws {
        var tape = Tape()
        try tape.parse(copying: test.text.utf8)
        #expect(tape.view.nodeCount > 0)
        let trimmed = test.text.drop { " \t\r\n".contains($0) }
        #expect(trimmed.hasPrefix(tape.view.json(of: Tape.root)))
    }

    @Test("what it does not allow is refused where it goes wrong", arguments: rejected)
    func rejects(_ test: Case) {
        var tape = Tape()
        #expect(throws: test.fault) { try tape.parse(copying: test.text.utf8) }
        #expect(tape.view.nodeCount == 0)
        #expect(tape.view.kind(of: Tape.root) == .null)
    }

    @Test("every prefix of a document is truncated or at least refused, whatever bytes follow it")
    func prefixes() {
        let text = Array(#"{"a":[1,-2.5e3,"x\u00e9é",true],"b":{"c":null,"d":[]},"e":"0123456789abcdef0123"}"#.utf8)
        var tape = Tape()
        for length in 0..<text.count {
            // The rest of the document follows as padding, as in a stream.
            let buffer = EventBuffer(text + [UInt8](repeating: UInt8(ascii: "]"), count: 64))
            #expect(throws: TapeFault.self) {
                try tape.parse(UnsafeRawBufferPointer(rebasing: buffer.bytes[..<length]))
            }
        }
    }

    static let utf8: [(bytes: [UInt8], isValid: Bool)] = [
        ([0xC2, 0x80], true), ([0xDF, 0xBF], true), ([0xC1, 0xBF], false), ([0xC2], false), ([0x80], false),
        ([0xE0, 0xA0, 0x80], true), ([0xE0, 0x9F, 0xBF], false), ([0xED, 0x9F, 0xBF], true),
        ([0xED, 0xA0, 0x80], false), ([0xEE, 0x80, 0x80], true), ([0xEF, 0xBF, 0xBF], true), ([0xE1, 0x80], false),
        ([0xF0, 0x90, 0x80, 0x80], true), ([0xF0, 0x8F, 0xBF, 0xBF], false), ([0xF4, 0x8F, 0xBF, 0xBF], true),
        ([0xF4, 0x90, 0x80, 0x80], false), ([0xF5, 0x80, 0x80, 0x80], false), ([0xF1, 0x80, 0x80], false),
        ([0xFF], false), ([0xC2, 0x41], false), ([0xE1, 0x80, 0x41], false), ([0xF1, 0x80, 0x80, 0x41], false),
    ]

    @Test("strings are UTF-8 (RFC 3629, section 4), at every place of a block", arguments: utf8)
    func validatesUTF8(_ bytes: [UInt8], isValid: Bool) {
        var tape = Tape()
        for before in 0..<20 {
            let text =
                [UInt8(ascii: "\"")] + [UInt8](repeating: 0x61, count: before) + bytes + [0x61, 0x61, 0x61, 0x22]
            if isValid {
                #expect(throws: Never.self) { try tape.parse(copying: text) }
                #expect(!tape.view.text(of: Tape.root).isASCII)
            } else {
                #expect(throws: TapeFault(.invalidUTF8, at: before + 1)) { try tape.parse(copying: text) }
            }
        }
    }
}
