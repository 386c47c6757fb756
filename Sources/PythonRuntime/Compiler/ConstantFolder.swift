import PythonSyntax

/// Values of expressions that are known before the code runs: literals, negative numbers, tuples of such.
///
/// Nothing is folded that could raise or grow: `10 ** 10 ** 10` stays code.
enum ConstantFolder {
    /// The value of `expression`, or nil. O(tree).
    static func value(of expression: Expression) -> Constant? {
        switch expression.kind {
        case .constant(let constant): return value(of: constant)
        case .tuple(let elements): return tuple(elements).map(Constant.tuple)
        case .unaryOp(.uSub, let operand):
            guard case .constant(let constant) = operand.kind else { return nil }
            return negated(constant)
        default: return nil
        }
    }

    /// The values of all `elements`, or nil.
    static func tuple(_ elements: [Expression]) -> [Constant]? {
        var values: [Constant] = []
        for element in elements {
            guard let value = value(of: element) else { return nil }
            values.append(value)
        }
        return values
    }

    /// What `x in …` may look in without building it each time: a tuple for tuples and lists, which compare one
    /// after the other; a frozenset for sets, where an unhashable `x` is an error.
    static func haystack(_ expression: Expression) -> Constant? {
        switch expression.kind {
        case .tuple(let elements), .list(let elements): tuple(elements).map(Constant.tuple)
        case .set(let elements): tuple(elements).map(Constant.frozenSet)
        default: nil
        }
    }

    /// `left op right` of two ints, if that fits 64 bits.
    static func result(_ left: Constant, _ op: BinaryOperator, _ right: Constant) -> Constant? {
        guard case .int(let first) = left, case .int(let second) = right else { return nil }
        let (value, overflows) =
            switch op {
            case .add: first.addingReportingOverflow(second)
            case .sub: first.subtractingReportingOverflow(second)
            case .mult: first.multipliedReportingOverflow(by: second)
            default: (partialValue: Int64(0), overflow: true)
            }
        return overflows ? nil : .int(value)
    }

    /// Whether the truth of a constant is known, and what it is.
    static func truth(of constant: Constant) -> Bool {
        switch constant {
        case .none: false
        case .bool(let value): value
        case .ellipsis: true
        case .int(let value): value != 0
        case .bigInt: true
        case .float(let bits): Double(bitPattern: bits) != 0
        case .string(let bytes), .bytes(let bytes): !bytes.isEmpty
        case .tuple(let elements), .frozenSet(let elements): !elements.isEmpty
        }
    }

    private static func value(of constant: PythonSyntax.Constant) -> Constant? {
        switch constant {
        case .none: Constant.none
        case .bool(let value): .bool(value)
        case .ellipsis: .ellipsis
        case .int(let value): .int(value)
        case .bigInt(let digits): .bigInt(digits)
        case .float(let value): .float(value.bitPattern)
        case .imaginary: nil
        case .string(let text): .string(text.bytes)
        case .bytes(let bytes): .bytes(bytes)
        }
    }

    private static func negated(_ constant: PythonSyntax.Constant) -> Constant? {
        switch constant {
        case .int(let value) where value >= 0: .int(0 - value)
        case .bigInt("9223372036854775808"): .int(.min)
        case .float(let value): .float((-value).bitPattern)
        default: nil
        }
    }
}
