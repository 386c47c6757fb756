package import Diagnostics

extension Diagnostic.Code {
    static let sigmaStructure = Self(
        "MG0801",
        "not a Sigma document",
        "A key that the Sigma specification demands is missing, or a value has another kind than it demands. What can be used of "
            + "the document is used."
    )
    static let sigmaCondition = Self(
        "MG0802",
        "not a Sigma condition",
        "A condition joins search identifiers with `and`, `or`, `not`, parentheses, `1 of pattern*` and `all of pattern*`."
    )
    static let sigmaIdentifier = Self(
        "MG0803",
        "unknown search identifier",
        "The condition names a search that the detection does not have. The rule is not run."
    )
    static let sigmaUnused = Self(
        "MG0804",
        "unused search identifier",
        "No condition names the search, so that it has no effect. One whose name begins with `_` is taken for a place to keep things."
    )
    static let sigmaModifier = Self(
        "MG0805",
        "modifier that cannot be applied",
        "A field's modifier is not known, or does not go with the value or with the modifiers before it. The test is left open, and "
            + "the rule is not run."
    )
    static let sigmaAggregation = Self(
        "MG0806",
        "aggregation in a condition",
        "Counting events behind a `|` was taken out of Sigma; a correlation rule says the same. The rule is shown, but not run."
    )
    static let sigmaValue = Self(
        "MG0807",
        "doubtful value",
        "A list holds null beside other values, a search is empty, or `all` stands before one value: tools read such rules "
            + "differently."
    )
    static let sigmaMetadata = Self(
        "MG0808",
        "malformed metadata",
        "An identifier, a date, a level, a status or a log source is not written as the Sigma specification demands."
    )
    static let sigmaTag = Self(
        "MG0809",
        "malformed tag",
        "A tag is a namespace and a name joined by a dot, in small letters. The namespaces are those of the specification."
    )
    static let sigmaReference = Self(
        "MG0810",
        "unknown rule",
        "A correlation or a filter names a rule that is not among those loaded. A correlation without one of its rules is not run."
    )
    static let sigmaConflict = Self(
        "MG0811",
        "identifier used twice",
        "Two documents have the same identifier. The first in the order of files is used."
    )
    static let sigmaPlaceholder = Self(
        "MG0812",
        "placeholder without a value",
        "A value with the `expand` modifier names a list of the environment, and no pipeline gives it values. The rule is not run."
    )
    static let sigmaPipeline = Self(
        "MG0813",
        "not a processing pipeline",
        "A pipeline is written as pySigma's are. One with a transformation or condition that is not known is refused as a whole, "
            + "since rules would silently mean something else without it."
    )
    static let sigmaTests = Self(
        "MG0814",
        "tests that cannot be read",
        "The path of a rule's tests is relative to a folder at or above the rule's own."
    )
}

extension Diagnostic {
    /// All codes of Sigma's files, for the reference page.
    package static let sigmaCodes: [Code] = [
        .sigmaStructure, .sigmaCondition, .sigmaIdentifier, .sigmaUnused, .sigmaModifier, .sigmaAggregation,
        .sigmaValue,
        .sigmaMetadata, .sigmaTag, .sigmaReference, .sigmaConflict, .sigmaPlaceholder, .sigmaPipeline, .sigmaTests,
    ]
}
