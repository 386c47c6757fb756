import BigInt
import Testing

@testable import PythonRuntime

/// Every family of number functions beside CPython 3.11, on edges and random values.
@Suite struct NumbersDifferentialTests {
    static let edges: [Double] = [
        0, -0.0, 1, -1, 0.1, 0.5, 1.5, 2.5, 1e15, 1e16, 9_007_199_254_740_992, 1e17, 1e21, 1e22, 1e23,
        123456789012345680,
        1e-4, 1e-5, 0.00012345, .leastNonzeroMagnitude, 2.2250738585072014e-308, 1.7976931348623157e308, 1 / 3, 2.675,
        1.005, 0.045,
        1e100, 1e-100, .infinity, -.infinity, .nan, 4.35, 1e300, 4_503_599_627_370_496.5, 9.5, 99.5, 0.9999999,
        9.999999999e22, 1_000_000, 999999.5, 0.000099999995, -2.5, -7, 7, 3.7, 0.30000000000000004, 1e308, 25, 1024,
    ]

    static func doubles(_ count: Int) -> [Double] {
        var generator = SeededGenerator(seed: 7)
        return edges
            + (0..<count).map { _ in Double(bitPattern: generator.next()) }
            + (0..<count).map { _ in Double(Int64.random(in: -10_000_000...10_000_000, using: &generator)) / 1000 }
            + (0..<count / 4).map { _ in Double(Int64.random(in: -2000...2000, using: &generator)) / 8 }
    }

    static let integers: [PythonInteger] = {
        var generator = SeededGenerator(seed: 11)
        var result: [BigInt] = [0, 1, -1, 2, -2, 7, -7, 10, 255, -255, 256, 4300]
        for shift in [31, 52, 53, 54, 60, 61, 62, 63, 64, 65, 100, 127, 128, 200, 1023, 1024, 1100] {
            for offset in [-1, 0, 1] {
                result.append((BigInt(1) << shift) + BigInt(offset))
                result.append(-(BigInt(1) << shift) + BigInt(offset))
            }
        }
        for _ in 0..<20 { result.append(BigInt(Int64(bitPattern: generator.next()))) }
        return result.map { PythonInteger($0) }
    }()

    static func text(_ value: PythonInteger) -> String { "(\(value.bigInt))" }
    static func text(_ value: Double) -> String {
        value.isFinite ? "float.fromhex('\(hexadecimal(value))')" : "float('\(value)')"
    }
    static func hexadecimal(_ value: Double) -> String {
        var bytes: [UInt8] = []
        FloatHexadecimal.append(value, into: &bytes)
        return String(decoding: bytes, as: UTF8.self)
    }
    static func write(_ value: PythonInteger, _ sink: inout [UInt8]) throws {
        try value.append(into: &sink)
    }
    static func expectEqual(_ cases: [ReferenceCase]) throws {
        guard let differences = try CPythonReference.differences(cases) else { return }
        #expect(
            differences.isEmpty,
            "\(differences.count) of \(cases.count):\n\(differences.prefix(12).joined(separator: "\n"))"
        )
    }

    @Test func floatText() throws {
        var cases: [ReferenceCase] = []
        for value in Self.doubles(3000) {
            let name = Self.text(value)
            cases.append(ReferenceCase("repr(\(name))") { FloatText.append(value, into: &$0) })
            if value.isFinite {
                cases.append(ReferenceCase("\(name).hex()") { FloatHexadecimal.append(value, into: &$0) })
                cases.append(ReferenceCase("hash(\(name))", "\(NumberHash.hash(value))"))
            }
            cases.append(
                ReferenceCase("\(name).as_integer_ratio()") {
                    let ratio = try FloatArithmetic.integerRatio(value)
                    $0 += Array("(\(ratio.numerator.bigInt), \(ratio.denominator.bigInt))".utf8)
                }
            )
            cases.append(ReferenceCase("\(name).is_integer()", FloatArithmetic.isInteger(value) ? "True" : "False"))
            cases.append(ReferenceCase("int(\(name))") { try Self.write(PythonInteger(truncating: value), &$0) })
            cases.append(ReferenceCase("round(\(name))") { try Self.write(PythonInteger(rounding: value), &$0) })
        }
        try Self.expectEqual(cases)
    }

    @Test func floatRounding() throws {
        var cases: [ReferenceCase] = []
        for value in Self.doubles(400) {
            for digits in [0, 1, 2, 3, 5, 10, 15, 16, 20, 22, 100, 323, 330, -1, -2, -5, -22, -300, -308, -309, -400] {
                cases.append(
                    ReferenceCase("round(\(Self.text(value)), \(digits))") {
                        FloatText.append(try FloatArithmetic.round(value, digits: .small(Int64(digits))), into: &$0)
                    }
                )
            }
        }
        try Self.expectEqual(cases)
    }

    @Test func floatOperators() throws {
        var cases: [ReferenceCase] = []
        let operators: [(String, (Double, Double) throws -> Double)] = [
            ("/", FloatArithmetic.divide), ("//", FloatArithmetic.floorDivide), ("%", FloatArithmetic.modulo),
        ]
        for a in Self.edges {
            for b in Self.edges {
                let (x, y) = (Self.text(a), Self.text(b))
                for (symbol, body) in operators {
                    cases.append(ReferenceCase("\(x) \(symbol) \(y)") { FloatText.append(try body(a, b), into: &$0) })
                }
                // Out of a double's range CPython's complex power raises instead.
                if a < 0, b.magnitude > 1e5, b != b.rounded() { continue }
                cases.append(
                    ReferenceCase(
                        "(lambda r: '!ValueError: complex results are not supported' if type(r) is complex else r)(\(x) ** \(y))"
                    ) {
                        FloatText.append(try FloatArithmetic.power(a, b), into: &$0)
                    }
                )
                cases.append(
                    ReferenceCase("divmod(\(x), \(y))[0]") {
                        FloatText.append(try FloatArithmetic.divmod(a, b).quotient, into: &$0)
                    }
                )
            }
        }
        try Self.expectEqual(cases)
    }

    @Test func floatParsing() throws {
        let texts = [
            "", " ", "1", " 1.5 ", "1_0.5_0e1_0", "1__0", "_1", "1_", "1_.5", "1._5", "1e_5", "1_e5", "1e5_", "1e",
            "1e+",
            ".", ".5", "5.", "-.5e-3", "+1", "--1", "- 1", "inf", "-iNFinity", "infinit", "nan", "+NaN", "nan_", "0x1",
            "1e400", "-1e400", "1e-400", "1e99999999999999999999999", "1e-99999999999999999999", "\u{663}.\u{665}",
            "\u{2003}12\u{a0}", "1\u{0}", "\u{1c}1", "\u{1c}1\u{e9}", "1 2", "1é", "'", "\u{ff11}e\u{ff12}", "e5",
            "1.5.2",
            "9007199254740993", "179769313486231580793e289", "2.2250738585072011e-308", "4.9e-324",
            "2.4703282292062327e-324",
            "2.4703282292062328e-324", "0.000000000000000000000000000000000001e36", String(repeating: "1", count: 400),
            String(repeating: "0", count: 900) + "1.5", "0." + String(repeating: "0", count: 900) + "1e900", "1,5",
            "0.5" + String(repeating: "0", count: 900) + "1", "1" + String(repeating: "0", count: 1000) + "e-1000",
            String(repeating: "x", count: 300), "9007199254740992.99999999999999999999999999999999999999",
        ]
        var cases = texts.map { text in
            ReferenceCase("float(\(literal(text)))") { sink in
                FloatText.append(try withText(text) { try FloatParsing.parse($0) }, into: &sink)
            }
        }
        var generator = SeededGenerator(seed: 3)
        for value in Self.doubles(500) where value.isFinite {
            let text =
                "\(UInt64.random(in: 0...UInt64.max, using: &generator))\(generator.next())e\(Int.random(in: -345...290, using: &generator))"
            cases.append(
                ReferenceCase("float('\(text)')") { sink in
                    FloatText.append(try withText(text) { try FloatParsing.parse($0) }, into: &sink)
                }
            )
            let exact = "\(value)"
            cases.append(
                ReferenceCase("float('\(exact)')") { sink in
                    FloatText.append(try withText(exact) { try FloatParsing.parse($0) }, into: &sink)
                }
            )
        }
        let hexadecimals = [
            "x", "0x1p1024", "0x1p99999999999999999999999", "0x1p-99999999999999999999", "0x.p1", "0x.8", "1.8",
            " -INF ", "+nan",
            "0x" + String(repeating: "0", count: 50) + "1", "0x1.fffffffffffff8p1023", "0x1.fffffffffffff7p1023",
            "0x1p-1074",
            "0x1p-1075", "0x1.8p-1075", "0x1.00000000000008p0", "0x1.000000000000080000000000001p0",
            "0x1.00000000000018p0", "", "0x",
            "p1", "0x1p", "0x1p+", "0x1.2.3", "1e5", "0X1P3", "-0x0p0", "0x123456789abcdef01234p-4",
            "0x0.0000000000001p-1022",
        ]
        for text in hexadecimals {
            cases.append(
                ReferenceCase("float.fromhex(\(literal(text)))") { sink in
                    FloatText.append(try withText(text) { try FloatHexadecimal.parse($0) }, into: &sink)
                }
            )
        }
        try Self.expectEqual(cases)
    }

    @Test func integerParsing() throws {
        let texts = [
            "", " ", "0", "-0", "12", " 12\n", "+12", "--1", "- 1", "1_000", "1__0", "_1", "1_", "0x1f", "0X1F",
            "0b101", "0o17",
            "0x_1", "0x__1", "0_x1", "0b", "0b2", "0o8", "012", "00", "0_0", "-0x1", "z", "Zz", "9223372036854775807",
            "9223372036854775808", "-9223372036854775808", "-9223372036854775809", "123456789012345678901234567890",
            "\u{663}\u{664}",
            "\u{2003}7\u{3000}", "\u{1c}1", "1 2", "1\u{0}", "1.5", "1e5", "é", "'", "0b1", "1L", "\u{1d7ce}\u{1d7d9}",
            "a", "_", "0_", "+",
            "0x", "x1", String(repeating: "9", count: 4300), String(repeating: "9", count: 4301),
            String(repeating: "0", count: 4301),
            String(repeating: "1", count: 4301) + "x", String(repeating: "f", count: 5000),
            String(repeating: "x", count: 300),
            String(repeating: "\u{e9}'", count: 150), "1" + String(repeating: "_0", count: 200), "00x1",
            "000000000000000000000000001",
        ]
        var cases: [ReferenceCase] = []
        for text in texts {
            for base in [10, 0, 2, 8, 16, 36, 3, 1, 37, -1] {
                cases.append(
                    ReferenceCase("(lambda n: n if n.bit_length() < 14000 else hex(n))(int(\(literal(text)), \(base)))")
                    { sink in
                        let value = try withText(text) { try PythonInteger(parsing: $0, base: base) }
                        guard value.bitLength >= 14000 else { return try Self.write(value, &sink) }
                        sink += Array("0x".utf8)
                        try value.append(base: .hexadecimal, into: &sink)
                    }
                )
            }
            let bytes = Array(text.utf8)
            let name = answered { sink in bytes.withUnsafeBytes { PythonText.appendBytesRepr($0, into: &sink) } }
            cases.append(
                ReferenceCase("int(\(String(decoding: name, as: UTF8.self)))") { sink in
                    try Self.write(try bytes.withUnsafeBytes { try PythonInteger(parsingBytes: $0) }, &sink)
                }
            )
        }
        try Self.expectEqual(cases)
    }

    @Test func integerOperators() throws {
        var cases: [ReferenceCase] = []
        let operators: [(String, (PythonInteger, PythonInteger) throws -> PythonInteger)] = [
            ("+", { try $0.adding($1) }), ("-", { try $0.subtracting($1) }), ("*", { try $0.multiplied(by: $1) }),
            ("//", { try $0.floorDivided(by: $1) }), ("%", { try $0.modulo($1) }),
        ]
        for a in Self.integers {
            for b in Self.integers {
                let (x, y) = (Self.text(a), Self.text(b))
                for (symbol, body) in operators {
                    cases.append(ReferenceCase("\(x) \(symbol) \(y)") { try Self.write(try body(a, b), &$0) })
                }
                cases.append(ReferenceCase("\(x) / \(y)") { FloatText.append(try a.divided(by: b), into: &$0) })
                cases.append(ReferenceCase("\(x) < \(y)", a < b ? "True" : "False"))
            }
        }
        try Self.expectEqual(cases)
    }

    @Test func integerFunctions() throws {
        var cases: [ReferenceCase] = []
        for value in Self.integers {
            let name = Self.text(value)
            for base in [IntegerBase.binary, .octal, .hexadecimal] {
                cases.append(
                    ReferenceCase("format(\(name), '\(["b", "o", "x"][base == .binary ? 0 : base == .octal ? 1 : 2])')")
                    { try value.append(base: base, into: &$0) }
                )
            }
            cases.append(ReferenceCase("str(\(name))") { try value.append(into: &$0) })
            cases.append(ReferenceCase("hash(\(name))", "\(NumberHash.hash(value))"))
            cases.append(ReferenceCase("\(name).bit_length()", "\(value.bitLength)"))
            cases.append(ReferenceCase("float(\(name))") { FloatText.append(try value.double(), into: &$0) })
            for count: Int64 in [0, 1, 5, 62, 63, 64, 65, 200, -1] {
                cases.append(
                    ReferenceCase("\(name) << \(count)") {
                        try Self.write(try value.shiftedLeft(by: .small(count)), &$0)
                    }
                )
                cases.append(
                    ReferenceCase("\(name) >> \(count)") {
                        try Self.write(try value.shiftedRight(by: .small(count)), &$0)
                    }
                )
                cases.append(
                    ReferenceCase("round(\(name), \(-count))") {
                        try Self.write(try value.rounded(digits: .small(-count)), &$0)
                    }
                )
            }
            for exponent: Int64 in [0, 1, 2, 3, 10, 17, -1, -2] {
                cases.append(
                    ReferenceCase("\(name) ** \(exponent)") {
                        switch try value.raised(to: .small(exponent)) {
                        case .integer(let result): try Self.write(result, &$0)
                        case .float(let result): FloatText.append(result, into: &$0)
                        }
                    }
                )
                for modulus: Int64 in [0, 1, -1, 7, -7, 97, 1_000_000_007] {
                    cases.append(
                        ReferenceCase("pow(\(name), \(exponent), \(modulus))") {
                            try Self.write(try value.power(.small(exponent), modulo: .small(modulus)), &$0)
                        }
                    )
                }
            }
            for (length, order, signed) in [
                (0, ByteOrder.big, false), (1, .big, true), (8, .little, true), (8, .big, false), (9, .big, true),
                (150, .little, true), (-1, .big, true),
            ] {
                let flag = signed ? "True" : "False"
                cases.append(
                    ReferenceCase("\(name).to_bytes(\(length), '\(order.rawValue)', signed=\(flag)).hex()") { sink in
                        var bytes: [UInt8] = []
                        try value.appendBytes(length: length, order: order, signed: signed, into: &bytes)
                        sink += bytes.flatMap { Array((String($0 >> 4, radix: 16) + String($0 & 15, radix: 16)).utf8) }
                        let back = try bytes.withUnsafeBytes {
                            try PythonInteger(bytes: $0, order: order, signed: signed)
                        }
                        if back != value { sink += Array("not read back".utf8) }
                    }
                )
            }
            for other in Self.edges {
                let order = value.compared(to: other)
                let word = order == .less ? "<" : order == .equal ? "==" : order == .greater ? ">" : "?"
                cases.append(
                    ReferenceCase(
                        "(lambda a, b: '<' if a < b else '==' if a == b else '>' if a > b else '?')(\(name), \(Self.text(other)))",
                        word
                    )
                )
            }
        }
        try Self.expectEqual(cases)
    }
}
