package import Conditions

/// A field that a match carries, and where it comes from.
package struct OutputField: Hashable, Sendable {
    /// What the alert calls it: the key of its context, a column; for a text such as a title, the field of the event that it reads.
    package var name: String
    /// The function, section or operator that gives it, as the vendor calls it: `alert_context`, `title`, `outcome`, `project` …
    package var origin: String
    /// How it is made.
    package var kind: Kind
    /// The fields of the event that it is made of, in the order they are read.
    package var reads: [FieldReference]

    /// An output.
    package init(name: String, origin: String, kind: Kind, reads: [FieldReference]) {
        self.name = name
        self.origin = origin
        self.kind = kind
        self.reads = reads
    }

    /// How an output is made.
    package enum Kind: String, Hashable, Sendable {
        /// A field of the event as it is.
        case field
        /// Something computed.
        case computed
        /// The same for every event.
        case constant
    }
}
