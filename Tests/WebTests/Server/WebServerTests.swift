import Foundation
import Synchronization
import Testing

@testable import Web

/// The server on a real socket: `make test-server`.
///
/// By themselves only: a server is served by the threads on which all tests of a process run, and suites that compute for
/// minutes leave it none.
@Suite(.serialized, .enabled(if: ProcessInfo.processInfo.environment["MARGAY_SERVER_TESTS"] == "1"))
struct WebServerTests {
    /// Runs a server while `body` talks to its port, stops it and waits until it has stopped.
    static func serve(limits: ServerLimits = ServerLimits(), _ body: @escaping @Sendable (Int) throws -> Void) throws {
        let test = try TestSite.shared.get()
        let server = WebServer(
            Site(test.store),
            at: ListenAddress(host: "127.0.0.1", port: 0),
            limits: limits,
            threadCount: 2
        )
        let outcome = Mutex<Result<Void, any Error>?>(nil)
        let (stop, stopper) = AsyncStream.makeStream(of: Void.self)
        try server.run(stop: { for await _ in stop {} }) { address in
            Thread.detachNewThread {
                let result = Result { try body(address.port) }
                outcome.withLock { $0 = result }
                stopper.finish()
            }
        }
        try #require(outcome.withLock { $0 }).get()
    }

    /// Sends one request and gives the answer: its head and its body.
    static func ask(_ port: Int, _ request: String) throws -> (head: String, body: String) {
        let connection = try #require(Connection(port: port))
        defer { connection.close() }
        connection.send(request)
        let answer = connection.receive()
        let end = try #require(answer.range(of: "\r\n\r\n"), "\(answer)")
        return (answer[..<end.lowerBound].lowercased(), String(answer[end.upperBound...]))
    }

    static func get(_ path: String, _ fields: String = "", method: String = "GET") -> String {
        "\(method) \(path) HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\(fields)\r\n"
    }

    @Test("a page comes with all that keeps a browser from harm") func fields() throws {
        try Self.serve { port in
            let (head, body) = try Self.ask(port, Self.get("/"))
            #expect(head.hasPrefix("http/1.1 200"))
            #expect(body.hasSuffix("</html>\n"))
            for field in [
                "content-security-policy: default-src 'none'", "x-content-type-options: nosniff",
                "x-frame-options: deny",
                "referrer-policy: no-referrer", "content-type: text/html; charset=utf-8", "etag: \"",
                "cache-control: no-cache",
            ] { #expect(head.contains(field), "\(field)") }
            #expect(!head.contains("server:"))
        }
    }

    @Test("HEAD has no body, what is known is not sent again, a stranger's name is refused") func answers() throws {
        try Self.serve { port in
            let (head, body) = try Self.ask(port, Self.get("/event", method: "HEAD"))
            #expect(head.hasPrefix("http/1.1 200") && body.isEmpty)
            let length = try #require(head.firstMatch(of: #/content-length: (\d+)/#))
            #expect(length.1 != "0")
            let tag = try #require(head.firstMatch(of: #/etag: ("[0-9a-f]+")/#))
            let again = try Self.ask(port, Self.get("/event", "If-None-Match: W/\(tag.1), \"x\"\r\n"))
            #expect(again.head.hasPrefix("http/1.1 304") && again.body.isEmpty)
            let changed = try Self.ask(port, Self.get("/event", "If-None-Match: \"x\"\r\n"))
            #expect(changed.head.hasPrefix("http/1.1 200"))
            let stranger = "GET / HTTP/1.1\r\nHost: evil.test\r\nConnection: close\r\n\r\n"
            #expect(try Self.ask(port, stranger).head.hasPrefix("http/1.1 421"))
            #expect(try Self.ask(port, Self.get("/livez")).body == "ok\n")
            #expect(try Self.ask(port, Self.get("/readyz")).body == "ready\n")
            let metrics = try Self.ask(port, Self.get("/metrics")).body
            #expect(metrics.contains("margay_catalog_rules 3"))
            #expect(metrics.contains("margay_http_request_seconds_count{route=\"/event\",status=\"200\"} 2"))
        }
    }

    @Test("at the limit a request is taken, past it it is not") func limits() throws {
        var limits = ServerLimits()
        limits.bodyBytesMax = 2000
        limits.addressBytesMax = 200
        limits.headerBytesMax = 2000
        try Self.serve(limits: limits) { port throws in
            func post(_ count: Int) throws -> String {
                let body = "{\"a\":\"" + String(repeating: "x", count: count - 8) + "\"}"
                return try Self.ask(
                    port,
                    Self.get("/api/v1/event", "Content-Length: \(count)\r\n", method: "POST") + body
                ).head
            }
            #expect(try post(2000).hasPrefix("http/1.1 200"))
            #expect(try post(2001).hasPrefix("http/1.1 413"))
            let path = "/search?q=" + String(repeating: "x", count: 190)
            #expect(try Self.ask(port, Self.get(path)).head.hasPrefix("http/1.1 200"))
            #expect(try Self.ask(port, Self.get(path + "x")).head.hasPrefix("http/1.1 414"))
            let field = "X: " + String(repeating: "x", count: 1500) + "\r\n"
            #expect(try Self.ask(port, Self.get("/livez", field)).head.hasPrefix("http/1.1 200"))
            let long = "X: " + String(repeating: "x", count: 3000) + "\r\n"
            #expect(try Self.ask(port, Self.get("/livez", long)).head.hasPrefix("http/1.1 4"))
        }
    }

    @Test("header fields: as many as the limit, and one more", arguments: [0, 1]) func headerCount(past: Int) throws {
        var limits = ServerLimits()
        limits.headerCountMax = 10
        try Self.serve(limits: limits) { [limits] port in
            // `Host` and `Connection` are two of them.
            let fields = (2..<limits.headerCountMax + past).map { "X-\($0): x\r\n" }.joined()
            let head = try Self.ask(port, Self.get("/livez", fields)).head
            #expect(head.hasPrefix(past == 0 ? "http/1.1 200" : "http/1.1 4"), "\(head)")
        }
    }

    @Test("connections: as many as the limit at once; the next waits until one ends", arguments: [0, 1])
    func connections(past: Int) throws {
        var limits = ServerLimits()
        limits.connectionsMax = 3
        try Self.serve(limits: limits) { [limits] port in
            // They say nothing, and are there.
            let idle = try (1..<limits.connectionsMax + past).map { _ in try #require(Connection(port: port)) }
            Thread.sleep(forTimeInterval: 0.3)
            let start = ContinuousClock.now
            Thread.detachNewThread {
                Thread.sleep(forTimeInterval: 2)
                for connection in idle { connection.close() }
            }
            #expect(try Self.ask(port, Self.get("/livez")).body == "ok\n")
            #expect((ContinuousClock.now - start > .seconds(1.5)) == (past == 1))
            Thread.sleep(forTimeInterval: 2)
        }
    }

    static let nonsense = [
        "\r\n\r\n", "GET\r\n\r\n", "GET / HTTP/9.9\r\n\r\n", "\u{0}\u{1}\u{2}\r\n\r\n",
        "GET /%zz HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n",
        "GET / HTTP/1.1\r\n\r\n", "POST /event HTTP/1.1\r\nHost: localhost\r\nContent-Length: -1\r\n\r\n",
        "POST /event HTTP/1.1\r\nHost: localhost\r\nTransfer-Encoding: chunked\r\n\r\nzz\r\n",
    ]

    @Test("nonsense is refused, and the server goes on") func refuses() throws {
        try Self.serve { port in
            for text in Self.nonsense {
                let connection = try #require(Connection(port: port))
                connection.send(text)
                let answer = connection.receive()
                #expect(
                    answer.isEmpty || answer.hasPrefix("HTTP/1.1 4"),
                    "\(text.debugDescription): \(answer.prefix(80))"
                )
                connection.close()
            }
            #expect(try Self.ask(port, Self.get("/livez")).body == "ok\n")
        }
    }

    @Test("slow clients are let go, and hold nobody up") func slowness() throws {
        var limits = ServerLimits()
        limits.requestSeconds = 2
        try Self.serve(limits: limits) { port in
            var slow: [Connection] = []
            defer { for connection in slow { connection.close() } }
            for number in 0..<200 {
                let connection = try #require(Connection(port: port))
                // Some send nothing, some a beginning, some a body that does not end.
                if number % 3 == 1 { connection.send("GET / HTTP/1.1\r\nHost: loc") }
                if number % 3 == 2 {
                    connection.send("POST /event HTTP/1.1\r\nHost: localhost\r\nContent-Length: 900\r\n\r\nevent=")
                }
                slow.append(connection)
            }
            let start = ContinuousClock.now
            #expect(try Self.ask(port, Self.get("/")).head.hasPrefix("http/1.1 200"))
            #expect(ContinuousClock.now - start < .seconds(2))
            // A drop now and then buys no time.
            for _ in 0..<10 {
                Thread.sleep(forTimeInterval: 0.3)
                for connection in slow { connection.send("x") }
            }
            for connection in slow.prefix(30) { _ = connection.receive() }
            #expect(ContinuousClock.now - start < .seconds(15))
        }
    }

    @Test("a server that stops answers what was asked") func stops() throws {
        let late = Mutex<Connection?>(nil)
        try Self.serve { port in
            let connection = try #require(Connection(port: port))
            connection.send(Self.get("/"))
            // It has to have arrived: what is still on its way when the server stops nobody has asked.
            Thread.sleep(forTimeInterval: 0.3)
            late.withLock { $0 = connection }
        }
        let connection = try #require(late.withLock { $0 })
        #expect(connection.receive().hasSuffix("</html>\n"))
        connection.close()
    }

    @Test("an address that is taken is said") func taken() throws {
        let test = try TestSite.shared.get()
        try Self.serve { port in
            let second = WebServer(Site(test.store), at: ListenAddress(host: "127.0.0.1", port: port), threadCount: 1)
            #expect(throws: WebServer.Fault.self) { try second.run { _ in } }
        }
    }
}
