import Addresses
import PythonRuntime

/// The types of addresses and interfaces.
extension IpaddressModule {
    static let addressV4 = addressType("IPv4Address", isV6: false)
    static let addressV6 = addressType("IPv6Address", isV6: true)
    static let interfaceV4 = interfaceType("IPv4Interface", isV6: false)
    static let interfaceV6 = interfaceType("IPv6Interface", isV6: true)

    /// A property computed from the address.
    static func property(
        _ name: String,
        _ documentation: String,
        _ body: @escaping @Sendable (inout Machine, IPAddress) throws(Raised) -> Value
    ) -> NativeFunction {
        NativeFunction("\(name)(self)", documentation) { (machine: inout Machine, arguments) throws(Raised) in
            guard let value = ip(machine, arguments[0]) else { return .none }
            return try body(&machine, value)
        }
    }

    private static func test(
        _ name: String,
        _ documentation: String,
        _ body: @escaping @Sendable (IPAddress) -> Bool
    ) -> NativeFunction {
        NativeFunction("\(name)(self)", documentation) { (machine: inout Machine, arguments) throws(Raised) in
            guard var value = ip(machine, arguments[0]) else { return .none }
            // An interface is asked as the address it is.
            if kind(machine, arguments[0]) == .interface { value.prefix = value.width }
            return .bool(body(value))
        }
    }

    /// The tests that addresses and networks share.
    static let tests: [NativeFunction] = [
        test("is_loopback", "Whether it is a loopback address.") { $0.has(.isLoopback) },
        test("is_link_local", "Whether it is link-local.") { $0.has(.isLinkLocal) },
        test("is_multicast", "Whether it is for multicast.") { $0.has(.isMulticast) },
        test("is_reserved", "Whether the IETF reserved it.") { $0.has(.isReserved) },
        test("is_unspecified", "Whether it is all zeros.") { $0.has(.isUnspecified) },
        test("is_site_local", "Whether it is site-local.") { $0.isSiteLocal },
        property("version", "4 or 6.") { (_: inout Machine, value) throws(Raised) in .int(value.version) },
        property("max_prefixlen", "32 or 128.") { (_: inout Machine, value) throws(Raised) in .int(value.width) },
    ]

    private static let addressProperties: [NativeFunction] =
        tests + [
            test("is_private", "Whether it is in no public range.") { $0.has(.isPrivate) },
            test("is_global", "Whether it is in a public range.") { $0.has(.isGlobal) },
            property("compressed", "Its text, shortened.") { (machine: inout Machine, value) throws(Raised) in
                try machine.makeString(value.text)
            },
            property("exploded", "Its text in full.") { (machine: inout Machine, value) throws(Raised) in
                try machine.makeString(value.exploded)
            },
            property("packed", "Its bytes.") { (machine: inout Machine, value) throws(Raised) in
                try packed(&machine, value)
            },
            property("reverse_pointer", "The name for reverse look-ups.") {
                (machine: inout Machine, value) throws(Raised) in try machine.makeString(value.reversePointer)
            },
        ]

    private static let onlyV6: [NativeFunction] = [
        property("scope_id", "Its zone, or None.") { (machine: inout Machine, value) throws(Raised) in
            guard let scope = value.scope else { return .none }
            return try machine.makeString(scope)
        },
        property("ipv4_mapped", "The IPv4 address inside, or None.") { (machine: inout Machine, value) throws(Raised) in
            guard let mapped = value.mapped else { return .none }
            return try makeAddress(&machine, mapped)
        },
        property("sixtofour", "The IPv4 address inside 2002::/16, or None.") {
            (machine: inout Machine, value) throws(Raised) in
            guard let inner = value.sixToFour else { return .none }
            return try makeAddress(&machine, inner)
        },
        property("teredo", "Server and client inside 2001::/32, or None.") {
            (machine: inout Machine, value) throws(Raised) in
            guard let pair = value.teredo else { return .none }
            let server = try makeAddress(&machine, pair.server)
            return try machine.makeTuple([server, try makeAddress(&machine, pair.client)])
        },
    ]

    private static let addressMethods: [NativeFunction] = [
        NativeFunction("__int__(self)", "Its number.") { (machine: inout Machine, arguments) throws(Raised) in
            try makeInteger(&machine, ip(machine, arguments[0])?.bits ?? 0)
        }
    ]

    private static func addressType(_ name: String, isV6: Bool) -> NativeType {
        NativeType(
            name,
            module: "ipaddress",
            "An address of IP version \(isV6 ? 6 : 4).",
            methods: addressMethods,
            properties: addressProperties.filter { isV6 || $0.name != "is_site_local" } + (isV6 ? onlyV6 : []),
            slots: .init {
                $0.construct = NativeFunction("\(name)(cls, address)", "From a text, a number or bytes.") {
                    (machine: inout Machine, arguments) throws(Raised) in
                    try makeAddress(&machine, try address(&machine, arguments[1], isV6: isV6), as: arguments[0])
                }
                fillShared(&$0)
                $0.binary = arithmetic
            }
        )
    }

    private static func interfaceType(_ name: String, isV6: Bool) -> NativeType {
        let network = property("network", "The network it is in.") { (machine: inout Machine, value) throws(Raised) in
            try makeNetwork(&machine, IPAddress(isV6: value.isV6, bits: value.first, prefix: value.prefix))
        }
        let ip = property("ip", "The address alone.") { (machine: inout Machine, value) throws(Raised) in
            try makeAddress(&machine, value)
        }
        return NativeType(
            name,
            module: "ipaddress",
            "An address of IP version \(isV6 ? 6 : 4) with the network it is in.",
            properties: maskProperties + [network, ip],
            slots: .init {
                $0.construct = NativeFunction("\(name)(cls, address)", "From a text such as `10.0.0.1/8`.") {
                    (machine: inout Machine, arguments) throws(Raised) in
                    try makeInterface(&machine, try withPrefix(&machine, arguments[1], isV6: isV6), as: arguments[0])
                }
                fillShared(&$0)
                $0.binary = arithmetic
            }
        )
    }

    /// The text of a value: a network and an interface with their prefix length.
    static func text(_ machine: borrowing Machine, _ value: Value) -> String {
        guard let address = ip(machine, value) else { return "" }
        return kind(machine, value) == .address ? address.text : "\(address.text)/\(address.prefix)"
    }

    /// What all six types do alike.
    static func fillShared(_ slots: inout NativeType.Slots) {
        slots.str = { (machine: inout Machine, value) throws(Raised) in
            try machine.makeString(text(machine, value))
        }
        slots.repr = { (machine: inout Machine, value) throws(Raised) in
            try machine.makeString("\(machine.typeName(value))('\(text(machine, value))')")
        }
        slots.format = { (machine: inout Machine, value, specification) throws(Raised) in
            try machine.format(try machine.str(value), specification)
        }
        slots.hash = { (machine: inout Machine, value) throws(Raised) in
            guard let address = ip(machine, value) else { return 0 }
            let folded = UInt64(truncatingIfNeeded: address.bits >> 64) &* 31 ^ UInt64(truncatingIfNeeded: address.bits)
            let prefix = kind(machine, value) == .address ? 0 : UInt64(truncatingIfNeeded: address.prefix + 1)
            return try machine.hash(.int(Int64(bitPattern: folded ^ prefix << 56)))
        }
        slots.equals = { (machine: inout Machine, left, right) throws(Raised) in
            guard let first = ip(machine, left), let second = ip(machine, right) else { return .notImplemented }
            guard kind(machine, left) == kind(machine, right) else { return .false }
            return .bool(first == second)
        }
        slots.compare = compare
    }

    @Sendable private static func compare(
        _ machine: inout Machine,
        _ comparison: Comparison,
        _ left: Value,
        _ right: Value
    ) throws(Raised) -> Value {
        guard let first = ip(machine, left), let second = ip(machine, right) else { return .notImplemented }
        let kinds = (kind(machine, left), kind(machine, right))
        guard (kinds.0 == .network) == (kinds.1 == .network) else { return .notImplemented }
        guard first.isV6 == second.isV6 else {
            throw machine.raise(
                .typeError,
                "\(text(machine, left)) and \(text(machine, right)) are not of the same version"
            )
        }
        var order = 0
        if kinds.0 == .interface, kinds.1 == .interface {
            order = order3(first.first, second.first)
            if order == 0 { order = order3(first.netmask, second.netmask) }
        }
        if order == 0 { order = order3(first.bits, second.bits) }
        if order == 0, kinds.0 == .network { order = order3(first.netmask, second.netmask) }
        return .bool(comparison.holds(order))
    }

    private static func order3(_ left: UInt128, _ right: UInt128) -> Int { left < right ? -1 : left == right ? 0 : 1 }

    /// `address + 1` and `address - 1`.
    @Sendable private static func arithmetic(
        _ machine: inout Machine,
        _ operation: BinaryOperation,
        _ left: Value,
        _ right: Value
    ) throws(Raised) -> Value {
        guard let address = ip(machine, left), operation == .add || operation == .subtract, right.isIntegral else {
            return .notImplemented
        }
        let signed = operation == .add ? Int128(right.intValue) : -Int128(right.intValue)
        let (sum, overflow) =
            signed < 0
            ? address.bits.subtractingReportingOverflow(UInt128(signed.magnitude))
            : address.bits.addingReportingOverflow(UInt128(signed))
        guard !overflow, sum <= address.allOnes else {
            let isNegative = signed < 0
            let shown = isNegative ? "-\(signed.magnitude - address.bits)" : overflow ? "2**128" : "\(sum)"
            let bound = isNegative ? "< 0" : ">= 2**\(address.width)"
            throw raise(
                &machine,
                .address("\(shown) (\(bound)) is not permitted as an IPv\(address.version) address")
            )
        }
        let result = IPAddress(isV6: address.isV6, bits: sum, prefix: address.prefix)
        return kind(machine, left) == .interface
            ? try makeInterface(&machine, IPAddress(isV6: address.isV6, bits: sum))
            : try makeAddress(&machine, result)
    }
}
