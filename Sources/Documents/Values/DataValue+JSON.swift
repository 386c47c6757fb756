extension DataNode {
    /// Why a value has no JSON form.
    package enum JSONFault: Error, Hashable, Sendable {
        /// A `!!binary` value.
        case bytes
        /// A key that is neither text, number, boolean nor null, or that is no text where only those are taken.
        case key
        /// Deeper than ``DataNode/jsonDepthMax``.
        case tooDeep
        /// More than ``DataNode/jsonBytesMax`` bytes: aliases may repeat a text many times.
        case tooLong
    }

    /// How the JSON text is laid out.
    package struct JSONLayout: Hashable, Sendable {
        /// Whether separators are `", "` and `": "`, as Python's `json.dumps` writes them; else there are no blanks.
        package var spaced: Bool
        /// Whether everything outside ASCII is escaped as UTF-16 units, as `json.dumps` does unless told otherwise.
        package var asciiOnly: Bool
        /// Whether a key that is no text is a fault; else it becomes one, and what is read again is another value.
        package var onlyTextKeys: Bool

        /// A layout.
        package init(spaced: Bool, asciiOnly: Bool, onlyTextKeys: Bool = false) {
            self.spaced = spaced
            self.asciiOnly = asciiOnly
            self.onlyTextKeys = onlyTextKeys
        }

        /// What Python's `json.dumps(value)` writes.
        package static let python = JSONLayout(spaced: true, asciiOnly: true)
        /// The shortest: no blanks, UTF-8.
        package static let compact = JSONLayout(spaced: false, asciiOnly: false)
    }

    /// Levels of lists and maps that are written; parsers of ours allow fewer.
    package static let jsonDepthMax = 1_000
    /// Bytes that are written at most.
    package static let jsonBytesMax = 64 << 20

    /// The value as JSON text in UTF-8. `NaN`, `Infinity` and `-Infinity` are written so, integers digit by digit, floats as
    /// Python's `repr` does, keys in order; keys that are numbers, booleans or null become texts as in `json.dumps`.
    /// Of more than `bytesMax` bytes there is none.
    package func json(
        _ layout: JSONLayout = .compact,
        bytesMax: Int = jsonBytesMax
    ) throws(JSONFault) -> [UInt8] {
        var writer = JSONWriter(layout: layout, bytesMax: bytesMax)
        try writer.write(self, depth: 0)
        // What was written last, and the brackets that closed, have been looked at by nobody.
        guard writer.bytes.count <= bytesMax else { throw .tooLong }
        return writer.bytes
    }
}

/// Appends values to a buffer as JSON.
private struct JSONWriter {
    let layout: DataNode.JSONLayout
    let bytesMax: Int
    var bytes: [UInt8] = []

    mutating func write(_ node: DataNode, depth: Int) throws(DataNode.JSONFault) {
        guard depth <= DataNode.jsonDepthMax else { throw .tooDeep }
        guard bytes.count <= bytesMax else { throw .tooLong }
        switch node.value {
        case .null: bytes += "null".utf8
        case .bool(let flag): bytes += (flag ? "true" : "false").utf8
        case .int(let number): bytes += String(number).utf8
        case .bigInt(let digits): bytes += digits.utf8
        case .double(let number): bytes += Self.text(of: number).utf8
        case .string(let text): writeText(text)
        case .bytes: throw .bytes
        case .list(let elements):
            bytes.append(UInt8(ascii: "["))
            for (index, element) in elements.enumerated() {
                if index > 0 { separate(",") }
                try write(element, depth: depth + 1)
            }
            bytes.append(UInt8(ascii: "]"))
        case .map(let map):
            bytes.append(UInt8(ascii: "{"))
            for (index, entry) in map.entries.enumerated() {
                if index > 0 { separate(",") }
                writeText(try text(ofKey: entry.key))
                separate(":")
                try write(entry.value, depth: depth + 1)
            }
            bytes.append(UInt8(ascii: "}"))
        }
    }

    private mutating func separate(_ mark: Unicode.Scalar) {
        bytes.append(UInt8(truncatingIfNeeded: mark.value))
        if layout.spaced { bytes.append(UInt8(ascii: " ")) }
    }

    private static func text(of number: Double) -> String {
        if number.isNaN { return "NaN" }
        if number.isInfinite { return number < 0 ? "-Infinity" : "Infinity" }
        return number.pythonRepresentation
    }

    private func text(ofKey key: DataNode) throws(DataNode.JSONFault) -> String {
        switch key.value {
        case .string(let text): return text
        case _ where layout.onlyTextKeys: throw .key
        case .null: return "null"
        case .bool(let flag): return flag ? "true" : "false"
        case .int(let number): return String(number)
        case .bigInt(let digits): return digits
        case .double(let number): return Self.text(of: number)
        case .bytes, .list, .map: throw .key
        }
    }

    private mutating func writeText(_ text: String) {
        bytes.append(UInt8(ascii: "\""))
        if layout.asciiOnly, !text.utf8.allSatisfy({ $0 < 0x80 }) {
            for unit in text.utf16 {
                if unit < 0x80 { write(UInt8(truncatingIfNeeded: unit)) } else { escape(unit) }
            }
        } else {
            var text = text
            text.withUTF8 { units in
                // Nearly all of a text is copied as it is.
                var start = 0
                for place in units.indices where units[place] < 0x20 || units[place] == 0x22 || units[place] == 0x5C {
                    bytes.append(contentsOf: units[start..<place])
                    write(units[place])
                    start = place + 1
                }
                bytes.append(contentsOf: units[start...])
            }
        }
        bytes.append(UInt8(ascii: "\""))
    }

    /// A byte of a text: ASCII is escaped where JSON demands it, the rest is copied.
    private mutating func write(_ byte: UInt8) {
        let letter: Unicode.Scalar? =
            switch byte {
            case UInt8(ascii: "\""): "\""
            case UInt8(ascii: "\\"): "\\"
            case UInt8(ascii: "\n"): "n"
            case UInt8(ascii: "\r"): "r"
            case UInt8(ascii: "\t"): "t"
            case 0x08: "b"
            case 0x0C: "f"
            default: nil
            }
        if let letter {
            bytes.append(UInt8(ascii: "\\"))
            bytes.append(UInt8(truncatingIfNeeded: letter.value))
        } else if byte < 0x20 {
            escape(UInt16(byte))
        } else {
            bytes.append(byte)
        }
    }

    private mutating func escape(_ unit: UInt16) {
        let digits = Array("0123456789abcdef".utf8)
        bytes += [UInt8(ascii: "\\"), UInt8(ascii: "u")]
        for shift in [12, 8, 4, 0] as [UInt16] { bytes.append(digits[Int((unit >> shift) & 0xF)]) }
    }
}
