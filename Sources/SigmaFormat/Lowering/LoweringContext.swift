import Conditions
import Diagnostics

/// What the lowering of one document knows beside what it lowers, and what it finds wrong.
struct LoweringContext {
    /// The file.
    let source: Source
    /// What pipelines made of the rule.
    let run: PipelineRun
    /// Texts that modifiers, placeholders and mappings of fields make for one rule.
    static let textsMax = 250_000
    /// Bytes of these.
    static let bytesMax = 16 << 20

    /// What may still be made.
    private var textsLeft = Self.textsMax
    private var bytesLeft = Self.bytesMax
    /// What is wrong, in order; past ``DocumentReader/diagnosticsMax`` nothing more is told.
    private(set) var diagnostics: [Diagnostic] = []

    init(_ source: Source, _ run: PipelineRun) {
        self.source = source
        self.run = run
    }

    mutating func report(_ diagnostic: Diagnostic) {
        if diagnostics.count < DocumentReader.diagnosticsMax { diagnostics.append(diagnostic) }
    }

    /// Takes what is to be made from what may be made for the rule; false, and nothing taken, if that is less.
    mutating func take(texts: Int, bytes: Int) -> Bool {
        guard texts <= textsLeft, bytes <= bytesLeft else { return false }
        textsLeft -= texts
        bytesLeft -= bytes
        return true
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
