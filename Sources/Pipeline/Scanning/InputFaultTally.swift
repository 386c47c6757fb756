import Engine

/// What could not be read of some inputs: how much, and the first few of it, to be told when nobody measures any more.
package struct InputFaultTally: Sendable {
    /// All of it.
    package private(set) var count = 0
    /// The first of it in input order, at most ``ScanStatistics/faultsShownMax``.
    package private(set) var first: [InputFault] = []
    /// Whether an input could not be read to its end.
    package private(set) var hasEndedInput = false

    /// Nothing.
    init() {}

    /// Takes what could not be read of a batch of events from `inputs`. Looks at no event that could.
    mutating func note(_ result: BatchResult, _ inputs: [InputPath]) {
        let new = result.batch.faults.count + result.faults.count
        guard new > 0 else { return }
        count += new
        hasEndedInput = hasEndedInput || result.batch.faults.contains { $0.fault.endsInput }
        let room = ScanStatistics.faultsShownMax - first.count
        guard room > 0 else { return }
        first += result.inputFaults(inputs).prefix(room).map(\.fault)
    }
}
