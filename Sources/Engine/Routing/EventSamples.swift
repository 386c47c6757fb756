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
    /// How many of the events have something of each class in a field's place, by log and field, once asked for.
    private var counts: [String: [RoutedField: [Int]]] = [:]

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

    /// How many of a thousand events of a log have something of this class in a field's place, where `guess` many are thought to
    /// before any is seen. What is seen outweighs the guess as soon as there is some of it.
    func permille(_ valueClass: ValueClass, of field: RoutedField, in logType: String?, guess: Int) -> Int {
        guard let logType, let events = events[logType], !events.isEmpty else { return guess }
        let counts = counts[logType]?[field] ?? count(field, events, logType)
        return (1000 * counts[Int(valueClass.rawValue)] + Self.guessWeight * guess) / (events.count + Self.guessWeight)
    }

    /// So many events does the guess stand for.
    private static let guessWeight = 8

    private func count(_ field: RoutedField, _ events: [DataMap], _ logType: String) -> [Int] {
        var found = [Int](repeating: 0, count: ValueClass.allCases.count)
        for event in events { found[Int(Self.valueClass(of: field, in: event).rawValue)] += 1 }
        counts[logType, default: [:]][field] = found
        return found
    }

    private static func valueClass(of field: RoutedField, in event: DataMap) -> ValueClass {
        var object = event
        for (depth, step) in field.steps.enumerated() {
            let isLast = depth == field.steps.count - 1
            let key = String(decoding: step.key, as: UTF8.self)
            guard let node = object[key] else { return isLast ? .absent : .absentOnTheWay }
            if isLast { return ValueClass(of: node.value) }
            switch node.value {
            case .map(let inner): object = inner
            case .null: return .nullOnTheWay
            default: return .obstructed
            }
        }
        return .object
    }
}

extension ValueClass {
    /// The class of a value of a test's event, as it would be in a log.
    fileprivate init(of value: DataValue) {
        switch value {
        case .null, .bytes: self = .null
        case .bool(let flag): self = flag ? .true : .false
        case .int, .bigInt, .double: self = .number
        case .list: self = .array
        case .map: self = .object
        case .string(let text):
            self = text.isEmpty ? .emptyText : text.utf8.allSatisfy { $0 < 0x80 } ? .text : .wideText
        }
    }
}
