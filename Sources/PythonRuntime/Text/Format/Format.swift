/// `format(value, specification)` for the built-in types.
///
/// An empty specification is the value's `str`: callers take that way themselves where the type has its own `str`.
package enum Format {
    /// `format(str, specification)`.
    package static func append(
        _ value: PythonText,
        specification text: PythonText,
        into sink: inout some ByteSink
    ) throws(TextFault) {
        let format = try FormatSpecification(text, isString: true, typeName: "str")
        guard format.type == nil || format.type == 0x73 else { throw format.unknownCode(typeName: "str") }
        if let sign = format.sign {
            throw .format((sign == 0x20 ? "Space" : "Sign") + " not allowed in string format specifier")
        }
        if format.noNegativeZero {
            throw .format("Negative zero coercion (z) not allowed in string format specifier")
        }
        if format.alternate { throw .format("Alternate form (#) not allowed in string format specifier") }
        if format.alignment == .inside { throw .format("'=' alignment not allowed in string format specifier") }
        let end = format.precision < 0 ? value.count : value.offset(ofIndex: format.precision)
        try appendPadded(value[0..<end], format, into: &sink)
    }

    private static func appendPadded(
        _ value: PythonText,
        _ format: FormatSpecification,
        into sink: inout some ByteSink
    ) throws(TextFault) {
        let padding = max(0, format.width - value.length)
        let left = format.alignment == .right ? padding : format.alignment == .center ? padding / 2 : 0
        try appendFill(format.fill, count: left, into: &sink)
        sink.append(contentsOf: value.bytes)
        try appendFill(format.fill, count: padding - left, into: &sink)
    }

    static func appendFill(_ fill: UInt32, count: Int, into sink: inout some ByteSink) throws(TextFault) {
        guard count > 0 else { return }
        let width = fill < 0x80 ? 1 : fill < 0x800 ? 2 : fill < 0x10000 ? 3 : 4
        guard count <= sink.room / width else { throw .resultTooLarge(bytesMax: sink.room) }
        for _ in 0..<count { sink.append(codePoint: fill) }
    }

    /// `format(int, specification)`; `typeName` is `bool` for a `bool`.
    /// - Throws: ``TextFault``, and ``NumberFault`` of the conversion to float or text.
    package static func append(
        _ value: PythonInteger,
        specification text: PythonText,
        typeName: String = "int",
        limits: NumberLimits = .standard,
        into sink: inout some ByteSink
    ) throws {
        let format = try FormatSpecification(text, isString: false, typeName: typeName)
        let code = format.type ?? 0x64
        guard code < 0x80 else { throw format.unknownCode(typeName: typeName) }
        switch UnicodeScalar(UInt8(truncatingIfNeeded: code)) {
        case "b": try append(value, format, base: .binary, limits: limits, into: &sink)
        case "o": try append(value, format, base: .octal, limits: limits, into: &sink)
        case "x", "X": try append(value, format, base: .hexadecimal, limits: limits, into: &sink)
        case "d", "n": try append(value, format, base: .decimal, limits: limits, into: &sink)
        case "c": try appendCharacter(value, format, into: &sink)
        case "e", "E", "f", "F", "g", "G", "%": try append(try value.double(), format, into: &sink)
        default: throw format.unknownCode(typeName: typeName)
        }
    }

    private static func append(
        _ value: PythonInteger,
        _ format: FormatSpecification,
        base: IntegerBase,
        limits: NumberLimits,
        into sink: inout some ByteSink
    ) throws {
        try checkInteger(format)
        var digits: [UInt8] = []
        try value.appendMagnitude(base: base, limits: limits, into: &digits)
        var parts = NumberParts()
        parts.isNegative = value.isNegative
        if format.alternate { base.prefix.withUTF8Buffer { parts.prefix = Array($0) } }
        parts.digits = digits
        parts.groupLength = base == .decimal ? 3 : 4
        if format.type == 0x58 {
            parts.digits = uppercased(digits)
            parts.prefix = uppercased(parts.prefix)
        }
        try parts.append(format, into: &sink)
    }

    private static func checkInteger(_ format: FormatSpecification) throws(TextFault) {
        if format.precision >= 0 { throw .format("Precision not allowed in integer format specifier") }
        if format.noNegativeZero {
            throw .format("Negative zero coercion (z) not allowed in integer format specifier")
        }
    }

    private static func appendCharacter(
        _ value: PythonInteger,
        _ format: FormatSpecification,
        into sink: inout some ByteSink
    ) throws(TextFault) {
        try checkInteger(format)
        if format.sign != nil { throw .format("Sign not allowed with integer format specifier 'c'") }
        if format.alternate { throw .format("Alternate form (#) not allowed with integer format specifier 'c'") }
        guard case .small(let word) = value else {
            throw .formatOverflow("Python int too large to convert to C long")
        }
        guard let codePoint = UInt32(exactly: word), codePoint < 0x110000 else {
            throw .formatOverflow("%c arg not in range(0x110000)")
        }
        var parts = NumberParts()
        parts.remainder.append(codePoint: codePoint)
        try parts.append(format, into: &sink)
    }

    static func uppercased(_ digits: [UInt8]) -> [UInt8] {
        digits.map { (0x61...0x7A).contains($0) ? $0 - 0x20 : $0 }
    }

    /// `format(float, specification)`.
    package static func append(
        _ value: Double,
        specification text: PythonText,
        into sink: inout some ByteSink
    ) throws(TextFault) {
        let format = try FormatSpecification(text, isString: false, typeName: "float")
        let known = format.type.map { $0 < 0x80 && "eEfFgGn%".utf8.contains(UInt8(truncatingIfNeeded: $0)) } ?? true
        guard known else { throw format.unknownCode(typeName: "float") }
        try append(value, format, into: &sink)
    }

    private static func append(
        _ value: Double,
        _ format: FormatSpecification,
        into sink: inout some ByteSink
    ) throws(TextFault) {
        guard format.precision <= Int(Int32.max) else { throw .format("precision too big") }
        guard format.precision < sink.room / 2 else { throw .resultTooLarge(bytesMax: sink.room) }
        var request = FloatText.Request()
        request.alternate = format.alternate
        request.noNegativeZero = format.noNegativeZero
        request.precision = format.precision < 0 ? 6 : format.precision
        let code = format.type.map { UnicodeScalar(UInt8(truncatingIfNeeded: $0)) }
        switch code {
        case "e", "E": request.style = .exponent
        case "f", "F", "%": request.style = .fixed
        case "g", "G", "n": request.style = .general
        default:
            request.style = format.precision < 0 ? .shortest : .general
            request.addsPointZero = true
        }
        request.uppercase = code == "E" || code == "F" || code == "G"
        var text: [UInt8] = []
        FloatText.append(code == "%" ? value * 100 : value, request, into: &text)
        if code == "%" { text.append(UInt8(ascii: "%")) }
        try NumberParts(number: text).append(format, into: &sink)
    }
}
