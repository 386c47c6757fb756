/// What a reader looks for: words and filters, with `OR`, `-` and parentheses.
///
///     SendCommand vendor:sigma,panther -status:deprecated
///     eventName:SendCommand technique:T1651 (has:tests OR is:exact)
///
/// Any text is a query: what is no filter is a word, what is left open is closed, and ``notes`` says what was taken otherwise than
/// it may have been meant.
package struct SearchQuery: Hashable, Sendable {
    /// Bytes of a query that are read.
    package static let bytesMax = 4_096
    /// Words and filters of a query; further ones are passed over.
    package static let termsMax = 64
    /// Parentheses in each other; what is deeper is read as if it had none.
    package static let depthMax = 16

    /// What must hold of a rule; nil for a query that asks for nothing: all rules.
    package var expression: SearchExpression?
    /// What a reader should know of how the query was read.
    package var notes: [String]

    /// Reads a query. O(length).
    package init(_ text: String) {
        var parser = SearchParser(text)
        expression = parser.parse()
        notes = parser.notes
    }

    /// Whether rules that their authors have given up are meant.
    package var asksForDeprecated: Bool { expression?.asksForDeprecated ?? false }
}

/// What must hold of a rule.
package indirect enum SearchExpression: Hashable, Sendable {
    /// All of these.
    case all([SearchExpression])
    /// One of these.
    case any([SearchExpression])
    /// Not this.
    case not(SearchExpression)
    /// The word, or the words in this order, stand in its name, its description, its code …
    case text(SearchPattern)
    /// A property of the rule.
    case filter(SearchFilter, SearchPattern)
    /// It looks for a value in a field of that name, by whichever vendor's spelling.
    case indicator(field: String, SearchPattern)

    /// The words that a rule must or may have, in the order written: what results are ranked by.
    package var rankedWords: [SearchPattern] {
        switch self {
        case .all(let children), .any(let children): children.flatMap(\.rankedWords)
        case .text(let pattern): [pattern]
        case .not, .filter, .indicator: []
        }
    }

    fileprivate var asksForDeprecated: Bool {
        switch self {
        case .all(let children), .any(let children): children.contains(where: \.asksForDeprecated)
        case .filter(.status, _): true
        case .filter(.is, let pattern): pattern.folded == "deprecated"
        case .not, .text, .filter, .indicator: false
        }
    }
}

/// What a word or a value must be like.
package struct SearchPattern: Hashable, Sendable {
    /// As written, without quotes; stars stand for any characters unless ``isQuoted``.
    package var text: String
    /// Whether it stood in quotes: several words are a phrase.
    package var isQuoted: Bool

    /// A pattern.
    package init(_ text: String, isQuoted: Bool = false) {
        self.text = text
        self.isQuoted = isQuoted
    }

    /// Whether a star in it stands for any characters.
    package var hasStar: Bool { !isQuoted && text.contains("*") }

    /// In small letters.
    package var folded: String { text.lowercased() }
}

/// The properties that a query may ask for. To add one: a case here, and its test in `SearchCompiler`.
package enum SearchFilter: String, CaseIterable, Sendable {
    /// The name of a field that the rule reads or looks for.
    case field
    /// A value that it looks for, in any field.
    case value
    /// An operation that it looks for.
    case action
    /// Whose format it is written in.
    case vendor
    /// The folder it comes from.
    case collection
    /// The kind of log that it reads.
    case source
    /// A technique by identifier or a part of its name; sub-techniques are meant with their parents.
    case technique
    /// A tactic by identifier or name.
    case tactic
    /// How bad a match is.
    case severity
    /// As written: `experimental`, `deprecated` …
    case status
    /// What it runs on: `rule`, `scheduledRule`, `policy`, `correlation`.
    case kind
    /// `python`, `yaml`, `yara-l`, `kql`.
    case language
    /// A label.
    case tag
    /// Its identifier.
    case id
    /// Its name.
    case name
    /// Who wrote it.
    case author
    /// What it has: `tests`, `condition`, `indicators`, `outputs`, `duplicates`, `similar`.
    case has
    /// What it is: `exact`, `partial`, `opaque`, `validated`, `contradicted`, `deprecated`, `enabled`, `disabled`.
    case `is`
    /// A reason why some of it is opaque, or `yes` and `no`.
    case opaque

    /// Other words for the filters.
    static let synonyms: [String: SearchFilter] = [
        "fields": .field, "values": .value, "log": .source, "logsource": .source, "family": .source,
        "attack": .technique,
        "tags": .tag, "level": .severity, "lang": .language, "title": .name, "event": .action, "operation": .action,
    ]

    /// The filter of a word before a colon.
    static func named(_ word: String) -> SearchFilter? {
        SearchFilter(rawValue: word.lowercased()) ?? synonyms[word.lowercased()]
    }

    /// The values that there are, where there are only these.
    package var values: [String]? {
        switch self {
        case .has: ["condition", "duplicates", "indicators", "outputs", "similar", "tests"]
        case .is: ["contradicted", "deprecated", "disabled", "enabled", "exact", "opaque", "partial", "validated"]
        default: nil
        }
    }
}
