import ArgumentParser
import Pipeline

#if canImport(Glibc)
    import Glibc
#else
    import Darwin
#endif

/// Exit codes that scripts may rely on.
enum ExitStatus: Int32 {
    case success = 0
    /// A test failed, or a file of the pack is invalid.
    case failure = 1
    case usage = 2
    /// An input could not be read, or the output not written.
    case input = 3
    /// A defect of ours.
    case defect = 70
    /// Ended by Ctrl-C, as shells have it: 128 and the signal's number.
    case interrupted = 130
}

/// What the process knows of who reads its output.
enum Terminal {
    /// Whether a descriptor goes to a terminal that shows colours: not with `NO_COLOR`, nor with `TERM=dumb`.
    static func showsColor(_ descriptor: Int32) -> Bool {
        guard isatty(descriptor) == 1, getenv("NO_COLOR") == nil else { return false }
        guard let term = getenv("TERM") else { return false }
        return String(cString: term) != "dumb"
    }

    /// Whether standard output goes to a terminal.
    static var isInteractive: Bool { isatty(STDOUT_FILENO) == 1 }

    /// Columns to write in: those of the terminal on standard output, else what `COLUMNS` says, else 0 for no limit.
    static var columns: Int {
        var size = winsize()
        if ioctl(STDOUT_FILENO, UInt(TIOCGWINSZ), &size) == 0, size.ws_col > 0 { return Int(size.ws_col) }
        guard let text = getenv("COLUMNS"), let columns = Int(String(cString: text)) else { return 0 }
        return (1...10_000).contains(columns) ? columns : 0
    }

    /// What the environment says of a name; nil where it says nothing.
    static func variable(_ name: String) -> String? { getenv(name).map { String(cString: $0) } }

    static func writeOutput(_ text: String) { write(text, STDOUT_FILENO) }

    static func writeError(_ text: String) { write(text, STDERR_FILENO) }

    private static func write(_ text: String, _ descriptor: Int32) {
        var text = text
        // There is nowhere left to say that it could not be written.
        _ = text.withUTF8 { UnsafeRawBufferPointer($0).write(to: descriptor) }
    }

    static func exit(_ status: ExitStatus) -> Never {
        #if canImport(Glibc)
            Glibc.exit(status.rawValue)
        #else
            Darwin.exit(status.rawValue)
        #endif
    }

    /// Seconds since 1970.
    @Sendable static func wallClock() -> Double {
        var time = timespec()
        clock_gettime(CLOCK_REALTIME, &time)
        return Double(time.tv_sec) + Double(time.tv_nsec) / 1e9
    }

    /// Seconds of a clock that only goes forward.
    static func steadyClock() -> Double {
        var time = timespec()
        clock_gettime(CLOCK_MONOTONIC, &time)
        return Double(time.tv_sec) + Double(time.tv_nsec) / 1e9
    }

    /// Nanoseconds of a clock that only goes forward.
    static func steadyNanoseconds() -> UInt64 {
        var time = timespec()
        clock_gettime(CLOCK_MONOTONIC, &time)
        return UInt64(truncatingIfNeeded: time.tv_sec) &* 1_000_000_000 &+ UInt64(truncatingIfNeeded: time.tv_nsec)
    }

    /// Nanoseconds that all threads of this process have computed.
    static func processorNanoseconds() -> UInt64 {
        var time = timespec()
        clock_gettime(CLOCK_PROCESS_CPUTIME_ID, &time)
        return UInt64(truncatingIfNeeded: time.tv_sec) &* 1_000_000_000 &+ UInt64(truncatingIfNeeded: time.tv_nsec)
    }

    /// What one look at the clock costs, in nanoseconds.
    static var stopwatchCost: Double {
        let count = 10_000
        let started = steadyNanoseconds()
        for _ in 0..<count { _ = steadyNanoseconds() }
        return Double(steadyNanoseconds() &- started) / Double(count)
    }

    /// The process's environment, for `os.environ` of rules: nothing of it but the region, which helpers ask for.
    static var ruleVariables: [String: String] {
        guard let region = getenv("AWS_REGION") else { return [:] }
        return ["AWS_REGION": String(cString: region)]
    }
}
