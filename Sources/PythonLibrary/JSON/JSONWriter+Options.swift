import PythonRuntime

extension JSONWriter.Options {
    /// Reads the arguments of `dumps` and `JSONEncoder`. Raises what CPython raises for wrong ones.
    init(
        _ machine: inout Machine,
        skipsKeys: Value,
        isASCII: Value,
        checksCircles: Value,
        allowsNaN: Value,
        sortsKeys: Value,
        indent: Value,
        separators: Value
    ) throws(Raised) {
        self.init()
        self.skipsKeys = try machine.truth(skipsKeys)
        self.isASCII = try machine.truth(isASCII)
        self.checksCircles = try machine.truth(checksCircles)
        self.allowsNaN = try machine.truth(allowsNaN)
        self.sortsKeys = try machine.truth(sortsKeys)
        if !indent.isNone {
            self.indent = try JSONWriter.Options.indentText(&machine, indent)
            itemSeparator = Array(",".utf8)
        }
        if !separators.isNone {
            let pair = try JSONWriter.Options.pair(&machine, separators)
            itemSeparator = try JSONWriter.Options.separator(&machine, pair.0, argument: 6)
            keySeparator = try JSONWriter.Options.separator(&machine, pair.1, argument: 5)
        }
    }

    /// Columns that a level can be indented by.
    static let indentMax = 1000

    private static func indentText(_ machine: inout Machine, _ indent: Value) throws(Raised) -> [UInt8] {
        let indent = machine.unwrapped(indent)
        if indent.isString { return Array(machine.memory.bytes(indent).prefix(indentMax)) }
        guard indent.isIntegral || indent.tag == .bigInt else {
            throw machine.raise(
                .typeError,
                "can't multiply sequence by non-int of type '\(machine.errorTypeName(indent))'"
            )
        }
        let count = min(max(0, try machine.clampedArgument(indent)), indentMax)
        return Array(repeating: UInt8(ascii: " "), count: count)
    }

    private static func pair(_ machine: inout Machine, _ separators: Value) throws(Raised) -> (Value, Value) {
        let list: Value
        do throws(Raised) { list = try machine.makeList(from: separators) } catch {
            guard machine.isPending(.typeError) else { throw error }
            throw machine.raise(.typeError, "cannot unpack non-iterable \(machine.errorTypeName(separators)) object")
        }
        let count = machine.listCount(list)
        guard count == 2 else {
            let message =
                count < 2
                ? "not enough values to unpack (expected 2, got \(count))" : "too many values to unpack (expected 2)"
            throw machine.raise(.valueError, message)
        }
        return (machine.listElement(list, 0), machine.listElement(list, 1))
    }

    private static func separator(_ machine: inout Machine, _ value: Value, argument: Int) throws(Raised) -> [UInt8] {
        let text = try machine.stringArgument(value, "make_encoder() argument \(argument) must be str, not %")
        return Array(machine.memory.bytes(text))
    }
}
