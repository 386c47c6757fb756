import Detections
import Diagnostics
import Documents
import Events

/// What documents say of themselves.
extension DocumentReader {
    private static var statuses: [String] { ["stable", "test", "experimental", "deprecated", "unsupported"] }
    private static var levels: [String] { ["informational", "low", "medium", "high", "critical"] }
    private static var titleLengthMax: Int { 256 }
    private static var descriptionLengthMax: Int { 65_535 }

    mutating func readMetadata(_ map: DataMap, except keys: Set<String>) -> SigmaMetadata {
        let title = text("title", map)
        if map["title"] == nil { report(.sigmaMissing("title", in: "the document", at: span, source)) }
        if let title, title.count > Self.titleLengthMax, let node = map["title"] {
            report(.sigmaTooLong("title", Self.titleLengthMax, at: node.span, source))
        }
        let description = text("description", map)
        if let description, description.count > Self.descriptionLengthMax, let node = map["description"] {
            report(.sigmaTooLong("description", Self.descriptionLengthMax, at: node.span, source))
        }
        let id = text("id", map)
        if let id, let node = map["id"], !Self.isUUID(id) { report(.sigmaIdentifier(id, at: node.span, source)) }
        for key in ["date", "modified"] {
            guard let node = map[key], let date = text(key, map), !Self.isDate(date) else { continue }
            report(.sigmaDate(key, date, at: node.span, source))
        }
        checkRelated(map["related"])
        let own = ["title", "description", "level", "status", "tags"]
        return SigmaMetadata(
            title: title ?? id ?? "",
            id: id,
            name: text("name", map),
            status: word("status", map, among: Self.statuses),
            description: description,
            level: word("level", map, among: Self.levels),
            tags: readTags(map["tags"]),
            references: texts("references", map),
            fields: texts("fields", map),
            entries: map.entries.filter { entry in
                entry.key.string.map { !keys.contains($0) && !own.contains($0) } ?? false
            },
            span: map["id"]?.span ?? map["title"]?.span ?? span
        )
    }

    private mutating func text(_ key: String, _ map: DataMap) -> String? {
        guard let node = map[key], node.value != .null else { return nil }
        switch node.value {
        case .string(let text): return text
        case .int(let number) where key != "id": return String(number)
        default:
            report(.sigmaWrongType(key, "a text", at: node.span, source))
            return nil
        }
    }

    private mutating func texts(_ key: String, _ map: DataMap) -> [String] {
        guard let node = map[key], node.value != .null else { return [] }
        if let text = node.string { return [text] }
        guard let list = node.list else {
            report(.sigmaWrongType(key, "a list of texts", at: node.span, source))
            return []
        }
        return list.compactMap(\.string)
    }

    private mutating func word(_ key: String, _ map: DataMap, among words: [String]) -> String? {
        guard let word = text(key, map), let node = map[key] else { return nil }
        if words.contains(word) { return word }
        report(.sigmaWord(key, word, words, at: node.span, source))
        return words.first { $0 == word.lowercased() }
    }

    // MARK: Forms

    /// Groups of 8, 4, 4, 4 and 12 hexadecimal digits.
    private static func isUUID(_ text: String) -> Bool {
        let groups = text.utf8.split(separator: UInt8(ascii: "-"), omittingEmptySubsequences: false)
        return groups.map(\.count) == [8, 4, 4, 4, 12]
            && groups.joined().allSatisfy { byte in
                byte &- UInt8(ascii: "0") <= 9 || (byte | 0x20) &- UInt8(ascii: "a") < 6
            }
    }

    /// `YYYY-MM-DD`, the month and day of a calendar.
    private static func isDate(_ text: String) -> Bool {
        text.utf8.count == 10 && EventTime(text + "T00:00:00Z") != nil
    }

    private mutating func checkRelated(_ node: DataNode?) {
        guard let node, node.value != .null else { return }
        let types = ["correlation", "derived", "merged", "obsolete", "renamed", "similar"]
        for element in node.list ?? [node] {
            guard let map = element.map else {
                report(.sigmaWrongType("related", "a list of maps with `id` and `type`", at: element.span, source))
                continue
            }
            if let id = map["id"], let text = id.string, !Self.isUUID(text) {
                report(.sigmaIdentifier(text, at: id.span, source))
            }
            if let type = map["type"], !types.contains(type.string ?? "") {
                report(.sigmaWord("related.type", type.string ?? "", types, at: type.span, source))
            }
        }
    }

    // MARK: Tags

    private static var namespaces: [String] { ["attack", "car", "cve", "d3fend", "detection", "stp", "tlp"] }

    private mutating func readTags(_ node: DataNode?) -> [SigmaValue] {
        guard let node, node.value != .null else { return [] }
        guard let list = node.list else {
            report(.sigmaWrongType("tags", "a list of texts", at: node.span, source))
            return []
        }
        var tags: [SigmaValue] = []
        var seen: Set<String> = []
        for element in list {
            guard let text = element.string, let tag = SigmaValue(element) else {
                report(.sigmaWrongType("tags", "a list of texts", at: element.span, source))
                continue
            }
            if !seen.insert(text).inserted { report(.sigmaTag("`\(text)` is there twice", at: element.span, source)) }
            checkTag(text, at: element.span)
            tags.append(tag)
        }
        return tags
    }

    private mutating func checkTag(_ tag: String, at span: Span) {
        let parts = tag.split(separator: ".", omittingEmptySubsequences: false)
        let isWellFormed =
            parts.count > 1 && parts.allSatisfy { !$0.isEmpty }
            && tag.utf8.allSatisfy { byte in
                byte &- UInt8(ascii: "a") < 26 || byte &- UInt8(ascii: "0") <= 9 || "_-.".utf8.contains(byte)
            }
        guard isWellFormed else {
            report(
                .sigmaTag("`\(tag.prefix(80))` is not a namespace, a dot and a name in small letters", at: span, source)
            )
            return
        }
        let name = tag.drop { $0 != "." }.dropFirst()
        switch parts[0] {
        case "attack":
            if SigmaAttack(tag) == nil {
                report(.sigmaTag("`\(tag)` is no tactic, technique, group or software of ATT&CK", at: span, source))
            }
        case "tlp":
            let marks = ["red", "amber", "amber-strict", "green", "clear"]
            if !marks.contains(String(name)) { report(.sigmaTag("TLP has no `\(name)`", at: span, source)) }
        case "detection":
            let kinds = ["dfir", "emerging-threats", "threat-hunting"]
            if !kinds.contains(String(name)) {
                report(.sigmaTag("there is no kind `\(name)` of detection", at: span, source))
            }
        case "cve":
            if !name.contains(where: \.isNumber) { report(.sigmaTag("`\(tag)` names no CVE", at: span, source)) }
        case let namespace where !Self.namespaces.contains(String(namespace)):
            report(.sigmaTag("there is no namespace `\(namespace)`", at: span, source))
        default: break
        }
    }
}
