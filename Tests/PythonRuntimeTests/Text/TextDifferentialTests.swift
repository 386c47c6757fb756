import Testing

@testable import PythonRuntime

/// `str` and `bytes` methods beside CPython 3.11.
@Suite struct TextDifferentialTests {
    typealias Numbers = NumbersDifferentialTests

    /// WTF-8 and the Python literal of each.
    struct Sample {
        var bytes: [UInt8]
        var name: String

        init(_ text: String) {
            self.init(bytes: Array(text.utf8))
        }

        init(bytes: [UInt8]) {
            self.bytes = bytes
            let quoted = answered { sink in withText(bytes) { $0.appendASCIIRepr(into: &sink) } }
            name = String(decoding: quoted, as: UTF8.self)
        }
    }

    static let samples: [Sample] =
        [
            "", "a", " ", "abc", "  a b  c ", "a,b,,c", ",a,", "aaaa", "abababa", "Hello World", "HELLO", "hello", "ß",
            "ΑΣ", "ΑΣ Σ ΑΣΑ", "Σ",
            "ΑΣ\u{301}", "ΑΣ.Β", "ǆ ǅ Ǆ", "ŉ", "İstanbul", "ﬃ", "éÉ", "日本 語", "a\tb\n c\r\nd\u{b}e\u{c}f",
            "\u{1c}x\u{1d}y\u{1e}z\u{1f}w", "\u{85}x\u{2028}y\u{2029}z",
            "\u{a0}x\u{3000}", "123", "١٢٣", "²³", "½Ⅷ", "a1", "_a", "1a", "a-b", "They're Bill's", "ÀÉ x", "ͅα", "x'y",
            "x\"y", "x'y\"z", "\\", "\u{7f}\u{0}\u{1b}",
            "\u{ad}\u{200b}\u{e000}\u{10ffff}", "😀a😀", "-42", "+x", "a\r", "\r\n", "\n\n", "ʰA", "ⓐ",
            "ꟊ\u{1e4d0}\u{10d50}", "x\ty\tz", "\t", "a\n\tb", "ὈΔΥΣΣΕΎΣ",
        ].map { Sample($0) } + [
            Sample(bytes: [0x61, 0xED, 0xA0, 0x80, 0x62]), Sample(bytes: [0xED, 0xB2, 0x80]),
            Sample(bytes: [0xED, 0xA0, 0x80, 0xED, 0xB0, 0x80]),
        ]

    static let needles: [Sample] = [
        "", "a", "b", ",", "aa", "aba", "Σ", "日", "xyz", " ", "é", "l", "\n", "😀", "abc",
    ].map { Sample($0) }

    static func truth(_ value: Bool) -> String { value ? "True" : "False" }

    static func list(_ text: PythonText, reversed: Bool = false, _ body: ((Range<Int>) -> Void) throws -> Void) rethrows
        -> [UInt8]
    {
        var items: [[UInt8]] = []
        try body { range in
            var item: [UInt8] = []
            text[range].appendRepr(into: &item)
            items.append(item)
        }
        if reversed { items.reverse() }
        return [0x5B] + Array(items.joined(separator: Array(", ".utf8))) + [0x5D]
    }

    @Test func unary() throws {
        var cases: [ReferenceCase] = []
        for sample in Self.samples {
            func add(_ call: String, _ body: (PythonText, inout [UInt8]) throws -> Void) {
                cases.append(
                    ReferenceCase(call.replacing("@", with: sample.name)) { sink in
                        try withText(sample.bytes) { try body($0, &sink) }
                    }
                )
            }
            add("repr(@)") { $0.appendRepr(into: &$1) }
            add("ascii(@)") { $0.appendASCIIRepr(into: &$1) }
            add("@.lower()") { $0.appendLower(into: &$1) }
            add("@.upper()") { $0.appendUpper(into: &$1) }
            add("@.title()") { $0.appendTitled(into: &$1) }
            add("@.capitalize()") { $0.appendCapitalized(into: &$1) }
            add("@.casefold()") { $0.appendCaseFolded(into: &$1) }
            add("@.swapcase()") { $0.appendSwappedCase(into: &$1) }
            add("@[::-1]") { $0.appendReversed(into: &$1) }
            add("@.strip()") { $1 += Array($0.stripped().bytes) }
            add("@.lstrip()") { $1 += Array($0.stripped(.left).bytes) }
            add("@.rstrip()") { $1 += Array($0.stripped(.right).bytes) }
            add("len(@)") { $1 += Array("\($0.length)".utf8) }
            for (name, predicate) in [
                ("isalpha", PythonText.Predicate.isalpha), ("isalnum", .isalnum), ("isdecimal", .isdecimal),
                ("isdigit", .isdigit), ("isnumeric", .isnumeric), ("isspace", .isspace),
            ] {
                add("@.\(name)()") { $1 += Array(Self.truth($0.satisfies(predicate)).utf8) }
            }
            add("@.isprintable()") { $1 += Array(Self.truth($0.isPrintable).utf8) }
            add("@.isidentifier()") { $1 += Array(Self.truth($0.isIdentifier).utf8) }
            add("@.isupper()") { $1 += Array(Self.truth($0.isUpper).utf8) }
            add("@.islower()") { $1 += Array(Self.truth($0.isLower).utf8) }
            add("@.istitle()") { $1 += Array(Self.truth($0.isTitle).utf8) }
            add("@.isascii()") { $1 += Array(Self.truth($0.isASCII).utf8) }
            for keep in [false, true] {
                add("@.splitlines(\(Self.truth(keep)))") { text, sink in
                    sink += Self.list(text) { text.splitLines(keepEnds: keep, $0) }
                }
            }
            for maximum in [-1, 0, 1, 2] {
                add("@.split(None, \(maximum))") { text, sink in
                    sink += Self.list(text) { text.split(maximum: maximum, $0) }
                }
                add("@.rsplit(None, \(maximum))") { text, sink in
                    sink += Self.list(text, reversed: true) { text.splitFromRight(maximum: maximum, $0) }
                }
            }
            for width in [-5, 0, 1, 5, 8, 9] {
                add("@.ljust(\(width))") { try $0.appendJustified(.left, width: width, into: &$1) }
                add("@.rjust(\(width), 'é')") { text, sink in
                    try withText("é") { try text.appendJustified(.right, width: width, fill: $0, into: &sink) }
                }
                add("@.center(\(width), '*')") { text, sink in
                    try withText("*") { try text.appendJustified(.center, width: width, fill: $0, into: &sink) }
                }
                add("@.zfill(\(width))") { try $0.appendZeroFilled(width: width, into: &$1) }
                add("@.expandtabs(\(width))") { try $0.appendExpandingTabs(tabSize: width, into: &$1) }
                add("@ * \(width)") { try $0.appendRepeated(count: width, into: &$1) }
            }
            for (start, stop, step) in [
                (nil, nil, 2), (nil, nil, -2), (1, 4, 1), (-3, -1, 1), (5, 0, -1), (-100, 100, 3), (3, 1, 1),
                (nil, 2, -1), (Int.max, Int.min, Int.min), (nil, nil, Int.max), (0, 0, 0),
            ] as [(Int?, Int?, Int?)] {
                func shown(_ index: Int?) -> String { index.map { "\($0)" } ?? "None" }
                add("@[\(shown(start)):\(shown(stop)):\(shown(step))]") {
                    try $0.appendSlice(start: start, stop: stop, step: step, into: &$1)
                }
                if step == 1 {
                    add("@[\(shown(start)):\(shown(stop))]") { $1 += Array($0.slice(start: start, stop: stop).bytes) }
                }
            }
        }
        try Numbers.expectEqual(cases)
    }

    @Test func binary() throws {
        var cases: [ReferenceCase] = []
        for sample in Self.samples {
            for needle in Self.needles {
                func add(_ call: String, _ body: (PythonText, PythonText, inout [UInt8]) throws -> Void) {
                    let expression = call.replacing("@", with: sample.name).replacing("#", with: needle.name)
                    cases.append(
                        ReferenceCase(expression) { sink in
                            try withText(sample.bytes) { text in
                                try withText(needle.bytes) { try body(text, $0, &sink) }
                            }
                        }
                    )
                }
                add("# in @") { $2 += Array(Self.truth($0.contains($1)).utf8) }
                for (start, end) in [(nil, nil), (1, nil), (nil, -1), (-3, 100), (4, 2), (100, nil), (0, 0)]
                    as [(Int?, Int?)]
                {
                    func shown(_ index: Int?) -> String { index.map { "\($0)" } ?? "None" }
                    let bounds = "\(shown(start)), \(shown(end))"
                    add("@.find(#, \(bounds))") { $2 += Array("\($0.find($1, start: start, end: end) ?? -1)".utf8) }
                    add("@.rfind(#, \(bounds))") {
                        $2 += Array("\($0.findLast($1, start: start, end: end) ?? -1)".utf8)
                    }
                    add("@.count(#, \(bounds))") {
                        $2 += Array("\($0.occurrences(of: $1, start: start, end: end))".utf8)
                    }
                    add("@.startswith(#, \(bounds))") {
                        $2 += Array(Self.truth($0.hasPrefix($1, start: start, end: end)).utf8)
                    }
                    add("@.endswith(#, \(bounds))") {
                        $2 += Array(Self.truth($0.hasSuffix($1, start: start, end: end)).utf8)
                    }
                }
                for count in [-1, 0, 1, 2] {
                    add("@.replace(#, 'XY', \(count))") { text, needle, sink in
                        try withText("XY") { try text.appendReplacing(needle, with: $0, count: count, into: &sink) }
                    }
                    add("@.split(#, \(count))") { text, needle, sink in
                        sink += try Self.list(text) { try text.split(separator: needle, maximum: count, $0) }
                    }
                    add("@.rsplit(#, \(count))") { text, needle, sink in
                        sink += try Self.list(text, reversed: true) {
                            try text.splitFromRight(separator: needle, maximum: count, $0)
                        }
                    }
                }
                add("@.strip(#)") { $2 += Array($0.stripped(of: $1).bytes) }
                add("@.lstrip(#)") { $2 += Array($0.stripped(.left, of: $1).bytes) }
                add("@.rstrip(#)") { $2 += Array($0.stripped(.right, of: $1).bytes) }
                add("(lambda p: len(p[0]) if p[1] else -1)(@.partition(#))") { text, needle, sink in
                    let found = try text.partition(needle)
                    sink += Array("\(found.map { text.index(ofOffset: $0.lowerBound) } ?? -1)".utf8)
                }
                add("(lambda p: len(p[0]) if p[1] else -1)(@.rpartition(#))") { text, needle, sink in
                    let found = try text.partitionFromRight(needle)
                    sink += Array("\(found.map { text.index(ofOffset: $0.lowerBound) } ?? -1)".utf8)
                }
            }
        }
        try Numbers.expectEqual(cases)
    }

    /// Every code point that is assigned or near one, a sample of the empty planes; a row of 256 at a time.
    @Test func allCodePoints() throws {
        let python = """
            (lambda r: ' '.join(f"{c.lower()}{c.upper()}{c.title()}{c.casefold()}{c.swapcase()}{c.capitalize()}" \
            + ''.join('01'[f] for f in (c.isalpha(), c.isalnum(), c.isdecimal(), c.isdigit(), c.isnumeric(), c.isspace(), \
            c.isprintable(), c.isidentifier(), ('a' + c).isidentifier(), c.isupper(), c.islower(), c.istitle(), \
            len(('a' + c + 'b').splitlines()) == 2)) + ('A' + c + '\\u03a3').lower()[-1] + (c + '\\u03a3').lower()[-1] \
            + (c + 'a').title()[-1] for c in map(chr, r)))
            """
        var cases: [ReferenceCase] = []
        for row in stride(from: UInt32(0), to: 0x110000, by: 256)
        where row < 0x32400 || row & 0xFFF00 == 0xE0000 || row % 0x2000 == 0 {
            var answer: [UInt8] = []
            for codePoint in row..<row + 256 {
                if codePoint > row { answer.append(0x20) }
                Self.describe(codePoint, &answer)
            }
            cases.append(ReferenceCase("\(python)(range(\(row), \(row + 256)))", answer))
        }
        try Numbers.expectEqual(cases)
    }

    private static func describe(_ codePoint: UInt32, _ sink: inout [UInt8]) {
        var bytes: [UInt8] = []
        bytes.append(codePoint: codePoint)
        func last(_ bytes: [UInt8], _ convert: (PythonText, inout [UInt8]) -> Void) -> [UInt8] {
            var result: [UInt8] = []
            withText(bytes) { convert($0, &result) }
            return withText(result) { Array($0[$0.codePoint(before: $0.count).start..<$0.count].bytes) }
        }
        withText(bytes) { text in
            text.appendLower(into: &sink)
            text.appendUpper(into: &sink)
            text.appendTitled(into: &sink)
            text.appendCaseFolded(into: &sink)
            text.appendSwappedCase(into: &sink)
            text.appendCapitalized(into: &sink)
            var flags = [PythonText.Predicate.isalpha, .isalnum, .isdecimal, .isdigit, .isnumeric, .isspace].map {
                text.satisfies($0)
            }
            flags += [
                text.isPrintable, text.isIdentifier, withText([0x61] + bytes) { $0.isIdentifier }, text.isUpper,
                text.isLower, text.isTitle,
            ]
            var lines = 0
            withText([0x61] + bytes + [0x62]) { $0.splitLines { _ in lines += 1 } }
            flags.append(lines == 2)
            sink += flags.map { $0 ? 0x31 : 0x30 }
        }
        let sigma = Array("Σ".utf8)
        sink += last([0x41] + bytes + sigma) { $0.appendLower(into: &$1) }
        sink += last(bytes + sigma) { $0.appendLower(into: &$1) }
        sink += last(bytes + [0x61]) { $0.appendTitled(into: &$1) }
    }

    @Test func decoding() throws {
        var generator = SeededGenerator(seed: 5)
        var inputs: [[UInt8]] = [
            [], [0x61], [0x61, 0xFF, 0xFE], [0xE2, 0x82], [0xE2, 0x82, 0x61], [0xED, 0xA0, 0x80],
            [0xF4, 0x90, 0x80, 0x80], [0xF0, 0x90, 0x80], [0xC0, 0x80],
            [0xEF, 0xBB, 0xBF, 0x61], [0xEF, 0xBB, 0xBF, 0xFF], [0xFF, 0xFE, 0x61, 0], [0xFE, 0xFF, 0, 0x61],
            [0x61, 0, 0, 0xD8], [0, 0xDC, 0x61, 0], [0, 0xD8, 0x61, 0],
            [0, 0xD8, 0x61], [0xFF, 0xFE, 0, 0, 0x61, 0, 0, 0], [0, 0, 0xFE, 0xFF, 0, 0, 0, 0x61], [0, 0, 0x11, 0],
            [0, 0xD8, 0, 0], [0x61, 0, 0, 0, 0x62],
            Array("héllo 日本 😀".utf8), [0x3D, 0xD8, 0x00, 0xDE],
        ]
        let interesting: [UInt8] = [
            0x00, 0x41, 0x7F, 0x80, 0x9F, 0xA0, 0xBF, 0xC2, 0xD8, 0xDC, 0xDF, 0xE0, 0xE2, 0xED, 0xEF, 0xF0, 0xF4, 0xF5,
            0xFF,
        ]
        for length in 1...12 {
            for _ in 0..<12 {
                inputs.append((0..<length).map { _ in interesting.randomElement(using: &generator) ?? 0 })
            }
        }
        let encodings = [
            "utf-8", "utf-8-sig", "ascii", "latin-1", "utf-16", "utf-16-le", "utf-16-be", "utf-32", "utf-32-le",
            "utf-32-be",
        ]
        let handlers = ["strict", "ignore", "replace", "backslashreplace", "surrogateescape", "surrogatepass"]
        var cases: [ReferenceCase] = []
        for input in inputs {
            let name = answered { sink in input.withUnsafeBytes { PythonText.appendBytesRepr($0, into: &sink) } }
            cases.append(ReferenceCase("repr(\(String(decoding: name, as: UTF8.self)))", name))
            for encoding in encodings {
                for handler in handlers {
                    cases.append(
                        ReferenceCase("\(String(decoding: name, as: UTF8.self)).decode('\(encoding)', '\(handler)')") {
                            sink in
                            let codec = try TextCodec(name: encoding)
                            try input.withUnsafeBytes {
                                try TextDecoder.decode(
                                    $0,
                                    as: codec,
                                    errors: CodecErrorHandler(name: handler),
                                    into: &sink
                                )
                            }
                        }
                    )
                }
            }
        }
        try Numbers.expectEqual(cases)
    }

    @Test func encoding() throws {
        let encodings = [
            "utf-8", "UTF8", "utf_8_sig", "ascii", "US-ASCII", "latin-1", "ISO8859-1", "utf-16", "utf-16-le",
            "utf-16-be", "utf-32", "utf-32-le", "utf-32-be", "foo",
        ]
        let handlers = [
            "strict", "ignore", "replace", "backslashreplace", "surrogateescape", "surrogatepass", "xmlcharrefreplace",
        ]
        let surrogates = [
            Sample(
                bytes: Array("aé".utf8) + [0xED, 0xB2, 0x80] + Array("b".utf8) + [0xED, 0xA0, 0x80] + Array("ሴ😀".utf8)
            ),
            Sample(bytes: [0xED, 0xB2, 0x80] + Array("é".utf8)), Sample(bytes: [0xED, 0xB2, 0x80, 0xED, 0xA0, 0x80]),
        ]
        var cases: [ReferenceCase] = []
        for sample in Self.samples + surrogates {
            for encoding in encodings {
                for handler in handlers {
                    cases.append(
                        ReferenceCase("\(sample.name).encode('\(encoding)', '\(handler)')") { sink in
                            var bytes: [UInt8] = []
                            let codec = try TextCodec(name: encoding)
                            try withText(sample.bytes) {
                                try TextEncoder.encode(
                                    $0,
                                    as: codec,
                                    errors: CodecErrorHandler(name: handler),
                                    into: &bytes
                                )
                            }
                            bytes.withUnsafeBytes { PythonText.appendBytesRepr($0, into: &sink) }
                        }
                    )
                }
            }
        }
        try Numbers.expectEqual(cases)
    }
}
