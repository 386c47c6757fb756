import Detections
import Diagnostics
import Documents

/// Finds what is wrong in match expressions that have none of the known forms.
///
/// The reference only says that some top-level element is not valid; this goes down to the innermost one and compares it with
/// what it seems to be meant as.
struct ExpressionExplanation {
    /// Whether these are filters, which know fewer forms.
    let isFilter: Bool

    private static let subjects = ["Key", "DeepKey", "KeyPath", "Enrichment"]
    private static let combinators = ["All", "Any", "OnlyOne", "None"]

    /// The innermost expression at fault at or below `node`, and what is wrong with it.
    func fault(in node: DataNode) -> (node: DataNode, message: String, hint: String?) {
        guard let map = node.map else {
            return (node, "an expression must be a map, not \(node.value.noun)", nil)
        }
        for name in Self.combinators + ["Expressions"] {
            guard let inner = map[name]?.list else { continue }
            let rule: ShapeRule = isFilter ? .inlineFilters : .matchExpressions
            // Depth is bounded by what the parser of the file lets through.
            if let wrong = inner.first(where: { !rule.holds(for: DataNode(.list([$0]))) }) { return fault(in: wrong) }
        }
        return (node, message(map), hint(map))
    }

    private func message(_ map: DataMap) -> String {
        let names = map.entries.compactMap(\.key.string)
        if let unknown = names.first(where: { !known.contains($0) }) { return "an expression has no key `\(unknown)`" }
        let subjects = names.filter(Self.subjects.contains)
        let combinators = names.filter(Self.combinators.contains)
        if subjects.count + combinators.count > 1 {
            return (subjects + combinators).map { "`\($0)`" }.joined(separator: " and ") + " exclude each other"
        }
        if let combinator = combinators.first {
            if map[combinator]?.list == nil { return "`\(combinator)` must be a list of expressions" }
            return names.count > 1 ? "`\(combinator)` stands alone" : "`\(combinator)` is not valid"
        }
        if map["Condition"]?.string == nil { return "an expression needs a `Condition`" }
        if names.contains("Value"), names.contains("Values") { return "`Value` and `Values` exclude each other" }
        if let value = map["Value"], !ShapeRule.scalar.holds(for: value) {
            return "`Value` must be a string, a number or a boolean, not \(value.value.noun)"
        }
        if map["Values"] != nil {
            return subjects.isEmpty
                ? "without a key of its own an expression compares two, listed in `Values`"
                : "`Values` must be a list of values of one kind"
        }
        if subjects.isEmpty { return "an expression needs a key to look at" }
        return "the expression has none of the known forms"
    }

    private func hint(_ map: DataMap) -> String? {
        let names = map.entries.compactMap(\.key.string)
        if let unknown = names.first(where: { !known.contains($0) }) {
            if isFilter, Self.subjects.contains(unknown) { return "filters know `KeyPath` and `Enrichment` only" }
            if isFilter, Self.combinators.contains(unknown) { return "filters know `All` and `Any` only" }
            return known.closest(to: unknown).map { "did you mean `\($0)`?" }
        }
        return nil
    }

    private var known: [String] {
        isFilter
            ? ["KeyPath", "Enrichment", "Condition", "Value", "Values", "All", "Any"]
            : Self.subjects + Self.combinators + [
                "Condition", "Value", "Values", "Expressions", "Sequence", "Group", "Schedule", "Transitions",
                "MatchCriteria",
                "LookbackWindowMinutes", "EventEvaluationOrder", "MinMatchCount",
            ]
    }
}
