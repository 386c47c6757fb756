/// How often something happened, by detection.
package struct DetectionCounts: Sendable {
    /// By the detection's index in the pack, as far as any was counted.
    private var counts: [Int] = []

    /// Nothing counted.
    init() {}

    /// Counts once more. Amortised O(1).
    mutating func add(_ detection: Int) {
        if detection >= counts.count { counts += repeatElement(0, count: detection + 1 - counts.count) }
        counts[detection] += 1
    }

    /// How often it happened to a detection, by its index in the pack.
    package subscript(_ detection: Int) -> Int { counts.indices.contains(detection) ? counts[detection] : 0 }

    /// The detections to which it happened, in the order of the pack, and how often.
    package var counted: [(detection: Int, count: Int)] {
        counts.enumerated().filter { $0.element > 0 }.map { ($0.offset, $0.element) }
    }
}
