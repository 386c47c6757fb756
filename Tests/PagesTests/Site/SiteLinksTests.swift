import Catalog
import Pages
import Testing

/// Addresses lead where they say and nowhere else.
@Suite struct SiteLinksTests {
    static let encodings: [(text: String, address: String)] = [
        ("SendCommand", "SendCommand"),
        ("a/b c", "a%2Fb%20c"),
        ("..", "%2E%2E"),
        (".", "%2E"),
        ("a..b", "a..b"),
        ("é", "%C3%A9"),
        ("?x=1&y#z", "%3Fx%3D1%26y%23z"),
        ("\"><script>", "%22%3E%3Cscript%3E"),
        ("", ""),
    ]

    @Test("parts of addresses are encoded", arguments: encodings)
    func encodes(text: String, address: String) { #expect(SiteLinks.encoded(text) == address) }

    static let outside: [(text: String, isLink: Bool)] = [
        ("https://example.test/a?b=c#d", true),
        ("http://example.test", true),
        ("HTTPS://EXAMPLE.TEST", true),
        ("javascript:alert(1)", false),
        (" https://example.test", false),
        ("https://example.test/a b", false),
        ("data:text/html,x", false),
        ("//example.test", false),
        ("ftp://example.test", false),
        ("", false),
    ]

    @Test("only addresses of the web are links", arguments: outside)
    func leadsOutside(text: String, isLink: Bool) { #expect((SiteLinks.web(text) != nil) == isLink) }

    static let names: [(parts: [String], name: String)] = [
        (["T1059.001"], "T1059.001"),
        (["AWS.CloudTrail", "eventname", "sendcommand"], "sendcommand-"),
        (["a/../b"], "a_.._b-"),
        ([".."], "..-"),
        ([""], "-"),
    ]

    @Test("names of files are plain", arguments: names)
    func filesAreNamed(parts: [String], name: String) {
        let file = SiteLinks.fileName(parts)
        #expect(name.hasSuffix("-") ? file.hasPrefix(name) : file == name)
        #expect(!file.contains("/"))
    }

    @Test("what differs has files that differ")
    func filesDiffer() {
        #expect(SiteLinks.fileName(["a/b"]) != SiteLinks.fileName(["a_b"]))
        #expect(SiteLinks.fileName(["a", "b"]) != SiteLinks.fileName(["ab", "b"]))
    }

    @Test("a page in a folder leads out of it; a served one from the root")
    func forms() {
        #expect(SiteLinks(.served).rule("panther-A.B") == "/rules/panther-A.B")
        #expect(SiteLinks(.files(depth: 1)).rule("panther-A.B") == "../rules/panther-A.B.html")
        #expect(SiteLinks(.files(depth: 0)).home == "index.html")
        #expect(SiteLinks(.files(depth: 1)).event == nil)
        #expect(SiteLinks(.served).comparison("a", "b&c") == "/diff?a=a&b=b%26c")
        let action = Action(family: "AWS.CloudTrail", field: "eventName", name: "SendCommand")
        #expect(SiteLinks(.served).action(action) == "/actions/AWS.CloudTrail/eventname/sendcommand")
    }

    @Test("assets are known by their names, which change with them", arguments: Asset.allCases)
    func assets(asset: Asset) {
        #expect(Asset(name: asset.name) == asset)
        #expect(asset.name.contains(#/^[a-z]+-[0-9a-f]{8,16}\.(css|js|svg)$/#))
        #expect(!asset.bytes.isEmpty)
    }

    @Test("no other name is an asset", arguments: ["style.css", "../style.css", "", "style-0.css"])
    func noAsset(name: String) { #expect(Asset(name: name) == nil) }
}
