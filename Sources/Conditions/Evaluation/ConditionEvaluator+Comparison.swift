import Events

/// Equality and order, as Python has them between values of JSON.
extension ConditionEvaluator {
    /// How two values stand to each other.
    enum Ordering {
        case less, equal, greater
        /// Neither: one of them is no number.
        case unordered
        /// They cannot be compared, or are not treated natively.
        case unknown
    }

    /// The truth of a comparison.
    static func truth(of ordering: Ordering, _ code: ProgramLeaf.Code) -> Truth {
        switch (ordering, code) {
        case (.unknown, _): .unknown
        case (.unordered, _): .false
        case (.less, .less), (.less, .lessOrEqual), (.equal, .lessOrEqual), (.equal, .greaterOrEqual),
            (.greater, .greater), (.greater, .greaterOrEqual):
            .true
        default: .false
        }
    }

    /// `value == literal`. Never raises, but is unknown for containers with content and integers past 64 bits.
    @inline(__always)
    mutating func equal(_ value: inout FoundValue, _ literal: UnsafePointer<ProgramLiteral>) -> Truth {
        if literal.pointee.kind == .string {
            guard value.kind == .string else { return .false }
            let text = tables.text(literal.pointee.text)
            if value.isEscaped {
                // An escape stands for one byte at least, and takes six at most.
                guard text.count <= value.text.count, value.text.count <= 6 * text.count else { return .false }
                guard resolve(&value, isOther: false) else { return .unknown }
            }
            return Truth(isEqual(value.text, text))
        }
        return equalWithoutText(value, literal)
    }

    private func equalWithoutText(_ value: FoundValue, _ literal: UnsafePointer<ProgramLiteral>) -> Truth {
        switch literal.pointee.kind {
        case .null: return Truth(value.kind == .null)
        case .false, .true, .integer:
            guard value.isNumber else { return .false }
            if let float = value.float { return Truth(Self.order(literal.pointee.integer, float) == .equal) }
            // An integer past 64 bits is not one of 64 bits.
            guard let number = value.int64 else { return .false }
            return Truth(number == literal.pointee.integer)
        case .double:
            guard value.isNumber else { return .false }
            if let float = value.float { return Truth(float == literal.pointee.double) }
            guard let number = value.int64 else { return .unknown }
            return Truth(Self.order(number, literal.pointee.double) == .equal)
        case .array, .object:
            guard value.kind == literal.pointee.kind else { return .false }
            if literal.pointee.isComplex { return value.isTruthy ? .unknown : .false }
            return Truth(!value.isTruthy)
        case .string: return .unknown
        }
    }

    /// `left == right`, of two values of events.
    mutating func equal(_ left: inout FoundValue, _ right: inout FoundValue) -> Truth {
        switch (left.kind, right.kind) {
        case (.string, .string):
            guard resolve(&left, isOther: false), resolve(&right, isOther: true) else { return .unknown }
            return Truth(isEqual(left.text, right.text))
        case (.null, .null): return .true
        case (.array, .array), (.object, .object):
            if !left.isTruthy || !right.isTruthy { return Truth(left.isTruthy == right.isTruthy) }
            return .unknown
        default:
            guard left.isNumber, right.isNumber else { return .false }
            return switch numberOrdering(left, right) {
            case .equal: .true
            case .unknown: .unknown
            case .less, .greater, .unordered: .false
            }
        }
    }

    /// How a value stands to a literal.
    mutating func ordered(_ value: inout FoundValue, _ literal: UnsafePointer<ProgramLiteral>) -> Ordering {
        var other = FoundValue(literal.pointee.kind, in: view)
        other.text = tables.text(literal.pointee.text)
        other.integer = literal.pointee.integer
        other.double = literal.pointee.double
        return ordered(&value, &other)
    }

    /// How two values stand to each other.
    mutating func ordered(_ left: inout FoundValue, _ right: inout FoundValue) -> Ordering {
        if left.kind == .string, right.kind == .string {
            guard resolve(&left, isOther: false), resolve(&right, isOther: true) else { return .unknown }
            return order(left.text, right.text)
        }
        guard left.isNumber, right.isNumber else { return .unknown }
        return numberOrdering(left, right)
    }

    /// Exactly: a float and an integer are compared by their values, not by what they round to.
    private func numberOrdering(_ left: FoundValue, _ right: FoundValue) -> Ordering {
        if let first = left.int64 {
            if let second = right.int64 { return first < second ? .less : first == second ? .equal : .greater }
            if let second = right.float { return Self.order(first, second) }
            return .unknown
        }
        guard let first = left.float else { return .unknown }
        if let second = right.float {
            if first.isNaN || second.isNaN { return .unordered }
            return first < second ? .less : first == second ? .equal : .greater
        }
        guard let second = right.int64 else { return .unknown }
        return switch Self.order(second, first) {
        case .less: .greater
        case .greater: .less
        case let same: same
        }
    }

    private static func order(_ left: Int64, _ right: Double) -> Ordering {
        if right.isNaN { return .unordered }
        // 2⁶³ and beyond: no integer of 64 bits gets there.
        if right >= 0x1p63 { return .less }
        if right < -0x1p63 { return .greater }
        // In range, so the conversions below cannot trap; the fraction decides between equals.
        let whole = Int64(right.rounded(.towardZero))
        if left != whole { return left < whole ? .less : .greater }
        let fraction = right - right.rounded(.towardZero)
        return fraction > 0 ? .less : fraction < 0 ? .greater : .equal
    }

    // MARK: Bytes

    @inline(__always)
    func isEqual(_ left: UnsafeRawBufferPointer, _ right: UnsafeRawBufferPointer) -> Bool {
        left.count == right.count && haveSameBytes(left, 0, right)
    }

    @inline(__always)
    func hasPrefix(_ text: UnsafeRawBufferPointer, _ prefix: UnsafeRawBufferPointer) -> Bool {
        prefix.count <= text.count && haveSameBytes(text, 0, prefix)
    }

    @inline(__always)
    func hasSuffix(_ text: UnsafeRawBufferPointer, _ suffix: UnsafeRawBufferPointer) -> Bool {
        suffix.count <= text.count && haveSameBytes(text, text.count - suffix.count, suffix)
    }

    /// Whether `part` stands in `text` at `start`; it must not reach past its end.
    @inline(__always)
    func haveSameBytes(_ text: UnsafeRawBufferPointer, _ start: Int, _ part: UnsafeRawBufferPointer) -> Bool {
        guard let left = text.baseAddress, let right = part.baseAddress else { return part.isEmpty }
        var offset = 0
        while offset &+ 8 <= part.count {
            let first = (left + start + offset).loadUnaligned(as: UInt64.self)
            if first != (right + offset).loadUnaligned(as: UInt64.self) { return false }
            offset &+= 8
        }
        while offset < part.count {
            if (left + start + offset).load(as: UInt8.self) != (right + offset).load(as: UInt8.self) { return false }
            offset &+= 1
        }
        return true
    }

    /// Whether `part` stands anywhere in `text`. Bytes of UTF-8 cannot match across characters. O(text · part) at worst.
    func contains(_ text: UnsafeRawBufferPointer, _ part: UnsafeRawBufferPointer) -> Bool {
        find(part, in: text, from: 0) != nil
    }

    /// Where `part` stands first in `text`, from `start` on.
    func find(_ part: UnsafeRawBufferPointer, in text: UnsafeRawBufferPointer, from start: Int) -> Int? {
        guard let first = part.first else { return start <= text.count ? start : nil }
        guard let base = text.baseAddress, part.count <= text.count else { return nil }
        var position = start
        let last = text.count - part.count
        while position <= last {
            if (base + position).load(as: UInt8.self) == first, haveSameBytes(text, position, part) { return position }
            position &+= 1
        }
        return nil
    }

    /// By bytes, which for UTF-8 is by code points.
    private func order(_ left: UnsafeRawBufferPointer, _ right: UnsafeRawBufferPointer) -> Ordering {
        for index in 0..<min(left.count, right.count) where left[index] != right[index] {
            return left[index] < right[index] ? .less : .greater
        }
        return left.count < right.count ? .less : left.count == right.count ? .equal : .greater
    }
}
