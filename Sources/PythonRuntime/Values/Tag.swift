/// What a value is. The order is the order of the machine's table of builtin types.
package enum Tag: UInt8, CaseIterable, Sendable {
    /// No value: an unassigned variable, an argument that was not given, the end of an iterator.
    case unbound
    case none
    case bool
    case int
    case bigInt
    case float
    case string
    case bytes
    case ellipsis
    case notImplemented
    case tuple
    case list
    case dictionary
    case set
    case frozenSet
    case range
    case slice
    case function
    case native
    case boundMethod
    case classObject
    /// A builtin or library type itself: `int`, `datetime.date`. The payload is its number.
    case nativeType
    case instance
    case module
    case cell
    case generator
    case iterator
    case dictionaryView
    case superObject
    case property
    case staticMethod
    case classMethod
    /// A mapping or a sequence inside the event: the payload is a node of the tape.
    case eventMap
    case eventList
    /// An object of a library type; its header has the type's number.
    case object
    /// A Swift object kept in the machine's table of foreign objects: a compiled pattern.
    case foreign
}
