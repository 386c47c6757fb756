import Events

/// Writes one JSON object on one line, member by member, in the order given.
package struct JSONLine: ~Copyable {
    private var buffer: ByteBuffer
    /// Whether the next member or element needs a comma before it.
    private var needsComma = false

    /// Nothing yet; room for `capacity` bytes.
    package init(capacity: Int = 256) { buffer = ByteBuffer(capacity: capacity) }

    /// What was written so far, as UTF-8.
    package var bytes: [UInt8] { buffer.array }

    /// What was written so far.
    package var text: String { buffer.string }

    /// `{`
    package mutating func begin() {
        separate()
        buffer.append(UInt8(ascii: "{"))
        needsComma = false
    }

    /// `}`
    package mutating func end() {
        buffer.append(UInt8(ascii: "}"))
        needsComma = true
    }

    /// A key; its value comes next.
    package mutating func key(_ name: String) {
        separate()
        quoted(name)
        buffer.append(UInt8(ascii: ":"))
        needsComma = false
    }

    package mutating func member(_ name: String, _ value: String) {
        key(name)
        quoted(value)
        needsComma = true
    }

    package mutating func member(_ name: String, _ value: Bool) {
        key(name)
        raw(value ? "true" : "false")
    }

    package mutating func member(_ name: String, _ value: Int) {
        key(name)
        raw(String(value))
    }

    /// A list of strings, as a value.
    package mutating func list(_ values: [String]) {
        separate()
        buffer.append(UInt8(ascii: "["))
        for (index, value) in values.enumerated() {
            if index > 0 { buffer.append(UInt8(ascii: ",")) }
            quoted(value)
        }
        buffer.append(UInt8(ascii: "]"))
        needsComma = true
    }

    /// JSON text, as a value.
    package mutating func raw(_ json: String) {
        separate()
        buffer.append(text: json)
        needsComma = true
    }

    private mutating func separate() {
        if needsComma { buffer.append(UInt8(ascii: ",")) }
        needsComma = false
    }

    private mutating func quoted(_ text: String) {
        buffer.append(UInt8(ascii: "\""))
        var text = text
        text.withUTF8 { appendJSONEscaped(UnsafeRawBufferPointer($0), to: &buffer) }
        buffer.append(UInt8(ascii: "\""))
    }
}
