/// Hashes. Strings are hashed with the machine's seed; numbers that are equal have equal hashes.
///
/// Tables use hashes *scattered* by the seed: ``scattered(_:)`` of what `hash()` shows, so that a rule's `__hash__` that
/// returns `hash("x")` finds the key "x". Scattering can be undone, which is how `hash()` shows that of a text.
extension Machine {
    /// The hash that tables use for a value whose `hash()` is `visible`.
    @inline(__always)
    func scattered(_ visible: Int64) -> UInt64 {
        // The finaliser of MurmurHash3: both multipliers are odd, so that each step has an inverse.
        var hash = UInt64(bitPattern: visible) ^ hashSeed
        hash = (hash ^ hash >> 33) &* 0xFF51_AFD7_ED55_8CCD
        hash = (hash ^ hash >> 33) &* 0xC4CE_B9FE_1A85_EC53
        return hash ^ hash >> 33
    }

    /// What `hash()` shows of a value for which tables use `scattered`.
    func visible(_ scattered: UInt64) -> Int64 {
        var hash = scattered
        hash = (hash ^ hash >> 33) &* 0x9CB4_B2F8_1293_37DB
        hash = (hash ^ hash >> 33) &* 0x4F74_430C_22A5_4005
        return Int64(bitPattern: (hash ^ hash >> 33) ^ hashSeed)
    }

    /// The hash of a text.
    @inline(__always)
    func hashBytes(_ bytes: UnsafeRawBufferPointer) -> UInt64 {
        var hash = hashSeed ^ (UInt64(truncatingIfNeeded: bytes.count) &* 0x9E37_79B9_7F4A_7C15)
        var index = 0
        while index &+ 8 <= bytes.count {
            hash = Machine.mix(hash ^ bytes.loadUnaligned(fromByteOffset: index, as: UInt64.self))
            index &+= 8
        }
        // The rest, without a loop: words that overlap are as good, as the length is in the hash.
        let count = bytes.count
        var rest: UInt64 = 0
        if count >= 8 {
            rest = bytes.loadUnaligned(fromByteOffset: count &- 8, as: UInt64.self)
        } else if count >= 4 {
            rest =
                UInt64(bytes.loadUnaligned(as: UInt32.self)) << 32
                | UInt64(bytes.loadUnaligned(fromByteOffset: count &- 4, as: UInt32.self))
        } else if count > 0 {
            rest = UInt64(bytes[0]) << 16 | UInt64(bytes[count >> 1]) << 8 | UInt64(bytes[count &- 1])
        }
        return Machine.mix(hash ^ rest)
    }

    /// A folded 128-bit product: each bit of the result depends on every bit of the input.
    @inline(__always)
    static func mix(_ value: UInt64) -> UInt64 {
        let product = (value ^ 0xA076_1D64_78BD_642F).multipliedFullWidth(by: 0xE703_7ED1_A0B4_28DB)
        return product.high ^ product.low
    }

    /// The hash of any hashable value; raises TypeError "unhashable type: 'list'".
    @inline(__always)
    package mutating func hash(_ value: Value) throws(Raised) -> UInt64 {
        switch value.tag {
        case .string:
            if value.isInterned { return memory.address(.constants, value.offset - 16).load(as: UInt64.self) }
            if value.length >= 1024 { try charge(Int(value.length) >> 8) }
            return hashBytes(memory.bytes(value))
        case .int, .bool: return scattered(NumberHash.hash(value.intValue))
        case .none: return 0x5BD1_E995
        default: return try hashSlow(value)
        }
    }

    private mutating func hashSlow(_ value: Value) throws(Raised) -> UInt64 {
        switch value.tag {
        case .float:
            // A NaN equals nothing but itself: its bits are its identity.
            if value.floatValue.isNaN { return Machine.mix(value.payload) }
            return scattered(NumberHash.hash(value.floatValue))
        case .bigInt:
            let hash = bigIntegerHash(value)
            try charge(0)
            return scattered(hash)
        case .bytes:
            if value.length >= 1024 { try charge(Int(value.length) >> 8) }
            return hashBytes(memory.bytes(value))
        case .tuple: return try hashTuple(value)
        case .range:
            // Ranges of the same numbers are equal.
            let parts = rangeParts(value)
            let start = parts.count > 0 ? UInt64(bitPattern: parts.start) : 0
            let step = parts.count > 1 ? UInt64(bitPattern: parts.step) : 0
            return Machine.mix(Machine.mix(UInt64(parts.count) ^ start) ^ step)
        case .frozenSet:
            // The order of elements must not matter.
            var sum: UInt64 = 0x1F0D
            var cursor = 0
            try charge(dictionaryCount(value) / 16)
            while let entry = nextEntry(value, &cursor) { sum &+= Machine.mix(entry.hash) }
            return sum
        case .instance: return try hashInstance(value)
        case .object:
            let slots = types[typeNumber(value)]
            if let hash = slots.hash { return try hash(&self, value) }
            // As in CPython: who says what is equal has to say how it is hashed.
            guard slots.equals == nil else { break }
            return identityHash(value)
        case .list, .dictionary, .set, .slice, .eventMap, .eventList, .dictionaryView: break
        default: return identityHash(value)
        }
        throw raise(.typeError, "unhashable type: '\(errorTypeName(value))'")
    }

    private mutating func hashTuple(_ value: Value) throws(Raised) -> UInt64 {
        try enterNative()
        defer { nativeDepth -= 1 }
        var hash: UInt64 = 0x345678
        for index in 0..<tupleCount(value) {
            // Each element, for a tuple may hold the same tuple many times over.
            try charge(1)
            hash = Machine.mix(hash ^ (try self.hash(tupleElement(value, index)))) &+ UInt64(index)
        }
        return hash
    }

    /// `__hash__` of the class; identity if it has none; unhashable if the class defines `__eq__` alone.
    private mutating func hashInstance(_ value: Value) throws(Raised) -> UInt64 {
        if let method = lookupSpecial(value, "__hash__") {
            guard !method.isNone else { throw raise(.typeError, "unhashable type: '\(errorTypeName(value))'") }
            let result = try call(method, [])
            guard let number = integer(result) else {
                throw raise(.typeError, "__hash__ method should return an integer")
            }
            // A hash of 64 bits is taken as it is, a longer one as the hash of it.
            guard case .small(let word) = number else { return scattered(NumberHash.hash(number)) }
            return scattered(word == -1 ? -2 : word)
        }
        if lookupSpecial(value, "__eq__") != nil {
            throw raise(.typeError, "unhashable type: '\(errorTypeName(value))'")
        }
        let storage = instanceStorage(value)
        if !storage.isUnbound, !isExceptionInstance(value) {
            guard ![.list, .dictionary, .set].contains(storage.tag) else {
                throw raise(.typeError, "unhashable type: '\(errorTypeName(value))'")
            }
            return try hash(storage)
        }
        return identityHash(value)
    }

    /// The hash of what is equal to itself alone. It stays when the object moves, which its place does not.
    mutating func identityHash(_ value: Value) -> UInt64 {
        let kind = UInt64(value.tag.rawValue) << 56
        guard value.region != .none else { return Machine.mix(value.payload ^ kind) }
        switch value.tag {
        case .instance where !isExceptionInstance(value), .object, .classObject:
            // Nothing else is kept there by these kinds.
            let header = memory.header(value)
            if header.pointee.extra == 0 {
                serialNumber &+= 1
                header.pointee.extra = serialNumber
            }
            return Machine.mix(header.pointee.extra ^ kind)
        case .function: return Machine.mix(memory.header(value).pointee.extra ^ kind)
        case .boundMethod:
            // Equal ones need not be the same object.
            let function = field(value, 1)
            return Machine.mix(identityHash(field(value, 0)) &+ identityHash(function))
        default: return Machine.mix(kind)
        }
    }
}
