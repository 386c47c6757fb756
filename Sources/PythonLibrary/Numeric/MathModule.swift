import Glibc
package import PythonRuntime

/// `math`, on the C library's functions as CPython is.
package enum MathModule {
    package static let module: NativeModule = NativeModule(
        "math",
        "Functions of real numbers and whole ones.",
        functions: unary + others + integers,
        constants: { (_: inout Machine) throws(Raised) in
            [
                ("pi", .float(Double.pi)), ("e", .float(M_E)), ("tau", .float(2 * Double.pi)),
                ("inf", .float(.infinity)), ("nan", .float(.nan)),
            ]
        }
    )

    /// The float of a number or of what has `__float__`; TypeError for anything else.
    static func real(_ machine: inout Machine, _ value: Value) throws(Raised) -> Double {
        if let number = try machine.double(machine.unwrapped(value)) { return number }
        for method in ["__float__", "__index__"] where value.tag == .instance {
            let own = try machine.attributeIfAny(value, machine.name(method))
            if !own.isUnbound, let number = try machine.double(try machine.call(own, [])) { return number }
        }
        throw machine.raise(.typeError, "must be real number, not \(machine.errorTypeName(value))")
    }

    /// A function of one number: NaN out of a number is a domain error, infinity a range error where `overflows`.
    private static func function(
        _ name: String,
        _ documentation: String,
        overflows: Bool = false,
        _ body: @escaping @Sendable (Double) -> Double
    ) -> NativeFunction {
        NativeFunction("\(name)(x, /)", documentation) { (machine: inout Machine, arguments) throws(Raised) in
            let argument = try real(&machine, arguments[0])
            return .float(try checked(&machine, body(argument), argument, overflows: overflows))
        }
    }

    private static func checked(
        _ machine: inout Machine,
        _ result: Double,
        _ argument: Double,
        overflows: Bool
    ) throws(Raised) -> Double {
        if result.isNaN, !argument.isNaN { throw machine.raise(.valueError, "math domain error") }
        if result.isInfinite, argument.isFinite {
            throw overflows
                ? machine.raise(.overflowError, "math range error") : machine.raise(.valueError, "math domain error")
        }
        return result
    }

    private static let unary: [NativeFunction] = [
        function("acos", "Arc cosine.") { acos($0) },
        function("acosh", "Inverse hyperbolic cosine.") { acosh($0) },
        function("asin", "Arc sine.") { asin($0) },
        function("asinh", "Inverse hyperbolic sine.") { asinh($0) },
        function("atan", "Arc tangent.") { atan($0) },
        function("atanh", "Inverse hyperbolic tangent.") { atanh($0) },
        function("cbrt", "Cube root.") { cbrt($0) },
        function("cos", "Cosine.") { cos($0) },
        function("cosh", "Hyperbolic cosine.", overflows: true) { cosh($0) },
        function("degrees", "Radians as degrees.") { $0 * (180 / Double.pi) },
        function("erf", "Error function.") { erf($0) },
        function("erfc", "Complementary error function.") { erfc($0) },
        function("exp", "e to a power.", overflows: true) { exp($0) },
        function("exp2", "2 to a power.", overflows: true) { exp2($0) },
        function("expm1", "e to a power, less 1.", overflows: true) { expm1($0) },
        function("fabs", "Absolute value.") { abs($0) },
        function("gamma", "Gamma function.", overflows: true) { gammaValue($0) },
        function("lgamma", "Logarithm of the gamma function.") { lgamma($0) },
        function("log1p", "Logarithm of 1 more.") { log1p($0) },
        function("radians", "Degrees as radians.") { $0 * (Double.pi / 180) },
        function("sin", "Sine.") { sin($0) },
        function("sinh", "Hyperbolic sine.", overflows: true) { sinh($0) },
        function("sqrt", "Square root.") { $0.squareRoot() },
        function("tan", "Tangent.") { tan($0) },
        function("tanh", "Hyperbolic tangent.") { tanh($0) },
        function("ulp", "The value of the last bit.") { $0.isInfinite ? .infinity : abs($0).ulp },
    ]

    /// NaN at the poles, so that they are domain errors, and exact factorials where floats have them.
    private static func gammaValue(_ value: Double) -> Double {
        if value == -.infinity || (value <= 0 && value == value.rounded()) { return .nan }
        if value == value.rounded(), value <= 23 {
            return stride(from: 2, to: value, by: 1).reduce(1, *)
        }
        return tgamma(value)
    }

    private static func two(
        _ signature: String,
        _ documentation: String,
        overflows: Bool = false,
        _ body: @escaping @Sendable (Double, Double) -> Double
    ) -> NativeFunction {
        NativeFunction(signature, documentation) { (machine: inout Machine, arguments) throws(Raised) in
            let first = try real(&machine, arguments[0])
            let second = try real(&machine, arguments[1])
            let result = body(first, second)
            if result.isNaN, !first.isNaN, !second.isNaN { throw machine.raise(.valueError, "math domain error") }
            if overflows, result.isInfinite, first.isFinite, second.isFinite {
                throw machine.raise(.overflowError, "math range error")
            }
            return .float(result)
        }
    }

    private static let others: [NativeFunction] = [
        two("atan2(y, x, /)", "Angle of a point.") { atan2($0, $1) },
        two("copysign(x, y, /)", "x with the sign of y.") { copysign($0, $1) },
        two("fmod(x, y, /)", "Remainder with the sign of x.") { fmod($0, $1) },
        two("nextafter(x, y, /)", "The float after x towards y.") { nextafter($0, $1) },
        two("remainder(x, y, /)", "Remainder nearest to 0.") {
            $1.isInfinite && $0.isFinite ? $0 : Glibc.remainder($0, $1)
        },
        NativeFunction("pow(x, y, /)", "x to the power y.") { (machine: inout Machine, arguments) throws(Raised) in
            let base = try real(&machine, arguments[0])
            let exponent = try real(&machine, arguments[1])
            let result = pow(base, exponent)
            if result.isNaN, !base.isNaN, !exponent.isNaN { throw machine.raise(.valueError, "math domain error") }
            if result.isInfinite, base.isFinite, exponent.isFinite {
                throw base == 0
                    ? machine.raise(.valueError, "math domain error")
                    : machine.raise(.overflowError, "math range error")
            }
            return .float(result)
        },
        NativeFunction("log(x, base=..., /)", "Logarithm, natural if no base is given.", logarithm),
        NativeFunction("log2(x, /)", "Logarithm to base 2.") { (machine: inout Machine, arguments) throws(Raised) in
            .float(try log(&machine, arguments[0], scale: 1) { log2($0) })
        },
        NativeFunction("log10(x, /)", "Logarithm to base 10.") { (machine: inout Machine, arguments) throws(Raised) in
            .float(try log(&machine, arguments[0], scale: 0.301029995663981195) { log10($0) })
        },
        NativeFunction("isfinite(x, /)", "Whether neither infinite nor NaN.") {
            (machine: inout Machine, arguments) throws(Raised) in .bool(try real(&machine, arguments[0]).isFinite)
        },
        NativeFunction("isinf(x, /)", "Whether infinite.") { (machine: inout Machine, arguments) throws(Raised) in
            .bool(try real(&machine, arguments[0]).isInfinite)
        },
        NativeFunction("isnan(x, /)", "Whether NaN.") { (machine: inout Machine, arguments) throws(Raised) in
            .bool(try real(&machine, arguments[0]).isNaN)
        },
        NativeFunction("isclose(a, b, *, rel_tol=..., abs_tol=...)", "Whether nearly equal.", isClose),
        NativeFunction("frexp(x, /)", "Mantissa and exponent.") { (machine: inout Machine, arguments) throws(Raised) in
            let number = try real(&machine, arguments[0])
            guard number.isFinite, number != 0 else { return try machine.makeTuple([.float(number), .int(0)]) }
            let parts = Glibc.frexp(number)
            return try machine.makeTuple([.float(copysign(parts.0, number)), .int(parts.1)])
        },
        NativeFunction("ldexp(x, i, /)", "x times 2 to the i.") { (machine: inout Machine, arguments) throws(Raised) in
            let number = try real(&machine, arguments[0])
            guard arguments[1].isIntegral || arguments[1].tag == .bigInt else {
                throw machine.raise(.typeError, "Expected an int as second argument to ldexp.")
            }
            let isNegative = machine.isNegativeInteger(arguments[1])
            let power =
                arguments[1].isIntegral ? Int(max(min(arguments[1].intValue, 5000), -5000)) : isNegative ? -5000 : 5000
            let result = scalbn(number, power)
            if result.isInfinite, number.isFinite { throw machine.raise(.overflowError, "math range error") }
            return .float(result)
        },
        NativeFunction("modf(x, /)", "Fraction and whole part.") { (machine: inout Machine, arguments) throws(Raised) in
            let number = try real(&machine, arguments[0])
            let whole = number.isFinite ? number.rounded(.towardZero) : number
            let fraction =
                number.isNaN ? number : number.isInfinite ? copysign(0, number) : copysign(number - whole, number)
            return try machine.makeTuple([.float(fraction), .float(whole)])
        },
        NativeFunction("hypot(*coordinates)", "Length of a vector.") {
            (machine: inout Machine, arguments) throws(Raised) in
            var values: [Double] = []
            for value in machine.elements(ofSequence: arguments[0]) { values.append(try real(&machine, value)) }
            return .float(length(values))
        },
        NativeFunction("dist(p, q, /)", "Distance of two points.") {
            (machine: inout Machine, arguments) throws(Raised) in
            let first = try machine.makeList(from: arguments[0])
            let second = try machine.makeList(from: arguments[1])
            guard machine.listCount(first) == machine.listCount(second) else {
                throw machine.raise(.valueError, "both points must have the same number of dimensions")
            }
            var values: [Double] = []
            for index in 0..<machine.listCount(first) {
                let left = try real(&machine, machine.listElement(first, index))
                values.append(left - (try real(&machine, machine.listElement(second, index))))
            }
            return .float(length(values))
        },
        NativeFunction("fsum(seq, /)", "An exact sum, rounded once.", exactSum),
    ]

    private static func length(_ values: [Double]) -> Double {
        if values.contains(where: \.isInfinite) { return .infinity }
        if values.count == 1 { return abs(values[0]) }
        if values.count == 2 { return hypot(values[0], values[1]) }
        let scale = values.map { abs($0) }.max() ?? 0
        guard scale > 0, scale.isFinite else { return scale }
        return scale * values.reduce(0) { $0 + ($1 / scale) * ($1 / scale) }.squareRoot()
    }

    /// A logarithm; of ints past the range of floats too. `scale` is the logarithm of 2 to the base.
    private static func log(
        _ machine: inout Machine,
        _ value: Value,
        scale: Double,
        _ body: (Double) -> Double
    ) throws(Raised) -> Double {
        if value.tag == .bigInt, let number = machine.integer(value) {
            guard !number.isNegative else { throw machine.raise(.valueError, "math domain error") }
            let shift = max(0, number.bitLength - 64)
            let top = try machine.checked { () throws(NumberFault) in
                try number.shiftedRight(by: .small(Int64(shift))).double()
            }
            let parts = Glibc.frexp(top)
            return body(parts.0) + Double(parts.1 + shift) * scale
        }
        let number = try real(&machine, value)
        if number.isNaN { return number }
        guard number > 0 else { throw machine.raise(.valueError, "math domain error") }
        return body(number)
    }

    private static func logarithm(_ machine: inout Machine, _ arguments: NativeArguments) throws(Raised) -> Value {
        let top = try log(&machine, arguments[0], scale: M_LN2) { Glibc.log($0) }
        guard !arguments[1].isUnbound else { return .float(top) }
        let bottom = try log(&machine, arguments[1], scale: M_LN2) { Glibc.log($0) }
        guard bottom != 0 else { throw machine.raise(.zeroDivisionError, "float division by zero") }
        return .float(top / bottom)
    }

    private static func isClose(_ machine: inout Machine, _ arguments: NativeArguments) throws(Raised) -> Value {
        let left = try real(&machine, arguments[0])
        let right = try real(&machine, arguments[1])
        let relative = arguments[2].isUnbound ? 1e-9 : try real(&machine, arguments[2])
        let absolute = arguments[3].isUnbound ? 0 : try real(&machine, arguments[3])
        guard relative >= 0, absolute >= 0 else { throw machine.raise(.valueError, "tolerances must be non-negative") }
        if left == right { return .true }
        if left.isInfinite || right.isInfinite { return .false }
        let difference = abs(left - right)
        return .bool(
            difference <= abs(relative * right) || difference <= abs(relative * left) || difference <= absolute
        )
    }

    /// Shewchuk's partial sums, as CPython's `fsum`.
    private static func exactSum(_ machine: inout Machine, _ arguments: NativeArguments) throws(Raised) -> Value {
        var partials: [Double] = []
        var special = 0.0
        try machine.forEach(arguments[0]) { (machine: inout Machine, element) throws(Raised) in
            var x = try real(&machine, element)
            guard x.isFinite else {
                special += x
                return true
            }
            var kept: [Double] = []
            for partial in partials {
                var y = partial
                if abs(x) < abs(y) { swap(&x, &y) }
                let high = x + y
                let low = y - (high - x)
                if low != 0 { kept.append(low) }
                x = high
            }
            guard x.isFinite else { throw machine.raise(.overflowError, "intermediate overflow in fsum") }
            partials = kept + [x]
            return true
        }
        if special != 0 || special.isNaN {
            if special.isNaN { throw machine.raise(.valueError, "-inf + inf in fsum") }
            return .float(special)
        }
        var sum = partials.popLast() ?? 0
        while let next = partials.popLast() {
            let high = sum + next
            let low = next - (high - sum)
            sum = high
            guard low != 0 else { continue }
            // Halfway cases are decided by what is left below.
            if let below = partials.last, (low < 0) == (below < 0) {
                let doubled = low * 2
                let candidate = high + doubled
                if doubled == candidate - high { sum = candidate }
            }
            break
        }
        return .float(sum)
    }
}
