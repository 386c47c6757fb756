import BigInt

/// Binary and unary operators.
extension Machine {
    /// `left op right`, or with `inPlace` `left op= right`.
    package mutating func binary(
        _ operation: BinaryOperation,
        _ left: Value,
        _ right: Value,
        inPlace: Bool = false
    ) throws(Raised) -> Value {
        if let result = try binaryIfAny(operation, left, right, inPlace: inPlace) { return result }
        let first = unwrapped(left)
        let second = unwrapped(right)
        if !first.isIdentical(to: left) || !second.isIdentical(to: right) {
            // What an instance holds is changed, and the instance stays what it is.
            if inPlace, try inPlaceBuiltin(operation, first, second) != nil { return left }
            if let result = try binaryIfAny(operation, first, second, inPlace: false) { return result }
        }
        if operation == .multiply, isSequenceForRepeat(first) || isSequenceForRepeat(second) {
            let count = isSequenceForRepeat(first) ? right : left
            if lookupSpecial(count, "__index__") != nil {
                let number = try makeInteger(try integerArgument(count))
                return try binary(operation, isSequenceForRepeat(first) ? first : second, number)
            }
        }
        throw unsupported(operation, left, right, inPlace: inPlace)
    }

    /// The result for these types as they are; nil if they have none.
    @inline(__always)
    private mutating func binaryIfAny(
        _ operation: BinaryOperation,
        _ left: Value,
        _ right: Value,
        inPlace: Bool
    ) throws(Raised) -> Value? {
        if let result = try numeric(operation, left, right) { return result }
        if inPlace, let result = try inPlaceBuiltin(operation, left, right) { return result }
        if let result = try builtinBinary(operation, left, right) { return result }
        return try specialBinary(operation, left, right, inPlace: inPlace)
    }

    /// TypeError in CPython's words, with the names of the operands' own classes.
    private mutating func unsupported(
        _ operation: BinaryOperation,
        _ left: Value,
        _ right: Value,
        inPlace: Bool
    ) -> Raised {
        // Sequences have words of their own for `+`.
        if operation == .add {
            switch unwrapped(left).tag {
            case .string: return raise(.typeError, "can only concatenate str (not \"\(errorTypeName(right))\") to str")
            case .list where inPlace: return raise(.typeError, "'\(errorTypeName(right))' object is not iterable")
            case .list: return raise(.typeError, "can only concatenate list (not \"\(errorTypeName(right))\") to list")
            case .tuple:
                return raise(.typeError, "can only concatenate tuple (not \"\(errorTypeName(right))\") to tuple")
            case .bytes: return raise(.typeError, "can't concat \(errorTypeName(right)) to bytes")
            default: break
            }
        }
        if operation == .multiply, isSequenceForRepeat(unwrapped(left)) || isSequenceForRepeat(unwrapped(right)) {
            let other = isSequenceForRepeat(unwrapped(left)) ? right : left
            return raise(.typeError, "can't multiply sequence by non-int of type '\(errorTypeName(other))'")
        }
        let symbol = inPlace ? (operation == .power ? "**=" : operation.symbol + "=") : operation.symbol
        return raise(
            .typeError,
            "unsupported operand type(s) for \(symbol): '\(errorTypeName(left))' and '\(errorTypeName(right))'"
        )
    }

    private func isSequenceForRepeat(_ value: Value) -> Bool {
        [.string, .list, .tuple, .bytes].contains(value.tag)
    }

    /// Numbers; nil if one of the two is none.
    @inline(__always)
    private mutating func numeric(
        _ operation: BinaryOperation,
        _ left: Value,
        _ right: Value
    ) throws(Raised) -> Value? {
        guard operation != .matrixMultiply else { return nil }
        if left.tag == .float || right.tag == .float {
            guard operation.isForFloats else { return nil }
            guard let first = try double(left), let second = try double(right) else { return nil }
            return try floats(operation, first, second)
        }
        guard left.isIntegral, right.isIntegral else {
            guard let first = integer(left), let second = integer(right) else { return nil }
            return try integers(operation, first, second)
        }
        let first = left.intValue
        let second = right.intValue
        switch operation {
        case .add:
            let (sum, overflow) = first.addingReportingOverflow(second)
            if !overflow { return .int(sum) }
        case .subtract:
            let (difference, overflow) = first.subtractingReportingOverflow(second)
            if !overflow { return .int(difference) }
        case .multiply:
            let (product, overflow) = first.multipliedReportingOverflow(by: second)
            if !overflow { return .int(product) }
        case .bitAnd, .bitOr, .bitXor:
            let bits = operation == .bitAnd ? first & second : operation == .bitOr ? first | second : first ^ second
            return left.tag == .bool && right.tag == .bool ? .bool(bits != 0) : .int(bits)
        default: break
        }
        return try integers(operation, .small(first), .small(second))
    }

    private mutating func integers(
        _ operation: BinaryOperation,
        _ left: PythonInteger,
        _ right: PythonInteger
    ) throws(Raised) -> Value {
        try chargeIntegers(operation, left, right)
        let limits = numberLimits
        do throws(NumberFault) {
            let result: PythonInteger
            switch operation {
            case .add: result = try left.adding(right, limits: limits)
            case .subtract: result = try left.subtracting(right, limits: limits)
            case .multiply:
                result = try left.multiplied(by: right, limits: limits)
            case .divide: return .float(try left.divided(by: right))
            case .floorDivide: result = try left.floorDivided(by: right)
            case .modulo: result = try left.modulo(right)
            case .power:
                switch try left.raised(to: right, limits: limits) {
                case .integer(let power): result = power
                case .float(let power): return .float(power)
                }
            case .leftShift: result = try left.shiftedLeft(by: right, limits: limits)
            case .rightShift: result = try left.shiftedRight(by: right)
            case .bitAnd: result = PythonInteger(left.bigInt & right.bigInt)
            case .bitOr: result = PythonInteger(left.bigInt | right.bigInt)
            case .bitXor: result = PythonInteger(left.bigInt ^ right.bigInt)
            case .matrixMultiply:
                return .unbound
            }
            let value = result
            return try finishInteger(value)
        } catch {
            throw exception.isUnbound ? raise(error) : Raised()
        }
    }

    /// Steps for an operation on long integers: of the product of their words where that is what it takes.
    mutating func chargeIntegers(
        _ operation: BinaryOperation,
        _ left: PythonInteger,
        _ right: PythonInteger
    ) throws(Raised) {
        guard left.bitLength > 1024 || right.bitLength > 1024 || operation == .power else { return }
        let first = left.bitLength / 64 + 1
        let second = right.bitLength / 64 + 1
        switch operation {
        case .multiply, .divide, .floorDivide, .modulo:
            try charge((first + second) / 16 + first.multipliedReportingOverflow(by: second).partialValue / 64)
        case .power:
            // As long as its result, which is refused elsewhere if it is too long.
            guard case .small(let exponent) = right, exponent > 0 else { return }
            let bits = left.bitLength.multipliedReportingOverflow(by: Int(exponent))
            let result = min(bits.overflow ? .max : bits.partialValue, limits.integerBitsMax) / 64
            try charge(result.multipliedReportingOverflow(by: result).partialValue / 64)
        default: try charge((first + second) / 16)
        }
    }

    private mutating func finishInteger(_ value: PythonInteger) throws(NumberFault) -> Value {
        do throws(Raised) { return try makeInteger(value) } catch {
            throw .integerTooLarge(bitsMax: limits.integerBitsMax)
        }
    }

    var numberLimits: NumberLimits {
        var numbers = NumberLimits.standard
        numbers.integerBitsMax = limits.integerBitsMax
        return numbers
    }

    /// The float of a number; nil for what is none; raises OverflowError for an int past the range.
    package mutating func double(_ value: Value) throws(Raised) -> Double? {
        switch value.tag {
        case .float: return value.floatValue
        case .int, .bool: return Double(value.intValue)
        case .bigInt:
            guard let number = integer(value) else { return nil }
            return try checked { () throws(NumberFault) in try number.double() }
        default: return nil
        }
    }

    // MARK: Builtin containers

    private mutating func builtinBinary(
        _ operation: BinaryOperation,
        _ left: Value,
        _ right: Value
    ) throws(Raised) -> Value? {
        switch (operation, left.tag, right.tag) {
        case (.add, .string, .string), (.add, .bytes, .bytes): return try concatenate(left, right)
        case (.add, .list, .list), (.add, .tuple, .tuple): return try concatenateSequences(left, right)
        case (.multiply, _, .int), (.multiply, _, .bool):
            if isSequenceForRepeat(left) { return try repeatSequence(left, right.intValue) }
        case (.multiply, .int, _), (.multiply, .bool, _):
            if isSequenceForRepeat(right) { return try repeatSequence(right, left.intValue) }
        case (.modulo, .string, _): return try formatPercent(left, right)
        case (.modulo, .bytes, _): break
        case (.bitOr, .dictionary, .dictionary):
            let merged = try copyDictionary(left, as: .dictionary)
            try updateDictionary(merged, from: right)
            return merged
        case (.bitOr, .nativeType, _), (.bitOr, .classObject, _), (.bitOr, _, .nativeType), (.bitOr, _, .classObject):
            if let union = try makeUnion(left, right) { return union }
        default: break
        }
        if isSetLike(left), isSetLike(right), let result = try setOperator(operation, left, right) { return result }
        if isView(left) || isView(right), let result = try viewOperator(operation, left, right) { return result }
        for value in [left, right]
        where value.tag == .object || value.tag == .foreign || value.tag == .eventMap || value.tag == .eventList {
            guard let body = types[typeNumber(value)].binary else { continue }
            let result = try body(&self, operation, left, right)
            if result.tag != .notImplemented { return result }
        }
        return nil
    }

    private mutating func inPlaceBuiltin(
        _ operation: BinaryOperation,
        _ left: Value,
        _ right: Value
    ) throws(Raised) -> Value? {
        switch (operation, left.tag) {
        case (.add, .list):
            try extend(left, with: right)
            return left
        case (.multiply, .list):
            guard right.isIntegral else { return nil }
            let repeated = try repeatSequence(left, right.intValue)
            try setListCount(left, 0)
            try extend(left, with: repeated)
            return left
        case (.bitOr, .dictionary):
            try updateDictionary(left, from: right)
            return left
        case (.bitOr, .set), (.bitAnd, .set), (.subtract, .set), (.bitXor, .set):
            guard isSetLike(right), let result = try setOperator(operation, left, right) else { return nil }
            clearDictionary(left)
            try updateSet(left, from: result)
            return left
        case (_, .object):
            guard let body = types[typeNumber(left)].inPlace else { return nil }
            let result = try body(&self, operation, left, right)
            return result.tag == .notImplemented ? nil : result
        default: return nil
        }
    }

    // MARK: Special methods

    private mutating func specialBinary(
        _ operation: BinaryOperation,
        _ left: Value,
        _ right: Value,
        inPlace: Bool
    ) throws(Raised) -> Value? {
        guard left.tag == .instance || right.tag == .instance else { return nil }
        let word = operation.word
        if inPlace, let result = try callSpecial("__i\(word)__", left, right) { return result }
        // The right operand goes first if its class is derived from the left one's.
        let rightFirst =
            left.tag == .instance && right.tag == .instance
            && !instanceClass(left).isIdentical(to: instanceClass(right))
            && isSubclass(instanceClass(right), of: instanceClass(left))
        if rightFirst, let result = try callSpecial("__r\(word)__", right, left) { return result }
        if let result = try callSpecial("__\(word)__", left, right) { return result }
        if !rightFirst { return try callSpecial("__r\(word)__", right, left) }
        return nil
    }

    /// Calls special method `name` of an instance of a rule's class; nil if it has none or says NotImplemented.
    mutating func callSpecial(_ name: String, _ receiver: Value, _ argument: Value) throws(Raised) -> Value? {
        guard receiver.tag == .instance else { return nil }
        let method = lookupInClass(instanceClass(receiver), intern(name))
        guard !method.isUnbound, !method.isNone else { return nil }
        let result = try call(try bind(method, to: receiver), [argument])
        return result.tag == .notImplemented ? nil : result
    }

    /// `-value`, `+value`, `~value`.
    package mutating func unary(_ operation: UnaryOperation, _ value: Value) throws(Raised) -> Value {
        switch value.tag {
        case .int, .bool:
            switch operation {
            case .negative where value.intValue == .min: break
            case .negative: return .int(-value.intValue)
            case .positive: return .int(value.intValue)
            case .invert: return .int(~value.intValue)
            }
        case .float where operation != .invert:
            return .float(operation == .negative ? -value.floatValue : value.floatValue)
        case .object:
            if let body = types[typeNumber(value)].unary {
                let result = try body(&self, operation, value)
                if result.tag != .notImplemented { return result }
            }
        case .instance:
            if let method = lookupSpecial(
                value,
                operation == .negative ? "__neg__" : operation == .positive ? "__pos__" : "__invert__"
            ) {
                return try call(method, [])
            }
            let inner = unwrapped(value)
            if isInteger(inner) || inner.tag == .float { return try unary(operation, inner) }
        default: break
        }
        guard let number = integer(value) else {
            throw raise(.typeError, "bad operand type for unary \(operation.rawValue): '\(errorTypeName(value))'")
        }
        switch operation {
        case .negative: return try makeInteger(number.negated())
        case .positive: return value
        case .invert: return try makeInteger(PythonInteger(-number.bigInt - 1))
        }
    }
}
