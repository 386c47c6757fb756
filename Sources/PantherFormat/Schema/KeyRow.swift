/// One key of a Panther file: what it is called, whether it must be there, what it holds, what it means.
///
/// The rows are all there is to know about a key: both validators and the reference page read them.
package struct KeyRow: Sendable {
    /// The key; several where keys stand for each other.
    package var names: [String]
    /// Whether it must be there.
    package var presence: Presence
    /// What it holds.
    package var shape: ValueShape
    /// A few words for the reference page.
    package var meaning: String

    /// Whether a key must be there.
    package enum Presence: String, Sendable {
        /// Always.
        case required
        /// The author's choice.
        case optional
        /// Exactly one of the names.
        case exactlyOne
        /// One of the names or more.
        case atLeastOne
    }

    static func required(_ name: String, _ shape: ValueShape, _ meaning: String) -> KeyRow {
        KeyRow(names: [name], presence: .required, shape: shape, meaning: meaning)
    }

    static func optional(_ name: String, _ shape: ValueShape, _ meaning: String) -> KeyRow {
        KeyRow(names: [name], presence: .optional, shape: shape, meaning: meaning)
    }

    static func exactlyOne(_ names: [String], _ shape: ValueShape, _ meaning: String) -> KeyRow {
        KeyRow(names: names, presence: .exactlyOne, shape: shape, meaning: meaning)
    }

    static func atLeastOne(_ names: [String], _ shape: ValueShape, _ meaning: String) -> KeyRow {
        KeyRow(names: names, presence: .atLeastOne, shape: shape, meaning: meaning)
    }

    /// As Panther's tool writes it in messages.
    var pythonRepresentation: String {
        let names = names.map { PythonText.quoted($0) }.joined(separator: ", ")
        return switch presence {
        case .required: names
        case .optional: "Optional(\(names))"
        case .exactlyOne, .atLeastOne: "Or(\(names))"
        }
    }

    /// The order in which Panther's tool tries keys: plain ones, optional ones, alternatives.
    var priority: Int {
        switch presence {
        case .required: 0
        case .optional: 1
        case .exactlyOne, .atLeastOne: 2
        }
    }
}
