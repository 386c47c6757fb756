import Conditions
import Detections
import Diagnostics

/// Makes a detection of a correlation.
struct CorrelationLowering {
    private let correlation: SigmaCorrelation
    private let names: SigmaNames
    private let rules: [SigmaRule]
    private let pipelines: [Pipeline]
    private var diagnostics: [Diagnostic] = []

    /// The detection of `correlation`, and what is wrong with it.
    static func lower(
        _ correlation: SigmaCorrelation,
        _ names: SigmaNames,
        _ rules: [SigmaRule],
        _ pipelines: [Pipeline]
    ) -> (detection: Detection, diagnostics: [Diagnostic]) {
        var lowering = CorrelationLowering(
            correlation: correlation,
            names: names,
            rules: rules,
            pipelines: pipelines
        )
        let detection = lowering.detection()
        return (detection, lowering.diagnostics)
    }

    private init(correlation: SigmaCorrelation, names: SigmaNames, rules: [SigmaRule], pipelines: [Pipeline]) {
        self.correlation = correlation
        self.names = names
        self.rules = rules
        self.pipelines = pipelines
    }

    private mutating func detection() -> Detection {
        var members: [WindowedCorrelation.Member] = []
        var places: [String: Int] = [:]
        var logTypes: [String] = []
        var isComplete = true
        for value in correlation.rules {
            guard let name = value.name, let identifier = names.identifier(of: name) else {
                diagnostics.append(names.unknown(value, correlation.source))
                isComplete = false
                continue
            }
            places[name] = members.count
            members.append(member(identifier, called: name, &logTypes))
        }
        let windows = WindowedCorrelation(
            members: members,
            measure: correlation.expression.map { .expression(Self.expression($0, places)) } ?? measure,
            bounds: correlation.expression == nil
                ? correlation.bounds.map { .init($0.comparison, $0.value) } : [.init(.greaterOrEqual, 1)],
            windowMicroseconds: Int64(correlation.timespanSeconds) * 1_000_000
        )
        let logic = DetectionLogic(
            condition(members),
            obstacle: isComplete ? nil : "a rule that it looks at is not there",
            windows: windows
        )
        var detection = correlation.metadata.detection(.correlation, .logic(logic), correlation.source)
        detection.logSources = logTypes
        return detection
    }

    private func member(_ identifier: String, called name: String, _ logTypes: inout [String])
        -> WindowedCorrelation.Member
    {
        var run: PipelineRun?
        if let index = names.ruleIndex(identifier) {
            let rule = rules[index]
            let made = PipelineRun(
                rule.detection,
                rule.logSource,
                tags: rule.metadata.tags.compactMap(\.name),
                pipelines
            )
            for type in made.logTypes.isEmpty ? [made.logSource.logType] : made.logTypes where !logTypes.contains(type)
            {
                logTypes.append(type)
            }
            run = made
        }
        func paths(_ field: String) -> [FieldReference] {
            let alias = correlation.aliases.first { $0.name == field }
            let path =
                alias?.fields.first { $0.rule == name || names.identifier(of: $0.rule) == identifier }?.field ?? field
            return (run?.names(of: path) ?? [path]).map { .each($0) }
        }
        return WindowedCorrelation.Member(
            detection: identifier,
            groupBy: correlation.groupBy.map(paths),
            fields: correlation.fields.map(paths)
        )
    }

    private var measure: WindowedCorrelation.Measure {
        switch correlation.type {
        case .eventCount: .count
        case .valueCount: .distinct
        case .temporal: .members
        case .temporalOrdered: .membersInOrder
        case .valueSum: .sum
        case .valueAverage: .average
        // The median, as the specification's hint has it.
        case .valuePercentile: .percentile(correlation.percentile ?? 50)
        case .valueMedian: .percentile(50)
        }
    }

    /// An expression of members; `places` is their indices by what the expression calls them.
    private static func expression(_ expression: ConditionExpression, _ places: [String: Int]) -> MemberExpression {
        switch expression.kind {
        // A rule that is not there never matches; its correlation is not run.
        case .identifier(let name): places[name].map { .member($0) } ?? .any([])
        case .and(let parts): .all(parts.map { Self.expression($0, places) })
        case .or(let parts): .any(parts.map { Self.expression($0, places) })
        case .not(let part): .not(Self.expression(part, places))
        case .selector, .missing: .any([])
        }
    }

    /// The steps of an expression as readers see it: the parts of an `and`.
    private func steps(_ expression: ConditionExpression) -> [EventSequence.Step] {
        switch expression.kind {
        case .and(let parts): parts.flatMap(steps)
        case .not(let part): [EventSequence.Step(events(part), isAbsent: true)]
        default: [EventSequence.Step(events(expression))]
        }
    }

    private func events(_ expression: ConditionExpression) -> Condition {
        switch expression.kind {
        case .identifier(let name): .reference(names.identifier(of: name) ?? name)
        case .or(let parts): .any(parts.map(events))
        case .and, .not: .sequence(EventSequence(steps(expression), isOrdered: false))
        case .selector, .missing: .constant(false)
        }
    }

    /// The correlation as readers see it.
    private func condition(_ members: [WindowedCorrelation.Member]) -> Condition {
        let references = members.map { Condition.reference($0.detection) }
        let groupBy = correlation.groupBy.map { FieldReference.each($0) }
        let isWhole = correlation.bounds.isEmpty && correlation.type.isTemporal
        if isWhole {
            let steps = correlation.expression.map(steps) ?? references.map { EventSequence.Step($0) }
            let join = correlation.groupBy.indices.map { index in
                // Each step's own name for the value, once where all have the same.
                let fields = members.compactMap { $0.groupBy[index].first }
                return Set(fields).count == 1 ? Array(fields.prefix(1)) : fields
            }
            return .sequence(
                EventSequence(
                    steps,
                    joinBy: join,
                    spanSeconds: correlation.timespanSeconds,
                    isOrdered: correlation.type == .temporalOrdered
                )
            )
        }
        let child: Condition = references.count == 1 ? references[0] : .any(references)
        let field = correlation.fields.first.map { FieldReference.each($0) } ?? .anywhere
        let metric: Aggregate.Metric =
            switch correlation.type {
            case .eventCount: .count
            case .valueCount: .distinct(field)
            // How many different rules: what tells them apart is the rule itself.
            case .temporal, .temporalOrdered: .distinct(FieldReference(.model("rule"), style: .each))
            case .valueSum: .sum(field)
            case .valueAverage: .average(field)
            case .valuePercentile: .percentile(field, correlation.percentile ?? 50)
            case .valueMedian: .percentile(field, 50)
            }
        let tests = correlation.bounds.map { bound in
            Condition.aggregate(
                Aggregate(
                    child,
                    groupBy: groupBy,
                    windowSeconds: correlation.timespanSeconds,
                    metric: metric,
                    bound.comparison,
                    bound.value
                )
            )
        }
        return tests.count == 1 ? tests[0] : .all(tests)
    }
}
