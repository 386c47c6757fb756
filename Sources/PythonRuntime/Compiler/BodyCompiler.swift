import Diagnostics
import PythonSyntax

/// The second pass: the code of one module, function, class or generator expression.
///
/// Registers: parameters, other variables, cells of the closure, then temporaries in stack discipline.
final class BodyCompiler {
    typealias Register = UInt8

    let compilation: Compilation
    /// The scope of the body; ``scope`` may be a comprehension in it.
    let body: Scope
    var scope: Scope

    var instructions: [Instruction] = []
    private var offsets: [UInt32] = []
    var handlers: [Code.Handler] = []
    var parameters = Code.Parameters()
    var docstring: String?

    /// One past the last register in use.
    var top = 0
    private var registerCount = 0
    /// The first register that is no variable of the body.
    var firstTemporary = 0
    private var isTooLarge = false

    /// Registers of the variables of the body and of the comprehensions in it that are being compiled.
    var registers: [Scope.Key: [String: Register]] = [:]
    /// Registers of the cells from around.
    var freeRegisters: [String: Register] = [:]
    /// Class bodies: the cell of `__class__`, if a method uses it.
    var classCell: Register?
    /// Class bodies: the dict `__annotations__`.
    var annotations: Register?

    /// What is certainly bound here.
    var state = BoundSet.empty
    /// Variables that are unbound somewhere, by `del` or at the end of a handler.
    var deletable = BoundSet.empty
    var blocks: [Block] = []
    /// The exception being handled here.
    var handled = Instruction.noRegister

    init(_ compilation: Compilation, _ scope: Scope) {
        self.compilation = compilation
        body = scope
        self.scope = scope
    }

    func finished() -> Code {
        Code(
            name: body.name,
            qualifiedName: body.qualifiedName,
            kind: kind,
            instructions: instructions,
            offsets: offsets,
            registerCount: registerCount,
            parameters: parameters,
            handlers: handlers,
            docstring: docstring
        )
    }

    private var kind: Code.Kind {
        switch body.kind {
        case .module: .module
        case .function, .comprehension: .function
        case .generator: .generator
        case .classBody: .classBody
        }
    }

    // MARK: Registers

    /// The next temporary.
    func allocate() -> Register {
        guard top < min(compilation.limits.registers, Code.registersMax) else {
            reportTooLarge()
            return Register(clamping: max(top - 1, 0))
        }
        defer { top += 1 }
        registerCount = max(registerCount, top + 1)
        return Register(top)
    }

    /// Whether the body has needed more registers than there are; nothing more need be compiled.
    var isOverflowing: Bool { isTooLarge || compilation.isOverflowing }

    private func reportTooLarge() {
        guard !isTooLarge else { return }
        isTooLarge = true
        let limit = min(compilation.limits.registers, Code.registersMax)
        let span = Span(body.key.start, body.kind == .module ? body.key.start : body.key.end)
        compilation.report(.bodyTooLarge(body.name, limit: limit, compilation.source, span))
    }

    /// Runs `work` and frees the temporaries it took.
    func temporarily<Result>(_ work: () -> Result) -> Result {
        let mark = top
        defer { top = mark }
        return work()
    }

    /// Runs `work` with a register that it may write early and that is the topmost in use: `destination` itself if it
    /// is such, else one whose value is moved there at the end. So a variable changes only when its new value is complete.
    func staged(_ destination: Register, at offset: Int, _ work: (Register) -> Void) {
        if Int(destination) == top - 1, top > firstTemporary { return work(destination) }
        temporarily {
            let temporary = allocate()
            work(temporary)
            emit(.move, destination, temporary, at: offset)
        }
    }

    // MARK: Instructions

    /// The number of the next instruction.
    var here: Int { instructions.count }

    /// Appends an instruction blamed on `offset`, unless no way leads here.
    func emit(
        _ opcode: Opcode,
        _ a: Register = 0,
        _ b: Register = 0,
        _ c: Register = 0,
        immediate: Int32 = 0,
        at offset: Int
    ) {
        guard state.isReachable, !compilation.isOverflowing else { return }
        compilation.countInstruction(at: offset)
        instructions.append(Instruction(opcode, a: a, b: b, c: c, immediate: immediate))
        offsets.append(UInt32(clamping: offset))
    }

    /// Appends an instruction that may go on at `label`, as any jump and `forIterator` do.
    func emitJump(_ opcode: Opcode, _ a: Register = 0, _ b: Register = 0, to label: Label, at offset: Int) {
        guard state.isReachable else { return }
        label.jumps.append(here)
        label.state.meet(state)
        emit(opcode, a, b, at: offset)
        if opcode == .jump { state = .unreachable }
    }

    func emitJumpBack(to head: Int, at offset: Int) {
        emit(.jumpBack, immediate: Int32(clamping: head), at: offset)
        state = .unreachable
    }

    /// Ends the way: what follows is reached by labels only.
    func emitFinal(_ opcode: Opcode, _ a: Register = 0, _ b: Register = 0, _ c: Register = 0, at offset: Int) {
        emit(opcode, a, b, c, at: offset)
        state = .unreachable
    }

    /// Makes this the place of `label`.
    func place(_ label: Label) {
        state.meet(label.state)
        for jump in label.jumps where jump < instructions.count {
            instructions[jump].immediate = Int32(clamping: here)
        }
    }

    func constant(_ value: Constant) -> Int32 { compilation.number(of: value) }
    func constant(_ text: String) -> Int32 { compilation.number(of: .string(text)) }

    /// Starts a handler here for exceptions in the ranges of `block`; `entry` holds on every way.
    func emitHandler(of block: Block, into register: Register, entry: BoundSet) {
        state = entry
        for range in block.ranges {
            handlers.append(
                Code.Handler(start: range.lowerBound, end: range.upperBound, target: here, register: register)
            )
        }
    }

    func open(_ kind: Block.Kind) -> Block {
        let block = Block(kind, handled: handled, start: here)
        blocks.append(block)
        return block
    }

    func close(_ block: Block) {
        blocks.removeLast()
        block.close(at: here)
    }
}
