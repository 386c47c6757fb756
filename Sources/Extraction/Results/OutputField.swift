package import Conditions

/// A field that a match carries, and where it comes from.
package struct OutputField: Hashable, Sendable {
    /// The key of the alert's context; for other origins the field of the event that is read.
    package var name: String
    /// The function that gives it: `alert_context`, `title`, `dedup` …
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
