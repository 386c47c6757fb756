import Diagnostics
import PythonSyntax

extension BodyCompiler {
    /// Compiles statements; those that no way leads to give no code.
    func run(_ statements: [Statement]) {
        for statement in statements {
            guard state.isReachable, !isOverflowing else { return }
            temporarily { run(statement) }
        }
    }

    private func run(_ statement: Statement) {
        let offset = statement.span.start
        switch statement.kind {
        case .functionDef(let definition): define(definition, at: statement.span)
        case .classDef(let definition): define(definition, at: statement.span)
        case .return(let value): leave(with: value, at: offset)
        case .delete(let targets): for target in targets { delete(target) }
        case .assign(let targets, let value): assign(targets, value)
        case .augAssign(let target, let op, let value): augment(target, Opcode(op), value, at: offset)
        case .annAssign(let target, let annotation, let value, let isSimple):
            annotated(target, annotation, value, isSimple: isSimple)
        case .for(let loop): forLoop(loop)
        case .while(let test, let body, let orelse): whileLoop(test, body, orelse, at: offset)
        case .if(let branches, let orelse): conditional(branches, orelse)
        case .with(let items, let body, _): with(items[...], body, at: offset)
        case .match(let subject, let cases): match(subject, cases)
        case .raise(let exception, let cause): raise(exception, cause, at: offset)
        case .try(let statement): tryStatement(statement, at: offset)
        case .assert(let test, let message): assert(test, message, at: offset)
        case .import(let names): importModules(names, at: offset)
        case .importFrom(let module, let names, let level): importNames(module, names, level: level, at: offset)
        case .expr(let expression): discard(expression)
        case .break: breakLoop(at: offset)
        case .continue: continueLoop(at: offset)
        case .global, .nonlocal, .pass: break
        }
    }

    private func conditional(_ branches: [IfBranch], _ orelse: [Statement]) {
        let end = Label()
        for (index, branch) in branches.enumerated() {
            guard state.isReachable else { break }
            let next = Label()
            self.branch(branch.test, to: next, when: false)
            run(branch.body)
            if index < branches.count - 1 || !orelse.isEmpty { emitJump(.jump, to: end, at: branch.span.start) }
            place(next)
        }
        run(orelse)
        place(end)
    }

    private func raise(_ exception: Expression?, _ cause: Expression?, at offset: Int) {
        guard let exception else {
            let opcode: Opcode = handled == Instruction.noRegister ? .raiseNothing : .reraise
            return emitFinal(opcode, opcode == .reraise ? handled : 0, at: offset)
        }
        let register = operand(exception, before: cause.map { [$0] } ?? [])
        let causeRegister = cause.map { operand($0) } ?? Instruction.noRegister
        emitFinal(.raise, register, handled, causeRegister, at: offset)
    }

    private func assert(_ test: Expression, _ message: Expression?, at offset: Int) {
        let holds = Label()
        branch(test, to: holds, when: true)
        if state.isReachable {
            emitFinal(.raiseAssertion, message.map { operand($0) } ?? Instruction.noRegister, at: offset)
        }
        place(holds)
    }

    // MARK: Imports

    private func importModules(_ names: [Alias], at offset: Int) {
        for name in names {
            temporarily {
                let module = allocate()
                let isLast: UInt8 = name.asName == nil ? 0 : 1
                emit(.importModule, module, 0, isLast, immediate: constant(name.name.text), at: offset)
                store(name.boundName, module, at: offset)
            }
        }
    }

    private func importNames(_ module: Identifier?, _ names: [Alias], level: Int, at offset: Int) {
        // `ScopeBuilder` has refused what leads out of packages; `__future__` is known to the compiler alone.
        guard let module = compilation.absoluteName(module?.text, level: level), module != "__future__" else { return }
        let register = allocate()
        emit(.importModule, register, 0, 1, immediate: constant(module), at: offset)
        for name in names {
            temporarily {
                guard name.name.text != "*" else { return emit(.importStar, 0, register, at: offset) }
                let value = allocate()
                emit(.importFrom, value, register, immediate: constant(name.name.text), at: offset)
                store((name.asName ?? name.name).text, value, at: offset)
            }
        }
    }
}
