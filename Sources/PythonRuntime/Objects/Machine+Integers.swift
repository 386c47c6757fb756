import BigInt

/// Integers past 64 bits: the words of the magnitude behind a header that knows the sign.
extension Machine {
    /// An int value: a word where it fits. Raises BudgetExceeded past the arena.
    package mutating func makeInteger(_ value: PythonInteger) throws(Raised) -> Value {
        switch value {
        case .small(let word): return .int(word)
        case .big(let big): return try makeBigInteger(big)
        }
    }

    private mutating func makeBigInteger(_ value: BigInt) throws(Raised) -> Value {
        let words = Array(value.magnitude.words)
        let start = try allocate(Header.size + words.count * 8)
        let address = memory.address(.arena, start)
        address.assumingMemoryBound(to: Header.self).initialize(
            to: Header(
                kind: .bigInt,
                flags: value.sign == .minus ? Header.negative : 0,
                type: 0,
                count: UInt32(truncatingIfNeeded: words.count),
                extra: 0
            )
        )
        for (index, word) in words.enumerated() {
            (address + Header.size + index * 8).storeBytes(of: UInt64(word), as: UInt64.self)
        }
        return Value(
            tag: .bigInt,
            payload: UInt64(start),
            place: Region.Name.arena.rawValue,
            generation: memory.generation(.arena)
        )
    }

    /// The integer of an int, bool or big int value; nil for any other. A long one is copied, at the cost of steps.
    @inline(__always)
    package mutating func integer(_ value: Value) -> PythonInteger? {
        switch value.tag {
        case .int, .bool: .small(value.intValue)
        case .bigInt: PythonInteger(bigInteger(value))
        default: nil
        }
    }

    /// Whether a value is an int, a bool or a big int.
    @inline(__always)
    package func isInteger(_ value: Value) -> Bool { value.isIntegral || value.tag == .bigInt }

    /// Whether a value is an integer below zero. O(1).
    package func isNegativeInteger(_ value: Value) -> Bool {
        value.tag == .bigInt
            ? memory.header(value).pointee.flags & Header.negative != 0 : value.isIntegral && value.intValue < 0
    }

    /// `hash(value)` of a big int.
    mutating func bigIntegerHash(_ value: Value) -> Int64 {
        let header = memory.header(value).pointee
        debit(Int(header.count) >> 4)
        return NumberHash.hash(wordCount: Int(header.count), negative: header.flags & Header.negative != 0) {
            word(value, $0)
        }
    }

    /// How two big ints compare, by their words.
    mutating func bigIntegerOrder(_ left: Value, _ right: Value) -> NumberOrder {
        let first = memory.header(left).pointee
        let second = memory.header(right).pointee
        let isNegative = first.flags & Header.negative != 0
        guard isNegative == (second.flags & Header.negative != 0) else { return isNegative ? .less : .greater }
        var isSmaller: Bool?
        if first.count != second.count {
            isSmaller = first.count < second.count
        } else {
            debit(Int(first.count) >> 6)
            for index in stride(from: Int(first.count) - 1, through: 0, by: -1) {
                let (one, other) = (word(left, index), word(right, index))
                guard one != other else { continue }
                isSmaller = one < other
                break
            }
        }
        guard let isSmaller else { return .equal }
        return isSmaller != isNegative ? .less : .greater
    }

    private mutating func bigInteger(_ value: Value) -> BigInt {
        let header = memory.header(value).pointee
        debit(Int(header.count) >> 4)
        let words = (0..<Int(header.count)).map { UInt(word(value, $0)) }
        return BigInt(
            sign: header.flags & Header.negative != 0 ? .minus : .plus,
            magnitude: BigUInt(words: words)
        )
    }

    @inline(__always)
    private func word(_ value: Value, _ index: Int) -> UInt64 {
        memory.address(value.region, value.offset &+ Header.size &+ index &* 8).load(as: UInt64.self)
    }

    /// Makes the exception of a fault of the number algorithms pending.
    package mutating func raise(_ fault: NumberFault) -> Raised {
        if case .integerTooLarge(let bits) = fault { return exhausted("bits in one integer", bits) }
        return raise(exceptionNamed(fault.pythonType), fault.pythonMessage)
    }

    /// Makes the exception of a fault of the text algorithms pending.
    package mutating func raise(_ fault: TextFault) -> Raised {
        if case .resultTooLarge = fault { return exhausted("bytes", limits.arenaBytesMax) }
        return raise(exceptionNamed(fault.pythonType), fault.pythonMessage)
    }

    /// A builtin exception class by name; `Exception` for a name that is none.
    func exceptionNamed(_ name: String) -> ExceptionType {
        ExceptionType.named[name] ?? .exception
    }

    /// Runs an algorithm that may fail with a number fault.
    @inline(__always)
    package mutating func checked<Result>(_ body: () throws(NumberFault) -> Result) throws(Raised) -> Result {
        do { return try body() } catch { throw raise(error) }
    }
}
