import PythonSyntax

/// A statement around the place being compiled that `return`, `break` and `continue` have to leave in order.
final class Block {
    enum Kind {
        case loop(head: Int, end: Label)
        /// A body whose exceptions go to a handler: nothing to do on the way out.
        case guarded
        case finally([Statement])
        /// `with`: the register of the bound `__exit__`.
        case with(exit: UInt8, offset: Int)
        /// The body of `except … as name`.
        case handlerName(String, offset: Int)
    }

    let kind: Kind
    /// The exception that is being handled around the block, or `Instruction.noRegister`.
    let handled: UInt8
    /// Where the code of the block is, without the clean-up code of ways out.
    private(set) var ranges: [Range<Int>] = []
    private var start: Int

    init(_ kind: Kind, handled: UInt8, start: Int) {
        self.kind = kind
        self.handled = handled
        self.start = start
    }

    func close(at end: Int) {
        if start < end { ranges.append(start..<end) }
    }

    func reopen(at start: Int) { self.start = start }
}
