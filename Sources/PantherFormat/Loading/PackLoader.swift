import Detections
import Diagnostics

/// Takes files one by one, then makes a pack of what was in them.
struct PackLoader<Files: FileSystem> {
    let files: Files
    let options: LoadOptions
    var pack = DetectionPack()
    /// Items that passed, in the order found.
    private(set) var items: [LoadedItem] = []
    private var identifiers: [[UInt8]: LoadedItem] = [:]
    private var modules: [String: Source] = [:]

    init(files: Files, options: LoadOptions) {
        self.files = files
        self.options = options
    }

    /// Reads a file; if there is an item in it, validates it.
    mutating func read(_ path: String, in folder: String) {
        let bytes: [UInt8]
        do {
            bytes = try files.read(path, bytesMax: options.yaml.fileBytesMax)
        } catch {
            refuse(path, id: nil, [.unreadable(path, error)], error.pythonMessage(path))
            return
        }
        pack.filesRead += 1
        let source = Source(path: path, bytes: UnicodeText.utf8(bytes))
        do {
            guard let root = try YAMLDocument.parse(source, limits: options.yaml), isItem(root) else { return }
            validate(root, LoadedItemPlace(path: path, folder: folder, source: source))
        } catch {
            refuse(path, id: nil, [.yaml(error, in: source)], error.pyYAMLMessage)
        }
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

    private mutating func validate(_ root: DataNode, _ place: LoadedItemPlace) {
        let classified: ReferenceVerdict.Classified
        do {
            classified = try ReferenceVerdict.classify(root, ignoresExtraKeys: options.ignoresExtraKeys)
        } catch {
            refuse(place.path, id: nil, explain(root, place.source, error.message), error.message)
            return
        }
        let item = LoadedItem(
            path: place.path,
            folder: place.folder,
            source: place.source,
            type: classified.type,
            id: classified.id,
            item: classified.item
        )
        let identifier = Array(item.id.utf8)
        if let first = identifiers[identifier] {
            refuse(item, [.conflictingIdentifier(item, first: first)], "Conflicting AnalysisID: [\(item.id)]")
            return
        }
        let repeated = ReferenceVerdict.repeatedFields(item.item)
        if !repeated.isEmpty {
            refuse(
                item,
                Diagnostic.repeatedValues(item, repeated),
                ReferenceVerdict.repetitionMessage(item.id, repeated)
            )
            return
        }
        identifiers[identifier] = item
        if let minutes = item.item["DedupPeriodMinutes"]?.int, minutes < 5 {
            pack.diagnostics.append(.shortPeriod(item, minutes))
        }
        do {
            try ReferenceVerdict.check(root)
        } catch {
            refuse(item, [.badExpression(error, item)], ReferenceVerdict.message(error))
            return
        }
        items.append(item)
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

    mutating func refuse(_ item: LoadedItem, _ diagnostics: [Diagnostic], _ message: String) {
        refuse(item.path, id: item.id, diagnostics, message)
    }

    private mutating func refuse(_ path: String, id: String?, _ diagnostics: [Diagnostic], _ message: String) {
        pack.invalid.append(InvalidItem(path: path, id: id, diagnostics: diagnostics, vendorMessage: message))
        pack.diagnostics += diagnostics
    }

    /// The text of a Python file that `item` names at `key`; where there is none, `item` is refused.
    mutating func module(_ key: String, of item: LoadedItem) -> Helper.Module? {
        do {
            return try readModule(key, of: item)
        } catch {
            refuse(item, [error.diagnostic], error.message)
            return nil
        }
    }

    /// Why a Python file that an item names cannot be had: in our words and in the tool's.
    struct ModuleFault: Error {
        var diagnostic: Diagnostic
        var message: String
    }

    /// The text of the Python file that `item` names at `key`, which the schema has found to be a text.
    mutating func readModule(_ key: String, of item: LoadedItem) throws(ModuleFault) -> Helper.Module {
        let node = item.item[key] ?? DataNode(.null)
        let name = node.string ?? ""
        let path = item.path(of: name)
        if let source = modules[path] { return Helper.Module(path: path, source: source) }
        let bytes: [UInt8]
        do {
            bytes = try files.read(path, bytesMax: options.moduleBytesMax)
        } catch {
            // Of detections the tool says the bare path, of others what Python says when it opens the file.
            let isDetection = [.rule, .scheduledRule, .policy].contains(item.type)
            let message =
                isDetection && error == .notFound
                ? path : error.pythonMessage(PathName.join(files.currentDirectory, path))
            throw ModuleFault(diagnostic: .unreadableModule(path, error, named: node, item), message: message)
        }
        guard let text = UnicodeText.withoutMark(bytes) else {
            throw ModuleFault(
                diagnostic: .undecodable(path, named: node, item),
                message: "(unicode error) 'utf-8' codec can't decode bytes of \(name)"
            )
        }
        let source = Source(path: path, bytes: text)
        modules[path] = source
        return Helper.Module(path: path, source: source)
    }

    /// Filters, lowers and links what was read.
    consuming func finish() -> DetectionPack {
        if !options.ignoresTableNames { checkTables() }
        let kept = items.filter { item in
            DetectionFilter.alwaysKeeps(folder: item.folder) || options.filters.allSatisfy { $0.matches(item.item) }
        }
        pack.itemsFound = items.count
        pack.itemsKept = kept.count
        for item in kept { lower(item) }
        linkDerived(kept)
        checkMembers(kept)
        return pack
    }

    private mutating func checkTables() {
        var kept: [LoadedItem] = []
        for item in items {
            let query = item.item["Query"] ?? item.item["SnowflakeQuery"]
            guard item.type == .scheduledQuery, let query, let text = query.string else {
                kept.append(item)
                continue
            }
            let names = QueryTables.invalidNames(in: text, alsoValid: options.validTableNames)
            if names.isEmpty {
                kept.append(item)
                continue
            }
            let message =
                "Specification file for [\(item.id)] contains invalid Panther table names: "
                + "[\(names.joined(separator: ", "))]. Try using a fully qualified table name such as "
                + "\"panther_logs.public.log_type\" or setting --ignore-table-names for queries using non-Panther or "
                + "non-Snowflake tables."
            refuse(item, [.tableNames(names, query, item)], message)
        }
        items = kept
    }

    private mutating func checkMembers(_ kept: [LoadedItem]) {
        let known = Set(kept.map { Array($0.id.utf8) })
        for item in kept where item.type == .pack {
            let members = item.item["PackDefinition"]?["IDs"]?.list ?? []
            let unknown = members.filter { member in member.string.map { !known.contains(Array($0.utf8)) } ?? false }
            guard !unknown.isEmpty else { continue }
            let names = unknown.compactMap(\.string)
            let candidates = kept.map(\.id)
            refuse(
                item,
                unknown.map { .unknownMember($0, of: item, known: candidates) },
                "pack (\(item.id)) definition includes item(s) that do not exist (\(names.joined(separator: ", ")))"
            )
        }
    }
}

/// Where an item was found.
struct LoadedItemPlace {
    var path: String
    var folder: String
    var source: Source
}
