import Diagnostics

/// Collects the pieces of adjacent string literals into one expression.
struct StringBuilder {
    let source: Source
    let isBytes: Bool
    /// Whether the first literal has the prefix `u`, which every constant of the whole then carries.
    let isUnicode: Bool
    var isFormatted = false
    private var decoder: EscapeDecoder
    private var values: [Expression] = []
    /// Where the literal text being collected begins and ends.
    private var literalSpan: Span?

    init(_ source: Source, isBytes: Bool, isUnicode: Bool) {
        self.source = source
        self.isBytes = isBytes
        self.isUnicode = isUnicode
        decoder = EscapeDecoder(source, isBytes: isBytes)
    }

    /// What was wrong with escapes so far.
    var diagnostics: [Diagnostic] { decoder.diagnostics }

    /// Appends literal text at `range` of the source.
    mutating func append(_ range: Range<Int>, isRaw: Bool) {
        let span = Span(range.lowerBound, range.upperBound)
        literalSpan = literalSpan?.through(span) ?? span
        decoder.append(range, isRaw: isRaw)
    }

    /// Appends text of the source as it stands: what `{x=}` shows.
    mutating func append(source range: Range<Int>) {
        append(range, isRaw: true)
    }

    /// Appends a field.
    mutating func append(_ field: Expression) {
        flush()
        values.append(field)
    }

    private var constant: Constant {
        if isBytes { return .bytes(decoder.output) }
        return .string(
            StringConstant(
                bytes: decoder.output,
                hasSurrogates: decoder.hasSurrogates,
                hasUnicodePrefix: isUnicode
            )
        )
    }

    private mutating func flush() {
        defer { literalSpan = nil }
        guard !decoder.output.isEmpty else { return }
        values.append(Expression(.constant(constant), span: literalSpan ?? Span(0, 0)))
        decoder.output = []
        decoder.hasSurrogates = false
    }

    /// The whole.
    mutating func finish(span: Span) -> Expression.Kind {
        guard isFormatted else { return .constant(constant) }
        flush()
        return .joinedStr(values)
    }
}
