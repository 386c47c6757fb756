import Detections
import Documents
import Foundation
import PantherFormat
import Pipeline
import Testing

/// The public rules of Panther at commit daa10c88, where `PANTHER_CORPUS` names a checkout.
@Suite(.enabled(if: ProcessInfo.processInfo.environment["PANTHER_CORPUS"] != nil)) struct CorpusTests {
    static let root = ProcessInfo.processInfo.environment["PANTHER_CORPUS"] ?? ""

    @Test("every item loads, and all of them") func loads() throws {
        let files = DiskFiles(currentDirectory: Self.root)
        let clock = ContinuousClock()
        var pack = DetectionPack()
        for _ in 0..<3 {
            let duration = clock.measure { pack = PantherPack.load(roots: ["."], files: files) }
            print("loaded \(pack.filesRead) files in \(duration)")
        }
        #expect(pack.invalid.map { "\($0.path): \($0.patMessage)" } == [])
        let kinds = Dictionary(grouping: pack.detections, by: \.kind).mapValues(\.count)
        #expect(kinds[.rule] == 866)
        #expect(kinds[.scheduledRule] == 57)
        #expect(kinds[.policy] == 119)
        #expect(kinds[.correlation] == 31)
        #expect(pack.dataModels.count == 34)
        #expect(pack.helpers.count == 44)
        let runnable = pack.detections.filter { if case .python = $0.body { true } else { false } }
        #expect(runnable.map(\.tests.count).reduce(0, +) == 3_502)
        for detection in pack.detections {
            for test in detection.tests { _ = try test.inputNode.json() }
        }
    }
}
