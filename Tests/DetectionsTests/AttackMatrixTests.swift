import Detections
import Testing

/// MITRE's table as it was generated.
@Suite struct AttackMatrixTests {
    let matrix = AttackMatrix.enterprise

    @Test("the table is whole") func whole() {
        #expect(matrix.version == "19")
        #expect(matrix.tactics.count == 15)
        #expect(matrix.tactics.map(\.id).first == "TA0043")
        #expect(matrix.tactics.map(\.id).last == "TA0040")
        #expect(matrix.techniques.count > 800)
        let slugs = Set(matrix.tactics.map(\.slug))
        for technique in matrix.techniques {
            #expect(technique.tactics.allSatisfy(slugs.contains), "\(technique.id)")
            #expect(AttackReference(technique.id)?.technique == technique.id)
            if case .revoked(let successor?) = technique.state {
                #expect(matrix.technique(successor) != nil, "\(technique.id)")
            }
            if technique.state == .current { #expect(!technique.tactics.isEmpty, "\(technique.id)") }
        }
    }

    @Test(
        "what became of techniques",
        arguments: [
            ("T1059.001", "PowerShell", AttackMatrix.State.current),
            ("T1562.008", "Disable or Modify Cloud Logs", .revoked(by: "T1685.002")),
            ("T1108", "Redundant Access", .deprecated),
        ]
    )
    func states(_ id: String, _ name: String, _ state: AttackMatrix.State) throws {
        let technique = try #require(matrix.technique(id))
        #expect(technique.name == name)
        #expect(technique.state == state)
    }

    @Test(
        "tactics by any spelling of their names",
        arguments: [
            ("Initial Access", "TA0001"), ("InitialAccess", "TA0001"), ("initial-access", "TA0001"),
            ("command_and_control", "TA0011"), ("Defense Evasion", "TA0005"), ("DefenceEvasion", "TA0005"),
            ("Initial", nil), ("", nil), ("-", nil), ("initial-access-2", nil), ("1mpact", nil),
        ] as [(String, String?)]
    )
    func tacticNames(_ name: String, _ id: String?) {
        #expect(matrix.tactic(named: name)?.id == id)
    }

    @Test("there is no such thing") func unknown() {
        #expect(matrix.technique("T9999") == nil)
        #expect(matrix.tactic("TA9999") == nil)
    }
}
