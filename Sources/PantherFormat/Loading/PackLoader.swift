import Detections
import Diagnostics
import Documents

/// Takes what was read of files one by one, then makes a pack of it.
struct PackLoader<Files: FileSystem>: Sendable {
    let files: Files
    let options: LoadOptions
    var pack = DetectionPack()
    /// Items that passed, in the order found.
    private(set) var items: [LoadedItem] = []
    private var identifiers: [[UInt8]: LoadedItem] = [:]
    private var modules: [String: Result<Source, TextFault>] = [:]

    init(files: Files, options: LoadOptions) {
        self.files = files
        self.options = options
    }

    /// Takes what was found in a file; files come in the order of the walk, and the first item keeps an identifier.
    mutating func take(_ found: ItemReader<Files>.Found, _ path: String) {
        if case .unreadable(let diagnostic, let message) = found {
            refuse(path, id: nil, [diagnostic], message)
            return
        }
        pack.filesRead += 1
        switch found {
        case .unreadable, .nothing: break
        case .refused(let diagnostics, let message): refuse(path, id: nil, diagnostics, message)
        case .item(let item, let repeated, let breach): take(item, repeated, breach)
        }
    }

    private mutating func take(_ item: LoadedItem, _ repeated: [String], _ breach: ShapeRule.Breach?) {
        let identifier = Array(item.id.utf8)
        if let first = identifiers[identifier] {
            refuse(item, [.conflictingIdentifier(item, first: first)], "Conflicting AnalysisID: [\(item.id)]")
            return
        }
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
        if let breach {
            refuse(item, [.badExpression(breach, item)], ReferenceVerdict.message(breach))
            return
        }
        items.append(item)
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
    func readModule(_ key: String, of item: LoadedItem) throws(ModuleFault) -> Helper.Module {
        let node = item.item[key] ?? DataNode(.null)
        let name = node.string ?? ""
        let path = item.path(of: name)
        do {
            return Helper.Module(path: path, source: try (modules[path] ?? readText(path)).get())
        } catch .unreadable(let fault) {
            // Of detections the tool says the bare path, of others what Python says when it opens the file.
            let isDetection = [.rule, .scheduledRule, .policy].contains(item.type)
            let message =
                isDetection && fault == .notFound
                ? path : fault.pythonMessage(PathName.join(files.currentDirectory, path))
            throw ModuleFault(diagnostic: .unreadableModule(path, fault, named: node, item), message: message)
        } catch {
            throw ModuleFault(
                diagnostic: .undecodable(path, named: node, item),
                message: "(unicode error) 'utf-8' codec can't decode bytes of \(name)"
            )
        }
    }

    /// Why a text cannot be had.
    private enum TextFault: Error {
        case unreadable(FileFault)
        case undecodable
    }

    private func readText(_ path: String) -> Result<Source, TextFault> {
        let bytes: [UInt8]
        do {
            bytes = try files.read(path, bytesMax: options.moduleBytesMax)
        } catch {
            return .failure(.unreadable(error))
        }
        return UnicodeText.withoutMark(bytes).map { .success(Source(path: path, bytes: $0)) } ?? .failure(.undecodable)
    }

    /// Reads the Python files that `items` name, at once.
    private mutating func readModules(of items: [LoadedItem], _ work: any WorkSharing) {
        var paths: [String] = []
        var seen = Set<String>()
        for item in items {
            guard let name = item.text("Filename"), item.type != .lookupTable else { continue }
            let path = item.path(of: name)
            if seen.insert(path).inserted { paths.append(path) }
        }
        let (loader, wanted) = (self, paths)
        let texts = work.map(wanted.count) { loader.readText(wanted[$0]) }
        for (path, text) in zip(paths, texts) { modules[path] = text }
    }

    /// Filters, lowers and links what was read.
    consuming func finish(_ work: any WorkSharing) -> DetectionPack {
        if !options.ignoresTableNames { checkTables() }
        let kept = items.filter { item in
            DetectionFilter.alwaysKeeps(folder: item.folder) || options.filters.allSatisfy { $0.matches(item.item) }
        }
        pack.itemsFound = items.count
        pack.itemsKept = kept.count
        readModules(of: kept, work)
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

    /// Members of packs for which a name like theirs is looked for.
    private static var suggestionsMax: Int { 20 }

    private mutating func checkMembers(_ kept: [LoadedItem]) {
        let known = Set(kept.map { Array($0.id.utf8) })
        let valid = Set(items.map { Array($0.id.utf8) })
        let candidates = kept.map(\.id)
        // Comparing a name with every identifier is the only thing here that costs time.
        var suggestionsLeft = Self.suggestionsMax
        for item in kept where item.type == .pack {
            let members = item.item["PackDefinition"]?["IDs"]?.list ?? []
            let unknown = members.filter { member in member.string.map { !known.contains(Array($0.utf8)) } ?? false }
            guard !unknown.isEmpty else { continue }
            let names = unknown.compactMap(\.string)
            refuse(
                item,
                unknown.map { member in
                    if let name = member.string, valid.contains(Array(name.utf8)) {
                        return .unknownMember(member, of: item, hint: "it is there, but the filters leave it out")
                    }
                    guard suggestionsLeft > 0 else { return .unknownMember(member, of: item, hint: nil) }
                    suggestionsLeft -= 1
                    return .unknownMember(member, of: item, known: candidates)
                },
                "pack (\(item.id)) definition includes item(s) that do not exist (\(names.joined(separator: ", ")))"
            )
        }
    }
}
