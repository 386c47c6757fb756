package import Events
package import PythonRuntime

/// How a scan is run.
package struct ScanOptions: Sendable {
    /// The log type of events that do not say theirs.
    package var logType = LogSchema.cloudTrail.logType
    /// Whether rules see the time of each event or the wall clock.
    package var usesEventTime = true
    /// Seconds since 1970 at which the scan began: the time of parsing, and of events that have none. Every machine of a
    /// scan gets the same. Nil for the time at which the machine is made.
    package var startTime: Double?
    package var limits = Limits()
    /// Seeds the hashes of strings; see ``RuleHost``.
    package var hashSeed = Environment.hashSeedDefault
    package var tapeLimits = TapeLimits()
    /// Whether disabled detections run too.
    package var includesDisabled = false

    /// Whether rules are run only on events that their conditions do not rule out. Changes nothing but the time.
    package var routes = true
    /// Gives the nanoseconds of a clock that only goes forward; rules are timed if there is one.
    package var stopwatch: (@Sendable () -> UInt64)?

    package init() {}
}
