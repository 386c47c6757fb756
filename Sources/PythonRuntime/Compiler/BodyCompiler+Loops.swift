import Diagnostics
import PythonSyntax

extension BodyCompiler {
    func forLoop(_ loop: For) {
        let offset = loop.iterable.span.start
        let iterator = allocate()
        iterate(loop.iterable, into: iterator)
        state = state.removing(deletable)
        let head = here
        let otherwise = Label()
        let end = Label()
        let block = open(.loop(head: head, end: end))
        next(loop.target, of: iterator, orGoTo: otherwise, at: offset)
        run(loop.body)
        emitJumpBack(to: head, at: offset)
        close(block)
        place(otherwise)
        run(loop.orelse)
        place(end)
    }

    func whileLoop(_ test: Expression, _ body: [Statement], _ orelse: [Statement], at offset: Int) {
        state = state.removing(deletable)
        let head = here
        let otherwise = Label()
        let end = Label()
        let block = open(.loop(head: head, end: end))
        branch(test, to: otherwise, when: false)
        run(body)
        emitJumpBack(to: head, at: offset)
        close(block)
        place(otherwise)
        run(orelse)
        place(end)
    }

    /// `iterator =` an iterator over `iterable`.
    func iterate(_ iterable: Expression, into iterator: Register) {
        temporarily { emit(.getIterator, iterator, operand(iterable), at: iterable.span.start) }
    }

    /// Assigns the next element to `target`, or goes on at `label`.
    func next(_ target: Expression, of iterator: Register, orGoTo label: Label, at offset: Int) {
        temporarily {
            if case .name(let name) = target.kind, case .register(let register) = place(of: scope.mangled(name)) {
                emitJump(.forIterator, register, iterator, to: label, at: offset)
                state[register] = true
                return
            }
            let element = allocate()
            emitJump(.forIterator, element, iterator, to: label, at: offset)
            store(target, element)
        }
    }

    func breakLoop(at offset: Int) {
        guard let (depth, _, end) = innermostLoop else { return }
        unwind(to: depth) { emitJump(.jump, to: end, at: offset) }
    }

    func continueLoop(at offset: Int) {
        guard let (depth, head, _) = innermostLoop else { return }
        unwind(to: depth) { emitJumpBack(to: head, at: offset) }
    }

    /// `return`: the value is computed before the clean-up of the blocks around.
    func leave(with value: Expression?, at offset: Int) {
        guard let value, !value.isNone else {
            return unwind(to: 0) { emitFinal(.returnNone, at: offset) }
        }
        let hasCleanup = blocks.contains(where: \.hasCleanup)
        let register: Register
        if hasCleanup {
            register = allocate()
            self.value(value, into: register)
        } else {
            register = operand(value)
        }
        unwind(to: 0) { emitFinal(.returnValue, register, at: offset) }
    }

    private var innermostLoop: (depth: Int, head: Int, end: Label)? {
        for (index, block) in blocks.enumerated().reversed() {
            if case .loop(let head, let end) = block.kind { return (index + 1, head, end) }
        }
        return nil
    }

    /// Leaves the blocks above `depth`, innermost first, and runs `finish` outside of them. The code of the way out is not
    /// covered by the handlers of the blocks it has left.
    private func unwind(to depth: Int, _ finish: () -> Void) {
        let savedBlocks = blocks
        let savedHandled = handled
        while blocks.count > depth, let block = blocks.popLast() {
            block.close(at: here)
            handled = block.handled
            switch block.kind {
            case .loop, .guarded: break
            case .finally(let statements): temporarily { run(statements) }
            case .with(let exit, let offset): temporarily { callExit(exit, at: offset) }
            case .handlerName(let name, let offset): clear(name, at: offset)
            }
        }
        finish()
        blocks = savedBlocks
        handled = savedHandled
        for block in blocks[depth...] { block.reopen(at: here) }
    }
}

extension Block {
    /// Whether leaving it runs code.
    var hasCleanup: Bool {
        switch kind {
        case .loop, .guarded: false
        case .finally, .with, .handlerName: true
        }
    }
}

extension Expression {
    var isNone: Bool {
        if case .constant(.none) = kind { return true }
        return false
    }
}
