import Diagnostics

/// Reads queries; see ``SearchQuery``.
///
///     query   = group {"OR" group}
///     group   = {["-" | "NOT"] term}
///     term    = "(" query ")" | word ":" value {"," value} | value
///     value   = quoted | word
struct SearchParser {
    private let scalars: [Unicode.Scalar]
    private var position = 0
    private var termCount = 0
    private(set) var notes: [String] = []

    init(_ text: String) {
        var scalars: [Unicode.Scalar] = []
        var bytes = 0
        for scalar in text.unicodeScalars {
            bytes += UTF8.width(scalar)
            guard bytes <= SearchQuery.bytesMax else {
                notes.append("only the first \(SearchQuery.bytesMax) bytes of the query were read")
                break
            }
            scalars.append(scalar)
        }
        self.scalars = scalars
    }

    mutating func parse() -> SearchExpression? {
        var parts: [SearchExpression] = []
        while position < scalars.count {
            let before = position
            if let part = alternatives(depth: 0) { parts.append(part) }
            // A closing parenthesis that nothing opened.
            if peek == ")" { position += 1 }
            // Every turn takes something; a query that is not understood is no reason to hang.
            if position == before { position += 1 }
        }
        return Self.joined(parts, SearchExpression.all)
    }

    // MARK: Productions

    private mutating func alternatives(depth: Int) -> SearchExpression? {
        var groups: [SearchExpression] = []
        repeat {
            if let group = group(depth: depth) { groups.append(group) }
        } while takeOr()
        return Self.joined(groups, SearchExpression.any)
    }

    private mutating func group(depth: Int) -> SearchExpression? {
        var terms: [SearchExpression] = []
        while true {
            skipBlanks()
            guard let next = peek, next != ")", !isOrAhead else { break }
            if let term = negatable(depth: depth) { terms.append(term) }
        }
        return Self.joined(terms, SearchExpression.all)
    }

    private mutating func negatable(depth: Int) -> SearchExpression? {
        var isNegated = false
        while true {
            if peek == "-" || peek == "!" {
                position += 1
                // A dash by itself asks for nothing.
                guard let next = peek, !Self.isBlank(next), next != ")" else { return nil }
            } else if wordAhead == "NOT" {
                position += 3
                skipBlanks()
                guard let next = peek, next != ")" else { return nil }
            } else {
                break
            }
            isNegated.toggle()
        }
        let term = term(depth: depth)
        return isNegated ? term.map(SearchExpression.not) : term
    }

    private mutating func term(depth: Int) -> SearchExpression? {
        if peek == "(" {
            position += 1
            guard depth < SearchQuery.depthMax else { return nil }
            let inner = alternatives(depth: depth + 1)
            if peek == ")" { position += 1 }
            return inner
        }
        if peek == "\"" { return word(quoted()) }
        let start = position
        while let next = peek, !Self.isBlank(next), !"()\":=".unicodeScalars.contains(next) { position += 1 }
        let name = text(from: start)
        guard peek == ":" || peek == "=", !name.isEmpty else {
            if peek == ":" || peek == "=" { position += 1 }
            return name.isEmpty ? nil : word(SearchPattern(name))
        }
        position += 1
        return filter(name)
    }

    /// The values of `name:`, the colon taken.
    private mutating func filter(_ name: String) -> SearchExpression? {
        var values: [SearchPattern] = []
        repeat {
            if peek == "\"" {
                values.append(quoted())
            } else {
                let start = position
                while let next = peek, !Self.isBlank(next), !"(),\"".unicodeScalars.contains(next) { position += 1 }
                if position > start { values.append(SearchPattern(text(from: start))) }
            }
        } while take(",")
        guard let filter = SearchFilter.named(name) else {
            // `eventName:` alone asks whether the field is looked at.
            if values.isEmpty { return count(.filter(.field, SearchPattern(name))) }
            return Self.joined(values.compactMap { count(.indicator(field: name, $0)) }, SearchExpression.any)
        }
        guard !values.isEmpty else {
            notes.append("\(name): says nothing to look for")
            return nil
        }
        for value in values { check(filter, value) }
        return Self.joined(values.compactMap { count(.filter(filter, $0)) }, SearchExpression.any)
    }

    private mutating func check(_ filter: SearchFilter, _ value: SearchPattern) {
        guard let known = filter.values, !known.contains(value.folded) else { return }
        let near = known.closest(to: value.folded).map { "; did you mean \($0)?" } ?? ""
        notes.append(
            "\(filter.rawValue):\(value.text) is not known\(near) There is \(known.joined(separator: ", "))"
        )
    }

    // MARK: Parts

    private mutating func word(_ pattern: SearchPattern) -> SearchExpression? {
        // What has neither letter nor digit is in no index of words.
        let hasWord = pattern.text.unicodeScalars.contains {
            $0.properties.isAlphabetic || $0.properties.numericType != nil
        }
        return hasWord ? count(.text(pattern)) : nil
    }

    private mutating func count(_ term: SearchExpression) -> SearchExpression? {
        termCount += 1
        guard termCount <= SearchQuery.termsMax else {
            if termCount == SearchQuery.termsMax + 1 {
                notes.append("only the first \(SearchQuery.termsMax) words and filters were read")
            }
            return nil
        }
        return term
    }

    /// A text in quotes; without a closing one, up to the end.
    private mutating func quoted() -> SearchPattern {
        position += 1
        let start = position
        while let next = peek, next != "\"" { position += 1 }
        let pattern = SearchPattern(text(from: start), isQuoted: true)
        if peek == "\"" { position += 1 }
        return pattern
    }

    private static func joined(
        _ parts: [SearchExpression],
        _ join: ([SearchExpression]) -> SearchExpression
    ) -> SearchExpression? {
        parts.count > 1 ? join(parts) : parts.first
    }

    // MARK: Scalars

    private var peek: Unicode.Scalar? { position < scalars.count ? scalars[position] : nil }

    private static func isBlank(_ scalar: Unicode.Scalar) -> Bool {
        scalar.properties.isWhitespace || scalar.value < 0x20
    }

    private mutating func skipBlanks() {
        while let next = peek, Self.isBlank(next) { position += 1 }
    }

    private mutating func take(_ scalar: Unicode.Scalar) -> Bool {
        guard peek == scalar else { return false }
        position += 1
        return true
    }

    /// The letters from here to the next blank or parenthesis.
    private var wordAhead: String {
        var end = position
        while end < scalars.count, !Self.isBlank(scalars[end]), scalars[end] != "(", scalars[end] != ")",
            end - position < 4
        {
            end += 1
        }
        return text(position..<end)
    }

    private var isOrAhead: Bool { wordAhead == "OR" || wordAhead == "|" || wordAhead == "||" }

    private mutating func takeOr() -> Bool {
        skipBlanks()
        guard isOrAhead else { return false }
        position += wordAhead.unicodeScalars.count
        return true
    }

    private func text(from start: Int) -> String { text(start..<position) }

    private func text(_ range: Range<Int>) -> String {
        var view = String.UnicodeScalarView()
        view.append(contentsOf: scalars[range])
        return String(view)
    }
}
