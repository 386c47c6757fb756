import Conditions

/// From decisions to one condition.
extension Interpreter {
    /// The condition that a block comes to: `then` where it falls through, `exit` where it is left.
    func compile(
        _ decisions: [Decision],
        then: Condition,
        effect: (Decision.Effect) -> Condition = { _ in .constant(true) },
        _ exit: (Decision.Exit) -> Condition
    ) -> Condition {
        compile(decisions, then: then, within: limits.conditionNodes, effect, exit)
    }

    /// The same in so many nodes.
    private func compile(
        _ decisions: [Decision],
        then: Condition,
        within limit: Int,
        _ effect: (Decision.Effect) -> Condition,
        _ exit: (Decision.Exit) -> Condition
    ) -> Condition {
        var result = then
        // A check is never false. Behind an opaque part, where nothing is known anyway, it has nothing to add.
        let end = decisions.firstIndex { if case .check(let check) = $0 { check.isBlocked } else { false } }
        for (place, decision) in decisions.enumerated().reversed() {
            if let end, place > end, decision.isCheck { continue }
            let whole = compile(decision, before: result, effect, exit)
            guard whole.weight(upTo: limit) > limit else {
                result = whole
                continue
            }
            // What comes later is left out, if that makes it shorter, so that what comes first can be shown.
            let rest = result.weight(upTo: 16) > 16 ? leftOut(result) : result
            let first = compile(decision, before: rest, effect, exit)
            result = first.weight(upTo: limit) > limit ? shortened(decision, before: rest, limit, effect, exit) : first
        }
        return result
    }

    /// What stands for a condition that is too long.
    private func leftOut(_ condition: Condition) -> Condition {
        .opaque(Opaque(.limit, reads: Array(condition.fieldsRead.prefix(16))))
    }

    /// A decision that is too long by itself. Of a branch, what leads to the two sides is kept, and as much of each as there is room for.
    private func shortened(
        _ decision: Decision,
        before rest: Condition,
        _ limit: Int,
        _ effect: (Decision.Effect) -> Condition,
        _ exit: (Decision.Exit) -> Condition
    ) -> Condition {
        guard case .branch(let condition, let first, let second) = decision else {
            return leftOut(compile(decision, before: rest, effect, exit))
        }
        let result = condition.select(
            compile(first, then: rest, within: limit / 3, effect, exit),
            compile(second, then: rest, within: limit / 3, effect, exit)
        )
        return result.weight(upTo: limit) > limit ? leftOut(result) : result
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
