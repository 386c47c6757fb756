/// `str.encode`.
package enum TextEncoder {
    /// Writes `text` in the encoding.
    /// - Throws: ``TextFault/codec(_:)`` and the faults of the handler.
    package static func encode(
        _ text: PythonText,
        as codec: TextCodec,
        errors: CodecErrorHandler = .strict,
        into sink: inout some ByteSink
    ) throws(TextFault) {
        switch codec {
        case .utf16(nil), .utf32(nil): appendUnit(0xFEFF, codec, into: &sink)
        case .utf8Signature: sink.append(codePoint: 0xFEFF)
        default: break
        }
        if text.isASCII {
            switch codec {
            case .utf8, .utf8Signature, .ascii, .latin1, .windows1252:
                sink.append(contentsOf: text.bytes)
                return
            default: break
            }
        }
        var offset = 0
        var index = 0
        while offset < text.count {
            let (codePoint, next) = text.codePoint(at: offset)
            if canEncode(codePoint, codec) {
                appendUnit(codePoint, codec, into: &sink)
                offset = next
                index += 1
            } else {
                try handle(text, codec, errors, offset: &offset, index: &index, into: &sink)
            }
        }
    }

    private static func canEncode(_ codePoint: UInt32, _ codec: TextCodec) -> Bool {
        switch codec {
        case .ascii: codePoint < 0x80
        case .latin1: codePoint < 0x100
        case .windows1252: Windows1252.byte(of: codePoint) != nil
        default: codePoint & 0xFFFF_F800 != 0xD800
        }
    }

    /// One code point; a surrogate or what else the codec cannot say goes through as its bits.
    private static func appendUnit(_ codePoint: UInt32, _ codec: TextCodec, into sink: inout some ByteSink) {
        func append(_ value: UInt32, _ size: Int, _ order: ByteOrder?) {
            for position in 0..<size {
                let shift = order == .big ? size - 1 - position : position
                sink.append(UInt8(truncatingIfNeeded: value >> UInt32(shift * 8)))
            }
        }
        switch codec {
        case .utf8, .utf8Signature: sink.append(codePoint: codePoint)
        case .ascii, .latin1: sink.append(UInt8(truncatingIfNeeded: codePoint))
        case .windows1252: if let byte = Windows1252.byte(of: codePoint) { sink.append(byte) }
        case .utf32(let order): append(codePoint, 4, order)
        case .utf16(let order):
            guard codePoint > 0xFFFF else {
                append(codePoint, 2, order)
                return
            }
            append(0xD7C0 + codePoint >> 10, 2, order)
            append(0xDC00 | codePoint & 0x3FF, 2, order)
        }
    }

    private static func reason(_ codec: TextCodec) -> String {
        switch codec {
        case .ascii: "ordinal not in range(128)"
        case .latin1: "ordinal not in range(256)"
        case .windows1252: "character maps to <undefined>"
        default: "surrogates not allowed"
        }
    }

    /// Deals with the run of code points that cannot be encoded at `offset`, and moves behind it.
    private static func handle(
        _ text: PythonText,
        _ codec: TextCodec,
        _ errors: CodecErrorHandler,
        offset: inout Int,
        index: inout Int,
        into sink: inout some ByteSink
    ) throws(TextFault) {
        var run: [UInt32] = []
        var end = offset
        while end < text.count {
            let (codePoint, next) = text.codePoint(at: end)
            if canEncode(codePoint, codec) { break }
            run.append(codePoint)
            end = next
            // The wide codecs report surrogates one by one.
            if !codec.isByteWise { break }
        }
        for (position, codePoint) in run.enumerated() {
            let fault = CodecFault(
                encoding: codec.name,
                start: index + position,
                end: index + run.count,
                reason: reason(codec),
                isDecoding: false,
                first: codePoint
            )
            switch errors {
            case .strict: throw .codec(fault)
            case .unknown(let name): throw .unknownErrorHandler(name)
            case .ignore: break
            case .replace: appendUnit(0x3F, codec, into: &sink)
            case .backslashReplace:
                var escape: [UInt8] = []
                PythonText.appendNumericEscape(codePoint, into: &escape)
                for byte in escape { appendUnit(UInt32(byte), codec, into: &sink) }
            case .xmlCharacterReference:
                for byte in "&#\(codePoint);".utf8 { appendUnit(UInt32(byte), codec, into: &sink) }
            case .surrogateEscape:
                guard codePoint &- 0xDC80 < 0x80, codec.isByteWise else { throw .codec(fault) }
                sink.append(UInt8(truncatingIfNeeded: codePoint))
            case .surrogatePass:
                guard codePoint & 0xFFFF_F800 == 0xD800, codec.isUnicode else { throw .codec(fault) }
                appendUnit(codePoint, codec, into: &sink)
            }
        }
        offset = end
        index += run.count
    }
}

extension TextCodec {
    /// Whether single bytes can be escaped.
    var isByteWise: Bool {
        switch self {
        case .utf16, .utf32: false
        default: true
        }
    }

    var isUnicode: Bool { self != .ascii && self != .latin1 && self != .windows1252 }
}
