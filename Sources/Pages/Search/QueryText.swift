/// The text of a query, term by term, to add terms to and take them from: what facets do.
struct QueryText {
    /// The terms as written, filters with their values.
    private(set) var terms: [String] = []

    /// Cuts a query at blanks outside of quotes. O(length).
    init(_ text: String) {
        var term = ""
        var isQuoted = false
        for character in text {
            if character == "\"" { isQuoted.toggle() }
            if character.isWhitespace, !isQuoted {
                if !term.isEmpty { terms.append(term) }
                term = ""
            } else {
                term.append(character)
            }
        }
        if !term.isEmpty { terms.append(term) }
    }

    /// The query again.
    var text: String { terms.joined(separator: " ") }

    /// A filter with one value as a term.
    static func term(_ filter: String, _ value: String) -> String {
        let isPlain = value.allSatisfy { $0.isLetter || $0.isNumber || "._-/*".contains($0) }
        return "\(filter):" + (isPlain && !value.isEmpty ? value : "\"\(value.replacing("\"", with: ""))\"")
    }

    /// Whether a term is there.
    func contains(_ term: String) -> Bool { terms.contains { $0.lowercased() == term.lowercased() } }

    /// The query with a term added, or taken away if it is there.
    func toggling(_ term: String) -> String {
        var changed = self
        if contains(term) {
            changed.terms.removeAll { $0.lowercased() == term.lowercased() }
        } else {
            changed.terms.append(term)
        }
        return changed.text
    }

    /// The query without its term at a place.
    func removing(at index: Int) -> String {
        var changed = self
        changed.terms.remove(at: index)
        return changed.text
    }

    /// The places of terms that are filters.
    var filters: [Int] { terms.indices.filter { terms[$0].contains(":") && !terms[$0].hasPrefix("\"") } }
}
