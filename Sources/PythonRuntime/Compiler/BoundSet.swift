/// The registers that certainly hold a value at a place in the code, so that reading them needs no check.
///
/// A place that no way leads to has every bit set: the neutral element where ways meet.
struct BoundSet {
    private var bits: SIMD4<UInt64>

    /// No way leads here.
    static let unreachable = BoundSet(bits: SIMD4(repeating: .max))
    static let empty = BoundSet(bits: SIMD4(repeating: 0))

    private init(bits: SIMD4<UInt64>) { self.bits = bits }

    /// Registers end at ``Code/registersMax``, so the last bit is set at unreachable places only.
    var isReachable: Bool { bits[3] >> 63 == 0 }

    subscript(register: UInt8) -> Bool {
        get { bits[Int(register >> 6)] >> UInt64(register & 63) & 1 == 1 }
        set {
            guard isReachable else { return }
            let bit: UInt64 = 1 << UInt64(register & 63)
            if newValue { bits[Int(register >> 6)] |= bit } else { bits[Int(register >> 6)] &= ~bit }
        }
    }

    /// What holds where two ways meet.
    mutating func meet(_ other: BoundSet) { bits &= other.bits }

    /// What still holds if any of `others` may have been unbound meanwhile.
    func removing(_ others: BoundSet) -> BoundSet {
        isReachable ? BoundSet(bits: bits & ~others.bits) : self
    }
}
