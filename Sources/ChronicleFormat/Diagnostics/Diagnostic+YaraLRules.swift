import Detections
package import Diagnostics

/// Rows of the reference page, 0920 to 0939: rules whose grammar is right.
extension Diagnostic.Code {
    static let yaraLMissingSection = Self(
        "MG0920",
        "section that is missing",
        "A rule needs `events`, which say what it looks for, and `condition`, which says how many of them."
    )
    static let yaraLUnknownVariable = Self(
        "MG0921",
        "variable that nothing defines",
        """
        Events and placeholders are defined by predicates of `events`, outcomes by `outcome`. What no predicate names has no value.
        """
    )
    static let yaraLEventNotAsked = Self(
        "MG0922",
        "event that the condition does not ask for",
        """
        Every event of `events` has to be in `condition`, itself or through a placeholder or an outcome that is made of it. The rule is \
        read as if the condition asked for it.
        """
    )
    static let yaraLUnknownFunction = Self(
        "MG0923",
        "unknown function",
        "No function of YARA-L that Margay knows has this name. What it is part of is opaque on the rule's page."
    )
    static let yaraLNeverHolds = Self(
        "MG0924",
        "comparison that never holds",
        "A text that was made lower case never has a capital letter, and one that was made upper case never has a small one."
    )
    static let yaraLWindowLength = Self(
        "MG0925",
        "window of a length that is not allowed",
        "The window of a rule lasts between a minute and 48 hours."
    )
    static let yaraLSeverity = Self(
        "MG0926",
        "severity that is not known",
        "The severities are informational, low, medium, high and critical, in any case. The rule is taken to have none."
    )
    static let yaraLAttackName = Self(
        "MG0927",
        "name that is not in ATT&CK",
        """
        Tactics and techniques may be named by identifier or in words: those of MITRE's release that Margay carries. A sub-technique is \
        written with or without its technique: `Brute Force: Password Spraying`.
        """
    )
    static let yaraLConflictingName = Self(
        "MG0928",
        "two rules of one name",
        "The name of a rule is its identifier among all detections. The first one counts."
    )
}

extension Diagnostic {
    /// All codes of this target.
    package static let yaraLCodes: [Code] = [
        .yaraLExpected, .yaraLUnterminated, .yaraLCharacter, .yaraLTooDeep, .yaraLUnknownSection, .yaraLRepeatedSection,
        .yaraLUnreadableFile, .yaraLNoRule, .yaraLTooMuch, .yaraLMissingSection, .yaraLUnknownVariable,
        .yaraLEventNotAsked, .yaraLUnknownFunction, .yaraLNeverHolds, .yaraLWindowLength, .yaraLSeverity,
        .yaraLAttackName, .yaraLConflictingName,
    ]

    static func missingSection(_ name: String, _ rule: YaraLRule, _ source: Source) -> Diagnostic {
        Diagnostic(
            .yaraLMissingSection,
            "rule `\(rule.name)` has no section `\(name)`",
            source: source,
            span: rule.nameSpan,
            hint: "write `\(name):` and what belongs to it"
        )
    }

    static func unknownVariable(
        _ name: String,
        _ section: String,
        _ known: [String],
        _ span: Span,
        _ source: Source
    ) -> Diagnostic {
        Diagnostic(
            .yaraLUnknownVariable,
            "`\(name)` in section `\(section)` is no event, placeholder or outcome of the rule",
            source: source,
            span: span,
            hint: known.closest(to: name).map { "did you mean `\($0)`?" } ?? "define it in `events` or `outcome`"
        )
    }

    static func eventNotAsked(_ name: String, _ span: Span, _ source: Source) -> Diagnostic {
        Diagnostic(
            .yaraLEventNotAsked,
            "the condition does not ask for event `$\(name)`",
            severity: .warning,
            source: source,
            span: span,
            hint: "add `and $\(name)`"
        )
    }

    static func unknownFunction(_ name: String, _ span: Span, _ source: Source) -> Diagnostic {
        let near = YaraLFunction.all.keys.sorted().closest(to: name.lowercased())
        return Diagnostic(
            .yaraLUnknownFunction,
            "unknown function `\(name)`",
            severity: .warning,
            source: source,
            span: Span(span.start, span.start + name.utf8.count),
            hint: near.map { "did you mean `\($0)`?" }
        )
    }

    static func neverHolds(_ letters: String, _ span: Span, _ source: Source) -> Diagnostic {
        Diagnostic(
            .yaraLNeverHolds,
            "a text in \(letters) case is never this one",
            severity: .warning,
            source: source,
            span: span,
            hint: "write it in \(letters) case too"
        )
    }

    static func windowLength(_ span: Span, _ source: Source) -> Diagnostic {
        Diagnostic(
            .yaraLWindowLength,
            "the window is shorter than a minute or longer than 48 hours",
            severity: .warning,
            source: source,
            span: span
        )
    }

    static func unknownSeverity(_ text: String, _ span: Span, _ source: Source) -> Diagnostic {
        Diagnostic(
            .yaraLSeverity,
            "unknown severity `\(text.prefix(40))`",
            severity: .warning,
            source: source,
            span: span,
            hint: "use one of informational, low, medium, high, critical"
        )
    }

    static func unknownAttackName(
        _ kind: String,
        _ name: String,
        _ matrix: AttackMatrix,
        _ span: Span,
        _ source: Source
    ) -> Diagnostic {
        // Comparing a name with all techniques takes a while; who misspells one knows how it begins.
        let first = name.lowercased().first
        let techniques = matrix.techniques.lazy.map(\.name).filter { $0.lowercased().first == first }
        let known = matrix.tactics.map(\.name) + (kind == "tactic" ? [] : Array(techniques))
        return Diagnostic(
            .yaraLAttackName,
            "Enterprise ATT&CK \(matrix.version) has no \(kind) `\(name.prefix(80))`",
            severity: .warning,
            source: source,
            span: span,
            hint: known.closest(to: name).map { "did you mean `\($0)`?" }
        )
    }

    static func conflictingName(_ rule: YaraLRule, _ source: Source, first: Detection) -> Diagnostic {
        let place = first.source.location(at: first.idSpan.start)
        return Diagnostic(
            .yaraLConflictingName,
            "a rule called `\(rule.name)` is there already",
            source: source,
            span: rule.nameSpan,
            notes: [Note("it is in \(first.source.path), line \(place.line)")]
        )
    }
}
