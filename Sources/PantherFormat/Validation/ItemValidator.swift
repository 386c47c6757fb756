import Detections
import Diagnostics
import Documents

/// The first pass again, for the author: every fault of an item, each at its place.
///
/// It reads the same tables as ``ReferenceSchema`` and refuses exactly what that refuses; a test holds the two together.
struct ItemValidator {
    let source: Source
    let ignoresExtraKeys: Bool
    private(set) var diagnostics: [Diagnostic] = []

    /// Faults that are collected; a file may hold thousands.
    static let diagnosticsMax = 50

    init(source: Source, ignoresExtraKeys: Bool) {
        self.source = source
        self.ignoresExtraKeys = ignoresExtraKeys
    }

    /// All faults of `root` as an item with `schema`.
    mutating func validate(_ root: DataNode, _ schema: ItemSchema) {
        check(root, schema.shape, path: "")
    }

    private mutating func report(_ diagnostic: Diagnostic) {
        if diagnostics.count < Self.diagnosticsMax { diagnostics.append(diagnostic) }
    }

    private mutating func check(_ node: DataNode, _ shape: ObjectShape, path: String) {
        guard let map = node.map else {
            report(.wrongType(path, expected: "a map", found: node, in: source))
            return
        }
        for row in shape.rows {
            let present = map.entries.filter { entry in
                entry.key.string.map { name in row.names.contains { $0.hasBytes(of: name) } } ?? false
            }
            if present.isEmpty, row.presence != .optional {
                report(.missingKey(row.names, in: node, of: path, source))
            } else if row.presence == .exactlyOne, present.count > 1 {
                report(.exclusiveKeys(present.map(\.key), source))
            }
            for entry in present {
                check(entry.value, row.shape, path: Self.join(path, entry.key.string ?? ""))
            }
        }
        guard !ignoresExtraKeys else { return }
        let names = shape.names
        for entry in map.entries {
            if let name = entry.key.string, names.contains(where: { $0.hasBytes(of: name) }) { continue }
            let missing = names.filter { map[$0] == nil }
            report(.unknownKey(entry.key, of: path, known: missing, source))
        }
    }

    private mutating func check(_ node: DataNode, _ shape: ValueShape, path: String) {
        switch shape {
        case .any: return
        case .string: if node.string == nil { report(.wrongType(path, expected: "a string", found: node, in: source)) }
        case .integer:
            if case .bigInt = node.value { return }
            if node.int == nil { report(.wrongType(path, expected: "an integer", found: node, in: source)) }
        case .boolean:
            if node.bool == nil { report(.wrongType(path, expected: "`true` or `false`", found: node, in: source)) }
        case .anyList: if node.list == nil { report(.wrongType(path, expected: "a list", found: node, in: source)) }
        case .identifier: checkText(node, path, rule: "is not empty and holds none of `<>&\"%`", Identifier.isValid)
        case .promptName:
            checkText(
                node,
                path,
                rule: "is a letter, then letters, digits and `_`, lower case",
                Identifier.isValidPromptName
            )
        case .nonEmptyString: checkText(node, path, rule: "is not empty") { !$0.isEmpty }
        case .resourceTypes:
            check(node, .list(.string), path: path)
            for element in node.list ?? [] {
                guard let text = element.string, !ValueShape.isResourceType(text) else { continue }
                report(.badChoice(path, element, allowed: ValueShape.knownResourceTypes.sorted(), source))
            }
        case .choice(let texts):
            if node.string.map({ text in !texts.contains { $0.hasBytes(of: text) } }) ?? true {
                report(.badChoice(path, node, allowed: texts, source))
            }
        case .constant(let text):
            if node.value != .string(text) { report(.badChoice(path, node, allowed: [text], source)) }
        case .onlyFalse:
            if ![.bool(false), .int(0), .double(0)].contains(node.value) {
                report(.badChoice(path, node, allowed: ["false"], source))
            }
        case .list(let element):
            guard let elements = node.list else {
                report(.wrongType(path, expected: "a list", found: node, in: source))
                return
            }
            for (index, item) in elements.enumerated() { check(item, element, path: "\(path)[\(index)]") }
        case .mapOfLists: checkMapOfLists(node, path)
        case .object(let object), .schema(let object): check(node, object, path: path)
        case .schedule(let object): checkSchedule(node, object, path)
        case .either(let shapes): checkAlternatives(node, shapes, path)
        }
    }

    private mutating func checkText(_ node: DataNode, _ path: String, rule: String, _ isValid: (String) -> Bool) {
        guard let text = node.string else {
            report(.wrongType(path, expected: "a string", found: node, in: source))
            return
        }
        if !isValid(text) { report(.badIdentifier(path, node, rule: rule, source)) }
    }

    private mutating func checkMapOfLists(_ node: DataNode, _ path: String) {
        guard let map = node.map else {
            report(.wrongType(path, expected: "a map of lists", found: node, in: source))
            return
        }
        if !map.entries.contains(where: { $0.key.string != nil }) {
            report(.wrongType(path, expected: "a map with at least one list", found: node, in: source))
        }
        for entry in map.entries {
            if entry.key.string == nil {
                if !ignoresExtraKeys { report(.unknownKey(entry.key, of: path, known: [], source)) }
            } else {
                check(entry.value, .anyList, path: Self.join(path, entry.key.string ?? ""))
            }
        }
    }

    private mutating func checkSchedule(_ node: DataNode, _ shape: ObjectShape, _ path: String) {
        var inner = ItemValidator(source: source, ignoresExtraKeys: false)
        inner.check(node, shape, path: path)
        for diagnostic in inner.diagnostics { report(diagnostic) }
        guard inner.diagnostics.isEmpty, let rate = node["RateMinutes"] else { return }
        if rate.string != nil {
            report(.wrongType("\(path).RateMinutes", expected: "an integer", found: rate, in: source))
            return
        }
        switch ScheduleFault.of(rate: rate, timeout: node["TimeoutMinutes"]) {
        case .tooOften?: report(.badSchedule("`\(path).RateMinutes` must be more than 1", rate, source))
        case .tooLong?:
            report(.badSchedule("`\(path).RateMinutes` must not be less than `TimeoutMinutes`", rate, source))
        case nil: return
        }
    }

    /// Of alternatives that all fail, the one that comes closest tells the author most: the last that has the right kind.
    private mutating func checkAlternatives(_ node: DataNode, _ shapes: [ValueShape], _ path: String) {
        var best: [Diagnostic] = []
        for shape in shapes {
            var inner = ItemValidator(source: source, ignoresExtraKeys: false)
            inner.check(node, shape, path: path)
            if inner.diagnostics.isEmpty { return }
            let isSameKind: Bool
            if case .object = shape { isSameKind = node.map != nil } else { isSameKind = false }
            if best.isEmpty || isSameKind { best = inner.diagnostics }
        }
        if node.map == nil, shapes.count > 1 {
            report(.wrongType(path, expected: shapes.map(\.article).joined(separator: " or "), found: node, in: source))
        } else {
            for diagnostic in best { report(diagnostic) }
        }
    }

    private static func join(_ path: String, _ key: String) -> String { path.isEmpty ? key : "\(path).\(key)" }
}

extension ValueShape {
    /// The shape as a noun.
    fileprivate var article: String {
        switch self {
        case .string: "a string"
        case .integer: "an integer"
        case .boolean: "`true` or `false`"
        case .object: "a map"
        default: summary
        }
    }
}
