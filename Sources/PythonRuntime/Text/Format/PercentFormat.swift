/// Writes the value of a `%` directive; the virtual machine resolves arguments and stars beforehand.
package enum PercentFormat {
    /// The sizes of a directive once its stars have taken their arguments.
    package struct Sizes: Hashable, Sendable {
        /// -1 for none; a negative argument also adjusts to the left, see ``init(directive:width:precision:)``.
        var width = -1
        /// -1 for none.
        var precision = -1
        var leftAdjusted: Bool

        /// `width` and `precision` are the arguments of the stars, nil without one.
        /// - Throws: ``TextFault/formatOverflow(_:)`` for arguments beyond C's types.
        package init(
            directive: PercentTemplate.Directive,
            width argument: PythonInteger? = nil,
            precision precisionArgument: PythonInteger? = nil
        ) throws(TextFault) {
            leftAdjusted = directive.leftAdjusted
            if case .value(let value) = directive.width { width = value }
            if case .value(let value) = directive.precision { precision = value }
            if let argument {
                guard case .small(let word) = argument, word != .min else {
                    throw .formatOverflow("Python int too large to convert to C ssize_t")
                }
                leftAdjusted = leftAdjusted || word < 0
                width = Int(word.magnitude)
            }
            if let precisionArgument {
                guard case .small(let word) = precisionArgument, let value = Int32(exactly: word) else {
                    throw .formatOverflow("Python int too large to convert to C int")
                }
                precision = max(0, Int(value))
            }
        }
    }

    /// `TypeError`s that the walk raises.
    package static let notEnoughArguments = TextFault.formatType("not enough arguments for format string")
    package static let notAllConverted = TextFault.formatType("not all arguments converted during string formatting")
    package static let requiresMapping = TextFault.formatType("format requires a mapping")
    package static let starWantsInteger = TextFault.formatType("* wants int")
    package static let characterWantsIntegerOrCharacter = TextFault.formatType("%c requires int or char")

    /// A value of a type that the directive cannot write.
    package static func wrongType(_ directive: PercentTemplate.Directive, typeName: String) -> TextFault {
        let code = FormatSpecification.codeName(directive.conversion)
        switch code {
        case "d", "i", "u": return .formatType("%\(code) format: a real number is required, not \(typeName)")
        case "e", "E", "f", "F", "g", "G": return .formatType("must be real number, not \(typeName)")
        default: return .formatType("%\(code) format: an integer is required, not \(typeName)")
        }
    }

    /// A conversion that does not exist; raised once the value has been taken.
    package static func unsupported(_ directive: PercentTemplate.Directive) -> TextFault {
        let code = directive.conversion
        let shown = code > 31 && code < 127 ? String(UnicodeScalar(UInt8(truncatingIfNeeded: code))) : "?"
        return .format(
            "unsupported format character '\(shown)' (0x\(String(code, radix: 16))) at index \(directive.index)"
        )
    }

    /// `%s`, `%r`, `%a`, with the text of the value; `%c` with a text of one character.
    package static func append(
        _ value: PythonText,
        _ directive: PercentTemplate.Directive,
        _ sizes: Sizes,
        into sink: inout some ByteSink
    ) throws(TextFault) {
        var value = value
        if directive.conversion == 0x63 {
            guard value.length == 1 else { throw characterWantsIntegerOrCharacter }
        } else if sizes.precision >= 0 {
            value = value[0..<value.offset(ofIndex: sizes.precision)]
        }
        let padding = max(0, sizes.width - value.length)
        try Format.appendFill(0x20, count: sizes.leftAdjusted ? 0 : padding, into: &sink)
        sink.append(contentsOf: value.bytes)
        try Format.appendFill(0x20, count: sizes.leftAdjusted ? padding : 0, into: &sink)
    }

    /// `%d` and its like, and `%c` with a code point.
    /// - Throws: ``TextFault``; ``NumberFault/tooManyDigits(limit:count:)``.
    package static func append(
        _ value: PythonInteger,
        _ directive: PercentTemplate.Directive,
        _ sizes: Sizes,
        limits: NumberLimits = .standard,
        into sink: inout some ByteSink
    ) throws {
        let code = FormatSpecification.codeName(directive.conversion)
        if code == "c" {
            guard case .small(let word) = value, let codePoint = UInt32(exactly: word), codePoint < 0x110000 else {
                throw TextFault.formatOverflow("%c arg not in range(0x110000)")
            }
            var bytes: [UInt8] = []
            bytes.append(codePoint: codePoint)
            try bytes.withUnsafeBytes { try append(PythonText($0), directive, sizes, into: &sink) }
            return
        }
        let base: IntegerBase = code == "o" ? .octal : code == "x" || code == "X" ? .hexadecimal : .decimal
        var digits: [UInt8] = []
        try value.appendMagnitude(base: base, limits: limits, into: &digits)
        guard sizes.precision <= sink.room / 2 else { throw TextFault.resultTooLarge(bytesMax: sink.room) }
        if digits.count < sizes.precision {
            digits.insert(contentsOf: repeatElement(0x30, count: sizes.precision - digits.count), at: 0)
        }
        var prefix: [UInt8] = []
        if directive.alternate { base.prefix.withUTF8Buffer { prefix = Array($0) } }
        if code == "X" {
            digits = Format.uppercased(digits)
            prefix = Format.uppercased(prefix)
        }
        try appendNumber(prefix: prefix, digits, isNegative: value.isNegative, directive, sizes, into: &sink)
    }

    /// `%e`, `%f`, `%g` and their capitals.
    package static func append(
        _ value: Double,
        _ directive: PercentTemplate.Directive,
        _ sizes: Sizes,
        into sink: inout some ByteSink
    ) throws(TextFault) {
        guard sizes.precision < sink.room / 2 else { throw .resultTooLarge(bytesMax: sink.room) }
        let code = FormatSpecification.codeName(directive.conversion)
        var request = FloatText.Request()
        request.style = code == "e" || code == "E" ? .exponent : code == "g" || code == "G" ? .general : .fixed
        request.precision = sizes.precision < 0 ? 6 : sizes.precision
        request.uppercase = code == "E" || code == "F" || code == "G"
        request.alternate = directive.alternate
        var text: [UInt8] = []
        FloatText.append(value, request, into: &text)
        let isNegative = text.first == UInt8(ascii: "-")
        if isNegative { text.removeFirst() }
        try appendNumber(prefix: [], text, isNegative: isNegative, directive, sizes, into: &sink)
    }

    private static func appendNumber(
        prefix: [UInt8],
        _ digits: [UInt8],
        isNegative: Bool,
        _ directive: PercentTemplate.Directive,
        _ sizes: Sizes,
        into sink: inout some ByteSink
    ) throws(TextFault) {
        let sign: [UInt8] = isNegative ? [0x2D] : directive.plus ? [0x2B] : directive.space ? [0x20] : []
        let padding = max(0, sizes.width - sign.count - prefix.count - digits.count)
        let zeros = directive.zero && !sizes.leftAdjusted
        if !zeros, !sizes.leftAdjusted { try Format.appendFill(0x20, count: padding, into: &sink) }
        sink.append(array: sign + prefix)
        if zeros { try Format.appendFill(0x30, count: padding, into: &sink) }
        sink.append(array: digits)
        if sizes.leftAdjusted { try Format.appendFill(0x20, count: padding, into: &sink) }
    }
}
