import Detections

/// One evaluation: finds the values that steps have in common, and asks for each list of values whether numbers and order are
/// right.
struct CorrelationEvaluation {
    let correlation: Correlation
    let rows: [[CorrelationRow]]
    /// By step: the fields of a row, in order.
    let fields: [[String]]
    let window: ClosedRange<Int64>
    /// What may still be looked at: see ``CorrelationLimits/workMax``.
    private var work: Int
    private let matchesMax: Int
    private var matches: [CorrelationMatch] = []

    init(
        correlation: Correlation,
        rows: [[CorrelationRow]],
        fields: [[String]],
        window: ClosedRange<Int64>,
        work: Int,
        matchesMax: Int
    ) {
        self.correlation = correlation
        self.rows = rows
        self.fields = fields
        self.window = window
        self.work = work
        self.matchesMax = matchesMax
    }

    /// The matches among the rows at `places`, by step.
    mutating func run(_ places: [[Int]]) throws(CorrelationFault) -> [CorrelationMatch] {
        try pay(places.reduce(0) { $0 + $1.count })
        guard places.contains(where: { !$0.isEmpty }) else { return [] }
        try choose(0, places, [])
        return matches
    }

    mutating func pay(_ count: Int) throws(CorrelationFault) {
        work -= count
        if work < 0 { throw .tooMuchWork }
    }

    // MARK: Values in common

    /// Chooses a value for each link from `index` on; as deep as there are links.
    private mutating func choose(_ index: Int, _ places: [[Int]], _ values: [[UInt8]]) throws(CorrelationFault) {
        guard matches.count < matchesMax else { return }
        guard index < correlation.links.count else {
            if try holds(places) { matches.append(CorrelationMatch(values: values, rows: places)) }
            return
        }
        let fields = correlation.links[index].fields
        for candidate in try candidates(fields, places) {
            var narrowed = places
            for (number, field) in fields.enumerated() {
                let found = candidate.rows[number]
                // A link may read two fields of one step: its rows have the value in both.
                let isSecond = fields[..<number].contains { $0.step == field.step }
                let known = Set(isSecond ? narrowed[field.step] : [])
                narrowed[field.step] = isSecond ? found.filter(known.contains) : found
            }
            try choose(index + 1, narrowed, values + [candidate.value])
        }
    }

    /// A value and, by field, the rows that have it.
    private struct Candidate {
        var value: [UInt8]
        var rows: [[Int]]
    }

    /// The values that steps which have to come have in the fields of a link, in the order in which they occur; those that
    /// cannot do are left out.
    private mutating func candidates(
        _ fields: [Correlation.Field],
        _ places: [[Int]]
    ) throws(CorrelationFault) -> [Candidate] {
        var candidates: [Candidate] = []
        var known: [[UInt8]: Int] = [:]
        // Steps that have to come go first: values of absent ones alone are no candidates.
        let order = fields.indices.sorted {
            isAbsent(fields[$0]) == isAbsent(fields[$1]) ? $0 < $1 : !isAbsent(fields[$0])
        }
        for number in order {
            let field = fields[number]
            guard let slot = self.fields[field.step].firstIndex(of: field.path) else { continue }
            for place in places[field.step] {
                let row = rows[field.step][place]
                guard row.values.indices.contains(slot) else { continue }
                try pay(row.values[slot].count + 1)
                for value in row.values[slot] {
                    if let index = known[value] {
                        if candidates[index].rows[number].last != place { candidates[index].rows[number].append(place) }
                    } else if !isAbsent(field) {
                        known[value] = candidates.count
                        var candidate = Candidate(value: value, rows: Array(repeating: [], count: fields.count))
                        candidate.rows[number].append(place)
                        candidates.append(candidate)
                    }
                }
            }
        }
        return candidates.filter { candidate in
            zip(fields, candidate.rows).allSatisfy { field, rows in isOptional(field) || !rows.isEmpty }
        }
    }

    private func isAbsent(_ field: Correlation.Field) -> Bool { correlation.steps[field.step].isAbsent }

    /// Whether a correlation can match without any row of the field's step.
    private func isOptional(_ field: Correlation.Field) -> Bool {
        let step = correlation.steps[field.step]
        if step.isAbsent || step.minimum == 0 { return true }
        if case .group(.some) = correlation.form { return true }
        return false
    }

    // MARK: Numbers

    /// Whether the rows at `places`, which have all values in common, are what is looked for.
    private mutating func holds(_ places: [[Int]]) throws(CorrelationFault) -> Bool {
        try pay(places.count)
        switch correlation.form {
        case .sequence(let transitions): return try isSequence(places, transitions)
        case .group(let minimumSteps):
            var satisfied = 0
            var coming = 0
            for (step, rows) in zip(correlation.steps, places) {
                let isEnough = step.isEnough(rows.count)
                if step.isAbsent {
                    if isEnough { return false }
                } else {
                    coming += 1
                    if isEnough { satisfied += 1 }
                }
            }
            return satisfied >= minimumSteps ?? coming
        }
    }
}

extension Correlation.Step {
    /// Whether so many matches are neither too few nor too many.
    func isEnough(_ count: Int) -> Bool { count >= minimum && count <= maximum ?? .max }
}
