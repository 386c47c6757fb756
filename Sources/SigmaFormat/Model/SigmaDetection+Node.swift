package import Documents

/// The printer: values that a rule's file is written from. Reading them gives the same searches.
extension SigmaDetection {
    /// The map under `detection`.
    package var node: DataNode {
        var entries = identifiers.map { DataMap.Entry(key: DataNode(.string($0.name)), value: $0.expression.node) }
        if let timeframe {
            entries.append(.init(key: DataNode(.string("timeframe")), value: DataNode(.string(timeframe))))
        }
        let texts = conditions.map { DataNode(.string($0.text)) }
        let condition = texts.count == 1 ? texts[0] : DataNode(.list(texts))
        entries.append(.init(key: DataNode(.string("condition")), value: condition))
        return DataNode(.map(DataMap(entries)))
    }
}

extension SearchExpression {
    /// The value under an identifier.
    package var node: DataNode {
        switch self {
        case .all(let items):
            DataNode(.map(DataMap(items.map { .init(key: DataNode(.string($0.key)), value: $0.valueNode) })))
        case .any(let expressions): DataNode(.list(expressions.map(\.node)))
        case .keywords(let item): item.valueNode
        }
    }
}

extension DetectionItem {
    fileprivate var valueNode: DataNode {
        guard values.count == 1, !isList else { return DataNode(.list(values.map(\.node))) }
        return values[0].node
    }
}
