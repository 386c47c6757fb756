import ExtractionSupport
import Formats
import Foundation
import Pipeline

/// Events almost like those of a pack's tests, one a line on standard output: `MargayBenchmarks mutations PACK COUNT [SALT]`.
///
/// `scripts/soundness` scans them in several ways that must agree.
enum MutationWriter {
    static func run(folder: String, count: Int, salt: Int) {
        let pack = RuleFormats.load(roots: ["."], files: DiskFiles(currentDirectory: folder))
        var buffer: [UInt8] = []
        func flush() {
            try? FileHandle.standardOutput.write(contentsOf: buffer)
            buffer.removeAll(keepingCapacity: true)
        }
        MutatedEvents(pack).write(count, salt: salt) { line in
            buffer += line
            buffer.append(UInt8(ascii: "\n"))
            if buffer.count > 1 << 20 { flush() }
        }
        flush()
    }
}
