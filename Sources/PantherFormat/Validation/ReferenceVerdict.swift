import Detections
import Documents

/// Whether Panther's tool accepts an item by itself, and what it says if not; identifiers and files come later.
enum ReferenceVerdict {
    /// What the first pass found out.
    struct Classified {
        var type: ItemType
        var schema: ItemSchema
        var id: String
        var item: DataMap
    }

    /// Why an item is refused, in the reference's words.
    struct Refusal: Error {
        var message: String
    }

    /// The first pass: the type, then keys and types.
    static func classify(_ root: DataNode, ignoresExtraKeys: Bool) throws(Refusal) -> Classified {
        guard let item = root.map else {
            throw Refusal(message: "\(PythonText.representation(root)) should be instance of 'dict'")
        }
        guard let name = item["AnalysisType"]?.string, let type = ItemType(rawValue: name) else {
            throw unknownType(item["AnalysisType"] ?? DataNode(.null))
        }
        let schema = ItemSchema.of(type, item)
        // The reference looks for the row of these keys to patch it, and fails on schemas that have none.
        if item["ScheduledQueries"] != nil, !schema.shape.names.contains("ScheduledQueries") {
            throw Refusal(message: "None")
        }
        let checker = ReferenceSchema(ignoresExtraKeys: ignoresExtraKeys && schema.mayIgnoreExtraKeys)
        do {
            try checker.check(root, schema.shape)
        } catch {
            throw refusal(error, schema)
        }
        // Another schema than the type's own may let the identifier be missing; the reference has a name for that.
        let id = item[type.idKey]?.string ?? "UNKNOWN_ID"
        return Classified(type: type, schema: schema, id: id, item: item)
    }

    /// Fields that Panther keeps as sets and that name something twice, in the reference's order.
    static func repeatedFields(_ item: DataMap) -> [String] {
        var fields: [String] = []
        for name in ["LogTypes", "PackIDs", "OutputIds", "SummaryAttributes", "Suppressions", "Tags"] {
            guard let texts = item[name]?.strings else { continue }
            if name == "Tags", hasRepetition(texts.map { $0.lowercased() }) { fields.append("LowerTags") }
            if hasRepetition(texts) { fields.append(name) }
        }
        return fields
    }

    /// The reference's sentence about them; the eight spaces are its own.
    static func repetitionMessage(_ id: String, _ fields: [String]) -> String {
        "Specification file for [\(id)] contains fields         with duplicate values: "
            + "[\(fields.joined(separator: ", "))]"
    }

    /// The second pass.
    static func check(_ root: DataNode) throws(ShapeRule.Breach) {
        try ShapeRule.item.check(root)
    }

    /// The reference's sentence about a breach of the second pass.
    static func message(_ breach: ShapeRule.Breach) -> String {
        breach.path.isEmpty && breach.message.hasPrefix("expected string or bytes")
            ? breach.message : "\(breach.jsonPath): \(breach.message)"
    }

    private static func hasRepetition(_ texts: [String]) -> Bool {
        var seen = Set<[UInt8]>()
        return !texts.allSatisfy { seen.insert(Array($0.utf8)).inserted }
    }

    private static func unknownType(_ value: DataNode) -> Refusal {
        let names = ItemType.inReferenceOrder
        let list = names.map { PythonText.quoted($0) }.joined(separator: ", ")
        let found = PythonText.representation(value)
        let lines =
            ["Key 'AnalysisType' error:", "Or(\(list)) did not validate \(found)"]
            + names.map { "\(PythonText.quoted($0)) does not match \(found)" }
        return Refusal(message: shortened(lines.joined(separator: "\n")))
    }

    private static func refusal(_ failure: ReferenceSchema.Failure, _ schema: ItemSchema) -> Refusal {
        if let names = failure.unknownKeys, failure.lines.count == 1 {
            let keys = schema.shape.rows.map(\.pythonRepresentation).joined(separator: ", ")
            return Refusal(message: "\(before(" in ", of: names)) not in list of valid keys: [\(keys)]")
        }
        // Missing keys and wrong types of the item itself are passed on as they are.
        return Refusal(message: failure.lines.count == 1 ? failure.message : shortened(failure.message))
    }

    /// What the reference makes of messages that mention resource types, whose pattern is long: all between the first
    /// colon and the first closing parenthesis goes.
    private static func shortened(_ message: String) -> String {
        guard message.utf8.count < PythonText.lengthMax * 4, contains(message, "ResourceTypes") else { return message }
        let head = message.split(separator: ":", maxSplits: 1, omittingEmptySubsequences: false).first ?? ""
        let tail = message.split(separator: ")", maxSplits: 1, omittingEmptySubsequences: false).last ?? ""
        return "\(head): RESOURCE_TYPE_REGEX\(tail)"
    }

    /// `text` up to `mark`, or all of it.
    private static func before(_ mark: String, of text: String) -> String {
        var rest = text[...]
        while !rest.isEmpty {
            if rest.hasPrefix(mark) { return String(text[..<rest.startIndex]) }
            rest.removeFirst()
        }
        return text
    }

    private static func contains(_ text: String, _ word: String) -> Bool {
        before(word, of: text).utf8.count < text.utf8.count
    }
}
