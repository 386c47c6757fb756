/// The names by which a server is known.
///
/// A page from elsewhere can have its own name point at the loopback address, and so read what answers there. A server that only
/// this machine can reach therefore answers requests for the names of this machine only, and for those it is told.
struct HostCheck: Sendable {
    private let names: Set<String>
    private let takesAll: Bool

    /// The names of a server that listens at `address` and is known by `names` as well.
    init(_ address: ListenAddress, names: [String]) {
        self.names = Set(["localhost", "127.0.0.1", "::1", address.host.lowercased()] + names.map { $0.lowercased() })
        takesAll = !address.isLoopback && names.isEmpty
    }

    /// Whether a request for `authority`, a name with or without a port, is for this server.
    func accepts(_ authority: String?) -> Bool {
        if takesAll { return true }
        guard let authority, !authority.isEmpty else { return false }
        var host = authority[...]
        if host.hasPrefix("[") {
            guard let end = host.firstIndex(of: "]") else { return false }
            host = host[host.index(after: host.startIndex)..<end]
        } else if let colon = host.lastIndex(of: ":") {
            host = host[..<colon]
        }
        return names.contains(host.lowercased())
    }
}
