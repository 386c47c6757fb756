import Diagnostics
import PythonSyntax

extension BodyCompiler {
    func tryStatement(_ statement: Try, at offset: Int) {
        guard !statement.finalbody.isEmpty else { return tryExcept(statement, at: offset) }
        let end = Label()
        let entry = state.removing(deletable)
        let block = open(.finally(statement.finalbody))
        tryExcept(statement, at: offset)
        close(block)
        run(statement.finalbody)
        guard !block.ranges.isEmpty else { return }
        emitJump(.jump, to: end, at: offset)
        temporarily {
            let exception = allocate()
            emitHandler(of: block, into: exception, entry: entry)
            handling(exception) { run(statement.finalbody) }
            emitFinal(.reraise, exception, at: offset)
        }
        place(end)
    }

    private func tryExcept(_ statement: Try, at offset: Int) {
        guard !statement.handlers.isEmpty else {
            run(statement.body)
            return run(statement.orelse)
        }
        let end = Label()
        let entry = state.removing(deletable)
        let block = open(.guarded)
        run(statement.body)
        close(block)
        run(statement.orelse)
        guard !block.ranges.isEmpty else { return }
        emitJump(.jump, to: end, at: offset)
        temporarily {
            let exception = allocate()
            emitHandler(of: block, into: exception, entry: entry)
            handling(exception) {
                for handler in statement.handlers {
                    let next = Label()
                    run(handler, exception, orGoTo: next)
                    emitJump(.jump, to: end, at: handler.span.start)
                    place(next)
                }
            }
            emitFinal(.reraise, exception, at: offset)
        }
        place(end)
    }

    private func run(_ handler: ExceptHandler, _ exception: Register, orGoTo next: Label) {
        guard state.isReachable else { return }
        let offset = handler.span.start
        if let type = handler.type {
            temporarily {
                let matches = allocate()
                emit(.matchException, matches, exception, operand(type), at: type.span.start)
                emitJump(.jumpIfFalse, matches, to: next, at: type.span.start)
            }
        }
        guard let name = handler.name?.text else { return run(handler.body) }
        store(name, exception, at: offset)
        let end = Label()
        let entry = state.removing(deletable)
        let block = open(.handlerName(name, offset: offset))
        run(handler.body)
        close(block)
        if state.isReachable { clear(name, at: offset) }
        guard !block.ranges.isEmpty else { return }
        emitJump(.jump, to: end, at: offset)
        temporarily {
            let raised = allocate()
            emitHandler(of: block, into: raised, entry: entry)
            clear(name, at: offset)
            emitFinal(.reraise, raised, at: offset)
        }
        place(end)
    }

    /// Runs `work` as code that handles the exception in `register`.
    func handling(_ register: Register, _ work: () -> Void) {
        let outer = handled
        handled = register
        work()
        handled = outer
    }

    // MARK: with

    func with(_ items: ArraySlice<WithItem>, _ statements: [Statement], at statementOffset: Int) {
        guard let item = items.first else { return run(statements) }
        guard !isOverflowing, state.isReachable else { return }
        let offset = item.context.span.start
        let exit = allocate()
        let entered = allocate()
        let end = Label()
        temporarily {
            // As CPython: both are looked up before the first is called.
            let context = operand(item.context)
            emit(.loadSpecial, entered, context, immediate: constant("__enter__"), at: offset)
            emit(.loadSpecial, exit, context, immediate: constant("__exit__"), at: offset)
        }
        emit(.call, entered, 0, immediate: -1, at: offset)
        let entry = state.removing(deletable)
        let block = open(.with(exit: exit, offset: offset))
        if let target = item.target { temporarily { store(target, entered) } }
        with(items.dropFirst(), statements, at: statementOffset)
        close(block)
        if state.isReachable { temporarily { callExit(exit, at: offset) } }
        guard !block.ranges.isEmpty else { return }
        emitJump(.jump, to: end, at: offset)
        temporarily {
            let exception = allocate()
            emitHandler(of: block, into: exception, entry: entry)
            let window = allocate()
            emit(.move, window, exit, at: offset)
            emit(.loadAttribute, allocate(), exception, immediate: constant("__class__"), at: offset)
            emit(.move, allocate(), exception, at: offset)
            emit(.loadNone, allocate(), at: offset)
            emit(.call, window, 3, immediate: -1, at: offset)
            emitJump(.jumpIfTrue, window, to: end, at: offset)
            emitFinal(.reraise, exception, at: offset)
        }
        place(end)
    }

    /// Calls `__exit__` where no exception was raised.
    func callExit(_ exit: Register, at offset: Int) {
        let window = allocate()
        emit(.move, window, exit, at: offset)
        for _ in 0..<3 { emit(.loadNone, allocate(), at: offset) }
        emit(.call, window, 3, immediate: -1, at: offset)
    }
}
