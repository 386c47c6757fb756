import Events

/// `repr` of immutable values: the name of the class around the plain values, a list as a tuple.
extension Machine {
    /// Appends the `repr` of a view of the event.
    mutating func appendEvent(_ value: Value, to text: inout TextBuilder) throws(Raised) {
        let node = UInt32(truncatingIfNeeded: value.payload)
        guard let tape = event.tape else { return text.append("\(typeName(value))()") }
        var bytes = Array("\(typeName(value))(".utf8)
        try appendPlainRepr(tape, node, isTuple: value.tag == .eventList, to: &bytes)
        bytes.append(UInt8(ascii: ")"))
        bytes.withUnsafeBytes { text.append($0) }
    }

    /// The `repr` of an immutable object that a rule made.
    mutating func immutableRepr(_ value: Value) throws(Raised) -> Value {
        try enterNative()
        defer { leaveNative() }
        var text = TextBuilder()
        if case .container(let container) = backing(value) {
            text.append("\(typeName(value))(")
            try appendRepr(container, to: &text)
            text.append(")")
        } else {
            try appendEvent(value, to: &text)
        }
        return try text.finish(&self)
    }

    /// Appends a node as its plain value shows itself. No recursion; bounded by the arena's limit.
    private mutating func appendPlainRepr(
        _ tape: TapeView,
        _ root: UInt32,
        isTuple: Bool,
        to output: inout [UInt8]
    ) throws(Raised) {
        var open: [(end: UInt32, close: String)] = []
        var index = root
        let end = tape.next(after: root)
        var isFirst = true
        while true {
            while let container = open.last, index >= container.end {
                output += container.close.utf8
                open.removeLast()
                isFirst = false
            }
            guard index < end || open.isEmpty && index == root else { return }
            try charge(1)
            guard output.count <= limits.arenaBytesMax else { throw exhausted("bytes", limits.arenaBytesMax) }
            if let container = open.last {
                if !isFirst { output += ", ".utf8 }
                if container.close == "}" {
                    try appendTextRepr(tape, tape.key(of: index), to: &output)
                    output += ": ".utf8
                }
            }
            switch tape.kind(of: index) {
            case .object:
                output.append(UInt8(ascii: "{"))
                open.append((tape.endOfChildren(of: index), "}"))
            case .array:
                let showsTuple = isTuple && index == root
                output.append(showsTuple ? UInt8(ascii: "(") : UInt8(ascii: "["))
                let close = showsTuple ? (tape.childCount(of: index) == 1 ? ",)" : ")") : "]"
                open.append((tape.endOfChildren(of: index), close))
            default:
                try appendScalarRepr(tape, index, to: &output)
                index = tape.next(after: index)
                isFirst = false
                continue
            }
            isFirst = true
            index = tape.firstChild(of: index)
        }
    }

    private mutating func appendScalarRepr(
        _ tape: TapeView,
        _ index: UInt32,
        to output: inout [UInt8]
    ) throws(Raised) {
        switch tape.kind(of: index) {
        case .true: output += "True".utf8
        case .false: output += "False".utf8
        case .string: try appendTextRepr(tape, tape.text(of: index), to: &output)
        case .integer:
            let digits = tape.bytes(tape.text(of: index))
            if tape.int64(of: index) == 0 {
                output.append(UInt8(ascii: "0"))
            } else {
                output.append(contentsOf: digits)
            }
        case .double: FloatText.append(tape.double(of: index) ?? 0, into: &output)
        default: output += "None".utf8
        }
    }

    private mutating func appendTextRepr(
        _ tape: TapeView,
        _ text: TapeText,
        to output: inout [UInt8]
    ) throws(Raised) {
        try charge(Int(text.length) / 256)
        withEventText(tape, text) { $0.appendRepr(into: &output) }
    }

    /// Hands the letters of a text of the event to `body`, escapes resolved, without the arena.
    func withEventText(_ tape: TapeView, _ text: TapeText, _ body: (PythonText) -> Void) {
        guard text.needsUnescape else { return body(PythonText(tape.bytes(text))) }
        withUnsafeTemporaryAllocation(byteCount: Int(text.length), alignment: 1) { buffer in
            let length = tape.unescape(text, into: buffer)
            body(PythonText(UnsafeRawBufferPointer(rebasing: buffer[..<length])))
        }
    }
}
