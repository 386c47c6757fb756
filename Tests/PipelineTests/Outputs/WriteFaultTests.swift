import Foundation
import Pipeline
import Testing

@Suite struct WriteFaultTests {
    static let reasons: [(fault: WriteFault, reason: String)] = [
        (.closed, "nobody reads it"), (.system(ENOENT), "No such file or directory"),
        (.system(EACCES), "Permission denied"),
    ]

    @Test("why it could not be written, in words", arguments: reasons)
    func reason(_ row: (fault: WriteFault, reason: String)) { #expect(row.fault.reason == row.reason) }

    @Test("bytes are written, none too", arguments: [0, 1, 1 << 20]) func written(_ count: Int) throws {
        let folder = try TemporaryFolder()
        let path = folder.url.appending(path: "out").path
        let descriptor = open(path, O_WRONLY | O_CREAT, 0o600)
        let bytes = (0..<count).map { UInt8(truncatingIfNeeded: $0) }
        #expect(bytes.withUnsafeBytes { $0.write(to: descriptor) } == nil)
        close(descriptor)
        #expect(try Array(Data(contentsOf: URL(filePath: path))) == bytes)
    }

    @Test("what refuses bytes is a fault; nothing is refused by nothing", arguments: [0, 1]) func refused(_ count: Int)
    {
        let bytes = [UInt8](repeating: 0, count: count)
        #expect(bytes.withUnsafeBytes { $0.write(to: -1) } == (count == 0 ? nil : .system(EBADF)))
        let full = open("/dev/full", O_WRONLY)
        guard full >= 0 else { return }
        #expect(bytes.withUnsafeBytes { $0.write(to: full) } == (count == 0 ? nil : .system(ENOSPC)))
        close(full)
    }
}
