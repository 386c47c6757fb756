import Addresses

/// What addresses have inside of them, and what the registries say.
extension IPAddress {
    /// Without its scope.
    var network: NetworkAddress { NetworkAddress(bits: bits, prefix: prefix, isVersion6: isV6) }

    /// Whether both ends have a property.
    func has(_ property: AddressProperty) -> Bool { end(first).has(property) && end(last).has(property) }

    var isSiteLocal: Bool { end(first).isSiteLocal && end(last).isSiteLocal }

    private func end(_ bits: UInt128) -> NetworkAddress { NetworkAddress(bits: bits, prefix: width, isVersion6: isV6) }

    /// The IPv4 address inside `::ffff:0:0/96`.
    var mapped: IPAddress? {
        network.mapped.map { IPAddress(isV6: false, bits: $0.bits) }
    }

    /// The IPv4 address inside `2002::/16`.
    var sixToFour: IPAddress? {
        guard isV6, bits >> 112 == 0x2002 else { return nil }
        return IPAddress(isV6: false, bits: bits >> 80 & 0xFFFF_FFFF)
    }

    /// Server and client of `2001::/32`.
    var teredo: (server: IPAddress, client: IPAddress)? {
        guard isV6, bits >> 96 == 0x2001_0000 else { return nil }
        return (
            IPAddress(isV6: false, bits: bits >> 64 & 0xFFFF_FFFF),
            IPAddress(isV6: false, bits: ~bits & 0xFFFF_FFFF)
        )
    }
}
