import Events

/// Finding what a key names.
extension ExpressionEvaluation {
    /// The value that a path which is not plural finds, or ``Tape/missing``.
    func find(_ path: ExpressionPath, from scope: UInt32, _ program: borrowing ExpressionProgram) -> UInt32 {
        var node = scope
        for index in path.firstStep..<path.firstStep + path.stepCount where node != Tape.missing {
            node = next(program.steps[Int(index)], from: node, ignoringCase: path.ignoresCase)
        }
        return node
    }

    /// Visits what a path finds, in the order of the event, until `body` returns true; whether it did. What is not there is not
    /// visited.
    mutating func visit(
        _ path: ExpressionPath,
        from scope: UInt32,
        _ program: borrowing ExpressionProgram,
        _ body: (inout Self, UInt32) throws(FunctionError) -> Bool
    ) throws(FunctionError) -> Bool {
        try visit(path, step: path.firstStep, scope, program, body)
    }

    private mutating func visit(
        _ path: ExpressionPath,
        step first: UInt32,
        _ scope: UInt32,
        _ program: borrowing ExpressionProgram,
        _ body: (inout Self, UInt32) throws(FunctionError) -> Bool
    ) throws(FunctionError) -> Bool {
        var node = scope
        var index = first
        // Recursion is as deep as a path has wildcards.
        while index < path.firstStep + path.stepCount {
            if node == Tape.missing { return false }
            let step = program.steps[Int(index)]
            index += 1
            switch step {
            case .eachOrSelf where event.kind(of: node) != .array: continue
            case .each, .eachOrSelf:
                guard event.kind(of: node) == .array else { return false }
                for element in event.children(of: node) {
                    try pay(1)
                    if try visit(path, step: index, element, program, body) { return true }
                }
                return false
            default: node = next(step, from: node, ignoringCase: path.ignoresCase)
            }
        }
        return node == Tape.missing ? false : try body(&self, node)
    }

    private func next(_ step: ExpressionStep, from node: UInt32, ignoringCase: Bool) -> UInt32 {
        switch step {
        case .key(let id):
            let key = KeyID(rawValue: id)
            return ignoringCase
                ? event.lookupIgnoringCase(in: node, key: key) : event.lookup(in: node, key: key)
        case .name(let constant):
            let bytes = constants.bytes(constants.text(of: constant))
            return ignoringCase
                ? event.lookupIgnoringCase(in: node, keyBytes: bytes) : event.lookup(in: node, keyBytes: bytes)
        case .index(let index):
            guard event.kind(of: node) == .array else { return Tape.missing }
            if index >= 0 { return event.child(of: node, at: index) }
            let (place, overflows) = event.childCount(of: node).addingReportingOverflow(index)
            return overflows ? Tape.missing : event.child(of: node, at: place)
        case .each, .eachOrSelf: return Tape.missing
        }
    }
}
