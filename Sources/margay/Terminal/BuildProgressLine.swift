import CatalogStore
import Diagnostics

/// A line on standard error that tells how far a build is; only on a terminal, and gone when the build is done.
struct BuildProgressLine: Sendable {
    private let isShown = Terminal.showsColor(2)

    /// Shows how far it is.
    @Sendable func show(_ progress: BuildProgress) {
        guard isShown else { return }
        let count = progress.total > 0 ? " \(progress.done) of \(progress.total) rules" : " …"
        Terminal.writeError("\r\u{1B}[K" + TerminalText.escape(progress.stage) + count)
    }

    /// Takes the line away.
    func clear() {
        if isShown { Terminal.writeError("\r\u{1B}[K") }
    }
}
