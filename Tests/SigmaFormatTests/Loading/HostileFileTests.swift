import Conditions
import Detections
import Diagnostics
import Documents
import SigmaFormat
import TestSupport
import Testing

/// Files that want to break their reader: what is wrong is told, and nothing else happens.
@Suite("Hostile Sigma files") struct HostileFileTests {
    /// A file by a name that is short to print.
    struct File: CustomTestStringConvertible, Sendable {
        var name: String
        var bytes: [UInt8]
        var testDescription: String { name }

        init(_ name: String, _ bytes: [UInt8]) { (self.name, self.bytes) = (name, bytes) }

        init(_ name: String, _ text: String) { self.init(name, Array(text.utf8)) }
    }

    private static func repeated(_ text: String, _ count: Int) -> String { String(repeating: text, count: count) }

    private static func nested(_ depth: Int) -> String {
        SigmaSample.file("s: " + repeated("[", depth) + "{f: 1}" + repeated("]", depth) + "\ncondition: s")
    }

    /// Each anchor a list of ten of the one before.
    private static let bomb: String = {
        var text = "detection:\n a: &a [x,x,x,x,x,x,x,x,x,x]\n"
        for (letter, previous) in zip("bcdefgh", "abcdefg") {
            text += " \(letter): &\(letter) [\(Array(repeating: "*\(previous)", count: 10).joined(separator: ","))]\n"
        }
        return text
    }()

    static let hostile: [File] = [
        File("aliases of aliases", bomb), File("lists that never end", "detection: " + repeated("[", 100_000)),
        File("too many levels", "detection:\n x: " + repeated("[", 300) + repeated("]", 300)),
        File("searches in searches", nested(17)), File("more searches in searches", nested(100)),
        File("a control character", "detection: \u{FFFD}\u{0}"),
        File("documents", repeated("---\naction: reset\n", 10_001)),
        File(
            "parentheses",
            SigmaSample.file("s: {f: 1}\ncondition: " + repeated("(", 50_000) + "s" + repeated(")", 50_000))
        ),
        File("negations", SigmaSample.file("s: {f: 1}\ncondition: " + repeated("not ", 50_000) + "s")),
        File(
            "a modifier again and again",
            SigmaSample.file("s: {? f\(repeated("|base64", 1_000)) : '**'}\ncondition: s")
        ),
        File("an expression that is none", SigmaSample.file("s: {f|re: '\(repeated("(a*)*", 50_000))'}\ncondition: s")),
    ]

    @Test("are told of", arguments: hostile)
    func isTold(_ file: File) { Self.checkIsTold(file.bytes) }

    private static func load(_ bytes: [UInt8]) -> DetectionPack {
        var files = MemoryFiles([:])
        files.contents["/home/pack/a.yml"] = bytes
        return SigmaPack.load(roots: ["."], files: files)
    }

    private static func checkIsTold(_ bytes: [UInt8]) {
        let pack = load(bytes)
        #expect(pack.diagnostics.contains { $0.severity == .error })
        #expect(!pack.invalid.isEmpty || pack.detections.count == 1)
        for detection in pack.detections {
            guard case .logic(let logic) = detection.body else { continue }
            // What could not be read is never taken for something that holds.
            #expect(logic.obstacle != nil, "\(logic.condition.text.prefix(200))")
        }
    }

    /// Bytes that are no UTF-8.
    static let broken: [(name: String, bytes: [UInt8])] = [
        ("no beginning", [0xFF]), ("half a surrogate", [0xED, 0xA0, 0x80]), ("too long", [0xC0, 0xAF]),
        ("past Unicode", [0xF5, 0x80, 0x80, 0x80]), ("cut off", [0xC3]),
    ]

    @Test("so is what is no UTF-8", arguments: broken)
    func isNoText(_ row: (name: String, bytes: [UInt8])) {
        Self.checkIsTold(
            Array("detection: {s: {f: '".utf8) + row.bytes + Array("'}, condition: s}\nlogsource: {product: x}\n".utf8)
        )
    }

    /// What is large, deep or odd, and a rule all the same.
    static let valid: [File] = [
        File("ten million letters", Array(SigmaSample.file("s: {f: \(repeated("a", 10_000_000))}\ncondition: s").utf8)),
        File("sixteen lists deep", Array(nested(16).utf8)),
        File("a long name", Array(SigmaSample.file("s: {? f\(repeated(".f", 2_000)) : 1}\ncondition: s").utf8)),
        File("stars", Array(SigmaSample.file("s: {f: '\(repeated("*a", 20_000))'}\ncondition: s").utf8)),
        File(
            "UTF-16",
            [0xFF, 0xFE]
                + nested(1).utf16.flatMap { [UInt8(truncatingIfNeeded: $0), UInt8(truncatingIfNeeded: $0 >> 8)] }
        ),
    ]

    @Test("and what is only large or deep is read", arguments: valid)
    func isRead(_ file: File) throws {
        let pack = Self.load(file.bytes)
        #expect(pack.diagnostics.map(\.message) == [])
        guard case .logic(let logic)? = pack.detections.first?.body else {
            Issue.record("no rule")
            return
        }
        #expect(logic.obstacle == nil)
    }

    @Test("a file longer than the limit is not opened") func tooLong() {
        var options = SigmaOptions()
        let text = SigmaSample.file("s: {f: 1}\ncondition: s")
        for (limit, count) in [(text.utf8.count, 1), (text.utf8.count - 1, 0)] {
            options.yaml.fileBytesMax = limit
            let pack = SigmaPack.load(roots: ["."], files: MemoryFiles(["a.yml": text]), options: options)
            #expect(pack.detections.count == count)
        }
    }
}
