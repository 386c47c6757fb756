import Detections

/// Turns matches into alerts: deduplication windows and thresholds, without any clock of its own.
///
/// A window opens with the first match of a group (detection, kind, deduplication string) and lasts for the detection's period
/// from then on; later matches do not prolong it. The alert is there as soon as the threshold is reached, and the matches after
/// that join it silently. The first match at or after the window's end opens the next window. Where a detection names unique
/// values, distinct ones are counted instead of matches. A match that is late, from before the window's start, joins it.
///
/// The state is plain values: ``windows`` can be stored and given to ``init(windows:windowsMax:)``.
package struct DeduplicationStateMachine: Sendable {
    /// Open windows that are kept by default.
    package static let windowsMaxDefault = 1_000_000
    /// Distinct values that a window remembers exactly; past that every value counts as a new one.
    package static let uniqueValuesMax = 100_000

    /// What groups matches.
    package struct Group: Hashable, Sendable {
        /// The detection's identifier.
        package var detection: String
        /// Errors are apart from matches.
        package var kind: Alert.Kind
        /// The deduplication string.
        package var deduplication: String

        /// A group.
        package init(detection: String, kind: Alert.Kind, deduplication: String) {
            self.detection = detection
            self.kind = kind
            self.deduplication = deduplication
        }
    }

    /// What has become of a match.
    package enum Action: Sendable, Equatable {
        /// It is counted; the threshold is not reached yet.
        case counted
        /// It reached the threshold: here is the alert, to be delivered now.
        case opened(Alert)
        /// It belongs to an alert that was delivered before.
        case attached(alertID: String)
    }

    /// What ``receive(_:at:)`` did.
    package struct Outcome: Sendable, Equatable {
        /// What became of the match.
        package var action: Action
        /// Alerts of windows that had to close for it, with their final counts: at most two.
        package var closed: [Alert]
    }

    /// Windows that may be open; the one that ends first gives way.
    package let windowsMax: Int
    /// Where the window of a group is in ``open``.
    private var places: [Group: Int] = [:]
    /// The open windows, and nil for places that are free. Apart from ``places``, so that a match is looked up once and its window is
    /// changed where it is.
    private var open: [AlertWindow?] = []
    private var freePlaces: [Int] = []
    private var queue = WindowQueue()

    /// A machine that goes on from `windows`, as ``windows`` gave them.
    package init(windows: [AlertWindow] = [], windowsMax: Int = windowsMaxDefault) {
        self.windowsMax = max(1, windowsMax)
        for window in windows { insert(window) }
    }

    /// All open windows, those that end first first.
    package var windows: [AlertWindow] {
        open.compactMap(\.self).sorted { left, right in
            if left.end != right.end { return left.end < right.end }
            return left.alertID < right.alertID
        }
    }

    /// Takes a match. O(log windows + values of the match).
    package mutating func receive(_ match: AlertMatch, at time: AlertTime) -> Outcome {
        let group = Group(
            detection: match.source.detection,
            kind: match.source.kind,
            deduplication: match.deduplication
        )
        var closed: [Alert] = []
        if let place = places[group] {
            // Changed in place: a copy of a window would copy its counters.
            if let end = open[place]?.end, time < end, let action = open[place]?.add(match, at: time) {
                return Outcome(action: action, closed: [])
            }
            if let alert = remove(group)?.alert { closed.append(alert) }
        }
        if places.count >= windowsMax, let alert = closeFirst()?.alert { closed.append(alert) }
        var window = AlertWindow(
            group: group,
            start: time,
            end: time.adding(minutes: match.source.policy.periodMinutes),
            match
        )
        let action = window.add(match, at: time)
        insert(window)
        forgetReplacedWindows()
        return Outcome(action: action, closed: closed)
    }

    /// Closes the windows that have ended at `time`, and gives the alerts among them with their final counts, by their end.
    package mutating func expire(at time: AlertTime) -> [Alert] {
        var alerts: [Alert] = []
        while let next = queue.first, next.end <= time {
            queue.removeFirst()
            guard window(of: next.group)?.end == next.end else { continue }
            if let alert = remove(next.group)?.alert { alerts.append(alert) }
        }
        return alerts
    }

    /// The alert of a group's open window as it stands, if it was delivered.
    package func alert(of group: Group) -> Alert? { window(of: group)?.alert }

    private mutating func closeFirst() -> AlertWindow? {
        while let next = queue.first {
            queue.removeFirst()
            if window(of: next.group)?.end == next.end { return remove(next.group) }
        }
        return nil
    }

    // MARK: Places

    private func window(of group: Group) -> AlertWindow? { places[group].flatMap { open[$0] } }

    /// Opens a window of a group that has none, or in the place of the one that it has.
    private mutating func insert(_ window: AlertWindow) {
        queue.insert(window.end, window.group)
        if let place = places[window.group] ?? freePlaces.popLast() {
            open[place] = window
            places[window.group] = place
        } else {
            places[window.group] = open.count
            open.append(window)
        }
    }

    private mutating func remove(_ group: Group) -> AlertWindow? {
        guard let place = places.removeValue(forKey: group) else { return nil }
        freePlaces.append(place)
        defer { open[place] = nil }
        return open[place]
    }

    /// The queue keeps the ends of windows that were replaced; it is made anew before they outnumber the open ones.
    private mutating func forgetReplacedWindows() {
        guard queue.count > 2 * open.count + 64 else { return }
        queue = WindowQueue()
        for window in windows { queue.insert(window.end, window.group) }
    }
}
