/// One event, parsed in one pass over its bytes into a flat list of nodes.
///
/// A tape is reused: each parse replaces the event before it, and once its memory has grown to the size of the events
/// it allocates no more. Strings and numbers stay where they are in the bytes; ``view`` reads them. The order of members
/// and their values are those of a Python `dict` made from the same text: a repeated key keeps its first place and its
/// last value.
///
///     var tape = Tape(keys: table)
///     try tape.parse(buffer.bytes)
///     let name = tape.view.lookup(in: Tape.root, key: eventName)
@usableFromInline package struct Tape: ~Copyable {
    private let state: UnsafeMutablePointer<TapeState>
    private var copied = EventBuffer()
    /// What an event may cost.
    package var limits: TapeLimits

    /// The index of the event itself.
    @inlinable @inline(__always) package static var root: UInt32 { 0 }
    /// The index that stands for "no such node"; it reads as null.
    @inlinable @inline(__always) package static var missing: UInt32 { UInt32.max }
    /// Bytes that must be readable after the end of what is parsed.
    package static let paddingByteCount = EventBuffer.paddingByteCount

    /// An empty tape that numbers keys as `keys` does now; keys added to the table later are unknown to it.
    package init(keys: KeyTable = KeyTable(), limits: TapeLimits = TapeLimits()) {
        state = .allocate(capacity: 1)
        state.initialize(to: TapeState(keys: keys))
        self.limits = limits
    }

    deinit {
        state.pointee.deallocate()
        state.deallocate()
    }

    /// Reads the event. It stays valid for the life of the tape and always shows the latest event.
    package var view: TapeView { TapeView(state: state) }

    /// Parses one JSON text (RFC 8259, any value; white space around it is allowed), replacing the event.
    ///
    /// `bytes` must be followed by ``paddingByteCount`` readable bytes and stay as they are until the next parse: an
    /// ``EventBuffer`` does that. After a fault the tape is empty. O(length).
    package mutating func parse(_ bytes: UnsafeRawBufferPointer) throws(TapeFault) {
        state.pointee.reset()
        guard bytes.count <= limits.byteCountMax else { throw TapeFault(.sizeLimit, at: limits.byteCountMax) }
        guard let base = bytes.baseAddress, bytes.count > 0 else { throw TapeFault(.truncated, at: 0) }
        state.pointee.input = base
        state.pointee.inputCount = UInt32(truncatingIfNeeded: bytes.count)
        var parser = TapeParser(state: state, limits: limits)
        do {
            try parser.run()
        } catch {
            state.pointee.reset()
            throw error
        }
        if parser.mayRepeatKeys { resolveRepeatedKeys() }
        fillSlots()
    }

    /// Parses a copy of `bytes`, which need no padding and need not stay: for tests and for events that are not read
    /// from a stream.
    package mutating func parse(copying bytes: some Collection<UInt8>) throws(TapeFault) {
        copied.removeAll()
        let array = ContiguousArray(bytes)
        array.withUnsafeBytes { copied.append($0) }
        try parse(copied.bytes)
    }

    /// As ``parse(copying:)``, without a copy in between: allocates nothing once the tape has grown.
    package mutating func parse(copyingBytes bytes: UnsafeRawBufferPointer) throws(TapeFault) {
        copied.removeAll()
        copied.append(bytes)
        try parse(copied.bytes)
    }

    /// Replaces the event by what `body` writes: see ``TapeBuilder``.
    package mutating func build(_ body: (inout TapeBuilder) -> Void) throws(TapeFault) {
        state.pointee.reset()
        var builder = TapeBuilder(state: state, limits: limits, extending: false)
        body(&builder)
        try finish(&builder)
    }

    /// Adds the members that `body` writes to the event, which must be an object, without parsing it again. A key that
    /// the event has already gets the new value. After a fault the tape is empty.
    package mutating func extend(_ body: (inout TapeBuilder) -> Void) throws(TapeFault) {
        var builder = TapeBuilder(state: state, limits: limits, extending: true)
        body(&builder)
        try finish(&builder)
    }

    /// Whether so many more values and bytes of text may be added before a limit is passed.
    package func hasRoom(nodes: Int, bytes: Int) -> Bool {
        Int(state.pointee.count) + nodes <= limits.nodeCountMax
            && Int(state.pointee.sideCount) + bytes <= limits.byteCountMax
    }

    private mutating func finish(_ builder: inout TapeBuilder) throws(TapeFault) {
        if let fault = builder.finish() {
            state.pointee.reset()
            throw fault
        }
        if builder.mayRepeatKeys { resolveRepeatedKeys() }
        fillSlots()
    }

    private mutating func resolveRepeatedKeys() {
        var resolver = RepeatedKeyResolver(state: state)
        resolver.run()
    }

    /// Notes where the top-level members are, so that looking one up takes no search.
    private func fillSlots() {
        let nodes = state.pointee.nodes
        guard state.pointee.count > 0, nodes[0].kind == .object else { return }
        let slots = state.pointee.slots
        let epoch = UInt64(state.pointee.epoch) << 32
        let end = nodes[0].next
        var index: UInt32 = 1
        while index < end {
            let node = nodes + Int(index)
            let slot = slots + Int(node.pointee.keyID.group)
            // The first of a group stays; the group of unknown keys is never read.
            if slot.pointee >> 32 != epoch >> 32 { slot.pointee = epoch | UInt64(index) }
            index = node.pointee.next
        }
    }
}
