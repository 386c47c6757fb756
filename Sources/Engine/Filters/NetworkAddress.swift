/// An address or a network of IPv4 or IPv6, as Python's `ipaddress` reads them.
package struct NetworkAddress: Hashable, Sendable {
    /// The address, host bits included; IPv4 in the low 32 bits.
    package let bits: UInt128
    /// Bits that name the network: 32 or 128 for a single address.
    package let prefix: Int
    package let isVersion6: Bool

    /// Longest text that is looked at.
    private static let textBytesMax = 256

    private var width: Int { isVersion6 ? 128 : 32 }

    private init(bits: UInt128, prefix: Int, isVersion6: Bool) {
        self.bits = bits
        self.prefix = prefix
        self.isVersion6 = isVersion6
    }

    /// Reads `10.0.0.0/8`, `2001:db8::1`, also with host bits; nil for anything else. A mask may be written as a length, or for
    /// IPv4 as four numbers. With `allowsNetwork` false a mask is refused.
    package init?(_ text: String, allowsNetwork: Bool = true) {
        guard text.utf8.count <= Self.textBytesMax else { return nil }
        let parts = text.split(separator: "/", maxSplits: 1, omittingEmptySubsequences: false)
        guard let address = parts.first else { return nil }
        if let bits = Self.version4(address) {
            self.init(bits: bits, prefix: 32, isVersion6: false)
        } else if let bits = Self.version6(address) {
            self.init(bits: bits, prefix: 128, isVersion6: true)
        } else {
            return nil
        }
        guard parts.count == 2 else { return }
        guard allowsNetwork, let prefix = Self.prefix(parts[1], width: width) else { return nil }
        self.init(bits: bits, prefix: prefix, isVersion6: isVersion6)
    }

    private static func prefix(_ text: Substring, width: Int) -> Int? {
        if !text.isEmpty, text.utf8.count <= 3, text.utf8.allSatisfy({ (0x30...0x39).contains($0) }) {
            guard let length = Int(text), length <= width else { return nil }
            return length
        }
        guard width == 32, let mask = version4(text) else { return nil }
        let value = UInt32(truncatingIfNeeded: mask)
        // A mask of ones before zeros, or, as Cisco writes it, of zeros before ones; `0.0.0.0` is the first kind.
        if (~value) & (~value &+ 1) == 0 { return value.nonzeroBitCount }
        return value & (value &+ 1) == 0 ? 32 - value.nonzeroBitCount : nil
    }

    private static func version4(_ text: Substring) -> UInt128? {
        let parts = text.split(separator: ".", omittingEmptySubsequences: false)
        guard parts.count == 4 else { return nil }
        var bits: UInt128 = 0
        for part in parts {
            guard (1...3).contains(part.utf8.count), part.utf8.allSatisfy({ (0x30...0x39).contains($0) }),
                part == "0" || !part.hasPrefix("0"), let number = UInt8(part)
            else { return nil }
            bits = bits << 8 | UInt128(number)
        }
        return bits
    }

    private static func version6(_ text: Substring) -> UInt128? {
        // A scope (`fe80::1%eth0`) names an interface, not another address.
        let halves = text.split(separator: "%", maxSplits: 1, omittingEmptySubsequences: false)
        guard var address = halves.first, halves.count == 1 || !(halves[1].isEmpty || halves[1].contains("%")) else {
            return nil
        }
        var tail: [UInt16] = []
        if let colon = address.lastIndex(of: ":"), address[colon...].contains(".") {
            guard let low = version4(address[address.index(after: colon)...]) else { return nil }
            tail = [UInt16(truncatingIfNeeded: low >> 16), UInt16(truncatingIfNeeded: low)]
            address = address[...colon]
            // The colon parted the last group from the dotted part; only `::` stays whole.
            if !address.hasSuffix("::") { address = address.dropLast() }
        }
        let gap = address.firstRange(of: "::")
        let front = gap.map { address[..<$0.lowerBound] } ?? address
        let back = gap.map { address[$0.upperBound...] } ?? ""
        guard let head = groups(front), let rest = groups(back) else { return nil }
        let count = head.count + rest.count + tail.count
        guard gap == nil ? count == 8 : count <= 7 else { return nil }
        let zeros = [UInt16](repeating: 0, count: 8 - count)
        return (head + zeros + rest + tail).reduce(0) { $0 << 16 | UInt128($1) }
    }

    /// Hexadecimal groups between colons; empty text has none.
    private static func groups(_ text: Substring) -> [UInt16]? {
        if text.isEmpty { return [] }
        var groups: [UInt16] = []
        for part in text.split(separator: ":", omittingEmptySubsequences: false) {
            guard (1...4).contains(part.utf8.count), groups.count < 8, let group = UInt16(part, radix: 16),
                part.first != "+", part.first != "-"
            else { return nil }
            groups.append(group)
        }
        return groups
    }

    /// Whether the two have an address in common; never across versions.
    package func overlaps(_ other: NetworkAddress) -> Bool {
        guard isVersion6 == other.isVersion6 else { return false }
        let shift = width - min(prefix, other.prefix)
        return shift >= 128 || bits >> UInt128(shift) == other.bits >> UInt128(shift)
    }

    // MARK: Special ranges

    /// Python 3.11's `is_private` of an address.
    package var isPrivate: Bool {
        if let mapped { return mapped.isPrivate }
        return (isVersion6 ? Self.private6 : Self.private4).contains { $0.overlaps(self) }
    }

    /// Python 3.11's `is_global` of an address: not the opposite of private, for shared space is neither.
    package var isGlobal: Bool {
        !isPrivate && !(!isVersion6 && Self.shared.contains { $0.overlaps(self) })
    }

    /// The IPv4 address inside `::ffff:0:0/96`.
    private var mapped: NetworkAddress? {
        guard isVersion6, bits >> 32 == 0xFFFF else { return nil }
        return NetworkAddress(bits: bits & 0xFFFF_FFFF, prefix: 32, isVersion6: false)
    }

    private static let shared = ["100.64.0.0/10"].compactMap { NetworkAddress($0) }

    /// Source: CPython 3.11, Lib/ipaddress.py, `_IPv4Constants`.
    private static let private4 = [
        "0.0.0.0/8", "10.0.0.0/8", "127.0.0.0/8", "169.254.0.0/16", "172.16.0.0/12", "192.0.0.0/29", "192.0.0.170/31",
        "192.0.2.0/24", "192.168.0.0/16", "198.18.0.0/15", "198.51.100.0/24", "203.0.113.0/24", "240.0.0.0/4",
        "255.255.255.255/32",
    ].compactMap { NetworkAddress($0) }

    /// Source: CPython 3.11, Lib/ipaddress.py, `_IPv6Constants`.
    private static let private6 = [
        "::1/128", "::/128", "::ffff:0:0/96", "100::/64", "2001::/23", "2001:2::/48", "2001:db8::/32", "2001:10::/28",
        "fc00::/7", "fe80::/10",
    ].compactMap { NetworkAddress($0) }
}
