/// Functions of numbers.
extension BuiltinFunctions {
    static let numbers: [NativeFunction] = [
        NativeFunction("abs(number, /)", "The absolute value.", absolute),
        NativeFunction("bin(number, /)", "An int in base two.") { (machine: inout Machine, arguments) throws(Raised) in
            try digits(&machine, arguments[0], .binary)
        },
        NativeFunction("chr(code, /)", "The character of a code point.", character),
        NativeFunction("divmod(left, right, /)", "The quotient and the remainder.", divisionAndModulo),
        NativeFunction("hex(number, /)", "An int in base sixteen.") {
            (machine: inout Machine, arguments) throws(Raised) in
            try digits(&machine, arguments[0], .hexadecimal)
        },
        NativeFunction("oct(number, /)", "An int in base eight.") {
            (machine: inout Machine, arguments) throws(Raised) in
            try digits(&machine, arguments[0], .octal)
        },
        NativeFunction("ord(character, /)", "The code point of a character.", codePoint),
        NativeFunction("pow(base, exp, mod=None)", "A power, or its remainder.", power),
        NativeFunction("round(number, ndigits=None)", "A number rounded to digits, ties to even.", round),
    ]

    private static func absolute(_ machine: inout Machine, _ arguments: NativeArguments) throws(Raised) -> Value {
        let value = machine.unwrapped(arguments[0])
        if let method = machine.lookupSpecial(arguments[0], "__abs__") { return try machine.call(method, []) }
        if value.tag == .float { return .float(value.floatValue.magnitude) }
        if let number = machine.integer(value) {
            return try machine.makeInteger(number.isNegative ? number.negated() : number)
        }
        if value.tag == .object || value.tag == .foreign {
            let method = try machine.attributeIfAny(value, machine.name("__abs__"))
            if !method.isUnbound { return try machine.call(method, []) }
        }
        throw machine.raise(.typeError, "bad operand type for abs(): '\(machine.errorTypeName(arguments[0]))'")
    }

    private static func digits(
        _ machine: inout Machine,
        _ value: Value,
        _ base: IntegerBase
    ) throws(Raised) -> Value {
        let number = try machine.integerArgument(value)
        let limits = machine.numberLimits
        var writer = machine.beginText()
        if number.isNegative { writer.append(UInt8(ascii: "-")) }
        writer.append(literal: base.prefix)
        do throws(NumberFault) {
            try (number.isNegative ? number.negated() : number).append(base: base, limits: limits, into: &writer)
        } catch { throw machine.raise(error) }
        return try machine.finish(writer)
    }

    private static func character(_ machine: inout Machine, _ arguments: NativeArguments) throws(Raised) -> Value {
        let number = try machine.integerArgument(arguments[0])
        guard case .small(let code) = number, let code = Int32(exactly: code) else {
            throw machine.raise(.overflowError, "Python int too large to convert to C int")
        }
        guard (0..<0x110000).contains(code) else {
            throw machine.raise(.valueError, "chr() arg not in range(0x110000)")
        }
        var writer = machine.beginText()
        writer.append(codePoint: UInt32(bitPattern: code))
        return try machine.finish(writer)
    }

    private static func codePoint(_ machine: inout Machine, _ arguments: NativeArguments) throws(Raised) -> Value {
        let value = machine.unwrapped(arguments[0])
        guard value.isString || value.tag == .bytes else {
            throw machine.raise(
                .typeError,
                "ord() expected string of length 1, but \(machine.errorTypeName(arguments[0])) found"
            )
        }
        let length = try machine.length(value)
        guard length == 1 else {
            throw machine.raise(.typeError, "ord() expected a character, but string of length \(length) found")
        }
        let bytes = machine.memory.bytes(value)
        guard let lead = bytes.first, value.isString, lead >= 0x80 else { return .int(Int64(bytes.first ?? 0)) }
        var code = UInt32(lead) & (lead < 0xE0 ? 0x1F : lead < 0xF0 ? 0x0F : 0x07)
        for byte in bytes.dropFirst().prefix(3) { code = code << 6 | UInt32(byte & 0x3F) }
        return .int(Int64(code))
    }

    private static func divisionAndModulo(
        _ machine: inout Machine,
        _ arguments: NativeArguments
    ) throws(Raised) -> Value {
        let left = arguments[0]
        let right = arguments[1]
        if let result = try machine.callSpecial("__divmod__", left, right) { return result }
        if let result = try machine.callSpecial("__rdivmod__", right, left) { return result }
        let first = machine.unwrapped(left)
        let second = machine.unwrapped(right)
        if let dividend = machine.integer(first), let divisor = machine.integer(second) {
            try machine.chargeIntegers(.floorDivide, dividend, divisor)
            let parts = try machine.checked { () throws(NumberFault) in
                try dividend.quotientAndRemainder(dividingBy: divisor)
            }
            return try machine.makeTuple([
                try machine.makeInteger(parts.quotient), try machine.makeInteger(parts.remainder),
            ])
        }
        if first.tag == .float || second.tag == .float, let dividend = try machine.double(first),
            let divisor = try machine.double(second)
        {
            let parts = try machine.checked { () throws(NumberFault) in
                try FloatArithmetic.divmod(dividend, divisor)
            }
            return try machine.makeTuple([.float(parts.quotient), .float(parts.remainder)])
        }
        if first.tag == .object || second.tag == .object {
            return try machine.makeTuple([
                try machine.binary(.floorDivide, first, second), try machine.binary(.modulo, first, second),
            ])
        }
        throw machine.raise(
            .typeError,
            "unsupported operand type(s) for divmod(): '\(machine.errorTypeName(left))' and '\(machine.errorTypeName(right))'"
        )
    }

    private static func power(_ machine: inout Machine, _ arguments: NativeArguments) throws(Raised) -> Value {
        guard !arguments[2].isNone else { return try machine.binary(.power, arguments[0], arguments[1]) }
        let operands = (0..<3).map { machine.unwrapped(arguments[$0]) }
        let integers = operands.compactMap { machine.integer($0) }
        guard integers.count == 3 else {
            if operands.allSatisfy({ $0.tag == .float || machine.isInteger($0) }) {
                throw machine.raise(.typeError, "pow() 3rd argument not allowed unless all arguments are integers")
            }
            let names = (0..<3).map { "'\(machine.errorTypeName(arguments[$0]))'" }.joined(separator: ", ")
            throw machine.raise(.typeError, "unsupported operand type(s) for ** or pow(): \(names)")
        }
        // As many multiplications as the exponent has bits, each of as many words as the modulus. The inverse that an exponent
        // below zero asks for takes some forty divisions for each word.
        let words = integers[2].bitLength / 64 + 1
        let square = words.multipliedReportingOverflow(by: words).partialValue
        let turns = integers[1].bitLength + (integers[1].isNegative ? 64 * words : 0)
        let work = turns.multipliedReportingOverflow(by: square)
        try machine.charge(work.overflow ? .max / 2 : work.partialValue / 256)
        try machine.chargeIntegers(.modulo, integers[0], integers[2])
        let result = try machine.checked { () throws(NumberFault) in
            try integers[0].power(integers[1], modulo: integers[2])
        }
        return try machine.makeInteger(result)
    }

    private static func round(_ machine: inout Machine, _ arguments: NativeArguments) throws(Raised) -> Value {
        if let method = machine.lookupSpecial(arguments[0], "__round__") {
            return try machine.call(method, arguments[1].isNone ? [] : [arguments[1]])
        }
        let value = machine.unwrapped(arguments[0])
        let limits = machine.numberLimits
        if value.tag == .float {
            let number = value.floatValue
            guard !arguments[1].isNone else {
                let rounded = try machine.checked { () throws(NumberFault) in try PythonInteger(rounding: number) }
                return try machine.makeInteger(rounded)
            }
            let digits = try machine.integerArgument(arguments[1])
            return .float(
                try machine.checked { () throws(NumberFault) in try FloatArithmetic.round(number, digits: digits) }
            )
        }
        if let number = machine.integer(value) {
            guard !arguments[1].isNone else { return try machine.makeInteger(number) }
            let digits = try machine.integerArgument(arguments[1])
            let rounded = try machine.checked { () throws(NumberFault) in
                try number.rounded(digits: digits, limits: limits)
            }
            return try machine.makeInteger(rounded)
        }
        throw machine.raise(
            .typeError,
            "type \(machine.errorTypeName(arguments[0])) doesn't define __round__ method"
        )
    }
}
