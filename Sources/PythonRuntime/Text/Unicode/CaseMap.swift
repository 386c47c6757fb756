/// One of the four case mappings: runs of pairs, and the code points that become several.
struct CaseMap: Sendable {
    /// `count` code points from `start`, `step` apart, go to `target` and on, equally apart.
    private struct Run {
        var start: UInt32
        var count: UInt32
        var step: UInt32
        var target: UInt32
    }

    /// What a code point becomes.
    enum Mapping {
        case same
        case one(UInt32)
        case many([UInt32])
    }

    private var runs: [Run] = []
    private var special: [UInt32: [UInt32]] = [:]

    init(runs packedRuns: StaticString, special packedSpecial: StaticString) {
        var numbers = PackedNumbers(packedRuns)
        while let start = numbers.next(), let count = numbers.next(), let step = numbers.next(),
            let target = numbers.next()
        {
            runs.append(Run(start: start, count: count, step: step, target: target))
        }
        var rows = PackedNumbers(packedSpecial)
        while let length = rows.next(), let source = rows.next() {
            special[source] = (0..<length).compactMap { _ in rows.next() }
        }
    }

    /// - Complexity: logarithmic in the number of runs, about 250.
    func mapping(of codePoint: UInt32) -> Mapping {
        var low = 0
        var high = runs.count
        while low < high {
            let middle = (low + high) / 2
            if runs[middle].start <= codePoint { low = middle + 1 } else { high = middle }
        }
        // Runs with a step may interleave, at most two of them: the last two candidates are enough.
        for index in [low - 1, low - 2] where index >= 0 {
            let run = runs[index]
            let distance = codePoint &- run.start
            if distance % run.step == 0, distance / run.step < run.count { return .one(run.target &+ distance) }
        }
        if let many = special[codePoint] { return .many(many) }
        return .same
    }
}
