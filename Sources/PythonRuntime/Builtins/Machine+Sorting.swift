/// Sorting: stable, with comparisons that may raise, run rules' code and contradict each other.
extension Machine {
    /// An element and what it is compared by.
    private struct SortItem {
        var key: Value
        var element: Value
    }

    /// How keys are compared: texts and ints among themselves never run rules' code.
    private enum SortOrder { case texts, integers, general }

    /// Sorts `elements` by `key` (None: by themselves). What it gives in any case is a permutation of them, with the
    /// exception that stopped it if there was one; comparisons charge steps.
    mutating func sorted(
        _ elements: [Value],
        key: Value,
        isReversed: Bool
    ) -> (elements: [Value], failure: Raised?) {
        var items: [SortItem] = []
        items.reserveCapacity(elements.count)
        do throws(Raised) {
            try enterNative()
        } catch {
            return (elements, error)
        }
        defer { leaveNative() }
        do throws(Raised) {
            for element in elements {
                items.append(SortItem(key: key.isNone ? element : try call(key, [element]), element: element))
            }
        } catch {
            return (elements, error)
        }
        // Reversing before and after keeps equal elements in their order.
        if isReversed { items.reverse() }
        var failure: Raised?
        do throws(Raised) { try mergeSort(&items, sortOrder(of: items)) } catch { failure = error }
        if isReversed { items.reverse() }
        return (items.map(\.element), failure)
    }

    private func sortOrder(of items: [SortItem]) -> SortOrder {
        guard let first = items.first else { return .general }
        switch first.key.tag {
        case .string: return items.allSatisfy { $0.key.isString } ? .texts : .general
        case .int: return items.allSatisfy { $0.key.tag == .int } ? .integers : .general
        default: return .general
        }
    }

    @inline(__always)
    private mutating func isLess(_ left: Value, _ right: Value, _ order: SortOrder) throws(Raised) -> Bool {
        switch order {
        case .texts:
            try chargeComparison(left, right)
            return compareText(left, right) < 0
        case .integers: return left.intValue < right.intValue
        case .general:
            try charge(1)
            return try isLess(left, right)
        }
    }

    /// Elements of the runs that insertion makes before merging begins.
    private static let runLength = 8

    private mutating func mergeSort(_ items: inout [SortItem], _ order: SortOrder) throws(Raised) {
        guard items.count > 1 else { return }
        try charge(items.count * (Int.bitWidth - items.count.leadingZeroBitCount) / 32)
        if try isSorted(&items, order) { return }
        var start = 0
        while start < items.count {
            try insertionSort(&items, start..<min(start + Machine.runLength, items.count), order)
            start += Machine.runLength
        }
        var width = Machine.runLength
        var merged = items
        while width < items.count {
            var low = 0
            while low < items.count {
                let middle = min(low + width, items.count)
                let high = min(low + 2 * width, items.count)
                try merge(items, low, middle, high, into: &merged, order)
                low = high
            }
            swap(&items, &merged)
            width *= 2
        }
    }

    /// Whether the items are in order already; strictly falling ones are turned around.
    private mutating func isSorted(_ items: inout [SortItem], _ order: SortOrder) throws(Raised) -> Bool {
        var index = 1
        if try isLess(items[1].key, items[0].key, order) {
            index = 2
            while index < items.count, try isLess(items[index].key, items[index - 1].key, order) { index += 1 }
            guard index == items.count else { return false }
            items.reverse()
            return true
        }
        while index < items.count {
            if try isLess(items[index].key, items[index - 1].key, order) { return false }
            index += 1
        }
        return true
    }

    private mutating func insertionSort(
        _ items: inout [SortItem],
        _ range: Range<Int>,
        _ order: SortOrder
    ) throws(Raised) {
        for next in range.dropFirst() {
            // By halves: few comparisons, which may be rules' code.
            var low = range.lowerBound
            var high = next
            while low < high {
                let middle = (low + high) / 2
                if try isLess(items[next].key, items[middle].key, order) { high = middle } else { low = middle + 1 }
            }
            guard low < next else { continue }
            let item = items[next]
            var place = next
            while place > low {
                items[place] = items[place - 1]
                place -= 1
            }
            items[low] = item
        }
    }

    private mutating func merge(
        _ items: [SortItem],
        _ low: Int,
        _ middle: Int,
        _ high: Int,
        into merged: inout [SortItem],
        _ order: SortOrder
    ) throws(Raised) {
        var left = low
        var right = middle
        var place = low
        // Runs that follow each other need no merging.
        if middle < high, middle > low, !(try isLess(items[middle].key, items[middle - 1].key, order)) { right = high }
        if right == high {
            for index in low..<high { merged[index] = items[index] }
            return
        }
        while left < middle, right < high {
            if try isLess(items[right].key, items[left].key, order) {
                merged[place] = items[right]
                right += 1
            } else {
                merged[place] = items[left]
                left += 1
            }
            place += 1
        }
        while left < middle {
            merged[place] = items[left]
            left += 1
            place += 1
        }
        while right < high {
            merged[place] = items[right]
            right += 1
            place += 1
        }
    }
}
