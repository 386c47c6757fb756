import Conditions

/// How a text is split.
struct Splitting: Hashable, Sendable {
    /// What stands between the pieces; nil for runs of white space.
    var separator: String?
    /// How often it is split at most; nil for wherever a separator stands.
    var max: Int?
    /// Whether separators count from the end, which matters only with a ``max``.
    var isFromEnd = false

    /// What takes the piece at an index out of the text, and raises where there is none; nil where no transform says it.
    func transforms(at index: Int) -> [Transform]? {
        guard let max else { return [.split(separator: separator, index: index)] }
        // Short of the last split the pieces are those of a text that is split everywhere.
        if isFromEnd { return (-max..<0).contains(index) ? [.split(separator: separator, index: index)] : nil }
        if (0..<max).contains(index) { return [.split(separator: separator, index: index)] }
        guard index == max, (1...Self.followedMax).contains(max), let separator else { return nil }
        return Array(repeating: .after(separator), count: max)
    }

    /// How many pieces there must be for one at an index, from the end where that is negative.
    static func piecesNeeded(at index: Int) -> Int {
        index < 0 ? Int(clamping: index.magnitude) : Int(clamping: UInt(index) + 1)
    }

    /// Splits behind which the rest of a text is followed.
    static let followedMax = 8
}
