import NIOCore
import NIOHTTPTypes

/// Ends a connection whose client is slow: one that sends a request drop by drop, sends none, or does not take its answer.
///
/// There is one clock at a time. It runs for a request from the opening of the connection, or from the end of the last answer, and
/// for an answer from the end of the request. Progress in between does not set it back, so that no client can hold a connection by
/// a byte now and then.
final class ConnectionDeadline: ChannelDuplexHandler, RemovableChannelHandler {
    typealias InboundIn = HTTPRequestPart
    typealias InboundOut = HTTPRequestPart
    typealias OutboundIn = HTTPResponsePart
    typealias OutboundOut = HTTPResponsePart

    private let requestTime: TimeAmount
    private let responseTime: TimeAmount
    private var clock: Scheduled<Void>?

    init(_ limits: ServerLimits) {
        requestTime = .seconds(Int64(limits.requestSeconds))
        responseTime = .seconds(Int64(limits.responseSeconds))
    }

    func handlerAdded(context: ChannelHandlerContext) {
        if context.channel.isActive { start(requestTime, context) }
    }

    func channelActive(context: ChannelHandlerContext) {
        start(requestTime, context)
        context.fireChannelActive()
    }

    func channelInactive(context: ChannelHandlerContext) {
        clock?.cancel()
        context.fireChannelInactive()
    }

    func handlerRemoved(context: ChannelHandlerContext) { clock?.cancel() }

    func channelRead(context: ChannelHandlerContext, data: NIOAny) {
        if case .end = unwrapInboundIn(data) { start(responseTime, context) }
        context.fireChannelRead(data)
    }

    func write(context: ChannelHandlerContext, data: NIOAny, promise: EventLoopPromise<Void>?) {
        guard case .end = unwrapOutboundIn(data) else { return context.write(data, promise: promise) }
        let taken = promise ?? context.eventLoop.makePromise()
        let loop = context.loopBound
        taken.futureResult.assumeIsolated().whenSuccess { self.start(self.requestTime, loop.value) }
        context.write(data, promise: taken)
    }

    private func start(_ time: TimeAmount, _ context: ChannelHandlerContext) {
        clock?.cancel()
        let loop = context.loopBound
        clock = context.eventLoop.assumeIsolated().scheduleTask(in: time) { loop.value.close(promise: nil) }
    }
}
