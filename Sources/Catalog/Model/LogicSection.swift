package import Conditions

/// What is known of a rule's condition without the condition itself.
package struct LogicRecord: Codable, Hashable, Sendable {
    /// The condition on one line; empty where the rule has none.
    package var text: String
    /// How much of the rule it says; less than all where a test contradicts it.
    package var completeness: Completeness
    /// A number for what it means, equal for rules that say the same in other words; nil where there is no condition.
    package var hash: String?
    /// What the rule's own tests say of it.
    package var validation: ValidationEntry
    /// The parts that it does not say.
    package var opaque: [OpaqueEntry]
}

/// What a rule looks for: the condition in words, as an outline and as data, with how far it can be trusted.
package struct LogicSection: Encodable, Sendable {
    /// See ``LogicRecord``.
    package var record: LogicRecord
    /// The condition; nil for a rule that has none.
    package var condition: Condition?

    /// A section.
    package init(record: LogicRecord, condition: Condition?) {
        self.record = record
        self.condition = condition
    }

    /// The condition as an outline.
    package var outline: ConditionTree? { condition.map(ConditionTree.init) }

    private enum Key: String, CodingKey {
        case text, completeness, validation, outline, condition, hash, opaque
    }

    package func encode(to encoder: any Encoder) throws {
        var container = encoder.container(keyedBy: Key.self)
        try container.encode(record.text, forKey: .text)
        try container.encode(record.completeness, forKey: .completeness)
        try container.encode(record.validation, forKey: .validation)
        try container.encodeIfPresent(outline.map(OutlineEntry.init), forKey: .outline)
        try container.encodeIfPresent(condition.map { EncodedLiteral($0.encoded()) }, forKey: .condition)
        try container.encodeIfPresent(record.hash, forKey: .hash)
        try container.encode(record.opaque, forKey: .opaque)
    }

    /// A node of the outline.
    private struct OutlineEntry: Encodable {
        var label: String
        var file: String?
        var line: Int?
        var children: [OutlineEntry]

        init(_ tree: ConditionTree) {
            label = tree.label
            file = tree.place?.file
            line = tree.place?.line
            children = tree.children.map(OutlineEntry.init)
        }
    }
}

/// What a rule's own tests say of its condition.
package struct ValidationEntry: Codable, Hashable, Sendable {
    /// Tests at which the condition gives what the test expects of the rule.
    package var agreeing: [String]
    /// Tests at which it gives the opposite.
    package var disagreeing: [String]
    /// Tests at which it cannot say.
    package var undecided: [String]

    /// What tests say.
    package init(agreeing: [String] = [], disagreeing: [String] = [], undecided: [String] = []) {
        self.agreeing = agreeing
        self.disagreeing = disagreeing
        self.undecided = undecided
    }

    /// All of the tests.
    package var testCount: Int { agreeing.count + disagreeing.count + undecided.count }

    /// Whether there are tests and all of them agree: the badge.
    package var isComplete: Bool { !agreeing.isEmpty && disagreeing.isEmpty && undecided.isEmpty }

    /// `validated 4/4 by its own tests`.
    package var sentence: String {
        guard testCount > 0 else { return "not validated: it has no tests" }
        var sentence = "validated \(agreeing.count)/\(testCount) by its own tests"
        if !undecided.isEmpty { sentence += ", \(undecided.count) undecided" }
        if !disagreeing.isEmpty { sentence += ", \(disagreeing.count) contradicted" }
        return sentence
    }
}

/// A part of a rule that its condition does not say.
package struct OpaqueEntry: Codable, Hashable, Sendable {
    /// The reason's code; see ``OpaqueReason``.
    package var reason: String
    /// The reason in words.
    package var sentence: String
    /// The construct, as written.
    package var text: String?
    /// The file it stands in, where there is more than one.
    package var file: String?
    /// From 1.
    package var line: Int?
    /// The fields that it reads.
    package var reads: [String]

    /// An opaque part of a condition.
    package init(_ opaque: Opaque) {
        reason = opaque.reason.rawValue
        sentence = opaque.reason.sentence
        text = opaque.text
        file = opaque.place?.file
        line = opaque.place?.line
        reads = opaque.reads.map(\.path)
    }
}
