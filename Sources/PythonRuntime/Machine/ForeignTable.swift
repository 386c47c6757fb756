/// Swift objects that values of rules refer to: compiled patterns, hash states.
///
/// A value holds the object's number. Objects that modules keep are marked when the event ends; the others are let go.
/// Marks are made anew when the heap is compacted, which is done also when there are many: then those go that modules
/// have replaced.
struct ForeignTable {
    private var objects: [AnyObject?] = [nil]
    private var types: [TypeNumber] = [TypeNumber(.unbound)]
    private var isKept: [Bool] = [true]
    private var isPermanent: [Bool] = [true]
    /// Bytes of the heap that keeping one costs.
    private var weights: [Int] = [0]
    /// Objects that are kept but not for good, and how many there may be until those that are not reached are looked for.
    private var keptCount = 0
    private var keptThreshold = ForeignTable.keptThresholdMin
    private var free: [Int] = []
    /// Numbers given out since the last event's end.
    private var fresh: [Int] = []

    /// Objects that one event may make and let go; more raise BudgetExceeded.
    static let objectsMax = 1 << 16
    /// The least that an object weighs which a module keeps: what a small compiled pattern takes.
    static let weightMin = 4096
    /// Fewer objects that are kept are not worth a look at all of the heap.
    static let keptThresholdMin = 4096

    /// Whether so many are kept that some may have been replaced.
    var isCrowded: Bool { keptCount > keptThreshold }

    /// Adds an object of `weight` bytes; nil if this event has made too many.
    mutating func add(_ object: AnyObject, type: TypeNumber, weight: Int, isPermanent: Bool) -> Int? {
        guard isPermanent || fresh.count < ForeignTable.objectsMax else { return nil }
        let number: Int
        if let reused = free.popLast() {
            number = reused
            objects[number] = object
            types[number] = type
            isKept[number] = isPermanent
            self.isPermanent[number] = isPermanent
            weights[number] = max(weight, ForeignTable.weightMin)
        } else {
            number = objects.count
            objects.append(object)
            types.append(type)
            isKept.append(isPermanent)
            self.isPermanent.append(isPermanent)
            weights.append(max(weight, ForeignTable.weightMin))
        }
        if !isPermanent { fresh.append(number) }
        return number
    }

    @inline(__always)
    func object(_ value: Value) -> AnyObject? {
        let number = Int(truncatingIfNeeded: value.payload)
        return objects.indices.contains(number) ? objects[number] : nil
    }

    @inline(__always)
    func type(_ value: Value) -> TypeNumber {
        let number = Int(truncatingIfNeeded: value.payload)
        return types.indices.contains(number) ? types[number] : TypeNumber(.unbound)
    }

    /// Objects that have a number.
    var aliveCount: Int { objects.count - free.count }

    /// Whether a module, or the machine itself, keeps `value` past the event.
    func isKept(_ value: Value) -> Bool {
        let number = Int(truncatingIfNeeded: value.payload)
        return isKept.indices.contains(number) && isKept[number]
    }

    /// Bytes that a space is charged for keeping `value`: none if it is kept already.
    func weightToKeep(_ value: Value) -> Int {
        let number = Int(truncatingIfNeeded: value.payload)
        return weights.indices.contains(number) && !isKept[number] && objects[number] != nil ? weights[number] : 0
    }

    /// A module keeps `value` past the event.
    mutating func keep(_ value: Value) {
        let number = Int(truncatingIfNeeded: value.payload)
        guard isKept.indices.contains(number), !isKept[number], objects[number] != nil else { return }
        isKept[number] = true
        keptCount += 1
    }

    /// Begins to find out anew what is kept: all that is must be told to ``keep(_:)`` before ``endMarking()``.
    mutating func beginMarking() {
        keptCount = 0
        for number in isKept.indices where !isPermanent[number] { isKept[number] = false }
    }

    /// Lets go of what was not kept since ``beginMarking()``.
    mutating func endMarking() {
        for number in isKept.indices where !isKept[number] && objects[number] != nil {
            objects[number] = nil
            free.append(number)
        }
        keptThreshold = max(ForeignTable.keptThresholdMin, keptCount * 2)
    }

    /// Lets go of what was made in this event and is not kept.
    mutating func endEvent() {
        guard !fresh.isEmpty else { return }
        for number in fresh where !isKept[number] {
            objects[number] = nil
            free.append(number)
        }
        fresh.removeAll(keepingCapacity: true)
    }
}

extension Machine {
    /// A value that refers to a Swift object of library type `type`. It lives until the event ends, or as long as a
    /// module keeps the value, which costs `weight` bytes of its share of the heap; a permanent one as long as the machine.
    package mutating func makeForeign(
        _ object: AnyObject,
        type: TypeNumber,
        weight: Int = 0,
        isPermanent: Bool = false
    ) throws(Raised) -> Value {
        guard let number = foreign.add(object, type: type, weight: weight, isPermanent: isPermanent) else {
            throw exhausted("library objects", ForeignTable.objectsMax)
        }
        return Value(tag: .foreign, payload: UInt64(number))
    }

    /// The Swift object behind a value, if it is a `T`.
    package func foreignObject<T: AnyObject>(_ value: Value, as type: T.Type = T.self) -> T? {
        value.tag == .foreign ? foreign.object(value) as? T : nil
    }
}
