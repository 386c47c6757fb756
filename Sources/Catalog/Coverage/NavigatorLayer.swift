package import Detections

/// A layer of the ATT&CK Navigator: coverage as a file that it opens.
///
/// Source: the Navigator's layer format 4.5.
package struct NavigatorLayer: Encodable, Sendable {
    private struct Versions: Encodable {
        var attack: String
        // The Navigator with which layers of this format came.
        var navigator = "5.1.0"
        var layer = "4.5"
    }

    private struct Technique: Encodable {
        var techniqueID: String
        var tactic: String
        var score: Int
        var comment: String
        var showSubtechniques: Bool
    }

    private struct Gradient: Encodable {
        // From nothing to the accent colour of the pages.
        var colors = ["#ffffff", "#c2410c"]
        var minValue = 0
        var maxValue: Int
    }

    private let name: String
    private let versions: Versions
    private let domain = "enterprise-attack"
    private let description: String
    private let sorting = 3
    private let hideDisabled = false
    private let techniques: [Technique]
    private let gradient: Gradient

    private enum CodingKeys: String, CodingKey {
        case name, versions, domain, description, sorting, hideDisabled, techniques, gradient
    }

    /// The layer of what the rules that meet `query` cover: the score of a technique is the number of its rules.
    package init(_ coverage: CoverageMatrix, query: String = "", matrix: AttackMatrix = .enterprise) {
        name = query.isEmpty ? "Detection rules" : query
        versions = Versions(attack: coverage.attackVersion)
        description = "\(coverage.rules) detection rules; a score is the number of rules that name the technique"
        var techniques: [Technique] = []
        for column in coverage.tactics {
            // The Navigator calls tactics by their slugs.
            let tactic = matrix.tactic(column.tactic.id)?.slug ?? column.tactic.id
            for cell in column.techniques {
                for part in [cell] + cell.subtechniques where part.rules > 0 {
                    techniques.append(
                        Technique(
                            techniqueID: part.technique.id,
                            tactic: tactic,
                            score: part.rules,
                            comment: part.rules == 1 ? "1 rule" : "\(part.rules) rules",
                            showSubtechniques: cell.subtechniques.contains { $0.rules > 0 }
                                && part.technique.id == cell.technique.id
                        )
                    )
                }
            }
        }
        self.techniques = techniques
        gradient = Gradient(maxValue: max(1, techniques.map(\.score).max() ?? 1))
    }
}
