import Diagnostics
import PythonSyntax

/// Values written as Python: `ast.literal_eval`.
extension Machine {
    /// The value of a text that holds one literal: numbers, texts, bytes, tuples, lists, dicts, sets, `True`, `None`, `...`.
    /// Raises SyntaxError for what is no expression, ValueError for any other expression. A step for each 32 bytes.
    package mutating func literal(_ text: Value) throws(Raised) -> Value {
        let bytes = memory.bytes(text)
        try charge(bytes.count / 32)
        let leading = bytes.prefix { $0 == UInt8(ascii: " ") || $0 == UInt8(ascii: "\t") }.count
        let source = Source(path: "<unknown>", bytes: Array(bytes.dropFirst(leading)))
        let parsed = Parser.parse(source)
        guard parsed.isValid, parsed.module.body.count == 1, case .expr(let expression) = parsed.module.body[0].kind
        else {
            let first = parsed.diagnostics.first { $0.severity == .error }
            let message = first?.message ?? "invalid syntax"
            throw raise(.syntaxError, "\(message) (<unknown>, line \(first?.location?.line ?? 1))")
        }
        return try literal(expression, in: source)
    }

    private mutating func literal(_ expression: Expression, in source: Source) throws(Raised) -> Value {
        try charge(1)
        switch expression.kind {
        case .constant(let constant): return try literal(constant, at: expression, in: source)
        case .tuple(let elements): return try makeTuple(try literals(elements, in: source))
        case .list(let elements): return try makeList(try literals(elements, in: source))
        case .set(let elements):
            let set = try makeDictionary(.set, capacity: elements.count)
            for element in elements { try add(try literal(element, in: source), to: set) }
            return set
        case .call(let function, let arguments, let keywords):
            guard case .name("set") = function.kind, arguments.isEmpty, keywords.isEmpty else { break }
            return try makeDictionary(.set, capacity: 0)
        case .dict(let items):
            let dictionary = try makeDictionary()
            for item in items {
                guard let key = item.key else { throw raise(.valueError, "malformed node or string: None") }
                let value = try literal(key, in: source)
                try set(value, to: try literal(item.value, in: source), in: dictionary)
            }
            return dictionary
        case .unaryOp(let operation, let operand):
            guard operation == .uSub || operation == .uAdd, case .constant(let constant) = operand.kind else { break }
            switch constant {
            case .int, .bigInt, .float:
                let number = try literal(constant, at: operand, in: source)
                return try unary(operation == .uSub ? .negative : .positive, number)
            default: throw malformed(operand, in: source)
            }
        default: break
        }
        throw malformed(expression, in: source)
    }

    private mutating func literals(_ expressions: [Expression], in source: Source) throws(Raised) -> [Value] {
        var values: [Value] = []
        for expression in expressions { values.append(try literal(expression, in: source)) }
        return values
    }

    private mutating func literal(
        _ constant: PythonSyntax.Constant,
        at expression: Expression,
        in source: Source
    ) throws(Raised) -> Value {
        switch constant {
        case .none: return .none
        case .bool(let flag): return .bool(flag)
        case .ellipsis: return .ellipsis
        case .int(let number): return .int(number)
        case .float(let number): return .float(number)
        case .string(let text): return try makeText(text.bytes)
        case .bytes(let bytes): return try makeText(bytes, tag: .bytes)
        case .bigInt(let digits):
            let parsed = Array(digits.utf8).withUnsafeBytes { bytes in
                Result { () throws(NumberFault) in try PythonInteger(parsing: PythonText(bytes)) }
            }
            let number: PythonInteger
            do { number = try parsed.get() } catch { throw raise(error) }
            return try makeInteger(number)
        case .imaginary: throw malformed(expression, in: source)
        }
    }

    private mutating func malformed(_ expression: Expression, in source: Source) -> Raised {
        let line = source.line(at: expression.span.start)
        return raise(
            .valueError,
            "malformed node or string on line \(line): <ast.\(Machine.nodeName(of: expression)) object at 0x\(String(expression.span.start + 16, radix: 16))>"
        )
    }

    /// The class of CPython's `ast` for an expression.
    private static func nodeName(of expression: Expression) -> String {
        switch expression.kind {
        case .boolOp: "BoolOp"
        case .namedExpr: "NamedExpr"
        case .binOp: "BinOp"
        case .unaryOp: "UnaryOp"
        case .lambda: "Lambda"
        case .ifExp: "IfExp"
        case .dict: "Dict"
        case .set: "Set"
        case .listComp: "ListComp"
        case .setComp: "SetComp"
        case .dictComp: "DictComp"
        case .generatorExp: "GeneratorExp"
        case .await: "Await"
        case .yield: "Yield"
        case .yieldFrom: "YieldFrom"
        case .compare: "Compare"
        case .call: "Call"
        case .formattedValue: "FormattedValue"
        case .joinedStr: "JoinedStr"
        case .constant: "Constant"
        case .attribute: "Attribute"
        case .subscripted: "Subscript"
        case .starred: "Starred"
        case .name: "Name"
        case .list: "List"
        case .tuple: "Tuple"
        case .slice: "Slice"
        }
    }
}
