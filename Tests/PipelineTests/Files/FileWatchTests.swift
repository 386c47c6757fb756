import Foundation
import Pipeline
import Testing

@Suite struct FileWatchTests {
    @Test("files that change, come and go are seen once; hidden ones are not")
    func changes() throws {
        let root = FileManager.default.temporaryDirectory.appending(path: "margay-watch-\(UUID().uuidString)")
        defer { try? FileManager.default.removeItem(at: root) }
        func write(_ path: String, _ text: String) throws {
            let file = root.appending(path: path)
            try FileManager.default.createDirectory(
                at: file.deletingLastPathComponent(),
                withIntermediateDirectories: true
            )
            try Data(text.utf8).write(to: file)
        }
        try write("a.yml", "1")
        try write("inner/b.py", "1")
        try write(".git/c", "1")
        try write("inner/__pycache__/b.pyc", "1")
        var watch = FileWatch([root.path])
        #expect(watch.fileCount == 2)
        #expect(watch.changes() == [])

        try write("a.yml", "22")
        try write("inner/deep/d.py", "1")
        try write(".hidden", "1")
        #expect(watch.changes() == [root.path + "/a.yml", root.path + "/inner/deep/d.py"])
        #expect(watch.changes() == [])

        try FileManager.default.removeItem(at: root.appending(path: "inner"))
        #expect(watch.changes() == [root.path + "/inner/b.py", root.path + "/inner/deep/d.py"])
        #expect(watch.fileCount == 1)

        // A file that is replaced by one of the same size.
        try write("new", "33")
        _ = watch.changes()
        try FileManager.default.removeItem(at: root.appending(path: "a.yml"))
        try FileManager.default.moveItem(at: root.appending(path: "new"), to: root.appending(path: "a.yml"))
        #expect(watch.changes() == [root.path + "/a.yml", root.path + "/new"])
    }

    @Test("a single file, and one that is not there yet")
    func single() throws {
        let file = FileManager.default.temporaryDirectory.appending(path: "margay-watch-\(UUID().uuidString)")
        defer { try? FileManager.default.removeItem(at: file) }
        var watch = FileWatch([file.path])
        #expect(watch.fileCount == 0)
        try Data("1".utf8).write(to: file)
        #expect(watch.changes() == [file.path])
    }
}
