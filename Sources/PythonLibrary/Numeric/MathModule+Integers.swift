import PythonRuntime

/// The functions of whole numbers.
extension MathModule {
    static let integers: [NativeFunction] = [
        rounding("ceil", "The next whole number up.", .up),
        rounding("floor", "The next whole number down.", .down),
        rounding("trunc", "The whole part.", .towardZero),
        NativeFunction("factorial(n, /)", "n factorial.") { (machine: inout Machine, arguments) throws(Raised) in
            let number = try machine.sizeArgument(arguments[0])
            guard number >= 0 else {
                throw machine.raise(.valueError, "factorial() not defined for negative values")
            }
            return try product(&machine, from: 2, through: number)
        },
        NativeFunction("gcd(*integers)", "Greatest common divisor.") {
            (machine: inout Machine, arguments) throws(Raised) in
            var result = Value.int(0)
            for value in machine.elements(ofSequence: arguments[0]) {
                result = try greatestDivisor(&machine, result, try whole(&machine, value))
            }
            return result
        },
        NativeFunction("lcm(*integers)", "Least common multiple.") {
            (machine: inout Machine, arguments) throws(Raised) in
            var result = Value.int(1)
            for value in machine.elements(ofSequence: arguments[0]) {
                let number = try absolute(&machine, try whole(&machine, value))
                let divisor = try greatestDivisor(&machine, result, number)
                guard try machine.truth(divisor), try machine.truth(number) else { return .int(0) }
                result = try machine.binary(.multiply, try machine.binary(.floorDivide, result, divisor), number)
            }
            return result
        },
        NativeFunction("isqrt(n, /)", "The whole part of the square root.", isqrt),
        NativeFunction("comb(n, k, /)", "Ways to choose k of n.") {
            (machine: inout Machine, arguments) throws(Raised) in
            let (n, given) = try pair(&machine, arguments[0], arguments[1])
            guard given <= n else { return .int(0) }
            let k = min(given, n - given)
            var result = Value.int(1)
            for index in 0..<k {
                try machine.charge(1)
                let grown = try machine.binary(.multiply, result, .int(n - index))
                result = try machine.binary(.floorDivide, grown, .int(index + 1))
            }
            return result
        },
        NativeFunction("perm(n, k=None, /)", "Ways to arrange k of n.") {
            (machine: inout Machine, arguments) throws(Raised) in
            let (n, k) = try pair(&machine, arguments[0], arguments[1].isNone ? arguments[0] : arguments[1])
            guard k <= n else { return .int(0) }
            return try product(&machine, from: n - k + 1, through: n)
        },
        NativeFunction("prod(iterable, /, *, start=1)", "The product of all.") {
            (machine: inout Machine, arguments) throws(Raised) in
            var result = arguments[1]
            try machine.forEach(arguments[0]) { (machine: inout Machine, value) throws(Raised) in
                result = try machine.binary(.multiply, result, value)
                return true
            }
            return result
        },
    ]

    private static func whole(_ machine: inout Machine, _ value: Value) throws(Raised) -> Value {
        let plain = machine.unwrapped(value)
        if plain.tag == .bigInt { return plain }
        return .int(try machine.sizeArgument(value))
    }

    private static func absolute(_ machine: inout Machine, _ value: Value) throws(Raised) -> Value {
        machine.isNegativeInteger(value) ? try machine.unary(.negative, value) : value
    }

    private static func pair(_ machine: inout Machine, _ first: Value, _ second: Value) throws(Raised) -> (Int, Int) {
        let n = try machine.sizeArgument(first)
        let k = try machine.sizeArgument(second)
        guard n >= 0 else { throw machine.raise(.valueError, "n must be a non-negative integer") }
        guard k >= 0 else { throw machine.raise(.valueError, "k must be a non-negative integer") }
        return (n, k)
    }

    /// The product of whole numbers; each factor costs a step, the size is limited as for any int.
    private static func product(_ machine: inout Machine, from first: Int, through last: Int) throws(Raised) -> Value {
        var result = Value.int(1)
        guard first <= last else { return result }
        for factor in first...last {
            try machine.charge(1)
            result = try machine.binary(.multiply, result, .int(factor))
        }
        return result
    }

    private static func greatestDivisor(_ machine: inout Machine, _ left: Value, _ right: Value) throws(Raised) -> Value
    {
        var a = try absolute(&machine, left)
        var b = try absolute(&machine, right)
        while try machine.truth(b) {
            try machine.charge(1)
            (a, b) = (b, try machine.binary(.modulo, a, b))
        }
        return a
    }

    private static func isqrt(_ machine: inout Machine, _ arguments: NativeArguments) throws(Raised) -> Value {
        let value = try whole(&machine, arguments[0])
        guard let number = machine.integer(value), !number.isNegative else {
            throw machine.raise(.valueError, "isqrt() argument must be nonnegative")
        }
        guard number.bitLength > 0, try machine.truth(value) else { return .int(0) }
        // Newton's method from above: each step halves the error.
        var root = try machine.binary(.leftShift, .int(1), .int((number.bitLength + 1) / 2))
        while true {
            try machine.charge(1)
            let sum = try machine.binary(.add, root, try machine.binary(.floorDivide, value, root))
            let next = try machine.binary(.rightShift, sum, .int(1))
            guard try machine.isLess(next, root) else { return root }
            root = next
        }
    }

    private static func rounding(
        _ name: String,
        _ documentation: String,
        _ rule: FloatingPointRoundingRule
    ) -> NativeFunction {
        NativeFunction("\(name)(x, /)", documentation) { (machine: inout Machine, arguments) throws(Raised) in
            let value = machine.unwrapped(arguments[0])
            if value.isIntegral { return .int(value.intValue) }
            if value.tag == .bigInt { return value }
            if value.tag == .instance {
                let own = try machine.attributeIfAny(value, machine.name("__\(name)__"))
                if !own.isUnbound { return try machine.call(own, []) }
            }
            let number = try real(&machine, value).rounded(rule)
            if number.isNaN { throw machine.raise(.valueError, "cannot convert float NaN to integer") }
            if number.isInfinite { throw machine.raise(.overflowError, "cannot convert float infinity to integer") }
            if let small = Int64(exactly: number) { return .int(small) }
            // A float past 64 bits is its significand shifted.
            let scaled = number.significandWidth
            let bits = Int64(Double(sign: number.sign, exponent: scaled, significand: number.significand))
            return try machine.binary(.leftShift, .int(bits), .int(Int(number.exponent) - scaled))
        }
    }
}
