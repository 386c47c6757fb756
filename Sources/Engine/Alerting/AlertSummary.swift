/// The most frequent values of some fields over the matches of an alert.
///
/// Memory is bounded: an attribute keeps counters for ``countersMax`` values. While no more occur, counts are exact; after
/// that they are lower bounds by the algorithm of Misra and Gries, by at most (occurrences / countersMax), and say so.
package struct AlertSummary: Sendable, Equatable {
    /// Values that are counted for one attribute.
    package static let countersMax = 1_024
    /// Attributes that are counted; a detection that names more loses the rest.
    package static let attributesMax = 64
    /// Bytes of a value that are kept.
    package static let valueBytesMax = 1_024
    /// Values of one attribute that an alert shows.
    package static let shownMax = 5

    /// In the detection's order.
    package private(set) var attributes: [Attribute] = []

    /// Nothing counted.
    package init() {}

    /// The values of one field.
    package struct Attribute: Sendable, Equatable {
        /// The field, as the detection names it.
        package var name: String
        /// Occurrences by value; at most ``AlertSummary/countersMax``.
        package var counts: [String: Int]
        /// Whether every count is exact.
        package var isExact: Bool

        /// Counts to go on from.
        package init(name: String, counts: [String: Int], isExact: Bool) {
            self.name = name
            self.counts = counts
            self.isExact = isExact
        }

        /// The most frequent values, of equally frequent ones the first in the order of their bytes. O(values · log).
        package var mostFrequent: [(value: String, count: Int)] {
            counts.sorted { left, right in
                left.value == right.value
                    ? left.key.utf8.lexicographicallyPrecedes(right.key.utf8) : left.value > right.value
            }.prefix(AlertSummary.shownMax).map { (value: $0.key, count: $0.value) }
        }
    }

    /// Counts the values of one event. Amortised O(values).
    package mutating func add(_ values: [AlertMatch.SummaryValues]) {
        for one in values {
            let place: Int
            if let found = attributes.firstIndex(where: { $0.name == one.attribute }) {
                place = found
            } else {
                guard attributes.count < Self.attributesMax else { continue }
                place = attributes.count
                attributes.append(Attribute(name: one.attribute, counts: [:], isExact: true))
            }
            if one.values.count == 1 {
                attributes[place].add(Self.shortened(one.values[0]))
            } else {
                for value in Set(one.values.map(Self.shortened)) { attributes[place].add(value) }
            }
        }
    }

    /// At most ``valueBytesMax`` bytes, cut between characters.
    private static func shortened(_ value: String) -> String {
        guard value.utf8.count > valueBytesMax else { return value }
        var kept = ""
        for character in value {
            guard kept.utf8.count + character.utf8.count <= valueBytesMax else { break }
            kept.append(character)
        }
        return kept
    }
}

extension AlertSummary.Attribute {
    fileprivate mutating func add(_ value: String) {
        // Where there is room, the value's place is looked for once.
        if counts.count < AlertSummary.countersMax || counts[value] != nil {
            counts[value, default: 0] += 1
            return
        }
        // Full: one occurrence of each counted value is set off against this one. Each was paid for when it was counted.
        isExact = false
        counts = counts.compactMapValues { $0 > 1 ? $0 - 1 : nil }
    }
}
