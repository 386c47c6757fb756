import Events
import PantherFormat

/// One evaluation of a program's expression on one event.
struct ExpressionEvaluation {
    let event: TapeView
    let constants: TapeView
    /// Steps left: see ``ExpressionLimits/stepsMax``.
    private var remaining = ExpressionLimits.stepsMax

    init(event: TapeView, constants: TapeView) {
        self.event = event
        self.constants = constants
    }

    /// Pays for work; throws when nothing is left.
    @inline(__always)
    mutating func pay(_ steps: Int) throws(FunctionError) {
        remaining -= steps
        if remaining < 0 { throw ExpressionLimits.exceeded }
    }

    /// Whether an expression holds, its keys starting from the value `scope`.
    mutating func holds(
        _ index: UInt32,
        at scope: UInt32,
        _ program: borrowing ExpressionProgram
    ) throws(FunctionError) -> Bool {
        let node = program.nodes[Int(index)]
        switch node.kind {
        case .alwaysTrue: return true
        case .alwaysFalse: return false
        case .combination: return try combination(node, at: scope, program)
        case .elements: return try elements(node, at: scope, program)
        case .comparison, .keyComparison, .networkComparison:
            try pay(1)
            return try comparison(node, at: scope, program) != node.isNegated
        }
    }

    private mutating func combination(
        _ node: ExpressionNode,
        at scope: UInt32,
        _ program: borrowing ExpressionProgram
    ) throws(FunctionError) -> Bool {
        var tally = Tally(node.count)
        for child in node.firstChild..<node.firstChild + node.childCount {
            if tally.isSettled(by: try holds(child, at: scope, program)) { break }
        }
        return tally.holds
    }

    /// Expressions for each element of a list. What is no list has no elements, and not all of them hold.
    private mutating func elements(
        _ node: ExpressionNode,
        at scope: UInt32,
        _ program: borrowing ExpressionProgram
    ) throws(FunctionError) -> Bool {
        var tally = Tally(node.count)
        let path = program.paths[Int(node.subject)]
        if path.isPlural {
            _ = try visit(path, from: scope, program) { (evaluation, element) throws(FunctionError) in
                tally.isSettled(by: try evaluation.allHold(node, at: element, program))
            }
            return tally.holds
        }
        let list = find(path, from: scope, program)
        guard event.kind(of: list) == .array else { return node.count == .none }
        for element in event.children(of: list) {
            try pay(1)
            if tally.isSettled(by: try allHold(node, at: element, program)) { break }
        }
        return tally.holds
    }

    private mutating func allHold(
        _ node: ExpressionNode,
        at scope: UInt32,
        _ program: borrowing ExpressionProgram
    ) throws(FunctionError) -> Bool {
        for child in node.firstChild..<node.firstChild + node.childCount
        where try !holds(child, at: scope, program) {
            return false
        }
        return true
    }

    /// Counts what holds, and knows when no more has to be asked.
    private struct Tally {
        private let count: ExpressionNode.Count
        private var seen = 0
        private var failed = false

        init(_ count: ExpressionNode.Count) { self.count = count }

        /// Takes the next answer; whether the rest cannot change the result.
        mutating func isSettled(by answer: Bool) -> Bool {
            if answer { seen += 1 } else { failed = true }
            return switch count {
            case .all: !answer
            case .any, .none: answer
            case .onlyOne: seen > 1
            }
        }

        var holds: Bool {
            switch count {
            case .all: !failed
            case .any: seen > 0
            case .onlyOne: seen == 1
            case .none: seen == 0
            }
        }
    }

    // MARK: Comparisons

    private mutating func comparison(
        _ node: ExpressionNode,
        at scope: UInt32,
        _ program: borrowing ExpressionProgram
    ) throws(FunctionError) -> Bool {
        let path = program.paths[Int(node.subject)]
        guard path.isPlural else {
            let subject = TapeValue(event, find(path, from: scope, program))
            return try compare(node, subject, isElement: false, at: scope, program)
        }
        switch node.matchOperator {
        case .exists: return try visit(path, from: scope, program) { (_, _) in true }
        case .isNull, .isEmpty:
            return try !visit(path, from: scope, program) { (evaluation, found) in
                evaluation.event.kind(of: found) != .null
            }
        default:
            return try visit(path, from: scope, program) { (evaluation, found) throws(FunctionError) in
                guard evaluation.event.kind(of: found) != .null else { return false }
                let subject = TapeValue(evaluation.event, found)
                return try evaluation.compare(node, subject, isElement: true, at: scope, program)
            }
        }
    }

    /// Whether the condition holds for `subject`, which is an element of the list that a plural key stands for, or a value by
    /// itself.
    private mutating func compare(
        _ node: ExpressionNode,
        _ subject: TapeValue,
        isElement: Bool,
        at scope: UInt32,
        _ program: borrowing ExpressionProgram
    ) throws(FunctionError) -> Bool {
        var operators = ExpressionOperators(
            matchOperator: node.matchOperator,
            ignoresCase: node.ignoresCase,
            isElement: isElement,
            target: node.subject,
            steps: remaining
        )
        defer { remaining = operators.steps }
        switch node.kind {
        case .networkComparison:
            return try operators.holds(subject, program.networks[Int(node.operand)], program)
        case .keyComparison:
            let path = program.paths[Int(node.operand)]
            guard path.isPlural else {
                let operand = TapeValue(event, find(path, from: scope, program))
                return try operators.holds(subject, operand, program)
            }
            // A list of values: to be in it is to equal one of them; for other conditions one of them is enough.
            if node.matchOperator == .isIn { operators.matchOperator = .equals }
            return try visit(path, from: scope, program) { (evaluation, found) throws(FunctionError) in
                operators.steps -= 1
                return try operators.holds(subject, TapeValue(evaluation.event, found), program)
            }
        default: return try operators.holds(subject, TapeValue(constants, node.operand), program)
        }
    }
}
