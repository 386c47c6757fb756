import BigInt

extension PythonInteger {
    /// `int(text, base)` of a `str`; base 0 takes the prefix's word.
    ///
    /// Decimal digits and spaces of every script count, single underscores stand between digits.
    /// - Throws: ``NumberFault/invalidInteger(base:quoted:)``, ``NumberFault/invalidBase``,
    ///   ``NumberFault/tooManyDigits(limit:count:)`` (before anything is said about the rest, as in CPython).
    package init(parsing text: PythonText, base: Int = 10, limits: NumberLimits = .standard) throws(NumberFault) {
        guard base == 0 || (2...36).contains(base) else { throw .invalidBase }
        if base == 10, let value = PythonInteger.short(text) {
            self = .small(value)
            return
        }
        guard let value = try PythonInteger.parse(PlainNumberText(text).bytes, base: base, limits: limits) else {
            throw .invalidInteger(base: base, quoted: text.quoted(lengthMax: TextLimits.quotedLengthMax))
        }
        self = value
    }

    /// `int(bytes, base)` of a `bytes`.
    package init(parsingBytes bytes: UnsafeRawBufferPointer, base: Int = 10, limits: NumberLimits = .standard)
        throws(NumberFault)
    {
        guard base == 0 || (2...36).contains(base) else { throw .invalidBase }
        guard let value = try PythonInteger.parse(Array(bytes), base: base, limits: limits) else {
            var quoted: [UInt8] = []
            PythonText.appendBytesRepr(bytes, into: &quoted)
            throw .invalidInteger(
                base: base,
                quoted: String(decoding: quoted.prefix(TextLimits.quotedLengthMax), as: UTF8.self)
            )
        }
        self = value
    }

    /// The common case: at most 18 ASCII digits and a sign, nothing else.
    private static func short(_ text: PythonText) -> Int64? {
        let bytes = text.bytes
        guard let first = bytes.first, bytes.count <= 18 else { return nil }
        let negative = first == UInt8(ascii: "-")
        var offset = negative || first == UInt8(ascii: "+") ? 1 : 0
        guard offset < bytes.count else { return nil }
        var value: Int64 = 0
        while offset < bytes.count {
            let digit = bytes[offset] &- 0x30
            guard digit < 10 else { return nil }
            value = value &* 10 &+ Int64(digit)
            offset += 1
        }
        return negative ? -value : value
    }

    private static func parse(_ bytes: [UInt8], base requested: Int, limits: NumberLimits) throws(NumberFault)
        -> PythonInteger?
    {
        var start = 0
        var end = bytes.count
        while start < end, isSpace(bytes[start]) { start += 1 }
        while end > start, isSpace(bytes[end - 1]) { end -= 1 }
        guard start < end else { return nil }
        let negative = bytes[start] == UInt8(ascii: "-")
        if negative || bytes[start] == UInt8(ascii: "+") { start += 1 }
        var base = requested
        var mustBeZero = false
        if start + 1 < end, bytes[start] == UInt8(ascii: "0"), let named = prefixBase(bytes[start + 1]),
            base == 0 || base == named
        {
            base = named
            start += 2
            if start < end, bytes[start] == UInt8(ascii: "_") { start += 1 }
        } else if base == 0 {
            mustBeZero = start < end && bytes[start] == UInt8(ascii: "0")
            base = 10
        }
        var digits: [UInt8] = []
        digits.reserveCapacity(end - start)
        var underscore = true
        var offset = start
        while offset < end {
            let byte = bytes[offset]
            if byte == UInt8(ascii: "_") {
                guard !underscore else { return nil }
                underscore = true
            } else {
                guard let value = digit(byte), value < base else { break }
                digits.append(value)
                underscore = false
            }
            offset += 1
        }
        guard !underscore else { return nil }
        if base & (base - 1) != 0, limits.textDigitsMax > 0, digits.count > limits.textDigitsMax {
            throw .tooManyDigits(limit: limits.textDigitsMax, count: digits.count)
        }
        guard offset == end else { return nil }
        let magnitude = try magnitude(digits, base: base, limits: limits)
        if mustBeZero, !magnitude.isZero { return nil }
        return negative ? magnitude.negated() : magnitude
    }

    private static func magnitude(_ digits: [UInt8], base: Int, limits: NumberLimits) throws(NumberFault)
        -> PythonInteger
    {
        if base & (base - 1) == 0 {
            let width = base.trailingZeroBitCount
            guard digits.count.multipliedReportingOverflow(by: width).partialValue <= limits.integerBitsMax else {
                throw .integerTooLarge(bitsMax: limits.integerBitsMax)
            }
            var words = [UInt](repeating: 0, count: digits.count * width / 64 + 2)
            for (index, digit) in digits.reversed().enumerated() {
                let bit = index * width
                let shift = UInt(bit % 64)
                words[bit / 64] |= UInt(digit) << shift
                if shift > 0 { words[bit / 64 + 1] |= UInt(digit) >> (64 - shift) }
            }
            return PythonInteger(BigInt(BigUInt(words: words)))
        }
        // A chunk of digits at a time: as many as surely fit a word.
        let chunkLength = 12
        var result = BigUInt(0)
        var offset = 0
        while offset < digits.count {
            var chunk: UInt = 0
            var factor: UInt = 1
            for digit in digits[offset..<min(offset + chunkLength, digits.count)] {
                chunk = chunk * UInt(base) + UInt(digit)
                factor *= UInt(base)
            }
            result.multiply(byWord: factor)
            result += BigUInt(chunk)
            offset += chunkLength
        }
        return try PythonInteger(BigInt(result)).checked(limits)
    }

    private static func prefixBase(_ letter: UInt8) -> Int? {
        switch letter | 0x20 {
        case UInt8(ascii: "x"): 16
        case UInt8(ascii: "o"): 8
        case UInt8(ascii: "b"): 2
        default: nil
        }
    }

    private static func digit(_ byte: UInt8) -> UInt8? {
        switch byte {
        case 0x30...0x39: byte - 0x30
        case 0x41...0x5A: byte - 0x41 + 10
        case 0x61...0x7A: byte - 0x61 + 10
        default: nil
        }
    }

    private static func isSpace(_ byte: UInt8) -> Bool {
        byte == 0x20 || (0x09...0x0D).contains(byte)
    }
}
