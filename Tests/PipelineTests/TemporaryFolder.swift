import Foundation
import TestSupport
import Testing

/// A folder that goes with the test that made it.
final class TemporaryFolder {
    let url: URL

    init() throws {
        url = FileManager.default.temporaryDirectory.appending(path: "margay-pipeline-\(UUID().uuidString)")
        try FileManager.default.createDirectory(at: url, withIntermediateDirectories: true)
    }

    deinit { try? FileManager.default.removeItem(at: url) }

    /// Writes a file, and the folders above it, and returns its path.
    func write(_ name: String, _ bytes: some Sequence<UInt8>) throws -> String {
        let file = url.appending(path: name)
        try FileManager.default.createDirectory(at: file.deletingLastPathComponent(), withIntermediateDirectories: true)
        try Data(bytes).write(to: file)
        return file.path
    }

    /// The gzip form of `bytes`, as the command makes it.
    func gzip(_ bytes: some Sequence<UInt8>) throws -> [UInt8] {
        let path = try write("plain-\(UUID().uuidString)", bytes)
        let command = try #require(find(command: "gzip"), "these tests need the command gzip")
        #expect(try run(command, ["-n", path]).status == 0)
        return Array(try Data(contentsOf: URL(filePath: path + ".gz")))
    }
}
