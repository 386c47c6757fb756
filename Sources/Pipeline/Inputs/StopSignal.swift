import Synchronization

/// Says to whoever reads that nobody wants more: the output is closed, or somebody pressed Ctrl-C.
package final class StopSignal: Sendable {
    private let raised = Atomic(false)

    /// A signal that is not raised.
    package init() {}

    /// Whether to end.
    package var isRaised: Bool { raised.load(ordering: .relaxed) }

    /// Raises it, for good. May be called in a signal handler.
    package func raise() { raised.store(true, ordering: .relaxed) }
}
