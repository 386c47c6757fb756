import Conditions
package import Detections
import Extraction

/// Makes the pages of a pack's detections.
package struct PageMaker {
    private let pack: DetectionPack
    private let extractor: Extractor
    private let validator: ConditionValidator
    /// Whether conditions are shown as engines evaluate them, tests that only keep the code from failing included.
    private let showsErrors: Bool
    /// The detections that look for an indicator, by their index in the pack; made when first needed.
    private var company: [ConditionIndicator.Identity: Set<Int>]?

    /// Pages of `pack`. O(bytes of Python in helpers).
    package init(_ pack: DetectionPack, showsErrors: Bool = false) {
        self.pack = pack
        self.showsErrors = showsErrors
        extractor = Extractor(pack)
        validator = ConditionValidator(extractor)
    }

    /// What was found of a detection without the rest of its pack; nil for a kind that has no condition, or whose Python
    /// does not parse.
    package func findings(of index: Int) -> DetectionFindings? {
        let detection = pack.detections[index]
        switch detection.body {
        case .python: return extractor.extract(detection).map(DetectionFindings.init)
        case .conditions: return ExpressionLowering.findings(of: detection)
        case .logic(let logic): return DetectionFindings(logic)
        case .correlation: return nil
        }
    }

    /// The page of detection `index`; nil where ``findings(of:)`` is. The first page looks at the whole pack.
    package mutating func page(of index: Int) -> DetectionPage? {
        guard var page = pageWithoutCompany(of: index) else { return nil }
        let company = company ?? findCompany()
        self.company = company
        let sources = Set(page.detection.logSources)
        page.indicators = page.condition.indicators.map { indicator in
            let others = (company[indicator.identity] ?? []).filter { other in
                guard other != index, pack.detections[other].status != "Deprecated" else { return false }
                let others = pack.detections[other].logSources
                // A policy without resource types reads all of them.
                return sources.isEmpty || others.isEmpty || others.contains(where: sources.contains)
            }
            let names = others.sorted().map { pack.detections[$0].id }
            return DetectionPage.IndicatorUse(indicator: indicator, others: names)
        }
        return page
    }

    /// The page of detection `index` without its indicators, for callers that count them over more than the pack; nil where
    /// ``findings(of:)`` is.
    package func pageWithoutCompany(of index: Int) -> DetectionPage? {
        guard let found = findings(of: index) else { return nil }
        let detection = pack.detections[index]
        let condition = showsErrors ? found.condition.simplified : found.readable
        let validation = validator.validate(found.condition, of: detection)
        return DetectionPage(
            detection: detection,
            condition: condition,
            isExact: found.isExact && validation.disagreeing.isEmpty,
            validation: validation,
            indicators: [],
            outputs: found.outputs,
            reads: found.reads,
            opaque: Self.distinct(found.opaque, in: condition)
        )
    }

    /// Opaque parts that readers can tell apart; those that the readable condition still has, if it has any.
    private static func distinct(_ parts: [Opaque], in condition: Condition) -> [Opaque] {
        let shown = condition.opaqueNodes
        var result: [Opaque] = []
        for part in shown.isEmpty ? parts : shown {
            let isKnown = result.contains { other in
                other.reason == part.reason && other.place == part.place && other.text == part.text
            }
            if !isKnown { result.append(part) }
        }
        return result
    }

    private func findCompany() -> [ConditionIndicator.Identity: Set<Int>] {
        var company: [ConditionIndicator.Identity: Set<Int>] = [:]
        for index in pack.detections.indices {
            guard let found = findings(of: index) else { continue }
            for indicator in found.readable.indicators {
                company[indicator.identity, default: []].insert(index)
            }
        }
        return company
    }
}
