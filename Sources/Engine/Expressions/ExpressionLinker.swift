import Addresses
import Detections
import Documents
import Events
import PantherFormat
import PythonRuntime

/// Turns trees of expressions into the flat form of a program.
struct ExpressionLinker {
    private(set) var nodes: [ExpressionNode] = []
    private(set) var paths: [ExpressionPath] = []
    private(set) var steps: [ExpressionStep] = []
    private(set) var networks: [NetworkAddress] = []
    private(set) var pathTexts: [String] = []
    private var constants: [DataValue] = []
    /// The steps that go down to a member, by its name.
    private(set) var names: [(step: Int, name: String)] = []

    /// The number of the node that decides `expression`.
    mutating func link(_ expression: MatchExpression, ignoringCase: Bool) -> UInt32 {
        let index = nodes.count
        nodes.append(ExpressionNode(.alwaysFalse))
        fill(index, expression, ignoringCase)
        return UInt32(index)
    }

    /// Alert keys; they look at Panther's event, as the detection does.
    mutating func link(_ keys: AlertKeys) -> ExpressionProgram.LinkedAlertKeys {
        var linked = ExpressionProgram.LinkedAlertKeys()
        linked.title = keys.title?.parts.map { part in
            switch part {
            case .text(let text): .text(text)
            case .value(let specifier): .value(path(specifier, true))
            }
        }
        linked.context = keys.context?.map { ($0.name, path($0.value, true)) }
        linked.groupBy = keys.groupBy?.map { path($0, true) }
        linked.severities = keys.severities?.map { ($0.severity, link($0.condition, ignoringCase: true)) }
        return linked
    }

    /// Writes the constants, in the order of their numbers.
    func build(_ tape: inout Tape) {
        // A fault, as for constants of more than 16 MiB, leaves the tape empty: each constant is null then, and what compares
        // with it does not hold.
        try? tape.build { builder in
            builder.beginArray()
            for constant in constants { Self.write(constant, &builder) }
            builder.endArray()
        }
    }

    // MARK: Nodes

    private mutating func fill(_ index: Int, _ expression: MatchExpression, _ ignoringCase: Bool) {
        var node: ExpressionNode
        var children: [MatchExpression] = []
        switch expression {
        case .constant(let flag): node = ExpressionNode(flag ? .alwaysTrue : .alwaysFalse)
        case .combination(let combinator, let inner):
            node = ExpressionNode(.combination)
            node.count = .init(combinator)
            children = inner
        case .elements(let combinator, let subject, let inner):
            node = ExpressionNode(.elements)
            node.count = .init(combinator)
            node.subject = path(subject, ignoringCase)
            children = inner
        case .comparison(let comparison): node = self.node(comparison, ignoringCase)
        }
        // Depth is bounded by the reader.
        let first = nodes.count
        node.firstChild = UInt32(first)
        node.childCount = UInt32(children.count)
        nodes[index] = node
        nodes += children.map { _ in ExpressionNode(.alwaysFalse) }
        for (offset, child) in children.enumerated() { fill(first + offset, child, ignoringCase) }
    }

    private mutating func node(_ comparison: MatchExpression.Comparison, _ ignoringCase: Bool) -> ExpressionNode {
        var node = ExpressionNode(.comparison)
        node.matchOperator = comparison.condition.matchOperator
        node.isNegated = comparison.condition.isNegated
        node.ignoresCase = comparison.condition.ignoresCase
        node.subject = path(comparison.subject, ignoringCase)
        switch comparison.operand {
        case .none: node.operand = constant(.null)
        case .value(let value):
            if comparison.condition.operandKind == .network, let network = value.string.flatMap({ NetworkAddress($0) })
            {
                node.kind = .networkComparison
                node.operand = UInt32(networks.count)
                networks.append(network)
            } else {
                node.operand = constant(value.value)
            }
        case .key(let key):
            node.kind = .keyComparison
            node.operand = path(key, ignoringCase)
        }
        return node
    }

    private mutating func constant(_ value: DataValue) -> UInt32 {
        constants.append(value)
        return UInt32(constants.count - 1)
    }

    private mutating func path(_ specifier: KeySpecifier, _ ignoringCase: Bool) -> UInt32 {
        let first = steps.count
        for step in specifier.steps {
            switch step {
            case .index(let index): steps.append(.index(index))
            case .each: steps.append(.each)
            case .eachOrSelf: steps.append(.eachOrSelf)
            case .name(let name):
                names.append((steps.count, name))
                steps.append(.name(constant(.string(name))))
            }
        }
        paths.append(
            ExpressionPath(
                firstStep: UInt32(first),
                stepCount: UInt32(specifier.steps.count),
                isPlural: specifier.isPlural,
                ignoresCase: ignoringCase
            )
        )
        pathTexts.append(specifier.text)
        return UInt32(paths.count - 1)
    }

    /// Depth is that of the file, which its parser bounds.
    private static func write(_ value: DataValue, _ builder: inout TapeBuilder) {
        switch value {
        case .null, .bytes: builder.null()
        case .bool(let flag): builder.bool(flag)
        case .int(let number): builder.integer(number)
        case .bigInt(let digits): builder.integer(digits: digits)
        case .double(let number): builder.double(number)
        case .string(let text): builder.string(text)
        case .list(let elements):
            builder.beginArray()
            for element in elements { write(element.value, &builder) }
            builder.endArray()
        case .map(let map):
            builder.beginObject()
            for entry in map.entries {
                builder.key(entry.key.string ?? "")
                write(entry.value.value, &builder)
            }
            builder.endObject()
        }
    }
}
