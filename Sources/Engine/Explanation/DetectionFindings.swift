package import Conditions
package import Detections
import Extraction

/// What was found of a detection by itself, whatever it is written in.
package struct DetectionFindings: Sendable {
    /// When it matches.
    package var condition: Condition
    /// Whether the condition says all of it.
    package var isExact: Bool
    /// The condition as a reader wants it. What a vendor's language says itself is shown whole, in its own order; of what was found
    /// in code, parts that only the code can tell the most of are left out.
    package var readable: Condition { isDeclared ? given : given.readable }
    /// The condition on events that the detection is given.
    private var given: Condition
    /// Whether the condition is what the rule itself says.
    private var isDeclared = false
    /// The fields that it reads.
    package var reads: [FieldReference]
    /// What its matches carry.
    package var outputs: [OutputField]
    /// The parts that the condition does not say.
    package var opaque: [Opaque]

    /// Findings whose opaque parts are those of the condition.
    init(condition: Condition, reads: [FieldReference], outputs: [OutputField]) {
        self.condition = condition
        given = condition
        self.reads = reads
        self.outputs = outputs
        opaque = condition.opaqueNodes
        isExact = opaque.isEmpty
    }

    /// What a vendor's language says itself.
    init(_ logic: DetectionLogic) {
        var reads: [FieldReference] = []
        logic.condition.forEach { part in
            switch part {
            case .leaf(let leaf): reads.append(leaf.field)
            case .quantifier(let quantifier): reads.append(quantifier.field)
            case .opaque(let opaque): reads += opaque.reads
            default: break
            }
        }
        var seen: Set<FieldReference> = []
        self.init(
            condition: logic.condition,
            reads: reads.filter { seen.insert($0).inserted },
            outputs: logic.outputs
        )
        isDeclared = true
    }

    /// What the analysis of Python found.
    init(_ rule: ExtractedRule) {
        condition = rule.condition
        given = rule.conditionOfGiven
        isExact = rule.isExact
        reads = rule.reads
        outputs = rule.outputs
        opaque = rule.opaques
    }
}
