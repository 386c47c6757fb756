import Conditions
import Diagnostics
import Documents

/// Correlations.
extension DocumentReader {
    /// Rules of one correlation.
    private static let rulesMax = 64
    /// Fields that matches are grouped by.
    private static let groupFieldsMax = 16

    mutating func readCorrelation(_ map: DataMap) -> SigmaCorrelation? {
        var metadata = readMetadata(map, except: ["correlation"])
        guard let node = map["correlation"], let correlation = node.map else { return nil }
        if metadata.name == nil { metadata.name = correlation["name"]?.string }
        let before = errorCount
        guard let type = readType(correlation, node) else { return nil }
        var rules = readRuleNames(correlation["rules"])
        let expression = readExpression(correlation["condition"], type, &rules)
        if rules.isEmpty, correlation["rules"]?.list?.isEmpty ?? true {
            report(.sigmaMissing("rules", in: "correlation", at: node.span, source))
        }
        if rules.count > Self.rulesMax {
            report(.sigmaWrongType("correlation.rules", "at most \(Self.rulesMax) rules", at: node.span, source))
        }
        let groupBy = readTexts(correlation["group-by"], "correlation.group-by")
        if groupBy.count > Self.groupFieldsMax {
            report(
                .sigmaWrongType("correlation.group-by", "at most \(Self.groupFieldsMax) fields", at: node.span, source)
            )
        }
        let timespan = readTimespan(correlation["timespan"], node)
        var result = SigmaCorrelation(
            metadata: metadata,
            type: type,
            rules: rules,
            groupBy: groupBy,
            timespanSeconds: timespan ?? 0,
            bounds: [],
            expression: expression,
            fields: [],
            aliases: readAliases(correlation["aliases"], rules),
            generates: map["generate"]?.bool ?? correlation["generate"]?.bool ?? false,
            source: source
        )
        readCondition(correlation["condition"], node, &result)
        guard !rules.isEmpty, timespan != nil else { return nil }
        return errorCount > before ? nil : result
    }

    private mutating func readType(_ map: DataMap, _ node: DataNode) -> SigmaCorrelation.Kind? {
        guard let type = map["type"] else {
            report(.sigmaMissing("type", in: "correlation", at: node.span, source))
            return nil
        }
        if let known = type.string.flatMap(SigmaCorrelation.Kind.init(rawValue:)) { return known }
        let names = SigmaCorrelation.Kind.allCases.map(\.rawValue)
        report(.sigmaWord("correlation.type", type.string ?? "", names, isError: true, at: type.span, source))
        return nil
    }

    private mutating func readTexts(_ node: DataNode?, _ key: String) -> [String] {
        guard let node, node.value != .null else { return [] }
        if let text = node.string { return [text] }
        if let texts = node.strings { return texts }
        report(.sigmaWrongType(key, "a list of fields", at: node.span, source))
        return []
    }

    /// A number and a unit.
    private mutating func readTimespan(_ node: DataNode?, _ parent: DataNode) -> Int? {
        guard let node else {
            report(.sigmaMissing("timespan", in: "correlation", at: parent.span, source))
            return nil
        }
        if let text = node.string, let seconds = Self.seconds(text) { return seconds }
        report(.sigmaTimespan(at: node.span, source))
        return nil
    }

    /// The seconds of `10m`; nil for what is no such text, or more than a hundred years.
    static func seconds(_ text: String) -> Int? {
        let units = ["s": 1, "m": 60, "h": 3600, "d": 86_400]
        guard let unit = text.last.flatMap({ units[String($0)] }), let count = Int(text.dropLast()), count > 0 else {
            return nil
        }
        let (seconds, overflow) = count.multipliedReportingOverflow(by: unit)
        return overflow || seconds > Self.timespanSecondsMax ? nil : seconds
    }

    private static var timespanSecondsMax: Int { 36_525 * 86_400 }

    private mutating func readAliases(_ node: DataNode?, _ rules: [SigmaValue]) -> [SigmaCorrelation.Alias] {
        guard let node, node.value != .null else { return [] }
        guard let map = node.map else {
            report(.sigmaWrongType("correlation.aliases", "a map", at: node.span, source))
            return []
        }
        let known = rules.compactMap { rule in if case .text(let name) = rule.content { name } else { nil } }
        return map.entries.compactMap { entry in
            guard let name = entry.key.string, let fields = entry.value.map else {
                report(.sigmaWrongType("correlation.aliases", "a map of rules to fields", at: entry.value.span, source))
                return nil
            }
            var alias = SigmaCorrelation.Alias(name: name, fields: [])
            for field in fields.entries {
                guard let rule = field.key.string, let path = field.value.string else {
                    report(
                        .sigmaWrongType(
                            "correlation.aliases.\(name)",
                            "a map of rules to fields",
                            at: field.value.span,
                            source
                        )
                    )
                    continue
                }
                if !known.contains(rule) {
                    report(.sigmaUnknownRule(rule, known: known, at: field.key.span, source))
                }
                alias.fields.append(.init(rule: rule, field: path))
            }
            return alias
        }
    }

    private mutating func readCondition(_ node: DataNode?, _ parent: DataNode, _ result: inout SigmaCorrelation) {
        guard let node, node.value != .null else {
            if !result.type.isTemporal {
                report(.sigmaMissing("condition", in: "correlation", at: parent.span, source))
            }
            return
        }
        // An expression is read already.
        if node.string != nil, result.type.isTemporal { return }
        guard let map = node.map else {
            report(.sigmaWrongType("correlation.condition", "a map", at: node.span, source))
            return
        }
        let comparisons = Dictionary(uniqueKeysWithValues: SigmaCorrelation.Bound.keys.map { ($0.key, $0.value) })
        for entry in map.entries {
            let key = entry.key.string ?? ""
            switch key {
            case "field": result.fields = readTexts(entry.value, "correlation.condition.field")
            case "percentile": result.percentile = Self.number(entry.value)
            case let name where comparisons[name] != nil:
                guard let comparison = comparisons[name], let value = Self.number(entry.value) else {
                    report(.sigmaWrongType("correlation.condition.\(name)", "a number", at: entry.value.span, source))
                    continue
                }
                result.bounds.append(.init(comparison: comparison, value: value))
            default:
                report(
                    .sigmaWord(
                        "correlation.condition",
                        key,
                        comparisons.keys.sorted() + ["field"],
                        isError: true,
                        at: entry.key.span,
                        source
                    )
                )
            }
        }
        if !map.entries.contains(where: { comparisons[$0.key.string ?? ""] != nil }), !result.type.isTemporal {
            report(
                .sigmaMissing(
                    "gt`, `gte`, `lt`, `lte`, `eq` or `neq",
                    in: "correlation.condition",
                    at: node.span,
                    source
                )
            )
        }
        if result.type.measuresField, result.fields.isEmpty {
            report(.sigmaMissing("field", in: "correlation.condition", at: node.span, source))
        }
        if result.type.measuresField, result.type != .valueCount, result.fields.count > 1 {
            report(.sigmaWrongType("correlation.condition.field", "one field", at: node.span, source))
        }
    }

    /// A temporal correlation's condition as pySigma knows it beside the specification: its rules joined by `and`, `or` and `not`. Each
    /// rule must be in it; where none are listed they are those that it names. In an ordered one the order is that of an `and`.
    private mutating func readExpression(
        _ node: DataNode?,
        _ type: SigmaCorrelation.Kind,
        _ rules: inout [SigmaValue]
    ) -> ConditionExpression? {
        guard let node, let text = node.string, type.isTemporal else { return nil }
        let result = ConditionParser.parse(text)
        for (fault, span) in result.faults {
            report(.sigmaCondition(fault, at: place(of: span, in: node, text), source))
        }
        var names: [SigmaValue] = []
        var isPlain = result.aggregation == nil
        result.expression.forEach { part in
            switch part.kind {
            case .identifier(let name):
                let value = SigmaValue(.text(name), place(of: part.span, in: node, text))
                // One too many is enough to be refused.
                if names.count <= Self.rulesMax, !names.contains(value) { names.append(value) }
            case .selector: isPlain = false
            case .and, .or, .not, .missing: break
            }
        }
        guard isPlain, result.faults.isEmpty else {
            let expected = "rules joined by `and`, `or` and `not`"
            if !isPlain { report(.sigmaWrongType("correlation.condition", expected, at: node.span, source)) }
            return nil
        }
        if rules.isEmpty { rules = names }
        for name in names where !rules.contains(name) {
            let known = rules.compactMap(\.name)
            report(.sigmaUnknownRule(name.name ?? "", known: known, isError: true, at: name.span, source))
        }
        for rule in rules where !names.contains(rule) {
            let expected = "about each of its rules, `\(rule.name ?? "")` too"
            report(.sigmaWrongType("correlation.condition", expected, at: node.span, source))
        }
        guard type == .temporalOrdered else { return result.expression }
        let isChain =
            if case .and(let parts) = result.expression.kind {
                parts.count == names.count && parts.allSatisfy { if case .identifier = $0.kind { true } else { false } }
            } else {
                false
            }
        if !isChain {
            let expected = "rules joined by `and`, whose order counts"
            report(.sigmaWrongType("correlation.condition", expected, at: node.span, source))
        }
        rules = names
        return nil
    }

    private static func number(_ node: DataNode) -> Double? {
        switch node.value {
        case .int(let number): Double(number)
        case .double(let number) where number.isFinite: number
        default: nil
        }
    }
}
