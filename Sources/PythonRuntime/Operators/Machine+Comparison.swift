/// Equality, order, truth.
extension Machine {
    /// Whether two values are equal as `==` in a condition sees it, identity first as containers do.
    @inline(__always)
    package mutating func equals(_ left: Value, _ right: Value) throws(Raised) -> Bool {
        if left.tag == .string, right.tag == .string {
            if left.length >= 4096, left.length == right.length { try charge(Int(left.length) >> 10) }
            return sameText(left, right)
        }
        if left.isIdentical(to: right) { return true }
        return try truth(try equal(left, right))
    }

    /// `left == right`; for rules' classes it need not be a bool.
    package mutating func equal(_ left: Value, _ right: Value) throws(Raised) -> Value {
        switch (left.tag, right.tag) {
        case (.string, .string), (.bytes, .bytes):
            if left.length >= 4096, left.length == right.length { try charge(Int(left.length) >> 10) }
            return .bool(sameText(left, right))
        case (.int, .int), (.bool, .int), (.int, .bool), (.bool, .bool): return .bool(left.payload == right.payload)
        case (.none, .none): return .true
        case (.int, _), (.float, _), (.bool, _), (.bigInt, _):
            if let order = numericOrder(left, right) { return .bool(order == .equal) }
        case (.list, .list), (.tuple, .tuple): return .bool(try equalSequences(left, right))
        case (.dictionary, .dictionary): return .bool(try equalDictionaries(left, right))
        case (.string, .none), (.none, .string), (.string, .int): return .false
        default: break
        }
        if isSetLike(left), isSetLike(right) { return .bool(try equalSets(left, right)) }
        return try equalOthers(left, right)
    }

    private mutating func equalOthers(_ left: Value, _ right: Value) throws(Raised) -> Value {
        if left.tag == .instance || right.tag == .instance {
            if let result = try callSpecial("__eq__", left, right) { return result }
            if let result = try callSpecial("__eq__", right, left) { return result }
            let first = unwrapped(left)
            let second = unwrapped(right)
            if !first.isIdentical(to: left) || !second.isIdentical(to: right) { return try equal(first, second) }
            return .bool(left.isIdentical(to: right))
        }
        for (value, other) in [(left, right), (right, left)] {
            guard let body = types[typeNumber(value)].equals else { continue }
            try enterNative()
            defer { nativeDepth &-= 1 }
            let result = try body(&self, value, other)
            if result.tag != .notImplemented { return result }
        }
        if left.tag == .boundMethod, right.tag == .boundMethod {
            return .bool(
                field(left, 0).isIdentical(to: field(right, 0)) && field(left, 1).isIdentical(to: field(right, 1))
            )
        }
        if left.tag == .range, right.tag == .range { return .bool(try equalRanges(left, right)) }
        if left.tag == .slice, right.tag == .slice {
            try enterNative()
            defer { nativeDepth &-= 1 }
            for index in 0..<3 where !(try equals(field(left, index), field(right, index))) { return .false }
            return .true
        }
        return .bool(left.isIdentical(to: right))
    }

    private mutating func equalRanges(_ left: Value, _ right: Value) throws(Raised) -> Bool {
        let first = rangeParts(left)
        let second = rangeParts(right)
        guard first.count == second.count else { return false }
        if first.count == 0 { return true }
        return first.start == second.start && (first.count == 1 || first.step == second.step)
    }

    private mutating func equalSequences(_ left: Value, _ right: Value) throws(Raised) -> Bool {
        guard count(ofSequence: left) == count(ofSequence: right) else { return false }
        try enterNative()
        defer { nativeDepth &-= 1 }
        var index = 0
        // The counts are read anew: an element's `__eq__` may change the lists.
        while index < count(ofSequence: left), index < count(ofSequence: right) {
            try charge(1)
            guard try equals(element(ofSequence: left, index), element(ofSequence: right, index)) else { return false }
            index += 1
        }
        return count(ofSequence: left) == count(ofSequence: right)
    }

    private mutating func equalDictionaries(_ left: Value, _ right: Value) throws(Raised) -> Bool {
        guard dictionaryCount(left) == dictionaryCount(right) else { return false }
        try enterNative()
        defer { nativeDepth &-= 1 }
        var cursor = 0
        while let entry = nextEntry(left, &cursor) {
            try charge(1)
            let other = try lookup(entry.key, in: right)
            guard !other.isUnbound, try equals(entry.value, other) else { return false }
        }
        return true
    }

    /// `left < right` and its kin; TypeError where there is no order.
    package mutating func compare(_ comparison: Comparison, _ left: Value, _ right: Value) throws(Raised) -> Value {
        if let result = try compareIfAny(comparison, left, right) { return result }
        throw raise(
            .typeError,
            "'\(comparison.rawValue)' not supported between instances of '\(errorTypeName(left))' and '\(errorTypeName(right))'"
        )
    }

    /// The order of two values; nil where there is none.
    private mutating func compareIfAny(
        _ comparison: Comparison,
        _ left: Value,
        _ right: Value
    ) throws(Raised) -> Value? {
        switch (left.tag, right.tag) {
        case (.int, .int):
            return .bool(comparison.holds(left.intValue < right.intValue ? -1 : left.intValue > right.intValue ? 1 : 0))
        case (.string, .string), (.bytes, .bytes):
            try chargeComparison(left, right)
            return .bool(comparison.holds(compareText(left, right)))
        case (.list, .list), (.tuple, .tuple): return try compareSequences(comparison, left, right)
        default: break
        }
        if let order = numericOrder(left, right) {
            switch order {
            case .less: return .bool(comparison.holds(-1))
            case .equal: return .bool(comparison.holds(0))
            case .greater: return .bool(comparison.holds(1))
            case .unordered: return .false
            }
        }
        if isSetLike(left), isSetLike(right) { return .bool(try compareSets(comparison, left, right)) }
        return try compareSpecial(comparison, left, right)
    }

    /// Steps for a comparison of two long texts, which may differ only at their ends.
    @inline(__always)
    mutating func chargeComparison(_ left: Value, _ right: Value) throws(Raised) {
        let common = min(left.length, right.length)
        if common >= 4096 { try charge(Int(common) >> 10) }
    }

    private mutating func compareSpecial(
        _ comparison: Comparison,
        _ left: Value,
        _ right: Value
    ) throws(Raised) -> Value? {
        if left.tag == .instance || right.tag == .instance {
            let method = ["<": "__lt__", "<=": "__le__", ">": "__gt__", ">=": "__ge__"]
            if let name = method[comparison.rawValue], let result = try callSpecial(name, left, right) { return result }
            if let name = method[comparison.reflected.rawValue], let result = try callSpecial(name, right, left) {
                return result
            }
            let first = unwrapped(left)
            let second = unwrapped(right)
            if !first.isIdentical(to: left) || !second.isIdentical(to: right) {
                return try compareIfAny(comparison, first, second)
            }
        }
        if let body = types[typeNumber(left)].compare {
            let result = try body(&self, comparison, left, right)
            if result.tag != .notImplemented { return result }
        }
        if let body = types[typeNumber(right)].compare {
            let result = try body(&self, comparison.reflected, right, left)
            if result.tag != .notImplemented { return result }
        }
        return nil
    }

    private mutating func compareSequences(
        _ comparison: Comparison,
        _ left: Value,
        _ right: Value
    ) throws(Raised) -> Value {
        try enterNative()
        defer { nativeDepth &-= 1 }
        var index = 0
        while index < count(ofSequence: left), index < count(ofSequence: right) {
            try charge(1)
            let first = element(ofSequence: left, index)
            let second = element(ofSequence: right, index)
            if !(try equals(first, second)) { return try compare(comparison, first, second) }
            index += 1
        }
        return .bool(comparison.holds(count(ofSequence: left) - count(ofSequence: right)))
    }

    /// Whether `left < right`, as sorting asks.
    package mutating func isLess(_ left: Value, _ right: Value) throws(Raised) -> Bool {
        try truth(try compare(.less, left, right))
    }

    /// The order of two numbers, exact for any sizes; nil if one is none.
    mutating func numericOrder(_ left: Value, _ right: Value) -> NumberOrder? {
        if left.isIntegral, right.isIntegral {
            return left.intValue < right.intValue ? .less : left.intValue == right.intValue ? .equal : .greater
        }
        if left.tag == .float, right.tag == .float {
            let first = left.floatValue
            let second = right.floatValue
            return first < second ? .less : first == second ? .equal : first > second ? .greater : .unordered
        }
        if left.tag == .bigInt, right.tag == .bigInt { return bigIntegerOrder(left, right) }
        if right.tag == .float, let number = integer(left) { return number.compared(to: right.floatValue) }
        if left.tag == .float, let number = integer(right) {
            switch number.compared(to: left.floatValue) {
            case .less: return .greater
            case .greater: return .less
            case let same: return same
            }
        }
        guard let first = integer(left), let second = integer(right) else { return nil }
        return first < second ? .less : first == second ? .equal : .greater
    }

    /// `bool(value)`. Raises what `__bool__` raises.
    @inline(__always)
    package mutating func truth(_ value: Value) throws(Raised) -> Bool {
        switch value.tag {
        case .bool, .int: value.payload != 0
        case .none: false
        case .string, .bytes: value.length != 0
        default: try truthSlow(value)
        }
    }

    private mutating func truthSlow(_ value: Value) throws(Raised) -> Bool {
        switch value.tag {
        case .float: return value.floatValue != 0
        case .list: return listCount(value) != 0
        case .tuple: return tupleCount(value) != 0
        case .dictionary, .set, .frozenSet: return dictionaryCount(value) != 0
        case .eventMap, .eventList: return event.view.childCount(of: UInt32(truncatingIfNeeded: value.payload)) != 0
        case .range, .dictionaryView: return try length(value) != 0
        case .instance:
            if let method = lookupSpecial(value, "__bool__") {
                let result = try call(method, [])
                guard result.tag == .bool else {
                    throw raise(.typeError, "__bool__ should return bool, returned \(errorTypeName(result))")
                }
                return result.boolValue
            }
            if let method = lookupSpecial(value, "__len__") { return try truth(try call(method, [])) }
            let inner = unwrapped(value)
            return inner.isIdentical(to: value) ? true : try truth(inner)
        case .object, .foreign:
            if let body = types[typeNumber(value)].truth { return try body(&self, value) }
            if let body = types[typeNumber(value)].length { return try body(&self, value) != 0 }
            return true
        default: return true
        }
    }
}
