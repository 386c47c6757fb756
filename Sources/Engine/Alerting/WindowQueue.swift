/// Windows by their end: a binary heap. Of windows that end together the one inserted first comes first.
struct WindowQueue: Sendable {
    struct Entry: Sendable {
        var end: AlertTime
        var group: DeduplicationStateMachine.Group
        fileprivate var number: UInt64
    }

    private var entries: [Entry] = []
    private var nextNumber: UInt64 = 0

    var count: Int { entries.count }

    /// The entry that ends first.
    var first: Entry? { entries.first }

    /// O(log count).
    mutating func insert(_ end: AlertTime, _ group: DeduplicationStateMachine.Group) {
        entries.append(Entry(end: end, group: group, number: nextNumber))
        nextNumber &+= 1
        var child = entries.count - 1
        while child > 0 {
            let parent = (child - 1) / 2
            guard isBefore(child, parent) else { return }
            entries.swapAt(child, parent)
            child = parent
        }
    }

    /// Does nothing to an empty queue. O(log count).
    mutating func removeFirst() {
        guard let last = entries.popLast(), !entries.isEmpty else { return }
        entries[0] = last
        var parent = 0
        while true {
            var smallest = parent
            for child in [2 * parent + 1, 2 * parent + 2] where child < entries.count && isBefore(child, smallest) {
                smallest = child
            }
            guard smallest != parent else { return }
            entries.swapAt(smallest, parent)
            parent = smallest
        }
    }

    private func isBefore(_ left: Int, _ right: Int) -> Bool {
        let (left, right) = (entries[left], entries[right])
        return left.end == right.end ? left.number < right.number : left.end < right.end
    }
}
