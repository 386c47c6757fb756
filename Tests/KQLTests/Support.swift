import Diagnostics
import KQL

/// The tree of `text`, and what was said of it.
func parse(_ text: String, limits: KQLLimits = .default) -> ParseResult {
    Parser.parse(Source(path: "query.kql", text: text), limits: limits)
}

/// What was said of `text`: `line:column code message`, one a line.
func complaints(_ text: String, limits: KQLLimits = .default) -> [String] {
    parse(text, limits: limits).diagnostics.map { diagnostic in
        let place = diagnostic.location.map { "\($0.line):\($0.column) " } ?? ""
        return place + diagnostic.code.identifier + " " + diagnostic.message
    }
}
