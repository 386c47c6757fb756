/// What patterns of `match` ask of values.
extension Machine {
    /// Lists, tuples, ranges, event lists and classes derived from them; not strings or bytes.
    mutating func isSequencePattern(_ value: Value) throws(Raised) -> Bool {
        let inner = unwrapped(value)
        return [.list, .tuple, .range].contains(inner.tag) || isImmutableList(inner)
    }

    /// Dictionaries, event maps and what registers as a mapping.
    mutating func isMappingPattern(_ value: Value) throws(Raised) -> Bool {
        let inner = unwrapped(value)
        return inner.tag == .dictionary || isImmutableMap(inner)
    }

    /// The values under all of `keys`, as a tuple, or None.
    mutating func matchKeys(_ mapping: Value, _ keys: Value) throws(Raised) -> Value {
        var values: [Value] = []
        for key in elements(ofSequence: keys) {
            let value = try getKey(unwrapped(mapping), key, .unbound)
            if value.isNone, !(try contains(mapping, key)) { return .none }
            values.append(value)
        }
        return try makeTuple(values)
    }

    /// A dictionary with what is in `mapping` but not under `keys`.
    mutating func copyWithout(_ mapping: Value, _ keys: Value) throws(Raised) -> Value {
        let copy = try makeDictionary()
        try updateDictionary(copy, from: mapping)
        for key in elements(ofSequence: keys) { _ = try remove(key, from: copy) }
        return copy
    }

    /// The attributes that a class pattern names, as a tuple, or None if `value` is no instance.
    ///
    /// `shape` is `(positional count, keyword name, …)`.
    mutating func matchClass(_ value: Value, _ type: Value, _ shape: Value) throws(Raised) -> Value {
        guard type.tag == .classObject || type.tag == .nativeType else {
            throw raise(.typeError, "called match pattern must be a class")
        }
        guard try isInstance(value, of: type) else { return .none }
        let positional = Int(tupleElement(shape, 0).intValue)
        var attributes: [Value] = []
        if positional > 0 {
            if type.tag == .nativeType, positional == 1, isSelfMatching(type) {
                attributes.append(value)
            } else {
                let names = try attributeIfAny(type, name("__match_args__"))
                let known = names.tag == .tuple ? elements(ofSequence: names) : []
                guard positional <= known.count else {
                    throw raise(
                        .typeError,
                        "\(nameOfType(type))() accepts \(known.count) positional sub-pattern\(known.count == 1 ? "" : "s") "
                            + "(\(positional) given)"
                    )
                }
                for attribute in known.prefix(positional) {
                    let found = try attributeIfAny(value, name(attribute))
                    if found.isUnbound { return .none }
                    attributes.append(found)
                }
            }
        }
        for keyword in elements(ofSequence: shape).dropFirst() {
            let found = try attributeIfAny(value, name(keyword))
            if found.isUnbound { return .none }
            attributes.append(found)
        }
        return try makeTuple(attributes)
    }

    /// Types whose one positional sub-pattern matches the value itself.
    private func isSelfMatching(_ type: Value) -> Bool {
        let number = typeNumber(ofType: type)
        return [Tag.bool, .bytes, .dictionary, .float, .frozenSet, .int, .list, .set, .string, .tuple]
            .contains { TypeNumber($0) == number }
    }
}
