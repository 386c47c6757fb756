extension Double {
    /// The shortest text that reads back as this number, laid out as CPython's `repr` does: an exponent from 1e16 up and
    /// below 1e-4, else plain digits with at least one after the point. Source: CPython, Python/pystrtod.c.
    package var pythonRepresentation: String {
        if isNaN { return "nan" }
        if isInfinite { return self < 0 ? "-inf" : "inf" }
        if self == 0 { return sign == .minus ? "-0.0" : "0.0" }
        // Swift's digits are the shortest too; only their layout differs.
        var digits: [UInt8] = []
        var exponent = 0
        var pointSeen = false
        var text = magnitude.description.utf8[...]
        while let byte = text.popFirst() {
            if byte == UInt8(ascii: "e") {
                exponent += Int(Substring(text)) ?? 0
                break
            } else if byte == UInt8(ascii: ".") {
                pointSeen = true
            } else {
                digits.append(byte)
                if pointSeen { exponent -= 1 }
            }
        }
        while digits.last == UInt8(ascii: "0") {
            digits.removeLast()
            exponent += 1
        }
        digits.removeFirst(digits.prefix { $0 == UInt8(ascii: "0") }.count)
        let minus = sign == .minus ? "-" : ""
        // The number is 0.DIGITS × 10^point.
        let point = digits.count + exponent
        func string(_ part: some Sequence<UInt8>) -> String { String(decoding: Array(part), as: UTF8.self) }
        func zeros(_ count: Int) -> String { String(repeating: "0", count: max(0, count)) }
        if point > 16 || point < -3 {
            let power = point - 1
            let fraction = digits.count > 1 ? "." + string(digits.dropFirst()) : ""
            let magnitude = String(power.magnitude)
            return minus + string(digits.prefix(1)) + fraction + "e" + (power < 0 ? "-" : "+")
                + (magnitude.utf8.count < 2 ? "0" : "") + magnitude
        }
        if point <= 0 { return minus + "0." + zeros(-point) + string(digits) }
        if digits.count <= point { return minus + string(digits) + zeros(point - digits.count) + ".0" }
        return minus + string(digits.prefix(point)) + "." + string(digits.dropFirst(point))
    }
}
