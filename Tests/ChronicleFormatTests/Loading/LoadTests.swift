import ChronicleFormat
import Detections
import Diagnostics
import TestSupport
import Testing

/// Finding and loading files of rules.
@Suite struct LoadTests {
    private func rule(_ name: String) -> String { RuleText(name: name, events: "$e.a = 1").text }

    @Test("files are known by their ending, in any case, and hidden ones are passed over") func discovery() {
        let pack = ChroniclePack.load(
            roots: ["rules"],
            files: MemoryFiles([
                "rules/b/b.yaral": rule("b"), "rules/a.YARAL": rule("a"), "rules/c.yl2": rule("c"),
                "rules/d.yml": rule("d"), "rules/.e.yaral": rule("e"), "rules/.git/f.yaral": rule("f"),
                "elsewhere/g.yaral": rule("g"),
            ])
        )
        #expect(pack.detections.map(\.id) == ["a", "c", "b"])
        #expect(pack.diagnostics.isEmpty)
        #expect(pack.filesRead == 3)
        #expect(pack.itemsKept == 3)
    }

    @Test("a file may hold several rules") func severalRules() {
        let pack = ChroniclePack.load(roots: ["r.yaral"], files: MemoryFiles(["r.yaral": rule("a") + rule("b")]))
        #expect(pack.detections.map(\.id) == ["a", "b"])
    }

    @Test("of rules with one name the first counts, and what was given up comes last") func conflicts() throws {
        let pack = ChroniclePack.load(
            roots: ["rules"],
            files: MemoryFiles([
                "rules/_deprecated/x.yaral": rule("a"), "rules/x.yaral": rule("a"),
                "rules/_deprecated/y.yaral": rule("b"),
            ])
        )
        #expect(pack.detections.map(\.source.path) == ["rules/x.yaral", "rules/_deprecated/y.yaral"])
        #expect(pack.detections.map(\.status) == [nil, "Deprecated"])
        #expect(pack.invalid.map(\.path) == ["rules/_deprecated/x.yaral"])
        #expect(pack.diagnostics.map(\.code.identifier) == ["MG0928"])
        #expect(pack.diagnostics.first?.notes.first?.message == "it is in rules/x.yaral, line 1")
    }

    @Test("files that cannot be used are reported, and the others are there") func unusable() {
        var files = MemoryFiles(["rules/a.yaral": rule("a"), "rules/empty.yaral": "// nothing\n"])
        files.contents["/home/pack/rules/binary.yaral"] = [0xFF, 0x00]
        files.contents["/home/pack/rules/long.yaral"] = [UInt8](repeating: 0x20, count: 5 << 20)
        let pack = ChroniclePack.load(roots: ["rules"], files: files)
        #expect(pack.detections.map(\.id) == ["a"])
        #expect(
            pack.diagnostics.map { "\($0.code.identifier) \($0.message)" } == [
                "MG0907 byte 0xff is not part of UTF-8 text", "MG0908 the file holds no rule",
                "MG0907 cannot read `rules/long.yaral`: it is longer than 4194304 bytes",
            ]
        )
        #expect(pack.invalid.count == 3)
    }

    @Test("files past the limit are left out with a message, and ignored ones without") func limits() {
        let files = MemoryFiles(["rules/a.yaral": rule("a"), "rules/b.yaral": rule("b"), "rules/c.yaral": rule("c")])
        var options = ChronicleOptions()
        options.selection.filesMax = 3
        #expect(ChroniclePack.load(roots: ["rules"], files: files, options: options).diagnostics.isEmpty)
        options.selection.filesMax = 2
        let pack = ChroniclePack.load(roots: ["rules"], files: files, options: options)
        #expect(pack.detections.map(\.id) == ["a", "b"])
        #expect(pack.diagnostics.map(\.code.identifier) == ["MG0909"])
        options.selection.ignoredFiles = ["./rules/a.yaral"]
        options.selection.filesMax = 3
        let rest = ChroniclePack.load(roots: ["rules"], files: files, options: options)
        #expect(rest.detections.map(\.id) == ["b", "c"])
        #expect(rest.diagnostics.isEmpty)
    }
}
