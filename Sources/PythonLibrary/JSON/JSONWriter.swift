import PythonRuntime

/// Writes a value as a document. Functions of the caller run in between, so the bytes are gathered outside the arena.
///
/// Source: CPython 3.11's `json/encoder.py` and `_json.c`.
struct JSONWriter {
    /// Arguments of `dumps`.
    struct Options {
        var skipsKeys = false
        var isASCII = true
        var checksCircles = true
        var allowsNaN = true
        var sortsKeys = false
        /// What a level is indented by; nil for everything on one line.
        var indent: [UInt8]?
        var itemSeparator = Array(", ".utf8)
        var keySeparator = Array(": ".utf8)
        /// `default`: called with what cannot be written; None if there is none.
        var fallback = Value.none
    }

    private let options: Options
    private var text: [UInt8] = []
    /// Containers that are being written.
    private var open: [Value] = []
    /// Lists and mappings among them, which lines are indented by.
    private var level = 0
    private let bytesMax: Int

    /// Containers within containers; CPython's recursion limit allows about as many.
    static let depthMax = 990

    private init(_ machine: borrowing Machine, _ options: Options) {
        self.options = options
        bytesMax = machine.limits.arenaBytesMax
    }

    /// The document of `value`. Raises TypeError, ValueError, RecursionError, and what `default` raises.
    static func write(_ machine: inout Machine, _ value: Value, _ options: Options) throws(Raised) -> Value {
        var writer = JSONWriter(machine, options)
        try writer.append(&machine, value)
        try machine.charge(writer.text.count / 64)
        return try machine.makeString(writer.text)
    }

    private mutating func append(_ machine: inout Machine, _ value: Value) throws(Raised) {
        guard text.count <= bytesMax else { throw machine.exhausted("bytes", bytesMax) }
        switch value.tag {
        case .string: appendString(machine.memory.bytes(value))
        case .none: append("null")
        case .bool: append(value.boolValue ? "true" : "false")
        case .int: PythonInteger.append(value.intValue, into: &text)
        case .bigInt: try appendText(of: try machine.repr(value), machine)
        case .float: try appendFloat(&machine, value.floatValue)
        case .list, .tuple: try appendArray(&machine, value, of: value)
        case .dictionary:
            let value = value
            try appendObject(&machine, try Members.of(&machine, dictionary: value), container: value)
        default: try appendOther(&machine, value)
        }
    }

    /// Instances of classes derived from builtins, types of the library, and what only `default` can write.
    private mutating func appendOther(_ machine: inout Machine, _ value: Value) throws(Raised) {
        let inner = machine.unwrapped(value)
        switch inner.tag {
        case .string, .int, .bool, .bigInt, .float, .none: return try append(&machine, inner)
        case .list, .tuple: return try appendArray(&machine, inner, of: value)
        case .dictionary:
            return try appendObject(&machine, try Members.of(&machine, dictionary: inner), container: value)
        case .object, .foreign:
            if try machine.isInstance(value, of: .type(TypeNumber(.dictionary))) {
                let items = try machine.makeList(from: try machine.callMethod(value, "items"))
                return try appendObject(&machine, try Members.of(&machine, items: items), container: value)
            }
            let sequences = try machine.makeTuple([.type(TypeNumber(.list)), .type(TypeNumber(.tuple))])
            if try machine.isInstance(value, ofAny: sequences) {
                return try appendArray(&machine, try machine.makeList(from: value), of: value)
            }
            if try machine.isInstance(value, of: .type(TypeNumber(.int))) {
                return try append(&machine, try machine.callMethod(value, "__int__"))
            }
        default: break
        }
        guard !options.fallback.isNone else {
            throw machine.raise(
                .typeError,
                "Object of type \(machine.typeName(value)) is not JSON serializable"
            )
        }
        try enter(&machine, value)
        try append(&machine, try machine.call(options.fallback, [value]))
        leave()
    }

    // MARK: Containers

    private mutating func enter(_ machine: inout Machine, _ value: Value) throws(Raised) {
        try machine.charge(1 + open.count / 16)
        if options.checksCircles, open.contains(where: { $0.isIdentical(to: value) }) {
            throw machine.raise(.valueError, "Circular reference detected")
        }
        guard open.count < JSONWriter.depthMax else {
            throw machine.raise(
                .recursionError,
                "maximum recursion depth exceeded while encoding a JSON object"
            )
        }
        open.append(value)
    }

    private mutating func leave() { _ = open.popLast() }

    private mutating func appendArray(
        _ machine: inout Machine,
        _ sequence: Value,
        of container: Value
    ) throws(Raised) {
        guard machine.count(ofSequence: sequence) > 0 else { return append("[]") }
        try enter(&machine, container)
        text.append(UInt8(ascii: "["))
        level += 1
        var index = 0
        // `default` may change the list.
        while index < machine.count(ofSequence: sequence) {
            if index > 0 { text += options.itemSeparator }
            breakLine()
            try machine.charge(1)
            try append(&machine, machine.element(ofSequence: sequence, index))
            index += 1
        }
        leave()
        level -= 1
        breakLine()
        text.append(UInt8(ascii: "]"))
    }

    private mutating func appendObject(
        _ machine: inout Machine,
        _ members: [Members.Member],
        container: Value
    ) throws(Raised) {
        guard !members.isEmpty else { return append("{}") }
        try enter(&machine, container)
        text.append(UInt8(ascii: "{"))
        level += 1
        var isFirst = true
        for member in options.sortsKeys ? try Members.sorted(&machine, members) : members {
            try machine.charge(1)
            guard let key = try keyText(&machine, member.key) else { continue }
            if !isFirst { text += options.itemSeparator }
            isFirst = false
            breakLine()
            appendString(machine.memory.bytes(key))
            text += options.keySeparator
            try append(&machine, member.value)
        }
        leave()
        level -= 1
        if !isFirst { breakLine() }
        text.append(UInt8(ascii: "}"))
    }

    /// A key as a string; nil if it is to be left out.
    private func keyText(_ machine: inout Machine, _ key: Value) throws(Raised) -> Value? {
        let inner = machine.unwrapped(key)
        switch inner.tag {
        case .string: return inner
        case .none: return machine.intern("null")
        case .bool: return machine.intern(inner.boolValue ? "true" : "false")
        case .int, .bigInt: return try machine.repr(inner)
        case .float: return try machine.makeString(try floatText(&machine, inner.floatValue))
        default:
            if options.skipsKeys { return nil }
            throw machine.raise(
                .typeError,
                "keys must be str, int, float, bool or None, not \(machine.errorTypeName(key))"
            )
        }
    }

    /// A new line at the current depth, where there is an indent.
    private mutating func breakLine() {
        guard let indent = options.indent else { return }
        text.append(UInt8(ascii: "\n"))
        for _ in 0..<level where !indent.isEmpty { text += indent }
    }

    // MARK: Texts

    private mutating func append(_ word: StaticString) {
        word.withUTF8Buffer { text.append(contentsOf: $0) }
    }

    private mutating func appendText(of string: Value, _ machine: borrowing Machine) throws(Raised) {
        text += machine.memory.bytes(string)
    }

    private mutating func appendFloat(_ machine: inout Machine, _ value: Double) throws(Raised) {
        text += try floatText(&machine, value)
    }

    private func floatText(_ machine: inout Machine, _ value: Double) throws(Raised) -> [UInt8] {
        if value.isFinite {
            var digits: [UInt8] = []
            FloatText.append(value, into: &digits)
            return digits
        }
        guard options.allowsNaN else {
            throw machine.raise(.valueError, "Out of range float values are not JSON compliant")
        }
        return Array((value.isNaN ? "NaN" : value < 0 ? "-Infinity" : "Infinity").utf8)
    }

    /// A string in quotes, with the escapes it needs.
    private mutating func appendString(_ bytes: UnsafeRawBufferPointer) {
        text.append(UInt8(ascii: "\""))
        var offset = 0
        var plain = 0
        while offset < bytes.count {
            let byte = bytes[offset]
            let isPlain =
                byte >= 0x20 && byte != UInt8(ascii: "\"") && byte != UInt8(ascii: "\\")
                && (!options.isASCII || byte < 0x7F)
            if isPlain {
                offset += 1
                continue
            }
            text += bytes[plain..<offset]
            offset = appendEscape(bytes, offset)
            plain = offset
        }
        text += bytes[plain...]
        text.append(UInt8(ascii: "\""))
    }

    /// The escape of the character at `offset`; returns where it ends.
    private mutating func appendEscape(_ bytes: UnsafeRawBufferPointer, _ offset: Int) -> Int {
        let byte = bytes[offset]
        switch byte {
        case UInt8(ascii: "\""): append("\\\"")
        case UInt8(ascii: "\\"): append("\\\\")
        case 0x0A: append("\\n")
        case 0x0D: append("\\r")
        case 0x09: append("\\t")
        case 0x08: append("\\b")
        case 0x0C: append("\\f")
        case ..<0x80: appendUnit(UInt32(byte))
        default:
            let (codePoint, next) = PythonText(bytes, isASCII: false).codePoint(at: offset)
            if codePoint >= 0x10000 {
                appendUnit(0xD800 | (codePoint - 0x10000) >> 10)
                appendUnit(0xDC00 | (codePoint - 0x10000) & 0x3FF)
            } else {
                appendUnit(codePoint)
            }
            return next
        }
        return offset + 1
    }

    private mutating func appendUnit(_ unit: UInt32) {
        append("\\u")
        for shift: UInt32 in [12, 8, 4, 0] {
            let digit = UInt8(truncatingIfNeeded: unit >> shift & 15)
            text.append(digit < 10 ? 0x30 + digit : 0x61 - 10 + digit)
        }
    }
}
