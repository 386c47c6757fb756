/// A number taken apart for padding: sign, prefix, digits that may be grouped, and the rest.
struct NumberParts {
    var isNegative = false
    var prefix: [UInt8] = []
    /// The digits before the point; empty for `inf`, `nan` and characters.
    var digits: [UInt8] = []
    /// From the decimal point on.
    var remainder: [UInt8] = []
    var groupLength = 3

    init() {}

    /// Takes the text of a float apart.
    init(number text: [UInt8]) {
        var rest = text[...]
        if rest.first == UInt8(ascii: "-") {
            isNegative = true
            rest = rest.dropFirst()
        }
        digits = Array(rest.prefix { $0 &- 0x30 < 10 })
        remainder = Array(rest.dropFirst(digits.count))
    }

    /// Writes `[padding][sign][prefix][padding][digits][remainder][padding]`.
    func append(_ format: FormatSpecification, into sink: inout some ByteSink) throws(TextFault) {
        let sign: UInt8? = isNegative ? 0x2D : format.sign == 0x2D ? nil : format.sign
        let fixedLength = (sign == nil ? 0 : 1) + prefix.count + PythonText.codePointCount(remainder)
        // Zero padding takes part in the grouping: the digits are as many as fit the width.
        let zeroPadded = format.fill == 0x30 && format.alignment == .inside
        let digitWidth = zeroPadded ? format.width.subtractingReportingOverflow(fixedLength).partialValue : 0
        guard max(digitWidth, format.width) <= sink.room else { throw .resultTooLarge(bytesMax: sink.room) }
        let grouped = grouped(separator: format.grouping, width: digitWidth)
        let padding = max(0, format.width - fixedLength - grouped.count)
        let left = format.alignment == .right ? padding : format.alignment == .center ? padding / 2 : 0
        let inside = format.alignment == .inside ? padding : 0
        try Format.appendFill(format.fill, count: left, into: &sink)
        if let sign { sink.append(sign) }
        sink.append(array: prefix)
        try Format.appendFill(format.fill, count: inside, into: &sink)
        sink.append(array: grouped)
        sink.append(array: remainder)
        try Format.appendFill(format.fill, count: padding - left - inside, into: &sink)
    }

    /// The digits with separators, and with zeros in front up to `width`; a separator is never first.
    private func grouped(separator: UInt8?, width: Int) -> [UInt8] {
        guard !digits.isEmpty else { return [] }
        guard let separator else {
            return [UInt8](repeating: 0x30, count: max(0, width - digits.count)) + digits
        }
        var reversed: [UInt8] = []
        var count = 0
        while count < digits.count || reversed.count < width {
            if count > 0, count % groupLength == 0 {
                reversed.append(separator)
            }
            reversed.append(count < digits.count ? digits[digits.count - 1 - count] : 0x30)
            count += 1
        }
        return reversed.reversed()
    }
}

extension PythonText {
    /// Code points of bytes that are WTF-8.
    static func codePointCount(_ bytes: [UInt8]) -> Int {
        bytes.reduce(into: 0) { $0 += $1 & 0xC0 != 0x80 ? 1 : 0 }
    }
}
