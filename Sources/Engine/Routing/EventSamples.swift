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
    private var counts: [Place: Counts] = [:]

    /// A field of a log's events.
    private struct Place: Hashable {
        var logType: String
        var field: RoutedField
    }

    /// What events of a log have in a field's place: how many of them each class and each text, as it is and in small letters.
    private struct Counts {
        var classes = [Int](repeating: 0, count: ValueClass.allCases.count)
        var texts: [[UInt8]: Int] = [:]
        var foldedTexts: [[UInt8]: Int] = [:]
        /// How many have a part in their text, once asked for.
        var parts: [TextPart: Int] = [:]

        init(_ field: RoutedField, _ events: [DataMap]) {
            for event in events {
                let (valueClass, text) = EventSamples.content(of: field, in: event)
                classes[Int(valueClass.rawValue)] += 1
                guard let text else { continue }
                texts[Array(text.utf8), default: 0] += 1
                foldedTexts[CaseFolding.folded(text), default: 0] += 1
            }
        }

        /// How many have a part in their text.
        mutating func count(of part: TextPart) -> Int {
            if let known = parts[part] { return known }
            var count = 0
            for (text, number) in part.ignoresCase ? foldedTexts : texts where part.isFound(in: text) {
                count += number
            }
            parts[part] = count
            return count
        }
    }

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
        share(of: field, in: logType, guess: guess, scale: 1000) { $0.classes[Int(valueClass.rawValue)] }
    }

    /// How many of a million events of a log have one of the texts of a trigger in a field's place, its parts aside; see
    /// ``permille(_:of:in:guess:)``.
    func permillion(textsOf trigger: RoutingClause.Trigger, of field: RoutedField, in logType: String?, guess: Int)
        -> Int
    {
        share(of: field, in: logType, guess: guess, scale: 1_000_000) { counts in
            trigger.texts.reduce(0) { $0 + counts.texts[$1, default: 0] }
                + trigger.foldedTexts.reduce(0) { $0 + counts.foldedTexts[$1, default: 0] }
        }
    }

    /// The same for a part of a text.
    func permillion(_ part: TextPart, of field: RoutedField, in logType: String?, guess: Int) -> Int {
        share(of: field, in: logType, guess: guess, scale: 1_000_000) { $0.count(of: part) }
    }

    private func share(
        of field: RoutedField,
        in logType: String?,
        guess: Int,
        scale: Int,
        _ number: (inout Counts) -> Int
    ) -> Int {
        guard let logType, let events = events[logType], !events.isEmpty else { return guess }
        let place = Place(logType: logType, field: field)
        let found = number(&counts[place, default: Counts(field, events)])
        return (scale * found + Self.guessWeight * guess) / (events.count + Self.guessWeight)
    }

    /// So many events does the guess stand for.
    private static let guessWeight = 8

    /// What an event has in a field's place, and the text if it is one.
    fileprivate static func content(of field: RoutedField, in event: DataMap) -> (ValueClass, String?) {
        var object = event
        for (depth, step) in field.steps.enumerated() {
            let isLast = depth == field.steps.count - 1
            let key = String(decoding: step.key, as: UTF8.self)
            guard let node = object[key] else { return (isLast ? .absent : .absentOnTheWay, nil) }
            if isLast {
                guard case .string(let text) = node.value else { return (ValueClass(of: node.value), nil) }
                return (ValueClass(of: node.value), text)
            }
            switch node.value {
            case .map(let inner): object = inner
            case .null: return (.nullOnTheWay, nil)
            default: return (.obstructed, nil)
            }
        }
        return (.object, nil)
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
