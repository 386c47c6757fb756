/// Tabular operators.
extension Printer {
    mutating func tabularOperator(_ step: TabularOperator) {
        let start = text.utf8.count
        let name = self.name(of: step.kind)
        text += name
        for parameter in step.parameters {
            text += " "
            setting(parameter)
        }
        if !name.isEmpty { text += " " }
        operands(step.kind)
        // No operator ends with a space.
        if text.utf8.count > start, text.hasSuffix(" ") { text.removeLast() }
    }

    private func name(of kind: TabularOperator.Kind) -> String {
        switch kind {
        case .where: "where"
        case .extend: "extend"
        case .project: "project"
        case .projectAway: "project-away"
        case .projectKeep: "project-keep"
        case .projectRename: "project-rename"
        case .projectReorder: "project-reorder"
        case .summarize: "summarize"
        case .distinct: "distinct"
        case .count: "count"
        case .take: "take"
        case .sample: "sample"
        case .sampleDistinct: "sample-distinct"
        case .top: "top"
        case .topNested: "top-nested"
        case .topHitters: "top-hitters"
        case .sort: "sort"
        case .join: "join"
        case .lookup: "lookup"
        case .union: "union"
        case .mvExpand: "mv-expand"
        case .mvApply: "mv-apply"
        case .parse(_, _, let isFilter): isFilter ? "parse-where" : "parse"
        case .parseKeyValue: "parse-kv"
        case .makeSeries: "make-series"
        case .evaluate: "evaluate"
        case .invoke: "invoke"
        case .render: "render"
        case .serialize: "serialize"
        case .as: "as"
        case .getSchema: "getschema"
        case .consume: "consume"
        case .executeAndCache: "execute_and_cache"
        case .assertSchema: "assert-schema"
        case .search: "search"
        case .find: "find"
        case .print: "print"
        case .range: "range"
        case .fork: "fork"
        case .facet: "facet"
        case .partition: "partition"
        case .reduce: "reduce"
        case .scan: "scan"
        case .makeGraph: "make-graph"
        case .graphMatch(let match): match.isShortestPaths ? "graph-shortest-paths" : "graph-match"
        case .graphToTable: "graph-to-table"
        case .graphMarkComponents: "graph-mark-components"
        case .unparsed: ""
        }
    }

    private mutating func operands(_ kind: TabularOperator.Kind) {
        switch kind {
        case .where(let predicate), .invoke(let predicate), .take(let predicate), .sample(let predicate):
            expression(predicate)
        case .extend(let values), .project(let values), .projectRename(let values), .distinct(let values),
            .serialize(let values), .print(let values):
            list(values) { $0.named($1) }
        case .projectAway(let columns), .projectKeep(let columns), .union(let columns):
            list(columns) { $0.expression($1) }
        case .projectReorder(let values), .sort(let values):
            if case .sort = kind { text += "by " }
            list(values) { $0.ordered($1) }
        case .summarize(let aggregates, let keys):
            list(aggregates) { $0.named($1) }
            guard !keys.isEmpty else { return }
            text += aggregates.isEmpty ? "by " : " by "
            list(keys) { $0.named($1) }
        case .join(let table, let condition), .lookup(let table, let condition):
            expression(table, 9)
            self.condition(condition)
        case .render(let chart, let settings):
            text += chart
            guard !settings.isEmpty else { return }
            text += " with ("
            self.settings(settings)
            text += ")"
        case .evaluate(let call, let schema):
            expression(call)
            guard let schema else { return }
            text += " : ("
            columns(schema)
            text += ")"
        case .as(let name): self.name(name)
        case .unparsed(let source): text += source
        case .count, .getSchema, .consume, .executeAndCache, .graphMarkComponents: break
        case .sampleDistinct, .top, .topNested, .topHitters, .mvExpand, .mvApply, .parse, .parseKeyValue, .makeSeries:
            rows(kind)
        case .assertSchema, .search, .find, .range, .fork, .facet, .partition, .reduce, .scan, .makeGraph, .graphMatch,
            .graphToTable:
            parts(kind)
        }
    }

    private mutating func condition(_ condition: JoinCondition) {
        switch condition {
        case .on(let keys):
            guard !keys.isEmpty else { return }
            text += " on "
            list(keys) { $0.expression($1) }
        case .matching(let predicate):
            text += " where "
            expression(predicate)
        }
    }

    private mutating func rows(_ kind: TabularOperator.Kind) {
        switch kind {
        case .sampleDistinct(let count, let of):
            expression(count)
            text += " of "
            named(of)
        case .top(let count, let by):
            expression(count)
            text += " by "
            list(by) { $0.ordered($1) }
        case .topNested(let levels): topNested(levels)
        case .topHitters(let count, let of, let by):
            expression(count)
            text += " of "
            named(of)
            guard let by else { return }
            text += " by "
            ordered(by)
        case .mvExpand(let columns, let limit):
            list(columns) { $0.expanded($1) }
            clause(" limit ", limit)
        case .mvApply(let columns, let limit, let id, let inner):
            list(columns) { $0.expanded($1) }
            clause(" limit ", limit)
            if let id {
                text += " id "
                expression(Expression(.constant(id), span: inner.operators[0].span))
            }
            text += " on ("
            pipeline(inner)
            text += ")"
        case .parse(let value, let segments, _): parse(value, segments)
        case .parseKeyValue(let value, let columns, let settings):
            expression(value)
            text += " as ("
            self.columns(columns)
            text += ")"
            guard !settings.isEmpty else { return }
            text += " with ("
            self.settings(settings)
            text += ")"
        case .makeSeries(let series): makeSeries(series)
        default: break
        }
    }

    /// A word and an expression, if there is one.
    mutating func clause(_ word: String, _ value: Expression?) {
        guard let value else { return }
        text += word
        expression(value)
    }

    private mutating func expanded(_ column: ExpandedColumn) {
        named(column.value)
        if let type = column.type { text += " to typeof(\(type))" }
    }

    private mutating func topNested(_ levels: [TopNestedLevel]) {
        for (index, level) in levels.enumerated() {
            if index > 0 { text += ", top-nested " }
            if let count = level.count {
                expression(count)
                text += " "
            }
            text += "of "
            named(level.of)
            clause(" with others = ", level.others)
            text += " by "
            ordered(level.by)
        }
    }

    private mutating func parse(_ value: Expression, _ segments: [ParseSegment]) {
        expression(value)
        text += " with"
        for segment in segments {
            text += " "
            switch segment {
            case .skip: text += "*"
            case .text(let value): expression(value)
            case .column(let column): columns([column])
            }
        }
    }

    private mutating func makeSeries(_ series: MakeSeries) {
        list(series.aggregates) { printer, aggregate in
            printer.named(aggregate.value)
            printer.clause(" default = ", aggregate.defaultValue)
        }
        text += " on "
        named(series.on)
        clause(" from ", series.from)
        clause(" to ", series.to)
        clause(" step ", series.step)
        guard !series.by.isEmpty else { return }
        text += " by "
        list(series.by) { $0.named($1) }
    }
}
