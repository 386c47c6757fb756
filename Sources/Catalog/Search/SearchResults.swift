/// What a search found.
package struct SearchResults: Codable, Sendable {
    /// Rules on one page of results if nobody says otherwise.
    package static let countDefault = 25
    /// Rules on one page of results at most.
    package static let countMax = 200

    /// Rules that meet the query.
    package var total: Int
    /// Those of the page that was asked for, the best first.
    package var hits: [Hit]
    /// How many of all of them have which property; empty unless asked for.
    package var facets: [Facet]
    /// See ``SearchQuery/notes``.
    package var notes: [String]

    /// A rule that meets the query.
    package struct Hit: Codable, Sendable {
        /// The rule.
        package var rule: RuleSummary
        /// A line of its code or description with the words that were looked for between ``markStart`` and ``markEnd``; empty where
        /// none were.
        package var excerpt: String

        /// Before a word that was looked for: a character that stands for nothing else.
        package static let markStart = "\u{E000}"
        /// After it.
        package static let markEnd = "\u{E001}"

        /// A hit.
        package init(rule: RuleSummary, excerpt: String) {
            self.rule = rule
            self.excerpt = excerpt
        }

        /// ``excerpt`` cut before and after each word that was looked for.
        package var parts: [(text: Substring, isMarked: Bool)] {
            var parts: [(text: Substring, isMarked: Bool)] = []
            for part in excerpt.split(separator: Self.markStart, omittingEmptySubsequences: false) {
                let ends = part.split(separator: Self.markEnd, maxSplits: 1, omittingEmptySubsequences: false)
                // Before the first of them nothing is marked; an end that belongs to no start is the rule's own.
                guard part.startIndex > excerpt.startIndex, ends.count == 2 else {
                    parts.append((part, false))
                    continue
                }
                parts += [(ends[0], true), (ends[1], false)]
            }
            return parts
        }
    }

    /// A property with its values.
    package struct Facet: Codable, Sendable {
        /// Values of a facet at most.
        package static let valuesMax = 20

        /// The filter that asks for it: `vendor`, `source` …
        package var filter: String
        /// The most frequent first.
        package var values: [Value]

        /// A facet.
        package init(filter: String, values: [Value]) {
            self.filter = filter
            self.values = values
        }

        /// A value of a property.
        package struct Value: Codable, Hashable, Sendable {
            /// As the filter takes it.
            package var value: String
            /// As people read it.
            package var label: String
            /// Rules that have it.
            package var count: Int

            /// A value.
            package init(value: String, label: String, count: Int) {
                self.value = value
                self.label = label
                self.count = count
            }
        }
    }

    /// What was found.
    package init(total: Int, hits: [Hit], facets: [Facet] = [], notes: [String] = []) {
        self.total = total
        self.hits = hits
        self.facets = facets
        self.notes = notes
    }
}
