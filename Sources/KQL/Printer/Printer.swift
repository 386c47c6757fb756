/// Writes a tree as KQL: the same tree comes of parsing what it writes.
///
/// One operator a line; comments and the author's layout are gone.
package struct Printer {
    var text = ""

    /// The text of a script.
    package static func print(_ script: Script) -> String {
        var printer = Printer()
        printer.statements(script.statements, separator: ";\n", operatorSeparator: "\n| ")
        return printer.text
    }

    /// The text of an expression, in one line.
    package static func print(_ expression: Expression) -> String {
        var printer = Printer()
        printer.expression(expression)
        return printer.text
    }

    /// Words that mean something of their own somewhere a name may stand.
    private static let reserved: Set<String> = [
        "alias", "and", "as", "asc", "between", "by", "count", "datatable", "date", "datetime", "declare", "default",
        "desc", "dynamic", "edges", "evaluate", "external_data", "externaldata", "false", "False", "FALSE", "find",
        "first",
        "from", "granny", "guid", "in", "last", "let", "limit", "nodes", "null", "nulls", "of", "on", "optional",
        "or",
        "order", "others", "output", "pack", "pack_all", "partition", "partitioned", "partitionedby", "print",
        "project",
        "range", "regex", "restrict", "search", "set", "step", "time", "timespan", "to", "top", "true", "True", "TRUE",
        "typeof", "union", "uniqueid", "uuid", "view", "where", "with", "with_node_id",
    ]

    static func isPlain(_ name: String) -> Bool {
        guard let first = name.utf8.first, !(UInt8(ascii: "0")...UInt8(ascii: "9")).contains(first) else {
            return false
        }
        return name.utf8.dropFirst(first == UInt8(ascii: "$") ? 1 : 0).allSatisfy(Lexer.isNamePart)
    }

    mutating func name(_ name: String) {
        if Self.isPlain(name), !Self.reserved.contains(name) { return text += name }
        text += "["
        string(name)
        text += "]"
    }

    mutating func string(_ value: String) {
        text += "\""
        for scalar in value.unicodeScalars {
            switch scalar {
            case "\\": text += "\\\\"
            case "\"": text += "\\\""
            case "\n": text += "\\n"
            case "\r": text += "\\r"
            case "\t": text += "\\t"
            case "\u{0}"..<" ", "\u{7F}"..."\u{9F}", "\u{2028}", "\u{2029}":
                let digits = String(scalar.value, radix: 16)
                text += "\\u" + String(repeating: "0", count: max(0, 4 - digits.utf8.count)) + digits
            default: text.unicodeScalars.append(scalar)
            }
        }
        text += "\""
    }

    /// Elements with a comma between them.
    mutating func list<Element>(_ elements: [Element], _ body: (inout Printer, Element) -> Void) {
        for (index, element) in elements.enumerated() {
            if index > 0 { text += ", " }
            body(&self, element)
        }
    }

    mutating func statements(_ statements: [Statement], separator: String, operatorSeparator: String) {
        for (index, statement) in statements.enumerated() {
            if index > 0 { text += separator }
            self.statement(statement, operatorSeparator)
        }
    }

    private mutating func statement(_ statement: Statement, _ operatorSeparator: String) {
        switch statement.kind {
        case .definition(let name, let value):
            text += "let "
            self.name(name)
            text += " = "
            if case .function(let function) = value.kind {
                self.function(function)
            } else {
                tabular(value, operatorSeparator)
            }
        case .query(let value): tabular(value, operatorSeparator)
        case .option(let name, let value):
            text += "set \(name)"
            guard let value else { return }
            text += " = "
            expression(value)
        case .queryParameters(let parameters):
            text += "declare query_parameters ("
            list(parameters) { $0.parameter($1) }
            text += ")"
        case .alias(let name, let value):
            text += "alias database "
            self.name(name)
            text += " = "
            expression(value)
        case .restriction(let tables):
            text += "restrict access to ("
            list(tables) { $0.expression($1) }
            text += ")"
        }
    }

    /// A table that needs no brackets.
    private mutating func tabular(_ value: Expression, _ operatorSeparator: String) {
        guard case .pipeline(let pipeline) = value.kind else { return expression(value) }
        self.pipeline(pipeline, separator: operatorSeparator)
    }

    mutating func pipeline(_ pipeline: Pipeline, separator: String = " | ") {
        if let source = pipeline.source { expression(source) }
        for (index, step) in pipeline.operators.enumerated() {
            if index > 0 || pipeline.source != nil { text += separator }
            tabularOperator(step)
        }
    }

    mutating func function(_ function: Expression.Function) {
        if function.isView { text += "view " }
        text += "("
        list(function.parameters) { $0.parameter($1) }
        text += ") { "
        statements(function.body, separator: "; ", operatorSeparator: " | ")
        text += " }"
    }

    mutating func parameter(_ parameter: Parameter) {
        name(parameter.name)
        text += ": "
        switch parameter.type {
        case .scalar(let type): text += type
        case .table(let columns):
            text += "("
            if columns.isEmpty { text += "*" } else { self.columns(columns) }
            text += ")"
        }
        guard let value = parameter.defaultValue else { return }
        text += " = "
        expression(value)
    }

    mutating func columns(_ columns: [ColumnDeclaration]) {
        list(columns) { printer, column in
            if column.name == "*" { printer.text += "*" } else { printer.name(column.name) }
            if let type = column.type { printer.text += ": \(type)" }
        }
    }
}
