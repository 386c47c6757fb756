import Events

/// JSON of what rules return, as Panther writes it:
/// `json.dumps(value, default=PantherEvent.json_encoder, allow_nan=False)`.
extension Machine {
    /// Containers within containers that a JSON text may have; deeper raises RecursionError.
    package static let jsonDepthMax = 500

    /// The JSON text of a value: ASCII, `", "` and `": "` between parts, keys in order.
    ///
    /// Raises what `json.dumps` raises: TypeError for keys and values that JSON has no form for, ValueError for NaN,
    /// infinities and values that contain themselves; BudgetExceeded for a text longer than the arena.
    package mutating func alertContextJSON(_ value: Value) throws(Raised) -> String {
        // Most matches have a context: its memory is kept from one to the next, but for that of a large one.
        var writer = contextWriter.take() ?? JSONWriter()
        writer.bytes.removeAll()
        writer.open.removeAll(keepingCapacity: true)
        try appendJSON(value, to: &writer)
        let text = writer.bytes.string
        if writer.bytes.count <= JSONWriter.keptBytesMax { contextWriter = consume writer }
        return text
    }

    /// A text being written, and the containers around the place where it is.
    struct JSONWriter: ~Copyable {
        var bytes = ByteBuffer(capacity: 512)
        var open: [Value] = []

        /// Bytes of a text whose memory is kept.
        static let keptBytesMax = 1 << 16
    }

    private mutating func appendJSON(_ value: Value, to writer: inout JSONWriter) throws(Raised) {
        try charge(1)
        guard writer.bytes.count <= limits.arenaBytesMax else { throw exhausted("bytes", limits.arenaBytesMax) }
        switch value.tag {
        case .string:
            try charge(Int(value.length) / 256)
            Machine.appendJSONText(PythonText(memory.bytes(value), isASCII: value.isASCII), to: &writer.bytes)
        case .none: writer.bytes.append("null")
        case .bool: writer.bytes.append(value.boolValue ? "true" : "false")
        case .int, .bigInt, .float: try appendJSONNumber(value, to: &writer.bytes)
        case .list, .tuple, .dictionary: try appendJSONContainer(value, to: &writer)
        case .eventMap, .eventList: try appendJSONNode(UInt32(truncatingIfNeeded: value.payload), to: &writer.bytes)
        case .object where isImmutableMap(value) || isImmutableList(value):
            try appendJSONContainer(field(value, ImmutableField.container), to: &writer)
        default:
            let inner = unwrapped(value)
            switch inner.tag {
            case .string, .int, .bigInt, .float, .bool, .list, .tuple, .dictionary: try appendJSON(inner, to: &writer)
            default:
                let type = string(try repr(typeValue(value)))
                throw raise(.typeError, "object of type \(type) is not JSON serializable")
            }
        }
    }

    private mutating func appendJSONNumber(_ value: Value, to bytes: inout ByteBuffer) throws(Raised) {
        if value.tag == .float, !value.floatValue.isFinite {
            throw raise(.valueError, "Out of range float values are not JSON compliant")
        }
        bytes.append(memory.bytes(try repr(value)))
    }

    private mutating func appendJSONContainer(_ value: Value, to writer: inout JSONWriter) throws(Raised) {
        guard !writer.open.contains(where: { $0.isIdentical(to: value) }) else {
            throw raise(.valueError, "Circular reference detected")
        }
        guard writer.open.count < Machine.jsonDepthMax else {
            throw raise(.recursionError, "maximum recursion depth exceeded while encoding a JSON object")
        }
        // Each container looks through those around it.
        try charge(writer.open.count / 16)
        writer.open.append(value)
        if value.tag == .dictionary {
            writer.bytes.append(UInt8(ascii: "{"))
            var cursor = 0
            var isFirst = true
            while let entry = nextEntry(value, &cursor) {
                if !isFirst { writer.bytes.append(", ") }
                isFirst = false
                try appendJSONKey(entry.key, to: &writer.bytes)
                writer.bytes.append(": ")
                try appendJSON(entry.value, to: &writer)
            }
            writer.bytes.append(UInt8(ascii: "}"))
        } else {
            writer.bytes.append(UInt8(ascii: "["))
            var index = 0
            while index < count(ofSequence: value) {
                if index > 0 { writer.bytes.append(", ") }
                try appendJSON(element(ofSequence: value, index), to: &writer)
                index += 1
            }
            writer.bytes.append(UInt8(ascii: "]"))
        }
        writer.open.removeLast()
    }

    private mutating func appendJSONKey(_ key: Value, to bytes: inout ByteBuffer) throws(Raised) {
        let key = unwrapped(key)
        switch key.tag {
        case .string:
            Machine.appendJSONText(PythonText(memory.bytes(key), isASCII: key.isASCII), to: &bytes)
        case .none: bytes.append("\"null\"")
        case .bool: bytes.append(key.boolValue ? "\"true\"" : "\"false\"")
        case .int, .bigInt, .float:
            bytes.append(UInt8(ascii: "\""))
            try appendJSONNumber(key, to: &bytes)
            bytes.append(UInt8(ascii: "\""))
        default: throw raise(.typeError, "keys must be str, int, float, bool or None, not \(errorTypeName(key))")
        }
    }

    // MARK: Nodes of the event

    /// Writes a node of the event without making Python values of it. No recursion.
    private mutating func appendJSONNode(_ root: UInt32, to bytes: inout ByteBuffer) throws(Raised) {
        guard let tape = event.tape else { return bytes.append("null") }
        var open: [(end: UInt32, isObject: Bool)] = []
        var index = root
        var isFirst = true
        repeat {
            try charge(1)
            guard bytes.count <= limits.arenaBytesMax else { throw exhausted("bytes", limits.arenaBytesMax) }
            if let container = open.last {
                if !isFirst { bytes.append(", ") }
                if container.isObject {
                    appendJSONText(tape, tape.key(of: index), to: &bytes)
                    bytes.append(": ")
                }
            }
            let kind = tape.kind(of: index)
            isFirst = kind.isContainer
            if kind.isContainer {
                bytes.append(kind == .object ? UInt8(ascii: "{") : UInt8(ascii: "["))
                open.append((tape.endOfChildren(of: index), kind == .object))
                index = tape.firstChild(of: index)
            } else {
                try appendJSONScalar(tape, index, kind, to: &bytes)
                index = tape.next(after: index)
            }
            while let container = open.last, index >= container.end {
                bytes.append(container.isObject ? UInt8(ascii: "}") : UInt8(ascii: "]"))
                open.removeLast()
                isFirst = false
            }
        } while !open.isEmpty
    }

    private mutating func appendJSONScalar(
        _ tape: TapeView,
        _ index: UInt32,
        _ kind: TapeKind,
        to bytes: inout ByteBuffer
    ) throws(Raised) {
        switch kind {
        case .true: bytes.append("true")
        case .false: bytes.append("false")
        case .string:
            try charge(Int(tape.text(of: index).length) / 256)
            appendJSONText(tape, tape.text(of: index), to: &bytes)
        case .integer:
            // The digits as they stand, but that -0 is 0.
            if tape.int64(of: index) == 0 {
                bytes.append(UInt8(ascii: "0"))
            } else {
                bytes.append(tape.bytes(tape.text(of: index)))
            }
        case .double: try appendJSONNumber(.float(tape.double(of: index) ?? 0), to: &bytes)
        default: bytes.append("null")
        }
    }

    // MARK: Text

    /// A text of the event: see ``appendJSONText(_:to:)``.
    @inline(__always)
    private mutating func appendJSONText(_ tape: TapeView, _ text: TapeText, to bytes: inout ByteBuffer) {
        guard text.needsUnescape else {
            return Machine.appendJSONText(PythonText(tape.bytes(text), isASCII: text.isASCII), to: &bytes)
        }
        withEventText(tape, text) { Machine.appendJSONText($0, to: &bytes) }
    }

    /// Appends a JSON string in ASCII, quotes included: everything else as `\u` escapes of UTF-16, as
    /// `ensure_ascii=True` writes it; a lone surrogate as itself.
    private static func appendJSONText(_ text: PythonText, to output: inout ByteBuffer) {
        var offset = plainJSONEnd(text.bytes, from: 0, stopsAtNonASCII: true)
        // As most texts are.
        guard offset < text.count else { return output.append(quoted: text.bytes) }
        output.append(UInt8(ascii: "\""))
        output.append(UnsafeRawBufferPointer(rebasing: text.bytes[..<offset]))
        while true {
            let start = offset
            offset = plainJSONEnd(text.bytes, from: offset, stopsAtNonASCII: true)
            output.append(UnsafeRawBufferPointer(rebasing: text.bytes[start..<offset]))
            guard offset < text.count else { break }
            let (scalar, next) = text.codePoint(at: offset)
            offset = next
            switch scalar {
            case 0x22: output.append("\\\"")
            case 0x5C: output.append("\\\\")
            case 0x08: output.append("\\b")
            case 0x09: output.append("\\t")
            case 0x0A: output.append("\\n")
            case 0x0C: output.append("\\f")
            case 0x0D: output.append("\\r")
            case 0x20..<0x7F: output.append(UInt8(truncatingIfNeeded: scalar))
            case 0x10000...:
                appendUnicodeEscape(0xD800 + ((scalar - 0x10000) >> 10 & 0x3FF), to: &output)
                appendUnicodeEscape(0xDC00 + (scalar - 0x10000) & 0x3FF, to: &output)
            default: appendUnicodeEscape(scalar, to: &output)
            }
        }
        output.append(UInt8(ascii: "\""))
    }
}
