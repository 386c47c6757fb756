/// Constants as Python's `repr` writes them.
enum PythonRepresentation {
    static func of(_ constant: Constant) -> String {
        switch constant {
        case .none: "None"
        case .bool(let value): value ? "True" : "False"
        case .ellipsis: "Ellipsis"
        case .int(let value): String(value)
        case .bigInt(let digits): digits
        case .float(let value): of(value)
        case .imaginary(let value): imaginary(value)
        case .string(let text): of(text: text.bytes)
        case .bytes(let bytes): "b" + quote(bytes) { output, byte in append(byte, to: &output) }
        }
    }

    /// The shortest digits that read back the same, in Python's layout: an exponent below 1e-4 and from 1e16.
    static func of(_ value: Double) -> String {
        guard value.isFinite else { return value < 0 ? "-inf" : value > 0 ? "inf" : "nan" }
        var digits = ""
        var exponent = 0
        var hasDot = false
        let text = "\(value.magnitude)"
        let parts = text.split(separator: "e")
        for character in parts[0] {
            if character == "." { hasDot = true; continue }
            digits.append(character)
            if !hasDot { exponent += 1 }
        }
        if parts.count > 1, let given = Int(parts[1]) { exponent += given }
        let significant = digits.drop { $0 == "0" }
        exponent -= digits.count - significant.count
        var kept = String(significant)
        while kept.hasSuffix("0") { kept.removeLast() }
        let sign = value.sign == .minus ? "-" : ""
        if kept.isEmpty { return sign + "0.0" }
        return sign + layout(kept, exponent: exponent)
    }

    /// `digits` with the point after `exponent` of them.
    private static func layout(_ digits: String, exponent: Int) -> String {
        if exponent > 16 || exponent < -3 {
            let power = exponent - 1
            let mantissa = digits.count > 1 ? digits.prefix(1) + "." + digits.dropFirst() : digits[...]
            let magnitude = abs(power) < 10 ? "0\(abs(power))" : "\(abs(power))"
            return mantissa + "e" + (power < 0 ? "-" : "+") + magnitude
        }
        if exponent <= 0 { return "0." + String(repeating: "0", count: -exponent) + digits }
        if digits.count <= exponent { return digits + String(repeating: "0", count: exponent - digits.count) + ".0" }
        return digits.prefix(exponent) + "." + digits.dropFirst(exponent)
    }

    private static func imaginary(_ value: Double) -> String {
        let text = of(value)
        return (text.hasSuffix(".0") ? String(text.dropLast(2)) : text) + "j"
    }

    /// A `str` of WTF-8 bytes.
    static func of(text bytes: [UInt8]) -> String {
        if bytes.allSatisfy({ $0 < 0x80 }) {
            return quote(bytes) { output, byte in append(byte, to: &output) }
        }
        return quote(codePoints(bytes)) { output, value in
            if value < 0x80 {
                append(UInt8(truncatingIfNeeded: value), to: &output)
            } else if let scalar = Unicode.Scalar(value), isPrintable(scalar) {
                output.unicodeScalars.append(scalar)
            } else {
                let (letter, width) = value < 0x100 ? ("x", 2) : value < 0x10000 ? ("u", 4) : ("U", 8)
                let number = String(value, radix: 16)
                output += "\\" + letter + String(repeating: "0", count: max(0, width - number.utf8.count)) + number
            }
        }
    }

    private static func quote<Unit: BinaryInteger>(_ units: [Unit], append: (inout String, Unit) -> Void) -> String {
        let quote: Character = units.contains(0x27) && !units.contains(0x22) ? "\"" : "'"
        var output = String(quote)
        for unit in units {
            if unit == 0x27, quote == "'" { output += "\\'" } else { append(&output, unit) }
        }
        output.append(quote)
        return output
    }

    private static func append(_ byte: UInt8, to output: inout String) {
        switch byte {
        case UInt8(ascii: "\\"): output += "\\\\"
        case UInt8(ascii: "\n"): output += "\\n"
        case UInt8(ascii: "\r"): output += "\\r"
        case UInt8(ascii: "\t"): output += "\\t"
        case 0x20...0x7E: output.unicodeScalars.append(Unicode.Scalar(byte))
        default:
            let number = String(byte, radix: 16)
            output += "\\x" + (number.utf8.count < 2 ? "0" : "") + number
        }
    }

    /// As `str.isprintable` of CPython 3.11, which knows Unicode 14.
    private static func isPrintable(_ scalar: Unicode.Scalar) -> Bool {
        guard let age = scalar.properties.age, age.major <= 14 else { return false }
        return switch scalar.properties.generalCategory {
        case .control, .format, .surrogate, .privateUse, .unassigned, .lineSeparator, .paragraphSeparator,
            .spaceSeparator:
            false
        default: true
        }
    }

    /// WTF-8 to code points; the bytes are well-formed.
    private static func codePoints(_ bytes: [UInt8]) -> [UInt32] {
        var points: [UInt32] = []
        for byte in bytes {
            if byte & 0xC0 == 0x80, let last = points.popLast() {
                points.append(last << 6 | UInt32(byte & 0x3F))
            } else {
                points.append(
                    UInt32(byte < 0x80 ? byte : byte < 0xE0 ? byte & 0x1F : byte < 0xF0 ? byte & 0xF : byte & 7)
                )
            }
        }
        return points
    }
}
