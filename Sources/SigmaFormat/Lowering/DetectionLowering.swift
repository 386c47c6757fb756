import Conditions
import Detections
import Diagnostics

/// Makes a condition of a rule's searches and conditions.
struct DetectionLowering {
    private var context: LoweringContext
    private var searches: [String: Condition] = [:]

    /// The condition of what pipelines made of a rule, and what is wrong with it.
    static func condition(of run: PipelineRun, _ source: Source) -> (condition: Condition, diagnostics: [Diagnostic]) {
        var lowering = DetectionLowering(context: LoweringContext(source, run))
        let condition = lowering.lowered(run)
        return (condition, lowering.context.diagnostics)
    }

    private init(context: LoweringContext) { self.context = context }

    private mutating func lowered(_ run: PipelineRun) -> Condition {
        // Each search once, in file order: what is wrong with it is told once, if no condition names it too.
        for identifier in run.detection.identifiers { searches[identifier.name] = condition(of: identifier.expression) }
        let conditions = run.detection.conditions.map { written in
            aggregated(condition(of: written.expression, run.detection, written), written, run.detection)
        }
        var whole: Condition = conditions.count == 1 ? conditions[0] : .any(conditions)
        for (items, isNegated) in run.added {
            let added = condition(of: .all(items))
            whole = .all([isNegated ? .not(added) : added, whole])
        }
        return whole
    }

    // MARK: Searches

    private mutating func condition(of search: SearchExpression) -> Condition {
        switch search {
        case .all(let items):
            let parts = items.map { ItemLowering.condition(of: $0, &context) }
            return parts.count == 1 ? parts[0] : .all(parts)
        case .any(let expressions):
            let parts = expressions.map { condition(of: $0) }
            return parts.count == 1 ? parts[0] : .any(parts)
        case .keywords(let item): return ItemLowering.condition(of: item, &context)
        }
    }

    // MARK: Conditions

    private func condition(
        of expression: ConditionExpression,
        _ detection: SigmaDetection,
        _ written: SigmaDetection.WrittenCondition
    ) -> Condition {
        switch expression.kind {
        case .identifier(let name):
            return searches[name] ?? opaque(.unknownName, name, written)
        case .selector(let quantity, let selection):
            let parts = detection.identifiers.filter { selection.includes($0.name) }.compactMap { searches[$0.name] }
            if parts.count == 1 { return parts[0] }
            return quantity == .all ? .all(parts) : .any(parts)
        case .and(let children): return .all(children.map { condition(of: $0, detection, written) })
        case .or(let children): return .any(children.map { condition(of: $0, detection, written) })
        case .not(let child): return .not(condition(of: child, detection, written))
        case .missing: return opaque(.unsupported, written.text, written)
        }
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
