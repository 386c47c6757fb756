/// A field of an event as it is written: `$e.additional.fields["region"]`.
package struct YaraLPath: Hashable, Sendable {
    /// The event's variable; nil in searches, which have one event only.
    package var variable: String?
    /// The way to the field; not empty.
    package var steps: [Step]

    /// A field.
    package init(variable: String?, steps: [Step]) {
        self.variable = variable
        self.steps = steps
    }

    /// A step of the way.
    package enum Step: Hashable, Sendable {
        /// `.name`.
        case name(String)
        /// `["key"]`: a key of a map, or of a list of labels.
        case key(String)
        /// `[0]`: an element of a field that repeats; digits.
        case index(String)
    }

    /// The names on the way, without keys and indices.
    package var names: [String] {
        steps.compactMap { step in
            if case .name(let name) = step { name } else { nil }
        }
    }
}
