import Conditions
import Detections
import Documents

/// What events of each log look like, by those that the tests of its rules run on.
///
/// How often a trigger is thought to fire depends on it, and by that which clause a rule is posted under; whether a rule is a
/// candidate where it must be never does. The same pack gives the same samples.
final class EventSamples {
    /// Events of one log that are looked at.
    static let countMax = 64

    private var events: [String: [DataMap]] = [:]
    /// What the events have in a field's place, by log and field, once asked for.
    private var fields: [String: [RoutedField: FieldSamples]] = [:]

    /// No events: nothing is known.
    init() {}

    /// Events of the tests of `detections`: one of each detection before the second of any.
    init(_ detections: [Detection]) {
        var (round, isDone) = (0, false)
        while !isDone {
            isDone = true
            for detection in detections {
                guard detection.kind == .rule, let logType = detection.logSources.first,
                    round < detection.tests.count, events[logType, default: []].count < Self.countMax
                else { continue }
                isDone = false
                guard let node = detection.tests[round].inputNodes.first, case .map(let event) = node.value else {
                    continue
                }
                events[logType, default: []].append(event)
            }
            round += 1
        }
    }

    /// What the events of a log have in a field's place.
    func samples(of field: RoutedField, in logType: String?) -> FieldSamples {
        guard let logType, let events = events[logType] else { return .none }
        if let known = fields[logType]?[field] { return known }
        let samples = FieldSamples(field, events)
        fields[logType, default: [:]][field] = samples
        return samples
    }
}
