import Testing

@testable import PythonRuntime

/// Formats that hold without CPython at hand; the differential tests have the full tables.
@Suite struct TextFormatTests {
    static let integers: [(Int64, String, String)] = [
        (42, "d", "42"), (-42, "06", "-00042"), (255, "#x", "0xff"), (255, "#010X", "0X000000FF"),
        (1_234_567, ",", "1,234,567"),
        (1234, "09,", "0,001,234"), (1234, "08,", "0,001,234"), (97, "c", "a"), (5, "é^4", "é5éé"), (7, ".2f", "7.00"),
        (1, "s", "!ValueError: Unknown format code 's' for object of type 'int'"),
        (1, ".2d", "!ValueError: Precision not allowed in integer format specifier"),
        (1, ",b", "!ValueError: Cannot specify ',' with 'b'."),
        (-1, "c", "!OverflowError: %c arg not in range(0x110000)"),
    ]

    @Test(arguments: integers) func integer(value: Int64, specification: String, expected: String) {
        let answer = answered { sink in
            try withText(specification) {
                try Format.append(PythonInteger.small(value), specification: $0, into: &sink)
            }
        }
        #expect(String(decoding: answer, as: UTF8.self) == expected)
    }

    static let floats: [(Double, String, String)] = [
        (2.675, ".2f", "2.67"), (0.5, ".0f", "0"), (1234.5, ",.2f", "1,234.50"), (0.25, ".1%", "25.0%"),
        (-0.0, "z.1f", "0.0"),
        (1e16, "", "1e+16"), (.infinity, "06", "000inf"), (1.5, "g", "1.5"),
        (1.5, "d", "!ValueError: Unknown format code 'd' for object of type 'float'"),
    ]

    @Test(arguments: floats) func float(value: Double, specification: String, expected: String) {
        let answer = answered { sink in
            try withText(specification) { try Format.append(value, specification: $0, into: &sink) }
        }
        #expect(String(decoding: answer, as: UTF8.self) == expected)
    }

    static let faults: [(String, String)] = [
        ("%", "incomplete format"), ("%(a", "incomplete format key"), ("%99999999999999999999d", "width too big"),
        ("%.2147483648f", "precision too big"),
    ]

    @Test(arguments: faults) func directiveFault(template: String, message: String) {
        let pieces = withText(template) { PercentTemplate($0).pieces }
        guard case .directive(let directive) = pieces.last else {
            Issue.record("no directive")
            return
        }
        #expect(directive.fault == .format(message))
    }
}
