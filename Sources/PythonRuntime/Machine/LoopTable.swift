/// A growing table that is read without a reference count or a bounds check of its own.
///
/// The interpreter's loop reads one on every call and every global; an index past the end reads the first row.
struct LoopTable<Row> {
    private var rows: UnsafeMutablePointer<Row>?
    private(set) var count = 0
    private var capacity = 0

    @inline(__always)
    subscript(index: Int) -> Row? {
        guard let rows, count > 0 else { return nil }
        return rows[index < count ? index : 0]
    }

    /// Adds a row. Amortised O(1).
    mutating func append(_ row: Row) {
        if count == capacity {
            let larger = UnsafeMutablePointer<Row>.allocate(capacity: max(16, capacity * 2))
            if let rows { larger.moveInitialize(from: rows, count: count) }
            rows?.deallocate()
            rows = larger
            capacity = max(16, capacity * 2)
        }
        rows.map { ($0 + count).initialize(to: row) }
        count += 1
    }

    /// Replaces a row that is there.
    mutating func set(_ index: Int, _ row: Row) {
        guard index < count else { return }
        rows?[index] = row
    }

    func release() { rows?.deallocate() }
}
