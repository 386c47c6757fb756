extension BuiltinTypes {
    /// The builtin iterators by name; `Machine/registerTypes` knows which is which.
    static let iterators: [NativeType] = [
        iterator("list_iterator", "Iterates over a list."),
        iterator("tuple_iterator", "Iterates over a tuple."),
        iterator("str_iterator", "Iterates over the code points of a string."),
        iterator("bytes_iterator", "Iterates over bytes."),
        iterator("range_iterator", "Iterates over a range."),
        iterator("dict_keyiterator", "Iterates over keys."),
        iterator("dict_valueiterator", "Iterates over values."),
        iterator("dict_itemiterator", "Iterates over pairs of key and value."),
        iterator("set_iterator", "Iterates over a set."),
        iterator("event_keyiterator", "Iterates over the keys of an event."),
        iterator("event_iterator", "Iterates over a list of the event."),
        iterator("iterator", "Iterates over anything with __getitem__."),
    ]

    private static func iterator(_ name: String, _ documentation: String) -> NativeType {
        NativeType(name, documentation, methods: SpecialMethods.iteration)
    }

    /// Builtin types whose values are objects and whose names rules know: `enumerate`, `zip` and their kin.
    static let objects: [NativeType] = [enumerate, zip, map, filter, reversed]

    /// As ``objects``, but rules meet only their values.
    static let hiddenObjects: [NativeType] = [callableIterator, union]
}
