#if canImport(Glibc)
    import Glibc
#else
    import Darwin
#endif

/// Ctrl-C, and the signal that asks a process to end, taken when a command has time for them: what it is doing is done to its end.
enum Interruption {
    private static func signals() -> sigset_t {
        var set = sigset_t()
        sigemptyset(&set)
        sigaddset(&set, SIGINT)
        sigaddset(&set, SIGTERM)
        return set
    }

    /// Holds the signals back from now on, in this thread and those it starts.
    static func hold() {
        var set = signals()
        pthread_sigmask(SIG_BLOCK, &set, nil)
    }

    /// Waits for so many seconds, or until one of the signals is there, also one that came before; whether one is.
    static func wait(seconds: Double) -> Bool {
        var set = signals()
        var time = timespec()
        time.tv_sec = Int(seconds)
        time.tv_nsec = Int((seconds - Double(time.tv_sec)) * 1e9)
        #if canImport(Glibc)
            return sigtimedwait(&set, nil, &time) > 0
        #else
            nanosleep(&time, nil)
            var pending = sigset_t()
            sigpending(&pending)
            return sigismember(&pending, SIGINT) == 1 || sigismember(&pending, SIGTERM) == 1
        #endif
    }
}
