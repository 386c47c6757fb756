import Conditions
package import Detections

/// The matches that a windowed correlation has seen, and whether they are what it looks for.
///
/// Pure: time comes with each match. Of each group the matches are kept that are not older than the window, seen from the newest
/// match of all. Where more matches can only make the correlation hold, it is asked at each match; it is found when it begins to
/// hold, and once more for each window that it goes on. Where more matches may also undo it (`lt`, `eq`, `not`, averages, percentiles)
/// it is asked once, when a window that begins with a match has passed.
package struct WindowStateMachine: Sendable {
    /// What is looked for.
    package let correlation: WindowedCorrelation
    private let limits: WindowLimits
    private let isImmediate: Bool
    private var groups: [[[UInt8]]: Group] = [:]
    /// When a group has to be looked at, in order of time from ``queueStart`` on.
    private var queue: [(time: Int64, key: [[UInt8]])] = []
    private var queueStart = 0
    /// The time of the newest match.
    private var latest = Int64.min
    /// What was found as windows passed and is still to be told: the match at which they did may have been refused.
    private var passed: [Found] = []

    /// A match of a member.
    package struct Row: Sendable {
        /// Microseconds of event time.
        package var time: Int64
        /// The event's index in the input: of matches of one time the order.
        package var number: Int
        /// The member's index.
        package var member: Int
        /// The values that are measured; several of one event count together.
        package var values: [[UInt8]]
        /// What the finder wants back of the last match of a group.
        package var tag: Int

        /// A match.
        package init(time: Int64, number: Int, member: Int, values: [[UInt8]] = [], tag: Int = 0) {
            self.time = time
            self.number = number
            self.member = member
            self.values = values
            self.tag = tag
        }
    }

    /// A group of matches for which the correlation holds.
    package struct Found: Sendable {
        /// The values that tell the group apart.
        package var key: [[UInt8]]
        /// The match at which it was found.
        package var row: Row
        /// Matches that count.
        package var count: Int
        /// What was compared.
        package var measure: Double
    }

    private struct Group: Sendable {
        /// In order of time.
        var rows: [Row] = []
        /// When it was found last; nil while it does not hold.
        var found: Int64?
        var isQueued = false
    }

    /// Nothing seen yet.
    package init(_ correlation: WindowedCorrelation, limits: WindowLimits = WindowLimits()) {
        self.correlation = correlation
        self.limits = limits
        let isRising = correlation.bounds.allSatisfy { $0.comparison == .greater || $0.comparison == .greaterOrEqual }
        switch correlation.measure {
        case .count, .distinct, .members, .membersInOrder, .sum: isImmediate = isRising
        case .expression(let expression): isImmediate = isRising && !expression.hasNegation
        case .average, .percentile: isImmediate = false
        }
    }

    /// Takes a match of the group `key`, in any order of time; what was found comes back, groups whose window has passed first.
    package mutating func receive(_ row: Row, of key: [[UInt8]]) throws(WindowFault) -> [Found] {
        latest = max(latest, row.time)
        passed += pass(to: latest)
        // Too late for any window.
        guard row.time >= windowStart(latest) else { return takePassed() }
        guard groups[key] != nil || groups.count < limits.groupsMax else { throw .tooManyGroups }
        var group = groups.removeValue(forKey: key) ?? Group()
        if isImmediate {
            expire(&group)
            if group.found != nil, !holds(group.rows).holds { group.found = nil }
        }
        guard group.rows.count < limits.rowsMax else {
            groups[key] = group
            throw .tooManyRows
        }
        insert(row, &group)
        var found = takePassed()
        if isImmediate {
            let isNews = group.found.map { row.time - $0 >= correlation.windowMicroseconds } ?? true
            if isNews, case let answer = holds(group.rows), answer.holds {
                group.found = row.time
                found.append(Found(key: key, row: row, count: group.rows.count, measure: answer.measure))
            }
        }
        if !group.isQueued {
            group.isQueued = true
            enqueue(isImmediate ? row.time : group.rows[0].time, key)
        }
        groups[key] = group
        return found
    }

    /// The end of the input: all windows end.
    package mutating func finish() -> [Found] {
        passed += pass(to: .max)
        return takePassed()
    }

    private mutating func takePassed() -> [Found] {
        defer { passed = [] }
        return passed
    }

    // MARK: Time

    /// The earliest time that counts at `time`.
    private func windowStart(_ time: Int64) -> Int64 {
        let (start, overflows) = time.subtractingReportingOverflow(correlation.windowMicroseconds)
        return overflows ? .min : start
    }

    private func windowEnd(_ time: Int64) -> Int64 {
        let (end, overflows) = time.addingReportingOverflow(correlation.windowMicroseconds)
        return overflows ? .max : end
    }

    private mutating func enqueue(_ start: Int64, _ key: [[UInt8]]) {
        let time = windowEnd(start)
        // Matches come nearly in order of time.
        var place = queue.count
        while place > queueStart, queue[place - 1].time > time { place -= 1 }
        queue.insert((time, key), at: place)
    }

    /// Ends the windows that have passed at `time`, and forgets groups without matches in theirs.
    private mutating func pass(to time: Int64) -> [Found] {
        var found: [Found] = []
        while queueStart < queue.count, queue[queueStart].time < time || time == .max {
            let key = queue[queueStart].key
            queueStart += 1
            guard var group = groups.removeValue(forKey: key) else { continue }
            group.isQueued = false
            if isImmediate { expire(&group) } else { close(&group, key, &found) }
            guard let next = isImmediate ? group.rows.last : group.rows.first, time != .max || !isImmediate else {
                continue
            }
            group.isQueued = true
            groups[key] = group
            enqueue(next.time, key)
        }
        if queueStart > 1_024, queueStart * 2 > queue.count {
            queue.removeFirst(queueStart)
            queueStart = 0
        }
        return found
    }

    private func expire(_ group: inout Group) {
        let start = windowStart(latest)
        guard let first = group.rows.first, first.time < start else { return }
        group.rows.removeFirst(group.rows.prefix { $0.time < start }.count)
    }

    /// Ends the window that begins with a group's first match.
    private func close(_ group: inout Group, _ key: [[UInt8]], _ found: inout [Found]) {
        guard let first = group.rows.first else { return }
        let end = windowEnd(first.time)
        let rows = Array(group.rows.prefix { $0.time <= end })
        group.rows.removeFirst(rows.count)
        let answer = holds(rows)
        guard answer.holds, let last = rows.last else { return }
        found.append(Found(key: key, row: last, count: rows.count, measure: answer.measure))
    }

    private func insert(_ row: Row, _ group: inout Group) {
        var place = group.rows.count
        while place > 0, (group.rows[place - 1].time, group.rows[place - 1].number) > (row.time, row.number) {
            place -= 1
        }
        group.rows.insert(row, at: place)
    }

    // MARK: Measures

    private func holds(_ rows: [Row]) -> (holds: Bool, measure: Double) {
        guard let measure = measure(rows) else { return (false, 0) }
        let bounds = correlation.bounds
        guard !bounds.isEmpty else { return (measure >= Double(correlation.members.count), measure) }
        return (bounds.allSatisfy { $0.comparison.holds(measure, $0.value) }, measure)
    }

    /// What is compared; nil where there is nothing to measure.
    private func measure(_ rows: [Row]) -> Double? {
        switch correlation.measure {
        case .count: return Double(rows.count)
        case .distinct: return Double(Set(rows.lazy.map(\.values).filter { !$0.isEmpty }).count)
        case .members: return Double(Set(rows.lazy.map(\.member)).count)
        case .membersInOrder: return Double(membersInOrder(rows))
        case .expression(let expression): return expression.holds(Set(rows.lazy.map(\.member))) ? 1 : 0
        case .sum: return numbers(rows).reduce(0, +)
        case .average:
            let numbers = numbers(rows)
            return numbers.isEmpty ? nil : numbers.reduce(0, +) / Double(numbers.count)
        case .percentile(let share):
            let numbers = numbers(rows).sorted()
            guard !numbers.isEmpty, share.isFinite else { return nil }
            // The nearest rank: the smallest number that so many per cent do not exceed.
            let rank = (min(max(share, 0), 100) / 100 * Double(numbers.count)).rounded(.up)
            return numbers[min(max(Int(rank) - 1, 0), numbers.count - 1)]
        }
    }

    /// How many members come one after the other; an event serves one of them.
    private func membersInOrder(_ rows: [Row]) -> Int {
        var next = 0
        var lastNumber = -1
        for row in rows where row.member == next && row.number != lastNumber {
            next += 1
            lastNumber = row.number
        }
        return next
    }

    private func numbers(_ rows: [Row]) -> [Double] {
        rows.compactMap { row in
            row.values.first.flatMap { Double(String(decoding: $0, as: UTF8.self)) }.flatMap { $0.isFinite ? $0 : nil }
        }
    }
}

/// What a windowed correlation may keep.
package struct WindowLimits: Hashable, Sendable {
    /// Groups of one correlation at a time.
    package var groupsMax = 100_000
    /// Matches of one group at a time.
    package var rowsMax = 20_000

    /// The defaults.
    package init() {}
}

/// Why a match is not taken.
package enum WindowFault: Error, Hashable, Sendable {
    /// ``WindowLimits/groupsMax`` are there.
    case tooManyGroups
    /// ``WindowLimits/rowsMax`` are there.
    case tooManyRows
}
