import Diagnostics
import Engine
import Pipeline

/// Tells people what could not be read of their inputs, and what that makes of the exit code.
struct FaultTelling {
    private let renderer = Renderer(usesColor: Terminal.showsColor(2))
    /// What could not be read, told or not.
    private(set) var count = 0
    /// Whether an input could not be read to its end.
    private(set) var hasEndedInput = false

    /// The exit code of a command that did what it could.
    var status: ExitStatus { hasEndedInput ? .input : .success }

    /// Counts a fault, and tells it if it is one of the first: a file of garbage would say the same a million times.
    ///
    /// - Parameter prepare: Is called before something is written.
    mutating func tell(_ fault: InputFault, prepare: () -> Void = {}) {
        count += 1
        hasEndedInput = hasEndedInput || fault.endsInput
        guard count <= ScanStatistics.faultsShownMax else { return }
        prepare()
        Terminal.writeError(renderer.render(.input(fault)) + "\n")
    }

    /// Tells the first faults of a tally, and counts the rest with them.
    mutating func tell(_ tally: InputFaultTally) {
        for fault in tally.first { tell(fault) }
        count += tally.count - tally.first.count
        hasEndedInput = hasEndedInput || tally.hasEndedInput
    }
}
