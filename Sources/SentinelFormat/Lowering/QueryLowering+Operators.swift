import Conditions
import Detections
import Diagnostics
import KQL

/// What operators do to rows.
extension QueryLowering {
    mutating func apply(_ step: TabularOperator, to rows: inout Rows, _ scope: Scope) {
        guard enter() else {
            leave()
            return rows.tests.append(opaque(.limit, at: step))
        }
        defer { leave() }
        switch step.kind {
        case .where(let predicate): filter(&rows, predicate, scope)
        case .extend(let values): extend(&rows, values, scope, origin: "extend")
        case .serialize(let values): extend(&rows, values, scope, origin: "serialize")
        case .project(let values): project(&rows, values, scope)
        case .distinct(let values): distinct(&rows, values, scope)
        case .projectAway(let patterns): projectAway(&rows, patterns)
        case .projectKeep(let patterns): projectKeep(&rows, patterns)
        case .projectRename(let values): rename(&rows, values, scope)
        case .projectReorder(let patterns): reorder(&rows, patterns)
        case .summarize(let aggregates, let keys): summarize(&rows, aggregates, keys, whole(step), scope)
        case .count:
            let count = NamedExpression(["Count"], Expression(.call("count", []), span: step.span))
            summarize(&rows, [count], [], whole(step), scope)
        case .join(let table, let condition): join(&rows, table, condition, step, scope)
        case .lookup(let table, let condition): join(&rows, table, condition, step, scope)
        case .union(let tables): rows = union([rows] + tables.map { self.table($0, scope) }, step, whole(step))
        case .mvExpand(let columns, _): expand(&rows, columns, step, scope)
        case .mvApply(let columns, _, _, let inner):
            expand(&rows, columns, step, scope)
            applyInside(inner, to: &rows, scope)
        case .parse(let value, let segments, let isFilter): parse(&rows, value, segments, isFilter, step, scope)
        case .parseKeyValue(let value, let columns, _):
            let reads = reads(of: self.value(value, &rows, scope), rows)
            for column in columns { rows.set(column.name, .opaque(.computedValue, reads: reads), origin: "parse-kv") }
        case .evaluate(let call, _): evaluate(&rows, call, step, scope)
        case .invoke(let call): invoke(&rows, call, step, scope)
        case .search(_, let predicate): filter(&rows, predicate, scope)
        // How many rows are shown, and how, is no part of what a rule looks for.
        case .take, .sample, .top, .sort, .as, .render, .consume, .executeAndCache, .assertSchema, .getSchema: break
        case .partition(_, let inner): applyInside(inner, to: &rows, scope)
        case .fork(let branches):
            if let first = branches.first { applyInside(first.pipeline, to: &rows, scope) }
        case .facet(_, let inner): if let inner { applyInside(inner, to: &rows, scope) }
        case .makeSeries(let series): makeSeries(&rows, series, whole(step), scope)
        case .sampleDistinct(_, let value), .topHitters(_, let value, _), .reduce(let value, _):
            project(&rows, [value], scope)
        case .topNested(let levels): project(&rows, levels.map(\.of), scope)
        case .scan, .makeGraph, .graphMatch, .graphToTable, .graphMarkComponents: rearrange(&rows, step)
        case .unparsed, .find, .print, .range: rows.tests.append(opaque(.unsupported, at: step))
        }
    }

    /// The operator as an expression, for places.
    func whole(_ step: TabularOperator) -> Expression { Expression(.star, span: step.span) }

    /// An opaque part that is an operator.
    func opaque(_ reason: OpaqueReason, at step: TabularOperator, reads: [FieldReference] = []) -> Condition {
        opaque(reason, whole(step), reads: reads)
    }

    /// Operators of a part in brackets.
    private mutating func applyInside(_ inner: Pipeline, to rows: inout Rows, _ scope: Scope) {
        for step in inner.operators { apply(step, to: &rows, scope) }
    }

    /// Operators on several rows at once: what comes out has other columns.
    private func rearrange(_ rows: inout Rows, _ step: TabularOperator) {
        rows.tests.append(opaque(.otherEvents, at: step))
        rows.unknownColumns = .otherEvents
    }

    // MARK: Columns

    private mutating func extend(_ rows: inout Rows, _ values: [NamedExpression], _ scope: Scope, origin: String) {
        // All see the columns as they were before.
        var before = rows
        var results: [(String, QueryValue)] = []
        for value in values {
            let result = self.value(value.value, &before, scope)
            let names = value.names.isEmpty ? [Self.impliedName(of: value.value, "Column1")] : value.names
            for name in names {
                results.append(
                    (name, names.count > 1 ? .opaque(.computedValue, reads: reads(of: result, rows)) : result)
                )
            }
        }
        rows.participants = before.participants
        rows.lookbackSeconds = before.lookbackSeconds
        for (name, result) in results { rows.set(name, result, origin: origin) }
    }

    /// The name that Kusto gives a column without one.
    static func impliedName(of value: Expression, _ fallback: String) -> String {
        switch value.kind {
        case .name(let name): return name
        case .member(let base, let name): return "\(impliedName(of: base, ""))_\(name)".trimmingUnderscore
        case .index(let base, _): return impliedName(of: base, fallback)
        case .call(let function, let arguments):
            guard let first = arguments.first?.value else { return "\(function)_" }
            switch function {
            // A conversion keeps the name.
            case "tostring", "toint", "tolong", "bin", "todynamic", "parse_json", "todatetime", "tolower", "toupper",
                "toreal", "todouble", "tobool", "startofday", "floor":
                return impliedName(of: first, fallback)
            default: return "\(function)_\(impliedName(of: first, ""))"
            }
        default: return fallback
        }
    }

    private mutating func project(_ rows: inout Rows, _ values: [NamedExpression], _ scope: Scope) {
        var kept: [(name: String, column: Rows.Column)] = []
        for value in values {
            let result = self.value(value.value, &rows, scope)
            for name in value.names.isEmpty ? [Self.impliedName(of: value.value, "Column1")] : value.names {
                kept.append((name, Rows.Column(value: result, origin: "project")))
            }
        }
        rows.close(kept)
    }

    private mutating func distinct(_ rows: inout Rows, _ values: [NamedExpression], _ scope: Scope) {
        if case .star? = values.first?.value.kind { return }
        var kept: [(name: String, column: Rows.Column)] = []
        for value in values {
            let result = self.value(value.value, &rows, scope)
            let name = value.names.first ?? Self.impliedName(of: value.value, "Column1")
            kept.append((name, Rows.Column(value: result, origin: "distinct")))
        }
        rows.close(kept)
    }

    private mutating func projectAway(_ rows: inout Rows, _ patterns: [Expression]) {
        guard spend(patterns.count) else { return }
        let gone = rows.order.filter { name in patterns.contains { Self.matches(name, $0) } }
        for name in gone { rows.columns[name] = nil }
        rows.order.removeAll { gone.contains($0) }
    }

    private mutating func projectKeep(_ rows: inout Rows, _ patterns: [Expression]) {
        guard spend(patterns.count) else { return }
        var kept = rows.order.filter { name in patterns.contains { Self.matches(name, $0) } }
        if !rows.isClosed {
            for pattern in patterns {
                if case .name(let name) = pattern.kind, !kept.contains(name) { kept.append(name) }
            }
        }
        rows.close(
            kept.map { name in
                (name, Rows.Column(value: rows.column(name), origin: rows.columns[name]?.origin ?? "project-keep"))
            }
        )
    }

    /// Shows columns in another order: those named come first, and others as they were.
    private func reorder(_ rows: inout Rows, _ patterns: [OrderedExpression]) {
        guard !rows.isClosed else { return }
        for pattern in patterns {
            guard case .name(let name) = pattern.value.value.kind, rows.columns[name] == nil else { continue }
            rows.set(name, rows.column(name), origin: "project-reorder")
        }
    }

    private static func matches(_ name: String, _ pattern: Expression) -> Bool {
        switch pattern.kind {
        case .name(let wanted): return wanted == name
        case .wildcard(let wanted): return PathName.matches(name, wanted)
        case .star: return true
        default: return false
        }
    }

    private mutating func rename(_ rows: inout Rows, _ values: [NamedExpression], _ scope: Scope) {
        for value in values {
            guard let name = value.names.first, case .name(let old) = value.value.kind else { continue }
            let result = rows.column(old)
            if let place = rows.order.firstIndex(of: old) {
                rows.order[place] = name
                rows.columns[old] = nil
                rows.columns[name] = Rows.Column(value: result, origin: "project-rename")
            } else {
                rows.set(name, result, origin: "project-rename")
            }
        }
    }

    // MARK: Lists

    private mutating func expand(
        _ rows: inout Rows,
        _ columns: [ExpandedColumn],
        _ step: TabularOperator,
        _ scope: Scope
    ) {
        for column in columns {
            let value = self.value(column.value.value, &rows, scope)
            let name = column.value.names.first ?? Self.impliedName(of: column.value.value, "Column1")
            guard case .reading(let list) = value, list.transforms.isEmpty, rows.group == nil,
                rows.participants[list.participant].frames.count < Self.framesMax
            else {
                // The values that a measure has collected are those of the events again.
                if case .measure(let measure) = value, case .values(let field, _) = measure.kind {
                    rows.set(name, .opaque(.otherEvents, reads: [field]), origin: "mv-expand")
                } else if case .constant(.list(let elements)) = value {
                    rows.set(name, .opaque(.computedValue, reads: []), origin: "mv-expand")
                    if rows.constants != nil { rows.constants?[name] = elements }
                } else {
                    rows.set(name, .opaque(.computedValue, reads: reads(of: value, rows)), origin: "mv-expand")
                }
                continue
            }
            let field = rows.field(list, names)
            let place = SourcePlace(line: source.line(at: step.span.start))
            rows.participants[list.participant].frames.append(
                Rows.Frame(list: list, canonical: field.canonical, place: place)
            )
            var element = list
            element.frame = rows.participants[list.participant].frames.count - 1
            element.steps = []
            rows.set(name, .reading(element), origin: "mv-expand")
        }
        if let index = step.word("with_itemindex") {
            rows.set(index, .opaque(.computedValue, reads: []), origin: "mv-expand")
        }
    }

    /// Lists in lists that are expanded; conditions allow for four.
    private static let framesMax = 4

    // MARK: Texts

    private mutating func parse(
        _ rows: inout Rows,
        _ value: Expression,
        _ segments: [ParseSegment],
        _ isFilter: Bool,
        _ step: TabularOperator,
        _ scope: Scope
    ) {
        let subject = self.value(value, &rows, scope)
        let reads = reads(of: subject, rows)
        for segment in segments {
            guard case .column(let column) = segment else { continue }
            rows.set(column.name, .opaque(.computedValue, reads: reads), origin: isFilter ? "parse-where" : "parse")
        }
        guard isFilter else { return }
        rows.tests.append(opaque(.computedValue, at: step, reads: reads))
    }

    // MARK: Plug-ins

    private mutating func evaluate(_ rows: inout Rows, _ call: Expression, _ step: TabularOperator, _ scope: Scope) {
        guard case .call(let name, let arguments) = call.kind else { return }
        switch name {
        // Its members become columns; which, only the events say.
        case "bag_unpack": rows.unknownColumns = .dynamicKey
        case "ipv4_lookup", "ipv6_lookup":
            guard let table = arguments.first?.value else { return }
            let right = self.table(table, scope)
            let reads = arguments.dropFirst().prefix(1).flatMap {
                self.reads(of: self.value($0.value, &rows, scope), rows)
            }
            let isOuter = arguments.contains { argument in
                if argument.names == ["return_unmatched"], case .constant(.bool(true)) = argument.value.kind {
                    true
                } else {
                    false
                }
            }
            if !isOuter {
                rows.tests.append(opaque(right.constants == nil ? .enrichment : .unsupported, at: step, reads: reads))
            }
            for column in right.order { rows.set(column, .opaque(.enrichment, reads: reads), origin: "evaluate") }
            rows.unknownColumns = .enrichment
        case "autocluster", "basket", "diffpatterns", "diffpatterns_text":
            rows.tests.append(opaque(.machineLearning, at: step))
            rows.unknownColumns = .machineLearning
        // The values of a column become columns.
        case "pivot", "narrow", "rows_near", "sequence_detect", "schema_merge", "dcount_intersect":
            rows.unknownColumns = .computedValue
        default:
            rows.tests.append(opaque(.unknownFunction, at: step))
            rows.unknownColumns = .unknownFunction
        }
    }

    private mutating func invoke(_ rows: inout Rows, _ call: Expression, _ step: TabularOperator, _ scope: Scope) {
        guard case .call(let name, let arguments) = call.kind else { return }
        if case .definition(let value, let inner)? = definitions.entry(name, in: scope),
            case .function(let function) = value.kind, case .table? = function.parameters.first?.type,
            let (body, bodyScope) = bind(
                Expression.Function(
                    isView: false,
                    parameters: Array(function.parameters.dropFirst()),
                    body: function.body
                ),
                arguments,
                inner,
                from: scope
            ), case .pipeline(let pipeline) = body.kind,
            case .name(function.parameters[0].name)? = pipeline.source?.kind
        {
            for step in pipeline.operators { apply(step, to: &rows, bodyScope) }
            return
        }
        let reads = arguments.prefix(1).flatMap { self.reads(of: self.value($0.value, &rows, scope), rows) }
        guard name == "FileProfile" else {
            rows.unknownColumns = .unknownFunction
            return rows.tests.append(opaque(.unknownFunction, at: step, reads: reads))
        }
        for column in Self.fileProfileColumns { rows.set(column, .opaque(.enrichment, reads: reads), origin: "invoke") }
    }

    /// What Defender knows of a file. Source: Microsoft's page of the function `FileProfile()`.
    private static let fileProfileColumns = [
        "SHA1", "SHA256", "MD5", "FileSize", "GlobalPrevalence", "GlobalFirstSeen", "GlobalLastSeen", "Signer",
        "Issuer",
        "SignerHash", "IsCertificateValid", "IsRootSignerMicrosoft", "SignatureState", "IsExecutable", "ThreatName",
        "Publisher", "SoftwareName", "ProfileAvailability",
    ]
}

extension String {
    /// Without a `_` at its beginning.
    fileprivate var trimmingUnderscore: String { hasPrefix("_") ? String(dropFirst()) : self }
}
