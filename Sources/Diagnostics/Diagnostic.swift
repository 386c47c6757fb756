/// A message to a rule author: what is wrong, where, and what to do about it.
///
/// A target words its diagnostics in one file, `Diagnostic+<Topic>.swift`: its rows of ``Code`` and a factory for
/// each, which owns the wording and the hint.
package struct Diagnostic: Error, Sendable {
    /// A stable identifier: tools and docs refer to it; the wording may change.
    package var code: Code
    /// Whether the input can still be used.
    package var severity: Severity
    /// One line, lower case, no full stop, names the thing: ``unknown field `usr.name` ``.
    package var message: String
    /// What the author wrote; nil where no text is at fault, as for a file that cannot be read.
    package var source: Source?
    /// The exact offending text within ``source``.
    package var span: Span?
    /// Where the message belongs if there is no source to show: a path.
    package var path: String?
    /// Earlier text that explains the error, e.g. "keyword argument is here".
    package var notes: [Note]
    /// What the author can do next, in the imperative.
    package var hint: String?
    /// The change of ``source`` that mends it, where there is just one.
    package var fix: Fix?

    /// A diagnostic about `span` of `source`, or about the file at `path` as a whole.
    package init(
        _ code: Code,
        _ message: String,
        severity: Severity = .error,
        source: Source? = nil,
        span: Span? = nil,
        path: String? = nil,
        notes: [Note] = [],
        hint: String? = nil,
        fix: Fix? = nil
    ) {
        self.code = code
        self.severity = severity
        self.message = message
        self.source = source
        self.span = span
        self.path = path
        self.notes = notes
        self.hint = hint
        self.fix = fix
    }

    /// The path it is about, if any.
    package var file: String? { source?.path ?? path }

    /// Line and column of ``span``, if there is one.
    package var location: Location? {
        guard let source, let span else { return nil }
        return source.location(at: span.start)
    }

    /// A second place that explains the first.
    package struct Note: Hashable, Sendable {
        /// One line, lower case.
        package var message: String
        /// In the same source as the diagnostic; nil for a note about nothing in particular.
        package var span: Span?

        /// A note at `span`, or one without a place.
        package init(_ message: String, span: Span? = nil) {
            self.message = message
            self.span = span
        }
    }

    /// How bad it is.
    package enum Severity: String, CaseIterable, Sendable, Comparable {
        /// Worth knowing, nothing to do.
        case note
        /// Works, but probably not as meant.
        case warning
        /// What it is about is not used.
        case error

        /// By weight: note, warning, error.
        package static func < (left: Severity, right: Severity) -> Bool { left.rank < right.rank }

        private var rank: Int {
            switch self {
            case .note: 0
            case .warning: 1
            case .error: 2
            }
        }
    }

    /// A kind of diagnostic. Everything about it is this one row; reference pages are generated from the rows.
    ///
    /// Numbers by target: 01xx PythonSyntax, 02xx PythonRuntime (compiler), 03xx Detections and PantherFormat,
    /// 04xx Events and Pipeline, 05xx Engine, 06xx the command line, 07xx Checks, 08xx SigmaFormat, 09xx ChronicleFormat,
    /// 10xx KQL and, from 1020 on, SentinelFormat.
    package struct Code: Hashable, Sendable {
        /// `MG` and four digits; never used again once shipped.
        package let identifier: String
        /// A few words, lower case, as a heading of the reference page.
        package let title: String
        /// Sentences for a reader who has seen the message and wants to know more.
        package let explanation: String

        /// A row of the table.
        package init(_ identifier: String, _ title: String, _ explanation: String) {
            self.identifier = identifier
            self.title = title
            self.explanation = explanation
        }
    }
}
