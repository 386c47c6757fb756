import Testing

/// A line of a selection, and what it means at values of its field `f`. The event has a field `g`, which is `SAME`.
struct ModifierRow: CustomTestStringConvertible, Sendable {
    /// What the specification (2.1, rules and modifiers) asks for, in our words.
    var says: String
    var line: String
    /// Values of `f` as JSON that match, and that do not. `-` stands for an event without `f`.
    var yes: [String]
    var no: [String]
    var testDescription: String { "\(line): \(says)" }

    init(_ says: String, _ line: String, yes: [String], no: [String]) {
        (self.says, self.line, self.yes, self.no) = (says, line, yes, no)
    }

    /// The event of a value.
    static func event(_ value: String) -> String {
        value == "-" ? #"{"g":"SAME"}"# : #"{"g":"SAME","f":\#(value)}"#
    }
}
