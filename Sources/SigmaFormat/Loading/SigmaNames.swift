import Diagnostics

/// What rules and correlations are called by others: their identifiers and names.
struct SigmaNames: Sendable {
    /// The identifier that the pack knows a document by, by what others call it.
    private var identifiers: [String: String] = [:]
    private var ruleIndices: [String: Int] = [:]
    private var known: [String] = []

    init(rules: [SigmaRule], correlations: [SigmaCorrelation]) {
        for (index, rule) in rules.enumerated() {
            add(rule.metadata)
            ruleIndices[rule.metadata.identifier] = index
        }
        for correlation in correlations { add(correlation.metadata) }
    }

    private mutating func add(_ metadata: SigmaMetadata) {
        for name in [metadata.id, metadata.name, metadata.title].compactMap(\.self) where identifiers[name] == nil {
            identifiers[name] = metadata.identifier
            known.append(name)
        }
    }

    /// The identifier of what is called `name`.
    func identifier(of name: String) -> String? { identifiers[name] }

    /// The index among the rules of one that the pack knows by `identifier`; nil for a correlation.
    func ruleIndex(_ identifier: String) -> Int? { ruleIndices[identifier] }

    /// The identifiers of what a correlation looks at, as far as it is there.
    func identifiers(of correlation: SigmaCorrelation) -> [String] {
        correlation.rules.compactMap { $0.name.flatMap(identifier) }
    }

    /// The indices of the rules that a filter is for, and what is wrong with those it names.
    func rules(of filter: SigmaFilter, _ rules: [SigmaRule]) -> (indices: [Int], diagnostics: [Diagnostic]) {
        guard let names = filter.rules else {
            return (rules.indices.filter { filter.logSource.covers(rules[$0].logSource) }, [])
        }
        var indices: [Int] = []
        var diagnostics: [Diagnostic] = []
        for value in names {
            guard let name = value.name, let index = identifier(of: name).flatMap(ruleIndex) else {
                diagnostics.append(unknown(value, filter.source))
                continue
            }
            if filter.logSource.covers(rules[index].logSource) {
                indices.append(index)
            } else {
                diagnostics.append(.sigmaForeignRule(value, filter.source))
            }
        }
        return (indices, diagnostics)
    }

    /// That nothing has the name.
    func unknown(_ value: SigmaValue, _ source: Source) -> Diagnostic {
        .sigmaUnknownRule(value.name ?? "", known: known, isError: true, at: value.span, source)
    }
}

extension SigmaValue {
    /// The text of a name.
    var name: String? { if case .text(let text) = content { text } else { nil } }
}
