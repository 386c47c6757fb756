import Conditions
import Diagnostics

/// What the lowering of one document knows beside what it lowers, and what it finds wrong.
struct LoweringContext {
    /// The file.
    let source: Source
    /// What pipelines made of the rule.
    let run: PipelineRun
    /// What is wrong, in order; past ``DocumentReader/diagnosticsMax`` nothing more is told.
    private(set) var diagnostics: [Diagnostic] = []

    init(_ source: Source, _ run: PipelineRun) {
        self.source = source
        self.run = run
    }

    mutating func report(_ diagnostic: Diagnostic) {
        if diagnostics.count < DocumentReader.diagnosticsMax { diagnostics.append(diagnostic) }
    }

    /// The line of a place.
    func place(_ span: Span) -> SourcePlace { SourcePlace(line: source.line(at: span.start)) }

    /// A search of which a part could not be read.
    func opaque(_ reason: OpaqueReason, _ identifier: SearchIdentifier) -> Condition {
        .opaque(Opaque(reason, place: place(identifier.span), text: identifier.name, mayRaise: false))
    }

    /// A part that conditions cannot say.
    func opaque(_ reason: OpaqueReason, _ item: DetectionItem) -> Condition {
        .opaque(
            Opaque(
                reason,
                place: place(item.keySpan),
                text: String(item.summary.prefix(120)),
                reads: item.fieldNames.map { .each($0) },
                mayRaise: false
            )
        )
    }
}
