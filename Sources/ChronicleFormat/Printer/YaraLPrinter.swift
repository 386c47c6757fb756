/// Writes rules as text in one layout: what is parsed from it equals what was printed.
package struct YaraLPrinter {
    private var text = ""

    /// A whole file.
    package static func print(_ file: YaraLFile) -> String {
        var printer = YaraLPrinter()
        for (index, rule) in file.rules.enumerated() {
            if index > 0 { printer.text += "\n" }
            printer.print(rule)
        }
        return printer.text
    }

    /// One expression, on one line.
    package static func print(_ expression: YaraLExpression) -> String {
        var printer = YaraLPrinter()
        printer.print(expression, above: 0)
        return printer.text
    }

    /// Section `match`, without its head.
    package static func print(_ match: YaraLMatch) -> String {
        var text = match.keys.map(print).joined(separator: ", ")
        if let window = match.window {
            text += " \(window.kind.rawValue) \(print(window.length))"
            if let pivot = window.pivot { text += (pivot.isBefore ? " before $" : " after $") + pivot.variable }
        }
        return text
    }

    private static func print(_ duration: YaraLDuration) -> String {
        guard let count = duration.count else { return duration.unit }
        return count + (duration.unit.count == 1 ? "" : " ") + duration.unit
    }

    // MARK: Rules

    private mutating func print(_ rule: YaraLRule) {
        text += "rule \(rule.name) {\n"
        section("meta", rule.meta.map { "\($0.name) = \(Self.print($0.value))" })
        section("events", rule.events.map(Self.predicate))
        if let match = rule.match { section("match", [Self.print(match)]) }
        section("outcome", rule.outcome.map { "$\($0.name) = \(Self.print($0.value))" })
        section("condition", rule.condition.map { [Self.print($0)] } ?? [])
        section("options", rule.options.map { "\($0.name) = \(Self.print($0.value))" })
        section("export", rule.export.map { Self.print($0) })
        text += "}\n"
    }

    private mutating func section(_ name: String, _ lines: [String]) {
        guard !lines.isEmpty else { return }
        text += "  \(name):\n"
        for line in lines { text += "    \(line)\n" }
    }

    /// A predicate of `events`; one that would be taken for the end of the line before stands in parentheses.
    private static func predicate(_ expression: YaraLExpression) -> String {
        let text = print(expression)
        switch text.utf8.first {
        case UInt8(ascii: "-"), UInt8(ascii: "/"), UInt8(ascii: "%"), UInt8(ascii: "("): return "(\(text))"
        default: return text
        }
    }

    // MARK: Expressions

    /// How closely an expression holds together; what is above it must bind less closely, or it stands in parentheses.
    private static func binding(_ expression: YaraLExpression) -> Int {
        switch expression.kind {
        case .any: 1
        case .all: 2
        case .not: 3
        case .comparison, .membership, .withoutCase: 4
        case .arithmetic(_, let operations): operations.first?.sign.isAdditive == true ? 5 : 6
        case .negative: 7
        default: 8
        }
    }

    private mutating func print(_ expression: YaraLExpression, above: Int) {
        let binding = Self.binding(expression)
        let needsParentheses = binding <= above
        if needsParentheses { text += "(" }
        printBare(expression, binding)
        if needsParentheses { text += ")" }
    }

    private mutating func printBare(_ expression: YaraLExpression, _ binding: Int) {
        switch expression.kind {
        case .text(let value, let isRaw): text += isRaw ? "`\(value)`" : Self.quoted(value)
        case .pattern(let pattern): text += Self.slashed(pattern)
        case .number(let digits): text += digits
        case .boolean(let value): text += value ? "true" : "false"
        case .duration(let duration): text += Self.print(duration)
        case .variable(let name): text += "$" + name
        case .count(let name): text += "#" + name
        case .field(let path): print(path)
        case .list(let name, let column): text += "%" + name + (column.map { "." + $0 } ?? "")
        case .call(let name, let arguments):
            text += name + "("
            for (index, argument) in arguments.enumerated() {
                if index > 0 { text += ", " }
                if let label = argument.label { text += label + ": " }
                print(argument.value, above: 0)
            }
            text += ")"
        case .each(let each, let child):
            text += each.rawValue + " "
            print(child, above: 7)
        case .all(let children): print(children, " and ", binding)
        case .any(let children): print(children, " or ", binding)
        case .not(let child):
            text += "not "
            print(child, above: binding - 1)
        case .comparison(let left, let comparison, let right):
            print(left, above: binding)
            text += " \(comparison.rawValue) "
            print(right, above: binding)
        case .membership(let left, let membership, let right):
            print(left, above: binding)
            text += " \(membership.rawValue) "
            print(right, above: 7)
        case .withoutCase(let child):
            printCased(child)
            text += " nocase"
        case .arithmetic(let first, let operations):
            print(first, above: binding)
            for operation in operations {
                text += " \(operation.sign.rawValue) "
                print(operation.operand, above: binding)
            }
        case .negative(let child):
            text += "-"
            print(child, above: binding - 1)
        case .some(let quantity, let parts):
            text += Self.print(quantity) + " of ["
            print(parts, ", ", 0)
            text += "]"
        // Nothing that can be read: printed trees have no errors.
        case .unreadable: text += "?"
        }
    }

    private mutating func print(_ children: [YaraLExpression], _ separator: String, _ binding: Int) {
        for (index, child) in children.enumerated() {
            if index > 0 { text += separator }
            print(child, above: binding)
        }
    }

    /// What stands before `nocase`: a comparison or a membership as it is, anything else as an operand.
    private mutating func printCased(_ child: YaraLExpression) {
        switch child.kind {
        case .comparison, .membership: print(child, above: 3)
        default: print(child, above: 4)
        }
    }

    private mutating func print(_ path: YaraLPath) {
        if let variable = path.variable { text += "$" + variable }
        text += Self.print(path.steps, hasVariable: path.variable != nil)
    }

    /// The way to a field without its variable, as rules write it.
    package static func print(_ steps: [YaraLPath.Step], hasVariable: Bool = false) -> String {
        var text = ""
        for (index, step) in steps.enumerated() {
            switch step {
            case .name(let name): text += (index > 0 || hasVariable ? "." : "") + name
            case .key(let key): text += "[\(quoted(key))]"
            case .index(let digits): text += "[\(digits)]"
            }
        }
        return text
    }

    private static func print(_ quantity: YaraLExpression.Quantity) -> String {
        switch quantity {
        case .number(let digits): digits
        case .any: "any"
        case .all: "all"
        }
    }

    // MARK: Texts

    private static func quoted(_ value: String) -> String {
        var text = "\""
        for scalar in value.unicodeScalars {
            switch scalar {
            case "\"": text += "\\\""
            case "\\": text += "\\\\"
            case "\n": text += "\\n"
            case "\r": text += "\\r"
            case "\t": text += "\\t"
            default: text.unicodeScalars.append(scalar)
            }
        }
        return text + "\""
    }

    private static func slashed(_ pattern: String) -> String {
        var text = "/"
        var isEscaped = false
        for scalar in pattern.unicodeScalars {
            if scalar == "/", !isEscaped { text += "\\" }
            isEscaped = scalar == "\\" && !isEscaped
            text.unicodeScalars.append(scalar)
        }
        return text + "/"
    }
}
