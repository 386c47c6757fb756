import HTTPTypes
import NIOCore
import NIOEmbedded
import NIOHTTPTypes
import Testing

@testable import Web

/// How long clients may take, on a connection whose clock the test moves.
@Suite struct ConnectionDeadlineTests {
    private static let instant = TimeAmount.nanoseconds(1)

    private static func open(_ limits: ServerLimits) throws -> EmbeddedChannel {
        let channel = EmbeddedChannel(handler: ConnectionDeadline(limits))
        try channel.connect(to: SocketAddress(ipAddress: "127.0.0.1", port: 1)).wait()
        #expect(channel.isActive)
        return channel
    }

    private static func end(_ channel: EmbeddedChannel) { _ = try? channel.finish(acceptAlreadyClosed: true) }

    /// The connection is there up to the last instant of `seconds`, and has gone with it.
    private static func expectEnd(_ channel: EmbeddedChannel, after seconds: Int) {
        channel.embeddedEventLoop.advanceTime(by: .seconds(Int64(seconds)) - instant)
        #expect(channel.isActive)
        channel.embeddedEventLoop.advanceTime(by: instant)
        #expect(!channel.isActive)
    }

    private static let head = HTTPRequestPart.head(HTTPRequest(method: .post, scheme: nil, authority: nil, path: "/"))

    @Test("a request is there as a whole in time; a part of it buys none") func request() throws {
        let limits = ServerLimits()
        let channel = try Self.open(limits)
        defer { Self.end(channel) }
        channel.embeddedEventLoop.advanceTime(by: .seconds(Int64(limits.requestSeconds) / 2))
        try channel.writeInbound(Self.head)
        try channel.writeInbound(HTTPRequestPart.body(ByteBuffer(string: "a")))
        Self.expectEnd(channel, after: limits.requestSeconds - limits.requestSeconds / 2)
    }

    @Test("an answer is taken in time; a part of it buys none") func response() throws {
        let limits = ServerLimits()
        let channel = try Self.open(limits)
        defer { Self.end(channel) }
        channel.embeddedEventLoop.advanceTime(by: .seconds(Int64(limits.requestSeconds)) - Self.instant)
        try channel.writeInbound(HTTPRequestPart.end(nil))
        channel.embeddedEventLoop.advanceTime(by: .seconds(Int64(limits.responseSeconds) / 2))
        try channel.writeOutbound(HTTPResponsePart.body(ByteBuffer(string: "a")))
        Self.expectEnd(channel, after: limits.responseSeconds - limits.responseSeconds / 2)
    }

    @Test("after an answer there is time for the next request") func next() throws {
        let limits = ServerLimits()
        let channel = try Self.open(limits)
        defer { Self.end(channel) }
        try channel.writeInbound(HTTPRequestPart.end(nil))
        channel.embeddedEventLoop.advanceTime(by: .seconds(Int64(limits.responseSeconds)) - Self.instant)
        try channel.writeOutbound(HTTPResponsePart.end(nil))
        Self.expectEnd(channel, after: limits.requestSeconds)
    }
}
