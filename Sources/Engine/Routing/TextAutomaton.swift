/// Finds all of many parts in a text in one pass: Aho and Corasick's automaton, or a plain tree for parts at a text's start or end.
///
/// A builder of flat tables: those of several automata stand one after the other in ``Tables``. States near the root, which most of a
/// text goes through, have a row of transitions each; the many behind them, with a child or two, have no more than those.
struct TextAutomaton {
    /// The tables of all automata of a router.
    struct Tables {
        /// A row for each state near the root, a place in it for each class of byte: a ``Transition``.
        var transitions: [UInt32] = []
        /// The states without a row.
        var sparse: [SparseState] = []
        var edges: [Edge] = []
        /// By automaton: 256 classes of bytes.
        var byteClasses: [UInt8] = []
        /// By the number that a state with output has.
        var outputs: [PostingRange] = []
        /// By state, over all automata: the number of its output.
        var outputNumbers: [UInt32] = []
    }

    /// An automaton in flat tables.
    struct Handle: BitwiseCopyable {
        /// Of its first state among the transitions, the states without a row and the output numbers.
        var transitionStart: UInt32
        var sparseStart: UInt32
        var stateStart: UInt32
        var classStart: UInt32
        var classCount: UInt32
        /// States with a row.
        var rowCount: UInt32
    }

    /// A state without a row of transitions.
    struct SparseState: BitwiseCopyable {
        var edgeStart: UInt32
        var edgeCount: UInt32
        /// Where to go on with the same byte if it has no edge for it: a ``Transition`` without marks of output.
        var fallback: UInt32
    }

    /// A transition of a state without a row.
    struct Edge: BitwiseCopyable {
        var byteClass: UInt32
        var next: UInt32
    }

    /// A state as it stands in tables: where its row begins, among the automaton's own, or its place among those without one.
    enum Transition {
        /// Marks a state at which a part ends.
        static let hasOutput: UInt32 = 1 << 31
        /// Marks a state without a row.
        static let isSparse: UInt32 = 1 << 30
        /// No state: no part can be found any more. It has the first mark too, so that one question tells what needs another.
        static let dead = UInt32.max

        /// The state alone.
        @inline(__always)
        static func state(_ transition: UInt32) -> UInt32 { transition & ~hasOutput }
    }

    /// States of one automaton that have a row.
    static let rowsMax = 2_048

    /// Adds the automaton of `parts`, which all have one position, to `tables`, and their rules to `positions`.
    static func build(
        _ parts: [(part: TextPart, rules: [UInt32])],
        _ position: TextPart.Position,
        into tables: inout Tables,
        _ positions: inout [UInt32]
    ) -> Handle {
        var tree = Tree(parts, position)
        let order = tree.breadthFirst
        if position == .anywhere { tree.close(order) }
        let rowCount = min(order.count, rowsMax)
        let handle = Handle(
            transitionStart: UInt32(tables.transitions.count),
            sparseStart: UInt32(tables.sparse.count),
            stateStart: UInt32(tables.outputNumbers.count),
            classStart: UInt32(tables.byteClasses.count),
            classCount: UInt32(tree.classCount),
            rowCount: UInt32(rowCount)
        )
        tables.byteClasses += tree.classes
        var numbers = [Int](repeating: 0, count: order.count)
        for (number, state) in order.enumerated() { numbers[state] = number }
        func transition(_ state: Int) -> UInt32 {
            let number = numbers[state]
            let place =
                number < rowCount ? UInt32(number * tree.classCount) : UInt32(number - rowCount) | Transition.isSparse
            return place | (tree.rules[state].isEmpty ? 0 : Transition.hasOutput)
        }
        for (number, state) in order.enumerated() {
            let fallback = tree.fallbacks[state]
            if number < rowCount {
                let start = tables.transitions.count
                // As where it falls back to, which is nearer to the root, but for its own children.
                if let fallback, number > 0 {
                    let row = Int(handle.transitionStart) + numbers[fallback] * tree.classCount
                    tables.transitions += Array(tables.transitions[row..<row + tree.classCount])
                } else {
                    let none = fallback == nil ? Transition.dead : 0
                    tables.transitions += repeatElement(none, count: tree.classCount)
                }
                for (byteClass, child) in tree.children[state] {
                    tables.transitions[start + Int(byteClass)] = transition(child)
                }
            } else {
                tables.sparse.append(
                    SparseState(
                        edgeStart: UInt32(tables.edges.count),
                        edgeCount: UInt32(tree.children[state].count),
                        fallback: fallback.map { Transition.state(transition($0)) } ?? Transition.dead
                    )
                )
                for (byteClass, child) in tree.children[state] {
                    tables.edges.append(Edge(byteClass: UInt32(byteClass), next: transition(child)))
                }
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
        private(set) var children: [[(byteClass: UInt8, state: Int)]] = []
        /// The rules of parts that end at a state.
        private(set) var rules: [Set<UInt32>] = []
        /// Where to go on from a state without the child that is wanted: the longest end of what was read that begins a part. Nil where
        /// nothing begins in a text's middle; the root's is itself.
        private(set) var fallbacks: [Int?] = []

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
                    let byteClass = classes[Int(byte)]
                    if let known = child(of: state, byteClass) {
                        state = known
                    } else {
                        addState()
                        children[state].append((byteClass, children.count - 1))
                        state = children.count - 1
                    }
                }
                self.rules[state].formUnion(rules)
            }
        }

        private mutating func addState() {
            children.append([])
            rules.append([])
            fallbacks.append(nil)
        }

        private func child(of state: Int, _ byteClass: UInt8) -> Int? {
            children[state].first { $0.byteClass == byteClass }?.state
        }

        /// The states by their distance from the root.
        var breadthFirst: [Int] {
            var order = [0]
            var head = 0
            while head < order.count {
                order += children[order[head]].map(\.state)
                head += 1
            }
            return order
        }

        /// Makes it find parts anywhere; `order` is ``breadthFirst``. O(states · classes) at most.
        mutating func close(_ order: [Int]) {
            fallbacks[0] = 0
            for state in order {
                for (byteClass, child) in children[state] {
                    var place = state
                    var found = 0
                    while place != 0 {
                        place = fallbacks[place] ?? 0
                        guard let next = self.child(of: place, byteClass) else { continue }
                        found = next
                        break
                    }
                    fallbacks[child] = found
                    rules[child].formUnion(rules[found])
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
