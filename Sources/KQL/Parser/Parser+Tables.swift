import Diagnostics

/// Operators on several tables, and those with parts of their own.
extension Parser {
    /// The right side of a join: a name, a call, or a pipeline in brackets.
    mutating func parseJoinedTable() throws(Abandoned) -> Expression { try parsePostfix() }

    mutating func parseJoinCondition() throws(Abandoned) -> JoinCondition {
        if take(word: "where") { return .matching(try parseExpression()) }
        guard take(word: "on") else { return .on([]) }
        return .on(try list { (parser) throws(Abandoned) in try parser.parseExpression() })
    }

    mutating func parseSearch() throws(Abandoned) -> TabularOperator.Kind {
        .search(in: try parseTables(), try parseExpression())
    }

    /// `in (table, …)`, if it stands here.
    private mutating func parseTables() throws(Abandoned) -> [Expression] {
        guard at(word: "in"), token(ahead: 1).kind == .leftParen else { return [] }
        advance()
        advance()
        return try list(until: .rightParen) { (parser) throws(Abandoned) in try parser.parseNamePattern() }
    }

    mutating func parseFind() throws(Abandoned) -> TabularOperator.Kind {
        let tables = try parseTables()
        _ = take(word: "where")
        var find = Find(
            tables: tables,
            predicate: try parseExpression(),
            project: nil,
            packsRest: false,
            projectAway: []
        )
        if at(word: "project"), token(ahead: 1).kind == .minus, isWord(token(ahead: 2), "smart") {
            for _ in 0..<3 { advance() }
        } else if at(word: "project"), token(ahead: 1).kind != .minus {
            advance()
            var columns: [ColumnDeclaration] = []
            repeat {
                if at(word: "pack") || at(word: "pack_all"), token(ahead: 1).kind == .leftParen {
                    advance()
                    advance()
                    _ = take(.star)
                    try expect(.rightParen)
                    find.packsRest = true
                } else {
                    columns.append(try parseColumn())
                }
            } while take(.comma)
            find.project = columns
        }
        if at(word: "project"), token(ahead: 1).kind == .minus, isWord(token(ahead: 2), "away") {
            for _ in 0..<3 { advance() }
            find.projectAway = try list { (parser) throws(Abandoned) in try parser.parseColumn() }
        }
        return .find(find)
    }

    mutating func parseMakeSeries() throws(Abandoned) -> TabularOperator.Kind {
        let aggregates = try list { (parser) throws(Abandoned) in
            let value = try parser.parseNamed()
            guard parser.take(word: "default") else { return MakeSeries.Aggregate(value: value, defaultValue: nil) }
            try parser.expect(.assign)
            return MakeSeries.Aggregate(value: value, defaultValue: try parser.parseExpression())
        }
        try expect(word: "on")
        // `in range (…)` is no operator here.
        let axis = try parseNamed(MembershipOperator.precedence + 1)
        var series = MakeSeries(aggregates: aggregates, on: axis, by: [])
        if at(word: "in"), isWord(token(ahead: 1), "range") {
            advance()
            advance()
            try expect(.leftParen)
            series.from = try parseExpression()
            try expect(.comma)
            series.to = try parseExpression()
            try expect(.comma)
            series.step = try parseExpression()
            try expect(.rightParen)
        } else {
            if take(word: "from") { series.from = try parseExpression() }
            if take(word: "to") { series.to = try parseExpression() }
            if take(word: "step") { series.step = try parseExpression() }
        }
        if take(word: "by") { series.by = try parseNamedList() }
        return .makeSeries(series)
    }

    mutating func parseEvaluate() throws(Abandoned) -> TabularOperator.Kind {
        let call = try parsePostfix()
        guard take(.colon) else { return .evaluate(call, schema: nil) }
        try expect(.leftParen)
        if take(.star) {
            _ = take(.comma)
            return .evaluate(call, schema: [ColumnDeclaration(name: "*", type: nil)] + (try parseColumns()))
        }
        return .evaluate(call, schema: try parseColumns())
    }

    mutating func parseRender() throws(Abandoned) -> TabularOperator.Kind {
        let chart = try expectWord("a chart")
        if at(word: "with"), token(ahead: 1).kind == .leftParen {
            advance()
            try expect(.leftParen)
            var settings: [OperatorParameter] = []
            while !at(.rightParen) {
                let name = try expectWord("a setting")
                try expect(.assign)
                settings.append(OperatorParameter(name, try parseRenderValue()))
                _ = take(.comma)
            }
            try expect(.rightParen)
            return .render(chart, settings)
        }
        var settings: [OperatorParameter] = []
        while at(.name), !current.followsEmptyLine {
            let name = text(advance())
            if name != "with", name != "by" { try expect(.assign) }
            settings.append(OperatorParameter(name, try parseRenderValue()))
        }
        return .render(chart, settings)
    }

    /// A value of a chart's setting; several columns are separated by commas that a name and `=` do not follow.
    private mutating func parseRenderValue() throws(Abandoned) -> Expression {
        let start = current
        var values = [try parseExpression()]
        while at(.comma), token(ahead: 1).kind == .name || token(ahead: 1).kind == .leftBracket,
            token(ahead: 2).kind != .assign
        {
            advance()
            values.append(try parseExpression())
        }
        if values.count == 1 { return values[0] }
        return Expression(.call("", values.map { NamedExpression([], $0) }), span: span(from: start))
    }

    mutating func parseFork() throws(Abandoned) -> TabularOperator.Kind {
        var branches: [ForkBranch] = []
        repeat {
            var name: String?
            if !at(.leftParen) {
                name = try expectName()
                try expect(.assign)
            }
            branches.append(ForkBranch(name: name, pipeline: try parseSubpipeline()))
            _ = take(.comma)
        } while at(.leftParen) || (at(.name) && token(ahead: 1).kind == .assign)
        return .fork(branches)
    }

    mutating func parseFacet() throws(Abandoned) -> TabularOperator.Kind {
        try expect(word: "by")
        let columns = try parsePatterns()
        guard take(word: "with") else { return .facet(columns, with: nil) }
        if at(.leftParen) { return .facet(columns, with: try parseSubpipeline()) }
        return .facet(columns, with: Pipeline(nil, [try parseOperator()]))
    }

    mutating func parsePartition() throws(Abandoned) -> TabularOperator.Kind {
        try expect(word: "by")
        // A bracket after the column is no call.
        let start = current
        var column = Expression(.name(try expectName()), span: start.span)
        while take(.dot) { column = Expression(.member(column, try expectName()), span: span(from: start)) }
        if at(.leftParen) { return .partition(by: column, try parseSubpipeline()) }
        try expect(.leftBrace)
        guard case .pipeline(let pipeline) = try parseTabular().kind else { throw unexpected("a query") }
        try expect(.rightBrace)
        return .partition(by: column, pipeline)
    }

    mutating func parseScan() throws(Abandoned) -> TabularOperator.Kind {
        var scan = Scan(order: [], partition: [], declarations: [], steps: [])
        if take(word: "order") {
            try expect(word: "by")
            scan.order = try parseOrderedList()
        }
        if take(word: "partition") {
            try expect(word: "by")
            scan.partition = try list { (parser) throws(Abandoned) in try parser.parseExpression() }
        }
        if take(word: "declare") {
            try expect(.leftParen)
            scan.declarations = try list(until: .rightParen) { (parser) throws(Abandoned) in try parser.parseParameter()
            }
        }
        try expect(word: "with")
        try expect(.leftParen)
        repeat { scan.steps.append(try parseStep()) } while at(word: "step")
        try expect(.rightParen)
        return .scan(scan)
    }

    private mutating func parseStep() throws(Abandoned) -> Scan.Step {
        try expect(word: "step")
        let name = try expectName()
        let isOptional = take(word: "optional")
        var output: String?
        if take(word: "output") {
            try expect(.assign)
            output = try expectWord("`all`, `last` or `none`")
        }
        try expect(.colon)
        var step = Scan.Step(
            name: name,
            isOptional: isOptional,
            output: output,
            condition: try parseExpression(),
            assignments: []
        )
        if take(.arrow) { step.assignments = try parseNamedList() }
        try expect(.semicolon)
        return step
    }
}
