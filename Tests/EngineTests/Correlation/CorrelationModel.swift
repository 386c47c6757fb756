import Detections
import Engine

/// What a correlation means, by trying everything: every value for every link, every choice of rows for every step.
struct CorrelationModel {
    let correlation: Correlation
    /// By step.
    let rows: [[CorrelationRow]]
    /// By step: the fields of a row.
    let fields: [[String]]
    let time: Int64

    var matches: Bool {
        let start = time - Int64(correlation.lookbackMinutes) * 60_000_000
        let seen = rows.map { $0.filter { $0.time >= start && $0.time <= time } }
        guard seen.contains(where: { !$0.isEmpty }) else { return false }
        return holds(0, seen, from: start)
    }

    private func holds(_ index: Int, _ seen: [[CorrelationRow]], from start: Int64) -> Bool {
        guard index < correlation.links.count else {
            if case .sequence(let transitions) = correlation.form { return isSequence(seen, transitions, start) }
            return isGroup(seen)
        }
        let link = correlation.links[index]
        // Values of absent steps alone are no reason to match.
        var values: Set<[UInt8]> = []
        for field in link.fields where !correlation.steps[field.step].isAbsent {
            for row in seen[field.step] { values.formUnion(found(row, field)) }
        }
        return values.contains { value in
            var narrowed = seen
            for field in link.fields { narrowed[field.step].removeAll { !found($0, field).contains(value) } }
            return holds(index + 1, narrowed, from: start)
        }
    }

    private func found(_ row: CorrelationRow, _ field: Correlation.Field) -> [[UInt8]] {
        fields[field.step].firstIndex(of: field.path).map { row.values[$0] } ?? []
    }

    private func isEnough(_ step: Correlation.Step, _ count: Int) -> Bool {
        count >= step.minimum && step.maximum.map { count <= $0 } ?? true
    }

    private func isGroup(_ seen: [[CorrelationRow]]) -> Bool {
        guard case .group(let minimum) = correlation.form else { return false }
        let pairs = zip(correlation.steps, seen)
        let coming = pairs.filter { !$0.0.isAbsent }
        let satisfied = coming.count { isEnough($0.0, $0.1.count) }
        return pairs.allSatisfy { !$0.0.isAbsent || !isEnough($0.0, $0.1.count) }
            && satisfied >= minimum ?? coming.count
    }

    private func isSequence(
        _ seen: [[CorrelationRow]],
        _ transitions: [Correlation.Transition],
        _ start: Int64
    ) -> Bool {
        let coming = correlation.steps.indices.filter { !correlation.steps[$0].isAbsent }
        guard coming.allSatisfy({ seen[$0].count <= correlation.steps[$0].maximum ?? .max }) else { return false }
        return choose(0, coming, [:], seen, transitions, start)
    }

    private func choose(
        _ index: Int,
        _ coming: [Int],
        _ chosen: [Int: [CorrelationRow]],
        _ seen: [[CorrelationRow]],
        _ transitions: [Correlation.Transition],
        _ start: Int64
    ) -> Bool {
        guard index < coming.count else { return isRight(chosen, coming, seen, transitions, start) }
        let step = coming[index]
        return Self.subsets(seen[step], of: max(1, correlation.steps[step].minimum)).contains { rows in
            choose(index + 1, coming, chosen.merging([step: rows]) { $1 }, seen, transitions, start)
        }
    }

    private func isRight(
        _ chosen: [Int: [CorrelationRow]],
        _ coming: [Int],
        _ seen: [[CorrelationRow]],
        _ transitions: [Correlation.Transition],
        _ start: Int64
    ) -> Bool {
        func first(_ step: Int) -> Int64 { chosen[step]?.map(\.time).min() ?? 0 }
        func last(_ step: Int) -> Int64 { chosen[step]?.map(\.time).max() ?? 0 }
        for (earlier, later) in zip(coming, coming.dropFirst()) where last(earlier) > first(later) { return false }
        for transition in transitions {
            guard coming.contains(transition.from), coming.contains(transition.to) else { continue }
            guard first(transition.to) - last(transition.from) <= Int64(transition.withinMinutes) * 60_000_000 else {
                return false
            }
        }
        for step in correlation.steps.indices where correlation.steps[step].isAbsent {
            let before = coming.last { $0 < step }
            let after = coming.first { $0 > step }
            let count = seen[step].count { row in
                (before.map { row.time >= last($0) } ?? (row.time >= start))
                    && (after.map { row.time <= first($0) } ?? (row.time <= time))
                    && transitions.allSatisfy { transition in
                        let span = Int64(transition.withinMinutes) * 60_000_000
                        if transition.to == step, let before, transition.from == before {
                            return row.time - last(before) <= span
                        }
                        if transition.from == step, let after, transition.to == after {
                            return first(after) - row.time <= span
                        }
                        return true
                    }
            }
            if isEnough(correlation.steps[step], count) { return false }
        }
        return true
    }

    private static func subsets(_ rows: [CorrelationRow], of count: Int) -> [[CorrelationRow]] {
        if count == 0 { return [[]] }
        guard let first = rows.first else { return [] }
        let rest = Array(rows.dropFirst())
        return subsets(rest, of: count - 1).map { [first] + $0 } + subsets(rest, of: count)
    }
}
