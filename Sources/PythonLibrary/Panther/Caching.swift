import PythonRuntime

/// `panther_detection_helpers.caching`: what rules keep by key, on the machine's ``KeyValueStore`` and clock.
///
/// Reads of expired items follow the original: without a forced check they are still there, and updates of an item
/// that is not live set it anew. Source: panther_detection_helpers 0.4.0, `caching.py`.
enum Caching {
    static let module = NativeModule(
        "panther_detection_helpers.caching",
        "Counters, string sets and dictionaries by key.",
        functions: counters + dictionaries + stringSets + [
            NativeFunction("kv_table()", "The table itself.", table),
            NativeFunction("ttl_expired(response)", "Whether an item read from the table is expired.", ttlExpired),
            NativeFunction("set_key_expiration(key, epoch_seconds)", "Sets the expiry of an item.", setExpiration),
            NativeFunction("check_account_age(key)", "Whether a key has a string set that is not expired.", accountAge),
        ],
        types: [tableType]
    )

    /// A key as bytes; what is no string, or empty, is refused as the table refuses it.
    static func key(_ value: Value, _ operation: String, _ machine: inout Machine) throws(Raised) -> KeyValueStore.Text
    {
        let text = machine.unwrapped(value)
        guard text.isString, text.length > 0 else {
            let reason =
                text.isString
                ? "One or more parameter values are not valid. The AttributeValue for a key attribute cannot contain an "
                    + "empty string value. Key: key"
                : "The provided key element does not match the schema"
            throw refused(operation, reason, &machine)
        }
        return Array(machine.memory.bytes(text))
    }

    /// The error of a request that the table refuses: botocore's ClientError.
    static func refused(_ operation: String, _ reason: String, _ machine: inout Machine) -> Raised {
        do throws(Raised) {
            let error = try machine.makeDictionary()
            try machine.set(machine.intern("Code"), to: machine.intern("ValidationException"), in: error)
            try machine.set(machine.intern("Message"), to: try machine.makeString(reason), in: error)
            let response = try machine.makeDictionary()
            try machine.set(machine.intern("Error"), to: error, in: response)
            let arguments = [response, machine.intern(operation)]
            return machine.raise("ClientError", of: BotocoreExceptions.name, arguments)
        } catch {
            return error
        }
    }

    /// Whole seconds of the machine's clock.
    static func now(_ machine: borrowing Machine) -> Int64 {
        Int64(exactly: machine.environment.now().rounded(.towardZero)) ?? 0
    }

    /// Seconds that an item lives if its writer does not say.
    static let lifetimeSeconds: Int64 = 90 * 24 * 60 * 60
    /// Below this an expiry counts from now; seven days and a second.
    static let relativeSecondsMax: Int64 = 604_801

    /// When an item expires: text and floats become ints, anything else 90 days, small numbers count from now.
    static func expiry(_ value: Value, _ machine: inout Machine) throws(Raised) -> Int64 {
        var value = machine.unwrapped(value)
        if value.isString { value = try machine.call(machine.builtin(named: "float"), [value]) }
        if value.tag == .float { value = try machine.call(machine.builtin(named: "int"), [value]) }
        let now = now(machine)
        guard value.isIntegral || value.tag == .bigInt else { return now + lifetimeSeconds }
        guard value.isIntegral else { return machine.isNegativeInteger(value) ? .min : .max }
        guard value.intValue < relativeSecondsMax else { return value.intValue }
        let (sum, overflow) = now.addingReportingOverflow(value.intValue)
        return overflow ? .min : sum
    }

    /// Changes an item; a fault becomes the table's error.
    static func update(
        _ key: KeyValueStore.Text,
        _ operation: String,
        _ machine: inout Machine,
        _ body: (inout KeyValueStore.Item) throws(KeyValueStore.Fault) -> Void
    ) throws(Raised) {
        let space = machine.runningSpace
        let fairPart = KeyValueStore.bytesMax / machine.spaceCount
        do throws(KeyValueStore.Fault) {
            try machine.keyValueStore.update(key, for: space, fairPart: fairPart, body)
        } catch {
            switch error {
            case .itemTooLarge:
                throw refused(operation, "Item size has exceeded the maximum allowed size", &machine)
            case .full:
                throw refused(
                    operation,
                    "the table holds \(KeyValueStore.bytesMax) bytes, or \(KeyValueStore.shareBytesMax) of this rule",
                    &machine
                )
            case .counterOverflow:
                throw refused(operation, "Number overflow. Attempting to store a number outside of 64 bits", &machine)
            }
        }
    }

    /// Whether an item has passed its expiry, as `ttl_expired` sees it; without one it has not.
    static func isExpired(_ item: KeyValueStore.Item, _ machine: borrowing Machine) -> Bool {
        guard let time = item.expiresAt, time != 0 else { return false }
        return Double(time) <= machine.environment.now()
    }

    // MARK: The table

    private static let tableType = NativeType(
        "dynamodb.Table",
        module: "panther_detection_helpers.caching",
        "The table behind the functions.",
        methods: [
            NativeFunction("get_item(self, *, Key, **kwargs)", "An item as DynamoDB answers it.", getItem),
            NativeFunction("delete_item(self, *, Key, **kwargs)", "Removes an item.", deleteItem),
        ],
        slots: .init {
            $0.attribute = { (machine: inout Machine, _, name) throws(Raised) in
                machine.text(name, is: "name") ? machine.intern("panther-kv-store") : .unbound
            }
        }
    )

    private static func table(_ machine: inout Machine, _ arguments: NativeArguments) throws(Raised) -> Value {
        let type = machine.retained["type panther_detection_helpers.caching.dynamodb.Table"] ?? .none
        return try machine.makeObject(machine.typeNumber(ofType: type), [])
    }

    private static func getItem(_ machine: inout Machine, _ arguments: NativeArguments) throws(Raised) -> Value {
        let key = try key(try machine.item(arguments[1], machine.intern("key")), "GetItem", &machine)
        let response = try machine.makeDictionary()
        guard let item = machine.keyValueStore[key] else { return response }
        let columns = try machine.makeDictionary()
        func put(_ name: String, _ value: Value) throws(Raised) {
            try machine.set(machine.intern(name), to: value, in: columns)
        }
        let keyText = try key.withBytes { bytes throws(Raised) in try machine.makeString(bytes) }
        try put("key", keyText)
        if let counter = item.counter { try put("intCount", .int(counter)) }
        if let strings = item.strings { try put("stringSet", try makeSet(strings, &machine)) }
        if let dictionary = item.dictionary {
            let text = try dictionary.withBytes { bytes throws(Raised) in try machine.makeString(bytes) }
            try put("dictionary", text)
        }
        if let time = item.expiresAt { try put("expiresAt", .int(time)) }
        try machine.set(machine.intern("Item"), to: columns, in: response)
        return response
    }

    private static func deleteItem(_ machine: inout Machine, _ arguments: NativeArguments) throws(Raised) -> Value {
        let key = try key(try machine.item(arguments[1], machine.intern("key")), "DeleteItem", &machine)
        machine.keyValueStore.remove(key)
        return try machine.makeDictionary()
    }

    private static func ttlExpired(_ machine: inout Machine, _ arguments: NativeArguments) throws(Raised) -> Value {
        let item = try member(arguments[0], "Item", try machine.makeDictionary(), &machine)
        let time = try member(item, "expiresAt", .int(0), &machine)
        guard try machine.truth(time) else { return time }
        let seconds = try machine.call(machine.builtin(named: "float"), [time])
        return .bool(seconds.floatValue <= machine.environment.now())
    }

    /// `mapping.get(name, fallback)`.
    private static func member(
        _ mapping: Value,
        _ name: String,
        _ fallback: Value,
        _ machine: inout Machine
    ) throws(Raised) -> Value {
        let key = machine.intern(name)
        guard mapping.tag == .dictionary else { return try machine.callMethod(mapping, "get", [key, fallback]) }
        let found = try machine.lookup(key, in: mapping)
        return found.isUnbound ? fallback : found
    }

    private static func setExpiration(_ machine: inout Machine, _ arguments: NativeArguments) throws(Raised) -> Value {
        let time = try expiry(arguments[1], &machine)
        try update(try key(arguments[0], "UpdateItem", &machine), "UpdateItem", &machine) { $0.expiresAt = time }
        return .none
    }

    private static func accountAge(_ machine: inout Machine, _ arguments: NativeArguments) throws(Raised) -> Value {
        let text = machine.unwrapped(arguments[0])
        guard text.isString, text.length > 0 else { return .false }
        let key = try key(text, "GetItem", &machine)
        guard let item = machine.keyValueStore[key], !isExpired(item, machine) else { return .false }
        return .bool(item.strings?.isEmpty == false)
    }

    /// A set of strings, in the order they were added.
    static func makeSet(_ strings: [KeyValueStore.Text], _ machine: inout Machine) throws(Raised) -> Value {
        let set = try machine.makeDictionary(.set, capacity: strings.count)
        for string in strings {
            try machine.charge(1)
            let text = try string.withBytes { bytes throws(Raised) in try machine.makeString(bytes) }
            try machine.add(text, to: set)
        }
        return set
    }
}

extension [UInt8] {
    /// `withUnsafeBytes` that keeps the type of what is thrown.
    func withBytes<Result>(_ body: (UnsafeRawBufferPointer) throws(Raised) -> Result) throws(Raised) -> Result {
        let outcome = withUnsafeBytes { bytes in Swift.Result { () throws(Raised) in try body(bytes) } }
        return try outcome.get()
    }
}
