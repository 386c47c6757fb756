import Detections
import Diagnostics
import Documents

/// Reads one file and validates the item in it as far as that needs no other file, so that files can be read at once.
struct ItemReader<Files: FileSystem>: Sendable {
    let files: Files
    let options: LoadOptions

    /// What was found in a file.
    enum Found: Sendable {
        /// It could not be opened.
        case unreadable(Diagnostic, message: String)
        /// Somebody else's file.
        case nothing
        /// Not valid: why in our words, and in the tool's.
        case refused([Diagnostic], message: String)
        /// Valid by itself, but for what these say. Its identifier may still be taken.
        case item(LoadedItem, repeated: [String], breach: ShapeRule.Breach?)
    }

    /// Reads the file at `path`, which the walk found in `folder`.
    func read(_ path: String, in folder: String) -> Found {
        let bytes: [UInt8]
        do {
            bytes = try files.read(path, bytesMax: options.yaml.fileBytesMax)
        } catch {
            return .unreadable(.unreadable(path, error), message: error.pythonMessage(path))
        }
        let source = Source(path: path, bytes: UnicodeText.utf8(bytes))
        do {
            guard let root = try YAMLDocument.parse(source, limits: options.yaml), isItem(root) else { return .nothing }
            return validate(root, source, folder)
        } catch {
            if error.kind == .composer, isForeignStream(source) { return .nothing }
            return .refused([.yaml(error, in: source)], message: error.pyYAMLMessage)
        }
    }

    /// Whether a file holds several documents, as the tool's files never do, and none is an item: another vendor's.
    private func isForeignStream(_ source: Source) -> Bool {
        guard let roots = try? YAMLDocument.parseAll(source, limits: options.yaml), roots.count > 1 else {
            return false
        }
        return !roots.contains(where: isItem)
    }

    /// Files without the key are other people's. On texts and lists the tool asks the same question with `in`.
    private func isItem(_ root: DataNode) -> Bool {
        switch root.value {
        case .map(let map): map["AnalysisType"] != nil
        case .list(let elements): elements.contains { $0.value == .string("AnalysisType") }
        case .string(let text):
            !text.split(separator: "AnalysisType", omittingEmptySubsequences: false).dropFirst().isEmpty
        default: false
        }
    }

    private func validate(_ root: DataNode, _ source: Source, _ folder: String) -> Found {
        let classified: ReferenceVerdict.Classified
        do {
            classified = try ReferenceVerdict.classify(root, ignoresExtraKeys: options.ignoresExtraKeys)
        } catch {
            return .refused(explain(root, source, error.message), message: error.message)
        }
        let item = LoadedItem(
            path: source.path,
            folder: folder,
            source: source,
            type: classified.type,
            id: classified.id,
            item: classified.item
        )
        let repeated = ReferenceVerdict.repeatedFields(item.item)
        do {
            try ReferenceVerdict.check(root)
        } catch {
            return .item(item, repeated: repeated, breach: error)
        }
        return .item(item, repeated: repeated, breach: nil)
    }

    /// Our account of a refusal of the first pass.
    private func explain(_ root: DataNode, _ source: Source, _ message: String) -> [Diagnostic] {
        guard let item = root.map, let type = item["AnalysisType"]?.string.flatMap(ItemType.init(rawValue:)) else {
            return [.unknownType(root["AnalysisType"], root, source)]
        }
        let schema = ItemSchema.of(type, item)
        var validator = ItemValidator(
            source: source,
            ignoresExtraKeys: options.ignoresExtraKeys && schema.mayIgnoreExtraKeys
        )
        validator.validate(root, schema)
        if validator.diagnostics.isEmpty, let key = item.entry("ScheduledQueries")?.key {
            return [.unknownKey(key, of: "", known: [], source)]
        }
        return validator.diagnostics.isEmpty ? [.refused(message, root, source)] : validator.diagnostics
    }
}
