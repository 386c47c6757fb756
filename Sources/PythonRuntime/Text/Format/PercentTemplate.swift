/// A parsed `%` template, which the virtual machine walks with its arguments.
///
/// As in CPython, errors come in the order of the walk: a directive takes its key, the arguments of its stars, then
/// raises its own ``Directive/fault`` if it has one, then takes its value.
/// Source: CPython 3.11, Objects/unicodeobject.c, `PyUnicode_Format`.
package struct PercentTemplate: Hashable, Sendable {
    package enum Piece: Hashable, Sendable {
        /// Text as it stands: byte offsets into the template. `%%` is the literal of its second sign.
        case literal(Range<Int>)
        case directive(Directive)
    }

    /// A width or precision.
    package enum Size: Hashable, Sendable {
        case none
        case value(Int)
        /// `*`: the next argument.
        case argument
    }

    /// `%(key)flags width.precision conversion`.
    package struct Directive: Hashable, Sendable {
        /// Byte offsets of the mapping key, which may hold paired parentheses.
        package var key: Range<Int>?
        /// `-`
        package var leftAdjusted = false
        /// `+`
        package var plus = false
        /// space
        package var space = false
        /// `#`
        package var alternate = false
        /// `0`
        package var zero = false
        package var width = Size.none
        package var precision = Size.none
        /// The code point of the conversion.
        package var conversion: UInt32 = 0
        /// Code point index of the conversion, for its error.
        var index = 0
        /// What is wrong with the directive's text.
        package var fault: TextFault?
    }

    package var pieces: [Piece] = []

    /// Parses a template; never fails, see ``Directive/fault``.
    package init(_ text: PythonText) {
        var offset = 0
        var literalStart = 0
        while offset < text.count {
            guard text.bytes[offset] == UInt8(ascii: "%") else {
                offset += 1
                continue
            }
            if literalStart < offset { pieces.append(.literal(literalStart..<offset)) }
            if offset + 1 < text.count, text.bytes[offset + 1] == UInt8(ascii: "%") {
                literalStart = offset + 1
                offset += 2
                continue
            }
            var scanner = FormatScanner(text: text, offset: offset + 1)
            let directive = PercentTemplate.directive(&scanner)
            pieces.append(.directive(directive))
            if directive.fault != nil { return }
            offset = scanner.offset
            literalStart = offset
        }
        if literalStart < text.count { pieces.append(.literal(literalStart..<text.count)) }
    }

    private static func directive(_ scanner: inout FormatScanner) -> Directive {
        var result = Directive()
        do {
            if scanner.take("(") { result.key = try key(&scanner) }
            takeFlags(&scanner, &result)
            result.width = try size(&scanner, max: Int.max, name: "width")
            if scanner.take(".") {
                result.precision = try size(&scanner, max: Int(Int32.max), name: "precision")
                if result.precision == .none { result.precision = .value(0) }
            }
            if scanner.peek() == 0x68 || scanner.peek() == 0x6C || scanner.peek() == 0x4C { _ = scanner.take() }
            result.index = scanner.text.index(ofOffset: scanner.offset)
            guard let conversion = scanner.take() else { throw TextFault.format("incomplete format") }
            result.conversion = conversion
        } catch let fault as TextFault {
            result.fault = fault
        } catch {
            result.fault = .format("incomplete format")
        }
        return result
    }

    private static func key(_ scanner: inout FormatScanner) throws(TextFault) -> Range<Int> {
        let start = scanner.offset
        var depth = 1
        while let next = scanner.take() {
            if next == 0x28 { depth += 1 }
            if next == 0x29 { depth -= 1 }
            if depth == 0 { return start..<scanner.offset - 1 }
        }
        throw .format("incomplete format key")
    }

    private static func takeFlags(_ scanner: inout FormatScanner, _ directive: inout Directive) {
        while true {
            if scanner.take("-") {
                directive.leftAdjusted = true
            } else if scanner.take("+") {
                directive.plus = true
            } else if scanner.take(" ") {
                directive.space = true
            } else if scanner.take("#") {
                directive.alternate = true
            } else if scanner.take("0") {
                directive.zero = true
            } else {
                return
            }
        }
    }

    /// ASCII digits or a star.
    private static func size(_ scanner: inout FormatScanner, max: Int, name: String) throws(TextFault) -> Size {
        if scanner.take("*") { return .argument }
        var result: Int?
        while let next = scanner.peek(), next &- 0x30 < 10 {
            let (product, overflow) = (result ?? 0).multipliedReportingOverflow(by: 10)
            let (sum, overflowToo) = product.addingReportingOverflow(Int(next) - 0x30)
            guard !overflow, !overflowToo, sum <= max else { throw .format("\(name) too big") }
            result = sum
            _ = scanner.take()
        }
        return result.map { .value($0) } ?? .none
    }
}
