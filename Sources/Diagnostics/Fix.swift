/// A change of a source that makes a diagnostic go away and cannot be wrong.
///
/// Only what is certain is a fix: a guess is a hint.
package struct Fix: Hashable, Sendable {
    /// What is replaced by what; the spans do not overlap.
    package var edits: [Edit]

    /// A fix of one replacement.
    package init(replacing span: Span, with replacement: String) {
        edits = [Edit(span: span, replacement: replacement)]
    }

    /// One replacement.
    package struct Edit: Hashable, Sendable {
        /// The text to go, in UTF-8 bytes of the diagnostic's source.
        package var span: Span
        /// The text to come.
        package var replacement: String

        /// A replacement of the text at `span`.
        package init(span: Span, replacement: String) {
            self.span = span
            self.replacement = replacement
        }
    }
}

extension Source {
    /// The text with `fixes` made, first come first served: one that overlaps an earlier one is left out. Also says how
    /// of them were made. O(length + edits²).
    package func applying(_ fixes: [Fix]) -> (bytes: [UInt8], made: [Fix]) {
        var taken: [Fix.Edit] = []
        var made: [Fix] = []
        for fix in fixes {
            let fits = fix.edits.allSatisfy { edit in
                edit.span.end <= bytes.count
                    && !taken.contains { $0.span.start < edit.span.end && edit.span.start < $0.span.end }
            }
            guard fits, !fix.edits.isEmpty, !fix.edits.allSatisfy(taken.contains) else { continue }
            taken += fix.edits
            made.append(fix)
        }
        var result: [UInt8] = []
        var position = 0
        for edit in taken.sorted(by: { $0.span.start < $1.span.start }) {
            result += bytes[position..<max(position, edit.span.start)]
            result += edit.replacement.utf8
            position = max(position, edit.span.end)
        }
        result += bytes[position...]
        return (result, made)
    }
}
