package import Diagnostics

extension Diagnostic.Code {
    static let aliasRow = Self(
        "MG0390",
        "not a row of field aliases",
        """
        A row of a table of field aliases cannot be understood and is left out. Rows have cells between tabs; the head of the \
        table that Margay carries says what each kind of row means.
        """
    )
    static let aliasFile = Self(
        "MG0391",
        "too large a table of field aliases",
        "The file has more bytes or rows than are read; none of it is used."
    )

    /// All codes of tables of field aliases.
    package static let fieldAliasCodes: [Self] = [.aliasRow, .aliasFile]
}

extension Diagnostic {
    static func badAliasRow(_ source: Source, _ span: Span, _ message: String, hint: String) -> Diagnostic {
        Diagnostic(.aliasRow, message, severity: .warning, source: source, span: span, hint: hint)
    }

    static func aliasFileTooLarge(_ source: Source, _ limit: String) -> Diagnostic {
        Diagnostic(.aliasFile, "more than \(limit) of field aliases", path: source.path, hint: "split the file")
    }
}
