import Detections
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
}
