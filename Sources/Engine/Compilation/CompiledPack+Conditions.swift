import Detections
import Extraction

extension CompiledPack {
    /// Finds the conditions of the rules that a scan runs, so that it can leave their code out where they are false.
    /// O(bytes of Python), and more where helpers are followed.
    package mutating func findConditions(includesDisabled: Bool = false) {
        let extractor = Extractor(pack)
        for (index, detection) in pack.detections.enumerated()
        where detection.kind == .rule && bodies[index] != nil && (detection.isEnabled || includesDisabled) {
            conditions[index] = extractor.extract(detection)?.condition
        }
    }
}
