/// An address or a network of IPv4 or IPv6, as Python's `ipaddress` reads them.
///
/// Conditions test addresses on the hot path with it, match expressions and lookup tables find networks by it, and the library's
/// `ipaddress` asks it what the registries say.
package struct NetworkAddress: BitwiseCopyable, Hashable, Sendable {
    /// The address, host bits included; IPv4 in the low 32 bits.
    package let bits: UInt128
    /// Bits that name the network: 32 or 128 for a single address.
    package let prefix: Int
    /// Whether it is of IPv6.
    package let isVersion6: Bool

    /// Longest text that is looked at.
    private static let textBytesMax = 256

    private var width: Int { isVersion6 ? 128 : 32 }

    /// The network of `bits` with the first `prefix` of 32 or 128; more of either are cut off.
    package init(bits: UInt128, prefix: Int, isVersion6: Bool) {
        self.bits = isVersion6 ? bits : bits & 0xFFFF_FFFF
        self.prefix = min(max(prefix, 0), isVersion6 ? 128 : 32)
        self.isVersion6 = isVersion6
    }

    /// The network's own number of bits is not zero in the host's part: `ip_network` refuses such a text.
    package var hasHostBits: Bool {
        let hosts = width - prefix
        return hosts > 0 && bits & (hosts >= 128 ? .max : (1 << UInt128(hosts)) - 1) != 0
    }

    /// Reads `10.0.0.0/8`, `2001:db8::1`, also with host bits; nil for anything else. A mask may be written as a length, or for
    /// IPv4 as four numbers. With `allowsNetwork` false a mask is refused. Allocates nothing.
    package init?(_ text: UnsafeRawBufferPointer, allowsNetwork: Bool = true) {
        guard text.count <= Self.textBytesMax else { return nil }
        let slash = text.firstIndex(of: UInt8(ascii: "/"))
        let address = UnsafeRawBufferPointer(rebasing: text[..<(slash ?? text.count)])
        if let bits = Self.version4(address) {
            self.init(bits: bits, prefix: 32, isVersion6: false)
        } else if let bits = Self.version6(address) {
            self.init(bits: bits, prefix: 128, isVersion6: true)
        } else {
            return nil
        }
        guard let slash else { return }
        let mask = UnsafeRawBufferPointer(rebasing: text[(slash + 1)...])
        guard allowsNetwork, let prefix = Self.prefix(mask, width: width) else { return nil }
        self.init(bits: bits, prefix: prefix, isVersion6: isVersion6)
    }

    /// Reads a text: see ``init(_:allowsNetwork:)-(UnsafeRawBufferPointer,_)``.
    package init?(_ text: String, allowsNetwork: Bool = true) {
        var text = text
        let read = text.withUTF8 { NetworkAddress(UnsafeRawBufferPointer($0), allowsNetwork: allowsNetwork) }
        guard let read else { return nil }
        self = read
    }

    private static func isDigit(_ byte: UInt8) -> Bool { byte &- UInt8(ascii: "0") <= 9 }

    /// A decimal number of one to three digits that may begin with zeros.
    private static func number(_ text: UnsafeRawBufferPointer) -> Int? {
        guard (1...3).contains(text.count), text.allSatisfy(isDigit) else { return nil }
        return text.reduce(0) { $0 * 10 + Int($1 - UInt8(ascii: "0")) }
    }

    private static func prefix(_ text: UnsafeRawBufferPointer, width: Int) -> Int? {
        if let length = number(text) { return length <= width ? length : nil }
        guard width == 32, let mask = version4(text) else { return nil }
        let value = UInt32(truncatingIfNeeded: mask)
        // A mask of ones before zeros, or, as Cisco writes it, of zeros before ones; `0.0.0.0` is the first kind.
        if (~value) & (~value &+ 1) == 0 { return value.nonzeroBitCount }
        return value & (value &+ 1) == 0 ? 32 - value.nonzeroBitCount : nil
    }

    private static func version4(_ text: UnsafeRawBufferPointer) -> UInt128? {
        var bits: UInt128 = 0
        var start = 0
        for part in 0..<4 {
            var end = start
            while end < text.count, isDigit(text[end]) { end += 1 }
            let digits = UnsafeRawBufferPointer(rebasing: text[start..<end])
            guard let number = number(digits), number <= 255, digits.count == 1 || digits[0] != UInt8(ascii: "0"),
                part == 3 ? end == text.count : end < text.count && text[end] == UInt8(ascii: ".")
            else { return nil }
            bits = bits << 8 | UInt128(number)
            start = end + 1
        }
        return bits
    }

    private static func version6(_ text: UnsafeRawBufferPointer) -> UInt128? {
        var end = text.count
        // A scope (`fe80::1%eth0`) names an interface, not another address.
        if let scope = text.firstIndex(of: UInt8(ascii: "%")) {
            guard scope + 1 < text.count, !text[(scope + 1)...].contains(UInt8(ascii: "%")) else { return nil }
            end = scope
        }
        var bits: UInt128 = 0
        var groups = 0
        /// Groups before `::`.
        var gap: Int?
        var position = 0
        if end >= 2, text[0] == colon, text[1] == colon {
            gap = 0
            position = 2
        }
        while position < end {
            var stop = position
            var group: UInt128 = 0
            while stop < end, let digit = hexadecimal(text[stop]) {
                group = group << 4 | digit
                stop += 1
                guard stop - position <= 4 else { return nil }
            }
            if stop < end, text[stop] == UInt8(ascii: ".") {
                // The last 32 bits as IPv4.
                guard groups <= 6, let low = version4(UnsafeRawBufferPointer(rebasing: text[position..<end])) else {
                    return nil
                }
                bits = bits << 32 | low
                groups += 2
                break
            }
            guard stop > position, groups < 8 else { return nil }
            bits = bits << 16 | group
            groups += 1
            if stop == end { break }
            guard text[stop] == colon, stop + 1 < end else { return nil }
            position = stop + 1
            guard text[position] == colon else { continue }
            guard gap == nil else { return nil }
            gap = groups
            position += 1
        }
        guard let gap else { return groups == 8 ? bits : nil }
        guard groups <= 7 else { return nil }
        let tail = (groups - gap) * 16
        guard tail > 0 else { return gap == 0 ? 0 : bits << UInt128(128 - gap * 16) }
        let low = bits & ((1 << UInt128(tail)) - 1)
        return gap == 0 ? low : (bits >> UInt128(tail)) << UInt128(128 - gap * 16) | low
    }

    private static var colon: UInt8 { UInt8(ascii: ":") }

    private static func hexadecimal(_ byte: UInt8) -> UInt128? {
        switch byte {
        case UInt8(ascii: "0")...UInt8(ascii: "9"): UInt128(byte - UInt8(ascii: "0"))
        case UInt8(ascii: "a")...UInt8(ascii: "f"): UInt128(byte - UInt8(ascii: "a") + 10)
        case UInt8(ascii: "A")...UInt8(ascii: "F"): UInt128(byte - UInt8(ascii: "A") + 10)
        default: nil
        }
    }

    /// Whether all addresses of `other` are in this network; never across versions.
    package func contains(_ other: NetworkAddress) -> Bool { other.prefix >= prefix && overlaps(other) }

    /// Whether the two have an address in common; never across versions.
    package func overlaps(_ other: NetworkAddress) -> Bool {
        guard isVersion6 == other.isVersion6 else { return false }
        let shift = width - min(prefix, other.prefix)
        return shift >= 128 || bits >> UInt128(shift) == other.bits >> UInt128(shift)
    }
}
