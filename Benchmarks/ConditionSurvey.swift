import Conditions
import Detections
import Diagnostics
import Formats
import Foundation
import Pipeline

/// How much of the rules of vendors' query languages is said in conditions: `MargayBenchmarks conditions FOLDER`.
///
/// For each vendor: files and rules, how many are whole, in part and not at all, and the ten most frequent reasons. With
/// `MARGAY_SHOW=REASON` the parts that are opaque for that reason are listed.
struct ConditionSurvey {
    private var rules = 0
    private var counts: [Completeness: Int] = [:]
    private var reasons: [OpaqueReason: Int] = [:]
    private var examples: [String] = []

    static func run(folder: String) {
        let started = Date()
        let pack = RuleFormats.load(roots: ["."], files: DiskFiles(currentDirectory: folder))
        let seconds = Date().timeIntervalSince(started)
        print("loaded \(pack.filesRead) files in \(String(format: "%.2f", seconds)) s; \(pack.invalid.count) left out")
        let shown = ProcessInfo.processInfo.environment["MARGAY_SHOW"]
        for vendor in Vendor.allCases {
            var survey = ConditionSurvey()
            for detection in pack.detections where detection.vendor == vendor {
                guard case .logic(let logic) = detection.body else { continue }
                survey.count(detection, logic.condition, shown)
            }
            survey.report(vendor)
        }
        let errors = pack.diagnostics.filter { $0.severity == .error }
        for (code, found) in Dictionary(grouping: errors, by: \.code.identifier).sorted(by: { $0.key < $1.key }) {
            print("\(code) \(found[0].code.title): \(found.count)")
        }
    }

    private mutating func count(_ detection: Detection, _ condition: Condition, _ shown: String?) {
        rules += 1
        counts[condition.completeness, default: 0] += 1
        let parts = condition.opaqueNodes
        for reason in Set(parts.map(\.reason)) { reasons[reason, default: 0] += 1 }
        for part in parts where part.reason.rawValue == shown {
            examples.append("\(detection.source.path):\(part.place?.line ?? 0) \(part.text ?? "")")
        }
    }

    private func report(_ vendor: Vendor) {
        guard rules > 0 else { return }
        func share(_ completeness: Completeness) -> String {
            let count = counts[completeness] ?? 0
            return "\(count) (\(String(format: "%.1f", Double(count) * 100 / Double(rules))) %)"
        }
        let shares = "whole \(share(.exact)), in part \(share(.partial)), opaque \(share(.opaque))"
        print("\(vendor.name): \(rules) rules; \(shares)")
        let sorted = reasons.sorted { ($1.value, $0.key.rawValue) < ($0.value, $1.key.rawValue) }
        for (reason, count) in sorted.prefix(10) { print("  \(count) \(reason.rawValue): \(reason.sentence)") }
        for example in examples { print("  " + example) }
    }
}
