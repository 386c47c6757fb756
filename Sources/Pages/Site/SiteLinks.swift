package import Catalog

/// Where pages and files are, seen from one page.
///
/// A served page names others from the root of the server; an exported one relative to itself, so that a folder of pages works
/// wherever it is put, without a server too.
package struct SiteLinks: Hashable, Sendable {
    /// How pages are reached.
    package enum Form: Hashable, Sendable {
        /// From `margay serve`.
        case served
        /// As files, from one so many folders below the top.
        case files(depth: Int)
    }

    /// How pages are reached.
    package var form: Form

    /// Links of one form.
    package init(_ form: Form) { self.form = form }

    /// Whether pages are served: some need a server.
    package var isServed: Bool { form == .served }

    private func place(served: String, file: String) -> String {
        switch form {
        case .served: "/" + served
        case .files(let depth): String(repeating: "../", count: depth) + file
        }
    }

    /// The first page: all rules.
    package var home: String { place(served: "", file: "index.html") }

    /// The page that finds rules.
    package var search: String { place(served: "search", file: "index.html") }

    /// Rules that are found by `query`. An exported page finds words only.
    package func search(_ query: String) -> String { search + "?q=" + Self.encoded(query) }

    /// Rules of which something holds. Exported pages have none for what their lists do not show.
    package func search(_ filter: String, _ value: String) -> String? {
        switch form {
        case .served: search(QueryText.term(filter, value))
        case .files: ["field", "id", "vendor"].contains(filter) ? search(value) : nil
        }
    }

    /// The page of a rule.
    package func rule(_ slug: String) -> String {
        place(served: "rules/" + Self.encoded(slug), file: "rules/\(slug).html")
    }

    /// A file of a rule as it is, the first being 0.
    package func source(_ slug: String, _ index: Int) -> String {
        place(served: "rules/\(Self.encoded(slug))/files/\(index)", file: "rules/\(slug).\(index).txt")
    }

    /// The page of an operation.
    package func action(_ action: Action) -> String {
        let folded = action.folded
        return place(
            served: "actions/" + [folded.family, folded.field, folded.name].map(Self.encoded).joined(separator: "/"),
            file: "actions/\(Self.fileName([folded.family, folded.field, folded.name])).html"
        )
    }

    /// The page of an indicator, by its key.
    package func indicator(_ key: String) -> String {
        place(served: "indicators?key=" + Self.encoded(key), file: "indicators/\(Self.fileName([key])).html")
    }

    /// The matrix of ATT&CK.
    package var matrix: String { place(served: "attack", file: "attack.html") }

    /// What the rules that meet `query` cover, as a file that the ATT&CK Navigator opens. An exported one covers all rules.
    package func layer(_ query: String = "") -> String {
        place(served: "attack/layer.json" + Self.question(query), file: "layer.json")
    }

    /// The page of a technique.
    package func technique(_ id: String) -> String {
        place(served: "attack/" + Self.encoded(id), file: "attack/\(Self.fileName([id])).html")
    }

    /// Actions of which rules say different things.
    package var disputes: String { place(served: "disagreements", file: "disagreements.html") }

    /// What none of the rules that meet `query` covers. An exported page is about all rules.
    package func gaps(_ query: String = "") -> String {
        place(served: "gaps" + Self.question(query), file: "gaps.html")
    }

    private static func question(_ query: String) -> String { query.isEmpty ? "" : "?q=" + encoded(query) }

    /// Two rules side by side. Exported pages have none: there are too many pairs.
    package func comparison(_ first: String, _ second: String) -> String? {
        guard isServed else { return nil }
        return "/diff?a=\(Self.encoded(first))&b=\(Self.encoded(second))"
    }

    /// The page that takes an event. Exported pages have none: it takes a program to answer.
    package var event: String? { isServed ? "/event" : nil }

    /// A file that pages name.
    package func asset(_ asset: Asset) -> String { place(served: "assets/" + asset.name, file: "assets/" + asset.name) }

    // MARK: Encoding

    /// A part of an address: everything but letters, digits, `.`, `_`, `~` and `-` percent-encoded; a part of dots alone too, which
    /// would lead to another folder.
    package static func encoded(_ text: String) -> String {
        guard text.isEmpty || !text.utf8.allSatisfy({ $0 == UInt8(ascii: ".") }) else {
            return text.replacing(".", with: "%2E")
        }
        return PercentEncoding.encode(text)
    }

    /// The name of a file without its ending, the same for the same names only: what is plain of the last one, and a number made
    /// from all.
    package static func fileName(_ names: [String]) -> String {
        var plain = ""
        for byte in (names.last ?? "").utf8.prefix(64) {
            switch byte {
            case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
                UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "."), UInt8(ascii: "-"):
                plain.unicodeScalars.append(Unicode.Scalar(byte))
            default: if plain.last != "_" { plain.append("_") }
            }
        }
        // Identifiers of techniques are plain and told apart already.
        if names.count == 1, plain == names[0], !plain.isEmpty, plain.first != "." { return plain }
        return plain + "-" + String(names.joined(separator: "\u{0}").utf8.fnv1a, radix: 16)
    }

    /// `address` if it is one of the web that a page may lead to: rules name others' pages, and one that begins with `javascript:`
    /// is none.
    package static func web(_ address: String) -> String? {
        let start = address.prefix(8).lowercased()
        guard start.hasPrefix("https://") || start.hasPrefix("http://") else { return nil }
        return address.utf8.allSatisfy { $0 > 0x20 && $0 != 0x7F } ? address : nil
    }
}
