package import Events

/// Writes JSON objects, each on one line, member by member, in the order given.
package struct JSONLine: ~Copyable {
    private var buffer: ByteBuffer
    /// Whether the next member or element needs a comma before it.
    private var needsComma = false
    private var recentTime = RecentTimeText()
    /// Where the first byte is said to be.
    private var start = 0

    /// Nothing yet; room for `capacity` bytes.
    package init(capacity: Int = 256) { buffer = ByteBuffer(capacity: capacity) }

    /// A text as JSON.
    package static func quoted(_ text: String) -> String {
        var line = JSONLine(capacity: text.utf8.count + 2)
        line.quoted(text)
        return line.text
    }

    /// What was written so far, as UTF-8.
    package var bytes: [UInt8] { buffer.array }

    /// Replaces what is in an array by what was written so far.
    package func copy(into array: inout [UInt8]) { buffer.copy(into: &array) }

    /// What was written so far.
    package var text: String { buffer.string }

    /// Begins anew, in the same memory; places count from `start` on.
    package mutating func removeAll(countingFrom start: Int = 0) {
        buffer.removeAll()
        self.start = start
        needsComma = false
    }

    /// The place where the next byte goes.
    package var place: Int { start &+ buffer.count }

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

    /// Ends a whole object: the next begins a line of its own.
    package mutating func endLine() {
        buffer.append(UInt8(ascii: "}"))
        needsComma = false
    }

    /// A key of ours, in which nothing has to be escaped; its value comes next.
    package mutating func key(_ name: StaticString) {
        separate()
        buffer.append(quoted: UnsafeRawBufferPointer(start: name.utf8Start, count: name.utf8CodeUnitCount))
        buffer.append(UInt8(ascii: ":"))
    }

    /// A key that is somebody else's; its value comes next.
    package mutating func key(named name: String) {
        separate()
        quoted(name)
        buffer.append(UInt8(ascii: ":"))
        needsComma = false
    }

    package mutating func member(named name: String, _ value: String) {
        key(named: name)
        quoted(value)
        needsComma = true
    }

    package mutating func member(named name: String, _ value: Int) {
        key(named: name)
        number(value)
    }

    package mutating func member(_ name: StaticString, _ value: String) {
        key(name)
        quoted(value)
        needsComma = true
    }

    package mutating func member(_ name: StaticString, _ value: Bool) {
        key(name)
        raw(value ? "true" : "false")
    }

    package mutating func member(_ name: StaticString, _ value: Int) {
        key(name)
        number(value)
    }

    /// A number, as a value.
    package mutating func number(_ value: Int) {
        separate()
        buffer.append(decimal: value)
        needsComma = true
    }

    /// A moment, as a value: its ISO text.
    package mutating func time(_ time: EventTime) {
        separate()
        buffer.append(UInt8(ascii: "\""))
        recentTime.append(time, to: &buffer)
        buffer.append(UInt8(ascii: "\""))
        needsComma = true
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

    /// Text as UTF-8, as a value; false, and nothing is added, if it has to be escaped.
    mutating func plain(_ text: UnsafeRawBufferPointer) -> Bool {
        guard plainJSONEnd(text, from: 0, stopsAtNonASCII: false) == text.count else { return false }
        separate()
        buffer.append(quoted: text)
        needsComma = true
        return true
    }

    /// JSON text as UTF-8, as a value.
    mutating func raw(_ json: UnsafeRawBufferPointer) {
        separate()
        buffer.append(json)
        needsComma = true
    }

    /// Members as UTF-8, and a key at their end; its value comes next.
    mutating func members(_ json: UnsafeRawBufferPointer) {
        separate()
        buffer.append(json)
    }

    /// A value once more that was written before: where it is.
    mutating func again(_ value: Range<Int>) {
        separate()
        buffer.append(again: value.lowerBound &- start..<value.upperBound &- start)
        needsComma = true
    }

    /// Ends a line of text.
    package mutating func lineFeed() { buffer.append(UInt8(ascii: "\n")) }

    /// Takes back what was written from a place on, where a line began.
    mutating func removeAll(from place: Int) {
        buffer.removeAll(after: place &- start)
        needsComma = false
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
        var text = text
        text.withUTF8 { bytes in
            let bytes = UnsafeRawBufferPointer(bytes)
            // As most texts are.
            if plainJSONEnd(bytes, from: 0, stopsAtNonASCII: false) == bytes.count {
                buffer.append(quoted: bytes)
                return
            }
            buffer.append(UInt8(ascii: "\""))
            appendJSONEscaped(bytes, to: &buffer)
            buffer.append(UInt8(ascii: "\""))
        }
    }
}
