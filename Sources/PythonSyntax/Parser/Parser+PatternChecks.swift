import Diagnostics

/// What CPython's compiler checks of patterns.
extension Parser {
    /// A pattern that matches everything must be the last case.
    mutating func checkReachable(_ cases: [MatchCase]) {
        for matchCase in cases.dropLast() where matchCase.condition == nil && matchCase.pattern.isIrrefutable {
            report(
                .pattern(
                    "this pattern matches everything, so the cases after it are never reached",
                    source: source,
                    span: matchCase.pattern.span
                )
            )
        }
    }

    /// Names are bound once; alternatives bind the same. Patterns nest within the parser's limit.
    mutating func checkNames(of pattern: Pattern) {
        var names: Set<String> = []
        collectNames(pattern, into: &names)
    }

    private mutating func bind(_ name: Identifier?, _ names: inout Set<String>) {
        guard let name else { return }
        if !names.insert(name.text).inserted { reportTwice(name.text, name.span) }
        checkAssignable(name: Expression(.name(name.text), span: name.span))
    }

    private mutating func collectNames(_ pattern: Pattern, into names: inout Set<String>) {
        switch pattern.kind {
        case .matchValue, .matchSingleton: break
        case .matchStar(let name): bind(name, &names)
        case .matchAs(let inner, let name):
            if let inner { collectNames(inner, into: &names) }
            bind(name, &names)
        case .matchSequence(let patterns):
            var stars = 0
            for inner in patterns {
                if case .matchStar = inner.kind { stars += 1 }
                collectNames(inner, into: &names)
            }
            if stars > 1 {
                report(
                    .pattern("two starred patterns in one sequence", source: source, span: pattern.span)
                )
            }
        case .matchMapping(let entries, let rest):
            for entry in entries { collectNames(entry.pattern, into: &names) }
            bind(rest, &names)
        case .matchClass(_, let patterns, let keywords):
            for inner in patterns { collectNames(inner, into: &names) }
            for keyword in keywords { collectNames(keyword.pattern, into: &names) }
        case .matchOr(let alternatives):
            collectAlternatives(alternatives, span: pattern.span, into: &names)
        }
    }

    private mutating func collectAlternatives(
        _ alternatives: [Pattern],
        span: Span,
        into names: inout Set<String>
    ) {
        var first: Set<String>?
        for (place, alternative) in alternatives.enumerated() {
            if place < alternatives.count - 1, alternative.isIrrefutable {
                report(
                    .pattern(
                        "this alternative matches everything, so those after it are never reached",
                        source: source,
                        span: alternative.span
                    )
                )
            }
            var own: Set<String> = []
            collectNames(alternative, into: &own)
            if let first, first != own {
                report(.pattern("alternatives bind different names", source: source, span: span))
                break
            }
            first = own
        }
        for name in (first ?? []).sorted() where !names.insert(name).inserted { reportTwice(name, span) }
    }

    private mutating func reportTwice(_ name: String, _ span: Span) {
        report(.pattern("name `\(name)` is bound twice in a pattern", source: source, span: span))
    }

    /// The keys of a mapping pattern differ, as far as they are literals.
    mutating func checkKeys(_ entries: [Pattern.MappingEntry]) {
        var seen: Set<Constant> = []
        for entry in entries {
            guard case .constant(let constant) = entry.key.kind else { continue }
            if !seen.insert(constant).inserted {
                report(.pattern("the key is in the pattern twice", source: source, span: entry.key.span))
            }
        }
    }
}

extension Pattern {
    /// Whether it matches every value.
    fileprivate var isIrrefutable: Bool {
        switch kind {
        case .matchAs(let inner, _): inner?.isIrrefutable ?? true
        case .matchOr(let alternatives): alternatives.contains { $0.isIrrefutable }
        default: false
        }
    }
}
