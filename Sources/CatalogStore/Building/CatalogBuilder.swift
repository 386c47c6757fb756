import Catalog
package import Detections
import Diagnostics
package import Engine
import Formats
import Foundation
import GRDB

/// Fills a catalogue from folders of rules.
///
/// A build compares files with those of the last one by content. Where nothing has changed nothing is done; where only files of
/// rules have changed, only these are read again; else the collection is made anew. All changes are one transaction.
package struct CatalogBuilder<Files: FileSystem> {
    private let store: CatalogStore
    private let files: Files
    private let workers: Workers
    private let clock: EngineClock
    private let program: String
    private let progress: @Sendable (BuildProgress) -> Void

    /// Rules that are in memory at once, made and not yet written.
    static var chunkCount: Int { 512 }

    /// A builder.
    ///
    /// - Parameters:
    ///   - program: What tells two versions of the program apart: what one made is made anew by the other.
    ///   - clock: The time that unit tests see.
    package init(
        _ store: CatalogStore,
        files: Files,
        workers: Workers,
        clock: EngineClock,
        program: String,
        progress: @escaping @Sendable (BuildProgress) -> Void = { _ in }
    ) {
        self.store = store
        self.files = files
        self.workers = workers
        self.clock = clock
        self.program = program
        self.progress = progress
    }

    /// Makes the catalogue hold the rules of these folders and no others.
    package func build(_ roots: [CollectionRoot]) throws(CatalogFault) -> BuildReport {
        progress(BuildProgress(stage: "reading", done: 0, total: 0))
        // Places in pages are relative to their collection, whatever folder the build was called in.
        let roots = roots.map { root in
            var root = root
            root.path = PathName.absolute(root.path, in: files.currentDirectory)
            return root
        }
        let finder = OriginFinder(files)
        let origins = roots.map(finder.origin)
        let scans = zip(roots, origins).map { root, origin in
            CollectionScan(root, origin, files: files, workers: workers)
        }
        return try store.write { db in
            var report = BuildReport()
            let isSameProgram =
                try String.fetchOne(db, sql: "SELECT value FROM fact WHERE name = 'program'") == program
            var isChanged = try removeOthers(than: roots, db)
            var writer: RuleWriter?
            for (position, root) in roots.enumerated() {
                let origin = origins[position]
                let id = try collection(origin, position: position, db)
                let owners = try Self.owners(id, db)
                let change =
                    isSameProgram && id.isKnown
                    ? CollectionChange(before: try Self.hashes(id, db), now: scans[position].hashes, owners: owners)
                    : .whole
                var done = BuildReport.Collection(
                    name: root.name,
                    ruleCount: 0,
                    madeCount: 0,
                    removedCount: 0,
                    invalidCount: 0
                )
                if change != .none {
                    if writer == nil { writer = try RuleWriter(db) }
                    isChanged = true
                    if var present = writer {
                        try update(root, origin, id, change, db, &present, &done, &report)
                        writer = present
                    }
                    try writeHashes(scans[position].hashes, id, db)
                }
                done.ruleCount =
                    try Int.fetchOne(db, sql: "SELECT count(*) FROM rule WHERE collection = ?", arguments: [id.number])
                    ?? 0
                report.collections.append(done)
            }
            if isChanged {
                progress(BuildProgress(stage: "comparing", done: 0, total: 0))
                try RuleRemover.sweep(db)
                try RelationWriter.write(db, workers: workers)
                try db.execute(
                    sql: "INSERT OR REPLACE INTO fact VALUES ('program', ?), ('built', ?)",
                    arguments: [program, String(Int(clock.now))]
                )
                try CatalogStore.countBuild(db)
                try db.execute(sql: "ANALYZE")
            }
            report.ruleCount = report.collections.reduce(0) { $0 + $1.ruleCount }
            return report
        }
    }

    // MARK: Collections

    /// A collection's number, and whether the last build had it, in the same folder.
    private struct CollectionID {
        var number: Int64
        var isKnown: Bool
    }

    private func removeOthers(than roots: [CollectionRoot], _ db: Database) throws -> Bool {
        let names = Set(roots.map(\.name))
        var isChanged = false
        for row in try Row.fetchAll(db, sql: "SELECT id, name FROM collection") where !names.contains(row[1]) {
            let id: Int64 = row[0]
            try RuleRemover.remove(
                try Int64.fetchAll(db, sql: "SELECT id FROM rule WHERE collection = ?", arguments: [id]),
                db
            )
            try db.execute(sql: "DELETE FROM file WHERE collection = ?", arguments: [id])
            try db.execute(sql: "DELETE FROM collection WHERE id = ?", arguments: [id])
            isChanged = true
        }
        return isChanged
    }

    private func collection(_ origin: CollectionOrigin, position: Int, _ db: Database) throws -> CollectionID {
        let encoded = String(decoding: try CatalogJSON.encode(origin), as: UTF8.self)
        let known = try Row.fetchOne(
            db,
            sql: "SELECT id, origin FROM collection WHERE name = ?",
            arguments: [origin.name]
        )
        if let known {
            // Another commit is another address on every page.
            let isSame = (known[1] as String) == encoded
            try db.execute(
                sql: "UPDATE collection SET root = ?, origin = ?, position = ? WHERE id = ?",
                arguments: [origin.root, encoded, position, known[0] as Int64]
            )
            return CollectionID(number: known[0], isKnown: isSame)
        }
        try db.execute(
            sql: "INSERT INTO collection VALUES (NULL, ?, ?, ?, ?)",
            arguments: [origin.name, origin.root, position, encoded]
        )
        return CollectionID(number: db.lastInsertedRowID, isKnown: false)
    }

    private static func owners(_ id: CollectionID, _ db: Database) throws -> [String: [Int64]] {
        var owners: [String: [Int64]] = [:]
        let sql = "SELECT f.path, f.rule FROM rule_file f JOIN rule r ON r.id = f.rule WHERE r.collection = ?"
        for row in try Row.fetchAll(db, sql: sql, arguments: [id.number]) {
            owners[row[0], default: []].append(row[1])
        }
        return owners
    }

    private static func hashes(_ id: CollectionID, _ db: Database) throws -> [String: [UInt8]] {
        var hashes: [String: [UInt8]] = [:]
        let sql = "SELECT path, hash FROM file WHERE collection = ?"
        for row in try Row.fetchAll(db, sql: sql, arguments: [id.number]) {
            hashes[row[0]] = [UInt8](row[1] as Data)
        }
        return hashes
    }

    private func writeHashes(_ hashes: [String: [UInt8]], _ id: CollectionID, _ db: Database) throws {
        try db.execute(sql: "DELETE FROM file WHERE collection = ?", arguments: [id.number])
        let insert = try db.makeStatement(sql: "INSERT INTO file VALUES (?, ?, ?)")
        for (path, hash) in hashes.sorted(by: { $0.key < $1.key }) {
            insert.setUncheckedArguments([id.number, path, Data(hash)])
            try insert.execute()
        }
    }

    // MARK: Rules

    private func update(
        _ root: CollectionRoot,
        _ origin: CollectionOrigin,
        _ id: CollectionID,
        _ change: CollectionChange,
        _ db: Database,
        _ writer: inout RuleWriter,
        _ done: inout BuildReport.Collection,
        _ report: inout BuildReport
    ) throws {
        var rules = Set(try Int64.fetchAll(db, sql: "SELECT id FROM rule WHERE collection = ?", arguments: [id.number]))
        var pack: DetectionPack?
        if case .part(let part) = change {
            pack = try load(part, of: root, origin, id, db)
            if pack != nil { rules = part.rules }
        }
        let loaded = pack ?? RuleFormats.load(roots: [root.path], files: files, work: workers)
        try RuleRemover.remove(rules, db)
        try write(loaded, origin, id, db, &writer)
        done.madeCount = loaded.detections.count
        done.removedCount = max(0, rules.count - loaded.detections.count)
        done.invalidCount = loaded.invalid.count
        report.diagnostics += loaded.diagnostics
    }

    /// What the changed files hold, if they can be taken by themselves: nil where a new file belongs to no rule, so that others
    /// may depend on it, or where a rule has the name of one that stays.
    private func load(
        _ part: CollectionChange.Part,
        of root: CollectionRoot,
        _ origin: CollectionOrigin,
        _ id: CollectionID,
        _ db: Database
    ) throws -> DetectionPack? {
        let hidden = Set(part.hidden.map { PathName.absolute($0, in: origin.root) })
        let selected = SelectedFiles(base: files, hidden: hidden)
        let pack = RuleFormats.load(roots: [root.path], files: selected, work: workers)
        let owned = Set(pack.detections.flatMap { Self.files(of: $0, pack, origin) })
        guard part.added.allSatisfy({ owned.contains($0) || CollectionChange.isDocument($0) }) else { return nil }
        let kept = try db.makeStatement(
            sql: "SELECT id FROM rule WHERE collection = ? AND vendor = ? AND rule_id = ?"
        )
        for detection in pack.detections {
            kept.setUncheckedArguments([id.number, detection.vendor.rawValue, detection.id])
            for rule in try Int64.fetchAll(kept) where !part.rules.contains(rule) { return nil }
        }
        return pack
    }

    private func write(
        _ pack: DetectionPack,
        _ origin: CollectionOrigin,
        _ id: CollectionID,
        _ db: Database,
        _ writer: inout RuleWriter
    ) throws {
        let compiled = CompiledPack(pack, work: workers)
        let count = pack.detections.count
        let slugs = try slugs(of: pack, origin, db)
        let sourceFiles = pack.detections.map { Self.files(of: $0, pack, origin) }
        let maker = RecordMaker()
        for start in stride(from: 0, to: count, by: Self.chunkCount) {
            progress(BuildProgress(stage: origin.name, done: start, total: count))
            let prepared = workers.map(min(Self.chunkCount, count - start)) {
                FactsMaker(compiled, clock: clock)
            } _: { facts, offset in
                let index = start + offset
                let found = facts.facts(of: index).relocated(in: origin)
                return PreparedRule(
                    record: maker.record(found, origin: origin, slug: slugs[index]),
                    sources: maker.sources(found.detection, origin: origin),
                    condition: found.condition,
                    files: sourceFiles[index]
                )
            }
            for rule in prepared { try writer.write(rule, collection: id.number) }
        }
    }

    /// The names of the pages of a pack's rules, none of them that of a rule that is there.
    private func slugs(of pack: DetectionPack, _ origin: CollectionOrigin, _ db: Database) throws -> [String] {
        var taken = Set(try String.fetchAll(db, sql: "SELECT slug FROM rule"))
        return pack.detections.map { detection in
            var slug = RuleSlug.slug(of: detection.id, vendor: detection.vendor)
            var place = origin.name + "/" + origin.relative(detection.source.path)
            while !taken.insert(slug).inserted {
                slug = RuleSlug.slug(of: detection.id, vendor: detection.vendor, besideOthersIn: place)
                place += "+"
            }
            return slug
        }
    }

    /// The files that a rule is made of, relative to the collection: its own, and those of the rules that it is derived from or
    /// counts matches of.
    private static func files(of detection: Detection, _ pack: DetectionPack, _ origin: CollectionOrigin) -> [String] {
        var paths = [detection.source.path]
        var others = [detection.base].compactMap(\.self)
        switch detection.body {
        case .python(_, let code): paths.append(code.path)
        case .logic(let logic): others += logic.windows?.members.map(\.detection) ?? []
        case .conditions, .correlation: break
        }
        paths += others.compactMap { pack.detection($0)?.source.path }
        return paths.map(origin.relative)
    }
}
