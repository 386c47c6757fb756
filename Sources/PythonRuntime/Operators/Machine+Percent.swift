/// `template % arguments`: walks a ``PercentTemplate`` with the arguments.
extension Machine {
    /// The arguments of a `%` on their way to the directives.
    private struct PercentArguments {
        /// A tuple, of which the directives take one element after the other, or one value for one directive.
        var values: Value
        var isSingle: Bool
        /// What `%(key)s` looks up in; unbound if it is no mapping.
        var mapping = Value.unbound
        var taken = 0

        init(_ values: Value) {
            self.values = values
            isSingle = values.tag != .tuple
        }
    }

    /// The template with its directives filled. Source: CPython 3.11, `PyUnicode_Format`.
    mutating func formatPercent(_ template: Value, _ operand: Value) throws(Raised) -> Value {
        try charge(1 + Int(template.length) >> 6)
        try enterNative()
        defer { leaveNative() }
        let parsed = PercentTemplate(pythonText(template))
        var arguments = PercentArguments(unwrapped(operand).tag == .tuple ? unwrapped(operand) : operand)
        if isPercentMapping(operand) { arguments.mapping = operand }
        var text: [UInt8] = []
        for piece in parsed.pieces {
            switch piece {
            case .literal(let range):
                text.append(contentsOf: memory.bytes(slice(template, range.lowerBound, range.upperBound)))
            case .directive(let directive): try fill(directive, template, &arguments, into: &text)
            }
            guard text.count <= limits.arenaBytesMax else { throw exhausted("bytes", limits.arenaBytesMax) }
        }
        let count = arguments.isSingle ? 1 : tupleCount(arguments.values)
        guard arguments.taken >= count || !arguments.mapping.isUnbound else {
            throw raise(PercentFormat.notAllConverted)
        }
        return try makeText(text)
    }

    /// What C calls a mapping: whatever has items, but strings and tuples.
    private mutating func isPercentMapping(_ value: Value) -> Bool {
        switch value.tag {
        case .dictionary, .list, .bytes, .range, .eventMap, .eventList: return true
        case .object, .foreign: return types[typeNumber(value)].item != nil
        case .instance:
            if lookupSpecial(value, "__getitem__") != nil { return true }
            let inner = unwrapped(value)
            return !inner.isIdentical(to: value) && isPercentMapping(inner)
        default: return false
        }
    }

    private mutating func next(_ arguments: inout PercentArguments) throws(Raised) -> Value {
        let count = arguments.isSingle ? 1 : tupleCount(arguments.values)
        guard arguments.taken < count else { throw raise(PercentFormat.notEnoughArguments) }
        arguments.taken += 1
        return arguments.isSingle ? arguments.values : tupleElement(arguments.values, arguments.taken - 1)
    }

    private mutating func fill(
        _ directive: PercentTemplate.Directive,
        _ template: Value,
        _ arguments: inout PercentArguments,
        into text: inout [UInt8]
    ) throws(Raised) {
        try charge(1)
        if let key = directive.key {
            guard !arguments.mapping.isUnbound else { throw raise(PercentFormat.requiresMapping) }
            let name = slice(template, key.lowerBound, key.upperBound)
            arguments.values = try item(arguments.mapping, name)
            arguments.isSingle = true
            arguments.taken = 0
        }
        var width: PythonInteger?
        var precision: PythonInteger?
        if directive.width == .argument { width = try star(&arguments) }
        if directive.precision == .argument { precision = try star(&arguments) }
        if let fault = directive.fault { throw raise(fault) }
        let sizes: PercentFormat.Sizes
        do throws(TextFault) {
            sizes = try PercentFormat.Sizes(directive: directive, width: width, precision: precision)
        } catch {
            throw raise(error)
        }
        try append(try next(&arguments), directive, sizes, into: &text)
    }

    private mutating func star(_ arguments: inout PercentArguments) throws(Raised) -> PythonInteger {
        let value = unwrapped(try next(&arguments))
        guard let number = integer(value) else { throw raise(PercentFormat.starWantsInteger) }
        return number
    }

    private mutating func append(
        _ value: Value,
        _ directive: PercentTemplate.Directive,
        _ sizes: PercentFormat.Sizes,
        into text: inout [UInt8]
    ) throws(Raised) {
        let code = directive.conversion < 0x80 ? UInt8(truncatingIfNeeded: directive.conversion) : 0
        do {
            switch Unicode.Scalar(code) {
            case "s", "r", "a":
                let shown =
                    switch Unicode.Scalar(code) {
                    case "s": unwrapped(try str(value))
                    case "r": unwrapped(try repr(value))
                    default: try asciiRepr(value)
                    }
                try PercentFormat.append(pythonText(shown), directive, sizes, into: &text)
            case "d", "i", "u", "o", "x", "X":
                let number = try percentInteger(value, directive)
                try PercentFormat.append(number, directive, sizes, limits: numberLimits, into: &text)
            case "e", "E", "f", "F", "g", "G":
                try PercentFormat.append(try percentFloat(value, directive), directive, sizes, into: &text)
            case "c":
                let inner = unwrapped(value)
                if inner.isString {
                    try PercentFormat.append(pythonText(inner), directive, sizes, into: &text)
                } else {
                    let number = try percentCharacter(value)
                    try PercentFormat.append(number, directive, sizes, limits: numberLimits, into: &text)
                }
            default: throw PercentFormat.unsupported(directive)
            }
        } catch {
            throw raise(fault: error)
        }
    }

    private mutating func percentCharacter(_ value: Value) throws(Raised) -> PythonInteger {
        if let number = integer(unwrapped(value)) { return number }
        guard lookupSpecial(value, "__index__") != nil else {
            throw raise(PercentFormat.characterWantsIntegerOrCharacter)
        }
        return try integerArgument(value)
    }

    private mutating func percentInteger(
        _ value: Value,
        _ directive: PercentTemplate.Directive
    ) throws(Raised) -> PythonInteger {
        let inner = unwrapped(value)
        if let number = integer(inner) { return number }
        let isDecimal = [0x64, 0x69, 0x75].contains(directive.conversion)
        if isDecimal, inner.tag == .float {
            return try checked { () throws(NumberFault) in try PythonInteger(truncating: inner.floatValue) }
        }
        if value.tag == .instance {
            if lookupSpecial(value, "__index__") != nil { return try integerArgument(value) }
            if isDecimal, lookupSpecial(value, "__int__") != nil, let number = integer(try makeInteger(of: value)) {
                return number
            }
        }
        if isDecimal, value.tag == .object || value.tag == .foreign, let number = integer(try intIfAny(value)) {
            return number
        }
        throw raise(PercentFormat.wrongType(directive, typeName: errorTypeName(value)))
    }

    private mutating func percentFloat(
        _ value: Value,
        _ directive: PercentTemplate.Directive
    ) throws(Raised) -> Double {
        if let number = try floatIfAny(value) { return number }
        throw raise(PercentFormat.wrongType(directive, typeName: errorTypeName(value)))
    }
}
