extension BuiltinTypes {
    /// The builtin iterators by name; `Machine/registerTypes` knows which is which.
    static let iterators: [NativeType] = [
        NativeType("list_iterator", "Iterates over a list."),
        NativeType("tuple_iterator", "Iterates over a tuple."),
        NativeType("str_iterator", "Iterates over the code points of a string."),
        NativeType("bytes_iterator", "Iterates over bytes."),
        NativeType("range_iterator", "Iterates over a range."),
        NativeType("dict_keyiterator", "Iterates over keys."),
        NativeType("dict_valueiterator", "Iterates over values."),
        NativeType("dict_itemiterator", "Iterates over pairs of key and value."),
        NativeType("set_iterator", "Iterates over a set."),
        NativeType("event_keyiterator", "Iterates over the keys of an event."),
        NativeType("event_iterator", "Iterates over a list of the event."),
        NativeType("iterator", "Iterates over anything with __getitem__."),
    ]

    /// Builtin types whose values are objects: `enumerate`, `zip` and their kin.
    static let objects: [NativeType] = []
}
