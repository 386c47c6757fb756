import Detections

/// Tactics as Microsoft's rules write them.
enum SentinelAttack {
    /// The identifier of a tactic by its name, written in any way: `InitialAccess`, `Initial access`. Nil for any other word.
    static func tactic(_ name: String) -> String? {
        let wanted = letters(name)
        guard !wanted.isEmpty else { return nil }
        return AttackMatrix.enterprise.tactics.first { letters($0.name) == wanted || letters($0.slug) == wanted }?.id
            ?? former[wanted]
    }

    /// Names that MITRE has given up, as rules still have them.
    private static let former = ["defenseevasion": "TA0005", "defenceevasion": "TA0005"]

    private static func letters(_ text: String) -> String { text.lowercased().filter { $0.isLetter } }
}
