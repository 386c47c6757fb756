/// The types of a machine: those of ``Tag`` at their tags' numbers, then those of the library.
struct TypeTable: ~Copyable {
    /// What is known of one type, flattened: methods of the base are in its table too.
    struct Entry {
        var name: String
        var module: String
        var documentation: String
        var methods: MethodTable
        var slots: NativeType.Slots
        var constructor: Int
        var callable: Int
        var base: TypeNumber?
    }

    private(set) var entries: [Entry] = []
    /// Slots and methods as the hot paths read them: no array in between.
    private let slots: UnsafeMutablePointer<NativeType.Slots>
    private let methods: UnsafeMutablePointer<MethodTable>
    /// `object`.
    var objectType = TypeNumber(Tag.unbound)
    /// `type`.
    var typeType = TypeNumber(Tag.unbound)
    /// Holds the methods that all exceptions have.
    var exceptionType = TypeNumber(Tag.unbound)
    /// `reversed`.
    var reversedType = TypeNumber(Tag.unbound)
    /// `iter(function, sentinel)`.
    var callableIteratorType = TypeNumber(Tag.unbound)
    /// `int | str`.
    var unionType = TypeNumber(Tag.unbound)
    /// `PantherEvent`: the event itself, as its type is seen by rules.
    var eventType = TypeNumber(Tag.unbound)

    /// Types of one machine, the library's included.
    static let typesMax = 512

    init() {
        slots = .allocate(capacity: TypeTable.typesMax)
        slots.initialize(repeating: NativeType.Slots(), count: TypeTable.typesMax)
        methods = .allocate(capacity: TypeTable.typesMax)
        methods.initialize(repeating: MethodTable.empty, count: TypeTable.typesMax)
    }

    deinit {
        for entry in entries { entry.methods.release() }
        slots.deinitialize(count: TypeTable.typesMax).deallocate()
        methods.deallocate()
    }

    /// Adds a type under the next number.
    mutating func add(_ entry: Entry) -> TypeNumber {
        precondition(entries.count < TypeTable.typesMax, "margay: more than \(TypeTable.typesMax) types")
        slots[entries.count] = entry.slots
        methods[entries.count] = entry.methods
        entries.append(entry)
        return TypeNumber(UInt16(entries.count - 1))
    }

    /// Notes that instances of one type are instances of another too.
    mutating func setBase(of number: TypeNumber, _ base: TypeNumber) { entries[Int(number.raw)].base = base }

    /// The slots of a type; a number that is none has those of ``Tag/unbound``.
    @inline(__always)
    subscript(_ number: TypeNumber) -> NativeType.Slots {
        _read { yield slots[Int(number.raw) & (TypeTable.typesMax - 1)] }
    }

    /// The method or property of a type by name.
    @inline(__always)
    func method(_ number: TypeNumber, _ symbol: Symbol) -> MethodTable.Row? {
        methods[Int(number.raw) & (TypeTable.typesMax - 1)].find(symbol)
    }

    func name(_ number: TypeNumber) -> String { entry(number)?.name ?? "object" }

    /// The native that makes instances of a type; nil if there is none. Copies nothing else of the entry.
    func constructor(_ number: TypeNumber) -> Int? {
        let index = Int(number.raw)
        guard entries.indices.contains(index), entries[index].constructor >= 0 else { return nil }
        return entries[index].constructor
    }

    /// The native that is called for a call of an object of a type; nil if there is none.
    func callable(_ number: TypeNumber) -> Int? {
        let index = Int(number.raw)
        guard entries.indices.contains(index), entries[index].callable >= 0 else { return nil }
        return entries[index].callable
    }

    func entry(_ number: TypeNumber) -> Entry? {
        entries.indices.contains(Int(number.raw)) ? entries[Int(number.raw)] : nil
    }

    /// Whether a builtin type is another or derived from it: `bool` from `int`, all from `object`.
    func isDerived(_ number: TypeNumber, from other: TypeNumber) -> Bool {
        if other == objectType { return true }
        var current: TypeNumber? = number
        while let this = current {
            if this == other { return true }
            current = entry(this)?.base
        }
        return false
    }
}

/// Methods of a type by symbol: open addressing over a power of two.
struct MethodTable {
    struct Row {
        enum Kind: UInt8 { case method, property, classMethod }

        var symbol: Symbol
        /// Number in the machine's table of natives.
        var native: UInt32
        var kind: Kind
    }

    private let rows: UnsafeMutablePointer<Row>?
    private let mask: Int

    static var empty: MethodTable { MethodTable([]) }

    /// A table of `list`; a later row replaces an earlier one of the same symbol.
    init(_ list: [Row]) {
        guard !list.isEmpty else {
            rows = nil
            mask = 0
            return
        }
        var size = 8
        while size < list.count * 2 { size *= 2 }
        let rows = UnsafeMutablePointer<Row>.allocate(capacity: size)
        rows.initialize(repeating: Row(symbol: 0, native: 0, kind: .method), count: size)
        for row in list {
            var slot = Int(row.symbol &* 0x9E37_79B1 >> 8) & (size - 1)
            while rows[slot].symbol != 0, rows[slot].symbol != row.symbol { slot = (slot + 1) & (size - 1) }
            rows[slot] = row
        }
        self.rows = rows
        mask = size - 1
    }

    func release() { rows?.deallocate() }

    @inline(__always)
    func find(_ symbol: Symbol) -> Row? {
        guard let rows, symbol != 0 else { return nil }
        var slot = Int(symbol &* 0x9E37_79B1 >> 8) & mask
        while true {
            let row = rows[slot]
            if row.symbol == symbol { return row }
            if row.symbol == 0 { return nil }
            slot = (slot &+ 1) & mask
        }
    }

    /// All rows, for `dir()` and for tables that are built on this one.
    var all: [Row] {
        guard let rows else { return [] }
        return (0...mask).map { rows[$0] }.filter { $0.symbol != 0 }
    }
}
