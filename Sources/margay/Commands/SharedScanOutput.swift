import Pipeline
import Synchronization

/// An output that goes from worker to worker.
final class SharedScanOutput: Sendable {
    private let output: Mutex<ScanOutput>

    init(_ output: consuming sending ScanOutput) { self.output = Mutex(output) }

    /// Takes what a batch gave; false if there is nobody to read more.
    func receive(_ result: BatchResult) -> Bool {
        output.withLock { output in
            output.receive(result)
            return output.writeFault == nil
        }
    }

    /// Lends the output.
    func withOutput<Result: Sendable>(_ body: (inout ScanOutput) -> Result) -> Result { output.withLock { body(&$0) } }
}
