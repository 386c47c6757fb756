import Testing

@testable import CatalogStore

/// What has to be read again.
@Suite struct CollectionChangeTests {
    struct Case: Sendable, CustomTestStringConvertible {
        var testDescription: String
        var now: [String: [UInt8]]
        var change: CollectionChange
    }

    private static let before: [String: [UInt8]] = [
        "a.yml": [1], "a.py": [1], "b.yml": [1], "helper.py": [1], "README.md": [1], "many.md": [1],
        "licenses/names.py": [1], "licenses/LICENSE": [1],
    ]
    /// Rule 3 is derived from rule 1; rules 4 and 5 stand in one document.
    private static let owners: [String: [Int64]] = [
        "a.yml": [1, 3], "a.py": [1], "b.yml": [3], "many.md": [4, 5],
    ]

    private static func now(_ changes: [String: [UInt8]?]) -> [String: [UInt8]] {
        var now = before
        for (path, hash) in changes { now[path] = hash }
        return now
    }

    static let cases: [Case] = [
        Case(testDescription: "nothing", now: before, change: .none),
        Case(
            testDescription: "a rule's code, and with it what is derived from it",
            now: now(["a.py": [2]]),
            change: .part(.init(rules: [1, 3], hidden: ["many.md"], added: []))
        ),
        Case(
            testDescription: "a document of several rules",
            now: now(["many.md": [2]]),
            change: .part(.init(rules: [4, 5], hidden: ["a.yml", "a.py", "b.yml"], added: []))
        ),
        Case(
            testDescription: "a new file",
            now: now(["c.yml": [1]]),
            change: .part(.init(rules: [], hidden: ["a.yml", "a.py", "b.yml", "many.md"], added: ["c.yml"]))
        ),
        Case(
            testDescription: "a file that went",
            now: now(["b.yml": nil]),
            change: .part(.init(rules: [1, 3], hidden: ["many.md"], added: []))
        ),
        Case(
            testDescription: "a page that no rule is made of",
            now: now(["README.md": [2]]),
            change: .part(.init(rules: [], hidden: ["a.yml", "a.py", "b.yml", "many.md"], added: []))
        ),
        Case(
            testDescription: "a licence in a folder",
            now: now(["licenses/LICENSE": [2]]),
            change: .part(.init(rules: [], hidden: ["a.yml", "a.py", "b.yml", "many.md"], added: []))
        ),
        Case(
            testDescription: "a helper in a folder that is named as licences are",
            now: now(["licenses/names.py": [2]]),
            change: .whole
        ),
        Case(testDescription: "a helper", now: now(["helper.py": [2]]), change: .whole),
        Case(testDescription: "a helper that went", now: now(["helper.py": nil]), change: .whole),
    ]

    @Test("files then and now", arguments: cases)
    func change(_ row: Case) {
        #expect(CollectionChange(before: Self.before, now: row.now, owners: Self.owners) == row.change)
    }
}
