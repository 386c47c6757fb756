/// `bytes.decode`; writes WTF-8.
package enum TextDecoder {
    /// Writes the text that `bytes` encode.
    /// - Throws: ``TextFault/codec(_:)`` and the faults of the handler.
    package static func decode(
        _ bytes: UnsafeRawBufferPointer,
        as codec: TextCodec,
        errors: CodecErrorHandler = .strict,
        into sink: inout some ByteSink
    ) throws(TextFault) {
        var state = State(bytes: bytes, codec: codec, errors: errors)
        state.skipMark()
        if state.codec.isByteWise, PythonText.isASCII(bytes) {
            sink.append(contentsOf: bytes)
            return
        }
        while state.offset < bytes.count {
            switch state.step() {
            case .success(let (codePoint, length)):
                sink.append(codePoint: codePoint)
                state.offset += length
            case .failure(let problem): try state.handle(problem, into: &sink)
            }
        }
    }

    /// Bytes that say nothing: how many, and why.
    private struct Problem: Error {
        var length: Int
        var reason: String
    }

    private struct State {
        let bytes: UnsafeRawBufferPointer
        var codec: TextCodec
        let errors: CodecErrorHandler
        var offset = 0
        /// Where errors count from: behind the mark of `utf-8-sig`.
        var origin = 0

        init(bytes: UnsafeRawBufferPointer, codec: TextCodec, errors: CodecErrorHandler) {
            self.bytes = bytes
            self.codec = codec
            self.errors = errors
        }

        mutating func skipMark() {
            func starts(_ mark: [UInt8]) -> Bool { bytes.starts(with: mark) }
            switch codec {
            case .utf8Signature:
                if starts([0xEF, 0xBB, 0xBF]) {
                    offset = 3
                    origin = 3
                }
                codec = .utf8
            case .utf16(nil):
                let big = starts([0xFE, 0xFF])
                if big || starts([0xFF, 0xFE]) { offset = 2 }
                codec = .utf16(big ? .big : .little)
            case .utf32(nil):
                let big = starts([0, 0, 0xFE, 0xFF])
                if big || starts([0xFF, 0xFE, 0, 0]) { offset = 4 }
                codec = .utf32(big ? .big : .little)
            default: break
            }
        }

        func step() -> Result<(UInt32, Int), Problem> {
            switch codec {
            case .utf8, .utf8Signature: stepUTF8()
            case .latin1: .success((UInt32(bytes[offset]), 1))
            case .ascii:
                bytes[offset] < 0x80
                    ? .success((UInt32(bytes[offset]), 1))
                    : .failure(Problem(length: 1, reason: "ordinal not in range(128)"))
            case .windows1252:
                Windows1252.codePoint(of: bytes[offset]).map { .success(($0, 1)) }
                    ?? .failure(Problem(length: 1, reason: "character maps to <undefined>"))
            case .utf16(let order): stepUTF16(order)
            case .utf32(let order): stepUTF32(order)
            }
        }

        /// Table 3-7 of the Unicode standard: only the shortest forms, no surrogates.
        private func stepUTF8() -> Result<(UInt32, Int), Problem> {
            let first = bytes[offset]
            if first < 0x80 { return .success((UInt32(first), 1)) }
            guard (0xC2...0xF4).contains(first) else {
                return .failure(Problem(length: 1, reason: "invalid start byte"))
            }
            let length = first < 0xE0 ? 2 : first < 0xF0 ? 3 : 4
            var value = UInt32(first) & (0xFF >> UInt32(length + 1))
            for position in 1..<length {
                guard offset + position < bytes.count else {
                    return .failure(Problem(length: position, reason: "unexpected end of data"))
                }
                let byte = bytes[offset + position]
                let low: UInt8 = position == 1 ? (first == 0xE0 ? 0xA0 : first == 0xF0 ? 0x90 : 0x80) : 0x80
                let high: UInt8 = position == 1 ? (first == 0xED ? 0x9F : first == 0xF4 ? 0x8F : 0xBF) : 0xBF
                guard byte >= low, byte <= high else {
                    return .failure(Problem(length: position, reason: "invalid continuation byte"))
                }
                value = value << 6 | UInt32(byte & 0x3F)
            }
            return .success((value, length))
        }

        private func unit(_ start: Int, _ size: Int, _ order: ByteOrder?) -> UInt32 {
            var value: UInt32 = 0
            for position in 0..<size {
                let index = order == .big ? position : size - 1 - position
                value = value << 8 | UInt32(bytes[start + index])
            }
            return value
        }

        private func stepUTF16(_ order: ByteOrder?) -> Result<(UInt32, Int), Problem> {
            let left = bytes.count - offset
            guard left >= 2 else { return .failure(Problem(length: left, reason: "truncated data")) }
            let first = unit(offset, 2, order)
            guard first & 0xF800 == 0xD800 else { return .success((first, 2)) }
            guard first < 0xDC00 else { return .failure(Problem(length: 2, reason: "illegal encoding")) }
            guard left >= 4 else { return .failure(Problem(length: left, reason: "unexpected end of data")) }
            let second = unit(offset + 2, 2, order)
            guard second & 0xFC00 == 0xDC00 else {
                return .failure(Problem(length: 2, reason: "illegal UTF-16 surrogate"))
            }
            return .success((0x10000 + (first & 0x3FF) << 10 + second & 0x3FF, 4))
        }

        private func stepUTF32(_ order: ByteOrder?) -> Result<(UInt32, Int), Problem> {
            let left = bytes.count - offset
            guard left >= 4 else { return .failure(Problem(length: left, reason: "truncated data")) }
            let value = unit(offset, 4, order)
            guard value < 0x110000 else {
                return .failure(Problem(length: 4, reason: "code point not in range(0x110000)"))
            }
            guard value & 0xFFFF_F800 != 0xD800 else {
                let reason = "code point in surrogate code point range(0xd800, 0xe000)"
                return .failure(Problem(length: 4, reason: reason))
            }
            return .success((value, 4))
        }

        mutating func handle(_ problem: Problem, into sink: inout some ByteSink) throws(TextFault) {
            let fault = TextFault.codec(
                CodecFault(
                    encoding: codec.name,
                    start: offset - origin,
                    end: offset - origin + problem.length,
                    reason: problem.reason,
                    isDecoding: true,
                    first: UInt32(bytes[offset])
                )
            )
            var length = problem.length
            switch errors {
            case .strict: throw fault
            case .unknown(let name): throw .unknownErrorHandler(name)
            case .xmlCharacterReference:
                throw .formatType("don't know how to handle UnicodeDecodeError in error callback")
            case .ignore: break
            case .replace: sink.append(codePoint: 0xFFFD)
            case .backslashReplace:
                for position in 0..<length {
                    PythonText.appendNumericEscape(UInt32(bytes[offset + position]), into: &sink)
                }
            case .surrogateEscape:
                // As many bytes as are not ASCII, from the first on.
                let escaped = bytes[offset..<offset + length].prefix { $0 >= 0x80 }
                guard !escaped.isEmpty else { throw fault }
                for byte in escaped { sink.append(codePoint: 0xDC00 + UInt32(byte)) }
                length = escaped.count
            case .surrogatePass:
                guard let (codePoint, size) = surrogate() else { throw fault }
                sink.append(codePoint: codePoint)
                length = size
            }
            offset += length
        }

        /// The lone surrogate at the offset, if the bytes are one.
        private func surrogate() -> (UInt32, Int)? {
            let left = bytes.count - offset
            let found: (value: UInt32, size: Int)
            switch codec {
            case .utf8, .utf8Signature:
                guard left >= 3, bytes[offset] == 0xED, bytes[offset + 1] & 0xC0 == 0x80,
                    bytes[offset + 2] & 0xC0 == 0x80
                else { return nil }
                found = (0xD000 | UInt32(bytes[offset + 1] & 0x3F) << 6 | UInt32(bytes[offset + 2] & 0x3F), 3)
            case .utf16(let order) where left >= 2: found = (unit(offset, 2, order), 2)
            case .utf32(let order) where left >= 4: found = (unit(offset, 4, order), 4)
            default: return nil
            }
            return found.value & 0xFFFF_F800 == 0xD800 ? found : nil
        }
    }
}
