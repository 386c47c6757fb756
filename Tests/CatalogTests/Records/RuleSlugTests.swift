import Catalog
import Detections
import Testing

/// Identifiers come from strangers; the names of pages are ours.
@Suite struct RuleSlugTests {
    static let plain: [(id: String, slug: String)] = [
        ("AWS.SSM.DistributedCommand", "panther-AWS.SSM.DistributedCommand"),
        ("0a1b2c3d-0000-4000-8000-000000000000", "panther-0a1b2c3d-0000-4000-8000-000000000000"),
        ("a_b", "panther-a_b"),
    ]

    @Test("an identifier of plain letters is its own slug", arguments: plain)
    func whole(_ row: (id: String, slug: String)) {
        #expect(RuleSlug.slug(of: row.id, vendor: .panther) == row.slug)
    }

    static let hostile = [
        "", "../../etc/passwd", "a/b", "a b", "<script>alert(1)</script>", "\u{1B}[2J", "\u{202E}txt", "é", "a\u{0}b",
        String(repeating: "x", count: 10_000), "%2e%2e%2f", "a?b#c", "..",
    ]

    @Test("any other gets plain letters and a number", arguments: hostile)
    func numbered(_ id: String) {
        let slug = RuleSlug.slug(of: id, vendor: .sigma)
        #expect(slug.hasPrefix("sigma-"))
        #expect(slug.utf8.count <= RuleSlug.bytesMax)
        #expect(slug.allSatisfy { $0.isASCII && ($0.isLetter || $0.isNumber || "._-".contains($0)) })
        #expect(!slug.contains("/"))
    }

    @Test("the longest identifier that stays whole, and one byte more")
    func limit() {
        let room = RuleSlug.bytesMax - 17 - "sigma-".utf8.count
        let whole = String(repeating: "x", count: room)
        #expect(RuleSlug.slug(of: whole, vendor: .sigma) == "sigma-" + whole)
        let slug = RuleSlug.slug(of: whole + "x", vendor: .sigma)
        #expect(slug != "sigma-" + whole + "x")
        #expect(slug.utf8.count == RuleSlug.bytesMax)
    }

    @Test("identifiers that lose letters stay apart")
    func apart() {
        let slugs = Self.hostile.map { RuleSlug.slug(of: $0, vendor: .sigma) }
        #expect(Set(slugs).count == Self.hostile.count)
        let beside = RuleSlug.slug(of: "a", vendor: .sigma, besideOthersIn: "other/a.yml")
        #expect(beside != RuleSlug.slug(of: "a", vendor: .sigma, besideOthersIn: "third/a.yml"))
        #expect(beside.hasPrefix("sigma-a-"))
    }
}
