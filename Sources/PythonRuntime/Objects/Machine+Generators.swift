/// Where the parts of a generator stand in its record; the header's extra is code number and next instruction.
enum GeneratorField {
    static let closure = 0
    static let registers = 1
    static let finished = UInt64.max
    static let running = UInt64.max - 1
}

/// Generators: of expressions and of functions with `yield`. A generator is a record of registers that are put on the
/// stack while it runs.
extension Machine {
    /// A generator of code `number`: `operands` are the iterator for its register 0 and the tuple of cells.
    mutating func makeGenerator(_ number: Int, _ operands: UnsafeMutablePointer<Value>) throws(Raised) -> Value {
        let code = linkedCode(UInt64(number))
        let iterator = operands[0]
        let closure = operands[1]
        let generator = try makeRecord(
            .generator,
            count: GeneratorField.registers + code.pointee.registerCount,
            extra: UInt64(number) << 32
        )
        memory.fields(generator)[GeneratorField.closure] = closure
        memory.fields(generator)[GeneratorField.registers] = iterator
        return generator
    }

    /// What the running frame, one without a value, hands back: a generator of it for `startGenerator`, which goes on at
    /// `next`; else None.
    mutating func resultWithoutValue(
        _ opcode: Opcode,
        next: UnsafePointer<Instruction>
    ) throws(Raised) -> Value {
        guard opcode == .startGenerator else { return .none }
        let frame = frames[depth &- 1]
        let count = frame.code.pointee.registerCount
        let instruction = next - frame.code.pointee.instructions
        let generator = try makeRecord(
            .generator,
            count: GeneratorField.registers + count,
            extra: UInt64(frame.code.pointee.number) << 32 | UInt64(instruction)
        )
        let fields = memory.fields(generator)
        fields[GeneratorField.closure] = frame.closure
        (fields + GeneratorField.registers).update(from: stack + frame.base, count: count)
        return generator
    }

    /// Whether a generator has an element whose truth is `wanted`, where it then stops: `any` and `all`.
    ///
    /// Its registers stay on the stack from element to element. Nil, with the generator suspended where it is, as soon
    /// as somebody might look at it meanwhile: the caller goes on element by element.
    mutating func hasElement(inGenerator generator: Value, truth wanted: Bool) throws(Raised) -> Bool? {
        let state = memory.header(generator).pointee.extra
        guard state < GeneratorField.running else { return nil }
        let code = linkedCode(state >> 32)
        let count = code.pointee.registerCount
        let window = top
        let before = depth
        guard depth < limits.depthMax, hasStack(window &+ count) else { return nil }
        try enterNative()
        defer {
            top = window
            nativeDepth &-= 1
        }
        enter(generator, code, window: window, instruction: Int(state & 0xFFFF_FFFF))
        while true {
            depth = before &+ 1
            top = window &+ count
            let element: Value
            do throws(Raised) { element = try run(from: before) } catch { throw ended(generator, by: error) }
            switch element.tag {
            case .unbound:
                memory.header(generator).pointee.extra = GeneratorField.finished
                return false
            case .bool, .int, .none, .string:
                steps &-= 1
                if steps >= 0, try truth(element) != wanted { continue }
                suspend(generator, code, window: window, frame: before)
                guard steps >= 0 else { throw exhausted("steps", limits.stepsMax) }
                return true
            default:
                // Its `__bool__` may be a rule's.
                suspend(generator, code, window: window, frame: before)
                try charge(1)
                return try truth(element) == wanted ? true : nil
            }
        }
    }

    /// Puts a generator's registers on the stack and its frame on top; the caller counts the frame.
    @inline(__always)
    private mutating func enter(
        _ generator: Value,
        _ code: UnsafePointer<LinkedCode>,
        window: Int,
        instruction: Int
    ) {
        noteChange(of: generator)
        let fields = memory.fields(generator)
        (stack + window).update(from: fields + GeneratorField.registers, count: code.pointee.registerCount)
        memory.header(generator).pointee.extra = GeneratorField.running
        frames[depth] = Frame(
            code: code,
            next: code.pointee.instructions + instruction,
            base: window,
            result: window,
            purpose: .generator,
            closure: fields[GeneratorField.closure]
        )
    }

    /// Keeps the registers of a generator that has yielded, and where it goes on.
    @inline(__always)
    private mutating func suspend(_ generator: Value, _ code: UnsafePointer<LinkedCode>, window: Int, frame: Int) {
        let next = frames[frame].next - code.pointee.instructions
        memory.header(generator).pointee.extra = UInt64(code.pointee.number) << 32 | UInt64(next)
        let fields = memory.fields(generator)
        for index in 0..<code.pointee.registerCount {
            fields[GeneratorField.registers + index] = stack[window + index]
            noteStore(of: stack[window + index], in: generator)
        }
    }

    /// Runs a generator to its next element, `sent` being the value of the `yield` it stands at; unbound when it is done,
    /// and then ``generatorResult`` is what it returned.
    mutating func resume(_ generator: Value, sending sent: Value = .none) throws(Raised) -> Value {
        let state = memory.header(generator).pointee.extra
        generatorResult = .none
        guard state != GeneratorField.finished else { return .unbound }
        guard state != GeneratorField.running else { throw raise(.valueError, "generator already executing") }
        let code = linkedCode(state >> 32)
        let window = top
        guard depth < limits.depthMax, hasStack(window + code.pointee.registerCount) else { throw recursionError() }
        try enterNative()
        enter(generator, code, window: window, instruction: Int(state & 0xFFFF_FFFF))
        if !sent.isNone, let place = yieldPlace(code, state), place.c != 0 { stack[window + Int(place.b)] = sent }
        let before = depth
        depth += 1
        top = window + code.pointee.registerCount
        defer {
            top = window
            nativeDepth &-= 1
        }
        let result: Value
        do throws(Raised) { result = try run(from: before) } catch { throw ended(generator, by: error) }
        guard !result.isUnbound else {
            memory.header(generator).pointee.extra = GeneratorField.finished
            return .unbound
        }
        suspend(generator, code, window: window, frame: before)
        return result
    }

    /// The `yieldValue` that a generator stands at; nil if it has not been started.
    func yieldPlace(_ code: UnsafePointer<LinkedCode>, _ state: UInt64) -> Instruction? {
        let next = Int(state & 0xFFFF_FFFF)
        guard next > 0, next <= code.pointee.instructionCount else { return nil }
        let last = code.pointee.instructions[next - 1]
        return last.opcode == .yieldValue ? last : nil
    }

    /// Ends a generator that an exception has left. StopIteration would end a loop around it unseen (PEP 479).
    private mutating func ended(_ generator: Value, by raised: Raised) -> Raised {
        memory.header(generator).pointee.extra = GeneratorField.finished
        guard isPending(.stopIteration) else { return raised }
        let cause = takeException()
        _ = raise(.runtimeError, "generator raised StopIteration")
        return raiseValue(takeException(), context: cause, cause: cause)
    }

    /// StopIteration for `iterator`, which has just ended, with what it returned if it is a generator.
    mutating func stopIteration(after iterator: Value) -> Raised {
        let result = iterator.tag == .generator ? generatorResult : .none
        return raise(.stopIteration, arguments: result.isNone ? [] : [result])
    }

    // MARK: throw and close

    /// Raises `thrown` where a generator stands; its next element, or unbound if that ends it.
    mutating func raise(_ thrown: Value, in generator: Value) throws(Raised) -> Value {
        noteChange(of: generator)
        let state = memory.header(generator).pointee.extra
        guard state != GeneratorField.running else { throw raise(.valueError, "generator already executing") }
        guard state != GeneratorField.finished else { throw raise(thrown) }
        let code = linkedCode(state >> 32)
        guard let place = yieldPlace(code, state) else {
            memory.header(generator).pointee.extra = GeneratorField.finished
            throw raise(thrown)
        }
        let next = Int(state & 0xFFFF_FFFF)
        var thrown = thrown
        if place.c == 2 {
            // It stands in a `yield from`: what it delegates to comes first.
            let fields = memory.fields(generator)
            let inner = fields[GeneratorField.registers + Int(place.immediate)]
            memory.header(generator).pointee.extra = GeneratorField.running
            do throws(Raised) {
                let value = try raise(thrown, inDelegate: inner)
                memory.header(generator).pointee.extra = state
                guard value.isUnbound else { return value }
                return try resume(generator, afterDelegate: generatorResult, code, next)
            } catch {
                guard memory.header(generator).pointee.extra == GeneratorField.running, !isExhausted else {
                    if isExhausted { memory.header(generator).pointee.extra = GeneratorField.finished }
                    throw error
                }
                thrown = takeException()
            }
        }
        guard let handler = handler(code, next - 1) else {
            exception = thrown
            notePlace(code, next - 1)
            throw ended(generator, by: raise(thrown))
        }
        setField(generator, GeneratorField.registers + Int(handler.register), thrown)
        memory.header(generator).pointee.extra = UInt64(code.pointee.number) << 32 | UInt64(handler.target)
        return try resume(generator)
    }

    /// Goes on behind a `yield from` whose iterator gave `result`.
    private mutating func resume(
        _ generator: Value,
        afterDelegate result: Value,
        _ code: UnsafePointer<LinkedCode>,
        _ next: Int
    ) throws(Raised) -> Value {
        // The instruction after the `yieldValue` jumps back to the `delegate`, which knows the way out.
        let back = Int(code.pointee.instructions[next].immediate)
        let delegate = code.pointee.instructions[back]
        setField(generator, GeneratorField.registers + Int(delegate.a), result)
        memory.header(generator).pointee.extra =
            UInt64(code.pointee.number) << 32 | UInt64(UInt32(clamping: delegate.immediate))
        return try resume(generator)
    }

    private mutating func raise(_ thrown: Value, inDelegate inner: Value) throws(Raised) -> Value {
        try enterNative()
        defer { nativeDepth &-= 1 }
        if isSubclass(instanceClass(thrown), of: exceptionClass(.generatorExit)) {
            if inner.tag == .generator {
                try close(inner)
            } else {
                let method = try attributeIfAny(inner, name("close"))
                if !method.isUnbound { _ = try call(method, []) }
            }
            throw raise(thrown)
        }
        if inner.tag == .generator { return try raise(thrown, in: inner) }
        let method = try attributeIfAny(inner, name("throw"))
        guard !method.isUnbound else { throw raise(thrown) }
        do throws(Raised) { return try call(method, [thrown]) } catch { return try resultOfStop(error) }
    }

    /// Ends a generator by raising GeneratorExit where it stands.
    mutating func close(_ generator: Value) throws(Raised) {
        noteChange(of: generator)
        let state = memory.header(generator).pointee.extra
        guard state != GeneratorField.finished else { return }
        guard state == GeneratorField.running || yieldPlace(linkedCode(state >> 32), state) != nil else {
            memory.header(generator).pointee.extra = GeneratorField.finished
            return
        }
        let exit = try makeException(exceptionClass(.generatorExit), arguments: [])
        do throws(Raised) {
            guard try raise(exit, in: generator).isUnbound else {
                throw raise(.runtimeError, "generator ignored GeneratorExit")
            }
        } catch {
            guard isPending(.generatorExit) || isPending(.stopIteration) else { throw error }
            exception = .unbound
        }
    }

    // MARK: yield from

    /// The next element of what a generator delegates to, `sent` being what was sent to the generator; unbound at its end,
    /// and then ``generatorResult`` is its result.
    mutating func delegate(to inner: Value, sending sent: Value) throws(Raised) -> Value {
        if inner.tag == .generator { return try resume(inner, sending: sent) }
        generatorResult = .none
        if !sent.isNone {
            let method = try attribute(inner, name("send"))
            do throws(Raised) { return try call(method, [sent]) } catch { return try resultOfStop(error) }
        }
        guard inner.tag == .instance, let method = lookupSpecial(inner, "__next__") else {
            let element = try self.next(inner)
            generatorResult = .none
            return element
        }
        do throws(Raised) { return try call(method, []) } catch { return try resultOfStop(error) }
    }

    /// Takes a pending StopIteration: its value becomes ``generatorResult``. Passes on any other exception.
    private mutating func resultOfStop(_ raised: Raised) throws(Raised) -> Value {
        guard isPending(.stopIteration) else { throw raised }
        let arguments = instanceStorage(takeException())
        generatorResult = arguments.tag == .tuple && tupleCount(arguments) > 0 ? tupleElement(arguments, 0) : .none
        return .unbound
    }
}
