import Diagnostics

/// Builds the tree from events, with a stack of its own: no depth of input can overflow the thread's.
struct YAMLComposer {
    /// The value of the document, when it is complete.
    private(set) var root: DataNode?
    /// Where the document's first value begins; set as soon as it does.
    private(set) var firstDocument: YAMLMark?
    /// The first value that could not be made. Reported only if the rest is YAML: the reference composes all before it
    /// constructs anything.
    fileprivate(set) var constructorFault: YAMLFault?

    fileprivate let limits: YAMLLimits
    private let source: Source
    private let offsets: YAMLOffsets
    private var frames: [Frame] = []
    private var anchors: [String: Anchor] = [:]
    private var nodeCount = 0

    /// A list or map that is being read.
    private struct Frame {
        var start: YAMLMark
        var anchor: String?
        var countBefore: Int
        var end: Int
        var content: Content
    }

    private enum Content {
        case list([DataNode])
        case map(YAMLMapBuilder, key: Key?)
    }

    /// The key whose value is awaited.
    private enum Key {
        case node(DataNode)
        case merge
    }

    private struct Anchor {
        var start: YAMLMark
        /// Nil while the anchored value is still being read.
        var node: DataNode?
        /// How many values it stands for, aliases written out.
        var size: Int
    }

    init(limits: YAMLLimits, source: Source) {
        self.limits = limits
        self.source = source
        offsets = YAMLOffsets(source.bytes)
    }

    /// Forgets the document that was read, but not what it cost.
    mutating func startDocument() {
        root = nil
        firstDocument = nil
        anchors = [:]
    }

    /// Takes one event of the document's content.
    mutating func receive(_ event: YAMLEvents.Event) throws(YAMLFault) {
        if firstDocument == nil { firstDocument = event.start }
        switch event.kind {
        case .alias(let name): try receiveAlias(name, event)
        case .scalar(let scalar): try receive(scalar, event)
        case .sequenceStart(let anchor, let tag):
            check(tag, standard: "seq", found: "sequence", at: event.start)
            try open(.list([]), anchor: anchor, event)
        case .mappingStart(let anchor, let tag):
            check(tag, standard: "map", found: "mapping", at: event.start)
            try open(.map(YAMLMapBuilder(), key: nil), anchor: anchor, event)
        case .sequenceEnd, .mappingEnd: close(event)
        case .streamStart, .streamEnd, .documentStart, .documentEnd: break
        }
    }

    private mutating func receiveAlias(_ name: String, _ event: YAMLEvents.Event) throws(YAMLFault) {
        guard let anchor = anchors[name] else {
            throw YAMLFault(.composer, "found undefined alias", at: event.start)
        }
        guard let node = anchor.node else {
            throw YAMLFault(.limit, "`*\(name)` stands inside of what it names", at: event.start)
        }
        try count(anchor.size, at: event.start)
        add(node, mark: event.start, end: offsets.byte(event.end), isMergeKey: false)
    }

    private mutating func receive(_ scalar: YAMLEvents.Scalar, _ event: YAMLEvents.Event) throws(YAMLFault) {
        try count(1, at: event.start)
        let span = Span(offsets.byte(event.start), offsets.byte(event.end))
        let isKey: Bool
        if case .map(_, key: nil)? = frames.last?.content { isKey = true } else { isKey = false }
        var isMergeKey = false
        var value = DataValue.null
        if scalar.isPlain {
            switch YAMLScalar.tag(ofPlain: scalar.text) {
            case .merge where isKey: isMergeKey = true
            case .value where isKey: value = .string(scalar.text)
            case .merge: refuse(tag: Self.standardPrefix + "merge", at: event.start)
            case .value: refuse(tag: Self.standardPrefix + "value", at: event.start)
            case .string: value = .string(scalar.text)
            case .null: value = .null
            case .boolean: value = YAMLScalar.boolean(scalar.text).map { .bool($0) } ?? .string(scalar.text)
            case .integer: value = integer(scalar.text, at: event.start)
            case .float: value = float(scalar.text, at: event.start)
            }
        } else if let tag = scalar.tag {
            value = tagged(scalar.text, tag, at: event.start)
        } else {
            value = .string(scalar.text)
        }
        let node = DataNode(value, span)
        if let anchor = scalar.anchor {
            try declare(anchor, at: event.start)
            anchors[anchor] = Anchor(start: event.start, node: node, size: 1)
        }
        add(node, mark: event.start, end: span.end, isMergeKey: isMergeKey)
    }

    private mutating func open(
        _ content: Content,
        anchor: String?,
        _ event: YAMLEvents.Event
    ) throws(YAMLFault) {
        guard frames.count < limits.depthMax else {
            throw YAMLFault(.limit, "more than \(limits.depthMax) levels of lists and maps", at: event.start)
        }
        if let anchor {
            try declare(anchor, at: event.start)
            anchors[anchor] = Anchor(start: event.start, node: nil, size: 0)
        }
        let end = offsets.byte(event.end)
        frames.append(
            Frame(start: event.start, anchor: anchor, countBefore: nodeCount, end: end, content: content)
        )
        try count(1, at: event.start)
    }

    private mutating func close(_ event: YAMLEvents.Event) {
        guard let frame = frames.popLast() else { return }
        let value: DataValue =
            switch frame.content {
            case .list(let elements): .list(elements)
            case .map(let builder, _): .map(builder.map)
            }
        // A flow collection ends with its bracket; a block collection where its last value does, not at the next token.
        let start = offsets.byte(frame.start)
        let end = event.end == event.start ? frame.end : offsets.byte(event.end)
        let node = DataNode(value, Span(start, end))
        if let anchor = frame.anchor {
            anchors[anchor] = Anchor(start: frame.start, node: node, size: nodeCount - frame.countBefore)
        }
        add(node, mark: frame.start, end: end, isMergeKey: false)
    }

    /// Hands a complete value to the collection around it.
    private mutating func add(_ node: DataNode, mark: YAMLMark, end: Int, isMergeKey: Bool) {
        guard var frame = frames.popLast() else {
            root = node
            return
        }
        frame.end = max(frame.end, end)
        switch frame.content {
        case .list(var elements):
            frame.content = .list([])
            elements.append(node)
            frame.content = .list(elements)
        case .map(var builder, let key):
            frame.content = .list([])
            switch key {
            case nil:
                if !isMergeKey { checkKey(node, mark: mark, in: frame.start) }
                frame.content = .map(builder, key: isMergeKey ? .merge : .node(node))
            case .node(let key)?:
                builder.set(key, to: node)
                frame.content = .map(builder, key: nil)
            case .merge?:
                merge(node, mark: mark, in: frame.start, into: &builder)
                frame.content = .map(builder, key: nil)
            }
        }
        frames.append(frame)
    }

    private mutating func merge(
        _ node: DataNode,
        mark: YAMLMark,
        in context: YAMLMark,
        into builder: inout YAMLMapBuilder
    ) {
        switch node.value {
        case .map(let map): builder.merge(map)
        case .list(let elements):
            let maps = elements.compactMap(\.map)
            guard let other = elements.first(where: { $0.map == nil }) else {
                // Earlier maps of a list win, so they are merged last.
                for map in maps.reversed() { builder.merge(map) }
                return
            }
            let place = source.location(at: other.span.start)
            let otherMark = YAMLMark(index: 0, line: place.line - 1, column: place.column - 1)
            fail("expected a mapping for merging, but found \(Self.kind(other))", otherMark, context)
        default:
            fail("expected a mapping or list of mappings for merging, but found \(Self.kind(node))", mark, context)
        }
    }

    private mutating func checkKey(_ key: DataNode, mark: YAMLMark, in context: YAMLMark) {
        switch key.value {
        case .list, .map: fail("found unhashable key", mark, context)
        default: break
        }
    }

    private static func kind(_ node: DataNode) -> String {
        switch node.value {
        case .list: "sequence"
        case .map: "mapping"
        default: "scalar"
        }
    }

    private mutating func declare(_ anchor: String, at mark: YAMLMark) throws(YAMLFault) {
        guard let first = anchors[anchor] else { return }
        throw YAMLFault(
            .composer,
            "second occurrence",
            at: mark,
            context: "found duplicate anchor; first occurrence",
            contextMark: first.start
        )
    }

    private mutating func count(_ size: Int, at mark: YAMLMark) throws(YAMLFault) {
        guard size <= limits.expandedNodesMax - nodeCount else {
            throw YAMLFault(.limit, "more than \(limits.expandedNodesMax) values, aliases written out", at: mark)
        }
        nodeCount += size
    }
}

/// Scalars and collections with tags.
extension YAMLComposer {
    fileprivate static let standardPrefix = "tag:yaml.org,2002:"

    fileprivate mutating func integer(_ text: String, at mark: YAMLMark) -> DataValue {
        if let value = YAMLScalar.integer(text, digitsMax: limits.integerDigitsMax) { return value }
        keep(YAMLFault(.value, "`\(text.prefix(40))` is not an integer", at: mark))
        return .null
    }

    fileprivate mutating func float(_ text: String, at mark: YAMLMark) -> DataValue {
        if let value = YAMLScalar.float(text) { return .double(value) }
        keep(YAMLFault(.value, "`\(text.prefix(40))` is not a number", at: mark))
        return .null
    }

    fileprivate mutating func tagged(_ text: String, _ tag: String, at mark: YAMLMark) -> DataValue {
        guard tag.hasPrefix(Self.standardPrefix) else {
            refuse(tag: tag, at: mark)
            return .null
        }
        switch tag.dropFirst(Self.standardPrefix.count) {
        case "str", "timestamp": return .string(text)
        case "int": return integer(text, at: mark)
        case "float": return float(text, at: mark)
        case "bool": return YAMLScalar.boolean(text).map { .bool($0) } ?? .string(text)
        case "null": return .null
        case "binary":
            if let bytes = Base64.decode(text) { return .bytes(bytes) }
            keep(YAMLFault(.constructor, "failed to decode base64 data", at: mark))
        case "seq", "omap", "pairs":
            keep(YAMLFault(.constructor, "expected a sequence node, but found scalar", at: mark))
        case "map", "set": keep(YAMLFault(.constructor, "expected a mapping node, but found scalar", at: mark))
        default: refuse(tag: tag, at: mark)
        }
        return .null
    }

    /// Refuses a tag on a collection that is not its own kind's.
    fileprivate mutating func check(_ tag: String?, standard: String, found: String, at mark: YAMLMark) {
        guard let tag, tag != "!", tag != Self.standardPrefix + standard else { return }
        switch tag {
        case Self.standardPrefix + "map":
            keep(YAMLFault(.constructor, "expected a mapping node, but found \(found)", at: mark))
        case Self.standardPrefix + "seq":
            keep(YAMLFault(.constructor, "expected a sequence node, but found \(found)", at: mark))
        case Self.standardPrefix + "str", Self.standardPrefix + "int", Self.standardPrefix + "float",
            Self.standardPrefix + "bool", Self.standardPrefix + "null", Self.standardPrefix + "binary",
            Self.standardPrefix + "timestamp":
            keep(YAMLFault(.constructor, "expected a scalar node, but found \(found)", at: mark))
        default: refuse(tag: tag, at: mark)
        }
    }

    fileprivate mutating func refuse(tag: String, at mark: YAMLMark) {
        keep(YAMLFault(.constructor, "could not determine a constructor for the tag '\(tag)'", at: mark))
    }

    fileprivate mutating func fail(_ problem: String, _ mark: YAMLMark, _ context: YAMLMark) {
        keep(
            YAMLFault(
                .constructor,
                problem,
                at: mark,
                context: "while constructing a mapping",
                contextMark: context
            )
        )
    }

    fileprivate mutating func keep(_ fault: YAMLFault) {
        if constructorFault == nil { constructorFault = fault }
    }
}
