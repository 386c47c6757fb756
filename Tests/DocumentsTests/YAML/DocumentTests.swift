import Diagnostics
import Documents
import Testing

@Suite struct DocumentTests {
    struct Row: CustomTestStringConvertible, Sendable {
        var text: String
        /// JSON of the value, or the tool's message.
        var expected: String
        var testDescription: String { text }

        init(_ text: String, _ expected: String) {
            self.text = text
            self.expected = expected
        }
    }

    static func read(_ text: String, limits: YAMLLimits = YAMLLimits()) -> String {
        do {
            guard let root = try YAMLDocument.parse(Source(path: "<test>", text: text), limits: limits) else {
                return "nothing"
            }
            return String(decoding: (try? root.json(.python)) ?? Array("no JSON".utf8), as: UTF8.self)
        } catch {
            return error.pyYAMLMessage
        }
    }

    static let values: [Row] = [
        Row("", "nothing"), Row("# only a comment\n", "nothing"), Row("--- \n", "null"),
        Row("a: 1\n...\n", "{\"a\": 1}"),
        Row("a: 1\na: 2\nb: 3", "{\"a\": 2, \"b\": 3}"), Row("true: 1\n1: 2\n1.0: 3", "{\"true\": 3}"),
        Row("5: x", "{\"5\": \"x\"}"), Row("=: 1", "{\"=\": 1}"),
        Row("a: &x [1]\nb: *x", "{\"a\": [1], \"b\": [1]}"),
        Row("x: {<<: {a: 1}, a: 2, <<: {a: 3, b: 4}}", "{\"x\": {\"a\": 2, \"b\": 4}}"),
        Row("<<: [{a: 1}, {a: 2, b: 3}]\nc: 4", "{\"a\": 1, \"b\": 3, \"c\": 4}"),
        Row("d: &d {a: 1, b: 2}\ne:\n  <<: *d\n  b: 3", "{\"d\": {\"a\": 1, \"b\": 2}, \"e\": {\"a\": 1, \"b\": 3}}"),
        Row("a: {\"é\": \"e\u{301}\"}", "{\"a\": {\"\\u00e9\": \"e\\u0301\"}}"),
        Row("\"é\": 1\n\"e\u{301}\": 2", "{\"\\u00e9\": 1, \"e\\u0301\": 2}"),
        Row("\u{FEFF}a: ü", "{\"a\": \"\\u00fc\"}"), Row("a: |\n  x\n  y\n", "{\"a\": \"x\\ny\\n\"}"),
        Row("{a: 18446744073709551616, b: .inf, c: 1.0}", "{\"a\": 18446744073709551616, \"b\": Infinity, \"c\": 1.0}"),
    ]

    @Test("a document is read as the tool reads it", arguments: values)
    func value(_ row: Row) { #expect(Self.read(row.text) == row.expected) }

    static let faults: [Row] = [
        Row(
            "a: [1",
            "while parsing a flow sequence\n  in \"<file>\", line 1, column 4\ndid not find expected ',' or ']'\n  in \"<file>\", line 2, column 1"
        ),
        Row("a: b: c", "mapping values are not allowed in this context\n  in \"<file>\", line 1, column 5"),
        Row(
            "a: &x 1\nb: &x 2",
            "found duplicate anchor; first occurrence\n  in \"<file>\", line 1, column 4\nsecond occurrence\n  in \"<file>\", line 2, column 4"
        ),
        Row("a: *q", "found undefined alias\n  in \"<file>\", line 1, column 4"),
        Row(
            "a: =",
            "could not determine a constructor for the tag 'tag:yaml.org,2002:value'\n  in \"<file>\", line 1, column 4"
        ),
        Row(
            "a: <<",
            "could not determine a constructor for the tag 'tag:yaml.org,2002:merge'\n  in \"<file>\", line 1, column 4"
        ),
        Row("a: !foo 1", "could not determine a constructor for the tag '!foo'\n  in \"<file>\", line 1, column 4"),
        Row(
            "a: !!python/object:x 1",
            "could not determine a constructor for the tag 'tag:yaml.org,2002:python/object:x'\n  in \"<file>\", line 1, column 4"
        ),
        Row(
            "? [a]\n: 1",
            "while constructing a mapping\n  in \"<file>\", line 1, column 1\nfound unhashable key\n  in \"<file>\", line 1, column 3"
        ),
        Row("{a, b}: 1", "while constructing a mapping\nfound unhashable key\n  in \"<file>\", line 1, column 1"),
        Row(
            "a: 1\n---\nb: 2",
            "expected a single document in the stream\n  in \"<file>\", line 1, column 1\nbut found another document\n  in \"<file>\", line 2, column 1"
        ),
        Row(
            "a: \u{1}",
            "unacceptable character #x0001: control characters are not allowed\n  in \"<file>\", position 3"
        ),
        Row(
            "<<: 1",
            "while constructing a mapping\n  in \"<file>\", line 1, column 1\nexpected a mapping or list of mappings for merging, but found scalar\n  in \"<file>\", line 1, column 5"
        ),
        Row(
            "<<: [1]",
            "while constructing a mapping\n  in \"<file>\", line 1, column 1\nexpected a mapping for merging, but found scalar\n  in \"<file>\", line 1, column 6"
        ),
        Row(
            "\ta: 1",
            "while scanning for the next token\nfound character that cannot start any token\n  in \"<file>\", line 1, column 1"
        ),
        Row("a: !!map [1]", "expected a mapping node, but found sequence\n  in \"<file>\", line 1, column 4"),
        Row("a: !!seq {}", "expected a sequence node, but found mapping\n  in \"<file>\", line 1, column 4"),
        Row("%YAML 1.3\n---\na: 1", "found incompatible YAML document\n  in \"<file>\", line 1, column 1"),
        // Ours, where the tool crashes or builds what cannot be used.
        Row("a: !!int x", "`x` is not an integer\n  in \"<file>\", line 1, column 4"),
        Row("a: 0x_", "`0x_` is not an integer\n  in \"<file>\", line 1, column 4"),
        Row("a: &x [*x]", "`*x` stands inside of what it names\n  in \"<file>\", line 1, column 8"),
        // What cannot be composed goes before what cannot be constructed.
        Row(
            "a: =\nb: [",
            "while parsing a flow node\ndid not find expected node content\n  in \"<file>\", line 3, column 1"
        ),
    ]

    @Test("a fault is worded as the tool words it", arguments: faults)
    func fault(_ row: Row) { #expect(Self.read(row.text) == row.expected) }

    @Test("bytes that are not UTF-8 are a fault") func bytes() {
        #expect(throws: YAMLFault.self) {
            try YAMLDocument.parse(Source(path: "<test>", bytes: Array("a: ".utf8) + [0xFF]))
        }
    }

    @Test("each limit holds at its value and not past it", arguments: [0, 1])
    func limits(_ excess: Int) {
        var limits = YAMLLimits()
        limits.depthMax = 20
        let depth = 20 + excess
        let nested = String(repeating: "[", count: depth) + String(repeating: "]", count: depth)
        #expect((Self.read(nested, limits: limits).hasPrefix("more than 20 levels")) == (excess == 1))
        limits = YAMLLimits()
        // The map, two keys, the list, its value, and the list again with its value.
        limits.expandedNodesMax = 7 - excess
        #expect((Self.read("a: &x [1]\nb: *x", limits: limits).hasPrefix("more than")) == (excess == 1))
        limits = YAMLLimits()
        limits.fileBytesMax = 4
        #expect(
            (Self.read("a: 1" + String(repeating: " ", count: excess), limits: limits).contains("longer"))
                == (excess == 1)
        )
        limits = YAMLLimits()
        limits.integerDigitsMax = 5
        let digits = String(repeating: "7", count: 5 + excess)
        let read = Self.read(digits, limits: limits)
        #expect(excess == 0 ? read == digits : read.hasPrefix("`\(digits)` is not an integer"))
    }

    @Test("documents of a file that may hold several: as many as the limit, and one more", arguments: [0, 1])
    func documents(_ excess: Int) throws {
        let most = YAMLLimits().documentsMax
        let text = String(repeating: "--- 1\n", count: most + excess)
        var found: Int?
        var fault: YAMLFault?
        do { found = try YAMLDocument.parseAll(Source(path: "<test>", text: text)).count } catch { fault = error }
        #expect(found == (excess == 0 ? most : nil))
        #expect(fault?.pyYAMLMessage.contains("more than \(most) documents") ?? false == (excess == 1))
    }

    @Test("a billion laughs are not laughed") func laughs() {
        var text = "a0: &a0 [x, x, x, x, x, x, x, x, x, x]\n"
        for level in 1...12 {
            text +=
                "a\(level): &a\(level) [" + Array(repeating: "*a\(level - 1)", count: 10).joined(separator: ", ")
                + "]\n"
        }
        #expect(Self.read(text).hasPrefix("more than 2000000 values"))
    }

    @Test("a deep text overflows no stack", arguments: ["[", "{a: ", "- "])
    func deep(_ opening: String) {
        #expect(Self.read(String(repeating: opening, count: 50_000)).contains("\n"))
    }

    @Test("every value knows its place") func spans() throws {
        let text = "é: {b: [1, \"ü\"]}\nc:\n  - x\n  - yz\n\nd: e\n"
        let source = Source(path: "<test>", text: text)
        let root = try #require(try YAMLDocument.parse(source))
        func written(_ node: DataNode?) -> String? { node.map { source.text(of: $0.span) } }
        #expect(written(root["é"]) == "{b: [1, \"ü\"]}")
        #expect(written(root["é"]?["b"]?.list?.last) == "\"ü\"")
        #expect(written(root["c"]) == "- x\n  - yz")
        #expect(written(root.map?.entry("d")?.key) == "d")
        #expect(written(root["d"]) == "e")
        let marked = Source(path: "<test>", text: "\u{FEFF}a: ü")
        let value = try #require(try YAMLDocument.parse(marked)?["a"])
        #expect(marked.text(of: value.span) == "ü")
    }
}
