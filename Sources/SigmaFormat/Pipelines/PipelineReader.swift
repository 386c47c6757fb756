package import Diagnostics
package import Documents
import PythonRegex

/// Reads a file of a pipeline.
package struct PipelineReader {
    /// Steps of a pipeline.
    package static let itemsMax = 10_000

    private let source: Source
    private var diagnostics: [Diagnostic] = []

    /// The pipeline of `source`; nil where something in it is not known: see the diagnostics.
    package static func read(
        _ source: Source,
        limits: YAMLLimits = YAMLLimits()
    ) -> (pipeline: Pipeline?, diagnostics: [Diagnostic]) {
        var reader = PipelineReader(source: source)
        do {
            guard let root = try YAMLDocument.parse(source, limits: limits), let map = root.map else {
                return (nil, [.sigmaPipeline("a pipeline is a map", at: Span(0, 0), source)])
            }
            let pipeline = reader.read(map)
            let isUsable = !reader.diagnostics.contains { $0.severity == .error }
            return (isUsable ? pipeline : nil, reader.diagnostics)
        } catch {
            return (nil, [.yaml(error, in: source)])
        }
    }

    private init(source: Source) { self.source = source }

    private mutating func report(_ message: String, at node: DataNode?, hint: String? = nil) {
        diagnostics.append(.sigmaPipeline(message, at: node?.span ?? Span(0, 0), source, hint: hint))
    }

    private mutating func read(_ map: DataMap) -> Pipeline {
        var pipeline = Pipeline(
            name: map["name"]?.string ?? source.path,
            priority: map["priority"]?.int ?? 0,
            items: [],
            variables: [:]
        )
        for entry in map["vars"]?.map?.entries ?? [] {
            guard let name = entry.key.string else { continue }
            pipeline.variables[name] = texts(entry.value)
        }
        let steps = map["transformations"]?.list ?? []
        guard steps.count <= Self.itemsMax else {
            report("more than \(Self.itemsMax) transformations", at: map["transformations"])
            return pipeline
        }
        for step in steps {
            guard let map = step.map else {
                report("a transformation is a map", at: step)
                continue
            }
            guard let transformation = readTransformation(map, step) else { continue }
            pipeline.items.append(
                PipelineItem(
                    id: map["id"]?.string,
                    transformation: transformation,
                    ruleConditions: readRuleConditions(map),
                    fieldConditions: readFieldConditions(map)
                )
            )
            for key in Self.foreignKeys where map[key] != nil { report("`\(key)` is not known", at: map[key]) }
        }
        return pipeline
    }

    /// The text of a scalar.
    private func text(_ node: DataNode?) -> String? {
        switch node?.value {
        case .string(let text)?: text
        case .int(let number)?: String(number)
        case .bool(let flag)?: flag ? "true" : "false"
        case .double(let number)?: number.pythonRepresentation
        default: nil
        }
    }

    private func texts(_ node: DataNode?) -> [String] {
        guard let node else { return [] }
        return (node.list ?? [node]).compactMap(text)
    }

    private func mapping(_ node: DataNode?) -> [String: [String]] {
        var mapping: [String: [String]] = [:]
        for entry in node?.map?.entries ?? [] {
            if let name = text(entry.key) { mapping[name] = texts(entry.value) }
        }
        return mapping
    }

    // MARK: Transformations

    /// Keys of a step that would make it another one.
    private static let foreignKeys = [
        "detection_item_conditions", "detection_item_cond_expr", "rule_cond_expr", "field_name_cond_expr",
    ]

    private static let types = [
        "field_name_mapping", "field_name_prefix_mapping", "field_name_prefix", "field_name_suffix", "add_condition",
        "change_logsource", "drop_detection_item", "value_placeholders", "wildcard_placeholders",
        "set_custom_attribute",
        "map_string", "replace_string", "rule_failure", "detection_item_failure", "set_state",
    ]

    private mutating func readTransformation(_ map: DataMap, _ step: DataNode) -> Transformation? {
        let names = map["include"].map { texts($0) }
        switch map["type"]?.string {
        case "field_name_mapping"?: return .mapFields(mapping(map["mapping"]))
        case "field_name_prefix_mapping"?:
            let pairs = mapping(map["mapping"]).map { (prefix: $0.key, targets: $0.value) }
            // The longest first, so that the order of a map does not matter.
            return .mapPrefixes(pairs.sorted { ($1.prefix.utf8.count, $0.prefix) < ($0.prefix.utf8.count, $1.prefix) })
        case "field_name_prefix"?: return .addPrefix(text(map["prefix"]) ?? "")
        case "field_name_suffix"?: return .addSuffix(text(map["suffix"]) ?? "")
        case "add_condition"?: return readAddedCondition(map, step)
        case "change_logsource"?: return .changeLogSource(logSource(map))
        case "drop_detection_item"?: return .dropItems
        case "value_placeholders"?: return .fillPlaceholders(names)
        case "wildcard_placeholders"?: return .fillWildcards(names)
        case "set_custom_attribute"?: return .setAttribute(text(map["attribute"]) ?? "", texts(map["value"]))
        case "map_string"?: return .mapTexts(mapping(map["mapping"]))
        case "replace_string"?: return readReplacement(map, step)
        case "rule_failure"?: return .failRule(text(map["message"]) ?? "a pipeline refuses it")
        case "detection_item_failure"?: return .failItem(text(map["message"]) ?? "a pipeline refuses a part of it")
        case "set_state"?:
            // Nothing here asks for states.
            return .setAttribute("", [])
        case let name?:
            let near = Self.types.closest(to: name)
            report("there is no transformation `\(name)`", at: map["type"], hint: near.map { "did you mean `\($0)`?" })
        case nil: report("a transformation lacks its `type`", at: step)
        }
        return nil
    }

    private mutating func readReplacement(_ map: DataMap, _ step: DataNode) -> Transformation? {
        guard let pattern = pattern(text(map["regex"]), at: map["regex"] ?? step) else { return nil }
        do {
            return .replaceTexts(
                pattern,
                try ReplacementTemplate(Array((text(map["replacement"]) ?? "").utf8), for: pattern)
            )
        } catch {
            report("`replacement` does not go with its `regex`", at: map["replacement"])
            return nil
        }
    }

    private mutating func pattern(_ text: String?, at node: DataNode) -> Pattern? {
        do {
            return try Pattern(text ?? "")
        } catch {
            report("`\((text ?? "").prefix(80))` is no regular expression: \(error.message)", at: node)
            return nil
        }
    }

    private mutating func readAddedCondition(_ map: DataMap, _ step: DataNode) -> Transformation? {
        guard let conditions = map["conditions"]?.map else {
            report("`add_condition` lacks its `conditions`", at: step)
            return nil
        }
        if map["template"]?.bool == true { report("templates of conditions are not known", at: map["template"]) }
        var items: [DetectionItem] = []
        for entry in conditions.entries {
            let parts = (text(entry.key) ?? "").split(separator: "|", omittingEmptySubsequences: false).map(String.init)
            let modifiers = parts.dropFirst().compactMap { Modifier(name: $0) }
            if modifiers.count != parts.count - 1 { report("a modifier is not known", at: entry.key) }
            items.append(
                DetectionItem(
                    field: parts.first.flatMap { $0.isEmpty ? nil : $0 },
                    modifiers: modifiers,
                    values: (entry.value.list ?? [entry.value]).compactMap { SigmaValue($0) },
                    isList: entry.value.list != nil,
                    keySpan: Span(0, 0),
                    valueSpan: Span(0, 0)
                )
            )
        }
        return .addCondition(items, isNegated: map["negated"]?.bool ?? false)
    }

    private func logSource(_ map: DataMap) -> LogSource {
        LogSource(category: text(map["category"]), product: text(map["product"]), service: text(map["service"]))
    }

    // MARK: Conditions

    private mutating func readRuleConditions(_ map: DataMap) -> PipelineConditions<PipelineCondition> {
        var result = PipelineConditions<PipelineCondition>()
        result.isAny = readIsAny(map["rule_cond_op"])
        result.isNegated = map["rule_cond_not"]?.bool ?? false
        for (condition, node) in readConditions(map["rule_conditions"]) {
            switch condition["type"]?.string {
            case "logsource"?: result.conditions.append(.logSource(logSource(condition)))
            case "contains_detection_item"?:
                guard let value = condition["value"].flatMap({ SigmaValue($0) }) else {
                    report("`contains_detection_item` lacks its `value`", at: node)
                    continue
                }
                result.conditions.append(.containsItem(field: text(condition["field"]) ?? "", value: value))
            case "contains_field"?: result.conditions.append(.containsField(text(condition["field"]) ?? ""))
            case "tag"?: result.conditions.append(.tag(text(condition["tag"]) ?? ""))
            case "is_sigma_rule"?: result.conditions.append(.isRule(true))
            case "is_sigma_correlation_rule"?: result.conditions.append(.isRule(false))
            case "processing_item_applied"?:
                result.conditions.append(.isApplied(text(condition["processing_item_id"]) ?? ""))
            case let name: report("there is no condition `\(name ?? "")` of rules", at: node)
            }
        }
        return result
    }

    private mutating func readFieldConditions(_ map: DataMap) -> PipelineConditions<PipelineFieldCondition> {
        var result = PipelineConditions<PipelineFieldCondition>()
        result.isAny = readIsAny(map["field_name_cond_op"])
        result.isNegated = map["field_name_cond_not"]?.bool ?? false
        for (condition, node) in readConditions(map["field_name_conditions"]) {
            let type = condition["type"]?.string
            guard type == "include_fields" || type == "exclude_fields" else {
                report("there is no condition `\(type ?? "")` of fields", at: node)
                continue
            }
            let names = texts(condition["fields"])
            let isExcluded = type == "exclude_fields"
            if ["re", "regex"].contains(condition["match_type"]?.string ?? "plain") {
                let patterns = names.compactMap { pattern($0, at: node) }
                result.conditions.append(.patterns(patterns, isExcluded: isExcluded))
            } else {
                result.conditions.append(.names(names, isExcluded: isExcluded))
            }
        }
        return result
    }

    /// The conditions of a list. What is no list of maps is told of: left out it would make the step one for all.
    private mutating func readConditions(_ node: DataNode?) -> [(DataMap, DataNode)] {
        guard let node else { return [] }
        guard let list = node.list, list.allSatisfy({ $0.map != nil }) else {
            report("conditions are a list of maps", at: node)
            return []
        }
        return list.compactMap { element in element.map.map { ($0, element) } }
    }

    /// Whether one of several conditions is enough.
    private mutating func readIsAny(_ node: DataNode?) -> Bool {
        guard let node else { return false }
        if node.string != "or", node.string != "and" { report("conditions are joined by `and` or `or`", at: node) }
        return node.string == "or"
    }
}
