import Catalog
import Engine
import TestSupport
import Testing

@testable import CatalogStore

/// Which files of a collection are looked at.
@Suite struct CollectionScanTests {
    private static func scan(_ files: [String: String], filesMax: Int = CollectionScan.filesMax) -> [String: [UInt8]] {
        let root = CollectionRoot(name: "rules", path: "/rules")
        let origin = CollectionOrigin(name: "rules", root: "/rules")
        return CollectionScan(root, origin, files: MemoryFiles(files), workers: Workers(1), filesMax: filesMax).hashes
    }

    @Test("as many files as the limit are looked at, and no more, those first whose names come first")
    func files() {
        let files = ["/rules/a.yml": "a", "/rules/b/c.yml": "c", "/rules/d.yml": "d", "/rules/.git/e.yml": "e"]
        for (most, found) in [(3, ["a.yml", "b/c.yml", "d.yml"]), (2, ["a.yml", "b/c.yml"]), (0, [])] {
            #expect(Self.scan(files, filesMax: most).keys.sorted() == found)
        }
    }

    @Test("folders in each other: as many as the limit, and one more", arguments: [0, 1]) func folders(past: Int) {
        // The collection's own folder is the first.
        let path = String(repeating: "f/", count: CollectionScan.depthMax - 1 + past) + "a.yml"
        #expect(Self.scan(["/rules/" + path: "a"]).keys.sorted() == (past == 0 ? [path] : []))
    }

    @Test("of a file as long as the limit every byte counts, of a longer one none", arguments: [0, 1])
    func bytes(past: Int) {
        let text = String(repeating: "x", count: CollectionScan.fileBytesMax - 1 + past)
        let (first, second) = (Self.scan(["/rules/a.yml": text + "1"]), Self.scan(["/rules/a.yml": text + "2"]))
        #expect(first.count == 1)
        #expect((first == second) == (past == 1))
    }
}
