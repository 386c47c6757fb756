package import Engine
package import Events

/// What findings carry that has to be counted and freed, apart from them: most have only a line.
package struct FindingDetails: Sendable {
    /// Contributions to alerts, and when: see ``ScanFinding/Product/alert(_:)``.
    package private(set) var alerts: [(match: AlertMatch, time: EventTime)] = []
    /// Matches on which correlation rules run: see ``ScanFinding/correlated``.
    package private(set) var matches: [ScanMatch] = []

    /// Nothing.
    package init() {}

    /// Adds a contribution, and says where it is.
    mutating func add(_ match: AlertMatch, at time: EventTime) -> Int {
        alerts.append((match, time))
        return alerts.count - 1
    }

    /// Adds a match, and says where it is.
    mutating func add(_ match: ScanMatch) -> Int {
        matches.append(match)
        return matches.count - 1
    }

    /// Forgets all, and more memory than for so many of each.
    mutating func removeAll(keepingUpTo count: Int) {
        if !alerts.isEmpty { alerts.removeAll(keepingCapacity: alerts.capacity <= count) }
        if !matches.isEmpty { matches.removeAll(keepingCapacity: matches.capacity <= count) }
    }
}
