import Conditions
import Extraction
import TestSupport
import Testing

/// Small rules, each of one construct. What is extracted stands in golden files, for reading; what it says of events is compared
/// with what the rule says when it is run.
@Suite struct ConstructTests {
    @Test("what is said") func golden() throws {
        try expectGolden("expressions.txt", Constructs.listing(Constructs.expressions))
        try expectGolden("statements.txt", Constructs.listing(Constructs.statements))
        try expectGolden("opaque.txt", Constructs.listing(Constructs.opaque))
    }

    @Test("an opaque part is there and names its reason", arguments: Constructs.opaque)
    func opaque(_ construct: Construct) throws {
        let rule = try #require(SmallPack(construct.text).extract())
        #expect(!rule.isExact)
        #expect(!rule.opaques.isEmpty)
        #expect(rule.opaques.allSatisfy { $0.place != nil })
    }

    @Test("everything else is exact", arguments: Constructs.expressions.dropLast() + Constructs.statements)
    func exact(_ construct: Construct) throws {
        let rule = try #require(SmallPack(construct.text).extract())
        #expect(rule.isExact, "\(rule.condition.text)")
    }

    @Test(
        "never says what the code does not",
        arguments: Constructs.expressions + Constructs.statements + Constructs.opaque
    )
    func sound(_ construct: Construct) {
        // `__import__` and modules from nowhere cannot be loaded: there is nothing to compare with.
        let lines = SmallPack(construct.text).contradictions(Constructs.events, changes: 30)
        #expect(lines.filter { $0 != "cannot be loaded" } == [])
    }
}

/// The tables.
enum Constructs {
    /// Events that answer most of the constructs in both ways.
    static let events = [
        #"{"a":"x","b":"y","c":1,"d":{"x":1},"n":4,"m":4,"l":["x","y","x"],"ip":"1.2.3.4","type":"root","request":{"policy":"{\"Version\":\"x\"}"}}"#,
        #"{"a":"y","b":"y","c":"y","d":1,"n":2,"e":3,"l":[{"k":"x","g":true,"t":"u","p":["x"],"n":9}],"ip":"8.8.8.8"}"#,
        #"{"a":{"b":{"c":"x"}},"b":true,"l":[{"b":"x"},{"b":"y"}],"n":"3","name":"root","ip":"nowhere"}"#,
        #"{"a":"abX/x","b":"xyz","c":"cc","l":[],"d":{"y":2},"n":17,"ip":"10.0.0.1"}"#,
        #"{"a":"user/y","b":"y"}"#, #"{"a":"y","b":"y","c":1}"#, #"{"a":true,"b":false,"c":null,"l":null,"n":null}"#,
        #"{}"#,
    ]

    /// Names and texts.
    static func listing(_ constructs: [Construct]) -> String {
        var text = ""
        for construct in constructs {
            guard let rule = SmallPack(construct.text).extract() else {
                text += "\(construct.name)\n  not Python\n"
                continue
            }
            text += "\(construct.name)\(rule.isExact ? "" : ", not exact")\(rule.hasEffects ? ", has effects" : "")\n"
            text += "  \(rule.condition.text)\n"
        }
        return text
    }
}
