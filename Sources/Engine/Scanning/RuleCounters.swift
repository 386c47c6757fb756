/// What running each rule of a pack cost, by the rule's index in the pack.
package struct RuleCounters: Sendable {
    /// Events on which it was a candidate.
    package private(set) var candidates: [Int]
    /// Events on which its code ran, filters passed.
    package private(set) var evaluations: [Int]
    /// Nanoseconds from candidate to result; all 0 if nobody had rules timed.
    package private(set) var nanoseconds: [UInt64]

    /// What the events had of the members that conditions ask for.
    package internal(set) var sightings = FieldSightings()

    /// Nothing counted of `count` rules.
    package init(count: Int) {
        candidates = Array(repeating: 0, count: count)
        evaluations = Array(repeating: 0, count: count)
        nanoseconds = Array(repeating: 0, count: count)
    }

    @inline(__always)
    mutating func countCandidate(_ index: Int) { candidates[index] &+= 1 }

    @inline(__always)
    mutating func countEvaluation(_ index: Int) { evaluations[index] &+= 1 }

    mutating func add(nanoseconds time: UInt64, to index: Int) { nanoseconds[index] &+= time }

    /// Adds what another machine counted for the same pack.
    package mutating func add(_ other: RuleCounters) {
        sightings.add(other.sightings)
        for index in candidates.indices where other.candidates.indices.contains(index) {
            candidates[index] &+= other.candidates[index]
            evaluations[index] &+= other.evaluations[index]
            nanoseconds[index] &+= other.nanoseconds[index]
        }
    }
}
