/// Finds all of many parts in a text in one pass: Aho and Corasick's automaton, or a plain tree for parts at a text's start or end.
///
/// A builder of flat tables: those of several automata stand one after the other in ``Tables``.
struct TextAutomaton {
    /// The tables of all automata of a router.
    struct Tables {
        /// By state and class of byte: the next state's place, marked with ``TextAutomaton/hasOutput``; ``TextAutomaton/dead``.
        var transitions: [UInt32] = []
        /// By automaton: 256 classes of bytes.
        var byteClasses: [UInt8] = []
        /// By the number that a state with output has.
        var outputs: [PostingRange] = []
        /// By state, over all automata: the number of its output.
        var outputNumbers: [UInt32] = []
    }

    /// An automaton in flat tables.
    struct Handle: BitwiseCopyable {
        /// Of its first state among the transitions and among the output numbers.
        var transitionStart: UInt32
        var stateStart: UInt32
        var classStart: UInt32
        var classCount: UInt32
    }

    /// Marks a transition to a state at which a part ends.
    static let hasOutput: UInt32 = 1 << 31
    /// The transition from which no part can be found any more.
    static let dead = UInt32.max

    /// Adds the automaton of `parts`, which all have one position, to `tables`, and their rules to `positions`.
    static func build(
        _ parts: [(part: TextPart, rules: [UInt32])],
        _ position: TextPart.Position,
        into tables: inout Tables,
        _ positions: inout [UInt32]
    ) -> Handle {
        var tree = Tree(parts, position)
        if position == .anywhere { tree.close() }
        let handle = Handle(
            transitionStart: UInt32(tables.transitions.count),
            stateStart: UInt32(tables.outputNumbers.count),
            classStart: UInt32(tables.byteClasses.count),
            classCount: UInt32(tree.classCount)
        )
        tables.byteClasses += tree.classes
        for state in 0..<tree.rules.count {
            for next in tree.next[state] {
                guard let next else {
                    tables.transitions.append(dead)
                    continue
                }
                tables.transitions.append(UInt32(next) | (tree.rules[next].isEmpty ? 0 : hasOutput))
            }
            tables.outputNumbers.append(UInt32(tables.outputs.count))
            guard !tree.rules[state].isEmpty else { continue }
            tables.outputs.append(PostingRange(tree.rules[state].sorted(), in: &positions))
        }
        return handle
    }

    /// The tree of all parts, byte by byte.
    private struct Tree {
        private(set) var classes = [UInt8](repeating: 0, count: 256)
        /// Class 0 is that of all bytes that no part has.
        private(set) var classCount = 1
        private(set) var next: [[Int?]] = []
        /// The rules of parts that end at a state.
        private(set) var rules: [Set<UInt32>] = []

        init(_ parts: [(part: TextPart, rules: [UInt32])], _ position: TextPart.Position) {
            for (part, _) in parts {
                for byte in part.bytes where classes[Int(byte)] == 0 {
                    // UTF-8 has no more than 243 different bytes.
                    classes[Int(byte)] = UInt8(truncatingIfNeeded: classCount)
                    classCount += 1
                    if part.ignoresCase, (0x61...0x7A).contains(byte) { classes[Int(byte & 0xDF)] = classes[Int(byte)] }
                }
            }
            addState()
            for (part, rules) in parts {
                var state = 0
                for byte in position == .end ? part.bytes.reversed() : part.bytes {
                    let byteClass = Int(classes[Int(byte)])
                    if let known = next[state][byteClass] {
                        state = known
                    } else {
                        addState()
                        next[state][byteClass] = next.count - 1
                        state = next.count - 1
                    }
                }
                self.rules[state].formUnion(rules)
            }
        }

        private mutating func addState() {
            next.append(Array(repeating: nil, count: classCount))
            rules.append([])
        }

        /// Makes it find parts anywhere: where the tree ends, goes on from the longest end of what was read that begins a part.
        mutating func close() {
            var fallbacks = Array(repeating: 0, count: next.count)
            var queue = [0]
            var head = 0
            while head < queue.count {
                let state = queue[head]
                head += 1
                for byteClass in 0..<classCount {
                    let fallback = state == 0 ? 0 : next[fallbacks[state]][byteClass] ?? 0
                    if let child = next[state][byteClass], child != 0 {
                        fallbacks[child] = fallback
                        rules[child].formUnion(rules[fallback])
                        queue.append(child)
                    } else {
                        next[state][byteClass] = fallback
                    }
                }
            }
        }
    }
}

/// A stretch of a table of positions of rules.
struct PostingRange: BitwiseCopyable {
    var start: UInt32
    var count: UInt32

    static let none = PostingRange(start: 0, count: 0)

    /// Appends `rules` to a table.
    init(_ rules: [UInt32], in positions: inout [UInt32]) {
        start = UInt32(positions.count)
        count = UInt32(rules.count)
        positions += rules
    }

    private init(start: UInt32, count: UInt32) {
        self.start = start
        self.count = count
    }
}
