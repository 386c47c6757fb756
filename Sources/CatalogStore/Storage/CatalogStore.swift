import Catalog
import Detections
import Foundation
import GRDB

/// A catalogue in an SQLite file.
///
/// Readers see the state of one build from beginning to end of a question: a build is one transaction, and SQLite's write-ahead log
/// keeps what was there for those who read meanwhile. Several processes may read; one builds.
package final class CatalogStore: Sendable {
    /// The file.
    package let path: String
    private let access: Access

    /// Which state of the file is asked.
    private enum Access {
        /// The newest.
        case live(DatabasePool)
        /// That of one build.
        case frozen(FrozenReaders)
    }

    /// How long a builder waits for another, and a reader for a file that is being opened.
    static let busySeconds = 5.0

    /// Opens a catalogue for readers.
    package convenience init(reading path: String) throws(CatalogFault) {
        guard FileManager.default.fileExists(atPath: path) else { throw .missing(path: path) }
        try self.init(opening: path)
        let format = try read { db in
            guard try Int32.fetchOne(db, sql: "PRAGMA application_id") == CatalogSchema.applicationID else {
                throw CatalogFault.foreign(path: path)
            }
            return try String.fetchOne(db, sql: "SELECT value FROM fact WHERE name = 'format'")
        }
        guard format == CatalogSchema.version else { throw .otherFormat(path: path, found: format ?? "unknown") }
    }

    /// Opens a catalogue for a builder; makes an empty one where there is none, or where it has another form.
    package convenience init(building path: String) throws(CatalogFault) {
        try self.init(opening: path)
        try write { db in
            let id = try Int32.fetchOne(db, sql: "PRAGMA application_id") ?? 0
            let tables = try Int.fetchOne(db, sql: "SELECT count(*) FROM sqlite_master") ?? 0
            guard id == CatalogSchema.applicationID || tables == 0 else { throw CatalogFault.foreign(path: path) }
            let format =
                tables == 0 ? nil : try String.fetchOne(db, sql: "SELECT value FROM fact WHERE name = 'format'")
            if format != CatalogSchema.version { try CatalogSchema.make(db) }
        }
    }

    private init(opening path: String) throws(CatalogFault) {
        self.path = path
        guard !Self.isForeign(path) else { throw .foreign(path: path) }
        var configuration = Configuration()
        configuration.busyMode = .timeout(Self.busySeconds)
        configuration.maximumReaderCount = Self.readersMax
        // What searches go through fits into the cache of a connection. Mapping the file instead is no faster, and has it count for
        // each connection as memory of the process.
        configuration.prepareDatabase { db in
            try db.execute(sql: "PRAGMA cache_size = -16384; PRAGMA temp_store = MEMORY")
        }
        do {
            access = .live(try DatabasePool(path: path, configuration: configuration))
        } catch {
            throw Self.fault(error, path)
        }
    }

    /// Whether a file says in its first bytes that it is something else. Asked before SQLite opens it, since opening changes the
    /// file. Source: SQLite's file format, section 1.3.
    private static func isForeign(_ path: String) -> Bool {
        guard let handle = FileHandle(forReadingAtPath: path) else { return false }
        defer { try? handle.close() }
        guard let data = try? handle.read(upToCount: 72) else { return false }
        let header = [UInt8](data)
        if header.isEmpty { return false }
        guard header.count == 72, header.starts(with: "SQLite format 3\0".utf8) else { return true }
        let id = header[68...].reduce(UInt32(0)) { $0 << 8 | UInt32($1) }
        // The first page of a catalogue whose builder was killed may still be in its log.
        if id == 0, FileManager.default.fileExists(atPath: path + "-wal") { return false }
        return id != UInt32(bitPattern: CatalogSchema.applicationID)
    }

    /// Questions that are answered at once.
    static let readersMax = 8

    // MARK: Access

    /// Answers a question about one state of the catalogue.
    func read<Value>(_ question: (Database) throws -> Value) throws(CatalogFault) -> Value {
        do {
            switch access {
            case .live(let pool): return try pool.read(question)
            case .frozen(let readers): return try readers.read(question)
            }
        } catch { throw Self.fault(error, path) }
    }

    /// Changes the catalogue: all of it, or nothing.
    func write<Value>(_ change: (Database) throws -> Value) throws(CatalogFault) -> Value {
        guard case .live(let pool) = access else {
            throw .database(path: path, message: "a frozen catalogue cannot be changed")
        }
        do { return try pool.write(change) } catch { throw Self.fault(error, path) }
    }

    /// The catalogue as it is now, for as long as this is kept: what is built from now on is not seen. Several threads may ask, and
    /// all see the same.
    package func frozen() throws(CatalogFault) -> CatalogStore {
        guard case .live(let pool) = access else { return self }
        do {
            for _ in 0..<Self.freezesMax {
                let readers = try (0..<Self.readersMax).map { _ in try pool.makeSnapshot() }
                // Each takes what is newest at its time; a build may have come to its end in between.
                let builds = Set(try readers.map { try $0.read(Self.buildNumber) })
                if builds.count == 1 { return CatalogStore(path, FrozenReaders(readers)) }
            }
        } catch { throw Self.fault(error, path) }
        throw .busy(path: path)
    }

    private init(_ path: String, _ readers: FrozenReaders) {
        self.path = path
        access = .frozen(readers)
    }

    /// How often it is tried to have all readers see one build: a build takes much longer than that.
    private static let freezesMax = 10

    /// Which build made what is there, counted from the first of the file; nil where none has come to its end.
    static func buildNumber(_ db: Database) throws -> Int? {
        try Int.fetchOne(db, sql: "SELECT value FROM fact WHERE name = 'build'")
    }

    /// Says that this is another build than the last.
    static func countBuild(_ db: Database) throws {
        try db.execute(
            sql: "INSERT OR REPLACE INTO fact VALUES ('build', ?)",
            arguments: [(try buildNumber(db) ?? 0) + 1]
        )
    }

    private static func fault(_ error: any Error, _ path: String) -> CatalogFault {
        if let fault = error as? CatalogFault { return fault }
        guard let error = error as? DatabaseError else { return .database(path: path, message: "\(error)") }
        switch error.resultCode {
        case .SQLITE_BUSY: return .busy(path: path)
        case .SQLITE_NOTADB: return .foreign(path: path)
        default: return .database(path: path, message: error.message ?? "\(error.resultCode)")
        }
    }
}
