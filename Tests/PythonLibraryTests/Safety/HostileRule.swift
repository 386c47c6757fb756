import Testing

/// A rule that tries to break out, to exhaust or to crash the machine, and how it must end.
struct HostileRule: CustomTestStringConvertible, Sendable {
    /// What it tries, as a sentence's beginning.
    var name: String
    /// What `repr(rule(event))` is, or the type of the exception that ends it.
    var outcome: String
    /// The module; it defines `rule(event)`.
    var program: String

    init(_ name: String, _ outcome: String, _ program: String) {
        self.name = name
        self.outcome = outcome
        self.program = program
    }

    /// A rule of one expression.
    init(_ name: String, _ outcome: String, expression: String) {
        self.init(name, outcome, "def rule(event):\n    return \(expression)\n")
    }

    var testDescription: String { name }

    static let all = escapes + allocations + recursions + loops + mutations
}
