package import PythonRuntime

/// `ipaddress`, with CPython 3.11.7's tables of private and other ranges.
package enum IpaddressModule {
    package static let module: NativeModule = NativeModule(
        "ipaddress",
        "Addresses and networks of IP versions 4 and 6.",
        functions: [
            NativeFunction("ip_address(address)", "An address of either version.") {
                (machine: inout Machine, arguments) throws(Raised) in
                try either(&machine, arguments[0], "address") { (machine: inout Machine, value, isV6) throws(Raised) in
                    try makeAddress(&machine, try address(&machine, value, isV6: isV6))
                }
            },
            NativeFunction("ip_network(address, strict=True)", "A network of either version.") {
                (machine: inout Machine, arguments) throws(Raised) in
                let isStrict = try machine.truth(arguments[1])
                return try either(&machine, arguments[0], "network") {
                    (machine: inout Machine, value, isV6) throws(Raised) in
                    try makeNetwork(&machine, try network(&machine, value, isV6: isV6, isStrict: isStrict))
                }
            },
            NativeFunction("ip_interface(address)", "An address with the network it is in, of either version.") {
                (machine: inout Machine, arguments) throws(Raised) in
                try either(&machine, arguments[0], "interface") {
                    (machine: inout Machine, value, isV6) throws(Raised) in
                    try makeInterface(&machine, try withPrefix(&machine, value, isV6: isV6))
                }
            },
            NativeFunction("v4_int_to_packed(address)", "Four bytes of a number.") {
                (machine: inout Machine, arguments) throws(Raised) in try packedNumber(&machine, arguments[0], 32)
            },
            NativeFunction("v6_int_to_packed(address)", "Sixteen bytes of a number.") {
                (machine: inout Machine, arguments) throws(Raised) in try packedNumber(&machine, arguments[0], 128)
            },
            NativeFunction("collapse_addresses(addresses)", "The fewest networks that cover the same.", collapse),
            NativeFunction("summarize_address_range(first, last)", "The networks of a range of addresses.", summarize),
            NativeFunction("get_mixed_type_key(obj)", "A key to sort addresses and networks together.") {
                (machine: inout Machine, arguments) throws(Raised) in
                guard let value = ip(machine, arguments[0]) else { return .notImplemented }
                let network = try makeAddress(&machine, IPAddress(isV6: value.isV6, bits: value.first))
                return try machine.makeTuple([.int(value.version), network, arguments[0]])
            },
        ],
        types: [addressV4, addressV6, networkV4, networkV6, iterator],
        exceptions: [("AddressValueError", "ValueError"), ("NetmaskValueError", "ValueError")],
        constants: { (machine: inout Machine) throws(Raised) in
            var names: [(name: String, value: Value)] = [("IPV4LENGTH", .int(32)), ("IPV6LENGTH", .int(128))]
            for type in [interfaceV4, interfaceV6] {
                let base = machine.libraryType(
                    "ipaddress.\(type.name == "IPv4Interface" ? "IPv4Address" : "IPv6Address")"
                )
                let number = machine.register(type, base: base)
                machine.retained["type ipaddress.\(type.name)"] = .type(number)
                names.append((type.name, .type(number)))
            }
            return names
        }
    )

    // MARK: Values
    //
    // Fields of all six types: the bits above 64, the bits below, scope or None, prefix length.

    static func fields(_ machine: inout Machine, _ value: IPAddress) throws(Raised) -> [Value] {
        var scope = Value.none
        if let name = value.scope { scope = try machine.makeString(name) }
        return [
            .int(Int64(truncatingIfNeeded: value.bits >> 64)), .int(Int64(truncatingIfNeeded: value.bits)), scope,
            .int(value.prefix),
        ]
    }

    static func makeAddress(
        _ machine: inout Machine,
        _ value: IPAddress,
        as type: Value = .unbound
    ) throws(Raised) -> Value {
        var value = value
        value.prefix = value.width
        let number = machine.libraryType(value.isV6 ? "ipaddress.IPv6Address" : "ipaddress.IPv4Address")
        return try machine.derived(try machine.makeObject(number, try fields(&machine, value)), type)
    }

    static func makeNetwork(
        _ machine: inout Machine,
        _ value: IPAddress,
        as type: Value = .unbound
    ) throws(Raised) -> Value {
        let number = machine.libraryType(value.isV6 ? "ipaddress.IPv6Network" : "ipaddress.IPv4Network")
        return try machine.derived(try machine.makeObject(number, try fields(&machine, value)), type)
    }

    static func makeInterface(
        _ machine: inout Machine,
        _ value: IPAddress,
        as type: Value = .unbound
    ) throws(Raised) -> Value {
        let number = machine.libraryType(value.isV6 ? "ipaddress.IPv6Interface" : "ipaddress.IPv4Interface")
        return try machine.derived(try machine.makeObject(number, try fields(&machine, value)), type)
    }

    enum Kind { case address, network, interface }

    static func kind(_ machine: borrowing Machine, _ value: Value) -> Kind? {
        let plain = machine.unwrapped(value)
        guard plain.tag == .object else { return nil }
        switch machine.typeName(plain) {
        case "IPv4Address", "IPv6Address": return .address
        case "IPv4Network", "IPv6Network": return .network
        case "IPv4Interface", "IPv6Interface": return .interface
        default: return nil
        }
    }

    /// The address behind a value of one of the six types; nil for any other.
    static func ip(_ machine: borrowing Machine, _ value: Value) -> IPAddress? {
        guard kind(machine, value) != nil else { return nil }
        let plain = machine.unwrapped(value)
        let high = UInt128(UInt64(bitPattern: machine.objectField(plain, 0).intValue))
        let low = UInt128(UInt64(bitPattern: machine.objectField(plain, 1).intValue))
        let scope = machine.objectField(plain, 2)
        return IPAddress(
            isV6: machine.typeName(plain).hasPrefix("IPv6"),
            bits: high << 64 | low,
            scope: scope.isString ? machine.string(scope) : nil,
            prefix: Int(machine.objectField(plain, 3).intValue)
        )
    }

    static func raise(_ machine: inout Machine, _ fault: IPFault) -> Raised {
        let (name, message): (String, String) =
            switch fault {
            case .address(let message): ("AddressValueError", message)
            case .netmask(let message): ("NetmaskValueError", message)
            case .value(let message): ("", message)
            }
        guard let type = machine.retained["exception ipaddress.\(name)"], let text = try? machine.makeString(message)
        else {
            return machine.raise(.valueError, message)
        }
        return machine.raise(type, arguments: [text])
    }

    static func checked<Result>(
        _ machine: inout Machine,
        _ body: () throws(IPFault) -> Result
    ) throws(Raised) -> Result {
        do throws(IPFault) { return try body() } catch { throw raise(&machine, error) }
    }

    // MARK: Reading

    /// Tries version 4, then 6; ValueError if the value is neither.
    private static func either(
        _ machine: inout Machine,
        _ value: Value,
        _ what: String,
        _ make: (inout Machine, Value, Bool) throws(Raised) -> Value
    ) throws(Raised) -> Value {
        for isV6 in [false, true] {
            do throws(Raised) { return try make(&machine, value, isV6) } catch {
                guard isFault(machine) else { throw error }
                _ = machine.takeException()
            }
        }
        let shown = machine.string(try machine.repr(value))
        throw machine.raise(.valueError, "\(shown) does not appear to be an IPv4 or IPv6 \(what)")
    }

    /// Whether an AddressValueError or NetmaskValueError is pending.
    private static func isFault(_ machine: borrowing Machine) -> Bool {
        guard machine.isPending(.valueError) else { return false }
        let type = machine.classOf(machine.exception)
        return ["AddressValueError", "NetmaskValueError"].contains {
            machine.retained["exception ipaddress.\($0)"]?.isIdentical(to: type) == true
        }
    }

    /// The address that a value names: an int, bytes, or anything by its `str`.
    static func address(_ machine: inout Machine, _ value: Value, isV6: Bool) throws(Raised) -> IPAddress {
        var plain = machine.unwrapped(value)
        if plain.tag == .bool { plain = .int(plain.intValue) }
        if let number = machine.integer(plain) {
            let version = isV6 ? 6 : 4
            let text = machine.string(try machine.repr(plain))
            guard !number.isNegative else {
                throw raise(&machine, .address("\(text) (< 0) is not permitted as an IPv\(version) address"))
            }
            guard let bits = UInt128(text), isV6 || bits <= 0xFFFF_FFFF else {
                throw raise(
                    &machine,
                    .address("\(text) (>= 2**\(isV6 ? 128 : 32)) is not permitted as an IPv\(version) address")
                )
            }
            return IPAddress(isV6: isV6, bits: bits)
        }
        if plain.tag == .bytes {
            let bytes = [UInt8](machine.memory.bytes(plain))
            let shown = machine.string(try machine.repr(plain))
            return try checked(&machine) { () throws(IPFault) in
                try IPAddress(packed: bytes, isV6: isV6, shown: shown)
            }
        }
        let text = machine.string(try machine.str(value))
        try machine.charge(text.utf8.count / 16 + 2)
        if text.contains("/") {
            throw raise(&machine, .address("Unexpected '/' in \(machine.string(try machine.repr(value)))"))
        }
        return try checked(&machine) { () throws(IPFault) in try IPAddress(text, isV6: isV6) }
    }

    /// An address with the prefix length behind its slash, or all bits.
    static func withPrefix(_ machine: inout Machine, _ value: Value, isV6: Bool) throws(Raised) -> IPAddress {
        let plain = machine.unwrapped(value)
        if plain.isIntegral || plain.tag == .bigInt || plain.tag == .bytes {
            return try address(&machine, plain, isV6: isV6)
        }
        if plain.tag == .tuple {
            let count = machine.tupleCount(plain)
            guard count > 0 else { throw machine.raise(.indexError, "tuple index out of range") }
            guard count < 3 else { throw machine.raise(.valueError, "too many values to unpack (expected 2)") }
            var result = try address(&machine, machine.tupleElement(plain, 0), isV6: isV6)
            guard count > 1 else { return result }
            let mask = machine.unwrapped(machine.tupleElement(plain, 1))
            if mask.isIntegral {
                let number = Int(mask.intValue)
                result.prefix = try checked(&machine) { () throws(IPFault) in
                    try IPAddress.prefix(number, isV6: isV6)
                }
            } else {
                guard mask.isString || mask.tag == .bytes else {
                    throw machine.raise(
                        .attributeError,
                        "'\(machine.errorTypeName(mask))' object has no attribute 'isascii'"
                    )
                }
                let text = machine.string(try machine.str(mask))
                result.prefix = try checked(&machine) { () throws(IPFault) in try IPAddress.prefix(text, isV6: isV6) }
            }
            return result
        }
        let text = machine.string(try machine.str(value))
        try machine.charge(text.utf8.count / 16 + 2)
        let parts = text.split(separator: "/", omittingEmptySubsequences: false).map(String.init)
        guard parts.count <= 2 else {
            throw raise(&machine, .address("Only one '/' permitted in \(machine.string(try machine.repr(value)))"))
        }
        return try checked(&machine) { () throws(IPFault) in
            var result = try IPAddress(parts.first ?? "", isV6: isV6)
            if parts.count == 2 { result.prefix = try IPAddress.prefix(parts[1], isV6: isV6) }
            return result
        }
    }

    /// A network; ValueError for bits behind the mask, unless they may be dropped.
    static func network(
        _ machine: inout Machine,
        _ value: Value,
        isV6: Bool,
        isStrict: Bool
    ) throws(Raised) -> IPAddress {
        var result = try withPrefix(&machine, value, isV6: isV6)
        if result.first != result.bits {
            guard !isStrict else {
                throw machine.raise(.valueError, "\(result.text)/\(result.prefix) has host bits set")
            }
            result.bits = result.first
            result.scope = nil
        }
        return result
    }

    static func makeInteger(_ machine: inout Machine, _ bits: UInt128) throws(Raised) -> Value {
        if let small = Int64(exactly: bits) { return .int(small) }
        let text = String(bits)
        let number = Array(text.utf8).withUnsafeBytes { bytes in
            Result { () throws(NumberFault) in try PythonInteger(parsing: PythonText(bytes)) }
        }
        return try machine.makeInteger(try machine.checked { () throws(NumberFault) in try number.get() })
    }

    private static func packedNumber(_ machine: inout Machine, _ value: Value, _ width: Int) throws(Raised) -> Value {
        guard machine.isInteger(value), let bits = UInt128(machine.string(try machine.repr(value))),
            width == 128 || bits <= 0xFFFF_FFFF
        else { throw machine.raise(.valueError, "Address negative or too large for IPv\(width == 32 ? 4 : 6)") }
        return try packed(&machine, IPAddress(isV6: width == 128, bits: bits))
    }

    static func packed(_ machine: inout Machine, _ value: IPAddress) throws(Raised) -> Value {
        var writer = machine.beginText()
        for byte in value.packed { writer.append(byte) }
        return try machine.finish(writer, tag: .bytes)
    }
}
