import Conditions
import Detections
import Diagnostics

/// Makes a condition of a rule's searches and conditions.
struct DetectionLowering {
    /// Tests and values of a rule's condition, each as often as the condition asks for it.
    static let weightMax = 250_000

    private var context: LoweringContext
    private var searches: [String: (condition: Condition, weight: Int)] = [:]
    /// Tests and values that the condition may still ask for.
    private var left = Self.weightMax

    /// The condition of what pipelines made of a rule, and what is wrong with it.
    static func condition(of run: PipelineRun, _ source: Source) -> (condition: Condition, diagnostics: [Diagnostic]) {
        var lowering = DetectionLowering(context: LoweringContext(source, run))
        let condition = lowering.lowered(run)
        return (condition, lowering.context.diagnostics)
    }

    private init(context: LoweringContext) { self.context = context }

    private mutating func lowered(_ run: PipelineRun) -> Condition {
        // Each search once, in file order: what is wrong with it is told once, if no condition names it too.
        for identifier in run.detection.identifiers {
            let search = condition(of: identifier)
            searches[identifier.name] = (search, Self.weight(of: search))
        }
        var conditions: [Condition] = []
        for written in run.detection.conditions {
            let whole = condition(of: written.expression, run.detection, written)
            guard left >= 0 else {
                let limit = "at most \(Self.weightMax) tests and values"
                context.report(.sigmaWrongType("condition", limit, at: written.span, context.source))
                return opaque(.limit, written.text, written)
            }
            let readable = aggregated(whole, written, run.detection)
            let rest = opaque(.unsupported, "the rest of the condition", written)
            conditions.append(written.isIncomplete ? .all([readable, rest]) : readable)
        }
        var whole: Condition = conditions.count == 1 ? conditions[0] : .any(conditions)
        for (items, isNegated) in run.added {
            let added = condition(of: .all(items), .constant(false))
            whole = .all([isNegated ? .not(added) : added, whole])
        }
        return whole
    }

    // MARK: Searches

    private mutating func condition(of identifier: SearchIdentifier) -> Condition {
        condition(of: identifier.expression, context.opaque(.unsupported, identifier))
    }

    /// `missing` stands for what could not be read.
    private mutating func condition(of search: SearchExpression, _ missing: Condition) -> Condition {
        switch search {
        case .all(let items):
            let parts = items.map { ItemLowering.condition(of: $0, &context) }
            return parts.count == 1 ? parts[0] : .all(parts)
        case .any(let expressions):
            let parts = expressions.map { condition(of: $0, missing) }
            return parts.count == 1 ? parts[0] : .any(parts)
        case .keywords(let item): return ItemLowering.condition(of: item, &context)
        case .missing: return missing
        }
    }

    // MARK: Conditions

    private static func weight(of condition: Condition) -> Int {
        if case .leaf(let leaf) = condition { return 1 + leaf.values.count }
        return condition.children.reduce(1) { $0 + weight(of: $1) }
    }

    /// A search, once more; nil for one that is not there, or too many.
    private mutating func search(_ name: String) -> Condition? {
        guard let search = searches[name], left >= 0 else { return nil }
        left -= search.weight
        return search.condition
    }

    private mutating func condition(
        of expression: ConditionExpression,
        _ detection: SigmaDetection,
        _ written: SigmaDetection.WrittenCondition
    ) -> Condition {
        switch expression.kind {
        case .identifier(let name):
            return search(name) ?? opaque(.unknownName, name, written)
        case .selector(let quantity, let selection):
            let names = detection.identifiers.map(\.name).filter(selection.includes)
            var parts: [Condition] = []
            for name in names { if let part = search(name) { parts.append(part) } }
            if parts.count == 1 { return parts[0] }
            return quantity == .all ? .all(parts) : .any(parts)
        case .and(let children): return .all(conditions(of: children, detection, written))
        case .or(let children): return .any(conditions(of: children, detection, written))
        case .not(let child): return .not(condition(of: child, detection, written))
        case .missing: return opaque(.unsupported, written.text, written)
        }
    }

    private mutating func conditions(
        of children: [ConditionExpression],
        _ detection: SigmaDetection,
        _ written: SigmaDetection.WrittenCondition
    ) -> [Condition] {
        var parts: [Condition] = []
        for child in children where left >= 0 { parts.append(condition(of: child, detection, written)) }
        return parts
    }

    private func opaque(_ reason: OpaqueReason, _ text: String, _ written: SigmaDetection.WrittenCondition) -> Condition
    {
        .opaque(Opaque(reason, place: context.place(written.span), text: String(text.prefix(120)), mayRaise: false))
    }

    /// An older rule's count of events, where the condition model has a word for it.
    private func aggregated(
        _ condition: Condition,
        _ written: SigmaDetection.WrittenCondition,
        _ detection: SigmaDetection
    ) -> Condition {
        guard let aggregation = written.aggregation else { return condition }
        let comparisons = ["<": Comparison.less, "<=": .lessOrEqual, ">": .greater, ">=": .greaterOrEqual, "=": .equal]
        let field = aggregation.field.map { FieldReference.each($0) }
        let metric: Aggregate.Metric? =
            switch (aggregation.function, field) {
            case ("count", nil): .count
            case ("count", let field?): .distinct(field)
            case ("sum", let field?): .sum(field)
            case ("avg", let field?): .average(field)
            default: nil
            }
        guard let metric, let comparison = comparisons[aggregation.comparison ?? ""], let bound = aggregation.bound
        else {
            return .all([condition, opaque(.unsupported, aggregation.text, written)])
        }
        return .aggregate(
            Aggregate(
                condition,
                groupBy: aggregation.groupBy.map { [.each($0)] } ?? [],
                windowSeconds: detection.timeframe.flatMap(DocumentReader.seconds),
                metric: metric,
                comparison,
                bound,
                place: context.place(written.span)
            )
        )
    }
}
