import Detections

/// A detection that a scan does not run, and why: people must not take silence for a clean log.
package struct UnrunDetection: Sendable {
    /// Its index in the pack.
    package var detection: Int
    package var reason: Reason

    package enum Reason: Hashable, Sendable {
        /// Its author has switched it off.
        case disabled
        /// It runs on resources.
        case policy
        /// It runs on the rows of a query.
        case scheduledRule
        /// It runs on matches of other detections, of which this one is not run.
        case step(String)
        /// Its inline filters cannot be evaluated; without them it would match what it must not.
        case filters(String)
        /// Its rules are only shown, or something in it cannot be evaluated: why, in a few words.
        case onlyShown(String)
        /// Its module could not be loaded.
        case failed(FunctionError)

        /// A word for scripts.
        package var keyword: String {
            switch self {
            case .disabled: "disabled"
            case .policy: "policy"
            case .scheduledRule: "scheduledRule"
            case .step: "step"
            case .filters: "filters"
            case .onlyShown: "onlyShown"
            case .failed: "failed"
            }
        }

        /// What many of them are called.
        var noun: (one: String, many: String) {
            switch self {
            case .disabled: ("disabled", "disabled")
            case .policy: ("policy", "policies")
            case .scheduledRule: ("scheduled rule", "scheduled rules")
            case .step: ("correlation rule on rules that are not run", "correlation rules on rules that are not run")
            case .filters: ("rule with filters that cannot be evaluated", "rules with filters that cannot be evaluated")
            case .onlyShown: ("that is only shown", "that are only shown")
            case .failed: ("that could not be loaded", "that could not be loaded")
            }
        }
    }

    /// Why the kind of `detection` is not run by scans; nil if it is.
    static func reason(_ detection: Detection, includesDisabled: Bool) -> Reason? {
        switch detection.kind {
        case .policy: return .policy
        case .scheduledRule: return .scheduledRule
        case .rule, .correlation: break
        }
        guard detection.isEnabled || includesDisabled else { return .disabled }
        guard case .logic(let logic) = detection.body else { return nil }
        return logic.obstacle.map { .onlyShown($0) }
    }

    /// One line for people, without a line's end; nil if every detection is run.
    package static func note(_ unrun: [UnrunDetection]) -> String? {
        guard !unrun.isEmpty else { return nil }
        var counts: [(reason: Reason, count: Int)] = []
        for one in unrun {
            if let place = counts.firstIndex(where: { $0.reason.keyword == one.reason.keyword }) {
                counts[place].count += 1
            } else {
                counts.append((one.reason, 1))
            }
        }
        let parts = counts.map { "\($0.count) \($0.count == 1 ? $0.reason.noun.one : $0.reason.noun.many)" }
        let detections = unrun.count == 1 ? "1 detection is" : "\(unrun.count) detections are"
        return "\(detections) not run: \(parts.joined(separator: ", ")) (--stats json names them)"
    }
}
