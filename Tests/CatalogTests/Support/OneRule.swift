import Catalog
import Conditions
import Detections
import Diagnostics

/// A rule of one condition, for tests.
struct OneRule {
    var detection: Detection
    var condition: Condition

    init(
        _ condition: Condition,
        id: String = "Test.Rule",
        vendor: Vendor = .panther,
        logSources: [String] = ["AWS.CloudTrail"],
        path: String = "/rules/pack/rules/a.yml",
        text: String = "RuleID: Test.Rule\n"
    ) {
        self.condition = condition
        let source = Source(path: path, text: text)
        detection = Detection(
            id: id,
            kind: .rule,
            body: .logic(DetectionLogic(condition)),
            source: source,
            idSpan: Span(0, 0)
        )
        detection.vendor = vendor
        detection.logSources = logSources
    }

    var facts: RuleFacts { RuleFacts(detection: detection, condition: condition, isExact: true) }

    static let origin = CollectionOrigin(
        name: "pack",
        root: "/rules/pack",
        upstream: "https://example.test/pack/blob/0123/",
        license: "Apache-2.0"
    )

    /// Its record, made with the tables that Margay carries.
    func record(origin: CollectionOrigin = Self.origin) -> RuleRecord {
        let slug = RuleSlug.slug(of: detection.id, vendor: detection.vendor)
        return RecordMaker().record(facts, origin: origin, slug: slug)
    }
}

extension Condition {
    /// `field eq value`, as Panther reads it.
    static func test(_ field: String, _ values: [Literal]) -> Condition { test(field, .equals, values) }

    /// A test of a field, as Panther reads it.
    static func test(_ field: String, _ op: Operator, _ values: [Literal]) -> Condition {
        .leaf(Leaf(.deepGet(field.split(separator: ".").map(String.init)), op, values))
    }

    /// The negation of ``test(_:_:_:)``.
    static func excludes(_ field: String, _ values: [Literal]) -> Condition {
        var leaf = Leaf(.deepGet(field.split(separator: ".").map(String.init)), .isIn, values)
        leaf.isNegated = true
        return .leaf(leaf)
    }
}
