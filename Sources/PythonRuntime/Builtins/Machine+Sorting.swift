/// Sorting, as `sorted` and `list.sort` do.
extension Machine {
    /// Sorts `elements` by `key` (None: by themselves). What it gives in any case is a permutation of them, with the
    /// exception that stopped it if there was one; comparisons charge steps.
    mutating func sorted(
        _ elements: [Value],
        key: Value,
        isReversed: Bool
    ) -> (elements: [Value], failure: Raised?) {
        var items: [ListSort.Item] = []
        items.reserveCapacity(elements.count)
        do throws(Raised) {
            try enterNative()
        } catch {
            return (elements, error)
        }
        defer { leaveNative() }
        do throws(Raised) {
            for element in elements {
                items.append(ListSort.Item(key: key.isNone ? element : try call(key, [element]), element: element))
            }
        } catch {
            return (elements, error)
        }
        let (sorted, failure) = sorted(items, isReversed: isReversed)
        return (sorted.map(\.element), failure)
    }

    /// The order in which `keys` are sorted: the index of the first, and so on. Equal keys keep their order, reversed or
    /// not.
    package mutating func sortedIndices(of keys: [Value], isReversed: Bool = false) throws(Raised) -> [Int] {
        try enterNative()
        defer { leaveNative() }
        let items = keys.enumerated().map { ListSort.Item(key: $1, element: .int($0)) }
        let (sorted, failure) = sorted(items, isReversed: isReversed)
        if let failure { throw failure }
        return sorted.map { Int($0.element.intValue) }
    }

    private mutating func sorted(
        _ items: [ListSort.Item],
        isReversed: Bool
    ) -> (items: [ListSort.Item], failure: Raised?) {
        // Reversing before and after keeps equal elements in their order.
        var sort = ListSort(isReversed ? items.reversed() : items)
        var failure: Raised?
        do throws(Raised) { try sort.run(&self) } catch { failure = error }
        return (isReversed ? sort.items.reversed() : sort.items, failure)
    }
}
