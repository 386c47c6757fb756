/// What rules find on events, and the lines of those matches that are written straight from the event.
///
/// One for many rules and events: its memory is kept. ``clear()`` comes between one rule and the next.
package struct FoundMatches: ~Copyable {
    /// What the rule at hand has found, in order; without the match that ``line`` is of.
    package internal(set) var matches: [ScanMatch] = []
    /// Lines of matches, of all rules since they were taken last.
    package var lines = JSONLine(capacity: 4096)
    /// Where the line of the rule's match is, its line feed included, if it was written at once: it comes before ``matches``.
    package internal(set) var line: Range<Int>?
    /// Whether matches may be written at once.
    let writesLines: Bool

    /// Nothing found yet. With `writesLines`, matches of which templates know all that a line says are written at once; the scanner
    /// must have been prepared for it: ``Scanner/prepareLines()``.
    package init(writesLines: Bool = false) { self.writesLines = writesLines }

    /// Forgets what the rule at hand has found, but not its line.
    @inline(__always)
    package mutating func clear() {
        line = nil
        if !matches.isEmpty { matches.removeAll(keepingCapacity: true) }
    }

    /// Forgets what the rule at hand has found: it does not count.
    package mutating func discard() {
        if let line { lines.removeAll(from: line.lowerBound) }
        clear()
    }
}
