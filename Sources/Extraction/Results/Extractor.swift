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
            base.renewBudgets(limits)
            base.load(name, parsed)
        }
        for model in library.models {
            guard let parsed = model.parsed else { continue }
            base.renewBudgets(limits)
            base.load(model.module, parsed)
        }
        // The same for all detections.
        base.unseen = UnseenCode()
        base.noteMethods()
        base.hasChangedModules = false
        base.lastSharedObject = base.nextObject
        base.modelMethods = ModelMethods(base)
    }

    /// What can be said of a detection; nil if it has no Python, or Python with syntax errors.
    ///
    /// With `mocks`, the detection is looked at as a unit test runs it: these names of its module are functions of fixed result.
    package func extract(_ detection: Detection, mocks: [Mock] = []) -> ExtractedRule? {
        guard case .python(_, let source) = detection.body, let parsed = ModuleLibrary.parse(source) else { return nil }
        // What outlives a call may make the next do something else, which may outlive that: looked at anew until nothing else comes.
        var unstable = LastingState()
        for _ in 0..<limits.settlingRounds {
            let looks = RuleLooks(base, detection, parsed, mocks, unstable, limits)
            if unstable.covers(looks.left) { return looks.result }
            unstable.formUnion(looks.left)
        }
        return ExtractedRule(
            id: detection.id,
            condition: .opaque(Opaque(.limit, changesState: true)),
            conditionOfGiven: .opaque(Opaque(.limit, changesState: true)),
            isExact: false,
            reads: [],
            outputs: [],
            templates: [:],
            opaques: [Opaque(.limit, changesState: true)],
            hasEffects: true
        )
    }
}
