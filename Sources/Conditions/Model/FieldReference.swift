/// A field of an event, and how it is read.
///
/// Readings differ in which keys they find, in what they do with a container that is none, and in what they give for
/// a field that is not there. Exactness depends on it, so a reference carries all three.
///
///     event.get("a")                      .get("a")
///     event.deep_get("a", "b")            .deepGet(["a", "b"])
///     event["a"]["b"]                     .required("a").then(.key("b", .panther), missing: .raises)
package struct FieldReference: Hashable, Sendable {
    /// What the path starts from.
    package var root: Root
    /// The way from there; empty for the root itself.
    package var steps: [FieldStep]
    /// What it reads as when it is not there.
    package var missing: MissingPolicy
    /// How lists on the way are taken.
    package var style: Style
    /// What the same field is called in the log itself, where the path is one of a vendor's own data model and that is known:
    /// `eventName` for the UDM's `metadata.product_event_type`. For readers and search; an evaluation reads the path.
    package var canonical: String?

    /// A field.
    package init(
        _ root: Root = .event,
        _ steps: [FieldStep] = [],
        missing: MissingPolicy = .null,
        style: Style = .direct,
        canonical: String? = nil
    ) {
        self.root = root
        self.steps = steps
        self.missing = missing
        self.style = style
        self.canonical = canonical
    }

    /// What a path starts from.
    package enum Root: Hashable, Sendable {
        /// The event.
        case event
        /// The element that a quantifier around the leaf is at; 0 is the innermost.
        case element(Int)
        /// The key under which the element stands in an object; 0 is the innermost quantifier. Takes no steps.
        case elementKey(Int)
        /// A name of a data model that has no one path, such as one that is computed by a method. Always
        /// ``Truth/unknown``.
        case model(String)
    }

    /// How a path meets lists.
    package enum Style: Hashable, Sendable {
        /// A list is a container without keys.
        case direct
        /// Panther's `deep_walk`: a step into a list goes into each of its elements; equal results count once, and lists
        /// among them are flattened once.
        case walk(WalkResult)
        /// Sigma: a step into a list goes into each of its elements, and so does the end of the path. The test holds if it holds
        /// for one of the values found; its opposite, if for none.
        ///
        /// Values are compared as texts: numbers and Booleans by their JSON spelling, numbers with numbers by size. An object contains
        /// what a value in it contains. Else null and objects fail every test but that for existence; so does what an operator
        /// does not fit. Without a value ``Operator/isNull`` holds
        /// and everything else fails, whatever ``MissingPolicy`` says. Texts that differ only in case are folded letter by letter,
        /// beyond ASCII too. So nothing is ever ``Truth/unknown`` but what exceeds a limit.
        case each
        /// Sigma's keywords: as ``each``, for every text, number and Boolean at any depth below the end of the path.
        case anywhere

        /// Whether several values may be found, each of which counts.
        package var isPlural: Bool { self == .each || self == .anywhere }
    }

    /// What a walk with several results gives.
    package enum WalkResult: String, Hashable, Sendable {
        /// The one result, or the list of them.
        case all
        /// The first.
        case first
        /// The last.
        case last
    }
}
