import ArgumentParser
import CatalogStore
import Diagnostics
import Glibc
import Pipeline
import Web

/// `margay serve`: the catalogue in a browser.
struct ServeCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "serve",
        abstract: "Show the catalogue in a browser, and answer programs.",
        discussion: """
            Serves the pages of a catalogue that `margay catalog build` made. A catalogue that is built anew is shown as soon \
            as it is whole; nothing has to be started again.

              margay serve
              margay serve --db rules.db --listen 127.0.0.1:9000

            By default only this machine can reach it. It asks nobody who they are: whoever can reach it can read the rules, \
            and paste events, which are not kept. Programs find what they can ask at /api/v1/openapi.json; /livez, /readyz and \
            /metrics are for whoever watches the server. SIGTERM and Ctrl-C stop it once what was asked has been answered.
            """
    )

    @OptionGroup var catalog: CatalogOptions

    @Option(help: ArgumentHelp("Where to listen; port 0 takes a free one.", valueName: "address:port"))
    var listen = ListenAddress.standard.description

    @Option(
        name: .customLong("host"),
        parsing: .singleValue,
        help: ArgumentHelp(
            "A name by which browsers reach it, such as that of a proxy; may be repeated.",
            valueName: "name"
        )
    )
    var hosts: [String] = []

    @Option(help: "Threads that answer.")
    var workers: Int = Processors.usableCount

    func validate() throws {
        guard ListenAddress(listen) != nil else {
            throw ValidationError("--listen takes ADDRESS:PORT, such as 127.0.0.1:8080")
        }
        guard (1...OrderedPipeline.workersMax).contains(workers) else {
            throw ValidationError("--workers must be from 1 to \(OrderedPipeline.workersMax)")
        }
    }

    func run() throws {
        guard let address = ListenAddress(listen) else { return }
        try catalog.reading { store in
            Self.raiseFileLimit()
            let server = WebServer(Site(store), at: address, names: hosts, threadCount: workers)
            do throws(WebServer.Fault) {
                try server.run { address in
                    Terminal.writeError("margay: http://\(address)/  (Ctrl-C stops)\n")
                    if !address.isLoopback {
                        Terminal.writeError("margay: everybody who can reach \(address) can read the catalogue\n")
                    }
                }
                return .success
            } catch {
                Terminal.writeError("margay: cannot serve at \(address): \(TerminalText.escape(error.message))\n")
                return .input
            }
        }
    }

    /// Each connection is a file; systems let a program have few unless it asks.
    private static func raiseFileLimit() {
        var limit = rlimit()
        guard getrlimit(__rlimit_resource_t(RLIMIT_NOFILE.rawValue), &limit) == 0 else { return }
        limit.rlim_cur = limit.rlim_max
        setrlimit(__rlimit_resource_t(RLIMIT_NOFILE.rawValue), &limit)
    }
}
