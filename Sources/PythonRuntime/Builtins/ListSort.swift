/// CPython's sort of lists: natural runs, short ones filled up by insertion, merged in an order that keeps them balanced.
///
/// Which pairs are compared, and in which order, shows where comparisons raise (the message names the types in the order of
/// the operands), where they contradict one another (NaN), and where they run code of rules. So this is `list_sort_impl` of
/// `Objects/listobject.c`, version 3.11, step for step; `Objects/listsort.txt` explains it. Stable. O(n log n).
struct ListSort {
    /// What is sorted, and what it is compared by.
    struct Item {
        var key: Value
        var element: Value
    }

    /// How keys are compared: texts and ints among themselves never run rules' code.
    private enum Order { case texts, integers, general }

    /// A run that waits to be merged with the one after it.
    private struct Run {
        var base: Int
        var count: Int
        /// How deep in the tree of merges the border to the next run lies.
        var power = 0
    }

    /// A permutation of what was given, at all times but within a merge.
    var items: [Item]
    private let order: Order
    private var runs: [Run] = []
    /// Wins in a row after which a merge looks for whole stretches.
    var gallopMin = Self.gallopStart
    static let gallopStart = 7

    init(_ items: [Item]) {
        self.items = items
        switch items.first?.key.tag {
        case .string?: order = items.allSatisfy { $0.key.isString } ? .texts : .general
        case .int?: order = items.allSatisfy { $0.key.tag == .int } ? .integers : .general
        default: order = .general
        }
    }

    /// Sorts ``items``; where a comparison raises they stay as far as they were.
    mutating func run(_ machine: inout Machine) throws(Raised) {
        let count = items.count
        guard count > 1 else { return }
        try machine.charge(count * (Int.bitWidth - count.leadingZeroBitCount) / 32)
        let runMin = Self.runMin(count)
        var start = 0
        while start < count {
            var length = try naturalRun(start, &machine)
            if length < runMin {
                let filled = min(count - start, runMin)
                try insert(start..<start + filled, sorted: length, &machine)
                length = filled
            }
            try collapse(before: length, &machine)
            runs.append(Run(base: start, count: length))
            start += length
        }
        while runs.count > 1 {
            var index = runs.count - 2
            if index > 0, runs[index - 1].count < runs[index + 1].count { index -= 1 }
            try merge(index, &machine)
        }
    }

    @inline(__always)
    func isLess(_ left: Value, _ right: Value, _ machine: inout Machine) throws(Raised) -> Bool {
        switch order {
        case .texts:
            try machine.chargeComparison(left, right)
            return machine.compareText(left, right) < 0
        case .integers: return left.intValue < right.intValue
        case .general:
            try machine.charge(1)
            return try machine.isLess(left, right)
        }
    }

    // MARK: Runs

    /// The length below which runs are filled up: 32 to 64, so that there are a little fewer than a power of two.
    private static func runMin(_ count: Int) -> Int {
        var count = count
        var rest = 0
        while count >= 64 {
            rest |= count & 1
            count >>= 1
        }
        return count + rest
    }

    /// The length of the run that starts there; one that falls strictly is turned around.
    private mutating func naturalRun(_ start: Int, _ machine: inout Machine) throws(Raised) -> Int {
        var next = start + 1
        guard next < items.count else { return 1 }
        let falls = try isLess(items[next].key, items[start].key, &machine)
        next += 1
        while next < items.count, try isLess(items[next].key, items[next - 1].key, &machine) == falls { next += 1 }
        if falls { items[start..<next].reverse() }
        return next - start
    }

    /// Sorts a short range whose first `sorted` items are in order, by binary insertion.
    private mutating func insert(_ range: Range<Int>, sorted: Int, _ machine: inout Machine) throws(Raised) {
        for next in range.dropFirst(sorted) {
            let pivot = items[next]
            var low = range.lowerBound
            var high = next
            while low < high {
                let middle = low + (high - low) >> 1
                if try isLess(pivot.key, items[middle].key, &machine) { high = middle } else { low = middle + 1 }
            }
            var place = next
            while place > low {
                items[place] = items[place - 1]
                place -= 1
            }
            items[low] = pivot
        }
    }

    /// Merges waiting runs that lie deeper than the border to a run of `count` items that comes now.
    private mutating func collapse(before count: Int, _ machine: inout Machine) throws(Raised) {
        guard let last = runs.last else { return }
        let power = Self.power(last.base, last.count, count, of: items.count)
        while runs.count > 1, runs[runs.count - 2].power > power { try merge(runs.count - 2, &machine) }
        runs[runs.count - 1].power = power
    }

    /// The depth of the border between two neighbouring runs in a perfectly balanced tree over all items.
    private static func power(_ start: Int, _ left: Int, _ right: Int, of count: Int) -> Int {
        var result = 0
        // The middles of both runs, doubled; their binary fractions of the whole differ first in this digit.
        var first = 2 * start + left
        var second = first + left + right
        while true {
            result += 1
            if first >= count {
                first -= count
                second -= count
            } else if second >= count {
                return result
            }
            first <<= 1
            second <<= 1
        }
    }

    // MARK: Merging

    /// Merges a waiting run with the next.
    private mutating func merge(_ index: Int, _ machine: inout Machine) throws(Raised) {
        let left = runs[index]
        let right = runs.remove(at: index + 1)
        runs[index].count = left.count + right.count
        // What is in place already at both ends takes no part.
        let skipped = try gallopRight(items[right.base].key, items[left.base..<left.base + left.count], 0, &machine)
        let start = left.base + skipped
        guard start < right.base else { return }
        let taken = try gallopLeft(
            items[right.base - 1].key,
            items[right.base..<right.base + right.count],
            right.count - 1,
            &machine
        )
        guard taken > 0 else { return }
        if right.base - start <= taken {
            try mergeLow(start, right.base, right.base + taken, &machine)
        } else {
            try mergeHigh(start, right.base, right.base + taken, &machine)
        }
    }

    /// Where `key` belongs in a sorted stretch, before what equals it, looked for from `hint` in growing steps.
    func gallopLeft(
        _ key: Value,
        _ part: ArraySlice<Item>,
        _ hint: Int,
        _ machine: inout Machine
    ) throws(Raised) -> Int {
        let base = part.startIndex
        var last = 0
        var offset = 1
        if try isLess(part[base + hint].key, key, &machine) {
            let offsetMax = part.count - hint
            while offset < offsetMax, try isLess(part[base + hint + offset].key, key, &machine) {
                last = offset
                offset = offset << 1 + 1
            }
            (last, offset) = (last + hint, min(offset, offsetMax) + hint)
        } else {
            let offsetMax = hint + 1
            while offset < offsetMax, try !isLess(part[base + hint - offset].key, key, &machine) {
                last = offset
                offset = offset << 1 + 1
            }
            (last, offset) = (hint - min(offset, offsetMax), hint - last)
        }
        last += 1
        while last < offset {
            let middle = last + (offset - last) >> 1
            if try isLess(part[base + middle].key, key, &machine) { last = middle + 1 } else { offset = middle }
        }
        return offset
    }

    /// Where `key` belongs in a sorted stretch, behind what equals it, looked for from `hint` in growing steps.
    func gallopRight(
        _ key: Value,
        _ part: ArraySlice<Item>,
        _ hint: Int,
        _ machine: inout Machine
    ) throws(Raised) -> Int {
        let base = part.startIndex
        var last = 0
        var offset = 1
        if try isLess(key, part[base + hint].key, &machine) {
            let offsetMax = hint + 1
            while offset < offsetMax, try isLess(key, part[base + hint - offset].key, &machine) {
                last = offset
                offset = offset << 1 + 1
            }
            (last, offset) = (hint - min(offset, offsetMax), hint - last)
        } else {
            let offsetMax = part.count - hint
            while offset < offsetMax, try !isLess(key, part[base + hint + offset].key, &machine) {
                last = offset
                offset = offset << 1 + 1
            }
            (last, offset) = (last + hint, min(offset, offsetMax) + hint)
        }
        last += 1
        while last < offset {
            let middle = last + (offset - last) >> 1
            if try isLess(key, part[base + middle].key, &machine) { offset = middle } else { last = middle + 1 }
        }
        return offset
    }
}
