import Catalog
import CatalogStore
import Detections
import Engine
import Foundation
import Pipeline
import TestSupport
import Testing

/// Pages of the bundled packs.
@Suite struct PageTests {
    /// The bundled packs' catalogue, built once.
    static let pack = Result { try BundledCatalog(["packs/aws", "packs/sigma-aws"]) }

    @Test("the page of the rule that started the project: every section of it")
    func seed() throws {
        let page = try #require(try Self.pack.get().store.page(slug: "panther-AWS.SSM.DistributedCommand"))
        try expectGolden("distributed-command.txt", RulePageText(usesColor: false, isFull: true).text(page))
        #expect(page.rule.upstream == "https://example.test/packs/aws/rules/aws_ssm_distributed_command.yml")
        #expect(page.tests.map(\.passed) == [true, true, true, true])
        #expect(page.tests.allSatisfy { $0.event != nil })
        #expect(page.sources.map(\.language) == ["yaml", "python"])
    }

    @Test("counts, actions and duplicates are those of a look at every pair of rules")
    func bruteForce() throws {
        let store = try Self.pack.get().store
        let pages = try store.slugs().compactMap { try store.page(slug: $0) }
        #expect(pages.count > 40)
        for page in pages {
            let others = pages.filter { other in
                other.rule.slug != page.rule.slug && !other.rule.isDeprecated
                    && !Set(other.rule.families).isDisjoint(with: page.rule.families)
            }
            for entry in page.indicators {
                let sharing = others.filter { other in
                    other.indicators.contains { $0.indicator.key == entry.indicator.key }
                }
                #expect(entry.allRules == sharing.count, "\(page.rule.id): \(entry.indicator.key)")
                #expect(entry.sameVendorRules == sharing.count { $0.rule.vendor == page.rule.vendor })
            }
            let actions = Set(page.sameAction.actions.map(\.folded))
            let same = others.filter { !actions.isDisjoint(with: $0.sameAction.actions.map(\.folded)) }
            let listed = page.sameAction.sameVendor + page.sameAction.otherVendors
            #expect(Set(listed.map(\.rule.slug)) == Set(same.map(\.rule.slug)), "\(page.rule.id)")
            let twins = others.filter {
                $0.logic.record.hash != nil && $0.logic.record.hash == page.logic.record.hash
            }
            let duplicates = page.duplicates.filter { $0.kind != .near }
            #expect(Set(duplicates.map(\.rule.slug)) == Set(twins.map(\.rule.slug)), "\(page.rule.id)")
        }
    }

    @Test("a rule is found by slug, identifier in any case, vendor and identifier, and name")
    func names() throws {
        let store = try Self.pack.get().store
        for name in [
            "panther-AWS.SSM.DistributedCommand", "AWS.SSM.DistributedCommand", "aws.ssm.distributedcommand",
            "panther/AWS.SSM.DistributedCommand", "AWS SSM Distributed Command",
        ] {
            #expect(try store.rules(named: name).map(\.id) == ["AWS.SSM.DistributedCommand"], "\(name)")
        }
        for name in ["", "/", "../../etc/passwd", "' OR '1'='1", "sigma/AWS.SSM.DistributedCommand", "%", "\u{0}"] {
            #expect(try store.rules(named: name).isEmpty, "\(name)")
        }
        #expect(try store.identifier(like: "AWS.SSM.DistributedComand") == "AWS.SSM.DistributedCommand")
        #expect(try store.page(slug: "../catalog") == nil)
    }

    @Test("the pages of an action and of an indicator")
    func actions() throws {
        let store = try Self.pack.get().store
        let page = try #require(
            try store.actionPage(family: "AWS.CloudTrail", field: "eventname", name: "SENDCOMMAND")
        )
        #expect(page.action.name == "SendCommand")
        #expect(page.rules.map(\.rule.name) == ["AWS SSM Distributed Command", "Shell command sent to instances"])
        #expect(page.techniques.map(\.technique.id) == ["T1203", "T1651"])
        #expect(try store.actionPage(family: "Okta.SystemLog", field: "eventname", name: "SendCommand") == nil)
        let indicator = try #require(try store.indicatorPage(key: #"eventname eq "sendcommand""#))
        #expect(indicator.families.map(\.name) == ["AWS.CloudTrail"])
        let actions = try store.actions(family: "AWS.CloudTrail", limit: 5)
        #expect(actions.count == 5)
        #expect(try store.actions(disputedOnly: true).allSatisfy { $0.techniques.count > 1 })
    }

    @Test("what a catalogue holds")
    func overview() throws {
        let overview = try Self.pack.get().store.overview()
        #expect(overview.rules > 40)
        #expect(overview.collections.map(\.name) == ["aws", "sigma-aws"])
        #expect(overview.built == 1_750_000_000)
        #expect(overview.facets.contains { $0.filter == "technique" })
    }

    @Test("coverage: every rule that names a technique is in the matrix")
    func coverage() throws {
        let store = try Self.pack.get().store
        let found = try store.attackUses(SearchQuery(""))
        let matrix = CoverageMatrix(found.uses, ruleCount: found.rules)
        #expect(matrix.rules > 40)
        #expect(matrix.tactics.count > 10)
        let gaps = CoverageGap.gaps(of: found.uses)
        let covered = matrix.tactics.flatMap(\.techniques).filter { $0.rules > 0 }.map(\.technique.id)
        #expect(Set(gaps.map(\.technique.id)).isDisjoint(with: covered))
        #expect(CoverageGap.gaps(of: found.uses, beside: found.uses).isEmpty)
    }

    @Test("two rules side by side")
    func diff() throws {
        let store = try Self.pack.get().store
        let same = try store.diff("panther-AWS.SSM.DistributedCommand", "panther-AWS.SSM.DistributedCommand")
        #expect(same?.condition?.isEmpty == true)
        #expect(try store.diff("panther-AWS.SSM.DistributedCommand", "none") == nil)
    }
}

/// The catalogue of bundled packs, which stays for all tests of a suite.
struct BundledCatalog: Sendable {
    let store: CatalogStore

    init(_ paths: [String]) throws {
        // One file that each run of the tests fills anew.
        let file = FileManager.default.temporaryDirectory.appending(path: "margay-tests-bundled.db").path
        let program = UUID().uuidString
        _ = try Shelf.builder(try CatalogStore(building: file), DiskFiles(), program: program)
            .build(
                paths.map { path in
                    // Where this clone comes from must not change a page.
                    CollectionRoot(
                        name: PathName.name(path),
                        path: Repository.root.appending(path: path).path,
                        upstream: "https://example.test/\(path)/"
                    )
                }
            )
        store = try CatalogStore(reading: file)
    }
}
