import Detections
import Documents

/// A rule of the reference's second pass: a JSON Schema, as far as it says more than the first pass.
indirect enum ShapeRule: Sendable {
    case any
    case string
    case number
    case integer
    case boolean
    case list(ShapeRule, count: ClosedRange<Int>? = nil)
    /// Known keys only, unless open.
    case object([Property], isOpen: Bool = false)
    /// Any keys, all values of one kind.
    case map(ShapeRule)
    case choice([String])
    case oneOf([ShapeRule])
    /// A map that keeps a rule; that it is a map is looked at first.
    case mapKeeping(ShapeRule)
    /// Rules that refer to themselves go by name.
    case matchExpressions
    case inlineFilters

    struct Property: Sendable {
        var name: String
        var rule: ShapeRule
        var isRequired: Bool
    }

    /// The first breach, in the order in which the reference looks.
    struct Breach: Error {
        /// From the item down.
        var path: [Step]
        /// In the words of Python's `jsonschema`.
        var message: String
        /// The value at fault.
        var node: DataNode

        enum Step {
            case key(String)
            case index(Int)
        }

        /// The path as JSONPath, as `jsonschema` writes it.
        var jsonPath: String {
            path.reduce(into: "$") { text, step in
                switch step {
                case .index(let index): text += "[\(index)]"
                case .key(let key):
                    if Self.isPlain(key) {
                        text += ".\(key)"
                    } else {
                        text +=
                            "['"
                            + key.split(separator: "\\", omittingEmptySubsequences: false).joined(separator: "\\\\")
                            .split(separator: "'", omittingEmptySubsequences: false).joined(separator: "\\'") + "']"
                    }
                }
            }
        }

        private static func isPlain(_ key: String) -> Bool {
            guard let first = key.utf8.first, isLetter(first) else { return false }
            return key.utf8.allSatisfy { isLetter($0) || $0 == UInt8(ascii: "_") || (48...57).contains($0) }
        }

        private static func isLetter(_ byte: UInt8) -> Bool {
            (UInt8(ascii: "a")...UInt8(ascii: "z")).contains(byte | 0x20)
        }
    }

    /// Whether `node` keeps the rule. Cheap demands are looked at first, so alternatives cost no more than one of them.
    func holds(for node: DataNode) -> Bool {
        switch self {
        case .any: return true
        case .string: return node.string != nil
        case .boolean: return node.bool != nil
        case .integer: return Self.isInteger(node)
        case .number: return Self.isNumber(node)
        case .choice(let texts):
            return node.string.map { text in texts.contains { $0.hasBytes(of: text) } } ?? false
        case .list(let element, let count):
            guard let elements = node.list, count?.contains(elements.count) ?? true else { return false }
            return elements.allSatisfy { element.holds(for: $0) }
        case .map(let value):
            return node.map?.entries.allSatisfy { $0.key.string != nil && value.holds(for: $0.value) } ?? false
        case .object(let properties, let isOpen):
            guard let map = node.map else { return false }
            guard properties.allSatisfy({ !$0.isRequired || map[$0.name] != nil }) else { return false }
            guard isOpen || map.entries.allSatisfy({ entry in properties.contains { $0.is(entry.key) } }) else {
                return false
            }
            return properties.allSatisfy { property in map[property.name].map { property.rule.holds(for: $0) } ?? true }
        case .oneOf(let rules): return rules.count { $0.holds(for: node) } == 1
        case .mapKeeping(let rule): return node.map != nil && rule.holds(for: node)
        case .matchExpressions: return Self.matchExpressionList.holds(for: node)
        case .inlineFilters: return Self.inlineFilterList.holds(for: node)
        }
    }

    /// Throws the first breach in the reference's order: inner values, unknown keys, the kind, missing keys.
    func check(_ node: DataNode, _ path: [Breach.Step] = []) throws(Breach) {
        func breach(_ message: String) -> Breach {
            Breach(path: path, message: "\(PythonText.representation(node)) \(message)", node: node)
        }
        switch self {
        case .matchExpressions: try Self.matchExpressionList.check(node, path)
        case .inlineFilters: try Self.inlineFilterList.check(node, path)
        case .list(let element, let count):
            guard let elements = node.list else { throw breach("is not of type 'array'") }
            for (index, item) in elements.enumerated() { try element.check(item, path + [.index(index)]) }
            if let count, elements.count > count.upperBound { throw breach("is too long") }
            if let count, elements.count < count.lowerBound { throw breach("is too short") }
        case .map(let value):
            guard let map = node.map else { throw breach("is not of type 'object'") }
            for entry in map.entries {
                guard let key = entry.key.string else {
                    let type = Self.pythonType(entry.key)
                    throw Breach(
                        path: [],
                        message: "expected string or bytes-like object, got '\(type)'",
                        node: entry.key
                    )
                }
                try value.check(entry.value, path + [.key(key)])
            }
        case .object(let properties, let isOpen):
            try check(properties, isOpen: isOpen, node, path)
        case .mapKeeping(let rule):
            guard node.map != nil else { throw breach("is not of type 'object'") }
            try rule.check(node, path)
        case .oneOf: if !holds(for: node) { throw breach("is not valid under any of the given schemas") }
        case .choice(let texts):
            let list = texts.map { PythonText.quoted($0) }.joined(separator: ", ")
            if !holds(for: node) { throw breach("is not one of [\(list)]") }
        case .any: return
        case .string: if !holds(for: node) { throw breach("is not of type 'string'") }
        case .number: if !holds(for: node) { throw breach("is not of type 'number'") }
        case .integer: if !holds(for: node) { throw breach("is not of type 'integer'") }
        case .boolean: if !holds(for: node) { throw breach("is not of type 'boolean'") }
        }
    }

    private func check(
        _ properties: [Property],
        isOpen: Bool,
        _ node: DataNode,
        _ path: [Breach.Step]
    ) throws(Breach) {
        guard let map = node.map else {
            throw Breach(
                path: path,
                message: "\(PythonText.representation(node)) is not of type 'object'",
                node: node
            )
        }
        for property in properties {
            guard let value = map[property.name] else { continue }
            try property.rule.check(value, path + [.key(property.name)])
        }
        if !isOpen {
            let extra = map.entries.map(\.key).filter { key in !properties.contains { $0.is(key) } }
            if !extra.isEmpty {
                let names = extra.map(PythonText.representation).sorted(by: ReferenceSchema.utf8Order)
                let verb = extra.count == 1 ? "was" : "were"
                throw Breach(
                    path: path,
                    message:
                        "Additional properties are not allowed (\(names.joined(separator: ", ")) \(verb) unexpected)",
                    node: extra[0]
                )
            }
        }
        for property in properties where property.isRequired && map[property.name] == nil {
            throw Breach(path: path, message: "'\(property.name)' is a required property", node: node)
        }
    }

    private static func isInteger(_ node: DataNode) -> Bool {
        switch node.value {
        case .int, .bigInt: true
        case .double(let number): number.isFinite && number == number.rounded()
        default: false
        }
    }

    private static func isNumber(_ node: DataNode) -> Bool {
        switch node.value {
        case .int, .bigInt, .double: true
        default: false
        }
    }

    private static func pythonType(_ node: DataNode) -> String {
        switch node.value {
        case .null: "NoneType"
        case .bool: "bool"
        case .int, .bigInt: "int"
        case .double: "float"
        case .string: "str"
        case .bytes: "bytes"
        case .list: "list"
        case .map: "dict"
        }
    }
}

extension ShapeRule.Property {
    fileprivate func `is`(_ key: DataNode) -> Bool {
        key.string.map { $0.hasBytes(of: name) } ?? false
    }
}
