import Conditions

extension [Decision] {
    /// Whether a global name is written or an object of a module changed.
    var containsEffect: Bool {
        contains { decision in
            switch decision {
            case .effect: true
            case .check, .exit: false
            case .branch(_, let first, let second): first.containsEffect || second.containsEffect
            }
        }
    }

    /// Whether the loop around it may be left by `break`.
    var containsBreak: Bool {
        contains { decision in
            switch decision {
            case .exit(.breaks): true
            case .effect, .check, .exit: false
            case .branch(_, let first, let second): first.containsBreak || second.containsBreak
            }
        }
    }

    /// The same with `break` and `continue` ending the block as if it had come to its end. What stands after a branch that may end
    /// so goes into the other side.
    var withoutLoopExits: [Decision] {
        var result: [Decision] = []
        for (place, decision) in enumerated() {
            switch decision {
            case .exit(.breaks), .exit(.continues): return result
            case .branch(let condition, let first, let second):
                let rest = Array(self[(place + 1)...])
                if first.endsRound || second.endsRound {
                    result.append(
                        .branch(
                            condition,
                            then: (first + (first.falls ? rest : [])).withoutLoopExits,
                            otherwise: (second + (second.falls ? rest : [])).withoutLoopExits
                        )
                    )
                    return result
                }
                result.append(decision)
            default: result.append(decision)
            }
        }
        return result
    }

    /// Whether it may end with `break` or `continue`.
    private var endsRound: Bool {
        contains { decision in
            switch decision {
            case .exit(.breaks), .exit(.continues): true
            case .effect, .check, .exit: false
            case .branch(_, let first, let second): first.endsRound || second.endsRound
            }
        }
    }

    /// Adds the values returned; false if one cannot be told from its place.
    func collectReturns(_ result: inout [Symbol]) -> Bool {
        for decision in self {
            switch decision {
            case .exit(.returns(let value, _)): result.append(value)
            case .branch(_, let first, let second):
                guard first.collectReturns(&result), second.collectReturns(&result) else { return false }
            case .effect, .check, .exit: continue
            }
        }
        return true
    }
}

extension Decision {
    /// Whether it only asks for errors, opaque parts of its own left out: neither decides nor changes anything.
    var isCheck: Bool {
        switch self {
        case .check(let condition): !condition.isBlocked
        case .branch(_, let first, let second):
            !first.exits && !second.exits && !first.containsEffect && !second.containsEffect
        case .effect, .exit: false
        }
    }
}
