import Testing

@testable import Web

/// Where a server listens, and to whom it answers.
@Suite struct ListenAddressTests {
    static let cases: [(text: String, address: ListenAddress?)] = [
        ("127.0.0.1:8080", ListenAddress(host: "127.0.0.1", port: 8080)),
        ("[::1]:80", ListenAddress(host: "::1", port: 80)),
        ("localhost:0", ListenAddress(host: "localhost", port: 0)),
        ("0.0.0.0:65535", ListenAddress(host: "0.0.0.0", port: 65535)),
        ("127.0.0.1:65536", nil),
        ("127.0.0.1:-1", nil),
        ("127.0.0.1:+1", nil),
        ("127.0.0.1:", nil),
        ("127.0.0.1", nil),
        (":8080", nil),
        ("::1:8080", nil),
        ("[::1:8080", nil),
        ("a b:1", nil),
        ("", nil),
    ]

    @Test("an address is read", arguments: cases)
    func reads(text: String, address: ListenAddress?) {
        #expect(ListenAddress(text) == address)
        if let address { #expect(address.description == text) }
    }

    static let hosts: [(listen: String, names: [String], authority: String?, isAccepted: Bool)] = [
        ("127.0.0.1:1", [], "127.0.0.1:1", true),
        ("127.0.0.1:1", [], "localhost", true),
        ("127.0.0.1:1", [], "LOCALHOST:99", true),
        ("127.0.0.1:1", [], "[::1]:1", true),
        ("127.0.0.1:1", [], "evil.test", false),
        ("127.0.0.1:1", [], "127.0.0.1.evil.test", false),
        ("127.0.0.1:1", [], "", false),
        ("127.0.0.1:1", [], nil, false),
        ("127.0.0.1:1", ["rules.example"], "rules.example:443", true),
        ("127.0.0.1:1", ["rules.example"], "evil.test", false),
        // A server for others answers to all names, unless it is told its own.
        ("0.0.0.0:1", [], "anything.test", true),
        ("0.0.0.0:1", ["rules.example"], "rules.example", true),
        ("0.0.0.0:1", ["rules.example"], "evil.test", false),
    ]

    @Test("only requests for its own names are answered", arguments: hosts)
    func names(listen: String, names: [String], authority: String?, isAccepted: Bool) throws {
        let check = HostCheck(try #require(ListenAddress(listen)), names: names)
        #expect(check.accepts(authority) == isAccepted)
    }
}
