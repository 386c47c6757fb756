import GRDB
import Synchronization

/// Connections that see one and the same state of a file, of which each question takes one that is free.
///
/// SQLite can have one connection see what another sees only where it was built for it, which Debian's is not.
final class FrozenReaders: Sendable {
    private let all: [DatabaseSnapshot]
    private let free: Mutex<[DatabaseSnapshot]>

    /// Readers, at least one, that see the same.
    init(_ readers: [DatabaseSnapshot]) {
        all = readers
        free = Mutex(readers)
    }

    /// Answers a question. Whoever finds no reader free waits for one.
    func read<Value>(_ question: (Database) throws -> Value) throws -> Value {
        let own = free.withLock { $0.popLast() }
        defer { if let own { free.withLock { $0.append(own) } } }
        return try (own ?? all[0]).read(question)
    }
}
