import Conditions
import Detections
import Documents
import Engine
import Extraction
import ExtractionSupport
import Foundation
import PantherFormat
import Pipeline
import TestSupport
import Testing

/// The pack that comes with Margay: what is extracted from its rules, and that it is true.
@Suite struct StarterPackTests {
    static let pack = PantherPack.load(
        roots: ["."],
        files: DiskFiles(currentDirectory: Repository.root.appending(path: "packs/aws").path)
    )
    static let extractor = Extractor(pack)
    static let indices = pack.detections.indices.filter { pack.detections[$0].kind == .rule }

    @Test("what is said, read and put out") func golden() throws {
        var text = ""
        for index in Self.indices {
            guard let rule = Self.extractor.extract(Self.pack.detections[index]) else { continue }
            #expect(rule.condition.completeness != .opaque, "nothing is known of \(rule.id)")
            text += "\(rule.id)\(rule.isExact ? "" : ", not exact")\n"
            text += "  condition  \(rule.condition.text)\n"
            for opaque in rule.opaques {
                text += "  opaque     \(opaque.reason.rawValue): \(opaque.text ?? "")\n"
            }
            text += "  reads      \(rule.reads.map(\.path).joined(separator: ", "))\n"
            for origin in ["title", "alert_context", "dedup", "severity"] {
                let names = rule.outputs.filter { $0.origin == origin }.map(\.name)
                if !names.isEmpty { text += "  \(origin)  \(names.joined(separator: ", "))\n" }
            }
        }
        try expectGolden("starter-pack.txt", text)
    }

    /// Each rule's test events and changes of them, on the machine and through the condition.
    @Test("never says what the code does not", arguments: indices) func sound(_ index: Int) throws {
        let detection = Self.pack.detections[index]
        let rule = try #require(Self.extractor.extract(detection))
        var replay = RuleReplay(CompiledPack(Self.pack))
        let isLoaded = replay.load(index)
        try #require(isLoaded)
        for test in detection.tests {
            let json = try test.inputNode.json()
            let tested = test.mocks.isEmpty ? rule : try #require(Self.extractor.extract(detection, mocks: test.mocks))
            let judge = ConditionJudge(tested.condition)
            let answer = replay.run(index, json, mocks: test.mocks)
            #expect(!RuleReplay.contradicts(judge.truth(json), answer), "\(test.name): \(answer)")
            guard test.mocks.isEmpty else { continue }
            for changed in EventMutator.changes(of: json, max: 24) {
                let answer = replay.run(index, changed)
                #expect(
                    !RuleReplay.contradicts(judge.truth(changed), answer),
                    "\(answer): \(String(decoding: changed, as: UTF8.self))"
                )
            }
        }
    }
}

/// The public rules of Panther, where `PANTHER_CORPUS` names a checkout.
@Suite(.enabled(if: ProcessInfo.processInfo.environment["PANTHER_CORPUS"] != nil)) struct CorpusExtractionTests {
    static let root = ProcessInfo.processInfo.environment["PANTHER_CORPUS"] ?? ""

    @Test("three quarters are exact and validated by their tests, and no test contradicts one") func share() throws {
        let pack = PantherPack.load(roots: ["."], files: DiskFiles(currentDirectory: Self.root))
        let extractor = Extractor(pack)
        var (rules, exact, validated) = (0, 0, 0)
        var reasons: [String: Int] = [:]
        for detection in pack.detections where detection.kind == .rule {
            guard let rule = extractor.extract(detection) else { continue }
            rules += 1
            var verdicts: Set<Truth> = []
            for test in detection.tests {
                let tested = try #require(extractor.extract(detection, mocks: test.mocks))
                let truth = ConditionJudge(tested.condition).truth(try test.inputNode.json())
                verdicts.insert(truth == .unknown ? .unknown : Truth(truth == Truth(test.expectedResult)))
            }
            #expect(!verdicts.contains(.false), "\(detection.id) is contradicted")
            if rule.isExact { exact += 1 }
            if rule.isExact, verdicts == [.true] { validated += 1 }
            for reason in Set(rule.opaques.map(\.reason.rawValue)) { reasons[reason, default: 0] += 1 }
        }
        print("\(rules) rules, \(exact) exact, \(validated) of them validated; opaque: \(reasons)")
        #expect(rules == 865)
        #expect(validated * 4 >= rules * 3)
    }
}
