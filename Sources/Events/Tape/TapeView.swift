/// Reads a ``Tape``. A view is one pointer, free to copy; it always shows the tape's latest event.
///
/// It must not outlive its tape: keep the tape in a variable (`makeTape().view` is gone before it is read). A node is named by its index in document order; an index outside the tape, among them
/// ``Tape/missing``, reads as null without children, so a stale index can do no harm.
@usableFromInline package struct TapeView {
    @usableFromInline let state: UnsafeMutablePointer<TapeState>

    @inlinable @inline(__always)
    init(state: UnsafeMutablePointer<TapeState>) { self.state = state }

    /// Nodes on the tape; 0 when nothing is parsed.
    @inlinable @inline(__always)
    package var nodeCount: UInt32 { state.pointee.count }

    /// The node at `index`, or ``TapeNode/null``.
    @inlinable @inline(__always)
    package func node(_ index: UInt32) -> TapeNode {
        // The null node lies before the first: one selection instead of a branch.
        state.pointee.nodes[index < state.pointee.count ? Int(index) : -1]
    }

    /// What kind of value it is.
    @inlinable @inline(__always)
    package func kind(of index: UInt32) -> TapeKind { node(index).kind }

    /// Whether an object of the event, at any depth, has a key that is not ASCII: see ``lookupIgnoringCase(in:key:)``.
    @inlinable @inline(__always)
    package var hasNonASCIIKeys: Bool { state.pointee.hasNonASCIIKeys }

    // MARK: Text

    /// The text of a string (between its quotes) or of a number; empty for other kinds.
    @inlinable @inline(__always)
    package func text(of index: UInt32) -> TapeText {
        let node = node(index)
        switch node.kind {
        case .string:
            return TapeText(
                offset: node.start,
                length: node.length,
                flags: node.meta & (TapeNode.isEscaped | TapeNode.isNotASCII)
            )
        case .integer, .double:
            return TapeText(offset: node.start, length: node.length)
        case .null, .false, .true, .array, .object:
            return TapeText(offset: 0, length: 0)
        }
    }

    /// The key of a member, its escapes resolved; empty for the root and for elements of arrays.
    @inlinable @inline(__always)
    package func key(of index: UInt32) -> TapeText {
        let node = node(index)
        return TapeText(
            offset: node.keyStart,
            length: node.keyLength,
            flags: node.meta & TapeNode.isKeyNotASCII == 0 ? 0 : TapeNode.isNotASCII
        )
    }

    /// The id of a member's key.
    @inlinable @inline(__always)
    package func keyID(of index: UInt32) -> KeyID { node(index).keyID }

    /// The bytes at `text`, as they stand; empty if any of them is outside the event. At least 16 bytes more can be
    /// read. Valid until the next parse, build or extension.
    @inlinable @inline(__always)
    package func bytes(_ text: TapeText) -> UnsafeRawBufferPointer {
        let offset = text.offset & ~TapeText.sideBit
        let isSide = text.offset & TapeText.sideBit != 0
        let base = isSide ? UnsafeRawPointer(state.pointee.side) : state.pointee.input
        let count = isSide ? state.pointee.sideCount : state.pointee.inputCount
        // Neither sum wraps: offsets have 31 bits, lengths 32, and this is done in 64.
        guard UInt64(offset) + UInt64(text.length) <= UInt64(count) else {
            return UnsafeRawBufferPointer(start: base, count: 0)
        }
        return UnsafeRawBufferPointer(start: base + Int(offset), count: Int(text.length))
    }

    /// Writes the value of `text`, its escapes resolved, to `target`, and returns its length in bytes.
    ///
    /// `target` needs room for `text.length` bytes; what does not fit is left out. UTF-8, but for surrogates that
    /// stand alone in escapes: they are kept as three bytes (WTF-8), as Python's `str` keeps them.
    package func unescape(_ text: TapeText, into target: UnsafeMutableRawBufferPointer) -> Int {
        let source = bytes(text)
        guard !text.needsUnescape else { return unescapeJSON(source, into: target) }
        let count = min(source.count, target.count)
        target.copyMemory(from: UnsafeRawBufferPointer(rebasing: source.prefix(count)))
        return count
    }

    /// The value of `text` as a Swift string; a lone surrogate becomes U+FFFD. Allocates: not for hot paths.
    package func string(_ text: TapeText) -> String {
        guard text.needsUnescape else { return String(decoding: bytes(text), as: UTF8.self) }
        return withUnsafeTemporaryAllocation(byteCount: Int(text.length), alignment: 1) { buffer in
            let length = unescape(text, into: buffer)
            return String(decoding: UnsafeRawBufferPointer(rebasing: buffer[..<length]), as: UTF8.self)
        }
    }

    // MARK: Children

    /// The first child, if ``endOfChildren(of:)`` is greater; go on with ``next(after:)`` until that.
    @inlinable @inline(__always)
    package func firstChild(of index: UInt32) -> UInt32 { index &+ 1 }

    /// The index after the last child's subtree; for anything but a container not above ``firstChild(of:)``.
    @inlinable @inline(__always)
    package func endOfChildren(of index: UInt32) -> UInt32 {
        let node = node(index)
        return node.kind.isContainer ? node.next : 0
    }

    /// The index after this node's subtree: its next sibling, or the end of its parent's children.
    /// Always greater than `index`, so that every walk ends.
    @inlinable @inline(__always)
    package func next(after index: UInt32) -> UInt32 { node(index).next }

    /// The children in order; for an object, its members' values.
    @inlinable @inline(__always)
    package func children(of index: UInt32) -> TapeChildren {
        TapeChildren(view: self, position: firstChild(of: index), end: endOfChildren(of: index))
    }

    /// Whether it is a container with at least one child. O(1).
    @inlinable @inline(__always)
    package func hasChildren(_ index: UInt32) -> Bool { endOfChildren(of: index) > firstChild(of: index) }

    /// How many children it has; 0 for anything but a container. O(1) where no child has children, else O(children).
    @inlinable
    package func childCount(of index: UInt32) -> Int {
        let node = node(index)
        guard node.kind.isContainer else { return 0 }
        if node.meta & TapeNode.isDeep == 0 { return Int(node.next &- index &- 1) }
        var count = 0
        for _ in children(of: index) { count += 1 }
        return count
    }

    /// The child at `position`, from 0, or ``Tape/missing``. O(1) where no child has children, else O(position).
    @inlinable
    package func child(of index: UInt32, at position: Int) -> UInt32 {
        let node = node(index)
        guard node.kind.isContainer, position >= 0 else { return Tape.missing }
        if node.meta & TapeNode.isDeep == 0 {
            return position < Int(node.next &- index &- 1) ? index &+ 1 &+ UInt32(position) : Tape.missing
        }
        var remaining = position
        for child in children(of: index) {
            if remaining == 0 { return child }
            remaining -= 1
        }
        return Tape.missing
    }
}

/// The indices of a container's children, in order.
@usableFromInline package struct TapeChildren: Sequence, IteratorProtocol {
    @usableFromInline let view: TapeView
    @usableFromInline var position: UInt32
    @usableFromInline let end: UInt32

    @inlinable @inline(__always)
    init(view: TapeView, position: UInt32, end: UInt32) {
        self.view = view
        self.position = position
        self.end = end
    }

    /// The next child's index.
    @inlinable @inline(__always)
    package mutating func next() -> UInt32? {
        guard position < end else { return nil }
        defer { position = view.next(after: position) }
        return position
    }
}
