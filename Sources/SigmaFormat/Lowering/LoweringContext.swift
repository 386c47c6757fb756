import Conditions
import Diagnostics

/// What the lowering of one document knows beside what it lowers, and what it finds wrong.
struct LoweringContext {
    /// The file.
    let source: Source
    /// What pipelines made of the rule.
    let run: PipelineRun
    /// What is wrong, in order.
    var diagnostics: [Diagnostic] = []

    init(_ source: Source, _ run: PipelineRun) {
        self.source = source
        self.run = run
    }

    /// The line of a place.
    func place(_ span: Span) -> SourcePlace { SourcePlace(line: source.line(at: span.start)) }

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
