import Conditions
import Detections
import Documents
import Engine
import Extraction
import ExtractionSupport
import Foundation
import PantherFormat
import Pipeline

/// How much of a pack can be said in conditions, and whether what is said is true: `MargayBenchmarks extraction FOLDER`.
///
/// Each rule's tests are run on the machine and through the extracted condition, as the test replaces names. With
/// `MARGAY_MUTATIONS=N`, up to N changes of each test's event are too: whatever the condition knows of any of them must be what the
/// machine says. `MARGAY_SALT` makes other changes; `MARGAY_ONLY` shows the rules whose identifier has that text.
struct ExtractionSurvey: ~Copyable {
    private let pack: DetectionPack
    private let extractor: Extractor
    private var replay: RuleReplay
    private let mutations: Int
    private let salt: Int
    private let only: String?
    private var rules = 0
    private var exact = 0
    private var validated = 0
    private var withoutTests = 0
    private var events = 0
    private var known = 0
    private var contradictions = 0
    private var seconds = 0.0
    private var reasons: [String: Int] = [:]

    init(folder: String) {
        pack = PantherPack.load(roots: ["."], files: DiskFiles(currentDirectory: folder))
        extractor = Extractor(pack)
        replay = RuleReplay(CompiledPack(pack))
        let environment = ProcessInfo.processInfo.environment
        mutations = Int(environment["MARGAY_MUTATIONS"] ?? "") ?? 0
        salt = Int(environment["MARGAY_SALT"] ?? "") ?? 0
        only = environment["MARGAY_ONLY"]
    }

    static func run(folder: String) {
        var survey = ExtractionSurvey(folder: folder)
        for (index, detection) in survey.pack.detections.enumerated() where detection.kind == .rule {
            if let only = survey.only, !detection.id.contains(only) { continue }
            survey.check(index, detection)
        }
        survey.report()
    }

    private mutating func check(_ index: Int, _ detection: Detection) {
        let started = Date()
        guard let rule = extractor.extract(detection) else { return }
        let took = Date().timeIntervalSince(started)
        seconds += took
        if took > 0.5 { print("slow: \(detection.id), \(took) s") }
        if only != nil { show(rule) }
        rules += 1
        let isLoaded = replay.load(index)
        if !isLoaded { print("cannot run \(detection.id): its tests' own expectations are taken") }
        var (agree, disagree, undecided) = (0, 0, 0)
        for test in detection.tests {
            guard let json = try? test.inputNode.json() else { continue }
            let tested = test.mocks.isEmpty ? rule : extractor.extract(detection, mocks: test.mocks) ?? rule
            let judge = ConditionJudge(tested.condition)
            let answer = isLoaded ? replay.run(index, json, mocks: test.mocks) : .returned(test.expectedResult)
            let truth = judge.truth(json)
            events += 1
            if RuleReplay.contradicts(truth, answer) {
                disagree += 1
                print("CONTRADICTED \(detection.id) / \(test.name): condition \(truth), rule \(answer)")
            } else if truth == .unknown {
                undecided += 1
            } else {
                agree += 1
            }
            if isLoaded, test.mocks.isEmpty { mutate(index, detection, test, json, judge) }
        }
        contradictions += disagree
        count(rule, detection, agree: agree, disagree: disagree, undecided: undecided)
    }

    private mutating func mutate(
        _ index: Int,
        _ detection: Detection,
        _ test: UnitTest,
        _ json: [UInt8],
        _ judge: ConditionJudge
    ) {
        for changed in EventMutator.changes(of: json, max: mutations, salt: salt) {
            let answer = replay.run(index, changed)
            let truth = judge.truth(changed)
            events += 1
            if truth != .unknown { known += 1 }
            guard RuleReplay.contradicts(truth, answer) else { continue }
            contradictions += 1
            print("VIOLATION \(detection.id) / \(test.name): condition \(truth), rule \(answer)")
            print("    \(String(decoding: changed, as: UTF8.self).prefix(1_500))")
        }
    }

    private mutating func count(
        _ rule: ExtractedRule,
        _ detection: Detection,
        agree: Int,
        disagree: Int,
        undecided: Int
    ) {
        guard rule.isExact else {
            for reason in Set(rule.opaques.map(\.reason.rawValue)) { reasons[reason, default: 0] += 1 }
            print("opaque \(detection.id)")
            for opaque in rule.opaques.prefix(4) {
                let place = opaque.place.map { "\($0.file.map { "\($0):" } ?? "")\($0.line)" } ?? "?"
                print("    \(opaque.reason.rawValue) \(place): \(opaque.text ?? "")")
            }
            return
        }
        exact += 1
        if detection.tests.isEmpty { withoutTests += 1 }
        if disagree == 0, undecided == 0, agree > 0 {
            validated += 1
        } else if !detection.tests.isEmpty {
            print("exact, not validated: \(detection.id): \(agree) agree, \(disagree) disagree, \(undecided) undecided")
        }
    }

    private func show(_ rule: ExtractedRule) {
        print(rule.id)
        print("  \(rule.condition.text)")
        for output in rule.outputs {
            print("  \(output.origin) \(output.name): \(output.kind.rawValue) of \(output.reads.map(\.path))")
        }
        print("  reads \(rule.reads.map(\.path)), effects: \(rule.hasEffects)")
    }

    private func report() {
        for (reason, count) in reasons.sorted(by: { ($1.value, $0.key) < ($0.value, $1.key) }) {
            print("\(reason): \(count)")
        }
        let share = Double(validated * 1_000 / max(rules, 1)) / 10
        print(
            "\(rules) rules, \(exact) exact (\(withoutTests) without tests), \(validated) exact and validated: \(share) %"
        )
        print("\(events) events, \(known) known, \(contradictions) contradictions; extraction took \(seconds) s")
    }
}
