extension BodyCompiler {
    /// Where a variable is.
    enum Place {
        case register(Register)
        /// A cell of this body (`isFree` false) or of one around.
        case cell(Register, isFree: Bool, isCertain: Bool)
        case global
        /// A class body's own name.
        case namespace
    }

    /// The place of `name`, mangled already, as ``scope`` sees it.
    func place(of name: String) -> Place {
        guard let owner = scope.owner(of: name) else { return .global }
        guard owner.kind != .classBody else {
            guard owner === body else { return freePlace(of: name, owner: owner) }
            guard scope !== body, let classCell else { return .namespace }
            return .cell(classCell, isFree: true, isCertain: false)
        }
        guard owner.frame === body else { return freePlace(of: name, owner: owner) }
        guard let register = registers[owner.key]?[name], let symbol = owner.symbols[name] else { return .global }
        guard symbol.isCaptured else { return .register(register) }
        return .cell(register, isFree: false, isCertain: state[register] && !symbol.isDeletedInside)
    }

    private func freePlace(of name: String, owner: Scope) -> Place {
        guard let register = freeRegisters[name] else { return .global }
        let symbol = owner.symbols[name]
        return .cell(register, isFree: true, isCertain: symbol?.isParameter == true && symbol?.isDeleted == false)
    }

    /// The register of the cell that a body inside ``scope`` captures as `name`.
    func cell(for name: String) -> Register? {
        guard let owner = scope.owner(of: name, isInside: true) else { return nil }
        if owner === body, owner.kind == .classBody { return classCell }
        return owner.frame === body ? registers[owner.key]?[name] : freeRegisters[name]
    }

    /// `destination =` the variable. The destination changes only if it is bound.
    func loadName(_ text: String, into destination: Register, at offset: Int) {
        let name = scope.mangled(text)
        switch place(of: name) {
        case .register(let register):
            check(register, name, at: offset)
            if register != destination { emit(.move, destination, register, at: offset) }
        case .cell(let cell, _, isCertain: true):
            emit(.loadCell, destination, cell, at: offset)
        case .cell(let cell, let isFree, isCertain: false):
            staged(destination, at: offset) { destination in
                emit(.loadCell, destination, cell, at: offset)
                emit(.checkBound, destination, isFree ? 1 : 0, immediate: constant(name), at: offset)
            }
            if !isFree { state[cell] = true }
        case .global:
            emit(.loadGlobal, destination, immediate: compilation.number(ofGlobal: name), at: offset)
        case .namespace:
            staged(destination, at: offset) { destination in
                let found = Label()
                emit(.loadNamespace, destination, 0, immediate: constant(name), at: offset)
                emitJump(.jumpIfBound, destination, to: found, at: offset)
                emit(.loadGlobal, destination, immediate: compilation.number(ofGlobal: name), at: offset)
                place(found)
            }
        }
    }

    /// Checks that the variable in `register` is bound, unless it certainly is.
    func check(_ register: Register, _ name: String, at offset: Int) {
        guard state.isReachable, !state[register] else { return }
        emit(.checkBound, register, immediate: constant(name), at: offset)
        state[register] = true
    }

    /// The variable `text = value`.
    func store(_ text: String, _ value: Register, at offset: Int) {
        let name = scope.mangled(text)
        switch place(of: name) {
        case .register(let register):
            if register != value { emit(.move, register, value, at: offset) }
            state[register] = true
        case .cell(let cell, let isFree, _):
            emit(.storeCell, cell, value, at: offset)
            if !isFree { state[cell] = true }
        case .global:
            emit(.storeGlobal, value, immediate: compilation.number(ofGlobal: name), at: offset)
        case .namespace:
            temporarily {
                let key = allocate()
                emit(.loadConstant, key, immediate: constant(name), at: offset)
                emit(.dictSet, 0, key, value, at: offset)
            }
        }
    }

    /// `del text`; an error if it is not bound.
    func delete(_ text: String, at offset: Int) {
        let name = scope.mangled(text)
        switch place(of: name) {
        case .register(let register):
            check(register, name, at: offset)
            unbind(register, at: offset)
        case .cell(let cell, let isFree, let isCertain):
            temporarily {
                let value = allocate()
                if !isCertain {
                    emit(.loadCell, value, cell, at: offset)
                    emit(.checkBound, value, isFree ? 1 : 0, immediate: constant(name), at: offset)
                }
                emit(.unbind, value, at: offset)
                emit(.storeCell, cell, value, at: offset)
            }
            if !isFree { state[cell] = false }
        case .global:
            emit(.deleteGlobal, immediate: compilation.number(ofGlobal: name), at: offset)
        case .namespace:
            emit(.deleteNamespace, 0, 0, immediate: constant(name), at: offset)
        }
    }

    /// Unbinds the variable of an `except … as`, which the body may have deleted itself.
    func clear(_ text: String, at offset: Int) {
        if case .register(let register) = place(of: scope.mangled(text)) { return unbind(register, at: offset) }
        temporarily {
            let none = allocate()
            emit(.loadNone, none, at: offset)
            store(text, none, at: offset)
        }
        delete(text, at: offset)
    }

    private func unbind(_ register: Register, at offset: Int) {
        emit(.unbind, register, at: offset)
        state[register] = false
    }
}
