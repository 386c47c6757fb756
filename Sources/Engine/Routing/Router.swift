import Conditions
import Events

/// Finds the rules that may match an event, raise on it or change state: an index of the necessary parts of their conditions.
///
/// A rule is posted under the texts of the event's members that its clause names; a rule without a clause is a candidate of every
/// event. Where a member that clauses depend on is no plain text, all rules that depend on it are candidates: they are looked
/// at, not guessed at. All tables are flat memory, made once; routing allocates nothing and retains nothing.
final class Router {
    /// A member that rules are posted under, or depend on.
    private struct Field: BitwiseCopyable {
        var key: KeyID
        /// Of the slots of its table; 0 if no rule is posted under it.
        var slotStart: UInt32
        var slotMask: UInt32
        /// Of the positions of rules that are candidates where it is there, but no plain text.
        var dependents: Range32
        /// Of those that are candidates where it is missing.
        var missing: Range32
    }

    private struct Range32: BitwiseCopyable {
        var start: UInt32
        var count: UInt32
    }

    /// A text of a member, and the rules posted under it; empty if it has none.
    private struct Slot: BitwiseCopyable {
        var hash: UInt64 = 0
        var textStart: UInt32 = 0
        var textCount: UInt32 = 0
        var ruleStart: UInt32 = 0
        var ruleCount: UInt32 = 0
    }

    /// All rules, in the order of the pack; those that are candidates always.
    private let rules: [Int]
    private let always: [UInt32]
    private let fields: FlatTable<Field>
    private let slots: FlatTable<Slot>
    private let texts: FlatTable<UInt8>
    private let positions: FlatTable<UInt32>
    /// One bit for each rule, clear between events.
    private let marks: UnsafeMutablePointer<UInt64>
    private let markCount: Int

    /// A router of `rules`, in the order of the pack. Those without a condition are always candidates. Keys join `keys`, which
    /// the tapes of events must be made with.
    init(_ rules: [Int], conditions: [Int: Condition], keys: inout KeyTable) {
        let plan = RoutingPlan(rules.map { conditions[$0] })
        var fields: [Field] = []
        var slots: [Slot] = []
        var texts: [UInt8] = []
        var positions: [UInt32] = []
        for name in plan.fields {
            let key = keys.intern(String(decoding: name, as: UTF8.self))
            let postings = plan.postings[name] ?? [:]
            let dependents = plan.dependents[name] ?? []
            let missing = plan.missing[name] ?? []
            var field = Field(
                key: key,
                slotStart: UInt32(slots.count),
                slotMask: 0,
                dependents: Range32(start: UInt32(positions.count), count: UInt32(dependents.count)),
                missing: Range32(start: UInt32(positions.count + dependents.count), count: UInt32(missing.count))
            )
            positions += dependents
            positions += missing
            if !postings.isEmpty {
                var capacity = 4
                while capacity < postings.count * 2 { capacity *= 2 }
                var table = Array(repeating: Slot(), count: capacity)
                // In the order of the texts' bytes: the same pack makes the same tables.
                for (text, posted) in postings.sorted(by: { $0.key.lexicographicallyPrecedes($1.key) }) {
                    let hash = text.withUnsafeBytes { Router.hash($0) }
                    var place = Int(truncatingIfNeeded: hash) & (capacity - 1)
                    while table[place].ruleCount > 0 { place = (place + 1) & (capacity - 1) }
                    table[place] = Slot(
                        hash: hash,
                        textStart: UInt32(texts.count),
                        textCount: UInt32(text.count),
                        ruleStart: UInt32(positions.count),
                        ruleCount: UInt32(posted.count)
                    )
                    texts += text
                    positions += posted
                }
                slots += table
                field.slotMask = UInt32(capacity - 1)
            }
            fields.append(field)
        }
        self.rules = rules
        always = plan.always
        self.fields = FlatTable(fields)
        self.slots = FlatTable(slots)
        self.texts = FlatTable(texts)
        self.positions = FlatTable(positions)
        markCount = (rules.count + 63) / 64
        marks = .allocate(capacity: max(markCount, 1))
        marks.initialize(repeating: 0, count: max(markCount, 1))
    }

    deinit { marks.deallocate() }

    /// Appends the candidates among the rules for an event, in the order of the pack.
    ///
    /// O(fields + candidates + rules / 64).
    @inline(__always)
    func route(_ view: TapeView, into candidates: inout [Int]) {
        // Such a key may be another spelling of one that a condition reads.
        guard !view.hasNonASCIIKeys else {
            candidates.append(contentsOf: rules)
            return
        }
        for position in always { mark(position) }
        var number = 0
        while number < fields.count {
            let field = fields[number]
            number &+= 1
            guard field.key.isSpelled else {
                // The table had no room for its name.
                mark(field.dependents)
                continue
            }
            let node = view.lookup(in: Tape.root, key: field.key)
            if node == Tape.missing {
                // In another spelling it is there for Panther's events.
                let isMissing = view.lookupIgnoringCase(in: Tape.root, key: field.key) == Tape.missing
                mark(isMissing ? field.missing : field.dependents)
                continue
            }
            if view.kind(of: node) == .string {
                let text = view.text(of: node)
                if !text.needsUnescape {
                    if field.slotMask != 0 { markPosted(field, view.bytes(text)) }
                    continue
                }
            }
            mark(field.dependents)
        }
        for word in 0..<markCount where marks[word] != 0 {
            var bits = marks[word]
            marks[word] = 0
            while bits != 0 {
                candidates.append(rules[word &* 64 &+ bits.trailingZeroBitCount])
                bits &= bits &- 1
            }
        }
    }

    @inline(__always)
    private func mark(_ position: UInt32) { marks[Int(position >> 6)] |= 1 << UInt64(position & 63) }

    @inline(__always)
    private func mark(_ range: Range32) {
        var index = Int(range.start)
        let end = index &+ Int(range.count)
        while index < end {
            mark(positions[index])
            index &+= 1
        }
    }

    @inline(__always)
    private func markPosted(_ field: Field, _ text: UnsafeRawBufferPointer) {
        let hash = Router.hash(text)
        var place = UInt32(truncatingIfNeeded: hash) & field.slotMask
        while true {
            let slot = slots[Int(field.slotStart &+ place)]
            if slot.ruleCount == 0 { return }
            if slot.hash == hash, texts.matches(text, at: Int(slot.textStart), count: Int(slot.textCount)) {
                mark(Range32(start: slot.ruleStart, count: slot.ruleCount))
                return
            }
            place = (place &+ 1) & field.slotMask
        }
    }

    /// A hash of a text, eight bytes at a time. Texts of rules are all that tables hold, so that events cannot fill one place.
    @inline(__always)
    static func hash(_ text: UnsafeRawBufferPointer) -> UInt64 {
        let multiplier: UInt64 = 0x9E37_79B9_7F4A_7C15
        var hash = UInt64(truncatingIfNeeded: text.count) &* multiplier
        var offset = 0
        while offset &+ 8 <= text.count {
            hash = (hash ^ text.loadUnaligned(fromByteOffset: offset, as: UInt64.self)) &* multiplier
            hash ^= hash >> 29
            offset &+= 8
        }
        var tail: UInt64 = 0
        while offset < text.count {
            tail = tail << 8 | UInt64(text[offset])
            offset &+= 1
        }
        hash = (hash ^ tail) &* multiplier
        return hash ^ hash >> 32
    }
}
