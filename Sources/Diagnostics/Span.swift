/// A stretch of a source: half-open, in UTF-8 bytes.
package struct Span: Hashable, Sendable {
    private let startOffset: UInt32
    private let endOffset: UInt32

    /// The first byte.
    package var start: Int { Int(startOffset) }
    /// One past the last byte; equal to ``start`` for a place between two bytes.
    package var end: Int { Int(endOffset) }

    /// The bytes from `start` up to `end`; an end before the start is taken as the start.
    /// Offsets past 4 GiB are clamped: no source is that long.
    package init(_ start: Int, _ end: Int) {
        startOffset = UInt32(clamping: start)
        endOffset = UInt32(clamping: max(start, end))
    }

    /// From the start of this span to the end of `other`.
    package func through(_ other: Span) -> Span { Span(start, max(end, other.end)) }
}
