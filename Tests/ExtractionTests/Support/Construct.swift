import Testing

/// A piece of Python, as the body of a rule, with events to try it on.
struct Construct: Sendable, CustomTestStringConvertible {
    /// What it shows.
    let name: String
    /// The text of the module.
    let text: String

    /// A module of this text.
    init(_ name: String, _ text: String) {
        self.name = name
        self.text = text
    }

    /// A rule that returns an expression.
    static func returning(_ name: String, _ expression: String) -> Construct {
        Construct(name, "def rule(event):\n    return \(expression)\n")
    }

    var testDescription: String { name }
}
