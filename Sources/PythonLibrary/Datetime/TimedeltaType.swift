import PythonRuntime

extension DatetimeModule {
    /// `timedelta`.
    static let timedelta = NativeType(
        "timedelta",
        module: "datetime",
        "A duration, to the microsecond.",
        methods: [
            NativeFunction("total_seconds(self, /)", "The duration in seconds.", totalSeconds),
            NativeFunction("__abs__(self, /)", "The duration, forwards.") {
                (machine: inout Machine, arguments) throws(Raised) in
                let microseconds = machine.timedelta(arguments[0]) ?? 0
                return try machine.makeTimedelta(microseconds < 0 ? -microseconds : microseconds)
            },
        ],
        properties: [
            NativeFunction("days(self)", "Days, rounded down.") { (machine: inout Machine, arguments) throws(Raised) in
                machine.objectField(arguments[0], 0)
            },
            NativeFunction("seconds(self)", "Seconds of the last day.") {
                (machine: inout Machine, arguments) throws(Raised) in
                .int(machine.objectField(arguments[0], 1).intValue / 1_000_000)
            },
            NativeFunction("microseconds(self)", "Microseconds of the last second.") {
                (machine: inout Machine, arguments) throws(Raised) in
                .int(machine.objectField(arguments[0], 1).intValue % 1_000_000)
            },
        ],
        slots: .init {
            $0.construct = NativeFunction(
                "timedelta(cls, days=..., seconds=..., microseconds=..., milliseconds=..., minutes=..., hours=..., weeks=...)",
                "The sum of its arguments.",
                makeTimedelta
            )
            $0.repr = timedeltaRepr
            $0.str = timedeltaText
            $0.hash = { (machine: inout Machine, value) throws(Raised) in
                let microseconds = machine.timedelta(value) ?? 0
                return try machine.hash(.int(Int64(truncatingIfNeeded: microseconds)))
            }
            $0.truth = { (machine: inout Machine, value) throws(Raised) in machine.timedelta(value) != 0 }
            $0.equals = { (machine: inout Machine, left, right) throws(Raised) in
                guard let first = machine.timedelta(left), let second = machine.timedelta(right) else {
                    return .notImplemented
                }
                return .bool(first == second)
            }
            $0.compare = { (machine: inout Machine, comparison, left, right) throws(Raised) in
                guard let first = machine.timedelta(left), let second = machine.timedelta(right) else {
                    return .notImplemented
                }
                return .bool(comparison.holds(first < second ? -1 : first == second ? 0 : 1))
            }
            $0.binary = timedeltaBinary
            $0.unary = { (machine: inout Machine, operation, value) throws(Raised) in
                guard let microseconds = machine.timedelta(value), operation != .invert else { return .notImplemented }
                return try machine.makeTimedelta(operation == .negative ? -microseconds : microseconds)
            }
        }
    )

    private static func totalSeconds(_ machine: inout Machine, _ arguments: NativeArguments) throws(Raised) -> Value {
        try ratio(&machine, machine.timedelta(arguments[0]) ?? 0, 1_000_000)
    }

    /// The quotient of two integers as the nearest float.
    private static func ratio(_ machine: inout Machine, _ left: Int128, _ right: Int128) throws(Raised) -> Value {
        let exact: Int128 = 1 << 53
        if left.magnitude <= exact.magnitude, right.magnitude <= exact.magnitude, right != 0 {
            return .float(Double(left) / Double(right))
        }
        return .float(
            try machine.checked { () throws(NumberFault) in try integer(left).divided(by: integer(right)) }
        )
    }

    private static func integer(_ value: Int128) -> PythonInteger {
        if let small = Int64(exactly: value) { return .small(small) }
        let high = PythonInteger.small(Int64(truncatingIfNeeded: value >> 62))
        let low = PythonInteger.small(Int64(value & ((1 << 62) - 1)))
        let shifted = (try? high.shiftedLeft(by: .small(62))) ?? high
        return (try? shifted.adding(low)) ?? shifted
    }

    private static func narrow(_ machine: borrowing Machine, _ value: Value) -> Int128? {
        let number = machine.unwrapped(value)
        guard machine.isInteger(number) else { return nil }
        guard number.tag == .bigInt else { return Int128(number.intValue) }
        return machine.isNegativeInteger(number) ? -(1 << 100) : 1 << 100
    }

    // MARK: Making

    /// The names of the units, smallest first as CPython adds them, with their place among the arguments.
    private static let units: [(name: String, argument: Int, microseconds: Int128)] = [
        ("microseconds", 3, 1), ("milliseconds", 4, 1000), ("seconds", 2, 1_000_000), ("minutes", 5, 60_000_000),
        ("hours", 6, 3_600_000_000), ("days", 1, 86_400_000_000), ("weeks", 7, 604_800_000_000),
    ]

    private static func makeTimedelta(_ machine: inout Machine, _ arguments: NativeArguments) throws(Raised) -> Value {
        var total: Int128 = 0
        // Fractions of a microsecond, rounded once at the end.
        var leftover = 0.0
        for unit in units where !arguments[unit.argument].isUnbound {
            let value = machine.unwrapped(arguments[unit.argument])
            if let number = narrow(machine, value) {
                guard number.magnitude < 1 << 100 else {
                    throw machine.raise(.overflowError, "Python int too large to convert to C int")
                }
                total += number * unit.microseconds
            } else if value.tag == .float {
                let whole = try wholePart(&machine, value.floatValue)
                total += whole.whole * unit.microseconds
                let scaled = whole.fraction * Double(unit.microseconds)
                leftover += scaled - scaled.rounded(.towardZero)
                total += Int128(scaled.rounded(.towardZero))
            } else {
                throw machine.raise(
                    .typeError,
                    "unsupported type for timedelta \(unit.name) component: "
                        + machine.errorTypeName(arguments[unit.argument])
                )
            }
        }
        if leftover != 0 {
            var rounded = leftover.rounded(.toNearestOrAwayFromZero)
            if abs(rounded - leftover) == 0.5 {
                let odd = total & 1 == 0 ? 0.0 : 1.0
                rounded = 2 * ((leftover + odd) * 0.5).rounded(.toNearestOrAwayFromZero) - odd
            }
            total += Int128(rounded)
        }
        return try machine.makeTimedelta(total, as: arguments[0])
    }

    private static func wholePart(
        _ machine: inout Machine,
        _ value: Double
    ) throws(Raised) -> (whole: Int128, fraction: Double) {
        if value.isNaN { throw machine.raise(.valueError, "cannot convert float NaN to integer") }
        if value.isInfinite { throw machine.raise(.overflowError, "cannot convert float infinity to integer") }
        guard abs(value) < 1e20 else {
            throw machine.raise(.overflowError, "Python int too large to convert to C int")
        }
        let whole = value.rounded(.towardZero)
        return (Int128(whole), value - whole)
    }

    // MARK: Text

    @Sendable private static func timedeltaRepr(_ machine: inout Machine, _ value: Value) throws(Raised) -> Value {
        let days = machine.objectField(value, 0).intValue
        let rest = machine.objectField(value, 1).intValue
        var parts: [String] = []
        if days != 0 { parts.append("days=\(days)") }
        if rest / 1_000_000 != 0 { parts.append("seconds=\(rest / 1_000_000)") }
        if rest % 1_000_000 != 0 { parts.append("microseconds=\(rest % 1_000_000)") }
        return try machine.makeString("datetime.timedelta(\(parts.isEmpty ? "0" : parts.joined(separator: ", ")))")
    }

    @Sendable private static func timedeltaText(_ machine: inout Machine, _ value: Value) throws(Raised) -> Value {
        let days = machine.objectField(value, 0).intValue
        let rest = Int(machine.objectField(value, 1).intValue)
        let seconds = rest / 1_000_000
        var text = days == 0 ? "" : "\(days) day\(days.magnitude == 1 ? "" : "s"), "
        text += "\(seconds / 3600):\(CivilText.padded(seconds / 60 % 60, 2)):\(CivilText.padded(seconds % 60, 2))"
        if rest % 1_000_000 != 0 { text += "." + CivilText.padded(rest % 1_000_000, 6) }
        return try machine.makeString(text)
    }

    // MARK: Arithmetic

    @Sendable private static func timedeltaBinary(
        _ machine: inout Machine,
        _ operation: BinaryOperation,
        _ left: Value,
        _ right: Value
    ) throws(Raised) -> Value {
        guard let first = machine.timedelta(left) else {
            if operation == .multiply, let second = machine.timedelta(right) {
                return try multiply(&machine, second, left)
            }
            return machine.civilDate(left) == nil ? .notImplemented : try dateBinary(&machine, operation, left, right)
        }
        if let second = machine.timedelta(right) { return try durations(&machine, operation, first, second) }
        switch operation {
        case .multiply: return try multiply(&machine, first, right)
        case .divide, .floorDivide: return try divide(&machine, operation, first, right)
        case .add: return try dateBinary(&machine, operation, right, left)
        default: return .notImplemented
        }
    }

    private static func durations(
        _ machine: inout Machine,
        _ operation: BinaryOperation,
        _ first: Int128,
        _ second: Int128
    ) throws(Raised) -> Value {
        switch operation {
        case .add: return try machine.makeTimedelta(first + second)
        case .subtract: return try machine.makeTimedelta(first - second)
        case .divide:
            guard second != 0 else { throw machine.raise(.zeroDivisionError, "division by zero") }
            return try ratio(&machine, first, second)
        case .floorDivide:
            guard second != 0 else { throw machine.raise(.zeroDivisionError, "integer division or modulo by zero") }
            return try machine.makeInteger(integer(floorDivide(first, second)))
        case .modulo:
            guard second != 0 else { throw machine.raise(.zeroDivisionError, "integer modulo by zero") }
            return try machine.makeTimedelta(first - floorDivide(first, second) * second)
        default: return .notImplemented
        }
    }

    private static func floorDivide(_ left: Int128, _ right: Int128) -> Int128 {
        let (quotient, remainder) = left.quotientAndRemainder(dividingBy: right)
        return remainder != 0 && (remainder < 0) != (right < 0) ? quotient - 1 : quotient
    }

    /// Halves to even, as CPython's `_divide_and_round`. The divisor is positive.
    private static func roundedDivide(_ left: Int128, _ right: Int128) -> Int128 {
        let quotient = floorDivide(left, right)
        let rest = left - quotient * right
        let isUp = rest > right - rest || (rest == right - rest && quotient & 1 == 1)
        return isUp ? quotient + 1 : quotient
    }

    private static func multiply(_ machine: inout Machine, _ first: Int128, _ right: Value) throws(Raised) -> Value {
        if let factor = narrow(machine, right) {
            let (product, overflow) = first.multipliedReportingOverflow(by: factor)
            guard !overflow, factor.magnitude < 1 << 100 else {
                throw machine.raise(.overflowError, "Python int too large to convert to C int")
            }
            return try machine.makeTimedelta(product)
        }
        guard right.tag == .float else { return .notImplemented }
        let factor = try finite(&machine, right.floatValue)
        return try scaled(&machine, first, factor.numerator, factor.exponent)
    }

    private static func divide(
        _ machine: inout Machine,
        _ operation: BinaryOperation,
        _ first: Int128,
        _ right: Value
    ) throws(Raised) -> Value {
        if let divisor = narrow(machine, right) {
            guard divisor != 0 else {
                throw machine.raise(
                    .zeroDivisionError,
                    "integer division or modulo by zero"
                )
            }
            if operation == .floorDivide { return try machine.makeTimedelta(floorDivide(first, divisor)) }
            return try machine.makeTimedelta(
                divisor < 0 ? roundedDivide(-first, -divisor) : roundedDivide(first, divisor)
            )
        }
        guard right.tag == .float, operation == .divide else { return .notImplemented }
        let divisor = try finite(&machine, right.floatValue)
        guard divisor.numerator != 0 else { throw machine.raise(.zeroDivisionError, "division by zero") }
        // first / (n · 2^e) = first · 2^-e / n
        guard divisor.exponent >= -58 else {
            // A divisor this small gives more than any duration holds, unless there is nothing to divide.
            if first == 0 { return try machine.makeTimedelta(0) }
            throw machine.raise(.overflowError, "Python int too large to convert to C int")
        }
        let sign: Int128 = divisor.numerator < 0 ? -1 : 1
        let numerator = divisor.exponent < 0 ? first << Int128(-divisor.exponent) : first
        guard divisor.exponent <= 70 else { return try machine.makeTimedelta(0) }
        let denominator = divisor.exponent > 0 ? divisor.numerator << Int128(divisor.exponent) : divisor.numerator
        return try machine.makeTimedelta(roundedDivide(numerator * sign, denominator * sign))
    }

    /// A float as an odd integer times a power of two; raises for NaN and infinities.
    private static func finite(
        _ machine: inout Machine,
        _ value: Double
    ) throws(Raised) -> (numerator: Int128, exponent: Int) {
        if value.isNaN { throw machine.raise(.valueError, "cannot convert NaN to integer ratio") }
        if value.isInfinite { throw machine.raise(.overflowError, "cannot convert Infinity to integer ratio") }
        guard value != 0 else { return (0, 0) }
        let shift = value.significandWidth
        let odd = Int128(Double(sign: value.sign, exponent: shift, significand: value.significand))
        return (odd, Int(value.exponent) - shift)
    }

    private static func scaled(
        _ machine: inout Machine,
        _ first: Int128,
        _ numerator: Int128,
        _ exponent: Int
    ) throws(Raised) -> Value {
        let product = first * numerator
        if product == 0 { return try machine.makeTimedelta(0) }
        if exponent >= 0 {
            guard exponent < 60, product.magnitude < Int128.max.magnitude >> Int128.Magnitude(exponent) else {
                throw machine.raise(.overflowError, "Python int too large to convert to C int")
            }
            return try machine.makeTimedelta(product << Int128(exponent))
        }
        guard exponent > -125 else { return try machine.makeTimedelta(0) }
        return try machine.makeTimedelta(roundedDivide(product, 1 << Int128(-exponent)))
    }
}
