import Diagnostics
import KQL
import Testing

/// How the common mistakes are reported, and that the rest is read.
@Suite struct DiagnosticTests {
    struct Row: CustomTestStringConvertible {
        var text: String
        var complaints: [String]
        /// What is left, as KQL.
        var printed: String
        init(_ text: String, _ complaints: [String], _ printed: String) {
            self.text = text
            self.complaints = complaints
            self.printed = printed
        }
        var testDescription: String { text }
    }

    static let rows: [Row] = [
        Row("T | Where a | take 1", ["1:5 MG1006 KQL has no operator `Where`"], "T\n| Where a\n| take 1"),
        Row("T | where | take 1", ["1:11 MG1005 expected an expression, found `|`"], "T\n| where\n| take 1"),
        Row(
            "T | where a b | take 1",
            ["1:13 MG1005 expected `|` or the end of the operator, found `b`"],
            "T\n| where a b\n| take 1"
        ),
        Row(
            "T | join (U | wher a) on b | take 1",
            ["1:15 MG1006 KQL has no operator `wher`"],
            "T\n| join (U | wher a) on b\n| take 1"
        ),
        Row("T | where a = 1", ["1:15 MG1011 `=` names the predicate, it compares nothing"], "T\n| where 1"),
        Row(
            "T | where a == “x”",
            ["1:16 MG1001 `\u{201C}` begins no word of KQL", "1:18 MG1001 `\u{201D}` begins no word of KQL"],
            "T\n| where a == “x”"
        ),
        Row("T | where a == 'x\n| take 1", ["1:16 MG1002 the string does not end"], "T\n| where a == 'x\n| take 1"),
        Row("T | where a == '\\d'", ["1:17 MG1003 `\\d` is no escape of KQL"], "T\n| where a == \"\\\\d\""),
        Row(
            "T | where (a",
            ["1:11 MG1007 `(` is never closed", "1:13 MG1005 expected `)`, found the end"],
            "T\n| where (a"
        ),
        Row(
            "T | where a)",
            ["1:12 MG1007 `)` closes nothing", "1:12 MG1008 expected `|` or `;`, found `)`"],
            "T\n| where a"
        ),
        Row("let a = 1\nT", ["2:1 MG1008 expected `|` or `;`, found `T`"], "let a = 1"),
        Row(
            "let a = T | take 1\nlet b = 2;\nb",
            ["2:1 MG1008 expected `|` or `;`, found `let`"],
            "let a = T\n| take 1;\nlet b = 2;\nb"
        ),
        Row(".show tables", ["1:1 MG1009 a management command is no query"], ""),
        Row(
            "T | take 99999999999999999999",
            ["1:10 MG1010 `99999999999999999999` is no number"],
            "T\n| take 99999999999999999999"
        ),
        Row("T | where a > 1.5x", ["1:15 MG1010 `1.5x` is no number"], "T\n| where a > 1.5x"),
        Row("| where a", ["1:1 MG1012 the query names no table"], "where a"),
        Row(
            "prose that is no query\n\nT | take 1",
            ["1:7 MG1008 expected `|` or `;`, found `that`"],
            "prose;\nT\n| take 1"
        ),
        Row(
            "T | where a == dynamic([1, b])",
            ["1:28 MG1005 expected a literal, found `b`"],
            "T\n| where a == dynamic([1, b])"
        ),
    ]

    @Test("a mistake is reported where it stands, and costs no more than its operator", arguments: rows)
    func mistakes(_ row: Row) {
        #expect(complaints(row.text) == row.complaints)
        #expect(Printer.print(parse(row.text).script) == row.printed)
    }

    @Test("hints") func hints() {
        #expect(parse("T | Where a").diagnostics.first?.hint == "write `where`: words of KQL are in lower case")
        #expect(parse("T | summarise a").diagnostics.first?.hint == "did you mean `summarize`?")
        #expect(parse("T | where a == '\\d'").isValid)
        #expect(!parse("T | wher a").isValid)
    }
}
