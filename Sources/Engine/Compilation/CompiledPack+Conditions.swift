import Conditions
import Detections
import Extraction

extension CompiledPack {
    /// Finds the conditions of the rules that a scan runs, so that it can leave their code out where they are false, and alone where
    /// they are true. O(bytes of Python), and more where helpers are followed.
    package mutating func findConditions(includesDisabled: Bool = false) {
        let extractor = Extractor(pack)
        for (index, detection) in pack.detections.enumerated()
        where detection.kind == .rule && (detection.isEnabled || includesDisabled) {
            var condition: Condition?
            if bodies[index] != nil, let found = extractor.extract(detection) {
                condition = found.condition
                if !found.hasEffects { decided.insert(index) }
            } else if let evaluated = detection.evaluatedCondition {
                condition = evaluated
                decided.insert(index)
            } else if bodyErrors[index] == nil, let found = ExpressionLowering.findings(of: detection) {
                condition = found.condition
                decided.insert(index)
            }
            if let filter = ExpressionLowering.filter(of: detection) {
                condition = .all([filter, condition ?? .opaque(Opaque(.unsupported))])
            }
            conditions[index] = condition
        }
        findClauses()
    }

    /// Finds by what events ``conditions`` are told from false ones.
    package mutating func findClauses() {
        let order = conditions.sorted { $0.key < $1.key }
        let analysis = RoutingAnalysis(order.map(\.value))
        for (index, condition) in order { clauses[index] = analysis.clause(of: condition) }
    }
}
