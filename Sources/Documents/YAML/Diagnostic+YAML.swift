package import Diagnostics

extension Diagnostic.Code {
    static let yamlSyntax = Self(
        "MG0301",
        "not YAML",
        "The file cannot be read as one YAML document, or a value in it cannot be made."
    )
    static let yamlLimit = Self(
        "MG0302",
        "too large a file",
        "The file is longer, nests deeper or repeats more by aliases than is allowed."
    )

    /// All codes of YAML texts.
    package static let yamlCodes: [Self] = [.yamlSyntax, .yamlLimit]
}

extension Diagnostic {
    /// What keeps a text from being read as YAML, at its place in `source`.
    package static func yaml(_ fault: YAMLFault, in source: Source) -> Diagnostic {
        let offsets = YAMLOffsets(source.bytes)
        func span(_ mark: YAMLMark) -> Span {
            let start = min(offsets.byte(mark), source.bytes.count)
            return Span(start, min(start + 1, source.bytes.count))
        }
        var place = fault.problemMark.map(span)
        if case .reader(_, let offset) = fault.kind { place = Span(offset, offset + 1) }
        let code: Code = fault.kind == .limit ? .yamlLimit : .yamlSyntax
        let context = fault.context.map { " (\($0))" } ?? ""
        let isElsewhere = fault.contextMark != nil && fault.contextMark != fault.problemMark
        return Diagnostic(
            code,
            fault.problem + (isElsewhere ? "" : context),
            source: place == nil ? nil : source,
            span: place,
            path: source.path,
            notes: isElsewhere ? [Note(fault.context ?? "", span: fault.contextMark.map(span))] : [],
            hint: fault.hint
        )
    }
}

extension YAMLFault {
    /// What the author can do about it.
    fileprivate var hint: String? {
        switch problem {
        case "mapping values are not allowed in this context": "quote texts that hold `: `"
        case "found character that cannot start any token": "indent with blanks, and quote texts that begin with a mark"
        case "but found another document": "write one document for each file"
        default: nil
        }
    }
}
