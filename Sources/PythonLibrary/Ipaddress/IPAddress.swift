import PythonRuntime

/// An address of IP version 4 or 6, perhaps with a prefix length: a network or an interface.
struct IPAddress: Hashable, Sendable {
    var isV6: Bool
    var bits: UInt128
    /// The zone of an IPv6 address: `eth0` in `fe80::1%eth0`.
    var scope: String?
    /// For networks and interfaces; else all bits.
    var prefix: Int

    init(isV6: Bool, bits: UInt128, scope: String? = nil, prefix: Int? = nil) {
        self.isV6 = isV6
        self.bits = bits
        self.scope = scope
        self.prefix = prefix ?? (isV6 ? 128 : 32)
    }

    var width: Int { isV6 ? 128 : 32 }
    var version: Int { isV6 ? 6 : 4 }
    /// The largest number of the version.
    var allOnes: UInt128 { isV6 ? .max : 0xFFFF_FFFF }
    var hostmask: UInt128 { prefix >= width ? 0 : allOnes >> UInt128(prefix) }
    var netmask: UInt128 { allOnes ^ hostmask }
    var first: UInt128 { bits & netmask }
    var last: UInt128 { bits | hostmask }

    /// Whether every address of `other`, its prefix included, is in this network. Versions must be equal.
    func contains(_ other: IPAddress) -> Bool { first <= other.first && last >= other.last }

    // MARK: Text

    /// The address alone, shortened.
    var text: String { isV6 ? Self.compressed(bits) + (scope.map { "%" + $0 } ?? "") : Self.dotted(bits) }

    var exploded: String {
        guard isV6 else { return text }
        return (0..<8).map { Self.padded(hextet($0)) }.joined(separator: ":")
    }

    private func hextet(_ index: Int) -> Int { Int((bits >> UInt128(112 - index * 16)) & 0xFFFF) }

    private static func padded(_ value: Int) -> String {
        let digits = String(value, radix: 16)
        return String(repeating: "0", count: 4 - digits.count) + digits
    }

    private static func dotted(_ bits: UInt128) -> String {
        let word = UInt32(truncatingIfNeeded: bits)
        return "\(word >> 24).\(word >> 16 & 255).\(word >> 8 & 255).\(word & 255)"
    }

    /// The first longest run of two or more zeros becomes `::`.
    private static func compressed(_ bits: UInt128) -> String {
        let parts = (0..<8).map { Int((bits >> UInt128(112 - $0 * 16)) & 0xFFFF) }
        var best = (start: 0, count: 1)
        var start = 0
        while start < 8 {
            var end = start
            while end < 8, parts[end] == 0 { end += 1 }
            if end - start > best.count { best = (start, end - start) }
            start = max(end, start + 1)
        }
        let words = parts.map { String($0, radix: 16) }
        guard best.count > 1 else { return words.joined(separator: ":") }
        return words[..<best.start].joined(separator: ":") + "::"
            + words[(best.start + best.count)...].joined(separator: ":")
    }

    /// The name of its record for reverse look-ups.
    var reversePointer: String {
        guard isV6 else {
            return Self.dotted(bits).split(separator: ".").reversed().joined(separator: ".") + ".in-addr.arpa"
        }
        let digits = exploded.filter { $0 != ":" }.reversed().map(String.init)
        return digits.joined(separator: ".") + ".ip6.arpa"
    }

    /// Its bytes, most significant first.
    var packed: [UInt8] {
        (0..<(width / 8)).map { UInt8(truncatingIfNeeded: bits >> UInt128(width - 8 - $0 * 8)) }
    }

    /// `repr` of a string, for messages.
    static func quoted(_ text: String) -> String {
        var sink: [UInt8] = []
        Array(text.utf8).withUnsafeBytes { PythonText($0).appendRepr(into: &sink) }
        return String(decoding: sink, as: UTF8.self)
    }
}
