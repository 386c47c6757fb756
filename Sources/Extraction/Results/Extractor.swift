import Conditions
package import Detections
import Diagnostics
import PythonSyntax

/// Finds the conditions of a pack's Python detections.
///
/// The pack's helpers and data models are read once; detections are then looked at one by one, each by itself.
package struct Extractor {
    private var base: Interpreter
    private let limits: ExtractionLimits

    /// An analysis of `pack`. O(bytes of Python).
    package init(_ pack: DetectionPack, limits: ExtractionLimits = ExtractionLimits()) {
        self.limits = limits
        let library = ModuleLibrary(pack)
        base = Interpreter(library: library, limits: limits)
        for (name, parsed) in library.helpers.sorted(by: { $0.key < $1.key }) {
            base.stepsLeft = limits.steps
            base.load(name, parsed)
        }
        for model in library.models {
            guard let parsed = model.parsed else { continue }
            base.stepsLeft = limits.steps
            base.load(model.module, parsed)
        }
        // The same for all detections.
        base.unseen = UnseenCode()
        base.noteMethods()
    }

    /// What can be said of a detection; nil if it has no Python, or Python with syntax errors.
    ///
    /// With `mocks`, the detection is looked at as a unit test runs it: these names of its module are functions of fixed result.
    package func extract(_ detection: Detection, mocks: [Mock] = []) -> ExtractedRule? {
        guard case .python(_, let source) = detection.body, let parsed = ModuleLibrary.parse(source) else { return nil }
        let first = RuleAnalysis(base, detection, parsed, mocks, limits)
        guard !first.written.isEmpty || !first.changed.isEmpty else { return first.result }
        // Something outlives the call, or may: look again, with what an earlier event may have left there.
        var second = base
        second.unstableNames = first.written
        second.unstableObjects = first.changed
        return RuleAnalysis(second, detection, parsed, mocks, limits).result
    }
}
