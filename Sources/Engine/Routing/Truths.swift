import Conditions

/// Some of the truths that a condition may have.
struct Truths: OptionSet, Hashable {
    let rawValue: UInt8

    init(rawValue: UInt8) { self.rawValue = rawValue }

    init(_ truth: Truth) { rawValue = 1 << truth.rawValue }

    static let `false` = Truths(Truth.false)
    static let `true` = Truths(Truth.true)
    /// True or false.
    static let known: Truths = [.false, .true]
    static let any: Truths = [.false, .true, Truths(Truth.unknown)]

    /// Those of the negated condition.
    var negated: Truths {
        Truth.allCases.reduce(into: Truths()) { if contains(Truths($1)) { $0.formUnion(Truths($1.negated)) } }
    }
}
