/// Limits on what a detection returns. Source: panther_core 0.16.
package enum DetectionLimits {
    /// Code points of a title, a deduplication string and the other texts; longer ones are cut.
    package static let textMax = 1000
    /// What a cut text ends with.
    package static let truncationMark = "... (truncated)"
    /// ASCII characters of an alert context; a larger one is replaced by a message.
    package static let contextMax = 200 * 1024
    /// Destinations of one alert; more are dropped.
    package static let destinationsMax = 10

    /// `text` cut to ``textMax`` code points, the mark included.
    package static func truncated(_ text: String) -> String {
        // Bytes are never fewer than code points: most texts need no count.
        guard text.utf8.count > textMax, text.unicodeScalars.count > textMax else { return text }
        let kept = text.unicodeScalars.prefix(textMax - truncationMark.unicodeScalars.count)
        var cut = String.UnicodeScalarView()
        cut.append(contentsOf: kept)
        return String(cut) + truncationMark
    }

    /// What stands for an alert context that is too large.
    package static func oversizedContext(_ count: Int) -> String {
        "{\"_error\": \"alert_context size is [\(count)] characters, bigger than maximum of [\(contextMax)] characters\"}"
    }

    /// The deduplication string of a detection that gives none.
    package static func defaultDeduplication(_ id: String) -> String { "defaultDedupString:\(id)" }
}
