import Diagnostics
import Documents
import Testing

/// Scalars as Panther's tool reads them; each expectation was read off the tool itself.
@Suite struct ScalarTests {
    struct Case: CustomTestStringConvertible, Sendable {
        var text: String
        var expected: DataValue
        var testDescription: String { text }

        init(_ text: String, _ expected: DataValue) {
            self.text = text
            self.expected = expected
        }
    }

    static let cases: [Case] = [
        Case("true", .bool(true)), Case("True", .bool(true)), Case("FALSE", .bool(false)),
        Case("tRue", .string("tRue")),
        Case("yes", .string("yes")), Case("No", .string("No")), Case("ON", .string("ON")), Case("off", .string("off")),
        Case("y", .string("y")), Case("n", .string("n")),
        Case("2024-01-01", .string("2024-01-01")), Case("2024-01-01T10:00:00Z", .string("2024-01-01T10:00:00Z")),
        Case("", .null), Case("~", .null), Case("null", .null), Case("Null", .null), Case("NULL", .null),
        Case("nULL", .string("nULL")),
        Case("0644", .int(644)), Case("-0644", .int(-644)), Case("089", .string("089")), Case("0", .int(0)),
        Case("-0", .int(0)), Case("1_000", .int(1000)), Case("0_1", .int(1)), Case("0_", .int(0)),
        Case("1__2", .int(12)),
        Case("+5", .int(5)), Case("0x1F", .int(31)), Case("0b11", .int(3)), Case("+0b11", .int(3)),
        Case("0X1F", .string("0X1F")), Case("0B1", .string("0B1")), Case("0o17", .string("0o17")),
        Case("-", .list([DataNode(.null)])),
        Case("1:30:00", .string("1:30:00")), Case("1:30", .string("1:30")), Case("1_:30", .string("1_:30")),
        Case("1:30.5", .double(90.5)), Case("-1:2:3.5", .double(-3723.5)), Case("1:61.5", .string("1:61.5")),
        Case("1e3", .string("1e3")), Case("1.0e3", .string("1.0e3")), Case("1.0e+3", .double(1000)),
        Case("1.e+3", .double(1000)), Case("1.0E-2", .double(0.01)), Case("08.5", .double(8.5)), Case("1.", .double(1)),
        Case(".5", .double(0.5)), Case("+.5", .string("+.5")), Case("1_0.5_0", .double(10.5)), Case(".", .string(".")),
        Case(".inf", .double(.infinity)), Case("-.INF", .double(-.infinity)), Case(".Inf", .double(.infinity)),
        Case("1.0e+999", .double(.infinity)),
        Case("9223372036854775807", .int(.max)), Case("-9223372036854775808", .int(.min)),
        Case("9223372036854775808", .bigInt("9223372036854775808")),
        Case("-9223372036854775809", .bigInt("-9223372036854775809")),
        Case("0xFFFFFFFFFFFFFFFFFFFF", .bigInt("1208925819614629174706175")),
        Case("'12'", .string("12")), Case("\"true\"", .string("true")), Case("! \"12\"", .int(12)),
        Case("!!str 12", .string("12")), Case("!!int '0x1f'", .int(31)), Case("!!float 1e3", .double(1000)),
        Case("!!bool maybe", .string("maybe")), Case("!!null x", .null),
        Case("!!timestamp 2020-01-01", .string("2020-01-01")),
        Case("!!binary aGk=", .bytes([104, 105])), Case("!!binary '*'", .bytes([])),
        Case("\"caf\\u00e9\"", .string("café")),
    ]

    @Test("a scalar is read as the tool reads it", arguments: cases)
    func scalar(_ test: Case) throws {
        let root = try YAMLDocument.parse(Source(path: "<test>", text: "key:\n  " + test.text))
        #expect(root?["key"]?.value == test.expected)
    }

    @Test("NaN is a float that differs from itself") func notANumber() throws {
        let root = try YAMLDocument.parse(Source(path: "<test>", text: "[.nan, .NaN]"))
        for node in root?.list ?? [] {
            guard case .double(let number) = node.value else {
                Issue.record("no float")
                return
            }
            #expect(number.isNaN)
        }
    }

    @Test("integers end at 4300 digits, as in CPython", arguments: [4_300, 4_301])
    func digits(_ count: Int) {
        let text = "1" + String(repeating: "0", count: count - 1)
        let value = try? YAMLDocument.parse(Source(path: "<test>", text: text))?.value
        #expect(value == (count > 4_300 ? nil : .bigInt(text)))
    }
}
