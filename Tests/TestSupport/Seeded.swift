/// Reproducible random numbers (SplitMix64).
package struct Seeded: RandomNumberGenerator {
    private var state: UInt64

    /// The same numbers for the same seed.
    package init(_ seed: UInt64) { state = seed }

    /// The next 64 bits.
    package mutating func next() -> UInt64 {
        state &+= 0x9E37_79B9_7F4A_7C15
        var mixed = state
        mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
        mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
        return mixed ^ (mixed >> 31)
    }

    /// One of these.
    package mutating func pick<Element>(_ elements: [Element]) -> Element {
        elements[Int(next() % UInt64(elements.count))]
    }

    /// From 0 to `count - 1`.
    package mutating func below(_ count: Int) -> Int { Int(next() % UInt64(count)) }

    /// True once in so many times.
    package mutating func once(in count: Int) -> Bool { below(count) == 0 }
}
