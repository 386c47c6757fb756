import Foundation
public import Testing

/// Compares `actual` with the file `Golden/<name>` beside the test; `make golden` rewrites it.
///
/// A missing file is a failure too, so a new test cannot pass unseen.
public func expectGolden(
    _ name: String,
    _ actual: String,
    testFile: String = #filePath,
    sourceLocation: SourceLocation = #_sourceLocation
) throws {
    let file = URL(filePath: testFile).deletingLastPathComponent().appending(path: "Golden/\(name)")
    if ProcessInfo.processInfo.environment["UPDATE_GOLDEN"] == "1" {
        try FileManager.default.createDirectory(at: file.deletingLastPathComponent(), withIntermediateDirectories: true)
        try Data(actual.utf8).write(to: file)
        return
    }
    let expected = (try? String(contentsOf: file, encoding: .utf8)) ?? "(no golden file)"
    #expect(actual == expected, "run `make golden`, then read the diff", sourceLocation: sourceLocation)
}
