/// Compiles the text of a path.
///
///     path      = chain {".." chain}
///     chain     = ["$" | "@"] {"." segment | "[" selector "]"}
///     segment   = fields | "*" | NUMBER | "[" selector "]" | "(" path ")"
///     selector  = fields | "*" | NUMBER | slice | "?" conditions
///     condition = path [operator literal] | "(" conditions ")"
struct JSONPathParser {
    private var lexer: JSONPathLexer
    private var token: JSONPathLexer.Token = .end
    private var names: [String] = []

    /// A path that has been parsed so far, with both of its spellings.
    private struct Parsed {
        var steps: [JSONPath.Step] = []
        /// As `str` shows it: parts to be joined by points.
        var parts: [String] = []
        /// As `repr` shows it.
        var representation = ""

        mutating func append(_ step: JSONPath.Step?, _ text: String, _ name: String) {
            if let step { steps.append(step) }
            parts.append(text)
            representation = representation.isEmpty ? name : "Child(\(representation), \(name))"
        }
    }

    private init(_ text: String) { lexer = JSONPathLexer(text) }

    /// The path of `text`.
    static func parse(_ text: String) throws(JSONPathFault) -> JSONPath {
        guard text.utf8.count <= JSONPath.lengthMax else { throw JSONPathFault(reason: .tooLarge, offset: 0) }
        var parser = JSONPathParser(text)
        try parser.advance()
        let parsed = try parser.parsePath(depth: 0)
        guard parser.token == .end else { throw parser.unexpected() }
        return JSONPath(
            steps: parsed.steps,
            description: parsed.parts.joined(separator: "."),
            names: parser.names
        )
    }

    /// The number of a name within the path.
    private mutating func number(_ name: String) -> Int {
        if let known = names.firstIndex(of: name) { return known }
        names.append(name)
        return names.count - 1
    }

    private mutating func advance() throws(JSONPathFault) { token = try lexer.next() }

    private mutating func take(_ symbol: String) throws(JSONPathFault) -> Bool {
        guard token == .symbol(symbol) else { return false }
        try advance()
        return true
    }

    private mutating func expect(_ symbol: String) throws(JSONPathFault) {
        guard try take(symbol) else { throw unexpected() }
    }

    private func unexpected() -> JSONPathFault {
        switch token {
        case .end: JSONPathFault(reason: .truncated, offset: lexer.start)
        case .name(let text) where ["where", "wherenot"].contains(text):
            JSONPathFault(reason: .unsupported("'\(text)'"), offset: lexer.start)
        case .symbol("=~"): JSONPathFault(reason: .unsupported("a regular expression"), offset: lexer.start)
        case .name(let text), .symbol(let text): JSONPathFault(reason: .unexpected(text), offset: lexer.start)
        case .int(let number): JSONPathFault(reason: .unexpected(String(number)), offset: lexer.start)
        case .float(let number): JSONPathFault(reason: .unexpected(String(number)), offset: lexer.start)
        case .bool(let flag): JSONPathFault(reason: .unexpected(String(flag)), offset: lexer.start)
        }
    }

    // MARK: Paths

    private mutating func parsePath(depth: Int) throws(JSONPathFault) -> Parsed {
        guard depth <= JSONPath.depthMax else { throw JSONPathFault(reason: .tooLarge, offset: lexer.start) }
        var path = try parseChain(depth: depth)
        while try take("..") {
            if token == .symbol("$") || token == .symbol("@") { throw unexpected() }
            let below = try parseChain(depth: depth)
            path.steps.append(.descendants(below.steps))
            path.parts = ["\(path.parts.joined(separator: "."))..\(below.parts.joined(separator: "."))"]
            path.representation = "Descendants(\(path.representation), \(below.representation))"
        }
        return path
    }

    private mutating func parseChain(depth: Int) throws(JSONPathFault) -> Parsed {
        var path = Parsed()
        if try take("$") {
            path.append(nil, "$", "Root()")
        } else if try take("@") {
            path.append(nil, "`this`", "This()")
        } else {
            try parseSegment(&path, depth: depth)
        }
        while true {
            if try take(".") {
                try parseSegment(&path, depth: depth)
            } else if token == .symbol("[") {
                try parseBrackets(&path, depth: depth)
            } else {
                return path
            }
        }
    }

    private mutating func parseSegment(_ path: inout Parsed, depth: Int) throws(JSONPathFault) {
        switch token {
        case .name: try parseFields(&path)
        case .bool(let flag):
            try advance()
            appendFields([flag ? "true" : "false"], &path)
        case .int(let number):
            try advance()
            appendFields([String(number)], &path)
        case .symbol("*"):
            try advance()
            path.append(.anyField, "*", "Fields('*')")
        case .symbol("["): try parseBrackets(&path, depth: depth)
        case .symbol("("):
            try advance()
            let inner = try parsePath(depth: depth + 1)
            try expect(")")
            path.steps += inner.steps
            path.parts += inner.parts
            path.representation =
                path.representation.isEmpty
                ? inner.representation : "Child(\(path.representation), \(inner.representation))"
        default: throw unexpected()
        }
    }

    private mutating func parseFields(_ path: inout Parsed) throws(JSONPathFault) {
        var names: [String] = []
        repeat {
            guard case .name(let name) = token else { throw unexpected() }
            names.append(name)
            try advance()
        } while try take(",")
        appendFields(names, &path)
    }

    private mutating func appendFields(_ fields: [String], _ path: inout Parsed) {
        // jsonpath-ng takes a quoted star for the wildcard too.
        let step: JSONPath.Step = fields.contains("*") ? .anyField : .fields(fields.map { number($0) })
        path.append(step, fields.joined(separator: ","), "Fields(\(fields.map { "'\($0)'" }.joined(separator: ",")))")
    }

    private mutating func parseBrackets(_ path: inout Parsed, depth: Int) throws(JSONPathFault) {
        try expect("[")
        if case .name = token {
            try parseFields(&path)
        } else if try take("*") {
            path.append(.slice(start: nil, stop: nil, step: nil), "[*]", "Slice(start=None,end=None,step=None)")
        } else if try take("?") {
            let (conditions, text) = try parseConditions(depth: depth + 1)
            path.append(.filter(conditions), "[?[\(text)]]", "Filter([\(text)])")
        } else {
            try parseIndexOrSlice(&path)
        }
        try expect("]")
    }

    private mutating func parseIndexOrSlice(_ path: inout Parsed) throws(JSONPathFault) {
        let offset = lexer.start
        let start = try takeInt()
        guard try take(":") else {
            guard let start else { throw unexpected() }
            return path.append(.index(start), "[\(start)]", "Index(index=\(start))")
        }
        let stop = try takeInt()
        let step = try take(":") ? try takeInt() : nil
        guard step != 0 else { throw JSONPathFault(reason: .unexpected("0"), offset: offset) }
        func part(_ value: Int?) -> String { value.map(String.init) ?? "None" }
        let isAll = start == nil && stop == nil && step == nil
        let text =
            isAll
            ? "[*]"
            : "[\(start.flatMap { $0 == 0 ? nil : String($0) } ?? "")\(stop.map { ":\($0)" } ?? "")\(step.map { ":\($0)" } ?? "")]"
        path.append(
            .slice(start: start, stop: stop, step: step),
            text,
            "Slice(start=\(part(start)),end=\(part(stop)),step=\(part(step)))"
        )
    }

    private mutating func takeInt() throws(JSONPathFault) -> Int? {
        guard case .int(let number) = token else { return nil }
        guard let value = Int(exactly: number), abs(number / 2) < Int64.max / 4 else { throw unexpected() }
        try advance()
        return value
    }

    // MARK: Filters

    private mutating func parseConditions(
        depth: Int
    ) throws(JSONPathFault) -> (conditions: [JSONPath.Condition], text: String) {
        guard depth <= JSONPath.depthMax else { throw JSONPathFault(reason: .tooLarge, offset: lexer.start) }
        var conditions: [JSONPath.Condition] = []
        var texts: [String] = []
        repeat {
            if try take("(") {
                let inner = try parseConditions(depth: depth + 1)
                try expect(")")
                conditions += inner.conditions
                texts.append(inner.text)
            } else {
                let (condition, text) = try parseCondition(depth: depth)
                conditions.append(condition)
                texts.append(text)
            }
        } while try take("&")
        return (conditions, texts.joined(separator: ", "))
    }

    private mutating func parseCondition(
        depth: Int
    ) throws(JSONPathFault) -> (condition: JSONPath.Condition, text: String) {
        let target = try parsePath(depth: depth)
        guard case .symbol(let symbol) = token,
            let operation = JSONPath.Operation(rawValue: symbol == "=" ? "==" : symbol)
        else {
            if token == .symbol("=~") { throw unexpected() }
            return (.init(target: target.steps), "Expression(\(target.representation))")
        }
        try advance()
        let operand: JSONPath.Operand
        let text: String
        switch token {
        case .name(let name):
            operand = .text(number(name))
            text = "'\(name)'"
        case .int(let number):
            operand = .int(number)
            text = String(number)
        case .float(let number):
            operand = .float(number)
            text = String(number)
        case .bool(let flag):
            operand = .bool(flag)
            text = flag ? "True" : "False"
        default: throw unexpected()
        }
        try advance()
        return (
            .init(target: target.steps, comparison: (operation, operand)),
            "Expression(\(target.representation) \(symbol) \(text))"
        )
    }
}
