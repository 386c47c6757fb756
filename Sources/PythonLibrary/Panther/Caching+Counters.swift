import PythonRuntime

/// Counters and dictionaries.
extension Caching {
    static let counters = [
        NativeFunction("get_counter(key, force_ttl_check=False)", "A counter; 0 if there is none.", getCounter),
        NativeFunction(
            "increment_counter(key, val=1, epoch_seconds=None)",
            "Adds to a counter, which starts anew once expired.",
            incrementCounter
        ),
        NativeFunction("reset_counter(key)", "Removes a counter.", resetCounter),
        NativeFunction(
            "evaluate_threshold(key, threshold=10, expiry_seconds=3600)",
            "Counts; true, and the counter reset, when the threshold is reached.",
            evaluateThreshold
        ),
    ]

    static let dictionaries = [
        NativeFunction("put_dictionary(key, val, epoch_seconds=None)", "Replaces an item by a dictionary.", put),
        NativeFunction("get_dictionary(key, force_ttl_check=False)", "A dictionary; empty if there is none.", get),
    ]

    private static func getCounter(_ machine: inout Machine, _ arguments: NativeArguments) throws(Raised) -> Value {
        let key = try key(arguments[0], "GetItem", &machine)
        guard let item = machine.keyValueStore[key] else { return .int(0) }
        if try machine.truth(arguments[1]), isExpired(item, machine) { return .int(0) }
        return .int(item.counter ?? 0)
    }

    private static func incrementCounter(
        _ machine: inout Machine,
        _ arguments: NativeArguments
    ) throws(Raised) -> Value {
        let key = try key(arguments[0], "UpdateItem", &machine)
        let step = machine.unwrapped(arguments[1])
        if step.tag == .float {
            throw machine.raise(.typeError, "Float types are not supported. Use Decimal types instead.")
        }
        guard step.isIntegral else { throw refused("UpdateItem", "Incorrect operand type for operator ADD", &machine) }
        return .int(try increment(key, by: step.intValue, expiry: try expiry(arguments[2], &machine), &machine))
    }

    private static func increment(
        _ key: KeyValueStore.Text,
        by step: Int64,
        expiry: Int64,
        _ machine: inout Machine
    ) throws(Raised) -> Int64 {
        let now = now(machine)
        var counter: Int64 = 0
        try update(key, "UpdateItem", &machine) { (item) throws(KeyValueStore.Fault) in
            let start = item.isLive(at: now) ? item.counter ?? 0 : 0
            let (sum, overflow) = start.addingReportingOverflow(step)
            guard !overflow else { throw .counterOverflow }
            counter = sum
            item.counter = sum
            item.expiresAt = expiry
        }
        return counter
    }

    private static func resetCounter(_ machine: inout Machine, _ arguments: NativeArguments) throws(Raised) -> Value {
        try reset(try key(arguments[0], "UpdateItem", &machine), &machine)
        return .none
    }

    private static func reset(_ key: KeyValueStore.Text, _ machine: inout Machine) throws(Raised) {
        guard machine.keyValueStore[key] != nil else { return }
        try update(key, "UpdateItem", &machine) { $0.counter = nil }
    }

    private static func evaluateThreshold(
        _ machine: inout Machine,
        _ arguments: NativeArguments
    ) throws(Raised) -> Value {
        let key = try key(arguments[0], "UpdateItem", &machine)
        let count = try increment(key, by: 1, expiry: try expiry(arguments[2], &machine), &machine)
        guard try machine.truth(try machine.compare(.greaterEqual, .int(count), arguments[1])) else { return .false }
        try reset(key, &machine)
        return .true
    }

    // MARK: Dictionaries

    private static func put(_ machine: inout Machine, _ arguments: NativeArguments) throws(Raised) -> Value {
        let value = arguments[1]
        guard try machine.isMapping(machine.unwrapped(value)) else {
            throw machine.raise(.typeError, "panther_oss_helpers.put_dictionary: value is not a dictionary")
        }
        let text: KeyValueStore.Text
        do throws(Raised) {
            let json = try machine.importModule("json", leaf: true)
            text = Array(machine.memory.bytes(try machine.callMethod(json, "dumps", [value])))
        } catch {
            guard machine.isPending(.typeError) else { throw error }
            machine.exception = .unbound
            throw machine.raise(
                .valueError,
                "panther_oss_helpers.put_dictionary: value is a dictionary, but it is not JSON serializable"
            )
        }
        let time = try expiry(arguments[2], &machine)
        try update(try key(arguments[0], "PutItem", &machine), "PutItem", &machine) {
            $0 = KeyValueStore.Item(dictionary: text, expiresAt: time)
        }
        return .none
    }

    private static func get(_ machine: inout Machine, _ arguments: NativeArguments) throws(Raised) -> Value {
        let key = try key(arguments[0], "GetItem", &machine)
        guard let item = machine.keyValueStore[key], let text = item.dictionary else {
            return try machine.makeDictionary()
        }
        if try machine.truth(arguments[1]), isExpired(item, machine) { return try machine.makeDictionary() }
        let string = try text.withBytes { bytes throws(Raised) in try machine.makeString(bytes) }
        do throws(Raised) {
            let json = try machine.importModule("json", leaf: true)
            return try machine.callMethod(json, "loads", [string])
        } catch {
            // JSONDecodeError is a ValueError.
            guard machine.isPending(.valueError) else { throw error }
            machine.exception = .unbound
            throw machine.raise(
                .valueError,
                "panther_oss_helpers.get_dictionary: Data found in DynamoDB could not be decoded into JSON"
            )
        }
    }
}
