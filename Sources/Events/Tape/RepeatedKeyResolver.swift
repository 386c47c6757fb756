/// Gives an event with repeated keys the shape of a Python `dict`: a key keeps its first place and its last value.
///
/// Runs only for tapes on which the parser suspects a repetition. Objects are checked by sorting their keys; where
/// one is really repeated the whole tape is written anew, each node once. O(n log n) whatever the input.
struct RepeatedKeyResolver {
    private let state: UnsafeMutablePointer<TapeState>
    private let view: TapeView
    private var nodes: UnsafeMutablePointer<TapeNode>
    private var isRepeated = false

    init(state: UnsafeMutablePointer<TapeState>) {
        self.state = state
        view = TapeView(state: state)
        nodes = state.pointee.nodes
    }

    /// Checks every suspect object, and rewrites the tape if need be.
    mutating func run() {
        for index in 0..<state.pointee.count where nodes[Int(index)].kind == .object {
            guard nodes[Int(index)].meta & TapeNode.mayRepeatKeys != 0 else { continue }
            nodes[Int(index)].meta &= ~TapeNode.mayRepeatKeys
            markRepeated(in: index)
        }
        if isRepeated { rewrite() }
    }

    /// Marks the members of `object` that a later one supersedes, and makes the first of each key point to the last.
    private mutating func markRepeated(in object: UInt32) {
        var members = view.children(of: object).map { member in
            let key = view.bytes(view.key(of: member))
            return Member(
                index: member,
                key: key,
                hash: key.baseAddress.map { KeyHash($0, length: key.count).value } ?? 0
            )
        }
        members.sort { left, right in
            let order = left.compare(right)
            return order == 0 ? left.index < right.index : order < 0
        }
        var position = 0
        while position < members.count {
            var last = position
            while last + 1 < members.count, members[position].compare(members[last + 1]) == 0 { last += 1 }
            if last > position {
                isRepeated = true
                for superseded in members[position + 1...last] {
                    nodes[Int(superseded.index)].meta |= TapeNode.isSuperseded
                }
                let first = nodes + Int(members[position].index)
                first.pointee.meta |= TapeNode.isForward
                first.pointee.start = members[last].index
                // The text of the object no longer is what it holds.
                nodes[Int(object)].length = 0
            }
            position = last + 1
        }
    }

    /// A member of the object being checked.
    private struct Member {
        let index: UInt32
        let key: UnsafeRawBufferPointer
        let hash: UInt64

        /// Some total order in which only equal keys are equal: most are told apart by an integer.
        func compare(_ other: Member) -> Int {
            hash == other.hash ? compareBytes(key, other.key) : hash < other.hash ? -1 : 1
        }
    }

    /// An open container of the new tape.
    private struct Frame {
        /// The next member in the old tape.
        var position: UInt32
        /// The end of the members in the old tape.
        let end: UInt32
        /// Its index in the new tape.
        let index: UInt32
    }

    /// Writes the tape anew without what is superseded, in document order, with its own stack.
    private mutating func rewrite() {
        let old = nodes
        let new = TapeState.allocateNodes(state.pointee.capacity)
        var count: UInt32 = 0
        var frames = [Frame(position: 0, end: 1, index: UInt32.max)]
        // The root has no siblings, so its frame ends after one node.
        while let frame = frames.last {
            let top = frames.count - 1
            guard frame.position < frame.end else {
                frames.removeLast()
                finish(frame, in: new, count: count, parent: frames.last)
                continue
            }
            let place = old[Int(frame.position)]
            frames[top].position = frame.index == UInt32.max ? 1 : place.next
            guard place.meta & TapeNode.isSuperseded == 0 else { continue }
            let source = place.meta & TapeNode.isForward == 0 ? frame.position : place.start
            var node = old[Int(source)]
            let isContainer = node.kind.isContainer
            let end = node.next
            node.meta &= ~(TapeNode.isSuperseded | TapeNode.isForward)
            if isContainer { node.meta &= ~TapeNode.isDeep }
            node.next = count + 1
            new[Int(count)] = node
            if isContainer, end > source + 1 {
                if frame.index != UInt32.max { new[Int(frame.index)].meta |= TapeNode.isDeep }
                frames.append(Frame(position: source + 1, end: end, index: count))
            }
            count += 1
        }
        state.pointee.nodes = new
        state.pointee.count = count
        // What was noted before the tape was extended is elsewhere now.
        state.pointee.beginEpoch()
        (old - 1).deallocate()
    }

    /// Closes a container; one without verbatim text takes it from those around it too.
    private func finish(_ frame: Frame, in new: UnsafeMutablePointer<TapeNode>, count: UInt32, parent: Frame?) {
        guard frame.index != UInt32.max else { return }
        new[Int(frame.index)].next = count
        if let parent, parent.index != UInt32.max, new[Int(frame.index)].length == 0 {
            new[Int(parent.index)].length = 0
        }
    }
}
