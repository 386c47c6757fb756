/// Expressions, with brackets where precedence needs them.
extension Printer {
    /// An expression; in brackets if it binds less strongly than `minimum`.
    mutating func expression(_ expression: Expression, _ minimum: Int = 1) {
        let needsBrackets = Self.precedence(of: expression) < minimum
        if needsBrackets { text += "(" }
        bare(expression)
        if needsBrackets { text += ")" }
    }

    private static let postfix = 9

    private static func precedence(of expression: Expression) -> Int {
        switch expression.kind {
        // In brackets wherever it stands in an expression.
        case .pipeline: 0
        case .any: 1
        case .all: 2
        case .binary(let symbol, _, _): symbol.precedence
        case .membership, .between: MembershipOperator.precedence
        case .sign: 8
        default: postfix
        }
    }

    private mutating func bare(_ expression: Expression) {
        switch expression.kind {
        case .name(let name): self.name(name)
        case .wildcard(let pattern): text += pattern
        case .star: text += "*"
        case .constant(let value): constant(value)
        case .dynamic(let value):
            text += "dynamic("
            dynamic(value)
            text += ")"
        case .member(let base, let name):
            self.expression(base, Self.postfix)
            if Self.isPlain(name) {
                text += "." + name
            } else {
                text += "["
                string(name)
                text += "]"
            }
        case .index(let base, let place):
            self.expression(base, Self.postfix)
            text += "["
            self.expression(place)
            text += "]"
        case .call(let name, let arguments):
            text += name
            self.arguments(arguments)
        case .method(let base, let name, let arguments):
            self.expression(base, Self.postfix)
            text += "." + name
            self.arguments(arguments)
        case .sign(let isNegative, let operand):
            text += isNegative ? "-" : "+"
            self.expression(operand, 8)
        case .pipeline(let pipeline): self.pipeline(pipeline)
        case .function(let function): self.function(function)
        default: compound(expression)
        }
    }

    private mutating func compound(_ expression: Expression) {
        switch expression.kind {
        case .binary(let symbol, let left, let right):
            self.expression(left, symbol.precedence)
            text += " \(symbol.rawValue) "
            self.expression(right, symbol.precedence + 1)
        case .all(let operands): join(operands, " and ", 3)
        case .any(let operands): join(operands, " or ", 2)
        case .membership(let symbol, let left, let members):
            self.expression(left, MembershipOperator.precedence)
            text += " \(symbol.rawValue) ("
            list(members) { $0.expression($1) }
            text += ")"
        case .between(let left, let low, let high, let isNegated):
            self.expression(left, MembershipOperator.precedence)
            text += isNegated ? " !between (" : " between ("
            self.expression(low)
            text += " .. "
            self.expression(high)
            text += ")"
        case .dataTable(let columns, let values):
            text += "datatable("
            self.columns(columns)
            text += ") ["
            list(values) { $0.expression($1) }
            text += "]"
        case .externalData(let columns, let places, let settings):
            text += "externaldata("
            self.columns(columns)
            text += ") ["
            list(places) { $0.expression($1) }
            text += "]"
            guard !settings.isEmpty else { return }
            text += " with ("
            self.settings(settings)
            text += ")"
        default: break
        }
    }

    private mutating func join(_ operands: [Expression], _ word: String, _ minimum: Int) {
        for (index, operand) in operands.enumerated() {
            if index > 0 { text += word }
            expression(operand, minimum)
        }
    }

    private mutating func arguments(_ arguments: [NamedExpression]) {
        text += "("
        list(arguments) { printer, argument in
            if let name = argument.names.first { printer.text += "\(name)=" }
            printer.expression(argument.value)
        }
        text += ")"
    }

    mutating func named(_ value: NamedExpression) {
        if value.names.count > 1 { text += "(" }
        list(value.names) { $0.name($1) }
        if value.names.count > 1 { text += ")" }
        if !value.names.isEmpty { text += " = " }
        expression(value.value)
    }

    mutating func ordered(_ value: OrderedExpression) {
        named(value.value)
        if let direction = value.direction { text += " \(direction)" }
        if let first = value.nullsFirst { text += first ? " nulls first" : " nulls last" }
    }

    /// A setting without brackets: any word may stand there as it is.
    mutating func setting(_ setting: OperatorParameter) {
        text += setting.name + "="
        if case .name(let word) = setting.value.kind, Self.isPlain(word) {
            text += word
        } else {
            expression(setting.value, 9)
        }
    }

    /// Settings of an operator in brackets.
    mutating func settings(_ settings: [OperatorParameter]) {
        list(settings) { printer, setting in
            printer.text += setting.name + "="
            guard case .call("", let values) = setting.value.kind else { return printer.expression(setting.value) }
            printer.list(values) { $0.expression($1.value) }
        }
    }

    // MARK: Literals

    private mutating func constant(_ value: Constant) {
        switch value {
        case .string(let value, let isObfuscated):
            if isObfuscated { text += "h" }
            string(value)
        // A minus would be an operator; only a hexadecimal literal can be negative.
        case .long(let value): text += value < 0 ? "0x" + String(UInt64(bitPattern: value), radix: 16) : String(value)
        case .real(let value): text += String(value)
        case .bool(let value): text += String(value)
        case .timespan(let value): text += value.literal
        case .typed(let type, let value): text += "\(type)(\(value))"
        }
    }

    private mutating func dynamic(_ value: DynamicValue) {
        switch value {
        case .null: text += "null"
        case .constant(.long(let value)) where value != .min: text += String(value)
        case .constant(let value): constant(value)
        case .array(let elements):
            text += "["
            list(elements) { $0.dynamic($1) }
            text += "]"
        case .bag(let members):
            text += "{"
            list(members) { printer, member in
                printer.string(member.name)
                printer.text += ": "
                printer.dynamic(member.value)
            }
            text += "}"
        }
    }
}
