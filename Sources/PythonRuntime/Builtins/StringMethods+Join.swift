extension StringMethods {
    static func join(_ machine: inout Machine, _ arguments: NativeArguments) throws(Raised) -> Value {
        let separator = arguments[0]
        let elements = try sequence(&machine, arguments[1])
        let count = machine.count(ofSequence: elements)
        try machine.charge(count / 16)
        if count == 1, machine.element(ofSequence: elements, 0).isString {
            return machine.element(ofSequence: elements, 0)
        }
        var size = 0
        var isASCII = count < 2 || separator.isASCII
        for index in 0..<count {
            let element = machine.unwrapped(machine.element(ofSequence: elements, index))
            guard element.isString else {
                throw machine.raise(
                    .typeError,
                    "sequence item \(index): expected str instance, "
                        + "\(machine.errorTypeName(machine.element(ofSequence: elements, index))) found"
                )
            }
            size &+= Int(element.length)
            isASCII = isASCII && element.isASCII
        }
        // Both factors are below 2³², so that nothing overflows.
        size &+= max(0, count &- 1) &* Int(separator.length)
        try machine.charge(size >> 8)
        let start = try machine.allocate(size)
        let target = machine.memory.address(.arena, start)
        var offset = 0
        for index in 0..<count {
            if index > 0 { copy(machine, separator, to: target, &offset, end: size) }
            let element = machine.unwrapped(machine.element(ofSequence: elements, index))
            copy(machine, element, to: target, &offset, end: size)
        }
        return machine.textValue(.string, start: start, length: size, isASCII: isASCII)
    }

    @inline(__always)
    private static func copy(
        _ machine: borrowing Machine,
        _ text: Value,
        to target: UnsafeMutableRawPointer,
        _ offset: inout Int,
        end: Int
    ) {
        let bytes = machine.memory.bytes(text)
        guard let source = bytes.baseAddress, bytes.count <= end - offset else { return }
        (target + offset).copyMemory(from: source, byteCount: bytes.count)
        offset &+= bytes.count
    }

    /// The elements of an iterable as a list or tuple; TypeError "can only join an iterable".
    static func sequence(_ machine: inout Machine, _ iterable: Value) throws(Raised) -> Value {
        if iterable.tag == .list || iterable.tag == .tuple { return iterable }
        let iterator: Value
        do throws(Raised) { iterator = try machine.iterator(iterable) } catch {
            guard machine.isPending(.typeError) else { throw error }
            throw machine.raise(.typeError, "can only join an iterable")
        }
        return try machine.makeList(from: iterator)
    }
}
