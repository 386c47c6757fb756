import Foundation
import Pipeline
import Testing

@Suite struct FolderWriterTests {
    private let temporary: TemporaryFolder
    private var folder: URL { temporary.url }

    init() throws { temporary = try TemporaryFolder() }

    @Test("folders are made, files are replaced, nothing else is left")
    func writes() throws {
        let writer = FolderWriter(folder.appending(path: "site").path)
        try writer.write("index.html", Array("old".utf8))
        try writer.write("rules/a/b.html", Array("b".utf8))
        try writer.write("index.html", Array("new".utf8))
        try writer.write("empty", [])
        let site = folder.appending(path: "site")
        #expect(try String(contentsOf: site.appending(path: "index.html"), encoding: .utf8) == "new")
        #expect(try String(contentsOf: site.appending(path: "rules/a/b.html"), encoding: .utf8) == "b")
        let names = try FileManager.default.subpathsOfDirectory(atPath: site.path)
        #expect(Set(names) == ["index.html", "rules", "rules/a", "rules/a/b.html", "empty"])
    }

    @Test("others may read what was written, as far as they may read any new file")
    func permissions() throws {
        try FolderWriter(folder.path).write("page", [1])
        close(open(folder.appending(path: "other").path, O_WRONLY | O_CREAT, 0o666))
        #expect(try mode("page") == mode("other"))
    }

    private func mode(_ name: String) throws -> Int {
        let attributes = try FileManager.default.attributesOfItem(atPath: folder.appending(path: name).path)
        return try #require(attributes[.posixPermissions] as? Int)
    }

    @Test("what cannot be written is said, and no draft of it stays")
    func faults() throws {
        let writer = FolderWriter(folder.path)
        try writer.write("file", [1])
        #expect(throws: WriteFault.system(ENOTDIR)) { try writer.write("file/below", [1]) }
        try writer.write("folder/file", [1])
        #expect(throws: WriteFault.system(EISDIR)) { try writer.write("folder", [1]) }
        #expect(throws: WriteFault.self) { try writer.write(String(repeating: "x", count: 300), [1]) }
        #expect(Set(try FileManager.default.contentsOfDirectory(atPath: folder.path)) == ["file", "folder"])
    }
}
