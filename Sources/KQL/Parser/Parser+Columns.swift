import Diagnostics

/// Operators on columns and rows, and the lists they have in common.
extension Parser {
    /// `name = value`, `(name, name) = value`, or a value.
    ///
    /// The value's operators bind at least as strongly as `minimum`.
    mutating func parseNamed(_ minimum: Int = 1) throws(Abandoned) -> NamedExpression {
        if at(.leftParen), case let closing = Int(partners[index]), closing > 0, tokens[closing + 1].kind == .assign {
            advance()
            let names = try list(until: .rightParen) { (parser) throws(Abandoned) in try parser.expectName() }
            advance()
            return NamedExpression(names, try parseExpression(minimum))
        }
        if at(.name), token(ahead: 1).kind == .assign {
            let name = text(advance())
            advance()
            return NamedExpression([name], try parseExpression(minimum))
        }
        if at(.leftBracket), token(ahead: 1).kind == .string, token(ahead: 3).kind == .assign {
            let name = try expectName()
            advance()
            return NamedExpression([name], try parseExpression(minimum))
        }
        return NamedExpression([], try parseExpression(minimum))
    }

    mutating func parseNamedList() throws(Abandoned) -> [NamedExpression] {
        try list { (parser) throws(Abandoned) in try parser.parseNamed() }
    }

    /// None where the operator ends.
    mutating func parseNamedListOrNone() throws(Abandoned) -> [NamedExpression] {
        isAtEndOfOperator ? [] : try parseNamedList()
    }

    var isAtEndOfOperator: Bool {
        at(.pipe) || at(.semicolon) || at(.endOfFile) || current.kind.isClosing || current.followsEmptyLine
    }

    mutating func parsePatterns() throws(Abandoned) -> [Expression] {
        try list { (parser) throws(Abandoned) in try parser.parseNamePattern() }
    }

    mutating func parseOrderedList() throws(Abandoned) -> [OrderedExpression] {
        try list { (parser) throws(Abandoned) in try parser.parseOrdered() }
    }

    /// An expression with its direction; a pattern of names for `project-reorder`.
    mutating func parseOrdered(isPattern: Bool = false) throws(Abandoned) -> OrderedExpression {
        let value = isPattern ? NamedExpression([], try parseNamePattern()) : try parseNamed()
        var ordered = OrderedExpression(value)
        if at(word: "asc") || at(word: "desc") {
            ordered.direction = text(advance())
        } else if at(word: "granny"), token(ahead: 1).kind == .minus, token(ahead: 2).kind == .name {
            advance()
            advance()
            ordered.direction = "granny-" + text(advance())
        }
        if take(word: "nulls") {
            guard at(word: "first") || at(word: "last") else { throw unexpected("`first` or `last`") }
            ordered.nullsFirst = isWord(advance(), "first")
        }
        return ordered
    }

    /// A predicate. Kusto lets it have a name, which is nearly always a `==` with a sign missing.
    mutating func parseWhere() throws(Abandoned) -> TabularOperator.Kind {
        let predicate = try parseNamed()
        if let name = predicate.names.first {
            report(.namedPredicate(name, predicate.value.span, in: source))
        }
        return .where(predicate.value)
    }

    mutating func parseSort() throws(Abandoned) -> TabularOperator.Kind {
        try expect(word: "by")
        return .sort(try parseOrderedList())
    }

    mutating func parseCount() throws(Abandoned) -> TabularOperator.Kind {
        // An older form names the column.
        if take(word: "as") {
            let name = try expectName()
            let value = Expression(.call("count", []), span: current.span)
            return .summarize([NamedExpression([name], value)], by: [])
        }
        return .count
    }

    mutating func parseSummarize() throws(Abandoned) -> TabularOperator.Kind {
        var aggregates: [NamedExpression] = []
        if !at(word: "by") { aggregates = try parseNamedList() }
        var keys: [NamedExpression] = []
        if take(word: "by") {
            keys = try parseNamedList()
            // An older form gives all keys one bin.
            if at(word: "bin"), token(ahead: 1).kind == .assign {
                advance()
                advance()
                let size = try parseExpression()
                keys = keys.map { key in
                    let call = Expression(.call("bin", [key, NamedExpression([], size)]), span: key.value.span)
                    return NamedExpression(key.names, call)
                }
            }
        }
        return .summarize(aggregates, by: keys)
    }

    mutating func parseTopNested() throws(Abandoned) -> TabularOperator.Kind {
        var levels: [TopNestedLevel] = []
        repeat {
            if !levels.isEmpty {
                // Each level repeats the operator's name.
                guard at(word: "top") else { throw unexpected("`top-nested`") }
                for _ in 0..<3 { advance() }
            }
            let count = at(word: "of") ? nil : try parseExpression()
            try expect(word: "of")
            let of = try parseNamed()
            var others: Expression?
            if take(word: "with") {
                try expect(word: "others")
                try expect(.assign)
                others = try parseExpression()
            }
            try expect(word: "by")
            levels.append(TopNestedLevel(count: count, of: of, others: others, by: try parseOrdered()))
        } while take(.comma)
        return .topNested(levels)
    }

    mutating func parseTopHitters() throws(Abandoned) -> TabularOperator.Kind {
        let count = try parseExpression()
        try expect(word: "of")
        let of = try parseNamed()
        return .topHitters(count, of: of, by: take(word: "by") ? try parseOrdered() : nil)
    }

    mutating func parseReduce() throws(Abandoned) -> TabularOperator.Kind {
        try expect(word: "by")
        let key = try parseNamed()
        return .reduce(by: key, with: take(word: "with") ? try parseNamedList() : [])
    }

    mutating func parseRange() throws(Abandoned) -> TabularOperator.Kind {
        let name = try expectName()
        try expect(word: "from")
        let from = try parseExpression()
        try expect(word: "to")
        let to = try parseExpression()
        try expect(word: "step")
        return .range(name, from: from, to: to, step: try parseExpression())
    }

    // MARK: Lists in rows

    private mutating func parseExpanded() throws(Abandoned) -> ExpandedColumn {
        var column = ExpandedColumn(try parseNamed())
        if take(word: "to") {
            guard at(.typed), case .typed("typeof", let type) = try parseConstant() else {
                throw unexpected("`typeof(…)`")
            }
            column.type = type
        }
        return column
    }

    private mutating func parseExpandedColumns() throws(Abandoned) -> [ExpandedColumn] {
        try list { (parser) throws(Abandoned) in try parser.parseExpanded() }
    }

    mutating func parseExpand() throws(Abandoned) -> TabularOperator.Kind {
        let columns = try parseExpandedColumns()
        return .mvExpand(columns, limit: take(word: "limit") ? try parseExpression() : nil)
    }

    mutating func parseApply() throws(Abandoned) -> TabularOperator.Kind {
        let columns = try parseExpandedColumns()
        let limit = take(word: "limit") ? try parseExpression() : nil
        let id = take(word: "id") ? try parseConstant() : nil
        try expect(word: "on")
        return .mvApply(columns, limit: limit, id: id, try parseSubpipeline())
    }

    /// `( operator | operator … )`.
    mutating func parseSubpipeline() throws(Abandoned) -> Pipeline {
        try descend()
        try expect(.leftParen)
        var operators = [try parseOperator()]
        try parseOperators(into: &operators)
        try expect(.rightParen)
        depth -= 1
        return Pipeline(nil, operators)
    }

    // MARK: Texts

    mutating func parseParse(isFilter: Bool) throws(Abandoned) -> TabularOperator.Kind {
        let value = try parseExpression()
        try expect(word: "with")
        var segments: [ParseSegment] = []
        // No query begins with a text or `*`, so an empty line before one does not end the pattern.
        while !isAtEndOfOperator || at(.string) || at(.star) {
            if take(.star) {
                segments.append(.skip)
            } else if at(.string) {
                let start = current
                let constant = try parseConstant()
                segments.append(.text(Expression(.constant(constant), span: span(from: start))))
            } else if at(.name) || at(.leftBracket) {
                segments.append(.column(try parseColumn()))
            } else {
                throw unexpected("a text, a column or `*`")
            }
        }
        guard !segments.isEmpty else { throw unexpected("a pattern") }
        return .parse(value, segments, isFilter: isFilter)
    }

    mutating func parseKeyValue() throws(Abandoned) -> TabularOperator.Kind {
        let value = try parseExpression()
        try expect(word: "as")
        try expect(.leftParen)
        let columns = try parseColumns()
        return .parseKeyValue(value, columns, take(word: "with") ? try parseSettings() : [])
    }
}
