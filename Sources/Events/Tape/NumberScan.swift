/// What scanning a number found.
struct NumberScan: BitwiseCopyable {
    /// One past the last byte.
    let end: UnsafeRawPointer
    /// Whether it has neither fraction nor exponent.
    let isInteger: Bool
}

/// Scans a number (RFC 8259, section 6), or one of the three words of Python's `json` if they are allowed.
@inline(__always)
func scanNumber(
    _ text: UnsafeRawPointer,
    start: UnsafeRawPointer,
    end: UnsafeRawPointer,
    allowsNonFinite: Bool
) throws(TapeFault) -> NumberScan {
    var position = text
    if position.load(as: UInt8.self) == UInt8(ascii: "-") { position += 1 }
    let digits = position
    while isDigit(position), position < end { position += 1 }
    let next = position.load(as: UInt8.self)
    let hasFraction = next == UInt8(ascii: ".") || next | 0x20 == UInt8(ascii: "e")
    let hasLeadingZero = position - digits > 1 && digits.load(as: UInt8.self) == UInt8(ascii: "0")
    if digits < position, !hasLeadingZero, !hasFraction { return NumberScan(end: position, isInteger: true) }
    return try scanNumberSlowly(text, start: start, end: end, allowsNonFinite: allowsNonFinite)
}

@inline(__always)
private func isDigit(_ position: UnsafeRawPointer) -> Bool {
    position.load(as: UInt8.self) &- UInt8(ascii: "0") <= 9
}

@inline(never)
private func scanNumberSlowly(
    _ text: UnsafeRawPointer,
    start: UnsafeRawPointer,
    end: UnsafeRawPointer,
    allowsNonFinite: Bool
) throws(TapeFault) -> NumberScan {
    var position = text
    func take(_ byte: UInt8) -> Bool {
        guard position < end, position.load(as: UInt8.self) == byte else { return false }
        position += 1
        return true
    }
    /// Takes digits, of which there must be one.
    func takeDigits() throws(TapeFault) {
        guard position < end, isDigit(position) else {
            throw tapeFault(.invalidNumber, at: position, start: start, end: end)
        }
        while position < end, isDigit(position) { position += 1 }
    }
    let isNegative = take(UInt8(ascii: "-"))
    if allowsNonFinite, let word = nonFiniteWord(position, end, isNegative: isNegative) {
        return NumberScan(end: word, isInteger: false)
    }
    guard position < end, isDigit(position) else {
        throw tapeFault(isNegative ? .invalidNumber : .expectedValue, at: position, start: start, end: end)
    }
    if take(UInt8(ascii: "0")) {
        if position < end, isDigit(position) {
            throw tapeFault(.invalidNumber, at: position, start: start, end: end)
        }
    } else {
        try takeDigits()
    }
    var isInteger = true
    if take(UInt8(ascii: ".")) {
        isInteger = false
        try takeDigits()
    }
    if take(UInt8(ascii: "e")) || take(UInt8(ascii: "E")) {
        isInteger = false
        if !take(UInt8(ascii: "+")) { _ = take(UInt8(ascii: "-")) }
        try takeDigits()
    }
    return NumberScan(end: position, isInteger: isInteger)
}

/// The end of `Infinity`, or of `NaN` without a sign, if one stands here.
private func nonFiniteWord(
    _ position: UnsafeRawPointer,
    _ end: UnsafeRawPointer,
    isNegative: Bool
) -> UnsafeRawPointer? {
    for word in isNegative ? ["Infinity"] : ["NaN", "Infinity"] where end - position >= word.utf8.count {
        let bytes = UnsafeRawBufferPointer(start: position, count: word.utf8.count)
        if bytes.elementsEqual(word.utf8) { return position + word.utf8.count }
    }
    return nil
}
