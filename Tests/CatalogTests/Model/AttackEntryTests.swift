import Catalog
import Detections
import Testing

/// What a rule says of ATT&CK, beside what ATT&CK says.
@Suite struct AttackEntryTests {
    struct Case: Sendable, CustomTestStringConvertible {
        var mention: AttackMention
        var name: String?
        var state: AttackEntry.State
        var successor: String?
        var testDescription: String { "\(mention)" }
    }

    static let cases: [Case] = [
        Case(
            mention: .init(tactic: "TA0002", technique: "T1203"),
            name: "Exploitation for Client Execution",
            state: .current
        ),
        Case(
            mention: .init(tactic: nil, technique: "T1036.007"),
            name: "Masquerading: Double File Extension",
            state: .current
        ),
        Case(
            mention: .init(tactic: nil, technique: "T1002"),
            name: "Data Compressed",
            state: .revoked,
            successor: "T1560"
        ),
        Case(mention: .init(tactic: "TA0002", technique: nil), name: nil, state: .current),
        Case(mention: .init(tactic: "TA9999", technique: nil), name: nil, state: .unknown),
        Case(mention: .init(tactic: nil, technique: "T9999"), name: "T9999", state: .unknown),
    ]

    @Test("name, state and successor", arguments: cases)
    func entry(_ row: Case) {
        let entry = AttackEntry(row.mention)
        #expect(entry.technique?.name == row.name)
        #expect(entry.state == row.state)
        #expect(entry.successor?.id == row.successor)
    }
}
