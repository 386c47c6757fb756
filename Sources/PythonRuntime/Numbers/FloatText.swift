/// Doubles as text: `repr`, and the `e`, `f`, `g` forms that both formatting languages share.
package enum FloatText {
    /// How to lay the digits out; the names are the format codes.
    enum Style {
        /// `repr`: shortest digits, exponent below 1e-4 and from 1e16 on.
        case shortest
        case exponent
        case fixed
        case general
    }

    /// What a format asks of a double.
    struct Request {
        var style = Style.shortest
        /// Digits after the point; significant ones for ``Style/general``.
        var precision = 0
        var uppercase = false
        /// `#`: keep the point, and the zeros of ``Style/general``.
        var alternate = false
        /// `.0` where a point is missing.
        var addsPointZero = false
        /// `z`: a result of zero loses its minus.
        var noNegativeZero = false
    }

    /// `repr(value)`, which is `str(value)` too.
    package static func append(_ value: Double, into sink: inout some ByteSink) {
        append(value, Request(addsPointZero: true), into: &sink)
    }

    /// Text of `value` with a `-` where negative.
    static func append(_ value: Double, _ request: Request, into sink: inout some ByteSink) {
        guard value.isFinite else {
            appendSpecial(value, uppercase: request.uppercase, into: &sink)
            return
        }
        var request = request
        let magnitude = value.magnitude
        let decimal: FloatDigits
        switch request.style {
        case .shortest:
            decimal = FloatDigits(shortest: magnitude)
        case .exponent:
            request.precision = request.precision.addingReportingOverflow(1).partialValue
            decimal = FloatDigits(magnitude, significant: request.precision)
        case .fixed:
            decimal = FloatDigits(magnitude, places: request.precision)
        case .general:
            request.precision = max(1, request.precision)
            decimal = FloatDigits(magnitude, significant: request.precision)
        }
        let isZero = decimal.digits == [0x30]
        if value.sign == .minus, !(request.noNegativeZero && isZero) { sink.append(UInt8(ascii: "-")) }
        appendLayout(decimal, request, into: &sink)
    }

    private static func appendSpecial(_ value: Double, uppercase: Bool, into sink: inout some ByteSink) {
        if value.isNaN {
            sink.append(literal: uppercase ? "NAN" : "nan")
            return
        }
        if value < 0 { sink.append(UInt8(ascii: "-")) }
        sink.append(literal: uppercase ? "INF" : "inf")
    }

    /// CPython's rules of Python/pystrtod.c, `format_float_short`.
    private static func appendLayout(_ decimal: FloatDigits, _ request: Request, into sink: inout some ByteSink) {
        let digits = decimal.digits
        var point = decimal.point
        var usesExponent = false
        // The digits shown are those from `start` to `end`; outside of the ones we have they are zeros.
        var end = digits.count
        switch request.style {
        case .shortest:
            usesExponent = point <= -4 || point > 16
        case .exponent:
            usesExponent = true
            end = request.precision
        case .fixed:
            end = point + request.precision
        case .general:
            usesExponent = point <= -4 || point > request.precision - (request.addsPointZero ? 1 : 0)
            if request.alternate { end = request.precision }
        }
        var exponent = 0
        if usesExponent {
            exponent = point - 1
            point = 1
        }
        let start = point <= 0 ? point - 1 : 0
        end = max(end, !usesExponent && request.addsPointZero ? point + 1 : point)
        var index = start
        while index < end {
            if index == point { sink.append(UInt8(ascii: ".")) }
            sink.append(index >= 0 && index < digits.count ? digits[index] : 0x30)
            index += 1
        }
        if request.alternate, end == point { sink.append(UInt8(ascii: ".")) }
        guard usesExponent else { return }
        sink.append(UInt8(ascii: request.uppercase ? "E" : "e"))
        sink.append(UInt8(ascii: exponent < 0 ? "-" : "+"))
        if exponent.magnitude < 10 { sink.append(0x30) }
        PythonInteger.append(Int64(exponent.magnitude), into: &sink)
    }
}
