import Addresses
import Foundation
import TestSupport
import Testing

/// Source of the expectations: CPython 3.11, `ipaddress`.
@Suite struct NetworkAddressTests {
    static let addresses: [(String, UInt128, Bool)] = [
        ("0.0.0.0", 0, false), ("255.255.255.255", 0xFFFF_FFFF, false), ("10.1.2.3", 0x0A01_0203, false),
        ("::", 0, true),
        ("::1", 1, true), ("1::", 1 << 112, true), ("1::8", 1 << 112 | 8, true),
        ("1:2:3:4:5:6:7::", 0x0001_0002_0003_0004_0005_0006_0007_0000, true),
        ("::2:3:4:5:6:7:8", 0x0000_0002_0003_0004_0005_0006_0007_0008, true),
        ("1:2:3:4:5:6:7:8", 0x0001_0002_0003_0004_0005_0006_0007_0008, true),
        ("::ffff:1.2.3.4", 0xFFFF_0102_0304, true),
        ("::1.2.3.4", 0x0102_0304, true), ("1:2:3:4:5:6:1.2.3.4", 0x0001_0002_0003_0004_0005_0006_0102_0304, true),
        ("1::1.2.3.4", 1 << 112 | 0x0102_0304, true), ("ABCD::", 0xABCD << 112, true),
        ("fe80::1%eth0", 0xFE80 << 112 | 1, true),
    ]

    @Test("an address is its bits", arguments: addresses)
    func bits(_ text: String, _ bits: UInt128, _ isVersion6: Bool) throws {
        let address = try #require(NetworkAddress(text))
        #expect(address.bits == bits)
        #expect(address.isVersion6 == isVersion6)
        #expect(address.prefix == (isVersion6 ? 128 : 32))
    }

    @Test(
        "what is no address is refused",
        arguments: [
            "", " ", "1.2.3", "1.2.3.4.5", "1.2.3.256", "01.2.3.4", "1.2.3.4 ", "1..2.3", "1.2.3.", ".1.2.3",
            "1.2.3.1000", ":",
            ":1", "1:", "1::2::3", ":::", "1:::2", "1:2:3:4:5:6:7", "1:2:3:4:5:6:7:8:9", "1:2:3:4:5:6:7:8::",
            "::1:2:3:4:5:6:7:8",
            "12345::", "g::", "1:2:3:4:5:6:7:1.2.3.4", "::1.2.3", "1.2.3.4::", "::%", "::%a%b", "+1::", "1.2.3.4/",
            "1.2.3.4/33",
            "::/129", "1.2.3.4/255.0.255.0", "1.2.3.4/-1", "1.2.3.4/1/2", "::/255.0.0.0", "host",
        ]
    )
    func refused(_ text: String) { #expect(NetworkAddress(text) == nil) }

    static let prefixes: [(String, Int)] = [
        ("10.0.0.0/8", 8), ("10.0.0.0/08", 8), ("0.0.0.0/0", 0), ("1.2.3.4/32", 32), ("10.0.0.0/255.0.0.0", 8),
        ("10.0.0.0/0.255.255.255", 8), ("10.0.0.0/0.0.0.0", 0), ("::/0", 0), ("2001:db8::/32", 32),
    ]

    @Test("a mask is a length or four numbers", arguments: prefixes)
    func prefix(_ text: String, _ prefix: Int) {
        #expect(NetworkAddress(text)?.prefix == prefix)
        #expect(NetworkAddress(text, allowsNetwork: false) == nil)
    }

    @Test(
        "bits of the host's part are seen",
        arguments: [("10.0.0.0/8", false), ("10.0.0.1/8", true), ("1::/0", true), ("::/0", false), ("1.2.3.4", false)]
    )
    func hostBits(_ text: String, _ has: Bool) { #expect(NetworkAddress(text)?.hasHostBits == has) }

    /// A network, another, whether it contains the other, and whether they overlap.
    static let pairs: [(String, String, Bool, Bool)] = [
        ("10.0.0.0/8", "10.1.2.3", true, true), ("10.0.0.0/8", "11.0.0.0", false, false),
        ("10.1.0.0/16", "10.0.0.0/8", false, true), ("0.0.0.0/0", "255.255.255.255", true, true),
        ("0.0.0.0/0", "::1", false, false), ("::/0", "1.2.3.4", false, false), ("::/0", "ffff::", true, true),
        ("fe80::/10", "fe80::1%eth0", true, true), ("2001:db8::/32", "2001:db9::", false, false),
    ]

    @Test("networks contain and overlap", arguments: pairs)
    func relation(_ left: String, _ right: String, _ contains: Bool, _ overlaps: Bool) throws {
        let (left, right) = (try #require(NetworkAddress(left)), try #require(NetworkAddress(right)))
        #expect(left.contains(right) == contains)
        #expect(left.overlaps(right) == overlaps)
        #expect(right.overlaps(left) == overlaps)
    }

    /// The first and last address of each special range, and their neighbours, against CPython's `ipaddress`.
    @Test("what registries say is what CPython says", .enabled(if: pythonPath != nil)) func registries() throws {
        let ranges = [
            "0.0.0.0/8", "10.0.0.0/8", "100.64.0.0/10", "127.0.0.0/8", "169.254.0.0/16", "172.16.0.0/12",
            "192.0.0.0/29",
            "192.0.0.170/31", "192.0.2.0/24", "192.168.0.0/16", "198.18.0.0/15", "198.51.100.0/24", "203.0.113.0/24",
            "224.0.0.0/4", "240.0.0.0/4", "255.255.255.255/32", "::1/128", "::/128", "::ffff:0:0/96", "::/8", "100::/8",
            "100::/64", "200::/7", "400::/6", "800::/5", "1000::/4", "2001::/23", "2001:2::/48", "2001:db8::/32",
            "2001:10::/28", "4000::/3", "6000::/3", "8000::/3", "a000::/3", "c000::/3", "e000::/4", "f000::/5",
            "f800::/6",
            "fc00::/7", "fe00::/9", "fe80::/10", "fec0::/10", "ff00::/8", "::ffff:10.0.0.0/104", "::ffff:8.0.0.0/104",
        ]
        var rows: [NetworkAddress] = []
        for range in ranges {
            let network = try #require(NetworkAddress(range))
            let width = network.isVersion6 ? 128 : 32
            let last =
                network.bits | (network.prefix == 0 ? .max : UInt128.max >> UInt128(128 - (width - network.prefix)))
            for bits in [network.bits &- 1, network.bits, last, last &+ 1] {
                rows.append(NetworkAddress(bits: bits, prefix: width, isVersion6: network.isVersion6))
            }
        }
        let names = ["private", "global", "loopback", "link_local", "multicast", "reserved", "unspecified"]
        let properties: [AddressProperty] = [
            .isPrivate, .isGlobal, .isLoopback, .isLinkLocal, .isMulticast, .isReserved, .isUnspecified,
        ]
        let program = """
            import ipaddress, sys
            for line in sys.stdin:
                version, bits = line.split()
                address = (ipaddress.IPv6Address if version == "6" else ipaddress.IPv4Address)(int(bits))
                print("".join("1" if getattr(address, "is_" + name) else "0" for name in sys.argv[1:]))
            """
        let input = rows.map { "\($0.isVersion6 ? 6 : 4) \($0.bits)\n" }.joined()
        let result = try run(pythonPath ?? "", ["-c", program] + names, input: Data(input.utf8))
        let lines = result.output.split(separator: "\n")
        try #require(lines.count == rows.count)
        for (row, line) in zip(rows, lines) {
            let own = properties.map { row.has($0) ? "1" : "0" }.joined()
            #expect(own == line, "\(row)")
        }
    }
}
