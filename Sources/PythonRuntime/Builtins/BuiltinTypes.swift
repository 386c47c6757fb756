/// The table of builtin types. Each type is a file of this folder: `StringType.swift` and so on.
///
/// To add methods: rows in that file. To add a type that has no ``Tag``: a row in ``objects``.
package enum BuiltinTypes {
    /// The type of values with a tag.
    package static func type(of tag: Tag) -> NativeType {
        switch tag {
        case .unbound: NativeType("unbound", "No value.")
        case .none: NativeType("NoneType", "The type of None.")
        case .bool: bool
        case .int, .bigInt: int
        case .float: float
        case .string: string
        case .bytes: bytes
        case .ellipsis: NativeType("ellipsis", "The type of `...`.")
        case .notImplemented: NativeType("NotImplementedType", "The type of NotImplemented.")
        case .tuple: tuple
        case .list: list
        case .dictionary: dictionary
        case .set: set
        case .frozenSet: frozenSet
        case .range: range
        case .slice: slice
        case .function: function
        case .native: nativeFunction
        case .boundMethod: boundMethod
        case .classObject: NativeType("type", "A class that a rule defines.")
        case .nativeType: NativeType("type", "A builtin type.")
        case .instance: NativeType("object", "An instance of a class that a rule defines.")
        case .module: NativeType("module", "A module.")
        case .cell: NativeType("cell", "A variable shared by functions.")
        case .generator: generator
        case .iterator: NativeType("iterator", "A builtin iterator.")
        case .dictionaryView: dictionaryView
        case .superObject: superObject
        case .property: property
        case .staticMethod: staticMethod
        case .classMethod: classMethod
        case .eventMap: eventMap
        case .eventList: eventList
        case .object: NativeType("object", "An object of a library type.")
        case .foreign: NativeType("object", "A library object kept by the machine.")
        }
    }

    /// The name under which rules find the type of a tag; nil for types that have none.
    package static func visibleName(of tag: Tag) -> String? {
        switch tag {
        case .bool, .int, .float, .string, .bytes, .tuple, .list, .dictionary, .set, .frozenSet, .range, .slice,
            .property, .staticMethod, .classMethod, .superObject:
            type(of: tag).name
        default: nil
        }
    }
}
