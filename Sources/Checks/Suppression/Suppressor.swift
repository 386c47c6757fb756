import Diagnostics

/// Leaves out what comments say is to be ignored, and says which comments ignore nothing.
struct Suppressor {
    /// Whether the code may be ignored: errors that keep an item from being used may not.
    private static func isIgnorable(_ diagnostic: Diagnostic) -> Bool {
        diagnostic.severity != .error || Diagnostic.checkCodes.contains(diagnostic.code)
    }

    /// The rest of `diagnostics`, then one for each ignore comment of `sources` that had no effect.
    static func apply(to diagnostics: [Diagnostic], in sources: [Source]) -> [Diagnostic] {
        var entries: [String: [IgnoreComments.Entry]] = [:]
        for source in sources { entries[source.path] = IgnoreComments(source).entries }
        var used: Set<Span> = []
        var usedPaths: [String: Set<Span>] = [:]
        var kept: [Diagnostic] = []
        for diagnostic in diagnostics {
            guard isIgnorable(diagnostic), let path = diagnostic.source?.path, let line = diagnostic.location?.line,
                let entry = entries[path]?.first(where: { $0.line == line && $0.code == diagnostic.code.identifier })
            else {
                kept.append(diagnostic)
                continue
            }
            usedPaths[path, default: []].insert(entry.span)
        }
        for source in sources {
            used = usedPaths[source.path] ?? []
            for entry in entries[source.path] ?? [] where !used.contains(entry.span) {
                // Of several codes in one comment only the whole comment is removed for certain.
                let fix = Fix(replacing: entry.comment, with: "")
                var diagnostic = Diagnostic.uselessIgnore(entry.code, at: entry.span, removing: fix, source)
                if entry.codeCount > 1 { diagnostic.fix = nil }
                kept.append(diagnostic)
            }
        }
        return kept
    }
}
