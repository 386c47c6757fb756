import Events

/// Finds the rules that may match an event, raise on it or change state: an index of the necessary parts of their conditions.
///
/// A rule is posted under what its clause names: texts of a field, parts of them, classes of value. A rule without a clause is a
/// candidate of every event. All tables are flat memory, made once; routing allocates nothing and retains nothing.
final class Router {
    /// A key on the way to a field, and what hangs on it.
    struct Place: BitwiseCopyable {
        var key: KeyID
        var ignoresCase: Bool
        var hasChildren = false
        /// What is posted under it; ``Router/none`` if nothing is.
        var postings = Router.none
        var childStart: UInt32 = 0
        /// The first children that are looked up; the others are met among the members.
        var lookupCount: UInt32 = 0
        var memberStart: UInt32 = 0
        /// 0 if no children are met.
        var memberMask: UInt32 = 0
        /// The rules that are candidates where nothing below can be reached: what is here is missing, null or no object.
        var belowAbsent = PostingRange.none
        var belowNull = PostingRange.none
        var belowOther = PostingRange.none
    }

    /// What is posted under one field.
    struct Postings: BitwiseCopyable {
        /// Of the ranges by ``ValueClass``.
        var classStart: UInt32
        var slotStart: UInt32 = 0
        /// 0 if no rule is posted under a text.
        var slotMask: UInt32 = 0
        var foldedStart: UInt32 = 0
        var foldedMask: UInt32 = 0
        var automatonStart: UInt32 = 0
        /// Which automata it has: a bit for each ``TextPart/Position``, then the same for those that ignore case.
        var automata: UInt8 = 0
    }

    /// A text of a field, and the rules posted under it; empty if it has none.
    struct Slot: BitwiseCopyable {
        var hash: UInt64 = 0
        var textStart: UInt32 = 0
        var textCount: UInt32 = 0
        var rules = PostingRange.none
    }

    /// A place by its key's group; 0 for a free row.
    struct Member: BitwiseCopyable {
        var group: UInt32
        var place: UInt32
    }

    static let none = UInt32.max

    /// All rules, in the order of the pack; those that are candidates always.
    private let rules: FlatTable<Int>
    private let always: FlatTable<UInt32>
    private let places: FlatTable<Place>
    private let postings: FlatTable<Postings>
    private let classes: FlatTable<PostingRange>
    private let slots: FlatTable<Slot>
    private let texts: FlatTable<UInt8>
    private let members: FlatTable<Member>
    private let handles: FlatTable<TextAutomaton.Handle>
    private let transitions: FlatTable<UInt32>
    private let sparseStates: FlatTable<TextAutomaton.SparseState>
    private let edges: FlatTable<TextAutomaton.Edge>
    private let byteClasses: FlatTable<UInt8>
    private let outputs: FlatTable<PostingRange>
    private let outputNumbers: FlatTable<UInt32>
    private let positions: FlatTable<UInt32>
    /// One bit for each rule, clear between events.
    private let marks: UnsafeMutablePointer<UInt64>
    /// One bit for each word of ``marks``.
    private let summary: UnsafeMutablePointer<UInt64>
    private let summaryCount: Int
    /// The text of a field whose escapes have been resolved.
    private let resolved: UnsafeMutableRawBufferPointer

    /// Bytes of a text with escapes that is resolved to tell rules apart: paths of Windows have them all. A longer one is left open.
    static let resolvedBytesMax = 16 << 10

    /// A router of `rules`, in the order of the pack. Those without a clause are always candidates. Keys join `keys`, which the
    /// tapes of events must be made with.
    init(_ rules: [Int], clauses: [Int: RoutingClause], keys: inout KeyTable) {
        var table = keys
        let plan = RoutingPlan(rules.map { clauses[$0] }) { field in
            // A table without room for a key leaves its field unknown.
            field.steps.allSatisfy { table.intern($0.key).isSpelled }
        }
        keys = table
        let tables = RoutingTables(plan, keys: &keys)
        self.rules = FlatTable(rules)
        always = FlatTable(plan.always)
        places = FlatTable(tables.places)
        postings = FlatTable(tables.postings)
        classes = FlatTable(tables.classes)
        slots = FlatTable(tables.slots)
        texts = FlatTable(tables.texts)
        members = FlatTable(tables.members)
        handles = FlatTable(tables.handles)
        transitions = FlatTable(tables.automata.transitions)
        sparseStates = FlatTable(tables.automata.sparse)
        edges = FlatTable(tables.automata.edges)
        byteClasses = FlatTable(tables.automata.byteClasses)
        outputs = FlatTable(tables.automata.outputs)
        outputNumbers = FlatTable(tables.automata.outputNumbers)
        positions = FlatTable(tables.positions)
        let markCount = max((rules.count + 63) / 64, 1)
        summaryCount = (markCount + 63) / 64
        marks = .allocate(capacity: markCount)
        marks.initialize(repeating: 0, count: markCount)
        summary = .allocate(capacity: summaryCount)
        summary.initialize(repeating: 0, count: summaryCount)
        resolved = .allocate(byteCount: Self.resolvedBytesMax + TextHash.paddingByteCount, alignment: 16)
        resolved.initializeMemory(as: UInt8.self, repeating: 0)
    }

    deinit {
        resolved.deallocate()
        marks.deallocate()
        summary.deallocate()
    }

    /// Appends the candidates among the rules for an event, in the order of the pack.
    ///
    /// O(fields that matter where they are missing + members of objects on the way to others + bytes in which parts are looked for
    /// + candidates + rules / 4096).
    func route(_ view: TapeView, into candidates: inout [Int]) {
        // Such a key may be another spelling of one that a condition reads.
        guard !view.hasNonASCIIKeys else {
            for position in 0..<rules.count { candidates.append(rules[position]) }
            return
        }
        for number in 0..<always.count { mark(always[number]) }
        visit(0, Tape.root, view)
        for index in 0..<summaryCount {
            var words = summary[index]
            summary[index] = 0
            while words != 0 {
                let word = index &* 64 &+ words.trailingZeroBitCount
                words &= words &- 1
                var bits = marks[word]
                marks[word] = 0
                while bits != 0 {
                    candidates.append(rules[word &* 64 &+ bits.trailingZeroBitCount])
                    bits &= bits &- 1
                }
            }
        }
    }

    // MARK: Places

    /// Goes through what hangs on a place where the event has an object. As deep as the longest way to a field.
    private func visit(_ index: Int, _ object: UInt32, _ view: TapeView) {
        let place = places[index]
        var child = Int(place.childStart)
        let end = child &+ Int(place.lookupCount)
        while child < end {
            meet(child, find(child, in: object, view), view)
            child &+= 1
        }
        guard place.memberMask != 0 else { return }
        var member = view.firstChild(of: object)
        let last = view.endOfChildren(of: object)
        while member < last {
            let group = view.keyID(of: member).group
            if group != 0 { meetMember(member, group, place, object, view) }
            member = view.next(after: member)
        }
    }

    /// Goes on with the places that a member of an object is.
    @inline(__always)
    private func meetMember(_ member: UInt32, _ group: UInt32, _ place: Place, _ object: UInt32, _ view: TapeView) {
        var row = group & place.memberMask
        while true {
            let entry = members[Int(place.memberStart &+ row)]
            if entry.group == 0 { return }
            if entry.group == group {
                let child = Int(entry.place)
                // Of several spellings one is found, and no key stands twice.
                let key = view.keyID(of: member)
                let isExact = key == places[child].key && key.isSpelled
                if isExact || find(child, in: object, view) == member { meet(child, member, view) }
            }
            row = (row &+ 1) & place.memberMask
        }
    }

    @inline(__always)
    private func find(_ index: Int, in object: UInt32, _ view: TapeView) -> UInt32 {
        let place = places[index]
        return place.ignoresCase
            ? view.lookupIgnoringCase(in: object, key: place.key) : view.lookup(in: object, key: place.key)
    }

    /// Marks what is posted under what was found at a place.
    private func meet(_ index: Int, _ node: UInt32, _ view: TapeView) {
        let place = places[index]
        let valueClass = node == Tape.missing ? ValueClass.absent : ValueClass(of: node, in: view)
        if place.postings != Router.none { mark(postings[Int(place.postings)], node, valueClass, view) }
        guard place.hasChildren else { return }
        if valueClass == .object {
            visit(index, node, view)
            return
        }
        switch valueClass.below {
        case .absentOnTheWay: mark(place.belowAbsent)
        case .nullOnTheWay: mark(place.belowNull)
        default: mark(place.belowOther)
        }
    }

    // MARK: Marks

    @inline(__always)
    private func mark(_ position: UInt32) {
        let word = Int(position >> 6)
        marks[word] |= 1 << UInt64(position & 63)
        summary[word >> 6] |= 1 << UInt64(truncatingIfNeeded: word & 63)
    }

    @inline(__always)
    private func mark(_ range: PostingRange) {
        var index = Int(range.start)
        let end = index &+ Int(range.count)
        while index < end {
            mark(positions[index])
            index &+= 1
        }
    }

    @inline(__always)
    private func mark(_ field: Postings, _ node: UInt32, _ valueClass: ValueClass, _ view: TapeView) {
        if valueClass == .openText, view.text(of: node).length <= UInt32(Self.resolvedBytesMax) {
            markResolved(field, view.text(of: node), view)
            return
        }
        mark(classes[Int(field.classStart) &+ Int(valueClass.rawValue)])
        guard valueClass == .text || valueClass == .wideText else { return }
        markTexts(field, view.bytes(view.text(of: node)))
    }

    /// Marks what is posted under a text with escapes, by what they stand for. A lone surrogate is no text that others are compared
    /// with byte for byte.
    private func markResolved(_ field: Postings, _ text: TapeText, _ view: TapeView) {
        let room = UnsafeMutableRawBufferPointer(rebasing: resolved[..<Self.resolvedBytesMax])
        let text = UnsafeRawBufferPointer(rebasing: resolved[..<view.unescape(text, into: room)])
        let valueClass = ValueClass(ofResolved: text)
        mark(classes[Int(field.classStart) &+ Int(valueClass.rawValue)])
        if valueClass == .text || valueClass == .wideText { markTexts(field, text) }
    }

    @inline(__always)
    private func markTexts(_ field: Postings, _ text: UnsafeRawBufferPointer) {
        if field.slotMask != 0 { markPosted(field.slotStart, field.slotMask, text, folds: false) }
        if field.foldedMask != 0 { markPosted(field.foldedStart, field.foldedMask, text, folds: true) }
        if field.automata != 0 { markParts(field, text) }
    }

    @inline(__always)
    private func markPosted(_ start: UInt32, _ mask: UInt32, _ text: UnsafeRawBufferPointer, folds: Bool) {
        let hash = TextHash.hash(text, folds: folds)
        var place = UInt32(truncatingIfNeeded: hash) & mask
        while true {
            let slot = slots[Int(start &+ place)]
            if slot.rules.count == 0 { return }
            if slot.hash == hash, slot.textCount == UInt32(truncatingIfNeeded: text.count), let base = text.baseAddress
            {
                let known = texts.pointer(to: Int(slot.textStart))
                let isEqual =
                    folds
                    ? TextHash.equalsFolded(base, known, text.count) : texts.matches(text, at: Int(slot.textStart))
                if isEqual {
                    mark(slot.rules)
                    return
                }
            }
            place = (place &+ 1) & mask
        }
    }

    // MARK: Parts of texts

    private func markParts(_ field: Postings, _ text: UnsafeRawBufferPointer) {
        var left = field.automata
        var number = Int(field.automatonStart)
        while left != 0 {
            let kind = left.trailingZeroBitCount
            left &= left &- 1
            let handle = handles[number]
            number &+= 1
            markParts(handle, text, isReversed: kind % 3 == Int(TextPart.Position.end.rawValue))
        }
    }

    private func markParts(_ handle: TextAutomaton.Handle, _ text: UnsafeRawBufferPointer, isReversed: Bool) {
        guard let base = text.baseAddress else { return }
        let rows = transitions.pointer(to: Int(handle.transitionStart))
        let classes = byteClasses.pointer(to: Int(handle.classStart))
        var state: UInt32 = 0
        var offset = isReversed ? text.count &- 1 : 0
        let step = isReversed ? -1 : 1
        let end = isReversed ? -1 : text.count
        while offset != end {
            // Where no part has begun no state has to be waited for: most of a text is passed over so.
            while state == 0, rows[Int(classes[Int((base + offset).load(as: UInt8.self))])] == 0 {
                offset &+= step
                if offset == end { return }
            }
            let byteClass = classes[Int((base + offset).load(as: UInt8.self))]
            offset &+= step
            let next =
                state & TextAutomaton.Transition.isSparse == 0
                ? rows[Int(state) &+ Int(byteClass)] : transition(handle, rows, state, UInt32(byteClass))
            state = TextAutomaton.Transition.state(next)
            guard next & TextAutomaton.Transition.hasOutput != 0 else { continue }
            // Of a tree only: nothing begins in its middle.
            if next == TextAutomaton.Transition.dead { return }
            let number =
                state & TextAutomaton.Transition.isSparse == 0
                ? Int(state) / Int(handle.classCount)
                : Int(handle.rowCount) &+ Int(state & ~TextAutomaton.Transition.isSparse)
            mark(outputs[Int(outputNumbers[Int(handle.stateStart) &+ number])])
        }
    }

    /// The transition of a state without a row: its own, or that of where it falls back to. Over a text no more steps back are taken
    /// than forward.
    @inline(never)
    private func transition(
        _ handle: TextAutomaton.Handle,
        _ rows: UnsafePointer<UInt32>,
        _ state: UInt32,
        _ byteClass: UInt32
    ) -> UInt32 {
        var state = state
        while state & TextAutomaton.Transition.isSparse != 0 {
            if state == TextAutomaton.Transition.state(TextAutomaton.Transition.dead) {
                return TextAutomaton.Transition.dead
            }
            let place = Int(handle.sparseStart) &+ Int(state & ~TextAutomaton.Transition.isSparse)
            let sparse = sparseStates[place]
            var edge = Int(sparse.edgeStart)
            let end = edge &+ Int(sparse.edgeCount)
            while edge < end {
                if edges[edge].byteClass == byteClass { return edges[edge].next }
                edge &+= 1
            }
            state = TextAutomaton.Transition.state(sparse.fallback)
        }
        return rows[Int(state) &+ Int(byteClass)]
    }
}
