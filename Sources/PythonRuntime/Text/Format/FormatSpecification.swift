/// A parsed `format` specification: `[[fill]align][sign][z][#][0][width][grouping][.precision][type]`.
///
/// Source: CPython 3.11, Python/formatter_unicode.c.
package struct FormatSpecification: Hashable, Sendable {
    /// Where the padding goes; ``inside`` puts it between sign and digits.
    enum Alignment: UInt8, Sendable {
        case left = 0x3C
        case right = 0x3E
        case center = 0x5E
        case inside = 0x3D
    }

    var fill: UInt32 = 0x20
    var alignment: Alignment
    /// `+`, space or `-`; nil if not given.
    var sign: UInt8?
    var noNegativeZero = false
    var alternate = false
    /// -1 if not given.
    var width = -1
    /// `,` or `_`; nil if not given.
    var grouping: UInt8?
    /// -1 if not given.
    var precision = -1
    /// The format code; nil if not given.
    var type: UInt32?

    init(alignment: Alignment) {
        self.alignment = alignment
    }

    /// Whether `text` is empty: then the value's `str` is the answer, for every type.
    package static func isPlain(_ text: PythonText) -> Bool { text.count == 0 }

    /// Parses a specification for a value whose type is called `typeName` in errors.
    init(_ text: PythonText, isString: Bool, typeName: String) throws(TextFault) {
        self.init(alignment: isString ? .left : .right)
        var scanner = FormatScanner(text: text)
        var aligned = false
        var filled = false
        let second = scanner.peek(1)
        if let second, let found = FormatSpecification.alignment(second), let first = scanner.take() {
            fill = first
            alignment = found
            filled = true
            aligned = true
            _ = scanner.take()
        } else if let first = scanner.peek(), let found = FormatSpecification.alignment(first) {
            alignment = found
            aligned = true
            _ = scanner.take()
        }
        if let next = scanner.peek(), next == 0x2B || next == 0x20 || next == 0x2D {
            sign = UInt8(truncatingIfNeeded: next)
            _ = scanner.take()
        }
        noNegativeZero = scanner.take("z")
        alternate = scanner.take("#")
        if !filled, scanner.take("0") {
            fill = 0x30
            if !aligned, !isString { alignment = .inside }
        }
        width = try scanner.integer() ?? -1
        try parseGrouping(&scanner)
        if scanner.take(".") {
            guard let digits = try scanner.integer() else { throw .format("Format specifier missing precision") }
            precision = digits
        }
        let code = scanner.take()
        guard scanner.peek() == nil else {
            let whole = String(decoding: text.bytes, as: UTF8.self)
            throw .format("Invalid format specifier '\(whole)' for object of type '\(typeName)'")
        }
        type = code
        try checkGrouping(isString: isString)
    }

    private static func alignment(_ codePoint: UInt32) -> Alignment? {
        codePoint < 0x80 ? Alignment(rawValue: UInt8(truncatingIfNeeded: codePoint)) : nil
    }

    private mutating func parseGrouping(_ scanner: inout FormatScanner) throws(TextFault) {
        if scanner.take(",") { grouping = 0x2C }
        if scanner.take("_") {
            guard grouping == nil else { throw .format("Cannot specify both ',' and '_'.") }
            grouping = 0x5F
        }
        if scanner.peek() == 0x2C, grouping == 0x5F { throw .format("Cannot specify both ',' and '_'.") }
    }

    private func checkGrouping(isString: Bool) throws(TextFault) {
        guard let grouping else { return }
        let code = type ?? (isString ? 0x73 : nil)
        guard let code else { return }
        if code < 0x80, "deEfFgG%".utf8.contains(UInt8(truncatingIfNeeded: code)) { return }
        if grouping == 0x5F, code < 0x80, "boxX".utf8.contains(UInt8(truncatingIfNeeded: code)) { return }
        let name = UnicodeScalar(grouping)
        throw .format("Cannot specify '\(name)' with '\(FormatSpecification.codeName(code))'.")
    }

    /// A format code as errors show it.
    static func codeName(_ code: UInt32) -> String {
        if code > 32, code < 128 { return String(UnicodeScalar(UInt8(truncatingIfNeeded: code))) }
        return "\\x" + String(code, radix: 16)
    }

    func unknownCode(typeName: String) -> TextFault {
        .format("Unknown format code '\(FormatSpecification.codeName(type ?? 0))' for object of type '\(typeName)'")
    }
}

/// Reads code points of a specification one by one.
struct FormatScanner {
    let text: PythonText
    var offset = 0

    func peek() -> UInt32? {
        offset < text.count ? text.codePoint(at: offset).value : nil
    }

    /// The code point after `skipped` others.
    func peek(_ skipped: Int) -> UInt32? {
        let start = text.offset(advancing: skipped, from: offset)
        return start < text.count ? text.codePoint(at: start).value : nil
    }

    mutating func take() -> UInt32? {
        guard offset < text.count else { return nil }
        let (value, next) = text.codePoint(at: offset)
        offset = next
        return value
    }

    mutating func take(_ letter: Unicode.Scalar) -> Bool {
        guard peek() == letter.value else { return false }
        offset += 1
        return true
    }

    /// Decimal digits of any script; nil if there are none.
    mutating func integer() throws(TextFault) -> Int? {
        var result: Int?
        while offset < text.count {
            let (codePoint, next) = text.codePoint(at: offset)
            guard let digit = UnicodeTables.decimalValue(of: codePoint) else { break }
            let (product, overflow) = (result ?? 0).multipliedReportingOverflow(by: 10)
            let (sum, overflowToo) = product.addingReportingOverflow(Int(digit))
            guard !overflow, !overflowToo else { throw .format("Too many decimal digits in format string") }
            result = sum
            offset = next
        }
        return result
    }
}
