/// What the registries of IANA say of an address, as CPython 3.11.7's tables have it.
extension IPAddress {
    /// A network of our own tables.
    private static func network(_ text: String) -> IPAddress {
        let parts = text.split(separator: "/").map(String.init)
        let isV6 = text.contains(":")
        guard parts.count == 2, let prefix = Int(parts[1]), var address = try? IPAddress(parts[0], isV6: isV6) else {
            preconditionFailure("network \(text)")
        }
        address.prefix = prefix
        return address
    }

    private static let privateV4 = [
        "0.0.0.0/8", "10.0.0.0/8", "127.0.0.0/8", "169.254.0.0/16", "172.16.0.0/12", "192.0.0.0/29", "192.0.0.170/31",
        "192.0.2.0/24", "192.168.0.0/16", "198.18.0.0/15", "198.51.100.0/24", "203.0.113.0/24", "240.0.0.0/4",
        "255.255.255.255/32",
    ].map(network)
    private static let privateV6 = [
        "::1/128", "::/128", "::ffff:0:0/96", "100::/64", "2001::/23", "2001:2::/48", "2001:db8::/32", "2001:10::/28",
        "fc00::/7", "fe80::/10",
    ].map(network)
    private static let reservedV6 = [
        "::/8", "100::/8", "200::/7", "400::/6", "800::/5", "1000::/4", "4000::/3", "6000::/3", "8000::/3", "a000::/3",
        "c000::/3", "e000::/4", "f000::/5", "f800::/6", "fe00::/9",
    ].map(network)
    private static let reservedV4 = [network("240.0.0.0/4")]
    private static let loopbackV4 = [network("127.0.0.0/8")]
    private static let loopbackV6 = [network("::1/128")]
    private static let linkLocalV4 = [network("169.254.0.0/16")]
    private static let linkLocalV6 = [network("fe80::/10")]
    private static let siteLocalV6 = [network("fec0::/10")]
    private static let multicastV4 = [network("224.0.0.0/4")]
    private static let multicastV6 = [network("ff00::/8")]
    private static let unspecifiedV4 = [network("0.0.0.0/32")]
    private static let unspecifiedV6 = [network("::/128")]
    private static let sharedV4 = [network("100.64.0.0/10")]

    /// Whether the whole network, or the address, lies in one of these.
    private func lies(in networks: [IPAddress]) -> Bool { networks.contains { $0.contains(self) } }

    /// Whether both ends lie in one of these, not necessarily the same.
    private func endsLie(in networks: [IPAddress]) -> Bool {
        networks.contains { $0.first <= first && first <= $0.last }
            && networks.contains { $0.first <= last && last <= $0.last }
    }

    /// The IPv4 address inside `::ffff:0:0/96`.
    var mapped: IPAddress? {
        guard isV6, bits >> 32 == 0xFFFF else { return nil }
        return IPAddress(isV6: false, bits: bits & 0xFFFF_FFFF)
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

    /// Of an address.
    var isPrivateAddress: Bool {
        if let mapped { return mapped.isPrivateAddress }
        return lies(in: isV6 ? Self.privateV6 : Self.privateV4)
    }
    var isGlobalAddress: Bool {
        if !isV6, lies(in: Self.sharedV4) { return false }
        return !isPrivateAddress
    }

    /// Of a network.
    var isPrivateNetwork: Bool { lies(in: isV6 ? Self.privateV6 : Self.privateV4) }
    var isGlobalNetwork: Bool {
        if !isV6, lies(in: Self.sharedV4) { return false }
        return !isPrivateNetwork
    }

    var isLoopback: Bool { endsLie(in: isV6 ? Self.loopbackV6 : Self.loopbackV4) }
    var isLinkLocal: Bool { endsLie(in: isV6 ? Self.linkLocalV6 : Self.linkLocalV4) }
    var isSiteLocal: Bool { isV6 && endsLie(in: Self.siteLocalV6) }
    var isMulticast: Bool { endsLie(in: isV6 ? Self.multicastV6 : Self.multicastV4) }
    var isReserved: Bool { endsLie(in: isV6 ? Self.reservedV6 : Self.reservedV4) }
    var isUnspecified: Bool { endsLie(in: isV6 ? Self.unspecifiedV6 : Self.unspecifiedV4) }
}
