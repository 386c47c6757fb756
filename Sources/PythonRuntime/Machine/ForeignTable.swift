/// Swift objects that values of rules refer to: compiled patterns, hash states.
///
/// A value holds the object's number. Objects that modules keep are marked when the event ends; the others are let go.
struct ForeignTable {
    private var objects: [AnyObject?] = [nil]
    private var types: [TypeNumber] = [TypeNumber(.unbound)]
    private var isKept: [Bool] = [true]
    private var free: [Int] = []
    /// Numbers given out since the last event's end.
    private var fresh: [Int] = []

    /// Objects of one event, and objects kept; more raise BudgetExceeded.
    static let objectsMax = 1 << 16

    /// Adds an object; nil if the table is full.
    mutating func add(_ object: AnyObject, type: TypeNumber, isPermanent: Bool = false) -> Int? {
        let number: Int
        if let reused = free.popLast() {
            number = reused
            objects[number] = object
            types[number] = type
            isKept[number] = false
        } else {
            guard objects.count < ForeignTable.objectsMax else { return nil }
            number = objects.count
            objects.append(object)
            types.append(type)
            isKept.append(false)
        }
        if isPermanent { isKept[number] = true } else { fresh.append(number) }
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

    /// A module keeps `value` past the event.
    mutating func keep(_ value: Value) {
        let number = Int(truncatingIfNeeded: value.payload)
        if isKept.indices.contains(number) { isKept[number] = true }
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
    /// module keeps the value; a permanent one as long as the machine.
    package mutating func makeForeign(
        _ object: AnyObject,
        type: TypeNumber,
        isPermanent: Bool = false
    ) throws(Raised) -> Value {
        guard let number = foreign.add(object, type: type, isPermanent: isPermanent) else {
            throw exhausted("library objects", ForeignTable.objectsMax)
        }
        return Value(tag: .foreign, payload: UInt64(number))
    }

    /// The Swift object behind a value, if it is a `T`.
    package func foreignObject<T: AnyObject>(_ value: Value, as type: T.Type = T.self) -> T? {
        value.tag == .foreign ? foreign.object(value) as? T : nil
    }
}
