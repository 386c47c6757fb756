package import Events

/// What the machine knows of the event that rules look at.
struct EventContext {
    /// The tape's view; nil between events.
    var tape: TapeView?
    /// The data model of the event's log type, for `udm`; unbound where there is none.
    var dataModel = Value.unbound
    /// What nodes that outlive the event became, so that one kept twice is copied once.
    var frozen: [UInt64: Value] = [:]
    /// The key `p_udm`, under which events carry unified fields.
    var unifiedKey = Value.unbound
    /// Types of what `keys()`, `values()` and `items()` of an immutable mapping give.
    var keysView = TypeNumber(.object)
    var valuesView = TypeNumber(.object)
    var itemsView = TypeNumber(.object)
    /// The type of data models.
    var dataModelType = TypeNumber(.object)

    /// The view, empty between events: all its indices read as null.
    @inline(__always)
    var view: EventView { EventView(tape: tape) }

    /// Whether a value is the event itself rather than a part of it, or the event seen as a plain mapping.
    @inline(__always)
    func isRoot(_ value: Value) -> Bool { value.payload == UInt64(Tape.root) && value.length == 0 }
}

/// Reads the tape of the event, or nothing between events.
struct EventView {
    let tape: TapeView?

    @inline(__always)
    func childCount(of index: UInt32) -> Int { tape?.childCount(of: index) ?? 0 }
}

extension Machine {
    /// Makes the event of `tape` the one that rules see, as a `PantherEvent`; the value is good until
    /// ``finishEvent()``. The tape must stay as it is until then.
    package mutating func beginEvent(_ tape: TapeView) -> Value {
        event.tape = tape
        if !event.frozen.isEmpty { event.frozen.removeAll() }
        if !printed.isEmpty { printed.removeAll() }
        memory.event.borrow(tape.inputBytes)
        memory.eventSide.borrow(tape.sideBytes)
        return Value(
            tag: tape.kind(of: Tape.root) == .array ? .eventList : .eventMap,
            payload: UInt64(Tape.root),
            place: Region.Name.event.rawValue,
            generation: memory.generation(.event)
        )
    }

    /// Adds all names that the loaded code knows to a table: a tape made with it finds their fields at once.
    /// Ask for it when all modules are loaded, and again when more have been.
    package mutating func addNames(to table: inout KeyTable) {
        for string in symbols.strings.dropFirst() where string.length > 0 && string.length < 256 {
            let id = table.intern(Array(memory.bytes(string)))
            memory.address(.constants, string.offset - 4).storeBytes(of: id.rawValue, as: UInt32.self)
        }
    }

    /// A table of all names that the loaded code knows: see ``addNames(to:)``.
    package mutating func makeKeyTable() -> KeyTable {
        var table = KeyTable()
        addNames(to: &table)
        return table
    }
}

extension Machine {
    /// `PantherEvent`.
    package var eventType: Value { .type(types.eventType) }
    /// `ImmutableCaseInsensitiveDict`.
    package var immutableMapType: Value { .type(TypeNumber(.eventMap)) }
    /// `ImmutableList`.
    package var immutableListType: Value { .type(TypeNumber(.eventList)) }
    /// `DataModel`.
    package var dataModelType: Value { .type(event.dataModelType) }
}
