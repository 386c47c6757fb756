import Glibc

/// Calling: frames for functions of rules, windows of the stack for builtins.
extension Machine {
    /// Calls anything with arguments by position. For builtins that call back; raises what the callee raises.
    package mutating func call(_ callee: Value, _ arguments: [Value]) throws(Raised) -> Value {
        try call(callee, arguments, keywords: [])
    }

    /// Calls anything, `keywords` as names and values.
    package mutating func call(
        _ callee: Value,
        _ arguments: [Value],
        keywords: [(name: Value, value: Value)]
    ) throws(Raised) -> Value {
        let start = top
        let count = arguments.count + keywords.count
        try reserveStack(start + count + 2)
        var place = start + 1
        stack[start] = callee
        for argument in arguments {
            stack[place] = argument
            place += 1
        }
        for keyword in keywords {
            stack[place] = keyword.value
            place += 1
        }
        top = place
        defer { top = start }
        let names = keywords.isEmpty ? Value.unbound : try makeTuple(keywords.map(\.name))
        return try callNested(callee, window: start + 1, count: count, names: names)
    }

    /// Calls anything with one argument: as ``call(_:_:)``, without an array.
    @inline(__always)
    package mutating func call(_ callee: Value, with argument: Value) throws(Raised) -> Value {
        let start = top
        try reserveStack(start + 3)
        stack[start] = callee
        stack[start + 1] = argument
        top = start + 2
        defer { top = start }
        return try callNested(callee, window: start + 1, count: 1, names: .unbound)
    }

    /// Calls anything with two arguments: as ``call(_:_:)``, without an array.
    @inline(__always)
    package mutating func call(_ callee: Value, with first: Value, _ second: Value) throws(Raised) -> Value {
        let start = top
        try reserveStack(start + 4)
        stack[start] = callee
        stack[start + 1] = first
        stack[start + 2] = second
        top = start + 3
        defer { top = start }
        return try callNested(callee, window: start + 1, count: 2, names: .unbound)
    }

    /// Calls method `name` of `receiver`.
    package mutating func callMethod(_ receiver: Value, _ name: String, _ arguments: [Value] = []) throws(Raised)
        -> Value
    {
        try call(try attribute(receiver, self.name(name)), arguments)
    }

    /// Makes sure that the stack reaches to `end` and some way beyond.
    @inline(__always)
    func hasStack(_ end: Int) -> Bool { end &+ 512 < stackCapacity }

    @inline(__always)
    mutating func reserveStack(_ end: Int) throws(Raised) {
        guard hasStack(end) else { throw recursionError() }
    }

    /// Calls from Swift: `window` is the stack place of the first argument; the place before it is free.
    mutating func callNested(_ callee: Value, window: Int, count: Int, names: Value) throws(Raised) -> Value {
        try charge(1)
        // Builtins count too: `partial` of `partial` of … nests in Swift alone.
        try enterNative()
        defer { nativeDepth &-= 1 }
        let before = depth
        try startCall(callee, window: window, count: count, names: names, result: window - 1, purpose: .entry)
        guard depth > before else { return stack[window - 1] }
        return try run(from: before)
    }

    /// Starts a call. Builtins are done when it returns, their result at `result`; functions of rules have a new
    /// frame. NativeArguments stand from `window`, the last of them belonging to the keyword `names`, a tuple or unbound.
    @inline(__always)
    mutating func startCall(
        _ callee: Value,
        window: Int,
        count: Int,
        names: Value,
        result: Int,
        purpose: Frame.Purpose
    ) throws(Raised) {
        switch callee.tag {
        case .function:
            try pushFrame(callee, window: window, count: count, names: names, result: result, purpose: purpose)
        case .native:
            stack[result] = try callNative(
                Int(truncatingIfNeeded: callee.payload),
                window: window,
                count: count,
                names: names
            )
        default:
            try startOtherCall(callee, window: window, count: count, names: names, result: result, purpose: purpose)
        }
    }

    private mutating func startOtherCall(
        _ callee: Value,
        window: Int,
        count: Int,
        names: Value,
        result: Int,
        purpose: Frame.Purpose
    ) throws(Raised) {
        switch callee.tag {
        case .boundMethod:
            try shiftArguments(window: window, count: count, by: field(callee, 0))
            let function = field(callee, 1)
            try startCall(function, window: window, count: count + 1, names: names, result: result, purpose: purpose)
        case .classObject:
            try startConstruction(callee, window: window, count: count, names: names, result: result, purpose: purpose)
        case .nativeType:
            let number = typeNumber(ofType: callee)
            guard let constructor = types.constructor(number) else {
                throw raise(.typeError, "cannot create '\(errorName(ofType: .type(number)))' instances")
            }
            try shiftArguments(window: window, count: count, by: callee)
            stack[result] = try callNative(constructor, window: window, count: count + 1, names: names)
        case .object, .foreign:
            guard let callable = types.callable(typeNumber(callee)) else { throw notCallable(callee) }
            try shiftArguments(window: window, count: count, by: callee)
            stack[result] = try callNative(callable, window: window, count: count + 1, names: names)
        case .instance:
            guard let method = lookupSpecial(callee, "__call__") else { throw notCallable(callee) }
            try startCall(method, window: window, count: count, names: names, result: result, purpose: purpose)
        case .staticMethod:
            try enterNative()
            defer { nativeDepth &-= 1 }
            try startCall(
                field(callee, 0),
                window: window,
                count: count,
                names: names,
                result: result,
                purpose: purpose
            )
        default: throw notCallable(callee)
        }
    }

    private mutating func notCallable(_ callee: Value) -> Raised {
        raise(.typeError, "'\(errorTypeName(callee))' object is not callable")
    }

    /// Makes room for one more argument in front.
    private mutating func shiftArguments(window: Int, count: Int, by first: Value) throws(Raised) {
        try reserveStack(window + count + 1)
        var place = window + count
        while place > window {
            stack[place] = stack[place - 1]
            place -= 1
        }
        stack[window] = first
        top = max(top, window + count + 1)
    }

    // MARK: Functions of rules

    /// Puts a frame for `function` on the stack, its arguments in place already.
    @inline(__always)
    mutating func pushFrame(
        _ function: Value,
        window: Int,
        count: Int,
        names: Value,
        result: Int,
        purpose: Frame.Purpose
    ) throws(Raised) {
        let code = linkedCode(memory.header(function).pointee.extra)
        guard depth < limits.depthMax, hasStack(window &+ code.pointee.registerCount) else { throw recursionError() }
        if code.pointee.isSimple, count == code.pointee.positionalCount, names.isUnbound {
            let registers = stack + (window + count)
            memset(registers, 0, (code.pointee.registerCount &- count) &* 16)
        } else {
            try bindArguments(function, code, window: window, count: count, names: names)
        }
        frames[depth] = Frame(
            code: code,
            next: code.pointee.instructions,
            base: window,
            result: result,
            purpose: purpose,
            closure: memory.fields(function)[FunctionField.closure]
        )
        depth &+= 1
        top = window &+ code.pointee.registerCount
    }

    /// A code by number; a wrong number gives the first.
    @inline(__always)
    func linkedCode(_ number: UInt64) -> UnsafePointer<LinkedCode> {
        codeTable[Int(truncatingIfNeeded: number)] ?? linkedCodes[0]
    }

    // MARK: Builtins

    /// Calls builtin number `number` with its arguments from `window`.
    @inline(__always)
    mutating func callNative(_ number: Int, window: Int, count: Int, names: Value) throws(Raised) -> Value {
        let entry = natives.pointer(number)
        let saved = top
        if !entry.pointee.isComplex, names.isUnbound, count >= entry.pointee.required, count <= entry.pointee.positional
        {
            var index = count
            while index < entry.pointee.count {
                stack[window &+ index] = entry.pointee.defaults[index]
                index &+= 1
            }
        } else {
            try bindNativeArguments(entry, window: window, count: count, names: names)
        }
        let end = window &+ entry.pointee.count
        guard hasStack(end) else { throw recursionError() }
        top = max(saved, end)
        defer { top = saved }
        return try entry.pointee.body(&self, NativeArguments(base: stack + window, count: entry.pointee.count))
    }
}

/// Where the parts of a function stand in its record; the header's extra is the number of its code.
enum FunctionField {
    static let defaults = 0
    static let keywordDefaults = 1
    static let closure = 2
    /// A dictionary, or unbound.
    static let attributes = 3
    static let count = 4
}
