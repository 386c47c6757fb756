import Catalog
import Detections
import Foundation
import Testing

/// What rules cover of ATT&CK.
@Suite struct CoverageTests {
    private static func use(_ rule: Int64, _ technique: String?, _ tactic: String? = nil) -> CoverageMatrix.Use {
        CoverageMatrix.Use(rule: rule, mention: AttackMention(tactic: tactic, technique: technique))
    }

    /// Two rules name PowerShell, one its technique too; one names a technique that was replaced.
    static let uses = [
        use(1, "T1059.001", "TA0002"), use(2, "T1059.001"), use(2, "T1059"), use(3, "T1002"), use(4, nil, "TA0001"),
        use(5, "T9999"), use(5, "T9999"),
    ]

    private static func cell(_ id: String, _ tactic: String, _ matrix: CoverageMatrix) -> CoverageMatrix.Cell? {
        let column = matrix.tactics.first { $0.tactic.id == tactic }
        return column?.techniques.first { $0.technique.id == id }
    }

    @Test("sub-techniques count for their technique, each rule once")
    func rollup() throws {
        let matrix = CoverageMatrix(Self.uses, ruleCount: 5)
        let cell = try #require(Self.cell("T1059", "TA0002", matrix))
        #expect(cell.rules == 2)
        #expect(cell.ownRules == 1)
        #expect(cell.subtechniques.first { $0.technique.id == "T1059.001" }?.rules == 2)
        #expect(matrix.tactics.first { $0.tactic.id == "TA0001" }?.rules == 1)
        #expect(matrix.rulesWithoutTechnique == 2)
    }

    @Test("what was replaced counts for its successor, and is listed; so is what never was")
    func outdated() throws {
        let matrix = CoverageMatrix(Self.uses, ruleCount: 5)
        #expect(Self.cell("T1560", "TA0009", matrix)?.rules == 1)
        #expect(matrix.outdated.map(\.entry.text) == ["T1002", "T9999"])
        #expect(matrix.outdated.map(\.entry.state) == [.revoked, .unknown])
        #expect(matrix.outdated.map(\.rules) == [1, 1])
    }

    @Test("a rule that names technique and tactic counts in that tactic only")
    func namedTactic() throws {
        let technique = try #require(
            AttackMatrix.enterprise.techniques.first { $0.tactics.count > 1 && $0.state == .current }
        )
        let tactics = AttackMatrix.enterprise.tactics.filter { technique.tactics.contains($0.slug) }
        let named = CoverageMatrix([Self.use(1, technique.id, tactics[0].id)], ruleCount: 1)
        #expect(
            tactics.map { Self.cell(technique.id, $0.id, named)?.rules } == [1]
                + Array(repeating: 0, count: tactics.count - 1)
        )
        let open = CoverageMatrix([Self.use(1, technique.id)], ruleCount: 1)
        #expect(tactics.allSatisfy { Self.cell(technique.id, $0.id, open)?.rules == 1 })
    }

    @Test("gaps: what others cover, and what ATT&CK has")
    func gaps() {
        let mine = [Self.use(1, "T1059")]
        let gaps = CoverageGap.gaps(of: mine, beside: Self.uses + [Self.use(6, "T1203"), Self.use(7, "T1203")])
        #expect(gaps.map(\.technique.id) == ["T1059.001", "T1203", "T1560"])
        #expect(gaps.map(\.rules) == [2, 2, 1])
        let all = CoverageGap.gaps(of: mine).map(\.technique.id)
        #expect(!all.contains("T1059"))
        #expect(all.contains("T1059.001"))
        #expect(!all.contains("T1002"))
    }

    @Test("a layer of the Navigator")
    func layer() throws {
        let layer = NavigatorLayer(CoverageMatrix(Self.uses, ruleCount: 5), query: "mine")
        let json = try JSONSerialization.jsonObject(with: try JSONEncoder().encode(layer))
        let object = try #require(json as? [String: Any])
        #expect(object["domain"] as? String == "enterprise-attack")
        #expect((object["versions"] as? [String: String])?["layer"] == "4.5")
        #expect((object["versions"] as? [String: String])?["attack"] == AttackMatrix.enterprise.version)
        let techniques = try #require(object["techniques"] as? [[String: Any]])
        let powershell = techniques.first { $0["techniqueID"] as? String == "T1059.001" }
        #expect(powershell?["score"] as? Int == 2)
        #expect(powershell?["tactic"] as? String == "execution")
    }
}
