import Conditions

extension Symbol {
    /// Whether a dict or a set takes two values for one; nil where only the event, or only the code, can tell.
    func equals(_ other: Symbol) -> Bool? {
        if case .constant(let one) = self, case .constant(let two) = other { return PythonTexts.areEqual(one, two) }
        return self == other && isOfEvent ? true : nil
    }

    /// Whether it is the same wherever it stands: made of constants and fields.
    private var isOfEvent: Bool {
        switch self {
        case .constant, .reading: true
        case .text(let parts): parts.allSatisfy(\.isOfEvent)
        default: false
        }
    }
}
