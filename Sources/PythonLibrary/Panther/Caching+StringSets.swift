import PythonRuntime

/// Sets of strings.
extension Caching {
    static let stringSets = [
        NativeFunction("get_string_set(key, force_ttl_check=False)", "A set; empty if there is none.", getSet),
        NativeFunction("put_string_set(key, val, epoch_seconds=None)", "Replaces an item by a set.", putSet),
        NativeFunction(
            "add_to_string_set(key, val, epoch_seconds=None)",
            "Adds to a set, which starts anew once expired.",
            addTo
        ),
        NativeFunction(
            "remove_from_string_set(key, val, epoch_seconds=None)",
            "Removes from a set.",
            removeFrom
        ),
        NativeFunction("reset_string_set(key)", "Removes a set.", resetSet),
    ]

    private static func getSet(_ machine: inout Machine, _ arguments: NativeArguments) throws(Raised) -> Value {
        let key = try key(arguments[0], "GetItem", &machine)
        return try makeSet(try current(key, isChecked: try machine.truth(arguments[1]), &machine), &machine)
    }

    private static func current(
        _ key: KeyValueStore.Text,
        isChecked: Bool,
        _ machine: inout Machine
    ) throws(Raised) -> [KeyValueStore.Text] {
        guard let item = machine.keyValueStore[key], !(isChecked && isExpired(item, machine)) else { return [] }
        return item.strings ?? []
    }

    private static func putSet(_ machine: inout Machine, _ arguments: NativeArguments) throws(Raised) -> Value {
        let key = try key(arguments[0], "PutItem", &machine)
        guard try machine.truth(arguments[1]) else {
            try reset(key, &machine)
            return .none
        }
        let strings = try strings(of: arguments[1], "PutItem", &machine)
        let time = try expiry(arguments[2], &machine)
        try update(key, "PutItem", &machine) { $0 = KeyValueStore.Item(strings: strings, expiresAt: time) }
        return .none
    }

    private static func addTo(_ machine: inout Machine, _ arguments: NativeArguments) throws(Raised) -> Value {
        let key = try key(arguments[0], "UpdateItem", &machine)
        let added = try oneOrMany(arguments[1], &machine)
        guard !added.isEmpty else { return try makeSet(try current(key, isChecked: true, &machine), &machine) }
        let time = try expiry(arguments[2], &machine)
        let now = now(machine)
        var result: [KeyValueStore.Text] = []
        try update(key, "UpdateItem", &machine) { item in
            result = item.isLive(at: now) ? item.strings ?? [] : []
            let known = Set(result)
            result += added.filter { !known.contains($0) }
            item.strings = result
            item.expiresAt = time
        }
        return try makeSet(result, &machine)
    }

    private static func removeFrom(_ machine: inout Machine, _ arguments: NativeArguments) throws(Raised) -> Value {
        let key = try key(arguments[0], "UpdateItem", &machine)
        let removed = Set(try oneOrMany(arguments[1], &machine))
        guard !removed.isEmpty else { return try makeSet(try current(key, isChecked: true, &machine), &machine) }
        let time = try expiry(arguments[2], &machine)
        guard let item = machine.keyValueStore[key], item.isLive(at: now(machine)) else {
            try reset(key, &machine)
            return try makeSet([], &machine)
        }
        let rest = (item.strings ?? []).filter { !removed.contains($0) }
        try update(key, "UpdateItem", &machine) {
            $0.strings = rest.isEmpty ? nil : rest
            $0.expiresAt = time
        }
        return try makeSet(rest, &machine)
    }

    private static func resetSet(_ machine: inout Machine, _ arguments: NativeArguments) throws(Raised) -> Value {
        try reset(try key(arguments[0], "UpdateItem", &machine), &machine)
        return .none
    }

    private static func reset(_ key: KeyValueStore.Text, _ machine: inout Machine) throws(Raised) {
        guard machine.keyValueStore[key] != nil else { return }
        try update(key, "UpdateItem", &machine) { $0.strings = nil }
    }

    /// A string as the only element, or the elements of an iterable.
    private static func oneOrMany(_ value: Value, _ machine: inout Machine) throws(Raised) -> [KeyValueStore.Text] {
        let text = machine.unwrapped(value)
        return text.isString ? [Array(machine.memory.bytes(text))] : try strings(of: value, "UpdateItem", &machine)
    }

    /// The elements of an iterable, each once. Raises what `set()` raises, and TypeError for what the table has no
    /// type of set for.
    private static func strings(
        of iterable: Value,
        _ operation: String,
        _ machine: inout Machine
    ) throws(Raised) -> [KeyValueStore.Text] {
        // What is a set already has each element once.
        let set = iterable.tag == .set ? iterable : try machine.makeSet(from: iterable)
        var strings: [KeyValueStore.Text] = []
        try machine.forEachEntry(set) { (machine: inout Machine, element, _) throws(Raised) in
            let text = machine.unwrapped(element)
            guard text.isString else {
                throw machine.raise(
                    .typeError,
                    "Unsupported type \"\(machine.string(try machine.repr(machine.typeValue(set))))\" for value "
                        + "\"\(machine.string(try machine.repr(set)))\""
                )
            }
            try machine.charge(1 + Int(text.length) / 256)
            strings.append(Array(machine.memory.bytes(text)))
            return true
        }
        return strings
    }
}
