/// What the registries of IANA say of an address, as CPython 3.11 has it (`Lib/ipaddress.py`).
extension NetworkAddress {
    /// Whether an address has a property of Python's `ipaddress`. For a network, ask its first and its last address.
    package func has(_ property: AddressProperty) -> Bool {
        switch property {
        case .isValid: true
        case .isPrivate: isPrivateAddress
        case .isGlobal: !isPrivateAddress && !isShared
        case .isLoopback: lies(4, 0x7F00_0000, 8) || lies(6, 1, 128)
        case .isLinkLocal: lies(4, 0xA9FE_0000, 16) || lies(6, Self.top(0xFE80), 10)
        case .isMulticast: lies(4, 0xE000_0000, 4) || lies(6, Self.top(0xFF00), 8)
        case .isUnspecified: bits == 0
        case .isReserved: isReserved
        }
    }

    /// `is_private` of a network.
    package var isPrivateNetwork: Bool { isPrivate }

    /// `is_global` of a network: not the opposite of private, for shared space is neither.
    package var isGlobalNetwork: Bool { !isPrivate && !isShared }

    /// `is_site_local` of an address.
    package var isSiteLocal: Bool { lies(6, Self.top(0xFEC0), 10) }

    /// The IPv4 address inside `::ffff:0:0/96`.
    package var mapped: NetworkAddress? {
        guard isVersion6, bits >> 32 == 0xFFFF else { return nil }
        return NetworkAddress(bits: bits & 0xFFFF_FFFF, prefix: 32, isVersion6: false)
    }

    private var isPrivateAddress: Bool { mapped?.isPrivate ?? isPrivate }

    /// Space shared by customers of carriers.
    private var isShared: Bool { lies(4, 0x6440_0000, 10) }

    /// The address whose first sixteen bits are these.
    private static func top(_ group: UInt16) -> UInt128 { UInt128(group) << 112 }

    /// Whether it is of this version and all of it in this network.
    private func lies(_ version: Int, _ base: UInt128, _ prefix: Int) -> Bool {
        guard isVersion6 == (version == 6), self.prefix >= prefix else { return false }
        let shift = UInt128((isVersion6 ? 128 : 32) - prefix)
        return bits >> shift == base >> shift
    }

    private var isPrivate: Bool {
        guard isVersion6 else {
            return lies(4, 0, 8) || lies(4, 0x0A00_0000, 8) || lies(4, 0x7F00_0000, 8) || lies(4, 0xA9FE_0000, 16)
                || lies(4, 0xAC10_0000, 12) || lies(4, 0xC000_0000, 29) || lies(4, 0xC000_00AA, 31)
                || lies(4, 0xC000_0200, 24) || lies(4, 0xC0A8_0000, 16) || lies(4, 0xC612_0000, 15)
                || lies(4, 0xC633_6400, 24) || lies(4, 0xCB00_7100, 24) || lies(4, 0xF000_0000, 4)
        }
        return lies(6, 0, 128) || lies(6, 1, 128) || lies(6, 0xFFFF << 32, 96) || lies(6, Self.top(0x0100), 64)
            || lies(6, Self.top(0x2001), 23)
            || lies(6, UInt128(0x2001_0002) << 96, 48) || lies(6, UInt128(0x2001_0DB8) << 96, 32)
            || lies(6, UInt128(0x2001_0010) << 96, 28) || lies(6, Self.top(0xFC00), 7) || lies(6, Self.top(0xFE80), 10)
    }

    private var isReserved: Bool {
        guard isVersion6 else { return lies(4, 0xF000_0000, 4) }
        // All but global unicast, unique local, link local, site local and multicast: by the first bits.
        let first = UInt16(truncatingIfNeeded: bits >> 112)
        switch first >> 8 {
        case 0x00, 0x01, 0x02, 0x03, 0x04...0x07, 0x08...0x0F, 0x10...0x1F: return true
        case 0x40...0xF7: return true
        case 0xF8...0xFB: return true
        case 0xFE: return first & 0x0080 == 0
        default: return false
        }
    }
}
