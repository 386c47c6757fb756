import Conditions
package import Documents

/// The printer: the values that a file is written from.
extension SigmaDocument {
    /// The document as JSON, which is a file of its own. Reading it gives the same document, of one that was read without errors.
    /// There is none of a document with what JSON has no form for: among what it says of itself, bytes and keys that are no texts.
    package func json() throws(DataNode.JSONFault) -> [UInt8] {
        try node.json(DataNode.JSONLayout(spaced: false, asciiOnly: false, onlyTextKeys: true))
    }

    /// The document as a map.
    package var node: DataNode {
        switch self {
        case .rule(let rule):
            .map(rule.metadata.pairs + [("logsource", rule.logSource.node), ("detection", rule.detection.node)])
        case .correlation(let correlation): .map(correlation.metadata.pairs + correlation.pairs)
        case .filter(let filter): .map(filter.metadata.pairs + filter.pairs)
        }
    }
}

extension DataNode {
    /// A map of texts to values, in order.
    fileprivate static func map(_ pairs: [(String, DataNode)]) -> DataNode {
        DataNode(.map(DataMap(pairs.map { DataMap.Entry(key: DataNode(.string($0.0)), value: $0.1) })))
    }

    fileprivate static func text(_ text: String) -> DataNode { DataNode(.string(text)) }

    fileprivate static func texts(_ texts: [String]) -> DataNode { DataNode(.list(texts.map { .text($0) })) }

    fileprivate static func number(_ number: Double) -> DataNode {
        DataNode(Int64(exactly: number).map { .int($0) } ?? .double(number))
    }
}

extension SigmaMetadata {
    fileprivate var pairs: [(String, DataNode)] {
        var pairs = [("title", DataNode.text(title))]
        for (key, value) in [("status", status), ("description", description), ("level", level)] {
            if let value { pairs.append((key, .text(value))) }
        }
        if !tags.isEmpty { pairs.append(("tags", DataNode(.list(tags.map(\.node))))) }
        return pairs + entries.compactMap { entry in entry.key.string.map { ($0, entry.value) } }
    }

    /// Whether an entry gives the name; else the correlation itself does.
    fileprivate var hasNameEntry: Bool { entries.contains { $0.key.string == "name" } }
}

extension LogSource {
    /// The map under `logsource`.
    package var node: DataNode {
        let parts = [("category", category), ("product", product), ("service", service)]
        return .map(parts.compactMap { key, value in value.map { (key, .text($0)) } })
    }
}

extension SigmaFilter {
    fileprivate var pairs: [(String, DataNode)] {
        let names = rules.map { DataNode(.list($0.map(\.node))) } ?? .text("any")
        var filter = detection.node.map ?? DataMap()
        filter.entries.insert(.init(key: .text("rules"), value: names), at: 0)
        return [("logsource", logSource.node), ("filter", DataNode(.map(filter)))]
    }
}

extension SigmaCorrelation {
    fileprivate var pairs: [(String, DataNode)] {
        var pairs = [("type", DataNode.text(type.rawValue)), ("rules", DataNode(.list(rules.map(\.node))))]
        if let name = metadata.name, !metadata.hasNameEntry { pairs.append(("name", .text(name))) }
        if !groupBy.isEmpty { pairs.append(("group-by", .texts(groupBy))) }
        pairs.append(("timespan", .text("\(timespanSeconds)s")))
        let condition = conditionPairs
        if let expression {
            pairs.append(("condition", .text(expression.text)))
        } else if !condition.isEmpty {
            pairs.append(("condition", .map(condition)))
        }
        if !aliases.isEmpty {
            let maps = aliases.map { alias in
                (alias.name, DataNode.map(alias.fields.map { ($0.rule, .text($0.field)) }))
            }
            pairs.append(("aliases", .map(maps)))
        }
        // One that the document itself says is among its other keys.
        if !metadata.entries.contains(where: { $0.key.string == "generate" }) {
            pairs.append(("generate", DataNode(.bool(generates))))
        }
        return [("correlation", .map(pairs))]
    }

    private var conditionPairs: [(String, DataNode)] {
        var pairs: [(String, DataNode)] = bounds.compactMap { bound in
            Bound.keys.first { $0.value == bound.comparison }.map { ($0.key, .number(bound.value)) }
        }
        if !fields.isEmpty { pairs.append(("field", .texts(fields))) }
        if let percentile { pairs.append(("percentile", .number(percentile))) }
        return pairs
    }
}

extension SigmaDetection {
    /// The map under `detection`.
    package var node: DataNode {
        var pairs = identifiers.map { ($0.name, $0.expression.node) }
        if let timeframe { pairs.append(("timeframe", .text(timeframe))) }
        let texts = conditions.map(\.text)
        pairs.append(("condition", texts.count == 1 ? .text(texts[0]) : .texts(texts)))
        return .map(pairs)
    }
}

extension SearchExpression {
    /// The value under an identifier.
    package var node: DataNode {
        switch self {
        case .all(let items): .map(items.map { ($0.key, $0.valueNode) })
        case .any(let expressions): DataNode(.list(expressions.map(\.node)))
        case .keywords(let item): item.valueNode
        // No rule can write it.
        case .missing: DataNode(.null)
        }
    }
}

extension DetectionItem {
    fileprivate var valueNode: DataNode {
        guard values.count == 1, !isList else { return DataNode(.list(values.map(\.node))) }
        return values[0].node
    }
}
