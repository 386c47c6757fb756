/// Writes values onto a tape: a whole event (``Tape/build(_:)``), or more members of the one that was parsed
/// (``Tape/extend(_:)``), as when Panther's standard fields join a raw event.
///
/// Nodes are appended and their text goes into the tape's side region, so extending an event costs what is added and
/// nothing of what is there. Values that are in the event already are referred to, not copied. Calls nest as JSON does:
///
///     try tape.extend { builder in
///         builder.key("p_any_ip_addresses")
///         builder.beginArray()
///         builder.string(text)
///         builder.endArray()
///     }
///
/// The first limit that is passed makes the rest of the calls do nothing, and is thrown by `build` or `extend`.
package struct TapeBuilder: ~Copyable {
    private let state: UnsafeMutablePointer<TapeState>
    private let limits: TapeLimits
    private let isExtending: Bool
    private var fault: TapeFault?
    private var key = TapeNode.null
    private var hasKey = false
    /// Indices of the open containers, outermost first.
    private var open: [UInt32] = []
    /// Whether some object is marked ``TapeNode/mayRepeatKeys``.
    private(set) var mayRepeatKeys = false

    init(state: UnsafeMutablePointer<TapeState>, limits: TapeLimits, extending: Bool) {
        self.state = state
        self.limits = limits
        isExtending = extending
        if extending {
            precondition(
                state.pointee.count > 0 && state.pointee.nodes[0].kind == .object,
                "only an object can be extended"
            )
            open = [0]
            // What is written stands in no text.
            state.pointee.nodes[0].length = 0
        }
    }

    /// Begins a member of the innermost object, whose value follows. `key` is of the table the tape was made with.
    package mutating func key(_ id: KeyID, in table: KeyTable) {
        table.bytes(of: id).withUnsafeBytes { setKey($0) }
    }

    /// Begins a member of the innermost object, whose value follows.
    package mutating func key(_ name: String) {
        name.withBytes { setKey($0) }
    }

    /// Begins a member of the innermost object with a key of ours. Its value follows.
    mutating func key(static name: StaticString) {
        setKey(UnsafeRawBufferPointer(start: name.utf8Start, count: name.utf8CodeUnitCount))
    }

    /// Adds a string that is in the event already.
    package mutating func string(_ text: TapeText) {
        append(.string, text.offset, text.length, text.flags & (TapeNode.isEscaped | TapeNode.isNotASCII))
    }

    /// Adds a string of these bytes: UTF-8, or WTF-8 with lone surrogates.
    package mutating func string(_ bytes: UnsafeRawBufferPointer) {
        guard let start = copy(bytes) else { return }
        let flags = bytes.allSatisfy { $0 < 0x80 } ? 0 : TapeNode.isNotASCII
        append(.string, start, UInt32(truncatingIfNeeded: bytes.count), flags)
    }

    /// Adds a string.
    package mutating func string(_ value: String) {
        value.withBytes { string($0) }
    }

    /// Adds an integer.
    package mutating func integer(_ value: Int64) { DecimalText.with(value) { number($0, .integer) } }

    /// Adds an integer of any size, given by its decimal digits and a `-` before them if it is negative; text that is
    /// anything else is added as a string.
    package mutating func integer(digits: String) {
        let digitsOnly = digits.utf8.dropFirst(digits.utf8.first == UInt8(ascii: "-") ? 1 : 0)
        let isNumber =
            !digitsOnly.isEmpty && digitsOnly.allSatisfy { $0 >= UInt8(ascii: "0") && $0 <= UInt8(ascii: "9") }
        if isNumber { number(digits, .integer) } else { string(digits) }
    }

    /// Adds a floating-point number, `nan` and the infinities included.
    package mutating func double(_ value: Double) {
        let text = value.isNaN ? "NaN" : value.isInfinite ? (value < 0 ? "-Infinity" : "Infinity") : "\(value)"
        number(text, .double)
    }

    /// Adds `true` or `false`.
    package mutating func bool(_ value: Bool) { append(value ? .true : .false, 0, 0, 0) }

    /// Adds `null`.
    package mutating func null() { append(.null, 0, 0, 0) }

    /// Begins an array; its elements follow.
    package mutating func beginArray() { begin(.array) }

    /// Ends the array.
    package mutating func endArray() { end(.array) }

    /// Begins an object; its members follow, each after its key.
    package mutating func beginObject() { begin(.object) }

    /// Ends the object.
    package mutating func endObject() { end(.object) }

    /// Closes what `extend` opened and returns the first fault, if there was one.
    mutating func finish() -> TapeFault? {
        if let fault { return fault }
        precondition(
            open.count == (isExtending ? 1 : 0) && !hasKey,
            "every container is ended and every key has a value"
        )
        if isExtending { state.pointee.nodes[0].next = state.pointee.count }
        return state.pointee.count == 0 ? TapeFault(.truncated, at: 0) : nil
    }

    private mutating func begin(_ kind: TapeKind) {
        if open.count >= limits.depthMax, fault == nil {
            fault = TapeFault(.depthLimit, at: Int(state.pointee.sideCount))
        }
        let parent = open.last
        append(kind, 0, 0, 0)
        guard fault == nil else { return }
        if let parent { state.pointee.nodes[Int(parent)].meta |= TapeNode.isDeep }
        open.append(state.pointee.count - 1)
    }

    private mutating func end(_ kind: TapeKind) {
        guard fault == nil else { return }
        guard let index = open.popLast(), state.pointee.nodes[Int(index)].kind == kind, !hasKey else {
            preconditionFailure("the innermost container is ended, and no key is left without a value")
        }
        state.pointee.nodes[Int(index)].next = state.pointee.count
    }

    private mutating func setKey(_ bytes: UnsafeRawBufferPointer) {
        guard let start = copy(bytes) else { return }
        let isASCII = bytes.allSatisfy { $0 < 0x80 }
        if !isASCII { state.pointee.hasNonASCIIKeys = true }
        let copied = UnsafeRawPointer(state.pointee.side) + Int(start & ~TapeText.sideBit)
        let hash = KeyHash(copied, length: bytes.count)
        let id = state.pointee.keys.find(copied, bytes.count, hash)
        if let object = open.last {
            let tag = UInt64(state.pointee.epoch) << 32
            if TapeState.isSuspect(hash.value, in: object, seen: state.pointee.seen, tag: tag) {
                state.pointee.nodes[Int(object)].meta |= TapeNode.mayRepeatKeys
                mayRepeatKeys = true
            }
        }
        key.keyStart = start
        key.keyLength = UInt32(truncatingIfNeeded: bytes.count)
        key.meta = id.rawValue << 8 | (isASCII ? 0 : TapeNode.isKeyNotASCII)
        hasKey = true
    }

    private mutating func number(_ text: String, _ kind: TapeKind) {
        text.withBytes { number($0, kind) }
    }

    private mutating func number(_ digits: UnsafeRawBufferPointer, _ kind: TapeKind) {
        guard let start = copy(digits) else { return }
        append(kind, start, UInt32(truncatingIfNeeded: digits.count), 0)
    }

    /// Copies bytes into the side region and returns their offset; nil, and a fault, past the limit.
    private mutating func copy(_ bytes: UnsafeRawBufferPointer) -> UInt32? {
        guard fault == nil else { return nil }
        let used = Int(state.pointee.sideCount)
        guard used + bytes.count <= limits.byteCountMax, state.pointee.reserveSide(bytes.count) else {
            fault = TapeFault(.sizeLimit, at: used)
            return nil
        }
        if let base = bytes.baseAddress { (state.pointee.side + used).copyMemory(from: base, byteCount: bytes.count) }
        state.pointee.sideCount += UInt32(bytes.count)
        return TapeText.sideBit | UInt32(used)
    }

    private mutating func append(_ kind: TapeKind, _ start: UInt32, _ length: UInt32, _ flags: UInt32) {
        guard fault == nil else { return }
        let count = state.pointee.count
        if let parent = open.last {
            precondition(
                hasKey == (state.pointee.nodes[Int(parent)].kind == .object),
                "members have keys, elements none"
            )
        } else {
            precondition(count == 0 && !hasKey, "an event is one value")
        }
        guard Int(count) < limits.nodeCountMax else {
            fault = TapeFault(.nodeLimit, at: Int(state.pointee.sideCount))
            return
        }
        if count == state.pointee.capacity { state.pointee.growNodes(used: count) }
        state.pointee.nodes[Int(count)] = TapeNode(
            start: start,
            length: length,
            next: count + 1,
            keyStart: key.keyStart,
            keyLength: key.keyLength,
            meta: key.meta | UInt32(kind.rawValue) | flags
        )
        state.pointee.count = count + 1
        key = .null
        hasKey = false
    }
}

extension String {
    /// Lends the text's UTF-8, where `withUTF8` would have a copy made.
    fileprivate func withBytes(_ body: (UnsafeRawBufferPointer) -> Void) {
        if utf8.withContiguousStorageIfAvailable({ body(UnsafeRawBufferPointer($0)) }) == nil {
            Array(utf8).withUnsafeBytes(body)
        }
    }
}
