import Diagnostics

/// The wording of what is wrong with Sigma's documents.
extension Diagnostic {
    static func sigmaMissing(_ key: String, in parent: String, at span: Span, _ source: Source) -> Diagnostic {
        Diagnostic(
            .sigmaStructure,
            "`\(parent)` lacks `\(key)`".replacing("`the document`", with: "the document"),
            source: source,
            span: span
        )
    }

    static func sigmaWrongType(_ key: String, _ expected: String, at span: Span, _ source: Source) -> Diagnostic {
        let name = key.contains(" ") ? key : "`\(key)`"
        return Diagnostic(.sigmaStructure, "\(name) must be \(expected)", source: source, span: span)
    }

    // MARK: Conditions

    static func sigmaCondition(_ fault: ConditionParser.Fault, at span: Span, _ source: Source) -> Diagnostic {
        let message =
            switch fault {
            case .expected(let what, let found): "expected \(what), found \(found)"
            case .tooDeep: "more than \(ConditionParser.nestingMax) parentheses and negations within each other"
            }
        return Diagnostic(.sigmaCondition, message, source: source, span: span)
    }

    static func sigmaUnknownIdentifier(
        _ name: String,
        isPattern: Bool,
        known: [String],
        at span: Span,
        _ source: Source
    ) -> Diagnostic {
        // A pattern that matches nothing has a meaning, if hardly one that was meant.
        Diagnostic(
            .sigmaIdentifier,
            isPattern ? "no search identifier matches `\(name)`" : "there is no search identifier `\(name)`",
            severity: isPattern ? .warning : .error,
            source: source,
            span: span,
            hint: isPattern ? nil : known.closest(to: name).map { "did you mean `\($0)`?" }
        )
    }

    static func sigmaUnusedIdentifier(_ identifier: SearchIdentifier, _ source: Source) -> Diagnostic {
        Diagnostic(
            .sigmaUnused,
            "no condition names `\(identifier.name)`",
            severity: .warning,
            source: source,
            span: identifier.span
        )
    }

    static func sigmaAggregation(_ aggregation: ConditionAggregation, at span: Span, _ source: Source) -> Diagnostic {
        let type =
            switch aggregation.function {
            case "count": aggregation.field == nil ? "event_count" : "value_count"
            case "sum": "value_sum"
            case "avg": "value_avg"
            case "near": "temporal"
            default: "value_percentile"
            }
        return Diagnostic(
            .sigmaAggregation,
            "`| \(aggregation.text.prefix(60))` is no part of conditions any more",
            severity: .warning,
            source: source,
            span: span,
            hint: "write a correlation of type `\(type)` beside the rule"
        )
    }

    // MARK: Searches

    static func sigmaUnknownModifier(_ name: String, at span: Span, _ source: Source) -> Diagnostic {
        let near = Modifier.allCases.map(\.rawValue).closest(to: name)
        return Diagnostic(
            .sigmaModifier,
            "there is no modifier `\(name)`",
            source: source,
            span: span,
            hint: near.map { "did you mean `\($0)`?" }
        )
    }

    static func sigmaModifier(_ message: String, _ item: DetectionItem, _ source: Source) -> Diagnostic {
        Diagnostic(.sigmaModifier, "`\(item.key)`: \(message)", source: source, span: item.keySpan)
    }

    static func sigmaEmptySearch(at span: Span, _ source: Source) -> Diagnostic {
        Diagnostic(.sigmaValue, "the search is empty", severity: .warning, source: source, span: span)
    }

    static func sigmaNullKeyword(at span: Span, _ source: Source) -> Diagnostic {
        Diagnostic(.sigmaValue, "null is no keyword", severity: .warning, source: source, span: span)
    }

    static func sigmaNullInList(_ item: DetectionItem, at span: Span, _ source: Source) -> Diagnostic {
        Diagnostic(
            .sigmaValue,
            "null stands beside other values of `\(item.key)`",
            severity: .warning,
            source: source,
            span: span,
            hint: "give null a search of its own, and join the two in the condition"
        )
    }

    static func sigmaAllOfOne(_ item: DetectionItem, _ source: Source) -> Diagnostic {
        Diagnostic(
            .sigmaValue,
            "`all` stands before one value",
            severity: .warning,
            source: source,
            span: item.keySpan,
            hint: "leave `all` out; for a second line with the same field, write a second search"
        )
    }

    static func sigmaPlaceholder(_ name: String, _ item: DetectionItem, _ source: Source) -> Diagnostic {
        Diagnostic(
            .sigmaPlaceholder,
            "`%\(name)%` has no values",
            severity: .warning,
            source: source,
            span: item.valueSpan,
            hint: "give them in a pipeline: `vars`, and a transformation `value_placeholders`"
        )
    }

    // MARK: Metadata

    static func sigmaIdentifier(_ id: String, at span: Span, _ source: Source) -> Diagnostic {
        Diagnostic(.sigmaMetadata, "`\(id.prefix(80))` is no UUID", severity: .warning, source: source, span: span)
    }

    static func sigmaDate(_ key: String, _ date: String, at span: Span, _ source: Source) -> Diagnostic {
        let parts = date.split(separator: "/").map(String.init)
        let isSlashed = parts.map(\.utf8.count) == [4, 2, 2]
        return Diagnostic(
            .sigmaMetadata,
            "`\(key)` is no date",
            severity: .warning,
            source: source,
            span: span,
            hint: isSlashed ? "write \(parts.joined(separator: "-"))" : "write YYYY-MM-DD",
            fix: isSlashed && source.text(of: span) == date
                ? Fix(replacing: span, with: parts.joined(separator: "-")) : nil
        )
    }

    static func sigmaTooLong(_ key: String, _ limit: Int, at span: Span, _ source: Source) -> Diagnostic {
        Diagnostic(
            .sigmaMetadata,
            "`\(key)` has more than \(limit) characters",
            severity: .warning,
            source: source,
            span: span
        )
    }

    static func sigmaWord(
        _ key: String,
        _ word: String,
        _ words: [String],
        isError: Bool = false,
        at span: Span,
        _ source: Source
    ) -> Diagnostic {
        Diagnostic(
            isError ? .sigmaStructure : .sigmaMetadata,
            "`\(word.prefix(80))` is no value of `\(key)`",
            severity: isError ? .error : .warning,
            source: source,
            span: span,
            hint: words.closest(to: word).map { "did you mean `\($0)`?" }
                ?? "one of " + words.map { "`\($0)`" }.joined(separator: ", ")
        )
    }

    static func sigmaLogSource(_ key: String, _ text: String, at span: Span, _ source: Source) -> Diagnostic {
        Diagnostic(
            .sigmaMetadata,
            "`\(text.prefix(80))` is no `\(key)`: small letters, digits, `_`, `.` and `-`",
            severity: .warning,
            source: source,
            span: span
        )
    }

    static func sigmaTag(_ message: String, at span: Span, _ source: Source) -> Diagnostic {
        Diagnostic(.sigmaTag, message, severity: .warning, source: source, span: span)
    }

    // MARK: Other documents

    static func sigmaTimespan(at span: Span, _ source: Source) -> Diagnostic {
        Diagnostic(
            .sigmaStructure,
            "`correlation.timespan` must be a number and `s`, `m`, `h` or `d`",
            source: source,
            span: span
        )
    }

    static func sigmaUnknownRule(
        _ name: String,
        known: [String],
        isError: Bool = false,
        at span: Span,
        _ source: Source
    ) -> Diagnostic {
        Diagnostic(
            .sigmaReference,
            "there is no rule `\(name.prefix(80))`",
            severity: isError ? .error : .warning,
            source: source,
            span: span,
            hint: known.count <= 2_000 ? known.closest(to: name).map { "did you mean `\($0)`?" } : nil
        )
    }

    static func sigmaForeignRule(_ value: SigmaValue, _ source: Source) -> Diagnostic {
        Diagnostic(
            .sigmaReference,
            "`\(value.name ?? "")` is about another log source than the filter",
            severity: .warning,
            source: source,
            span: value.span
        )
    }

    static func sigmaConflict(_ metadata: SigmaMetadata, _ source: Source, first: Source, _ span: Span) -> Diagnostic {
        let place = first.location(at: span.start)
        return Diagnostic(
            .sigmaConflict,
            "identifier `\(metadata.identifier)` is used already",
            source: source,
            span: metadata.span,
            notes: [Note("first used at \(first.path):\(place.line):\(place.column)")]
        )
    }

    static func sigmaPipeline(_ message: String, at span: Span, _ source: Source, hint: String? = nil) -> Diagnostic {
        Diagnostic(.sigmaPipeline, message, source: source, span: span, hint: hint)
    }

    static func sigmaTests(_ message: String, at span: Span, _ source: Source) -> Diagnostic {
        Diagnostic(.sigmaTests, message, severity: .warning, source: source, span: span)
    }
}
