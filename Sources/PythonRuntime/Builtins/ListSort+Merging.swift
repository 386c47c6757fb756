/// Merging two neighbouring runs in place, with room for the shorter one.
extension ListSort {
    /// Merges `start ..< middle`, the shorter run, with `middle ..< end`, from the front.
    mutating func mergeLow(_ start: Int, _ middle: Int, _ end: Int, _ machine: inout Machine) throws(Raised) {
        // A copy, of which `first` is the first that is left.
        let left = Array(items[start..<middle])
        var first = 0
        var right = middle
        var place = start
        // Whatever happens, what is left of the copy belongs where there is room for it.
        defer { put(left, &first, left.count - first, &place) }
        put(items[right], &place)
        right += 1
        guard right < end else { return }
        guard left.count - first > 1 else { return shift(&right, end - right, &place) }
        while true {
            var leftWins = 0
            var rightWins = 0
            while leftWins < gallopMin, rightWins < gallopMin {
                if try isLess(items[right].key, left[first].key, &machine) {
                    (leftWins, rightWins) = (0, rightWins + 1)
                    put(items[right], &place)
                    right += 1
                    guard right < end else { return }
                } else {
                    (leftWins, rightWins) = (leftWins + 1, 0)
                    put(left, &first, 1, &place)
                    guard left.count - first > 1 else { return shift(&right, end - right, &place) }
                }
            }
            gallopMin += 1
            repeat {
                if gallopMin > 1 { gallopMin -= 1 }
                leftWins = try gallopRight(items[right].key, left[first...], 0, &machine)
                put(left, &first, leftWins, &place)
                if leftWins > 0 {
                    // None is left only if comparisons contradict one another.
                    guard first < left.count else { return }
                    guard left.count - first > 1 else { return shift(&right, end - right, &place) }
                }
                put(items[right], &place)
                right += 1
                guard right < end else { return }
                rightWins = try gallopLeft(left[first].key, items[right..<end], 0, &machine)
                shift(&right, rightWins, &place)
                guard right < end else { return }
                put(left, &first, 1, &place)
                guard left.count - first > 1 else { return shift(&right, end - right, &place) }
            } while leftWins >= Self.gallopStart || rightWins >= Self.gallopStart
            gallopMin += 1
        }
    }

    /// Merges `start ..< middle` with `middle ..< end`, the shorter run, from the back.
    mutating func mergeHigh(_ start: Int, _ middle: Int, _ end: Int, _ machine: inout Machine) throws(Raised) {
        // A copy, of which those before `rest` are left.
        let right = Array(items[middle..<end])
        var rest = right.count
        var left = middle
        var place = end
        defer { putBack(right, &rest, rest, &place) }
        left -= 1
        putBack(items[left], &place)
        guard left > start else { return }
        guard rest > 1 else { return shiftBack(&left, left - start, &place) }
        while true {
            var leftWins = 0
            var rightWins = 0
            while leftWins < gallopMin, rightWins < gallopMin {
                if try isLess(right[rest - 1].key, items[left - 1].key, &machine) {
                    (leftWins, rightWins) = (leftWins + 1, 0)
                    left -= 1
                    putBack(items[left], &place)
                    guard left > start else { return }
                } else {
                    (leftWins, rightWins) = (0, rightWins + 1)
                    putBack(right, &rest, 1, &place)
                    guard rest > 1 else { return shiftBack(&left, left - start, &place) }
                }
            }
            gallopMin += 1
            repeat {
                if gallopMin > 1 { gallopMin -= 1 }
                let count = left - start
                let key = right[rest - 1].key
                leftWins = count - (try gallopRight(key, items[start..<left], count - 1, &machine))
                shiftBack(&left, leftWins, &place)
                guard left > start else { return }
                putBack(right, &rest, 1, &place)
                guard rest > 1 else { return shiftBack(&left, left - start, &place) }
                rightWins = rest - (try gallopLeft(items[left - 1].key, right[..<rest], rest - 1, &machine))
                putBack(right, &rest, rightWins, &place)
                if rightWins > 0 {
                    guard rest > 0 else { return }
                    guard rest > 1 else { return shiftBack(&left, left - start, &place) }
                }
                left -= 1
                putBack(items[left], &place)
                guard left > start else { return }
            } while leftWins >= Self.gallopStart || rightWins >= Self.gallopStart
            gallopMin += 1
        }
    }

    // MARK: Moving items

    private mutating func put(_ item: Item, _ place: inout Int) {
        items[place] = item
        place += 1
    }

    private mutating func putBack(_ item: Item, _ place: inout Int) {
        place -= 1
        items[place] = item
    }

    private mutating func put(_ copy: [Item], _ first: inout Int, _ count: Int, _ place: inout Int) {
        for _ in 0..<count {
            put(copy[first], &place)
            first += 1
        }
    }

    private mutating func putBack(_ copy: [Item], _ rest: inout Int, _ count: Int, _ place: inout Int) {
        for _ in 0..<count {
            rest -= 1
            putBack(copy[rest], &place)
        }
    }

    /// Moves the next `count` items of the right run down.
    private mutating func shift(_ right: inout Int, _ count: Int, _ place: inout Int) {
        for _ in 0..<count {
            put(items[right], &place)
            right += 1
        }
    }

    /// Moves the last `count` items of the left run up.
    private mutating func shiftBack(_ left: inout Int, _ count: Int, _ place: inout Int) {
        for _ in 0..<count {
            left -= 1
            putBack(items[left], &place)
        }
    }
}
