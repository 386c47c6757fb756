/// A line on standard error that tells how far a long scan is; only on a terminal, and gone when the scan is done.
struct ScanProgress {
    private let isShown: Bool
    private var lastShown = 0.0
    private var isVisible = false

    /// Seconds between two updates, and before the first.
    static let interval = 0.5

    init(isShown: Bool) { self.isShown = isShown && Terminal.showsColor(2) }

    /// Shows the counts, at most every ``interval``.
    mutating func show(_ events: Int, _ bytes: Int, _ started: Double) {
        guard isShown else { return }
        let now = Terminal.steadyClock()
        if lastShown == 0 { lastShown = started }
        guard now - lastShown >= Self.interval else { return }
        lastShown = now
        isVisible = true
        let rate = Int(Double(events) / max(now - started, 0.001))
        Terminal.writeError("\r\u{1B}[K\(events) events, \(bytes / 1_000_000) MB, \(rate) events/s")
    }

    /// Takes the line away, so that something else can be written.
    mutating func clear() {
        guard isVisible else { return }
        Terminal.writeError("\r\u{1B}[K")
        isVisible = false
    }
}
