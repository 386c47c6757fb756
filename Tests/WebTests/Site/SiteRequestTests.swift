import Testing

@testable import Web

/// Addresses as browsers send them.
@Suite struct SiteRequestTests {
    static let cases: [(address: String, path: [String]?, query: [String: String])] = [
        ("/", [], [:]),
        ("/rules/a", ["rules", "a"], [:]),
        ("/rules/a%2Fb", ["rules", "a/b"], [:]),
        ("/rules/", ["rules", ""], [:]),
        ("/a?q=x+y%20z&n", ["a"], ["q": "x y z", "n": ""]),
        ("/a?q=1&q=2", ["a"], ["q": "1"]),
        ("/a?q=%zz&r=1", ["a"], ["r": "1"]),
        ("/a?=x", ["a"], ["": "x"]),
        ("/a+b", ["a+b"], [:]),
        ("/%C3%A9", ["é"], [:]),
        // What is encoded wrongly, or is no path, is nobody's page.
        ("/%zz", nil, [:]),
        ("/%C3", nil, [:]),
        ("/%", nil, [:]),
        ("/%4", nil, [:]),
        ("rules", nil, [:]),
        ("", nil, [:]),
        ("*", nil, [:]),
    ]

    @Test("an address is read", arguments: cases)
    func reads(address: String, path: [String]?, query: [String: String]) {
        let request = SiteRequest(address: address)
        #expect(request?.path == path)
        if let request { #expect(request.query == query) }
    }

    @Test("of a long query the first values are read")
    func limit() {
        let text = (0..<SiteRequest.valuesMax).map { "a\($0)=\($0)" }.joined(separator: "&")
        #expect(SiteRequest(address: "/?" + text)?.query.count == SiteRequest.valuesMax)
        let longer = SiteRequest(address: "/?" + text + "&b=1")
        #expect(longer?.query.count == SiteRequest.valuesMax && longer?.query["b"] == nil)
    }
}
