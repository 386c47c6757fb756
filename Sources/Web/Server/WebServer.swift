import Dispatch
import Hummingbird
import HummingbirdCore
import Logging
import NIOCore
import ServiceLifecycle
import Synchronization
import UnixSignals

/// Serves a site over HTTP until it is told to stop.
package struct WebServer: Sendable {
    private let site: Site
    private let address: ListenAddress
    private let names: [String]
    private let limits: ServerLimits
    private let threadCount: Int

    /// A server of `site`.
    ///
    /// - Parameters:
    ///   - names: Names by which it is known beside those of this machine; see ``HostCheck``.
    ///   - threadCount: Threads that answer.
    package init(
        _ site: Site,
        at address: ListenAddress,
        names: [String] = [],
        limits: ServerLimits = ServerLimits(),
        threadCount: Int
    ) {
        self.site = site
        self.address = address
        self.names = names
        self.limits = limits
        self.threadCount = threadCount
    }

    /// Why a server cannot serve, in the words of the system.
    package struct Fault: Error {
        /// In a line for people.
        package var message: String
    }

    /// Serves until SIGTERM, SIGINT or `stop` says that it is enough; connections with a request are answered before they are closed.
    ///
    /// - Parameters:
    ///   - stop: Ends when the server is to stop; by default only signals stop it.
    ///   - onReady: Called when connections are taken, with the address: a port of 0 has become one.
    package func run(
        stop: @escaping @Sendable () async -> Void = { try? await Task.sleep(for: .seconds(1 << 31)) },
        onReady: @escaping @Sendable (ListenAddress) -> Void
    ) throws(Fault) {
        let threads = AnsweringThreads(count: threadCount, waitingMax: limits.waitingMax)
        let outcome = Outcome()
        threads.run { [self] in
            let ended = DispatchSemaphore(value: 0)
            let task = Task {
                do { try await serve(threads, stop, onReady) } catch {
                    outcome.fault.withLock { $0 = Fault(message: "\(error)") }
                }
                ended.signal()
            }
            ended.wait()
            withExtendedLifetime(task) {}
        }
        if let fault = outcome.fault.withLock({ $0 }) { throw fault }
    }

    /// How serving ended, told from the task that serves to the thread that waits for it.
    private final class Outcome: Sendable {
        let fault = Mutex<Fault?>(nil)
    }

    private func serve(
        _ threads: AnsweringThreads,
        _ stop: @escaping @Sendable () async -> Void,
        _ onReady: @escaping @Sendable (ListenAddress) -> Void
    ) async throws {
        // The library tells of every connection; what people need to know the command says.
        var logger = Logger(label: "margay")
        logger.logLevel = .error
        let responder = SiteResponder(
            site: site,
            threads: threads,
            limits: limits,
            hosts: HostCheck(address, names: names)
        )
        let limits = limits
        let application = Application(
            responder: responder,
            server: .http1(
                configuration: HTTP1Channel.Configuration(
                    additionalChannelHandlers: [ConnectionDeadline(limits)],
                    httpDecoderConfiguration: .init(
                        maxHeaderFieldSize: limits.headerBytesMax,
                        maxHeaderListSize: limits.headerBytesMax,
                        maxHeaderFieldCount: limits.headerCountMax
                    )
                )
            ),
            configuration: ApplicationConfiguration(
                address: .hostname(address.host, port: address.port),
                backlog: 1024,
                availableConnectionsDelegate: MaximumAvailableConnections(limits.connectionsMax)
            ),
            onServerRunning: { channel in
                let port = channel.localAddress?.port ?? address.port
                onReady(ListenAddress(host: address.host, port: port))
            },
            logger: logger
        )
        let group = ServiceGroup(
            configuration: .init(
                services: [
                    .init(service: application),
                    .init(service: Notice(site: site)),
                    .init(service: Stop(stop: stop), successTerminationBehavior: .gracefullyShutdownGroup),
                ],
                gracefulShutdownSignals: [.sigterm, .sigint],
                logger: logger
            )
        )
        try await group.run()
    }

    /// Has the site say that it is not ready once the server is about to stop.
    private struct Notice: Service {
        let site: Site

        func run() async throws {
            try? await gracefulShutdown()
            site.stop()
        }
    }

    /// Stops the server from within the process.
    private struct Stop: Service {
        let stop: @Sendable () async -> Void

        func run() async throws { await cancelWhenGracefulShutdown { await stop() } }
    }
}
