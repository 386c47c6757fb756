import Catalog
import Detections
import Engine
import Foundation
import Pages
import Synchronization
import TestSupport
import Testing

@testable import Web

/// What the site answers.
@Suite struct SiteTests {
    let test: TestSite

    init() throws { test = try TestSite.shared.get() }

    static let rule = "/rules/panther-Web.SendCommand"

    static let pages: [(address: String, holds: String)] = [
        ("/", "3 rules"),
        ("/search?q=SendCommand", "A command was sent"),
        ("/search?q=severity%3Alow", "Many sessions"),
        ("/search?q=nothing-of-the-kind", "Nothing was found"),
        (rule, "&lt;script&gt;alert(1)&lt;/script&gt;"),
        ("/rules/panther-Web.Sessions", "increment_counter"),
        ("/actions/AWS.CloudTrail/eventname/sendcommand", "2 rules look"),
        ("/attack", "2 of the"),
        ("/attack", "href=\"/attack/layer.json\""),
        ("/attack?q=severity%3Ahigh", "href=\"/attack/layer.json?q=severity%3Ahigh\""),
        ("/attack?q=severity%3Ahigh", "href=\"/gaps?q=severity%3Ahigh\""),
        ("/gaps?q=severity%3Anone", "T1688"),
        ("/attack/T1651", "One rule names it"),
        ("/attack/T1059", "0 rules name it"),
        ("/gaps", "Not covered at all"),
        ("/gaps?q=severity%3Ahigh", "Others cover these"),
        ("/disagreements", "SendCommand"),
        ("/diff?a=panther-Web.SendCommand&b=panther-Web.Sessions", "left only"),
        ("/event", "Paste an event"),
    ]

    @Test("pages", arguments: pages)
    func page(address: String, holds: String) throws {
        let (response, text) = try test.get(address)
        #expect(response.status == 200)
        #expect(response.mediaType == "text/html; charset=utf-8")
        #expect(text.hasPrefix("<!doctype html>") && text.hasSuffix("</html>\n"))
        #expect(text.contains(holds))
    }

    @Test("every link of every page is answered") func links() throws {
        var (seen, waiting): (Set<String>, [String]) = (["/"], ["/"])
        while let address = waiting.popLast() {
            let (response, text) = try test.get(address.replacing("&amp;", with: "&"))
            #expect(response.status == 200, "\(address)")
            guard response.mediaType.hasPrefix("text/html") else { continue }
            // Facets narrow a search by one term more each: there are as many of their pages as subsets of terms, and the site asks
            // those who walk through it not to.
            for match in text.matches(of: #/(rel="nofollow" )?(?:href|src)="(\/[^"#]*)/#) where match.1 == nil {
                if seen.insert(String(match.2)).inserted { waiting.append(String(match.2)) }
            }
        }
        #expect(seen.count > 30)
        #expect(seen.contains { $0.hasPrefix("/diff?") } && seen.contains { $0.hasPrefix("/indicators?") })
        // The techniques of the matrix are all among them.
        #expect(seen.contains("/attack/T1059"))
    }

    static let failures: [(method: String, address: String, status: Int)] = [
        ("GET", "/nothing", 404),
        ("GET", "/rules/nothing", 404),
        ("GET", "/rules/..%2F..%2Fetc%2Fpasswd", 404),
        ("GET", "/rules/%2E%2E/%2E%2E/etc/passwd", 404),
        ("GET", rule + "/files/9", 404),
        ("GET", rule + "/files/-1", 404),
        ("GET", rule + "/files/99999999999999999999", 404),
        ("GET", "/assets/style.css", 404),
        ("GET", "/assets/..%2Fstyle.css", 404),
        ("GET", "/attack/T9999", 404),
        ("GET", "/indicators", 404),
        ("GET", "/diff", 404),
        ("GET", "/diff?a=x&b=y", 404),
        ("POST", "/", 405),
        ("DELETE", rule, 405),
        ("GET", "/api/v1/event", 405),
        ("GET", "/api/v1/nothing", 404),
        ("GET", "/api/v2/rules", 404),
    ]

    @Test("what is not there is said", arguments: failures)
    func failure(method: String, address: String, status: Int) throws {
        let (response, text) = try test.get(address, method: method)
        #expect(response.status == status)
        if address.hasPrefix("/api/") {
            #expect(response.mediaType == "application/json")
            #expect(text.hasPrefix("{\"error\":{\"message\":"))
        } else {
            #expect(text.hasPrefix("<!doctype html>"))
        }
        #expect((status == 405) == response.fields.contains { $0.name == "allow" })
    }

    @Test("a rule is found by its own name too") func otherNames() throws {
        let (response, _) = try test.get("/rules/web.sendcommand")
        #expect(response.status == 303)
        #expect(response.fields.contains { $0 == ("location", Self.rule) })
    }

    /// What people and their programs put into search boxes.
    static let queries = [
        "' OR 1=1 --", "\"", "\"\"\"", "*", "-", "((((", "))))", "NEAR(a b)", "a AND", "OR", "NOT", "x:*", "rule_id:",
        "🦊", "%00",
        "\u{0}", "a\u{202E}b", "<script>alert(1)</script>", "'; DROP TABLE rule; --", "field:", ":", "::",
        "vendor:sigma,,panther",
        String(repeating: "technique:e ", count: 64), String(repeating: "tactic:execution ", count: 64),
        String(repeating: "a ", count: 3000), String(repeating: "(", count: 3000), "\\", "{{q}}", "severity:\"high",
    ]

    @Test("whatever is searched for, a page comes", arguments: queries)
    func search(query: String) throws {
        let address = "/search?q=" + SiteLinks.encoded(query)
        let (response, text) = try test.get(address)
        #expect(response.status == 200)
        #expect(!text.contains("<script>alert"))
        #expect(try test.get("/api/v1/rules?q=" + SiteLinks.encoded(query)).response.status == 200)
        #expect(try test.get("/gaps?q=" + SiteLinks.encoded(query)).response.status == 200)
    }

    @Test("pages of results end") func paging() throws {
        #expect(try test.get("/?page=2").text.contains("3 rules"))
        for page in ["0", "-1", "x", "99999999999999999999"] {
            #expect(try test.get("/search?page=\(page)").response.status == 200)
        }
    }

    // MARK: Events

    static let event = #"{"eventVersion":"1","eventSource":"ssm.amazonaws.com","eventName":"SendCommand"}"#

    static func form(_ event: String, log: String = "") -> String {
        "event=\(SiteLinks.encoded(event))&log=\(SiteLinks.encoded(log))"
    }

    @Test("an event is put to the rules") func events() throws {
        let (response, text) = try test.get("/event", method: "POST", body: Self.form(Self.event))
        #expect(response.status == 200)
        #expect(
            text.contains("<b>1</b>match") && text.contains("<b>1</b>cannot be told") && text.contains("<b>1</b>do not")
        )
        #expect(text.contains("← decides"))
        // What was sent is still there.
        #expect(text.contains("&quot;eventName&quot;:&quot;SendCommand&quot;"))
    }

    @Test("programs are told the same") func eventsForPrograms() throws {
        let (response, text) = try test.get("/api/v1/event", method: "POST", body: Self.event)
        #expect(response.status == 200)
        let report = try #require(try JSONSerialization.jsonObject(with: Data(text.utf8)) as? [String: Any])
        #expect(report["log"] as? String == "AWS.CloudTrail")
        #expect(report["matchingCount"] as? Int == 1)
        #expect(report["undecidedCount"] as? Int == 1)
        #expect(report["missingCount"] as? Int == 1)
        let missing = try #require((report["missing"] as? [[String: Any]])?.first)
        let deciding = try #require((missing["deciding"] as? [[String: Any]])?.first)
        #expect(deciding["text"] as? String == #"eventName eq "DeleteTrail""#)
        #expect(deciding["found"] as? String == #""SendCommand""#)
    }

    static let wrongEvents = [
        "", "[]", "{", "nonsense", "1", "{\"a\":}", String(repeating: "[", count: 100_000), "\u{0}",
    ]

    @Test("what is no event is said", arguments: wrongEvents)
    func wrongEvent(text: String) throws {
        let (response, page) = try test.get("/event", method: "POST", body: Self.form(text))
        #expect(response.status == 200)
        #expect(page.contains("cannot be put to rules"))
        #expect(try test.get("/api/v1/event", method: "POST", body: text).response.status == 400)
    }

    @Test("an event of a log that nobody reads has no verdict") func otherLog() throws {
        let (_, text) = try test.get("/event", method: "POST", body: Self.form("{\"a\":1}", log: "Okta.SystemLog"))
        #expect(text.contains("<b>0</b>match") && text.contains("<b>0</b>do not"))
    }

    // MARK: Export

    @Test("exported pages lead to each other and hold no script of their own") func export() throws {
        let written = Mutex<[String: String]>([:])
        let export = try SiteExport(test.store, work: Workers(2)) { path, bytes in
            written.withLock { $0[path] = String(decoding: bytes, as: UTF8.self) }
        }
        #expect(try export.run() == 3)
        let files = written.withLock { $0 }
        #expect(files["index.html"]?.contains("3 rules") == true)
        for (path, text) in files where path.hasSuffix(".html") {
            let folder = path.split(separator: "/").dropLast()
            for match in text.matches(of: #/(?:href|src|action)="([^"#:?]+)["#?]/#) {
                var parts = folder
                for step in match.1.split(separator: "/") {
                    if step == ".." { parts.removeLast() } else { parts.append(step) }
                }
                #expect(files[parts.joined(separator: "/")] != nil, "\(path): \(match.1)")
            }
        }
        #expect(files.keys.allSatisfy { !$0.split(separator: "/").contains("..") && !$0.hasPrefix("/") })
    }

    @Test("one thread and several export the same, and a folder that takes no more ends it") func exportWork() throws {
        let works: [any WorkSharing] = [WorkInOrder(), Workers(3)]
        let exports = try works.map { work in
            let files = Mutex<[String: [UInt8]]>([:])
            _ = try SiteExport(test.store, work: work) { path, bytes in files.withLock { $0[path] = bytes } }.run()
            return files.withLock { $0 }
        }
        #expect(exports[0] == exports[1])
        struct Full: Error {}
        for work in works {
            let export = try SiteExport(test.store, work: work) { path, _ in
                if path.hasPrefix("rules/") { throw Full() }
            }
            #expect(throws: Full.self) { try export.run() }
        }
    }

    @Test("counts that all pages show are read again when they are as old as the limit") func overviewAge() {
        #expect(Site.isFresh(.zero))
        #expect(Site.isFresh(.seconds(Site.overviewSeconds) - .nanoseconds(1)))
        #expect(!Site.isFresh(.seconds(Site.overviewSeconds)))
    }
}
