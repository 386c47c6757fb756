/// What a server takes from its clients, and how long it waits for them.
package struct ServerLimits: Hashable, Sendable {
    /// Bytes of a request's body: an event, mostly.
    package var bodyBytesMax = 1024 * 1024
    /// Bytes of all header fields of a request.
    package var headerBytesMax = 32 * 1024
    /// Header fields of a request.
    package var headerCountMax = 100
    /// Bytes of a request's path and query.
    package var addressBytesMax = 8 * 1024
    /// Connections at once; further ones wait until one of these ends.
    package var connectionsMax = 4096
    /// Seconds from the opening of a connection, or from the last answer on it, until a request is there as a whole.
    package var requestSeconds = 20
    /// Seconds until a client has taken an answer.
    package var responseSeconds = 60
    /// Questions that wait for a thread; further ones are turned away.
    package var waitingMax = 512

    /// The defaults.
    package init() {}
}
