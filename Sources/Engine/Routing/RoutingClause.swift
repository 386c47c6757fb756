/// Something that is easily seen of an event and without which a condition is false.
///
/// If each field it depends on is a plain text in the event, or not there where that is as good, and none of ``alternatives`` is
/// found, the condition evaluates to false, from left to right and with nothing unknown on the way. Where a field is anything else,
/// the clause says nothing.
struct RoutingClause: Hashable {
    /// A member of the event and texts of it, as bytes: texts are compared byte for byte.
    struct Alternative: Hashable {
        var field: [UInt8]
        var values: Set<[UInt8]>
    }

    /// One of these must be found; without any the condition is always false. One for each field.
    var alternatives: [Alternative]
    /// The members it depends on, those of ``alternatives`` among them.
    var fields: Dependencies

    /// Members that must be plain texts.
    struct Dependencies: Hashable {
        /// All of them.
        var all: Set<[UInt8]> = []
        /// Those of them that must not be missing.
        var present: Set<[UInt8]> = []

        mutating func formUnion(_ other: Dependencies) {
            all.formUnion(other.all)
            present.formUnion(other.present)
        }
    }

    /// Values of all alternatives; a condition with more is not routed by them.
    static let valuesMax = 4_096

    /// The clause that holds where this one or the other does; nil if it is too large.
    func joined(_ other: RoutingClause) -> RoutingClause? {
        var joined = self
        joined.fields.formUnion(other.fields)
        for alternative in other.alternatives {
            if let place = joined.alternatives.firstIndex(where: { $0.field == alternative.field }) {
                joined.alternatives[place].values.formUnion(alternative.values)
            } else {
                joined.alternatives.append(alternative)
            }
        }
        return joined.alternatives.reduce(0) { $0 + $1.values.count } <= Self.valuesMax ? joined : nil
    }
}
