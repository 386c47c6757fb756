import PythonSyntax

/// Functions with `yield`.
extension BodyCompiler {
    /// Leaves with a generator, once the arguments are in their registers, if the body has a `yield`.
    func startGenerator(at offset: Int) {
        if body.isGenerator { emit(.startGenerator, at: offset) }
    }

    func yield(_ element: Expression?, into destination: Register, at offset: Int) {
        staged(destination, at: offset) { destination in
            temporarily {
                let value: Register
                if let element {
                    value = operand(element)
                } else {
                    value = allocate()
                    emit(.loadNone, value, at: offset)
                }
                emit(.yieldValue, value, destination, 1, at: offset)
            }
        }
    }

    func yield(from iterable: Expression, into destination: Register, at offset: Int) {
        staged(destination, at: offset) { destination in
            temporarily {
                let iterator = allocate()
                iterate(iterable, into: iterator)
                emit(.loadNone, destination, at: offset)
                let head = here
                let end = Label()
                emitJump(.delegate, destination, iterator, to: end, at: offset)
                emit(.yieldValue, destination, destination, 2, immediate: Int32(iterator), at: offset)
                emitJumpBack(to: head, at: offset)
                place(end)
            }
        }
    }
}
