import BigInt
import Testing

@testable import PythonRuntime

/// `format`, `%` and `str.format` templates beside CPython 3.11.
@Suite struct TextFormatDifferentialTests {
    typealias Numbers = NumbersDifferentialTests

    static let specifications = [
        "d", "5", "05", "+", " ", "-", "z", "#", "=5", ",", "_", ",s", ",_", "_,", ",,", ",b", "_b", ",n", "_n", "zd",
        "+c", "#c", "c", "5xx",
        ".", ",.", "99999999999999999999", ".99999999999999999999", ".9999999999", "é", "\u{1}", "é<15", "é>15", "é^15",
        "*=15", "٣", ".٣f", "s",
        "10s", "<10", ">10", "^10", "^11", "é", "{", "b", "o", "x", "X", "#b", "#o", "#x", "#X", "#010x", "_x", "_o",
        "#_X", ",d", "_d", "010,d",
        "011,d", "012,d", "013_x", "+,d", "e", "E", "f", "F", "g", "G", "n", "%", ".0f", ".1f", ".2f", ".3f", ".10f",
        ".20f", ".0e", ".3e", ".17g",
        ".3g", ".0g", "#.3g", "#.0f", "#.0e", "#g", ",.2f", "_.2f", "015,.2f", "016,.2f", "+.2f", " .2f", "z.1f", "zf",
        "z.0f", ".3", ".1", ".10",
        "#", "#.3", "015.3", ".2%", "+.1%", "08.3f", "<08", ">08", "^08", "=08", "x<08", "<05s", "3.2s", ".2s", ".0s",
        ".2", "5c", "05c", "^5c",
        "+d", " d", "-d", "010d", "<010d", "_^+15,d", "020n", ".3n", "020.3g", "__", "10_", "_10", "#s", "+s", "=s",
        "zs", " s", "0s", "1", "0", "00",
        "d5", ".2d", "c5", "z5", ",%", "_%", "_e", ",g", "_g", "_E", "s5", ".400f", "-5", "+5", ">5", "é>é", "<<10",
        "}", "<", "07_b",
    ]

    @Test func format() throws {
        var cases: [ReferenceCase] = []
        for specification in Self.specifications {
            let name = literal(specification)
            for text in ["", "a", "日本語文字", "hello world"] {
                cases.append(
                    ReferenceCase("format(\(literal(text)), \(name))") { sink in
                        try withText(text) { value in
                            try withText(specification) { try Format.append(value, specification: $0, into: &sink) }
                        }
                    }
                )
            }
            let integers: [BigInt] = [
                0, 1, -1, 97, 255, -255, 1000, 1_234_567, -1_234_567_890, 0x110000, BigInt(10).power(30),
                -BigInt(2).power(64), BigInt(10).power(400),
            ]
            for value in integers {
                cases.append(
                    ReferenceCase("format(\(value), \(name))") { sink in
                        try withText(specification) {
                            try Format.append(PythonInteger(value), specification: $0, into: &sink)
                        }
                    }
                )
            }
            cases.append(
                ReferenceCase("format(True, \(name))") { sink in
                    try withText(specification) {
                        try Format.append(PythonInteger.small(1), specification: $0, typeName: "bool", into: &sink)
                    }
                }
            )
            for value in Numbers.edges {
                cases.append(
                    ReferenceCase("format(\(Numbers.text(value)), \(name))") { sink in
                        try withText(specification) { try Format.append(value, specification: $0, into: &sink) }
                    }
                )
            }
        }
        try Numbers.expectEqual(cases)
    }

    @Test func percent() throws {
        var cases: [ReferenceCase] = []
        let flags = ["", "-", "+", " ", "#", "0", "-0", "+0", "#0", " +", "-#", "+-0#"]
        let sizes = ["", "1", "5", "12", ".0", ".3", "10.4", "3.8", ".", "5."]
        for flag in flags {
            for size in sizes {
                for conversion in "diuxXo" {
                    let template = "%\(flag)\(size)\(conversion)|"
                    for value: Int64 in [0, 3, -42, 255, 1 << 40] {
                        cases.append(
                            ReferenceCase("\(literal(template)) % \(value)") {
                                try Self.percent(template, .integer(.small(value)), &$0)
                            }
                        )
                    }
                }
                for conversion in "eEfFgG" {
                    let template = "%\(flag)\(size)\(conversion)|"
                    for value in [0.0, -0.0, 1.5, -123.456, 1e20, 1e-10, .infinity, .nan] {
                        cases.append(
                            ReferenceCase("\(literal(template)) % \(Numbers.text(value))") {
                                try Self.percent(template, .float(value), &$0)
                            }
                        )
                    }
                }
                let template = "%\(flag)\(size)s|%\(flag)\(size)c|%%"
                for text in ["a", "日"] {
                    cases.append(
                        ReferenceCase("\(literal(template)) % (\(literal(text)), \(literal(text)))") {
                            try Self.percent(template, text, &$0)
                        }
                    )
                }
            }
        }
        for template in [
            "%", "%5", "%-", "%.", "%l", "%z", "%é", "%\n", "%hhd", "%ld", "%(a", "%99999999999999999999d",
            "%.99999999999d", "%1$s", "%.-5d", "a%%b%",
            "é%y", "%5%", "%-%", "%l%",
        ] {
            cases.append(
                ReferenceCase("\(literal(template)) % 1") { try Self.percent(template, .integer(.small(1)), &$0) }
            )
        }
        for value: Int64 in [97, 0x65E5, 0x110000, -1] {
            cases.append(
                ReferenceCase("'%3c|' % (\(value))") { try Self.percent("%3c|", .integer(.small(value)), &$0) }
            )
        }
        try Numbers.expectEqual(cases)
    }

    private static func percent(_ template: String, _ value: PythonNumber, _ sink: inout [UInt8]) throws {
        try withText(template) { text in
            for piece in PercentTemplate(text).pieces {
                switch piece {
                case .literal(let range): sink.append(contentsOf: text[range].bytes)
                case .directive(let directive):
                    if directive.key != nil || template.hasPrefix("%(") { throw PercentFormat.requiresMapping }
                    if let fault = directive.fault { throw fault }
                    let sizes = try PercentFormat.Sizes(directive: directive)
                    guard directive.conversion < 0x80, "diuxXoeEfFgGc".utf8.contains(UInt8(directive.conversion)) else {
                        throw PercentFormat.unsupported(directive)
                    }
                    switch value {
                    case .integer(let value): try PercentFormat.append(value, directive, sizes, into: &sink)
                    case .float(let value): try PercentFormat.append(value, directive, sizes, into: &sink)
                    }
                }
            }
        }
    }

    private static func percent(_ template: String, _ value: String, _ sink: inout [UInt8]) throws {
        try withText(template) { text in
            for piece in PercentTemplate(text).pieces {
                switch piece {
                case .literal(let range): sink.append(contentsOf: text[range].bytes)
                case .directive(let directive):
                    if let fault = directive.fault { throw fault }
                    let sizes = try PercentFormat.Sizes(directive: directive)
                    try withText(value) { try PercentFormat.append($0, directive, sizes, into: &sink) }
                }
            }
        }
    }

    @Test func templates() throws {
        let templates = [
            "", "a", "{", "}", "{a", "{0!}", "{0!x}", "{0!r", "{!}", "{0!rr}", "{0.}", "{0[}", "{0[]}", "{0[a}",
            "{0[a]b}", "{}{0}", "{0}{}", "{:{}}",
            "{:{:{}}}", "{99999999999999999999}", "{0!r:5}", "{0]}", "{ }", "{0 }", "{0!é}", "{a{b}}", "}a", "{0:{",
            "{0:}}", "{!r}", "{.a}", "{[0]}",
            "{0[99999999999999999999]}", "{a}", "{:{", "{0!", "{0!r:", "{0:a}b}", "{0:{1}", "{a!r}}", "{[}]}", "{0[{]}",
            "{a[}", "{-1}", "{0..a}",
            "{!s:}", "{0!s", "{0!s ", "{0!s }", "{{}}", "{{{0}}}", "{{", "}}", "{{}", "{0}}}", "x{0}y{1}z", "{}{}",
            "{0:>5}", "{a.b[c].d[1]}", "{:{}{}}",
            "{0!r}", "{٣}", "é{0}é", "{0:é^5}", "{a[b]}{c[[]}", "{a[b[c]}", "{a]b}", "{0:{{}}}", "{0:{}{1}}",
            "{0:a{1}b}", "{a!r:{b}}", "{[a]}", "{:}", "{!r:}",
        ]
        // Probes say what was asked of them, in CPython as in our walk.
        let probe = """
            class Probe:
                def __init__(s, n): s.n = n
                def __getattr__(s, k): return Probe(s.n + '.' + k)
                def __getitem__(s, k): return Probe(s.n + '[' + repr(k) + ']')
                def __format__(s, f): return '<' + s.n + '|' + f + '>'
                def __repr__(s): return 'repr(' + s.n + ')'
                def __str__(s): return 'str(' + s.n + ')'
            """
        let names = "['a', 'b', 'c', ' ', '-1', '0 ', '0]', 'a]b']"
        try Numbers.expectEqual(
            templates.map { template in
                ReferenceCase(
                    "(lambda s, t: (exec(\(literal(probe)), s), t.format(*[s['Probe'](str(i)) for i in range(4)],"
                        + " **{k: s['Probe'](k) for k in \(names)}))[1])({}, \(literal(template)))"
                ) { try Self.describe(template, &$0) }
            }
        )
    }

    private static func describe(_ template: String, _ sink: inout [UInt8]) throws {
        try withText(template) { text in
            try walk(FormatTemplate(text).pieces, text, &sink)
        }
    }

    private static func walk(_ pieces: [FormatTemplate.Piece], _ text: PythonText, _ sink: inout [UInt8]) throws {
        func string(_ range: Range<Int>) -> String { String(decoding: text[range].bytes, as: UTF8.self) }
        for piece in pieces {
            switch piece {
            case .literal(let range): sink.append(contentsOf: text[range].bytes)
            case .fault(let fault): throw fault
            case .field(let field):
                var name = ""
                switch field.root {
                case .position(let position):
                    guard position < 4 else { throw TextFault.format("position \(position)") }
                    name = "\(position)"
                case .keyword(let range): name = string(range)
                case .fault(let fault): throw fault
                }
                for step in field.steps {
                    switch step {
                    case .attribute(let range): name += "." + string(range)
                    case .index(let index): name += "[\(index)]"
                    case .key(let range): name += "['" + string(range) + "']"
                    case .fault(let fault): throw fault
                    }
                }
                if let fault = field.conversionFault { throw fault }
                var specification: [UInt8] = []
                try walk(field.specification, text, &specification)
                if let conversion = field.conversion {
                    let shown = (conversion == 0x73 ? "str(" : "repr(") + name + ")"
                    try withText(shown) { value in
                        if specification.isEmpty {
                            sink.append(contentsOf: value.bytes)
                        } else {
                            try withText(specification) { try Format.append(value, specification: $0, into: &sink) }
                        }
                    }
                } else {
                    sink += Array("<\(name)|".utf8) + specification + [0x3E]
                }
            }
        }
    }
}
