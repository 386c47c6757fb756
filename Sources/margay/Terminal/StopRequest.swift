import Pipeline

#if canImport(Glibc)
    import Glibc
#else
    import Darwin
#endif

/// Ctrl-C, and the request to end that a supervisor sends: the first ends the input, the second the process.
enum StopRequest {
    /// Raised by the first.
    static let signal = StopSignal()

    /// Takes SIGINT and SIGTERM from here on.
    static func install() {
        // The signal is made before a handler can need it: a handler must not wait for a lock.
        _ = signal.isRaised
        for number in [SIGINT, SIGTERM] {
            var action = sigaction()
            action.__sigaction_handler.sa_handler = { _ in StopRequest.signal.raise() }
            // The second one finds the default again.
            action.sa_flags = Int32(truncatingIfNeeded: SA_RESETHAND) | SA_RESTART
            sigaction(number, &action, nil)
        }
    }
}
