package import Events

/// What the machine knows of the event that rules look at.
struct EventContext {
    /// The tape's view; nil between events.
    var tape: TapeView?
    /// The data model of the event's log type, for `udm`; unbound where there is none.
    var dataModel = Value.unbound

    /// The view, empty between events: all its indices read as null.
    @inline(__always)
    var view: EventView { EventView(tape: tape) }

    /// Whether a value is the event itself rather than a part of it.
    func isRoot(_ value: Value) -> Bool { value.payload == UInt64(Tape.root) }
}

/// Reads the tape of the event, or nothing between events.
struct EventView {
    let tape: TapeView?

    @inline(__always)
    func childCount(of index: UInt32) -> Int { tape?.childCount(of: index) ?? 0 }
}

extension Machine {
    /// Makes the event of `tape` the one that rules see, as a `PantherEvent`; the value is good until
    /// ``finishEvent()``. The tape must stay as it is until then.
    package mutating func beginEvent(_ tape: TapeView) -> Value {
        event.tape = tape
        memory.event.borrow(tape.inputBytes)
        memory.eventSide.borrow(tape.sideBytes)
        return Value(
            tag: tape.kind(of: Tape.root) == .array ? .eventList : .eventMap,
            payload: UInt64(Tape.root),
            place: Region.Name.event.rawValue,
            generation: memory.generation(.event)
        )
    }

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

    /// The member of map `node` under `key`: exact spelling first, then without regard to case, as Panther's
    /// events do. ``Tape/missing`` where there is none.
    @inline(__always)
    func eventMember(_ node: UInt32, _ key: Value) -> UInt32 {
        guard let tape = event.tape, key.isString else { return Tape.missing }
        if key.isInterned {
            let id = KeyID(rawValue: memory.address(.constants, key.offset - 4).load(as: UInt32.self))
            if id.isSpelled {
                let found = tape.lookupIgnoringCase(in: node, key: id)
                if found != Tape.missing || !tape.hasNonASCIIKeys { return found }
            }
        }
        let found = tape.lookupIgnoringCase(in: node, keyBytes: memory.bytes(key))
        if found != Tape.missing || (key.isASCII && !tape.hasNonASCIIKeys) { return found }
        return eventMemberFolded(node, key)
    }

    /// Compares keys in full lower case: for keys that are not ASCII.
    private func eventMemberFolded(_ node: UInt32, _ key: Value) -> UInt32 {
        guard let tape = event.tape else { return Tape.missing }
        let wanted = string(key).lowercased()
        for child in tape.children(of: node) where tape.string(tape.key(of: child)).lowercased() == wanted { return child }
        return Tape.missing
    }

    /// The table of all names that the loaded code knows: a tape made with it finds their fields at once.
    /// Ask for it when all modules are loaded, and again when more have been.
    package mutating func makeKeyTable() -> KeyTable {
        var table = KeyTable()
        for string in symbols.strings.dropFirst() where string.length > 0 && string.length < 256 {
            let id = table.intern(Array(memory.bytes(string)))
            memory.address(.constants, string.offset - 4).storeBytes(of: id.rawValue, as: UInt32.self)
        }
        return table
    }
}
