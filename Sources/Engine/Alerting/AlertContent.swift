package import Detections

/// What an alert says. The first match of a window decides it.
package struct AlertContent: Sendable, Equatable {
    /// One line.
    package var title: String
    /// The effective severity.
    package var severity: Severity
    /// The detection's display name.
    package var name: String?
    /// What was found.
    package var description: String?
    /// Where to read more.
    package var reference: String?
    /// What to do.
    package var runbook: String?
    /// The alert's context, as the text of a JSON object.
    package var contextJSON: String?
    /// Where it goes, by the destination's identifier; empty means by severity.
    package var destinations: [String] = []
    /// The detection's labels.
    package var tags: [String] = []
    /// The kind of log of the first event.
    package var logType: String?

    /// An alert that says only this.
    package init(title: String, severity: Severity) {
        self.title = title
        self.severity = severity
    }
}
