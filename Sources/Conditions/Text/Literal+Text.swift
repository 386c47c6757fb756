package import Events

extension Literal {
    /// The constant as JSON text.
    ///
    /// Floats always have a point or an exponent, so that they are read back as floats; those that are no numbers are written
    /// as Python's `json` writes them.
    package var json: String {
        var bytes: [UInt8] = []
        appendJSON(to: &bytes)
        return String(decoding: bytes, as: UTF8.self)
    }

    /// Appends the constant as JSON text.
    func appendJSON(to bytes: inout [UInt8]) {
        switch self {
        case .null: bytes += "null".utf8
        case .bool(let value): bytes += (value ? "true" : "false").utf8
        case .int(let value): bytes += String(value).utf8
        case .double(let value):
            bytes += (value.isNaN ? "NaN" : value.isInfinite ? (value < 0 ? "-Infinity" : "Infinity") : "\(value)").utf8
        case .string(let text): Self.appendQuoted(text, to: &bytes)
        case .list(let elements):
            bytes.append(UInt8(ascii: "["))
            for (index, element) in elements.enumerated() {
                if index > 0 { bytes.append(UInt8(ascii: ",")) }
                element.appendJSON(to: &bytes)
            }
            bytes.append(UInt8(ascii: "]"))
        case .object(let members):
            bytes.append(UInt8(ascii: "{"))
            for (index, member) in members.enumerated() {
                if index > 0 { bytes.append(UInt8(ascii: ",")) }
                Self.appendQuoted(member.name, to: &bytes)
                bytes.append(UInt8(ascii: ":"))
                member.value.appendJSON(to: &bytes)
            }
            bytes.append(UInt8(ascii: "}"))
        }
    }

    private static func appendQuoted(_ text: String, to bytes: inout [UInt8]) {
        bytes.append(UInt8(ascii: "\""))
        var text = text
        text.withUTF8 { appendJSONEscaped(UnsafeRawBufferPointer($0), to: &bytes) }
        bytes.append(UInt8(ascii: "\""))
    }

    /// The value of a node of a tape, or nil where it holds an integer past 64 bits. O(size); recursion is bounded by the
    /// tape's depth.
    package init?(_ node: UInt32, in view: TapeView) {
        switch view.kind(of: node) {
        case .null: self = .null
        case .false: self = .bool(false)
        case .true: self = .bool(true)
        case .integer:
            guard let value = view.int64(of: node) else { return nil }
            self = .int(value)
        case .double: self = .double(view.double(of: node) ?? .nan)
        case .string: self = .string(view.string(view.text(of: node)))
        case .array:
            var elements: [Literal] = []
            for child in view.children(of: node) {
                guard let element = Literal(child, in: view) else { return nil }
                elements.append(element)
            }
            self = .list(elements)
        case .object:
            var members: [Member] = []
            for child in view.children(of: node) {
                guard let value = Literal(child, in: view) else { return nil }
                members.append(Member(view.string(view.key(of: child)), value))
            }
            self = .object(members)
        }
    }

    /// The member of this name, if it is an object that has it.
    package subscript(name: String) -> Literal? {
        guard case .object(let members) = self else { return nil }
        return members.first { $0.name.utf8.elementsEqual(name.utf8) }?.value
    }
}
