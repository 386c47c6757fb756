import Engine
import Events

extension Scanner {
    /// Scans an event that is written as text, as ``scan(_:record:emit:)`` does.
    mutating func scan(event: String, record: Int, emit: (ScanMatch) -> Void) throws(TapeFault) {
        let bytes = Array(event.utf8) + [UInt8](repeating: 0, count: Tape.paddingByteCount)
        let outcome: Result<Bool, TapeFault> = bytes.withUnsafeBytes { buffer in
            let text = UnsafeRawBufferPointer(rebasing: buffer.dropLast(Tape.paddingByteCount))
            do throws(TapeFault) {
                return .success(try scan(text, record: record, emit: emit))
            } catch {
                return .failure(error)
            }
        }
        _ = try outcome.get()
    }
}
