import Foundation
import Testing

@testable import Pipeline

@Suite struct InputPathTests {
    @Test("folders give their files in order, without hidden ones and linked folders") func folders() throws {
        let folder = try TemporaryFolder()
        for name in ["b/2", "b/10", "a", ".hidden", "b/.git/x", "Z", "c/d/e"] { _ = try folder.write(name, "{}".utf8) }
        try FileManager.default.createSymbolicLink(
            atPath: folder.url.appending(path: "loop").path,
            withDestinationPath: folder.url.path
        )
        try FileManager.default.createSymbolicLink(
            atPath: folder.url.appending(path: "linked").path,
            withDestinationPath: folder.url.appending(path: "a").path
        )
        let found = InputPath.expand([folder.url.path])
        let root = folder.url.path + "/"
        #expect(
            found.inputs.map { $0.name.replacingOccurrences(of: root, with: "") } == [
                "Z", "a", "b/10", "b/2", "c/d/e", "linked",
            ]
        )
        #expect(found.faults.isEmpty)
    }

    @Test("what is not there is a fault; - is standard input") func others() throws {
        let folder = try TemporaryFolder()
        let file = try folder.write("a", [])
        let found = InputPath.expand(["-", file, file + "-not"])
        #expect(found.inputs == [.standardInput, .file(file)])
        #expect(found.faults == [InputFault(.cannotOpen(2), path: file + "-not")])
    }

    @Test("depth and number of files are limited") func limits() throws {
        let folder = try TemporaryFolder()
        for name in ["1", "2", "d/3", "d/e/4"] { _ = try folder.write(name, []) }
        var limits = InputLimits()
        limits.directoryDepthMax = 2
        limits.fileCountMax = 4
        #expect(InputPath.expand([folder.url.path], limits: limits).faults.isEmpty)
        limits.directoryDepthMax = 1
        #expect(InputPath.expand([folder.url.path], limits: limits).faults.map(\.kind) == [.directoryDepth])
        limits.directoryDepthMax = 2
        limits.fileCountMax = 3
        let found = InputPath.expand([folder.url.path], limits: limits)
        #expect(found.inputs.count == 3)
        #expect(found.faults.map(\.kind) == [.fileCount])
    }
}
