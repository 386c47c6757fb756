import Diagnostics
import PythonSyntax

extension BodyCompiler {
    /// A list, set or dictionary comprehension, inlined: its variables are registers of this body (as PEP 709 does).
    func comprehension(
        _ expression: Expression,
        _ opcode: Opcode,
        _ clauses: [Comprehension],
        into destination: Register,
        element: (Register) -> Void
    ) {
        guard let inner = scope(of: expression, .comprehension), let first = clauses.first else { return }
        staged(destination, at: expression.span.start) { destination in
            temporarily {
                let iterator = allocate()
                iterate(first.iterable, into: iterator)
                emit(opcode, destination, at: expression.span.start)
                let outer = scope
                scope = inner
                declare(inner, isFirstBound: first.target.isPlainTarget, at: expression.span.start)
                loops(clauses[...], iterator: iterator) { temporarily { element(destination) } }
                scope = outer
            }
        }
    }

    func generator(
        _ expression: Expression,
        _ element: Expression,
        _ clauses: [Comprehension],
        into destination: Register
    ) {
        guard let inner = scope(of: expression, .generator), let first = clauses.first else { return }
        temporarily {
            let iterator = allocate()
            let cells = allocate()
            iterate(first.iterable, into: iterator)
            let number = compilation.number(of: inner) {
                $0.compileGenerator(element, clauses, at: expression.span)
            }
            captured(by: inner, into: cells, at: expression.span.start)
            emit(.makeGenerator, destination, iterator, immediate: number, at: expression.span.start)
        }
    }

    /// The loops of `clauses`, the first over `iterator`, with `element` innermost.
    func loops(_ clauses: ArraySlice<Comprehension>, iterator: Register, element: () -> Void) {
        guard let clause = clauses.first else { return }
        let offset = clause.iterable.span.start
        let head = here
        let end = Label()
        let again = Label()
        state = state.removing(deletable)
        next(clause.target, of: iterator, orGoTo: end, at: offset)
        for condition in clause.conditions { branch(condition, to: again, when: false) }
        let rest = clauses.dropFirst()
        if let inner = rest.first {
            temporarily {
                let iterator = allocate()
                iterate(inner.iterable, into: iterator)
                loops(rest, iterator: iterator, element: element)
            }
        } else {
            element()
        }
        place(again)
        emitJumpBack(to: head, at: offset)
        place(end)
    }

    /// The scope of an expression in the current one.
    func scope(of expression: Expression, _ kind: Scope.Kind) -> Scope? {
        compilation.scopes[Scope.Key(start: expression.span.start, end: expression.span.end, kind: kind)]
    }

    /// Gives the variables of a comprehension registers, unbound at first, and one cell for each run if captured.
    private func declare(_ inner: Scope, isFirstBound: Bool, at offset: Int) {
        var table: [String: Register] = [:]
        for name in inner.variables {
            guard let symbol = inner.symbols[name], symbol.isVariable else { continue }
            let register = allocate()
            table[name] = register
            state[register] = false
            if symbol.isCaptured || !isFirstBound || inner.variables.first != name {
                emit(.unbind, register, at: offset)
            }
            if symbol.isCaptured { emit(.makeCell, register, at: offset) }
        }
        registers[inner.key] = table
    }
}

extension Expression {
    /// Whether assigning to it evaluates nothing.
    var isPlainTarget: Bool {
        switch kind {
        case .name: true
        case .tuple(let elements), .list(let elements): elements.allSatisfy(\.isPlainTarget)
        case .starred(let value): value.isPlainTarget
        default: false
        }
    }
}
