import Events

/// Values of the event's nodes, and finding members by key.
extension Machine {
    /// The value of a node of the event: containers as views, strings as slices of the event's bytes.
    @inline(__always)
    package mutating func eventValue(_ index: UInt32) throws(Raised) -> Value {
        guard let tape = event.tape else { return .none }
        switch tape.kind(of: index) {
        case .null: return .none
        case .true: return .true
        case .false: return .false
        case .string: return try eventText(tape, tape.text(of: index))
        case .integer:
            if let word = tape.int64(of: index) { return .int(word) }
            return try eventBigInteger(tape, index)
        case .double: return .float(tape.double(of: index) ?? 0)
        case .object, .array:
            return Value(
                tag: tape.kind(of: index) == .object ? .eventMap : .eventList,
                payload: UInt64(index),
                place: Region.Name.event.rawValue,
                generation: memory.generation(.event)
            )
        }
    }

    /// The string of a text of the event: its bytes in place, unless escapes have to be resolved.
    @inline(__always)
    mutating func eventText(_ tape: TapeView, _ text: TapeText) throws(Raised) -> Value {
        if text.needsUnescape { return try unescapedText(tape, text) }
        let region: Region.Name = text.offset & TapeText.sideBit == 0 ? .event : .eventSide
        return Value(
            tag: .string,
            payload: UInt64(text.offset & ~TapeText.sideBit),
            length: text.length,
            place: region.rawValue | (text.isASCII ? Value.asciiFlag : 0),
            generation: memory.generation(region)
        )
    }

    private mutating func unescapedText(_ tape: TapeView, _ text: TapeText) throws(Raised) -> Value {
        let start = try allocate(Int(text.length))
        let target = UnsafeMutableRawBufferPointer(start: memory.address(.arena, start), count: Int(text.length))
        let length = tape.unescape(text, into: target)
        let bytes = UnsafeRawBufferPointer(start: target.baseAddress, count: length)
        return textValue(.string, start: start, length: length, isASCII: Machine.isASCII(bytes))
    }

    private mutating func eventBigInteger(_ tape: TapeView, _ index: UInt32) throws(Raised) -> Value {
        let digits = tape.bytes(tape.text(of: index))
        let number: PythonInteger
        do { number = try PythonInteger(parsing: PythonText(digits)) } catch { throw raise(error) }
        return try makeInteger(number)
    }

    /// The key of a member of an object, as a string.
    @inline(__always)
    mutating func eventKey(_ index: UInt32) throws(Raised) -> Value {
        guard let tape = event.tape else { return .none }
        return try eventText(tape, tape.key(of: index))
    }

    /// The member of map `node` under string `key`: exact spelling first, then the first whose lower case is the
    /// same, as Panther's events do. ``Tape/missing`` where there is none. O(1) at the top level for names that the
    /// loaded code knows, else O(members); allocates only where keys are not ASCII.
    @inline(__always)
    func eventMember(_ node: UInt32, _ key: Value) -> UInt32 {
        guard let tape = event.tape, key.isString else { return Tape.missing }
        guard key.isASCII, !tape.hasNonASCIIKeys else { return eventMemberFolded(tape, node, key) }
        if key.isInterned {
            let id = KeyID(rawValue: memory.address(.constants, key.offset - 4).load(as: UInt32.self))
            if id.isSpelled { return tape.lookupIgnoringCase(in: node, key: id) }
        }
        return tape.lookupIgnoringCase(in: node, keyBytes: memory.bytes(key))
    }

    /// The member of map `node` with exactly this key: what data models and `deep_walk` look for.
    func eventMemberExact(_ node: UInt32, _ key: Value) -> UInt32 {
        guard let tape = event.tape, key.isString else { return Tape.missing }
        if key.isInterned {
            let id = KeyID(rawValue: memory.address(.constants, key.offset - 4).load(as: UInt32.self))
            if id.isSpelled { return tape.lookup(in: node, key: id) }
        }
        return tape.lookup(in: node, keyBytes: memory.bytes(key))
    }

    /// Compares keys as `str.lower` makes them: where one is not ASCII.
    private func eventMemberFolded(_ tape: TapeView, _ node: UInt32, _ key: Value) -> UInt32 {
        let exact = tape.lookup(in: node, keyBytes: memory.bytes(key))
        if exact != Tape.missing { return exact }
        let wanted = Machine.lowered(PythonText(memory.bytes(key), isASCII: key.isASCII))
        for child in tape.children(of: node) {
            let candidate = tape.key(of: child)
            // Lower case has at most three times the bytes of any letter, and at least a third of them.
            guard Int(candidate.length) <= wanted.count * 3, wanted.count <= Int(candidate.length) * 3 else { continue }
            if Machine.lowered(PythonText(tape.bytes(candidate))) == wanted { return child }
        }
        return Tape.missing
    }

    /// The bytes of `str.lower`.
    static func lowered(_ text: PythonText) -> [UInt8] {
        var bytes: [UInt8] = []
        bytes.reserveCapacity(text.count)
        text.appendLower(into: &bytes)
        return bytes
    }
}
