import Addresses
import PythonRuntime

/// The types of networks.
extension IpaddressModule {
    static let networkV4 = networkType("IPv4Network", isV6: false)
    static let networkV6 = networkType("IPv6Network", isV6: true)

    /// What networks and interfaces know of their mask.
    static let maskProperties: [NativeFunction] = [
        property("netmask", "The mask.") { (machine: inout Machine, value) throws(Raised) in
            try makeAddress(&machine, IPAddress(isV6: value.isV6, bits: value.netmask))
        },
        property("hostmask", "The mask, inverted.") { (machine: inout Machine, value) throws(Raised) in
            try makeAddress(&machine, IPAddress(isV6: value.isV6, bits: value.hostmask))
        },
        property("with_prefixlen", "`10.0.0.0/8`.") { (machine: inout Machine, value) throws(Raised) in
            try machine.makeString("\(value.text)/\(value.prefix)")
        },
        property("with_netmask", "`10.0.0.0/255.0.0.0`.") { (machine: inout Machine, value) throws(Raised) in
            try machine.makeString("\(value.text)/\(IPAddress(isV6: value.isV6, bits: value.netmask).text)")
        },
        property("with_hostmask", "`10.0.0.0/0.255.255.255`.") { (machine: inout Machine, value) throws(Raised) in
            try machine.makeString("\(value.text)/\(IPAddress(isV6: value.isV6, bits: value.hostmask).text)")
        },
        property("compressed", "Its text, shortened.") { (machine: inout Machine, value) throws(Raised) in
            try machine.makeString("\(value.text)/\(value.prefix)")
        },
        property("exploded", "Its text in full.") { (machine: inout Machine, value) throws(Raised) in
            try machine.makeString("\(value.exploded)/\(value.prefix)")
        },
    ]

    private static let networkProperties: [NativeFunction] =
        tests + maskProperties + [
            property("is_private", "Whether it is in no public range.") { (_: inout Machine, value) throws(Raised) in
                .bool(value.network.isPrivateNetwork)
            },
            property("is_global", "Whether it is in a public range.") { (_: inout Machine, value) throws(Raised) in
                .bool(value.network.isGlobalNetwork)
            },
            property("network_address", "Its first address.") { (machine: inout Machine, value) throws(Raised) in
                try makeAddress(&machine, value)
            },
            property("broadcast_address", "Its last address.") { (machine: inout Machine, value) throws(Raised) in
                try makeAddress(&machine, IPAddress(isV6: value.isV6, bits: value.last))
            },
            property("prefixlen", "The length of its prefix.") { (_: inout Machine, value) throws(Raised) in
                .int(value.prefix)
            },
            property("num_addresses", "How many addresses it has.") { (machine: inout Machine, value) throws(Raised) in
                guard value.hostmask < .max else {
                    return try machine.binary(.leftShift, .int(1), .int(128))
                }
                return try makeInteger(&machine, value.hostmask + 1)
            },
            property("reverse_pointer", "The name for reverse look-ups.") {
                (machine: inout Machine, value) throws(Raised) in
                try machine.makeString(reversePointer(value))
            },
        ]

    /// CPython takes the network's text, slash and all, apart at its dots and digits.
    private static func reversePointer(_ value: IPAddress) -> String {
        guard value.isV6 else {
            let parts = "\(value.text)/\(value.prefix)".split(separator: ".")
            return parts.reversed().joined(separator: ".") + ".in-addr.arpa"
        }
        let digits = "\(value.exploded)/\(value.prefix)".filter { $0 != ":" }.reversed().map(String.init)
        return digits.joined(separator: ".") + ".ip6.arpa"
    }

    private static func networkType(_ name: String, isV6: Bool) -> NativeType {
        NativeType(
            name,
            module: "ipaddress",
            "A network of IP version \(isV6 ? 6 : 4).",
            methods: networkMethods,
            properties: networkProperties.filter { isV6 || $0.name != "is_site_local" },
            slots: .init {
                $0.construct = NativeFunction("\(name)(cls, address, strict=True)", "From a text such as `10.0.0.0/8`.")
                {
                    (machine: inout Machine, arguments) throws(Raised) in
                    let isStrict = try machine.truth(arguments[2])
                    let value = try network(&machine, arguments[1], isV6: isV6, isStrict: isStrict)
                    return try makeNetwork(&machine, value, as: arguments[0])
                }
                fillShared(&$0)
                $0.contains = { (machine: inout Machine, left, right) throws(Raised) in
                    guard let value = ip(machine, right), let kind = kind(machine, right) else {
                        throw machine.raise(
                            .attributeError,
                            "'\(machine.errorTypeName(right))' object has no attribute '_version'"
                        )
                    }
                    guard kind != .network, let own = ip(machine, left), own.isV6 == value.isV6 else { return false }
                    return value.bits & own.netmask == own.first
                }
                $0.iterate = { (machine: inout Machine, value) throws(Raised) in
                    guard let own = ip(machine, value) else { return .none }
                    return try makeIterator(&machine, isV6: own.isV6, from: own.first, through: own.last)
                }
                $0.item = item
            }
        )
    }

    @Sendable private static func item(_ machine: inout Machine, _ value: Value, _ key: Value) throws(Raised) -> Value {
        guard let own = ip(machine, value) else { return .none }
        guard let number = machine.integer(key) else {
            throw machine.raise(
                .typeError,
                "'>=' not supported between instances of '\(machine.errorTypeName(key))' and 'int'"
            )
        }
        guard case .small(let index) = number else { throw machine.raise(.indexError, "address out of range") }
        let (bits, overflow) =
            index >= 0
            ? own.first.addingReportingOverflow(UInt128(index))
            : own.last.subtractingReportingOverflow(UInt128((index + 1).magnitude))
        guard !overflow, bits >= own.first, bits <= own.last else {
            throw machine.raise(.indexError, "address out of range")
        }
        return try makeAddress(&machine, IPAddress(isV6: own.isV6, bits: bits))
    }

    // MARK: Iterating

    /// Addresses, or networks of one size, made one at a time.
    ///
    /// Fields: next and last one as two words each, the step's power of two, prefix length, 1 for version 6, 1 at the end.
    static let iterator = NativeType(
        "_AddressIterator",
        module: "ipaddress",
        "Goes through addresses or networks.",
        slots: .init {
            $0.iterate = { (_: inout Machine, value) throws(Raised) in value }
            $0.next = { (machine: inout Machine, value) throws(Raised) in
                func word(_ index: Int, _ machine: borrowing Machine) -> UInt128 {
                    UInt128(UInt64(bitPattern: machine.objectField(value, index).intValue))
                }
                guard machine.objectField(value, 7).intValue == 0 else { return .unbound }
                let bits = word(0, machine) << 64 | word(1, machine)
                let last = word(2, machine) << 64 | word(3, machine)
                let shift = machine.objectField(value, 4).intValue
                let prefix = Int(machine.objectField(value, 5).intValue)
                let isV6 = machine.objectField(value, 6).intValue == 1
                let (following, overflow) =
                    shift >= 128 ? (0, true) : bits.addingReportingOverflow(UInt128(1) << UInt128(shift))
                if overflow || following > last { machine.setObjectField(value, 7, .int(1)) }
                machine.setObjectField(value, 0, .int(Int64(truncatingIfNeeded: following >> 64)))
                machine.setObjectField(value, 1, .int(Int64(truncatingIfNeeded: following)))
                let made = IPAddress(isV6: isV6, bits: bits, prefix: prefix < 0 ? nil : prefix)
                return prefix < 0 ? try makeAddress(&machine, made) : try makeNetwork(&machine, made)
            }
        }
    )

    static func makeIterator(
        _ machine: inout Machine,
        isV6: Bool,
        from first: UInt128,
        through last: UInt128,
        shift: Int = 0,
        prefix: Int = -1
    ) throws(Raised) -> Value {
        func word(_ bits: UInt128) -> Value { .int(Int64(truncatingIfNeeded: bits)) }
        return try machine.makeObject(
            machine.libraryType("ipaddress._AddressIterator"),
            [
                word(first >> 64), word(first), word(last >> 64), word(last), .int(shift), .int(prefix),
                .int(isV6 ? 1 : 0), .int(first > last ? 1 : 0),
            ]
        )
    }
}
