import Diagnostics
import PythonSyntax

/// Finds statements that no run reaches, and functions whose end one can reach.
enum Reachability {
    /// The first unreachable statement of each block, as a span up to the block's end, with the statement before it.
    static func unreachable(in statements: [Statement]) -> [(span: Span, after: Span)] {
        var found: [(span: Span, after: Span)] = []
        for (index, statement) in statements.enumerated() {
            if index > 0, let last = statements.last, endsBlock(statements[index - 1]) {
                found.append((statement.span.through(last.span), statements[index - 1].span))
                break
            }
            found += unreachable(inside: statement)
        }
        return found
    }

    private static func unreachable(inside statement: Statement) -> [(span: Span, after: Span)] {
        switch statement.kind {
        case .functionDef(let function): unreachable(in: function.body)
        case .classDef(let type): unreachable(in: type.body)
        default: statement.blocks.flatMap(unreachable(in:))
        }
    }

    /// Whether a run that enters the block never goes on after it.
    static func ends(_ statements: [Statement]) -> Bool { statements.contains(where: endsBlock) }

    private static func endsBlock(_ statement: Statement) -> Bool {
        switch statement.kind {
        case .return, .raise, .continue, .break: true
        case .if(let branches, let orelse):
            !orelse.isEmpty && ends(orelse) && branches.allSatisfy { ends($0.body) }
        case .while(let test, let body, _): isTrue(test) && !breaks(body)
        case .match(_, let cases):
            cases.contains { isCatchAll($0) } && cases.allSatisfy { ends($0.body) }
        case .try(let statement):
            ends(statement.finalbody)
                || ((ends(statement.body) || (!statement.orelse.isEmpty && ends(statement.orelse)))
                    && statement.handlers.allSatisfy { ends($0.body) })
        // A context manager may swallow what its body raises, never what it returns; still `with` is left alone when
        // the body ends with `raise`.
        case .with(_, let body, _): body.contains { if case .return = $0.kind { true } else { false } }
        default: false
        }
    }

    private static func isTrue(_ test: Expression) -> Bool {
        if case .constant(.bool(true)) = test.kind { return true }
        if case .constant(.int(let number)) = test.kind { return number != 0 }
        return false
    }

    private static func isCatchAll(_ matchCase: MatchCase) -> Bool {
        guard matchCase.condition == nil, case .matchAs(let pattern, _) = matchCase.pattern.kind else { return false }
        return pattern == nil
    }

    /// Whether a `break` in the body leaves the loop it belongs to.
    private static func breaks(_ statements: [Statement]) -> Bool {
        statements.contains { statement in
            switch statement.kind {
            case .break: true
            case .for(let loop): breaks(loop.orelse)
            case .while(_, _, let orelse): breaks(orelse)
            default: statement.blocks.contains(where: breaks)
            }
        }
    }
}
