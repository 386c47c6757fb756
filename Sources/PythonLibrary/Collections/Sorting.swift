import PythonRuntime

/// A stable sort whose order may run rules' code and raise.
enum Sorting {
    /// Merge sort, bottom up; `isLess` says whether the first must stand before the second. O(n log n).
    static func stable<Element>(
        _ elements: [Element],
        _ machine: inout Machine,
        by isLess: (inout Machine, Element, Element) throws(Raised) -> Bool
    ) throws(Raised) -> [Element] {
        var source = elements
        var width = 1
        while width < source.count {
            var merged: [Element] = []
            merged.reserveCapacity(source.count)
            var start = 0
            while start < source.count {
                let middle = min(start + width, source.count)
                let end = min(start + 2 * width, source.count)
                var left = start
                var right = middle
                while left < middle || right < end {
                    try machine.charge(1)
                    if right >= end {
                        merged.append(source[left])
                        left += 1
                    } else if left < middle, !(try isLess(&machine, source[right], source[left])) {
                        merged.append(source[left])
                        left += 1
                    } else {
                        merged.append(source[right])
                        right += 1
                    }
                }
                start = end
            }
            source = merged
            width *= 2
        }
        return source
    }
}
