/// Who keeps how much of the heap that all spaces share (docs/adr/0017-shares.md).
///
/// Each space is charged for what its modules keep, garbage included; compacting the heap says what of it lives. A space may
/// keep ``shareMax`` bytes, all of them together ``heapMax``. Once they do, only those are refused that keep more than an
/// equal part of it, so that every space can always keep ``fairPart`` bytes, whatever the others do.
struct HeapShares {
    /// What one space keeps.
    struct Share {
        /// Bytes, with what it has replaced since the last compaction.
        var charged = 0
        /// Bytes that lived at the last compaction.
        var live = 0
        /// Whether something of it did not fit and became None, which it has not been told yet.
        var isCut = false
    }

    /// Bytes that one space may keep.
    let shareMax: Int
    /// Bytes that all of them may keep together.
    let heapMax: Int

    /// By the space's number; the first is ``ModuleSpace/common``, which belongs to no rule and has no share of its own.
    private(set) var shares = [Share()]
    /// The sum of what the spaces are charged for.
    private(set) var charged = 0
    /// The sum of what lived at the last compaction.
    private(set) var live = 0
    /// Spaces charged since the event began, and what lived of them then.
    private(set) var touched: [(space: Int, live: Int)] = []

    init(limits: Limits) {
        heapMax = limits.heapBytesMax
        shareMax = min(limits.shareBytesMax, limits.heapBytesMax)
    }

    /// What each space can keep even if the heap is full: an equal part of it.
    var fairPart: Int { heapMax / shares.count }

    /// Adds a space that keeps nothing.
    mutating func addSpace() { shares.append(Share()) }

    /// Bytes that a space may keep.
    func limit(of space: Int) -> Int { space == ModuleSpace.common.number ? heapMax : shareMax }

    /// What a space may be charged in one event beyond its limit: as much again, for what it replaces counts until the heap
    /// is compacted, and the quarter that may be added before that is found out.
    private func ceiling(of space: Int) -> Int { 2 * limit(of: space) + limit(of: space) / 4 }

    /// Bytes that may be copied for a space now; the rest becomes None.
    func room(of space: Int) -> Int {
        let own = shares[space].charged
        let shared = max(2 * heapMax - charged, fairPart - own)
        return max(0, min(ceiling(of: space) - own, shared))
    }

    /// Bytes were copied for a space, or could not be.
    mutating func charge(_ space: Int, _ count: Int, isCut: Bool) {
        guard count > 0 || isCut else { return }
        if !touched.contains(where: { $0.space == space }) { touched.append((space, shares[space].live)) }
        chargeLive(space, count, isCut: isCut)
    }

    // MARK: Compaction

    /// Whether the heap has to be compacted to find out if a space that was charged in this event keeps too much.
    ///
    /// One that was within its limit is looked at when a quarter of it has been added, so that a rule that replaces a little
    /// at each event, near its limit, does not compact at each. One that was past it is looked at each time.
    var needsCompaction: Bool {
        let isCrowded = charged > heapMax
        if isCrowded, charged - live >= heapMax / 4 { return true }
        return touched.contains { space, _ in
            let share = shares[space]
            let limit = limit(of: space)
            let added = share.charged - share.live
            if share.isCut { return added > 0 }
            if isCrowded, live > heapMax, share.charged > fairPart { return added > 0 }
            return share.charged > limit && (share.live > limit || added >= limit / 4)
        }
    }

    /// Begins to charge anew: all that lives must be charged before ``endCompaction()``.
    mutating func beginCompaction() {
        charged = 0
        for space in shares.indices { shares[space].charged = 0 }
    }

    /// Charges a space for what lives, which its event need not answer for.
    mutating func chargeLive(_ space: Int, _ count: Int, isCut: Bool) {
        shares[space].charged += count
        shares[space].isCut = shares[space].isCut || isCut
        charged += count
    }

    mutating func endCompaction() {
        live = charged
        for space in shares.indices { shares[space].live = shares[space].charged }
    }

    // MARK: The end of an event

    /// Ends an event: the limit that a space passed which was charged in it; nil if none did. One that keeps too much already
    /// and does not keep more than before is not told again.
    mutating func endEvent() -> Int? {
        guard !touched.isEmpty else { return nil }
        defer { touched.removeAll(keepingCapacity: true) }
        var passed: Int?
        for (space, before) in touched {
            let share = shares[space]
            let limit = limit(of: space)
            if share.live > limit, share.live > before { passed = limit }
            if share.isCut {
                shares[space].isCut = false
                passed = share.charged >= limit ? limit : heapMax
            }
            if live > heapMax, share.live > before, space == ModuleSpace.common.number || share.live > fairPart {
                passed = passed ?? heapMax
            }
        }
        return passed
    }
}
