import BigInt
import Testing

@testable import PythonRuntime

/// The edges of numbers that stand without CPython, and the limits of ours that CPython has not.
@Suite struct NumbersTests {
    static let representations: [(Double, String)] = [
        (0, "0.0"), (-0.0, "-0.0"), (1e15, "1000000000000000.0"), (9_999_999_999_999_998, "9999999999999998.0"),
        (1e16, "1e+16"),
        (0.0001, "0.0001"), (0.00001, "1e-05"), (0.1 + 0.2, "0.30000000000000004"), (.leastNonzeroMagnitude, "5e-324"),
        (.greatestFiniteMagnitude, "1.7976931348623157e+308"), (.infinity, "inf"), (-.infinity, "-inf"), (.nan, "nan"),
        (1e22, "1e+22"),
    ]

    @Test(arguments: representations) func representation(value: Double, expected: String) {
        #expect(answered { FloatText.append(value, into: &$0) } == Array(expected.utf8))
    }

    static let roundings: [(Double, Int64, Double)] = [
        (2.675, 2, 2.67), (0.5, 0, 0), (1.5, 0, 2), (2.5, 0, 2), (1.005, 2, 1), (25, -1, 20), (35, -1, 40),
        (-0.4, 0, -0.0), (1e308, -308, 1e308),
        (.leastNonzeroMagnitude, 323, 0), (1234.5678, -4, 0), (123.456, 400, 123.456),
    ]

    @Test(arguments: roundings) func rounding(value: Double, digits: Int64, expected: Double) throws {
        let result = try FloatArithmetic.round(value, digits: .small(digits))
        #expect(result == expected && result.sign == expected.sign)
    }

    static let integerTexts: [(String, Int, String)] = [
        ("12", 10, "12"), (" -1_0 ", 10, "-10"), ("0x1F", 16, "31"), ("0b11", 0, "3"), ("z", 36, "35"), ("٣", 10, "3"),
        ("9223372036854775808", 10, "9223372036854775808"),
        ("", 10, "!ValueError: invalid literal for int() with base 10: ''"),
        ("x", 10, "!ValueError: invalid literal for int() with base 10: 'x'"),
        ("01", 0, "!ValueError: invalid literal for int() with base 0: '01'"),
        ("1", 37, "!ValueError: int() base must be >= 2 and <= 36, or 0"),
    ]

    @Test(arguments: integerTexts) func integerText(text: String, base: Int, expected: String) {
        let answer = answered { sink in
            try withText(text) { try PythonInteger(parsing: $0, base: base).append(into: &sink) }
        }
        #expect(String(decoding: answer, as: UTF8.self) == expected)
    }

    @Test func digitLimitOfReading() throws {
        let limit = String(repeating: "9", count: 4300)
        #expect(try withText(limit) { try PythonInteger(parsing: $0) }.bitLength == 14285)
        #expect(throws: NumberFault.tooManyDigits(limit: 4300, count: 4301)) {
            try withText(limit + "9") { try PythonInteger(parsing: $0) }
        }
    }

    @Test func digitLimitOfWriting() throws {
        var sink: [UInt8] = []
        try PythonInteger(BigInt(10).power(4300) - 1).append(into: &sink)
        #expect(sink.count == 4300)
        #expect(throws: NumberFault.tooManyDigits(limit: 4300, count: nil)) {
            try PythonInteger(BigInt(10).power(4300)).append(into: &sink)
        }
    }

    @Test func sizeLimit() throws {
        let limits = NumberLimits(integerBitsMax: 128)
        let one = PythonInteger.small(1)
        let largest = try one.shiftedLeft(by: .small(127), limits: limits)
        #expect(largest.bitLength == 128)
        let fault = NumberFault.integerTooLarge(bitsMax: 128)
        #expect(throws: fault) { try one.shiftedLeft(by: .small(128), limits: limits) }
        #expect(throws: fault) { try one.shiftedLeft(by: PythonInteger(BigInt(1) << 70), limits: limits) }
        #expect(throws: fault) { try largest.adding(largest, limits: limits) }
        #expect(throws: fault) { try largest.multiplied(by: .small(2), limits: limits) }
        #expect(throws: fault) { try largest.negated().subtracting(largest, limits: limits) }
        #expect(try PythonInteger.small(2).power(.small(127), limits: limits) == largest)
        #expect(throws: fault) { try PythonInteger.small(2).power(.small(128), limits: limits) }
        #expect(throws: fault) { try PythonInteger.small(10).power(.small(.max), limits: limits) }
        #expect(try one.power(.small(.max), limits: limits) == one)
        let bytes = [UInt8](repeating: 255, count: 16)
        #expect(
            try bytes.withUnsafeBytes { try PythonInteger(bytes: $0, order: .big, signed: false, limits: limits) }
                .bitLength == 128
        )
        #expect(throws: fault) {
            try (bytes + [0]).withUnsafeBytes {
                try PythonInteger(bytes: $0, order: .big, signed: false, limits: limits)
            }
        }
        #expect(throws: fault) {
            try withText(String(repeating: "f", count: 33)) { try PythonInteger(parsing: $0, base: 16, limits: limits) }
        }
    }

    @Test func extremesDoNotTrap() throws {
        let least = PythonInteger.small(.min)
        #expect(try least.floorDivided(by: .small(-1)) == PythonInteger(BigInt(1) << 63))
        #expect(try least.modulo(.small(-1)) == .small(0))
        #expect(least.negated() == PythonInteger(BigInt(1) << 63))
        #expect(NumberHash.hash(Int64.min) == NumberHash.hash(-0x1p63))
        #expect(try PythonInteger.small(7).rounded(digits: least) == .small(0))
        #expect(PythonInteger.small(.max).compared(to: 0x1p63) == .less)
        #expect(PythonInteger.small(.max).compared(to: .nan) == .unordered)
    }
}
