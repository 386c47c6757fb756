/// A parsed `str.format` template, which the virtual machine walks with its values.
///
/// CPython finds errors while it writes: what stands before a bad field is looked up first. A fault is therefore a
/// piece of the template, raised when the walk reaches it. Source: CPython, Objects/stringlib/unicode_format.h.
package struct FormatTemplate: Hashable, Sendable {
    /// What the walk meets, in order.
    package enum Piece: Hashable, Sendable {
        /// Text as it stands: byte offsets into the template.
        case literal(Range<Int>)
        case field(Field)
        /// Raise this now; nothing follows.
        case fault(TextFault)
    }

    /// `{name.attribute[index]!conversion:specification}`.
    package struct Field: Hashable, Sendable {
        package var root: Root
        /// Applied to the root's value one after the other.
        package var steps: [Step]
        /// `r`, `s`, `a`; other code points give ``conversionFault``, after the steps.
        package var conversion: UInt32?
        /// The specification to be formatted first: one literal, or pieces with fields.
        package var specification: [Piece]

        /// The fault of an unknown conversion, nil for a known one.
        package var conversionFault: TextFault? {
            guard let conversion, conversion != 0x72, conversion != 0x73, conversion != 0x61 else { return nil }
            if conversion > 32, conversion < 127 {
                let name = UnicodeScalar(UInt8(truncatingIfNeeded: conversion))
                return .format("Unknown conversion specifier \(name)")
            }
            return .format("Unknown conversion specifier \\x" + String(conversion, radix: 16))
        }
    }

    /// Where a field's value comes from.
    package enum Root: Hashable, Sendable {
        /// A positional argument, numbered by the text or by counting.
        case position(Int)
        /// A keyword argument: byte offsets of its name.
        case keyword(Range<Int>)
        case fault(TextFault)
    }

    package enum Step: Hashable, Sendable {
        /// `.name`
        case attribute(Range<Int>)
        /// `[12]`
        case index(Int)
        /// `[name]`
        case key(Range<Int>)
        /// Raise this once the steps before have been taken.
        case fault(TextFault)
    }

    package var pieces: [Piece]

    /// Parses a template; never fails, see ``Piece/fault(_:)``.
    /// - Complexity: linear; nesting is limited to ``TextLimits/templateDepthMax``.
    package init(_ text: PythonText) {
        var parser = FormatTemplateParser(text: text)
        pieces = parser.pieces(0..<text.count, depth: TextLimits.templateDepthMax)
    }
}
