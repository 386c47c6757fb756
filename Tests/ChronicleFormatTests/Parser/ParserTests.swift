import ChronicleFormat
import Diagnostics
import Testing

/// Expressions as they are read: each is printed again, in the layout of the printer.
@Suite struct ParserTests {
    struct Case: CustomTestStringConvertible, Sendable {
        var written: String
        var printed: String
        var testDescription: String { written }

        init(_ written: String, _ printed: String? = nil) {
            self.written = written
            self.printed = printed ?? written
        }
    }

    static let cases: [Case] = [
        // Values.
        Case(#"$e.a = "x""#),
        Case(#"$e.a="x""#, #"$e.a = "x""#),
        Case(#"$e.a = `C:\x`"#),
        Case(#"$e.a = "C:\\x \"y\" \t""#),
        // An escape that means nothing is a backslash.
        Case(#"$e.a = "\d""#, #"$e.a = "\\d""#),
        Case(#"$e.a = /x\/y/"#),
        Case(#"$e.a = /[\\]\// nocase"#),
        Case("$e.a = 5"),
        Case("$e.a >= 5.25"),
        Case("$e.a = -5"),
        Case("$e.a = true"),
        Case("$e.a = TRUE", "$e.a = true"),
        // Fields.
        Case(#"$e.a.b["k y"].c[0] = "x""#),
        Case(#"metadata.event_type = "X""#),
        Case("$e.a.in = $p"),
        Case("$e.a.b_1 < $f.a.b_1"),
        // Binding: `or`, `and`, `not`, comparisons, sums, products.
        Case("$e.a = 1 or $e.b = 2 and not $e.c = 3"),
        Case("($e.a = 1 or $e.b = 2) and $e.c = 3"),
        Case("($e.a = 1 and $e.b = 2) or $e.c = 3", "$e.a = 1 and $e.b = 2 or $e.c = 3"),
        Case("$e.a = 1 and ($e.b = 2 and $e.c = 3)"),
        Case("not ($e.a = 1 and $e.b = 2)"),
        Case("not not $e.a = 1"),
        Case("!$e.a = 1", "not $e.a = 1"),
        Case("NOT $e.a = 1 OR $e.b = 2", "not $e.a = 1 or $e.b = 2"),
        Case("$e.a - $e.b - 1 > 2 * $e.c + 3"),
        Case("$e.a - ($e.b - 1) > 2 * ($e.c + 3)"),
        Case("$e.a / 2 / 3 = $e.b % 2"),
        Case("$e.a / (2 / 3) = 1"),
        Case("-$e.a + -(1 + 2) = 3"),
        Case("1 < $e.a"),
        // Lists.
        Case("$e.a in %names"),
        Case("$e.a IN REGEX %patterns NOCASE", "$e.a in regex %patterns nocase"),
        Case("not $e.a in cidr %networks"),
        Case("$e.a in %table.column"),
        Case("$e.a = %table.column"),
        Case("5 %2 = 1", "5 % 2 = 1"),
        // Repeated fields.
        Case(#"any $e.a.ip = "10.0.0.1""#),
        Case(#"all $e.a.ip != "10.0.0.1""#),
        Case("net.ip_in_range_cidr(any $e.a.ip, \"10.0.0.0/8\")"),
        Case(#"any principal.ip = "x""#),
        // Calls.
        Case("re.regex($e.a, `x`) nocase"),
        Case("net.ip_in_range_cidr ($e.a, \"10.0.0.0/8\")", "net.ip_in_range_cidr($e.a, \"10.0.0.0/8\")"),
        Case("if($e.a = 1 and $e.b = 2, 3, 4) = 5"),
        Case("strings.concat($e.a, \"-\", $e.b,) = $p", "strings.concat($e.a, \"-\", $e.b) = $p"),
        Case("timestamp.current_seconds() - 3600 < $e.a"),
        Case("metrics.auth(period: 1d, window: 30d, agg: max, principal.user.userid: $u) > 5"),
        Case("(if($e.a = 1, 2) + 3) * 4 > 5"),
        // Of conditions.
        Case("#e > 5 and $p"),
        Case("2 of [$e, #f > 3, $g]"),
        Case("any of [$e, $f] or all of [$g, $h]"),
    ]

    private func file(_ predicate: String) -> (YaraLFile, [Diagnostic]) {
        let text = "rule r {\n  events:\n    \(predicate)\n  condition:\n    $e\n}\n"
        let result = YaraLParser.parse(Source(path: "r.yaral", text: text))
        return (result.file, result.diagnostics)
    }

    @Test("a predicate reads as it is meant, and its print as the same", arguments: cases)
    func predicates(_ test: Case) throws {
        let (read, diagnostics) = file(test.written)
        #expect(diagnostics.map(\.message) == [])
        let predicate = try #require(read.rules.first?.events.first)
        #expect(read.rules.first?.events.count == 1)
        #expect(YaraLPrinter.print(predicate) == test.printed)
        let (again, _) = file(test.printed)
        #expect(again == read)
        let whole = YaraLPrinter.print(read)
        #expect(YaraLParser.parse(Source(path: "r.yaral", text: whole)).file == read, "\(whole)")
    }

    /// Several predicates stand one after the other without a sign between them.
    static let sequences: [(String, [String])] = [
        ("$e.a = 1\n$e.b = 2", ["$e.a = 1", "$e.b = 2"]),
        ("$e.a = $p\n($e.b = 2)", ["$e.a = $p", "$e.b = 2"]),
        ("a.b = c.d\n(e.f = 2)", ["a.b = c.d", "e.f = 2"]),
        ("$e.a = 1 or\n$e.b = 2\n$e.c = 3", ["$e.a = 1 or $e.b = 2", "$e.c = 3"]),
        ("$e.a = 1\nor $e.b = 2\n$e.c = 3", ["$e.a = 1 or $e.b = 2", "$e.c = 3"]),
        ("$e.a = \"x\" nocase\nnot $e.b = 2", ["$e.a = \"x\" nocase", "not $e.b = 2"]),
        ("$e.a = 1 // remark\n/* and\nmore */ $e.b = 2", ["$e.a = 1", "$e.b = 2"]),
        ("$e.a = /x/ // remark\n$e.b = 2", ["$e.a = /x/", "$e.b = 2"]),
        ("$e.a = \"x\" any $e.b = 2", ["$e.a = \"x\"", "any $e.b = 2"]),
    ]

    @Test("predicates end where the next begins", arguments: sequences)
    func lines(_ test: (String, [String])) {
        let (read, diagnostics) = file(test.0)
        #expect(diagnostics.map(\.message) == [])
        #expect(read.rules.first?.events.map(YaraLPrinter.print) == test.1)
    }

    static let matches: [(String, String)] = [
        ("$a over 5m", "$a over 5m"),
        ("$a,$b OVER 1h", "$a, $b over 1h"),
        ("$a over 10m after $login", "$a over 10m after $login"),
        ("$a over 10m before $login", "$a over 10m before $login"),
        ("$a by 30m", "$a by 30m"),
        ("$a over every 1 hour", "$a over every 1 hour"),
        ("principal.ip, $b by day", "principal.ip, $b by day"),
        ("$a", "$a"),
    ]

    @Test("match sections", arguments: matches)
    func match(_ test: (String, String)) throws {
        let text = "rule r { match: \(test.0)\n condition: $e }"
        let source = Source(path: "r.yaral", text: text)
        let result = YaraLParser.parse(source)
        #expect(result.diagnostics.map(\.message) == [])
        #expect(try YaraLPrinter.print(#require(result.file.rules.first?.match)) == test.1)
        let printed = YaraLPrinter.print(result.file)
        #expect(YaraLParser.parse(Source(path: "r.yaral", text: printed)).file == result.file)
    }

    static let lengths: [(String?, String, Int?)] = [
        ("5", "m", 300), ("1", "h", 3600), ("2", "d", 172_800), (nil, "day", 86_400), ("3", "weeks", 1_814_400),
        ("1", "month", nil), ("9223372036854775807", "m", nil), ("99999999999999999999", "s", nil),
    ]

    @Test("the length of a window in seconds", arguments: lengths)
    func length(_ test: (String?, String, Int?)) {
        #expect(YaraLDuration(count: test.0, unit: test.1).seconds == test.2)
    }
}
