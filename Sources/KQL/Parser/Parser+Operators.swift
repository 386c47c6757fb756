import Diagnostics

/// Tabular operators: which one it is, and the common ones.
extension Parser {
    /// Operators as long as there is a `|`; those that cannot be parsed are passed over.
    mutating func parseOperators(into operators: inout [TabularOperator]) throws(Abandoned) {
        while take(.pipe) { operators.append(parseRecovering(level: depths[index - 1])) }
    }

    /// An operator; one that cannot be parsed is skipped up to the next `|` of this level.
    private mutating func parseRecovering(level: Int32) -> TabularOperator {
        let start = current
        let (place, nesting) = (index, depth)
        do throws(Abandoned) {
            let parsed = try parseOperator()
            if at(.pipe) || at(.semicolon) || at(.endOfFile) || current.kind.isClosing || current.followsEmptyLine {
                return parsed
            }
            // A comma separates what is around a pipeline without brackets; before `let` a `;` is missing.
            if at(.comma) || at(word: "let") { return parsed }
            throw unexpected("`|` or the end of the operator")
        } catch {
            depth = nesting
            index = place
            while !at(.endOfFile) {
                if depths[index] <= level, at(.pipe) || at(.semicolon) { break }
                if depths[index] < level, current.kind.isClosing { break }
                if level == 0, depths[index] == 0, current.followsEmptyLine || at(word: "let"), index > place { break }
                advance()
            }
            let span = span(from: start)
            return TabularOperator(.unparsed(source.text(of: span)), span: span)
        }
    }

    /// The name of the operator here; several words joined by `-` are one. Nil if there is no word.
    private func operatorName() -> (name: String, tokens: Int)? {
        guard at(.name) else { return nil }
        var (name, count) = (text(current), 1)
        while index + count + 1 < tokens.count, tokens[index + count].kind == .minus, isAdjacent(index + count),
            isAdjacent(index + count + 1), tokens[index + count + 1].kind == .name
        {
            name += "-" + text(tokens[index + count + 1])
            count += 2
        }
        return (name, count)
    }

    /// An operator that may begin a pipeline, if there is one: `union`, `search`, `find`, `print`, `range`, `evaluate`.
    mutating func parseLeadingOperator() throws(Abandoned) -> TabularOperator? {
        guard let (name, _) = operatorName() else { return nil }
        let next = token(ahead: 1)
        switch name {
        case "range":
            guard next.kind == .name || next.kind == .leftBracket, isWord(token(ahead: 2), "from") else { return nil }
        case "evaluate": guard next.kind == .name else { return nil }
        case "union", "search", "find", "print":
            switch next.kind {
            case .name, .leftParen, .string, .star, .integer, .real, .timespan, .typed, .guid, .leftBracket, .minus:
                break
            default: return nil
            }
        default: return nil
        }
        return try parseOperator()
    }

    /// An operator, `|` taken.
    mutating func parseOperator() throws(Abandoned) -> TabularOperator {
        let start = current
        guard let (name, count) = operatorName() else { throw unexpected("an operator") }
        guard let production = Self.productions[name] else {
            let span = Span(start.span.start, tokens[index + count - 1].span.end)
            throw fail(.unknownOperator(span, in: source, known: Self.productions.keys.sorted()))
        }
        for _ in 0..<count { advance() }
        let parameters = try parseParameters(production.settings)
        let kind = try production.parse(&self)
        return TabularOperator(kind, parameters: parameters, span: span(from: start))
    }

    /// How an operator is parsed.
    struct Production: Sendable {
        /// Which `name=value` may stand between the operator's name and the rest.
        var settings: Settings
        var parse: @Sendable (inout Parser) throws(Abandoned) -> TabularOperator.Kind

        init(
            _ settings: Settings = .hints,
            _ parse: @escaping @Sendable (inout Parser) throws(Abandoned) -> TabularOperator.Kind
        ) {
            self.settings = settings
            self.parse = parse
        }
    }

    /// Which settings an operator takes. The first operand of some may be `name=value` too.
    enum Settings: Sendable {
        /// Those whose names begin with `hint.`.
        case hints
        /// These names too.
        case known
        /// Any.
        case any

        static let names: Set<String> = [
            "kind", "flags", "isfuzzy", "withsource", "with_source", "bagexpansion", "with_itemindex", "with_match_id",
            "with_step_name", "decodeblocks", "expandoutput", "datascope", "cycles",
        ]
    }

    /// The operators by name, older names among them.
    static let productions: [String: Production] = [
        "where": Production { (parser) throws(Abandoned) in try parser.parseWhere() },
        "filter": Production { (parser) throws(Abandoned) in try parser.parseWhere() },
        "extend": Production { (parser) throws(Abandoned) in .extend(try parser.parseNamedList()) },
        "project": Production { (parser) throws(Abandoned) in .project(try parser.parseNamedListOrNone()) },
        "project-away": Production { (parser) throws(Abandoned) in .projectAway(try parser.parsePatterns()) },
        "project-keep": Production { (parser) throws(Abandoned) in .projectKeep(try parser.parsePatterns()) },
        "project-rename": Production { (parser) throws(Abandoned) in .projectRename(try parser.parseNamedList()) },
        "project-reorder": Production { (parser) throws(Abandoned) in
            .projectReorder(try parser.list { (parser) throws(Abandoned) in try parser.parseOrdered(isPattern: true) })
        },
        "summarize": Production { (parser) throws(Abandoned) in try parser.parseSummarize() },
        "distinct": Production { (parser) throws(Abandoned) in .distinct(try parser.parseNamedList()) },
        "count": Production { (parser) throws(Abandoned) in try parser.parseCount() },
        "take": Production { (parser) throws(Abandoned) in .take(try parser.parseExpression()) },
        "limit": Production { (parser) throws(Abandoned) in .take(try parser.parseExpression()) },
        "sample": Production { (parser) throws(Abandoned) in .sample(try parser.parseExpression()) },
        "sample-distinct": Production { (parser) throws(Abandoned) in
            let count = try parser.parseExpression()
            try parser.expect(word: "of")
            return .sampleDistinct(count, of: try parser.parseNamed())
        },
        "top": Production { (parser) throws(Abandoned) in
            let count = try parser.parseExpression()
            try parser.expect(word: "by")
            return .top(count, by: try parser.parseOrderedList())
        },
        "top-nested": Production { (parser) throws(Abandoned) in try parser.parseTopNested() },
        "top-hitters": Production { (parser) throws(Abandoned) in try parser.parseTopHitters() },
        "sort": Production { (parser) throws(Abandoned) in try parser.parseSort() },
        "order": Production { (parser) throws(Abandoned) in try parser.parseSort() },
        "join": Production(.known) { (parser) throws(Abandoned) in
            let table = try parser.parseJoinedTable()
            return .join(table, try parser.parseJoinCondition())
        },
        "lookup": Production(.known) { (parser) throws(Abandoned) in
            let table = try parser.parseJoinedTable()
            return .lookup(table, try parser.parseJoinCondition())
        },
        "union": Production(.known) { (parser) throws(Abandoned) in .union(try parser.parsePatterns()) },
        "mv-expand": Production(.known) { (parser) throws(Abandoned) in try parser.parseExpand() },
        "mvexpand": Production(.known) { (parser) throws(Abandoned) in try parser.parseExpand() },
        "mv-apply": Production(.known) { (parser) throws(Abandoned) in try parser.parseApply() },
        "mvapply": Production(.known) { (parser) throws(Abandoned) in try parser.parseApply() },
        "parse": Production(.known) { (parser) throws(Abandoned) in try parser.parseParse(isFilter: false) },
        "parse-where": Production(.known) { (parser) throws(Abandoned) in try parser.parseParse(isFilter: true) },
        "parse-kv": Production { (parser) throws(Abandoned) in try parser.parseKeyValue() },
        "make-series": Production(.known) { (parser) throws(Abandoned) in try parser.parseMakeSeries() },
        "evaluate": Production(.known) { (parser) throws(Abandoned) in try parser.parseEvaluate() },
        "invoke": Production { (parser) throws(Abandoned) in .invoke(try parser.parsePostfix()) },
        "render": Production { (parser) throws(Abandoned) in try parser.parseRender() },
        "serialize": Production { (parser) throws(Abandoned) in .serialize(try parser.parseNamedListOrNone()) },
        "as": Production { (parser) throws(Abandoned) in .as(try parser.expectName()) },
        "getschema": Production { (_) throws(Abandoned) in .getSchema },
        "consume": Production(.known) { (_) throws(Abandoned) in .consume },
        "execute_and_cache": Production { (_) throws(Abandoned) in .executeAndCache },
        "assert-schema": Production { (parser) throws(Abandoned) in
            try parser.expect(.leftParen)
            return .assertSchema(try parser.parseColumns())
        },
        "search": Production(.known) { (parser) throws(Abandoned) in try parser.parseSearch() },
        "find": Production(.known) { (parser) throws(Abandoned) in try parser.parseFind() },
        "print": Production { (parser) throws(Abandoned) in .print(try parser.parseNamedList()) },
        "range": Production { (parser) throws(Abandoned) in try parser.parseRange() },
        "fork": Production { (parser) throws(Abandoned) in try parser.parseFork() },
        "facet": Production { (parser) throws(Abandoned) in try parser.parseFacet() },
        "partition": Production { (parser) throws(Abandoned) in try parser.parsePartition() },
        "reduce": Production(.known) { (parser) throws(Abandoned) in try parser.parseReduce() },
        "scan": Production(.known) { (parser) throws(Abandoned) in try parser.parseScan() },
        "make-graph": Production(.known) { (parser) throws(Abandoned) in try parser.parseMakeGraph() },
        "graph-match": Production(.known) { (parser) throws(Abandoned) in
            try parser.parseGraphMatch(isShortestPaths: false)
        },
        "graph-shortest-paths": Production(.known) { (parser) throws(Abandoned) in
            try parser.parseGraphMatch(isShortestPaths: true)
        },
        "graph-to-table": Production { (parser) throws(Abandoned) in try parser.parseGraphToTable() },
        "graph-mark-components": Production(.known) { (_) throws(Abandoned) in .graphMarkComponents },
    ]

    /// The names of the operators.
    package static let operatorNames: Set<String> = Set(productions.keys)

    // MARK: Parameters

    /// Settings right after an operator's name: a name, perhaps with dots, and `=`.
    mutating func parseParameters(_ settings: Settings) throws(Abandoned) -> [OperatorParameter] {
        var parameters: [OperatorParameter] = []
        while let (name, count) = parameterName() {
            switch settings {
            case .hints: guard count > 1 else { return parameters }
            case .known: guard count > 1 || Settings.names.contains(name) else { return parameters }
            case .any: break
            }
            for _ in 0...count { advance() }
            parameters.append(OperatorParameter(name, try parseSettingValue()))
            // A comma may separate settings; what else follows one is no setting.
            if at(.comma), token(ahead: 1).kind == .name, token(ahead: 2).kind == .assign { advance() }
        }
        return parameters
    }

    /// The name of a setting here and its tokens; nil if no setting stands here.
    private func parameterName() -> (name: String, tokens: Int)? {
        guard at(.name) else { return nil }
        var (name, count) = (text(current), 1)
        while token(ahead: count).kind == .dot, token(ahead: count + 1).kind == .name {
            name += "." + text(token(ahead: count + 1))
            count += 2
        }
        return token(ahead: count).kind == .assign ? (name, count) : nil
    }

    /// A word or a literal.
    private mutating func parseSettingValue() throws(Abandoned) -> Expression {
        let start = current
        guard at(.name), !at(word: "dynamic") else { return try parsePostfix() }
        let word = text(advance())
        switch word {
        case "true", "false": return Expression(.constant(.bool(word == "true")), span: start.span)
        default: return Expression(.name(word), span: start.span)
        }
    }

    /// `(name = value, …)`.
    mutating func parseSettings() throws(Abandoned) -> [OperatorParameter] {
        try expect(.leftParen)
        return try list(until: .rightParen) { (parser) throws(Abandoned) in
            let name = try parser.expectWord("a setting")
            try parser.expect(.assign)
            return OperatorParameter(name, try parser.parseExpression())
        }
    }
}
