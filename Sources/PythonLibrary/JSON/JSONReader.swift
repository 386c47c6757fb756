import PythonRuntime

/// Reads a document straight into values. Strings without escapes share the document's bytes.
///
/// Source of the errors and their places: CPython 3.11's `_json.c`.
struct JSONReader {
    /// Functions of the caller that take part in reading; None where there are none.
    struct Hooks {
        var object = Value.none
        var float = Value.none
        var integer = Value.none
        var constant = Value.none
        var pairs = Value.none
        /// Whether control characters in strings are an error.
        var isStrict = true

        var hasObjectHook: Bool { !object.isNone || !pairs.isNone }
    }

    let document: Value
    let bytes: UnsafeRawBufferPointer
    let hooks: Hooks
    var offset = 0
    private var depth = 0
    /// Elements of the containers that are open, innermost last.
    private var pending: [Value] = []

    /// Containers within containers; CPython's recursion limit allows about as many.
    static let depthMax = 990

    private init(_ machine: borrowing Machine, _ document: Value, hooks: Hooks) {
        self.document = document
        self.hooks = hooks
        bytes = machine.memory.bytes(document)
    }

    /// The value of `document`. Raises JSONDecodeError, RecursionError, and what hooks raise.
    static func read(_ machine: inout Machine, _ document: Value, hooks: Hooks) throws(Raised) -> Value {
        var reader = JSONReader(machine, document, hooks: hooks)
        try machine.charge(reader.bytes.count / 64)
        reader.skipSpaces()
        let value = try reader.value(&machine)
        reader.skipSpaces()
        guard reader.offset == reader.bytes.count else { throw reader.fault(&machine, "Extra data", reader.offset) }
        return value
    }

    func fault(_ machine: inout Machine, _ message: String, _ offset: Int) -> Raised {
        JSONFault(message, offset: offset).raise(&machine, document)
    }

    /// The byte at the offset; 0 at the end, where no byte of JSON is.
    private var current: UInt8 { offset < bytes.count ? bytes[offset] : 0 }

    private mutating func skipSpaces() {
        while offset < bytes.count {
            switch bytes[offset] {
            case 0x20, 0x09, 0x0A, 0x0D: offset &+= 1
            default: return
            }
        }
    }

    // MARK: Values

    private mutating func value(_ machine: inout Machine) throws(Raised) -> Value {
        switch current {
        case UInt8(ascii: "\""):
            offset += 1
            return try string(&machine)
        case UInt8(ascii: "{"): return try object(&machine)
        case UInt8(ascii: "["): return try array(&machine)
        case UInt8(ascii: "n"): if take("null") { return .none }
        case UInt8(ascii: "t"): if take("true") { return .true }
        case UInt8(ascii: "f"): if take("false") { return .false }
        case UInt8(ascii: "N"): if take("NaN") { return try constant(&machine, "NaN", .nan) }
        case UInt8(ascii: "I"): if take("Infinity") { return try constant(&machine, "Infinity", .infinity) }
        case UInt8(ascii: "-") where take("-Infinity"): return try constant(&machine, "-Infinity", -.infinity)
        case UInt8(ascii: "-"), 0x30...0x39: return try number(&machine)
        default: break
        }
        throw fault(&machine, "Expecting value", offset)
    }

    /// Moves past `word` if it stands here.
    private mutating func take(_ word: StaticString) -> Bool {
        let count = word.utf8CodeUnitCount
        guard offset + count <= bytes.count else { return false }
        for index in 0..<count where bytes[offset + index] != word.utf8Start[index] { return false }
        offset += count
        return true
    }

    private func constant(_ machine: inout Machine, _ word: String, _ value: Double) throws(Raised) -> Value {
        hooks.constant.isNone ? .float(value) : try machine.call(hooks.constant, [machine.intern(word)])
    }

    private mutating func enter(_ machine: inout Machine, _ what: String) throws(Raised) {
        guard depth < JSONReader.depthMax else {
            throw machine.raise(
                .recursionError,
                "maximum recursion depth exceeded while decoding a JSON \(what) from a unicode string"
            )
        }
        depth += 1
        offset += 1
        skipSpaces()
    }

    private mutating func array(_ machine: inout Machine) throws(Raised) -> Value {
        try enter(&machine, "array")
        let base = pending.count
        if current != UInt8(ascii: "]") {
            while true {
                pending.append(try value(&machine))
                skipSpaces()
                if current == UInt8(ascii: "]") { break }
                guard current == UInt8(ascii: ",") else {
                    throw fault(&machine, "Expecting ',' delimiter", offset)
                }
                offset += 1
                skipSpaces()
            }
        }
        offset += 1
        depth -= 1
        let list = try machine.makeList(capacity: pending.count - base)
        for element in pending[base...] { try machine.append(element, to: list) }
        try machine.charge(1 + (pending.count - base) / 16)
        pending.removeSubrange(base...)
        return list
    }

    private mutating func object(_ machine: inout Machine) throws(Raised) -> Value {
        try enter(&machine, "object")
        let base = pending.count
        if current != UInt8(ascii: "}") {
            while true {
                guard current == UInt8(ascii: "\"") else {
                    throw fault(&machine, "Expecting property name enclosed in double quotes", offset)
                }
                offset += 1
                pending.append(try string(&machine))
                skipSpaces()
                guard current == UInt8(ascii: ":") else {
                    throw fault(&machine, "Expecting ':' delimiter", offset)
                }
                offset += 1
                skipSpaces()
                pending.append(try value(&machine))
                skipSpaces()
                if current == UInt8(ascii: "}") { break }
                guard current == UInt8(ascii: ",") else {
                    throw fault(&machine, "Expecting ',' delimiter", offset)
                }
                offset += 1
                skipSpaces()
            }
        }
        offset += 1
        depth -= 1
        let members = pending[base...]
        try machine.charge(1 + members.count / 16)
        let result = hooks.pairs.isNone ? try dictionary(&machine, members) : try pairs(&machine, members)
        pending.removeSubrange(base...)
        if !hooks.pairs.isNone { return try machine.call(hooks.pairs, [result]) }
        return hooks.object.isNone ? result : try machine.call(hooks.object, [result])
    }

    private func dictionary(_ machine: inout Machine, _ members: ArraySlice<Value>) throws(Raised) -> Value {
        let result = try machine.makeDictionary(capacity: members.count / 2)
        var index = members.startIndex
        while index + 1 < members.endIndex {
            try machine.set(members[index], to: members[index + 1], in: result)
            index += 2
        }
        return result
    }

    private func pairs(_ machine: inout Machine, _ members: ArraySlice<Value>) throws(Raised) -> Value {
        let result = try machine.makeList(capacity: members.count / 2)
        var index = members.startIndex
        while index + 1 < members.endIndex {
            try machine.append(try machine.makeTuple([members[index], members[index + 1]]), to: result)
            index += 2
        }
        return result
    }

    // MARK: Numbers

    private mutating func skipDigits() {
        while offset < bytes.count, bytes[offset] &- 0x30 < 10 { offset &+= 1 }
    }

    private func isDigit(_ place: Int) -> Bool { place < bytes.count && bytes[place] &- 0x30 < 10 }

    private mutating func number(_ machine: inout Machine) throws(Raised) -> Value {
        let start = offset
        if current == UInt8(ascii: "-") { offset += 1 }
        guard isDigit(offset) else {
            offset = start
            throw fault(&machine, "Expecting value", start)
        }
        if current == 0x30 { offset += 1 } else { skipDigits() }
        var isFloat = false
        if current == UInt8(ascii: "."), isDigit(offset + 1) {
            isFloat = true
            offset += 2
            skipDigits()
        }
        if current | 0x20 == UInt8(ascii: "e") {
            var place = offset + 1
            if place < bytes.count, bytes[place] == UInt8(ascii: "+") || bytes[place] == UInt8(ascii: "-") {
                place += 1
            }
            if isDigit(place) {
                isFloat = true
                offset = place
                skipDigits()
            }
        }
        return isFloat ? try float(&machine, start) : try integer(&machine, start)
    }

    private func float(_ machine: inout Machine, _ start: Int) throws(Raised) -> Value {
        guard hooks.float.isNone else {
            return try machine.call(hooks.float, [machine.slice(document, start, offset)])
        }
        let text = PythonText(UnsafeRawBufferPointer(rebasing: bytes[start..<offset]), isASCII: true)
        return .float(try machine.checked { () throws(NumberFault) in try FloatParsing.parse(text) })
    }

    private func integer(_ machine: inout Machine, _ start: Int) throws(Raised) -> Value {
        guard hooks.integer.isNone else {
            return try machine.call(hooks.integer, [machine.slice(document, start, offset)])
        }
        let text = PythonText(UnsafeRawBufferPointer(rebasing: bytes[start..<offset]), isASCII: true)
        return try machine.makeInteger(
            try machine.checked { () throws(NumberFault) in try PythonInteger(parsing: text) }
        )
    }

    // MARK: Strings

    /// The rest of a string whose opening quote was read.
    private mutating func string(_ machine: inout Machine) throws(Raised) -> Value {
        let start = offset
        try skipPlain(&machine, start)
        if bytes[offset] == UInt8(ascii: "\"") {
            offset += 1
            return machine.slice(document, start, offset - 1)
        }
        // With escapes: written anew. Nothing is made in the machine while it is.
        var writer = machine.beginText()
        var chunk = start
        while bytes[offset] != UInt8(ascii: "\"") {
            writer.append(contentsOf: UnsafeRawBufferPointer(rebasing: bytes[chunk..<offset]))
            writer.append(codePoint: try escape(&machine, start))
            chunk = offset
            try skipPlain(&machine, start)
        }
        writer.append(contentsOf: UnsafeRawBufferPointer(rebasing: bytes[chunk..<offset]))
        offset += 1
        return try machine.finish(writer)
    }

    /// Moves to the next quote or backslash, which is there when it returns.
    private mutating func skipPlain(_ machine: inout Machine, _ start: Int) throws(Raised) {
        while offset < bytes.count {
            let byte = bytes[offset]
            if byte == UInt8(ascii: "\"") || byte == UInt8(ascii: "\\") { return }
            if byte < 0x20, hooks.isStrict { throw fault(&machine, "Invalid control character at", offset) }
            offset &+= 1
        }
        throw fault(&machine, "Unterminated string starting at", start - 1)
    }

    /// The code point of an escape; a pair of surrogates is one.
    private mutating func escape(_ machine: inout Machine, _ start: Int) throws(Raised) -> UInt32 {
        let backslash = offset
        offset += 1
        guard offset < bytes.count else { throw fault(&machine, "Unterminated string starting at", start - 1) }
        let letter = bytes[offset]
        offset += 1
        switch letter {
        case UInt8(ascii: "\""), UInt8(ascii: "\\"), UInt8(ascii: "/"): return UInt32(letter)
        case UInt8(ascii: "b"): return 0x08
        case UInt8(ascii: "f"): return 0x0C
        case UInt8(ascii: "n"): return 0x0A
        case UInt8(ascii: "r"): return 0x0D
        case UInt8(ascii: "t"): return 0x09
        case UInt8(ascii: "u"): break
        default: throw fault(&machine, "Invalid \\escape", backslash)
        }
        guard let first = hexadecimal(), offset < bytes.count else {
            throw fault(&machine, "Invalid \\uXXXX escape", backslash + 1)
        }
        guard first & 0xFC00 == 0xD800, offset + 6 < bytes.count, bytes[offset] == UInt8(ascii: "\\"),
            bytes[offset + 1] == UInt8(ascii: "u")
        else { return first }
        let second = offset
        offset += 2
        guard let low = hexadecimal() else { throw fault(&machine, "Invalid \\uXXXX escape", second + 1) }
        guard low & 0xFC00 == 0xDC00 else {
            offset = second
            return first
        }
        return 0x10000 + (first & 0x3FF) << 10 + low & 0x3FF
    }

    /// Four hexadecimal digits, past which it moves; nil if they are none.
    private mutating func hexadecimal() -> UInt32? {
        guard offset + 4 <= bytes.count else { return nil }
        var value: UInt32 = 0
        for byte in bytes[offset..<offset + 4] {
            guard let digit = Character(Unicode.Scalar(byte)).hexDigitValue else { return nil }
            value = value << 4 | UInt32(digit)
        }
        offset += 4
        return value
    }
}
