/// One pass over the bytes of an event. No recursion: while a container is open, its `next` holds its parent's index.
///
/// The hot loop keeps its state in registers: it runs on a copy of the parser of which nobody has the address, and nothing here hands
/// `self` to a function that is not inlined.
/// Bytes past the end may be read (the padding) but never decide anything: a loop that could run on compares with the
/// end, and so does every step after which another value may begin.
struct TapeParser {
    private let state: UnsafeMutablePointer<TapeState>
    private let start: UnsafeRawPointer
    private let end: UnsafeRawPointer
    private var position: UnsafeRawPointer
    private var nodes: UnsafeMutablePointer<TapeNode>
    private var count: UInt32 = 0
    private var capacity: UInt32
    private let limits: TapeLimits
    private let seenTag: UInt64
    /// Whether some object is marked ``TapeNode/mayRepeatKeys``.
    private(set) var mayRepeatKeys = false

    /// The parent of the root.
    private static let outermost = UInt32.max

    init(state: UnsafeMutablePointer<TapeState>, limits: TapeLimits) {
        self.state = state
        start = state.pointee.input
        end = start + Int(state.pointee.inputCount)
        position = start
        nodes = state.pointee.nodes
        capacity = min(state.pointee.capacity, UInt32(limits.nodeCountMax))
        self.limits = limits
        seenTag = UInt64(state.pointee.epoch) << 32
    }

    /// Parses the whole text.
    mutating func run() throws(TapeFault) {
        var copy = self
        try copy.parse()
        mayRepeatKeys = copy.mayRepeatKeys
    }

    @inline(__always)
    private mutating func parse() throws(TapeFault) {
        var container = Self.outermost
        var isObject = false
        var depth = 0
        members: while true {
            var key = TapeNode.null
            if isObject { try parseKey(of: container, into: &key) }
            skipSpace()
            if count == capacity { try grow() }
            let first = byte()
            if first == UInt8(ascii: "\"") {
                try parseString(key)
            } else if first == UInt8(ascii: "{") || first == UInt8(ascii: "[") {
                guard position < end else { throw fault(.truncated) }
                guard depth < limits.depthMax else { throw fault(.depthLimit) }
                if open(first, key, parent: container) {
                    depth &+= 1
                    if container != Self.outermost { nodes[Int(container)].meta |= TapeNode.isDeep }
                    container = count &- 1
                    isObject = first == UInt8(ascii: "{")
                    continue members
                }
            } else {
                try parseScalar(first, key)
            }
            while container != Self.outermost {
                skipSpace()
                guard position < end else { throw fault(.truncated) }
                let next = byte()
                position += 1
                if next == UInt8(ascii: ",") { continue members }
                guard next == (isObject ? UInt8(ascii: "}") : UInt8(ascii: "]")) else {
                    position -= 1
                    throw fault(.expectedCommaOrEnd)
                }
                depth &-= 1
                container = close(container)
                isObject = container != Self.outermost && nodes[Int(container)].kind == .object
            }
            skipSpace()
            guard position <= end else { throw fault(.truncated) }
            guard position == end else { throw fault(.trailingBytes) }
            state.pointee.count = count
            return
        }
    }

    /// The byte at the position, which may be the first of the padding.
    @inline(__always)
    private func byte() -> UInt8 { position.load(as: UInt8.self) }

    @inline(__always)
    private func offset(_ pointer: UnsafeRawPointer) -> UInt32 { UInt32(truncatingIfNeeded: pointer - start) }

    @inline(__always)
    private mutating func skipSpace() {
        // Every byte of white space is at most 0x20, and no byte that may begin a token is.
        while byte() <= 0x20, position < end {
            let space = byte()
            guard space == 0x20 || space == 0x0A || space == 0x0D || space == 0x09 else { return }
            position += 1
        }
    }

    /// Adds a container; returns false if it is empty, and so already closed.
    @inline(__always)
    private mutating func open(_ bracket: UInt8, _ key: TapeNode, parent: UInt32) -> Bool {
        let isObject = bracket == UInt8(ascii: "{")
        var node = key
        node.start = offset(position)
        node.meta |= UInt32((isObject ? TapeKind.object : TapeKind.array).rawValue)
        position += 1
        skipSpace()
        let isEmpty = byte() == (isObject ? UInt8(ascii: "}") : UInt8(ascii: "]")) && position < end
        if isEmpty {
            position += 1
            node.length = offset(position) &- node.start
            node.next = count &+ 1
        } else {
            node.next = parent
        }
        nodes[Int(count)] = node
        count &+= 1
        return !isEmpty
    }

    /// Ends a container and returns its parent.
    @inline(__always)
    private mutating func close(_ container: UInt32) -> UInt32 {
        let node = nodes + Int(container)
        let parent = node.pointee.next
        node.pointee.next = count
        node.pointee.length = offset(position) &- node.pointee.start
        return parent
    }

    @inline(__always)
    private mutating func append(_ key: TapeNode, kind: TapeKind, flags: UInt32, from: UnsafeRawPointer, length: Int) {
        nodes[Int(count)] = TapeNode(
            start: offset(from),
            length: UInt32(truncatingIfNeeded: length),
            next: count &+ 1,
            keyStart: key.keyStart,
            keyLength: key.keyLength,
            meta: key.meta | UInt32(kind.rawValue) | flags
        )
        count &+= 1
    }

    /// Parses `"key" :` and notes the key in `key`.
    @inline(__always)
    private mutating func parseKey(of container: UInt32, into key: inout TapeNode) throws(TapeFault) {
        skipSpace()
        guard byte() == UInt8(ascii: "\""), position < end else { throw fault(.expectedKey) }
        let text = position + 1
        let scan = try scanString(text, start: start, end: end)
        position = scan.end + 1
        skipSpace()
        guard byte() == UInt8(ascii: ":"), position < end else { throw fault(.expectedColon) }
        position += 1
        var bytes = text
        var length = scan.end - text
        key.keyStart = offset(text)
        if scan.flags != 0 {
            let resolved = Self.resolveKey(state, text, length, scan.flags)
            guard resolved.length >= 0 else { throw fault(.sizeLimit) }
            key.meta |= resolved.meta
            key.keyStart = resolved.start
            bytes = resolved.bytes
            length = resolved.length
        }
        key.keyLength = UInt32(truncatingIfNeeded: length)
        let hash = KeyHash(bytes, length: length)
        key.meta |= state.pointee.keys.find(bytes, length, hash).rawValue << 8
        if TapeState.isSuspect(hash.value, in: container, seen: state.pointee.seen, tag: seenTag) {
            nodes[Int(container)].meta |= TapeNode.mayRepeatKeys
            mayRepeatKeys = true
        }
    }

    @inline(__always)
    private mutating func parseString(_ key: TapeNode) throws(TapeFault) {
        let text = position + 1
        let scan = try scanString(text, start: start, end: end)
        append(key, kind: .string, flags: scan.flags, from: text, length: scan.end - text)
        position = scan.end + 1
    }

    /// Parses a number or a literal.
    @inline(__always)
    private mutating func parseScalar(_ first: UInt8, _ key: TapeNode) throws(TapeFault) {
        guard position < end else { throw fault(.truncated) }
        let word = UInt32(littleEndian: position.loadUnaligned(as: UInt32.self))
        if first == UInt8(ascii: "t"), word == 0x6575_7274 {
            append(key, kind: .true, flags: 0, from: position, length: 4)
            position += 4
        } else if first == UInt8(ascii: "n"), word == 0x6C6C_756E {
            append(key, kind: .null, flags: 0, from: position, length: 4)
            position += 4
        } else if first == UInt8(ascii: "f"), (position + 4).load(as: UInt8.self) == UInt8(ascii: "e"),
            word == 0x736C_6166
        {
            append(key, kind: .false, flags: 0, from: position, length: 5)
            position += 5
        } else {
            let scan = try scanNumber(position, start: start, end: end, allowsNonFinite: limits.allowsNonFinite)
            append(
                key,
                kind: scan.isInteger ? .integer : .double,
                flags: 0,
                from: position,
                length: scan.end - position
            )
            position = scan.end
        }
    }

    @inline(__always)
    private mutating func grow() throws(TapeFault) {
        guard Int(count) < limits.nodeCountMax else { throw fault(.nodeLimit) }
        state.pointee.growNodes(used: count)
        nodes = state.pointee.nodes
        capacity = min(state.pointee.capacity, UInt32(limits.nodeCountMax))
    }

    /// A fault at the position.
    @inline(__always)
    private func fault(_ kind: TapeFault.Kind) -> TapeFault {
        tapeFault(kind, at: position, start: start, end: end)
    }

    /// Notes a key that is not plain ASCII, resolving its escapes into the side region so that a key has one text.
    /// A negative length says that the side region is full.
    @inline(never)
    private static func resolveKey(
        _ state: UnsafeMutablePointer<TapeState>,
        _ text: UnsafeRawPointer,
        _ length: Int,
        _ flags: UInt32
    ) -> (bytes: UnsafeRawPointer, start: UInt32, length: Int, meta: UInt32) {
        var bytes = text
        var resolvedLength = length
        var start = UInt32(truncatingIfNeeded: text - state.pointee.input)
        if flags & TapeNode.isEscaped != 0 {
            guard state.pointee.reserveSide(length + 8) else { return (text, 0, -1, 0) }
            let target = state.pointee.side + Int(state.pointee.sideCount)
            resolvedLength = unescapeJSON(
                UnsafeRawBufferPointer(start: text, count: length),
                into: UnsafeMutableRawBufferPointer(start: target, count: length)
            )
            start = TapeText.sideBit | state.pointee.sideCount
            state.pointee.sideCount += UInt32(resolvedLength)
            bytes = UnsafeRawPointer(target)
        }
        let isASCII = UnsafeRawBufferPointer(start: bytes, count: resolvedLength).allSatisfy { $0 < 0x80 }
        if !isASCII { state.pointee.hasNonASCIIKeys = true }
        return (bytes, start, resolvedLength, isASCII ? 0 : TapeNode.isKeyNotASCII)
    }
}

/// A fault at `position`; past the end, whatever was thought to be seen there, the input is truncated.
@inline(never)
func tapeFault(
    _ kind: TapeFault.Kind,
    at position: UnsafeRawPointer,
    start: UnsafeRawPointer,
    end: UnsafeRawPointer
) -> TapeFault {
    let isLimit = kind == .depthLimit || kind == .nodeLimit || kind == .sizeLimit
    return position >= end && !isLimit
        ? TapeFault(.truncated, at: end - start) : TapeFault(kind, at: position - start)
}
