import Diagnostics
import Documents

/// Searches and conditions.
extension DocumentReader {
    /// Lists within lists of searches.
    private static let nestingMax = 16
    /// Searches of one rule.
    static let identifiersMax = 1_000

    mutating func readDetection(_ node: DataNode, key: String) -> SigmaDetection? {
        guard let map = node.map else {
            report(.sigmaWrongType(key, "a map", at: node.span, source))
            return nil
        }
        var identifiers: [SearchIdentifier] = []
        var conditions: [SigmaDetection.WrittenCondition] = []
        var timeframe: String?
        var isComplete = true
        for entry in map.entries {
            guard let name = Self.keyText(entry.key) else {
                report(.sigmaWrongType("\(key): a search identifier", "a text", at: entry.key.span, source))
                isComplete = false
                continue
            }
            switch name {
            case "condition":
                conditions = readConditions(entry.value, key: key)
                if conditions.isEmpty { isComplete = false }
            case "timeframe": timeframe = entry.value.string
            default:
                let expression = readSearch(entry.value, depth: 0)
                identifiers.append(SearchIdentifier(name: name, span: entry.key.span, expression: expression))
            }
        }
        if map["condition"] == nil {
            report(.sigmaMissing("condition", in: key, at: node.span, source))
            return nil
        }
        if identifiers.isEmpty {
            report(.sigmaMissing("search identifiers", in: key, at: node.span, source))
            return nil
        }
        if identifiers.count > Self.identifiersMax {
            report(.sigmaWrongType(key, "at most \(Self.identifiersMax) search identifiers", at: node.span, source))
            return nil
        }
        guard isComplete else { return nil }
        let detection = SigmaDetection(identifiers: identifiers, conditions: conditions, timeframe: timeframe)
        checkNames(detection, map)
        return detection
    }

    private static func keyText(_ node: DataNode) -> String? {
        switch node.value {
        case .string(let text): text
        case .int(let number): String(number)
        default: nil
        }
    }

    // MARK: Conditions

    private mutating func readConditions(_ node: DataNode, key: String) -> [SigmaDetection.WrittenCondition] {
        var conditions: [SigmaDetection.WrittenCondition] = []
        for element in node.list ?? [node] {
            guard let text = element.string else {
                report(.sigmaWrongType("\(key).condition", "a text, or a list of texts", at: element.span, source))
                continue
            }
            let result = ConditionParser.parse(text)
            for (fault, span) in result.faults {
                report(.sigmaCondition(fault, at: place(of: span, in: element, text), source))
            }
            if let aggregation = result.aggregation {
                let place = place(of: aggregation.span, in: element, text)
                report(.sigmaAggregation(aggregation, at: place, source))
            }
            conditions.append(
                .init(
                    result.expression,
                    aggregation: result.aggregation,
                    isIncomplete: !result.faults.isEmpty,
                    span: element.span
                )
            )
        }
        return conditions
    }

    /// Where a stretch of a text stands in the file. The whole text where it is not written as it is: over several lines, or with
    /// escapes.
    func place(of span: Span, in node: DataNode, _ text: String) -> Span {
        let written = source.text(of: node.span)
        var start = node.span.start
        if written.hasPrefix("'") || written.hasPrefix("\"") { start += 1 }
        let whole = Span(start, start + text.utf8.count)
        guard source.text(of: whole).hasBytes(of: text) else { return node.span }
        return Span(start + span.start, start + max(span.end, span.start))
    }

    /// Names that conditions use and searches do not have, and the other way round.
    private mutating func checkNames(_ detection: SigmaDetection, _ map: DataMap) {
        let names = detection.identifiers.map(\.name)
        let known = Set(names)
        var used: Set<String> = []
        let node = map["condition"]
        let nodes = node?.list ?? [node].compactMap(\.self)
        for (condition, node) in zip(detection.conditions, nodes) {
            let text = node.string ?? ""
            var unknown: [(name: String, span: Span, isPattern: Bool)] = []
            condition.expression.forEach { part in
                switch part.kind {
                case .identifier(let name):
                    used.insert(name)
                    if !known.contains(name) { unknown.append((name, part.span, false)) }
                case .selector(_, let selection):
                    let named = names.filter(selection.includes)
                    used.formUnion(named)
                    if named.isEmpty, case .pattern(let pattern) = selection {
                        unknown.append((pattern, part.span, true))
                    }
                default: break
                }
            }
            for (name, span, isPattern) in unknown {
                let place = place(of: span, in: node, text)
                report(.sigmaUnknownIdentifier(name, isPattern: isPattern, known: names, at: place, source))
            }
        }
        let isBroken = detection.conditions.contains { $0.expression.kind == .missing }
        for identifier in detection.identifiers where !used.contains(identifier.name) && !isBroken {
            // Anchors for other searches are named so.
            guard !identifier.name.hasPrefix("_") else { continue }
            report(.sigmaUnusedIdentifier(identifier, source))
        }
    }

    // MARK: Searches

    private mutating func readSearch(_ node: DataNode, depth: Int) -> SearchExpression {
        switch node.value {
        case .map(let map):
            let items = map.entries.compactMap { readItem($0) }
            if map.entries.isEmpty { report(.sigmaEmptySearch(at: node.span, source)) }
            return items.count == map.entries.count ? .all(items) : .missing
        case .list(let elements):
            guard depth < Self.nestingMax else {
                report(.sigmaWrongType("a search", "at most \(Self.nestingMax) lists deep", at: node.span, source))
                return .missing
            }
            let values = elements.compactMap { SigmaValue($0) }
            if elements.isEmpty { report(.sigmaEmptySearch(at: node.span, source)) }
            if values.count == elements.count { return .keywords(keywords(values, node, isList: true)) }
            return .any(elements.map { readSearch($0, depth: depth + 1) })
        default:
            guard let value = SigmaValue(node) else {
                report(.sigmaWrongType("a search", "a map or a list", at: node.span, source))
                return .missing
            }
            return .keywords(keywords([value], node, isList: false))
        }
    }

    private mutating func keywords(_ values: [SigmaValue], _ node: DataNode, isList: Bool) -> DetectionItem {
        for value in values where value.content == .null { report(.sigmaNullKeyword(at: value.span, source)) }
        return DetectionItem(field: nil, values: values, isList: isList, keySpan: node.span, valueSpan: node.span)
    }

    private mutating func readItem(_ entry: DataMap.Entry) -> DetectionItem? {
        guard let key = Self.keyText(entry.key) else {
            report(.sigmaWrongType("a field", "a text", at: entry.key.span, source))
            return nil
        }
        let parts = key.split(separator: "|", omittingEmptySubsequences: false).map(String.init)
        var item = DetectionItem(
            field: parts.first.flatMap { $0.isEmpty ? nil : $0 },
            values: [],
            isList: entry.value.list != nil,
            keySpan: entry.key.span,
            valueSpan: entry.value.span
        )
        for name in parts.dropFirst() {
            if let modifier = Modifier(name: name) {
                item.modifiers.append(modifier)
            } else {
                item.unknownModifiers.append(name)
                report(.sigmaUnknownModifier(name, at: entry.key.span, source))
            }
        }
        for element in entry.value.list ?? [entry.value] {
            guard let value = SigmaValue(element) else {
                report(
                    .sigmaWrongType(
                        "a value of `\(key)`",
                        "a text, a number, `true`, `false` or null",
                        at: element.span,
                        source
                    )
                )
                item.isIncomplete = true
                continue
            }
            item.values.append(value)
        }
        checkValues(of: item)
        return item
    }

    private mutating func checkValues(of item: DetectionItem) {
        if item.isList, item.values.isEmpty { report(.sigmaEmptySearch(at: item.valueSpan, source)) }
        if item.values.count > 1, let null = item.values.first(where: { $0.content == .null }) {
            report(.sigmaNullInList(item, at: null.span, source))
        }
        if item.modifiers.contains(.all), item.values.count == 1 { report(.sigmaAllOfOne(item, source)) }
    }
}
