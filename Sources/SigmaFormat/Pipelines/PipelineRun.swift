import Diagnostics
import Documents
import PythonRegex

/// A rule on its way through pipelines.
struct PipelineRun {
    /// The searches as they are by now, with those that pipelines add under names that no rule has.
    private(set) var detection: SigmaDetection
    private(set) var logSource: LogSource
    /// The log types that a pipeline names.
    private(set) var logTypes: [String] = []
    /// Values of placeholders; an empty list for any text.
    private(set) var placeholders: [String: [String]] = [:]
    /// Why the rule is not to be run.
    private(set) var failure: String?
    /// Searches that must hold beside the rule's condition, and whether they must not.
    private(set) var added: [(items: [DetectionItem], isNegated: Bool)] = []
    private let tags: [String]
    private var applied: Set<String> = []
    /// What was done to names of fields, for those that stand elsewhere than in searches.
    private var mappings: [(Transformation, PipelineConditions<PipelineFieldCondition>)] = []

    /// Runs a rule's detection through `pipelines`, in their order.
    init(_ detection: SigmaDetection, _ logSource: LogSource, tags: [String], _ pipelines: [Pipeline]) {
        self.detection = detection
        self.logSource = logSource
        self.tags = tags
        for pipeline in pipelines {
            for item in pipeline.items where holds(item.ruleConditions) { apply(item, pipeline) }
        }
    }

    /// What a name of a field becomes.
    func names(of field: String) -> [String] {
        mappings.reduce([field]) { names, mapping in
            names.flatMap { name in
                Self.holds(mapping.1, name) ? Self.mapped(name, mapping.0) : [name]
            }
        }
    }

    // MARK: Conditions

    private func holds(_ conditions: PipelineConditions<PipelineCondition>) -> Bool {
        conditions.hold { condition in
            switch condition {
            case .logSource(let wanted): wanted.covers(logSource)
            case .containsItem(let field, let value):
                has { $0.field == field && $0.values.contains(value) }
            case .containsField(let field): has { $0.field == field }
            case .tag(let tag): tags.contains(tag)
            case .isRule(let wanted): wanted
            case .isApplied(let id): applied.contains(id)
            }
        }
    }

    private func has(_ test: (DetectionItem) -> Bool) -> Bool {
        func search(_ expression: SearchExpression) -> Bool {
            switch expression {
            case .all(let items): items.contains(where: test)
            case .any(let expressions): expressions.contains(where: search)
            case .keywords(let item): test(item)
            case .missing: false
            }
        }
        return detection.identifiers.contains { search($0.expression) }
    }

    private static func holds(_ conditions: PipelineConditions<PipelineFieldCondition>, _ name: String) -> Bool {
        conditions.hold { condition in
            switch condition {
            case .names(let names, let isExcluded): names.contains(name) != isExcluded
            case .patterns(let patterns, let isExcluded): patterns.contains { matches(name, $0) } != isExcluded
            }
        }
    }

    private static func matches(_ name: String, _ pattern: Pattern) -> Bool {
        guard let matcher = try? PatternMatcher(pattern, workspace: MatchWorkspace(limits: MatchLimits())) else {
            return false
        }
        let none = UnsafeMutableBufferPointer<Int>(start: nil, count: 0)
        return Array(name.utf8).withUnsafeBytes { (try? matcher.find(.match, in: $0, captures: none)) ?? false }
    }

    // MARK: Transformations

    private mutating func apply(_ item: PipelineItem, _ pipeline: Pipeline) {
        if let id = item.id { applied.insert(id) }
        switch item.transformation {
        case .mapFields, .mapPrefixes, .addPrefix, .addSuffix:
            mappings.append((item.transformation, item.fieldConditions))
            let (transformation, conditions) = (item.transformation, item.fieldConditions)
            mapItems { line in
                var line = line
                line.mappedFields = line.fieldNames.flatMap { name in
                    Self.holds(conditions, name) ? Self.mapped(name, transformation) : [name]
                }
                return line
            }
        case .addCondition(let items, let isNegated): added.append((items, isNegated))
        case .changeLogSource(let other): logSource = other
        case .dropItems:
            let conditions = item.fieldConditions
            mapItems { line in line.fieldNames.contains { Self.holds(conditions, $0) } ? nil : line }
        case .fillPlaceholders(let names):
            for (name, values) in pipeline.variables where names?.contains(name) ?? true { placeholders[name] = values }
        case .fillWildcards(let names):
            for name in names ?? placeholderNames where placeholders[name] == nil { placeholders[name] = [] }
        case .setAttribute(let name, let values): if name == "log_types" { logTypes = values }
        case .mapTexts(let mapping):
            mapValues(item.fieldConditions) { value in
                guard case .text(let text) = value.content, let targets = mapping[text] else { return [value] }
                return targets.map { SigmaValue(.text($0), value.span) }
            }
        case .replaceTexts(let pattern, let template):
            mapValues(item.fieldConditions) { value in
                guard case .text(let text) = value.content else { return [value] }
                return [SigmaValue(.text(Self.replaced(text, pattern, template)), value.span)]
            }
        case .failRule(let message): failure = failure ?? message
        case .failItem(let message):
            let conditions = item.fieldConditions
            if has({ $0.fieldNames.contains { Self.holds(conditions, $0) } }) { failure = failure ?? message }
        }
    }

    private static func mapped(_ name: String, _ transformation: Transformation) -> [String] {
        switch transformation {
        case .mapFields(let mapping): return mapping[name] ?? [name]
        case .mapPrefixes(let pairs):
            guard let pair = pairs.first(where: { name.hasPrefix($0.prefix) }) else { return [name] }
            return pair.targets.map { $0 + name.dropFirst(pair.prefix.count) }
        case .addPrefix(let prefix): return [prefix + name]
        case .addSuffix(let suffix): return [name + suffix]
        default: return [name]
        }
    }

    private static func replaced(_ text: String, _ pattern: Pattern, _ template: ReplacementTemplate) -> String {
        guard let matcher = try? PatternMatcher(pattern, workspace: MatchWorkspace(limits: MatchLimits())) else {
            return text
        }
        let bytes = Array(text.utf8)
        let result = bytes.withUnsafeBytes { try? matcher.substitute(template, in: $0).result }
        return result.map { String(decoding: $0, as: UTF8.self) } ?? text
    }

    /// The placeholders of the rule's values.
    private var placeholderNames: [String] {
        var names: [String] = []
        _ = has { item in
            guard item.modifiers.contains(.expand) else { return false }
            for case .text(let text) in item.values.map(\.content) {
                names += SigmaString(written: text).withPlaceholders.placeholders
            }
            return false
        }
        return names
    }

    private mutating func mapValues(
        _ conditions: PipelineConditions<PipelineFieldCondition>,
        _ body: (SigmaValue) -> [SigmaValue]
    ) {
        mapItems { line in
            guard line.fieldNames.contains(where: { Self.holds(conditions, $0) }) || conditions.conditions.isEmpty
            else {
                return line
            }
            var line = line
            line.values = line.values.flatMap(body)
            return line
        }
    }

    private mutating func mapItems(_ body: (DetectionItem) -> DetectionItem?) {
        func map(_ expression: SearchExpression) -> SearchExpression {
            switch expression {
            case .all(let items): .all(items.compactMap(body))
            case .any(let expressions): .any(expressions.map(map))
            case .keywords(let item): .keywords(body(item) ?? item)
            case .missing: .missing
            }
        }
        for index in detection.identifiers.indices {
            detection.identifiers[index].expression = map(detection.identifiers[index].expression)
        }
        added = added.map { ($0.items.compactMap(body), $0.isNegated) }
    }
}
