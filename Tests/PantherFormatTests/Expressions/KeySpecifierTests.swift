import PantherFormat
import Testing

@Suite struct KeySpecifierTests {
    static let paths: [(String, [KeySpecifier.Step])] = [
        ("a", [.name("a")]), ("a.b", [.name("a"), .name("b")]), ("$.a", [.name("a")]),
        ("a[0].b[12]", [.name("a"), .index(0), .name("b"), .index(12)]),
        ("a[-1]", [.name("a"), .index(-1)]), ("a[*]", [.name("a"), .each]),
        ("a[*].b[*][0]", [.name("a"), .each, .name("b"), .each, .index(0)]),
        ("\"a.b\".c", [.name("a.b"), .name("c")]), ("a[\"x[0]\"]", [.name("a"), .name("x[0]")]),
        ("user-agent:x", [.name("user-agent:x")]), ("é", [.name("é")]),
    ]

    @Test("a path is its steps", arguments: paths)
    func steps(_ text: String, _ steps: [KeySpecifier.Step]) throws {
        #expect(try KeySpecifier(path: text).steps == steps)
    }

    @Test(
        "what is no path is refused",
        arguments: [
            "", ".", "a.", ".a", "a..b", "a[", "a[]", "a[1", "a[x]", "a[1.0]", "a[+1]", "[0]", "a]", "a[*", "a[0]b",
            "\"",
            "\"\"", "a\"b", "a[\"", "a[99999999999999999999]", "$.",
        ]
    )
    func refused(_ text: String) {
        #expect(throws: KeySpecifier.Fault.self) { try KeySpecifier(path: text) }
    }

    @Test("steps and bytes are limited")
    func limits() throws {
        func path(_ count: Int) -> String { Array(repeating: "a", count: count).joined(separator: ".") }
        #expect(try KeySpecifier(path: path(KeySpecifier.stepCountMax)).steps.count == KeySpecifier.stepCountMax)
        #expect(throws: KeySpecifier.Fault.tooLong) { try KeySpecifier(path: path(KeySpecifier.stepCountMax + 1)) }
        let name = String(repeating: "n", count: KeySpecifier.byteCountMax)
        #expect(try KeySpecifier(path: name).steps == [.name(name)])
        #expect(throws: KeySpecifier.Fault.tooLong) { try KeySpecifier(path: name + "n") }
    }
}
