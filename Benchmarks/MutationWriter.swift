import ExtractionSupport
import Formats
import Pipeline

#if canImport(Glibc)
    import Glibc
#else
    import Darwin
#endif

/// Events almost like those of a pack's tests, one a line on standard output: `MargayBenchmarks mutations PACK COUNT [SALT]`.
///
/// `scripts/soundness` scans them in several ways that must agree.
enum MutationWriter {
    static func run(folder: String, count: Int, salt: Int) {
        let pack = RuleFormats.load(roots: ["."], files: DiskFiles(currentDirectory: folder))
        var buffer: [UInt8] = []
        func flush() {
            buffer.withUnsafeBytes { _ = fwrite($0.baseAddress, 1, $0.count, stdout) }
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
