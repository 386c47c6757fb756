import Testing

@testable import Events

@Suite struct FieldPathTests {
    static let accepted: [(text: String, steps: [FieldPath.Step])] = [
        ("a", [.key("a")]), ("a.b", [.key("a"), .key("b")]), ("a[0]", [.key("a"), .index(0)]),
        ("a[0][12].b", [.key("a"), .index(0), .index(12), .key("b")]), ("aws:x-y", [.key("aws:x-y")]),
        (#"a["b.c"].d"#, [.key("a"), .key("b.c"), .key("d")]), (#"a[""]"#, [.key("a"), .key("")]),
    ]

    static let rejected: [(text: String, fault: FieldPath.Fault)] = [
        ("", .expectedStep(offset: 0)), (".a", .expectedStep(offset: 0)), ("a.", .expectedStep(offset: 2)),
        ("a..b", .expectedStep(offset: 2)), ("a[", .expectedBracket(offset: 1)), ("a[]", .expectedStep(offset: 2)),
        ("a[x]", .expectedStep(offset: 2)), ("a[-1]", .expectedStep(offset: 2)), ("a]", .expectedStep(offset: 1)),
        ("a[0]b", .expectedStep(offset: 4)), (#"a["b"#, .expectedBracket(offset: 1)),
        (#"a["b"x"#, .expectedBracket(offset: 1)),
        ("a[99999999999999999999]", .expectedStep(offset: 2)), ("[0]", .expectedStep(offset: 0)),
    ]

    @Test("paths", arguments: accepted) func accepts(_ test: (text: String, steps: [FieldPath.Step])) throws {
        let path = try FieldPath(test.text)
        #expect(path.steps == test.steps)
        #expect(path.description == test.text)
    }

    @Test("what is none", arguments: rejected) func rejects(_ test: (text: String, fault: FieldPath.Fault)) {
        #expect(throws: test.fault) { _ = try FieldPath(test.text) }
    }

    @Test("steps and bytes are limited") func limits() {
        #expect(throws: Never.self) {
            _ = try FieldPath("a" + String(repeating: ".b", count: FieldPath.stepCountMax - 1))
        }
        #expect(throws: FieldPath.Fault.tooLong) {
            _ = try FieldPath("a" + String(repeating: ".b", count: FieldPath.stepCountMax))
        }
        #expect(throws: Never.self) { _ = try FieldPath(String(repeating: "a", count: FieldPath.byteCountMax)) }
        #expect(throws: FieldPath.Fault.tooLong) {
            _ = try FieldPath(String(repeating: "a", count: FieldPath.byteCountMax + 1))
        }
    }

    static let found: [(path: String, json: String?)] = [
        ("a", #"{"b":[{"c":1},2]}"#), ("a.b[0].c", "1"), ("a.b[1]", "2"), ("a.b[2]", nil), ("a.x", nil), ("a.b.c", nil),
        ("a[0]", nil), ("A.b", nil), ("a.b[1].c", nil),
    ]

    @Test("what they find, by name and by number", arguments: found) func finds(_ test: (path: String, json: String?))
        throws
    {
        let path = try FieldPath(test.path)
        var table = KeyTable()
        let interned = InternedFieldPath(path, in: &table)
        var tape = Tape(keys: table)
        try tape.parse(copying: #"{"a":{"b":[{"c":1},2]}}"#.utf8)
        for node in [path.find(in: tape.view), interned.find(in: tape.view)] {
            #expect((node == Tape.missing ? nil : tape.view.json(of: node)) == test.json)
        }
        let folded = try FieldPath(test.path.uppercased()).find(in: tape.view, ignoringCase: true)
        if let json = test.json { #expect(tape.view.json(of: folded) == json) }
    }
}
