package import Detections
package import Events

/// The inline filters of a rule, ready to be evaluated on events: the rule is run only where they all hold.
///
/// Meaning and errors are those of panther_core's filters, a field that is not there being null. Names match exactly.
package struct EventFilter: Sendable {
    private let root: Node

    /// A filter as a tree; the depth is that of the file it was read from, which its parser bounds.
    private indirect enum Node: Sendable {
        case all([Node])
        case any([Node])
        case condition(Condition)
    }

    /// One comparison.
    private struct Condition: Sendable {
        var path: FieldPath
        var name: String
        var row: FilterOperator.Row
        var operand: DataValue
    }

    /// Why filters cannot be evaluated: what is not known, in words.
    package struct Fault: Error, Hashable, Sendable {
        package var message: String
    }

    /// Levels of `All` and `Any`.
    package static let depthMax = 64

    /// Reads the value of `InlineFilters`: a list of expressions, all of which must hold.
    package init(_ filters: DataNode) throws(Fault) {
        root = .all(try Self.nodes(filters, depth: 0))
    }

    /// Whether `event` passes. Throws what Python would raise, such as a TypeError of `"a" < 1`.
    package func passes(_ event: TapeView) throws(FunctionError) -> Bool {
        try Self.evaluate(root, event)
    }

    /// Names of fields that the filters look at, outermost part only.
    package var topLevelNames: Set<String> {
        var names: Set<String> = []
        Self.collect(root, &names)
        return names
    }

    // MARK: Reading

    private static func nodes(_ list: DataNode, depth: Int) throws(Fault) -> [Node] {
        guard depth < depthMax else { throw Fault(message: "filters are nested deeper than \(depthMax)") }
        guard let elements = list.list else { throw Fault(message: "filters must be a list") }
        var nodes: [Node] = []
        for element in elements { nodes.append(try node(element, depth: depth)) }
        return nodes
    }

    private static func node(_ element: DataNode, depth: Int) throws(Fault) -> Node {
        if let all = element["All"] { return .all(try nodes(all, depth: depth + 1)) }
        if let any = element["Any"] {
            let children = try nodes(any, depth: depth + 1)
            // An empty statement holds, as panther_core has it.
            return children.isEmpty ? .all([]) : .any(children)
        }
        guard let name = element["Condition"]?.string else { throw Fault(message: "a filter needs a `Condition`") }
        guard let row = FilterOperator.row(name) else { throw Fault(message: "the condition `\(name)` is not known") }
        let text = try pathText(element)
        do {
            let path = try FieldPath(text)
            let operand = element["Value"]?.value ?? element["Values"]?.value
            guard operand != nil || !row.filterOperator.needsOperand else {
                throw Fault(message: "the condition `\(name)` needs a `Value`")
            }
            return .condition(Condition(path: path, name: text, row: row, operand: operand ?? .null))
        } catch let fault as Fault {
            throw fault
        } catch {
            throw Fault(message: "the key path `\(text)` cannot be followed")
        }
    }

    private static func pathText(_ element: DataNode) throws(Fault) -> String {
        if let path = element["KeyPath"]?.string {
            guard !path.contains("*") else { throw Fault(message: "the wildcard of `\(path)` is not known in filters") }
            return path
        }
        guard let enrichment = element["Enrichment"], let table = enrichment["Table"]?.string,
            let selector = enrichment["Selector"]?.string, let path = enrichment["FieldPath"]?.string
        else { throw Fault(message: "a filter needs a `KeyPath`") }
        return "p_enrichment[\"\(table)\"][\"\(selector)\"].\(path)"
    }

    private static func collect(_ node: Node, _ names: inout Set<String>) {
        switch node {
        case .all(let children), .any(let children): for child in children { collect(child, &names) }
        case .condition(let condition):
            if case .key(let name) = condition.path.steps.first { names.insert(name) }
        }
    }

    // MARK: Evaluation

    private static func evaluate(_ node: Node, _ event: TapeView) throws(FunctionError) -> Bool {
        switch node {
        case .all(let children):
            for child in children where try !evaluate(child, event) { return false }
            return true
        case .any(let children):
            for child in children where try evaluate(child, event) { return true }
            return false
        case .condition(let condition):
            let subject = event.dataValue(of: condition.path.find(in: event))
            let comparison = FilterComparison(
                filterOperator: condition.row.filterOperator,
                ignoresCase: condition.row.ignoresCase,
                target: condition.name
            )
            return try comparison.holds(subject, condition.operand) != condition.row.isNegated
        }
    }
}

extension TapeView {
    /// A node of the tape as a value of its own; null where there is no node. O(its size); the tape bounds its depth.
    fileprivate func dataValue(of node: UInt32) -> DataValue {
        guard node != Tape.missing else { return .null }
        switch kind(of: node) {
        case .null: return .null
        case .true: return .bool(true)
        case .false: return .bool(false)
        case .integer:
            if let number = int64(of: node) { return .int(number) }
            return .bigInt(string(text(of: node)))
        case .double: return .double(double(of: node) ?? .nan)
        case .string: return .string(string(text(of: node)))
        case .array: return .list(children(of: node).map { DataNode(dataValue(of: $0)) })
        case .object:
            return .map(
                DataMap(
                    children(of: node).map {
                        DataMap.Entry(key: DataNode(.string(string(key(of: $0)))), value: DataNode(dataValue(of: $0)))
                    }
                )
            )
        }
    }
}
