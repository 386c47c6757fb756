import Conditions

/// From decisions to one condition.
extension Interpreter {
    /// The condition that a block comes to: `then` where it falls through, `exit` where it is left. Of one that is too long the
    /// beginnings of all ways are kept.
    func compile(
        _ decisions: [Decision],
        then: Condition,
        effect: (Decision.Effect) -> Condition = { _ in .constant(true) },
        _ exit: (Decision.Exit) -> Condition
    ) -> Condition {
        var result = then
        // A check is never false. Behind an opaque part, where nothing is known anyway, it has nothing to add.
        let end = decisions.firstIndex { if case .check(let check) = $0 { check.isBlocked } else { false } }
        for (place, decision) in decisions.enumerated().reversed() {
            if let end, place > end, decision.isCheck { continue }
            // A block within a branch is asked several things: of branches in branches that would never end.
            guard compilation.isLeft else { return .opaque(Opaque(.limit)) }
            result = compile(decision, before: result, effect, exit)
            let weight = result.weight(upTo: limits.conditionNodes)
            compilation.take(weight)
            if weight > limits.conditionNodes { result = result.cut(to: limits.conditionNodes) }
        }
        return result
    }

    /// One decision in front of what comes after it.
    private func compile(
        _ decision: Decision,
        before rest: Condition,
        _ effect: (Decision.Effect) -> Condition,
        _ exit: (Decision.Exit) -> Condition
    ) -> Condition {
        switch decision {
        case .check(let condition): return .conjunction([condition, rest])
        case .effect(let change): return .conjunction([effect(change), rest])
        case .exit(let end): return exit(end)
        case .branch(let condition, let first, let second):
            let both = first.falls && second.falls
            if both, !first.exits, !second.exits {
                // Only errors and effects come of it.
                let passes = condition.select(
                    compile(first, then: .constant(true), effect: effect, exit),
                    compile(second, then: .constant(true), effect: effect, exit)
                )
                return .conjunction([passes == .constant(true) ? condition.definedness : passes, rest])
            }
            if both, rest.weight(upTo: 8) > 8 {
                // What follows stands once: whoever leaves before is decided first.
                let left = condition.select(
                    compile(first, then: .constant(false), effect: effect, exit),
                    compile(second, then: .constant(false), effect: effect, exit)
                )
                let stays = condition.select(
                    compile(first, then: .constant(true), effect: effect) { _ in .constant(false) },
                    compile(second, then: .constant(true), effect: effect) { _ in .constant(false) }
                )
                return .disjunction([left, .conjunction([stays, rest])])
            }
            return condition.select(
                compile(first, then: rest, effect: effect, exit),
                compile(second, then: rest, effect: effect, exit)
            )
        }
    }
}
