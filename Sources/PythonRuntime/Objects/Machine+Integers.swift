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

    /// The integer of an int, bool or big int value; nil for any other.
    package func integer(_ value: Value) -> PythonInteger? {
        switch value.tag {
        case .int, .bool: .small(value.intValue)
        case .bigInt: PythonInteger(bigInteger(value))
        default: nil
        }
    }

    private func bigInteger(_ value: Value) -> BigInt {
        let header = memory.header(value).pointee
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
        ExceptionType.allCases.first { $0.name == name } ?? .exception
    }

    /// Runs an algorithm that may fail with a number fault.
    @inline(__always)
    package mutating func checked<Result>(_ body: () throws(NumberFault) -> Result) throws(Raised) -> Result {
        do { return try body() } catch { throw raise(error) }
    }
}
