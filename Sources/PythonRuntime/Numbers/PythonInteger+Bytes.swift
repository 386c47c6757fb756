import BigInt

/// The byte order of `to_bytes` and `from_bytes`.
package enum ByteOrder: String, Sendable {
    case big
    case little
}

extension PythonInteger {
    /// `int.to_bytes(length, order, signed=)`: two's complement.
    /// - Throws: ``NumberFault/negativeLength``, ``NumberFault/negativeToUnsigned``, ``NumberFault/tooBigForBytes``.
    package func appendBytes(
        length: Int,
        order: ByteOrder,
        signed: Bool,
        into sink: inout some ByteSink
    ) throws(NumberFault) {
        guard length >= 0 else { throw .negativeLength }
        guard signed || !isNegative else { throw .negativeToUnsigned }
        guard length <= sink.room else { throw .integerTooLarge(bitsMax: sink.room) }
        // A negative number needs the bits of -1 - n, and the sign.
        let bits = isNegative ? PythonInteger(-1 - bigInt).bitLength + 1 : bitLength + (signed && !isZero ? 1 : 0)
        guard bits <= length.multipliedReportingOverflow(by: 8).partialValue else { throw .tooBigForBytes }
        let words = Array(bigInt.words)
        let filler: UInt8 = isNegative ? 0xFF : 0
        for position in 0..<length {
            let index = order == .little ? position : length - 1 - position
            let word = index / 8
            sink.append(
                word < words.count ? UInt8(truncatingIfNeeded: words[word] >> (UInt(index % 8) * 8)) : filler
            )
        }
    }

    /// `int.from_bytes(bytes, order, signed=)`.
    package init(bytes: UnsafeRawBufferPointer, order: ByteOrder, signed: Bool, limits: NumberLimits = .standard)
        throws(NumberFault)
    {
        guard bytes.count <= limits.integerBitsMax / 8 else { throw .integerTooLarge(bitsMax: limits.integerBitsMax) }
        var words = [UInt](repeating: 0, count: bytes.count / 8 + 1)
        for position in 0..<bytes.count {
            let index = order == .little ? position : bytes.count - 1 - position
            words[index / 8] |= UInt(bytes[position]) << (UInt(index % 8) * 8)
        }
        var value = BigInt(BigUInt(words: words))
        let top = order == .little ? bytes.last : bytes.first
        if signed, let top, top & 0x80 != 0 { value -= BigInt(1) << (bytes.count * 8) }
        self.init(value)
    }
}
