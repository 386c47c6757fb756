/// Something that is easily seen of an event and without which a condition has a certain truth.
///
/// Where none of its triggers fires, the condition, evaluated from left to right, has the truth that the clause was made for. Where
/// one fires, the clause says nothing.
struct RoutingClause: Hashable {
    /// What fires, by field; never fires without any.
    private(set) var triggers: [RoutedField: Trigger] = [:]

    /// What fires at one field.
    struct Trigger: Hashable {
        /// Values of these classes, whatever they are.
        var classes = ValueClasses()
        /// These texts, byte for byte.
        var texts: Set<[UInt8]> = []
        /// ASCII texts that are one of these once their letters are made small.
        var foldedTexts: Set<[UInt8]> = []
        /// Texts that hold one of these parts.
        var parts: Set<TextPart> = []

        /// Texts of all kinds.
        var textCount: Int { texts.count + foldedTexts.count + parts.count }

        mutating func formUnion(_ other: Trigger) {
            classes.formUnion(other.classes)
            texts.formUnion(other.texts)
            foldedTexts.formUnion(other.foldedTexts)
            parts.formUnion(other.parts)
        }
    }

    /// Texts of all triggers; a condition with more is not routed by them.
    static let valuesMax = 4_096

    /// A clause that never fires.
    static let never = RoutingClause()

    /// Fires where `trigger` does.
    init(_ field: RoutedField, _ trigger: Trigger) { if trigger != Trigger() { triggers[field] = trigger } }

    private init() {}

    /// The clause that fires where this one or the other does; nil if it is too large.
    func union(_ other: RoutingClause) -> RoutingClause? {
        var joined = self
        for (field, trigger) in other.triggers { joined.triggers[field, default: Trigger()].formUnion(trigger) }
        return joined.textCount <= Self.valuesMax ? joined : nil
    }

    /// The clause that does not fire for what a field is at `settled`.
    func without(_ settled: FieldClasses) -> RoutingClause {
        guard !settled.isEmpty else { return self }
        var rest = self
        for (field, trigger) in triggers {
            guard let classes = settled[field], !trigger.classes.isDisjoint(with: classes) else { continue }
            rest.triggers[field]?.classes.subtract(classes)
            if rest.triggers[field] == Trigger() { rest.triggers[field] = nil }
        }
        return rest
    }

    /// Texts of all triggers.
    var textCount: Int { triggers.values.reduce(0) { $0 + $1.textCount } }
}

/// A part of a text and where it has to stand.
struct TextPart: Hashable {
    var bytes: [UInt8]
    var position: Position
    /// Whether capitals of ASCII count as small letters; ``bytes`` has none then.
    var ignoresCase: Bool

    enum Position: UInt8, CaseIterable {
        case start
        case end
        case anywhere
    }

    /// Whether it stands in a text, which is in small letters for one that takes no notice of case. O(text · part).
    func isFound(in text: [UInt8]) -> Bool {
        switch position {
        case .start: return text.starts(with: bytes)
        case .end: return text.count >= bytes.count && text[(text.count - bytes.count)...].elementsEqual(bytes)
        case .anywhere:
            guard text.count >= bytes.count else { return false }
            return (0...text.count - bytes.count).contains { text[$0...].starts(with: bytes) }
        }
    }
}
