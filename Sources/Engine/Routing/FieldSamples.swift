import Conditions
import Documents

/// What events of one log have in a field's place: how many of them each class and each text, as it is and in small letters.
final class FieldSamples {
    private let eventCount: Int
    private var classes = [Int](repeating: 0, count: ValueClass.allCases.count)
    private var texts: [[UInt8]: Int] = [:]
    private var foldedTexts: [[UInt8]: Int] = [:]
    /// How many have a part in their text, once asked for.
    private var parts: [TextPart: Int] = [:]

    /// Of a log without events: all is guessed.
    static var none: FieldSamples { FieldSamples() }

    /// So many events does a guess stand for.
    private static let guessWeight = 8

    /// What `events` have in the place of `field`. O(events).
    init(_ field: RoutedField, _ events: [DataMap]) {
        eventCount = events.count
        let keys = field.steps.map { String(decoding: $0.key, as: UTF8.self) }
        for event in events {
            let (valueClass, text) = Self.content(of: keys, in: event)
            classes[Int(valueClass.rawValue)] += 1
            guard let text else { continue }
            texts[Array(text.utf8), default: 0] += 1
            foldedTexts[CaseFolding.folded(text), default: 0] += 1
        }
    }

    private init() { eventCount = 0 }

    /// How many of a thousand events have something of this class there, where `guess` many are thought to before any is seen. What is
    /// seen outweighs the guess as soon as there is some of it.
    func permille(_ valueClass: ValueClass, guess: Int) -> Int {
        share(classes[Int(valueClass.rawValue)], guess, scale: 1000)
    }

    /// How many of a million events have one of the texts of a trigger there, its parts aside; see ``permille(_:guess:)``.
    func permillion(textsOf trigger: RoutingClause.Trigger, guess: Int) -> Int {
        // Most fields have few texts in so few events, and rules name many.
        let known = texts.reduce(0) { trigger.texts.contains($1.key) ? $0 + $1.value : $0 }
        let folded = foldedTexts.reduce(0) { trigger.foldedTexts.contains($1.key) ? $0 + $1.value : $0 }
        return share(known + folded, guess, scale: 1_000_000)
    }

    /// The same for a part of a text.
    func permillion(_ part: TextPart, guess: Int) -> Int { share(count(of: part), guess, scale: 1_000_000) }

    private func share(_ found: Int, _ guess: Int, scale: Int) -> Int {
        eventCount == 0 ? guess : (scale * found + Self.guessWeight * guess) / (eventCount + Self.guessWeight)
    }

    /// How many have a part in their text.
    private func count(of part: TextPart) -> Int {
        if let known = parts[part] { return known }
        var count = 0
        for (text, number) in part.ignoresCase ? foldedTexts : texts where part.isFound(in: text) { count += number }
        parts[part] = count
        return count
    }

    /// What an event has at the end of `keys`, and the text if it is one.
    private static func content(of keys: [String], in event: DataMap) -> (ValueClass, String?) {
        var object = event
        for (depth, key) in keys.enumerated() {
            let isLast = depth == keys.count - 1
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
