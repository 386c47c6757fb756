import Testing

@testable import PythonRuntime

/// The edges of text that stand without CPython: limits, hostile input, malformed bytes.
@Suite struct TextTests {
    /// A sink that takes only so much.
    struct SmallSink: ByteSink {
        var bytes: [UInt8] = []
        var capacity: Int
        var room: Int { capacity - bytes.count }
        mutating func append(_ byte: UInt8) { bytes.append(byte) }
        mutating func append(contentsOf added: UnsafeRawBufferPointer) { bytes.append(contentsOf: added) }
    }

    static let representations: [(String, String)] = [
        ("", "''"), ("a", "'a'"), ("it's", "\"it's\""), ("\"", "'\"'"), ("'\"", "'\\'\"'"),
        ("\n\t\r\\", "'\\n\\t\\r\\\\'"), ("\u{7f}", "'\\x7f'"), ("é", "'é'"),
        ("\u{a0}", "'\\xa0'"), ("\u{2028}", "'\\u2028'"), ("😀", "'😀'"), ("\u{e0001}", "'\\U000e0001'"),
    ]

    @Test(arguments: representations) func representation(text: String, expected: String) {
        #expect(answered { sink in withText(text) { $0.appendRepr(into: &sink) } } == Array(expected.utf8))
    }

    static let casings: [(String, lower: String, upper: String, title: String)] = [
        ("Hello wORLD", "hello world", "HELLO WORLD", "Hello World"), ("straße", "straße", "STRASSE", "Straße"),
        ("ΟΔΟΣ", "οδος", "ΟΔΟΣ", "Οδος"),
        ("ǆ", "ǆ", "Ǆ", "ǅ"), ("İ", "i\u{307}", "İ", "İ"), ("ﬃ", "ﬃ", "FFI", "Ffi"),
        ("they're", "they're", "THEY'RE", "They'Re"),
    ]

    @Test(arguments: casings) func casing(text: String, lower: String, upper: String, title: String) {
        withText(text) { text in
            #expect(answered { text.appendLower(into: &$0) } == Array(lower.utf8))
            #expect(answered { text.appendUpper(into: &$0) } == Array(upper.utf8))
            #expect(answered { text.appendTitled(into: &$0) } == Array(title.utf8))
        }
    }

    @Test("a sink that has no limit of its own takes one result of 64 MiB") func resultBytes() throws {
        try withText(String(repeating: "x", count: 1 << 20)) { text in
            var sink: [UInt8] = []
            try text.appendRepeated(count: TextLimits.resultBytesMax >> 20, into: &sink)
            #expect(sink.count == TextLimits.resultBytesMax)
            let fault = TextFault.resultTooLarge(bytesMax: TextLimits.resultBytesMax)
            var other: [UInt8] = []
            #expect(throws: fault) {
                try text.appendRepeated(count: TextLimits.resultBytesMax >> 20 + 1, into: &other)
            }
            #expect(other.isEmpty)
        }
        withText("") { text in
            var sink: [UInt8] = []
            let fault = TextFault.resultTooLarge(bytesMax: TextLimits.resultBytesMax)
            #expect(throws: fault) {
                try text.appendJustified(.left, width: TextLimits.resultBytesMax + 1, into: &sink)
            }
        }
    }

    /// A mark over its letter is passed over; CPython has no limit to that.
    @Test(
        "the letter that makes a sigma a final one is looked for so far and no farther",
        arguments: [
            (PythonText.sigmaContextMax - 1, 0, "ς"), (PythonText.sigmaContextMax, 0, "σ"),
            (0, PythonText.sigmaContextMax - 1, "σ"), (0, PythonText.sigmaContextMax, "ς"),
        ]
    )
    func sigmaContext(before: Int, after: Int, lower: String) {
        func marks(_ count: Int) -> String { String(repeating: "\u{301}", count: count) }
        func text(_ sigma: String) -> String { "a" + marks(before) + sigma + (after > 0 ? marks(after) + "b" : "") }
        let found = answered { sink in withText(text("Σ")) { $0.appendLower(into: &sink) } }
        let isRight = found == Array(text(lower).utf8)
        #expect(isRight)
    }

    @Test func widthLimit() throws {
        try withText("a") { text in
            var full = SmallSink(capacity: 32)
            try text.appendJustified(.left, width: 32, into: &full)
            #expect(full.room == 0)
            var other = SmallSink(capacity: 32)
            #expect(throws: TextFault.self) { try text.appendJustified(.left, width: 33, into: &other) }
            try withText("é") { fill in
                var wide = SmallSink(capacity: 21)
                try text.appendJustified(.left, width: 11, fill: fill, into: &wide)
                #expect(wide.room == 0)
                var tooWide = SmallSink(capacity: 21)
                #expect(throws: TextFault.self) {
                    try text.appendJustified(.left, width: 12, fill: fill, into: &tooWide)
                }
            }
        }
    }

    @Test func resultLimits() throws {
        var sink = SmallSink(capacity: 8)
        try withText("ab") { text in
            try text.appendRepeated(count: 4, into: &sink)
            #expect(sink.bytes.count == 8)
            sink.bytes = []
            let fault = TextFault.resultTooLarge(bytesMax: 8)
            #expect(throws: fault) { try text.appendRepeated(count: 5, into: &sink) }
            #expect(throws: fault) { try text.appendRepeated(count: .max, into: &sink) }
            #expect(throws: fault) { try text.appendJustified(.right, width: .max, into: &sink) }
            #expect(throws: fault) { try text.appendZeroFilled(width: .max, into: &sink) }
            #expect(throws: fault) { try withText("\t\t") { try $0.appendExpandingTabs(tabSize: .max, into: &sink) } }
        }
        var replaced = SmallSink(capacity: 8)
        try withText("aa") { text in
            try withText("a") { old in
                try withText("bbbb") { try text.appendReplacing(old, with: $0, into: &replaced) }
                #expect(replaced.bytes.count == 8)
                var other = SmallSink(capacity: 8)
                #expect(throws: TextFault.resultTooLarge(bytesMax: 8)) {
                    try withText("bbbbb") { try text.appendReplacing(old, with: $0, into: &other) }
                }
            }
        }
        #expect(throws: TextFault.self) {
            try withText("999999999d") { try Format.append(PythonInteger.small(1), specification: $0, into: &sink) }
        }
        #expect(throws: TextFault.self) {
            try withText(".999999999f") { try Format.append(1.5, specification: $0, into: &sink) }
        }
    }

    @Test func templateDepthLimit() {
        withText("{:{}}") { #expect(!"\(FormatTemplate($0).pieces)".contains("recursion")) }
        withText("{:{:{}}}") { #expect("\(FormatTemplate($0).pieces)".contains("Max string recursion exceeded")) }
        let deep = String(repeating: "{:", count: 10000) + String(repeating: "}", count: 10000)
        withText(deep) { #expect(FormatTemplate($0).pieces.count == 1) }
    }

    /// Periodic texts make a plain search quadratic: 400,000 bytes would take minutes.
    @Test(.timeLimit(.minutes(1))) func hostileSearchIsLinear() throws {
        let hay = [UInt8](repeating: 0x61, count: 400_000)
        let half = [UInt8](repeating: 0x61, count: 200_000)
        withText(hay) { text in
            withText(half + [0x62]) { #expect(text.find($0) == nil) }
            withText([0x62] + half) { #expect(text.findLast($0) == nil) }
            withText(half + [0x62] + half) { #expect(!text.contains($0)) }
        }
        withText(hay + [0x62] + half) { text in
            withText(half + [0x62]) { #expect(text.find($0) == 200_000) }
            withText([0x62] + half) { #expect(text.findLast($0) == 400_000) }
        }
        let sigmas = [[UInt8]](repeating: Array("Σ\u{301}".utf8), count: 3000).flatMap { $0 }
        var sink: [UInt8] = []
        withText(sigmas) { $0.appendLower(into: &sink) }
        #expect(sink.count == sigmas.count)
    }

    /// Whatever the bytes are, nothing is read outside of them.
    @Test func malformedBytesDoNotTrap() throws {
        var generator = SeededGenerator(seed: 9)
        for _ in 0..<3000 {
            let bytes = (0..<Int.random(in: 0...9, using: &generator)).map { _ in
                UInt8.random(in: 0...255, using: &generator)
            }
            try withText(bytes) { text in
                var sink: [UInt8] = []
                text.appendRepr(into: &sink)
                text.appendLower(into: &sink)
                text.appendUpper(into: &sink)
                text.appendTitled(into: &sink)
                text.appendReversed(into: &sink)
                _ = text.stripped(.both)
                text.split { _ in }
                text.splitFromRight(maximum: 1) { _ in }
                text.splitLines { _ in }
                _ = text.slice(start: 1, stop: -1)
                try text.appendSlice(start: nil, stop: nil, step: -2, into: &sink)
                _ = text.range(ofIndex: 2)
                _ = FormatTemplate(text)
                _ = PercentTemplate(text)
                _ = try? Format.append(text, specification: text, into: &sink)
                _ = try? FloatParsing.parse(text)
                _ = try? PythonInteger(parsing: text, base: 0)
                _ = try? TextEncoder.encode(text, as: .utf16(nil), errors: .backslashReplace, into: &sink)
            }
        }
    }

    /// The differences between CPython's Unicode 14 and the standard library's, the reason for tables of our own.
    @Test func standardLibraryDiffers() {
        var differences: [String: Int] = [:]
        for value in UInt32(0)..<0x110000 {
            guard let scalar = Unicode.Scalar(value) else { continue }
            let ours = UnicodeTables.properties(of: value)
            let theirs = scalar.properties
            if ours.contains(.alphabetic) != (theirs.generalCategory.isLetter) {
                differences["alphabetic", default: 0] += 1
            }
            if ours.contains(.identifierStart) != (theirs.isXIDStart || value == 0x5F) {
                differences["identifier", default: 0] += 1
            }
            if ours.contains(.upper) != theirs.isUppercase { differences["upper", default: 0] += 1 }
            if ours.contains(.lower) != theirs.isLowercase { differences["lower", default: 0] += 1 }
            if ours.contains(.space) != theirs.isWhitespace { differences["space", default: 0] += 1 }
        }
        print("code points whose property differs from the standard library's: \(differences)")
        #expect(differences["alphabetic", default: 0] > 0)
    }
}

extension Unicode.GeneralCategory {
    fileprivate var isLetter: Bool {
        switch self {
        case .uppercaseLetter, .lowercaseLetter, .titlecaseLetter, .modifierLetter, .otherLetter: true
        default: false
        }
    }
}
