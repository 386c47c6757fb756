package import Diagnostics

/// Reading tables of aliases. What a row means is said at the head of `field-aliases.tsv`.
extension FieldAliases {
    /// The aliases of a file, before those of `base`, and what is wrong in it: a row that cannot be understood is left out.
    package static func read(
        _ source: Source,
        onto base: FieldAliases = FieldAliases()
    ) -> (aliases: FieldAliases, diagnostics: [Diagnostic]) {
        var reader = AliasReader(source: source)
        reader.read()
        return (FieldAliases(reader.logs + base.logs), reader.diagnostics)
    }
}

/// Reads one file.
private struct AliasReader {
    let source: Source
    var logs: [FieldAliases.Log] = []
    var diagnostics: [Diagnostic] = []
    private var schemas: [FieldAliases.Schema] = []

    init(source: Source) { self.source = source }

    /// A cell of a row and where it stands.
    private struct Cell {
        var text: String
        var span: Span
    }

    mutating func read() {
        guard source.bytes.count <= FieldAliases.fileBytesMax else {
            diagnostics.append(.aliasFileTooLarge(source, "\(FieldAliases.fileBytesMax) bytes"))
            return
        }
        guard source.lineStarts.count <= FieldAliases.rowsMax else {
            diagnostics.append(.aliasFileTooLarge(source, "\(FieldAliases.rowsMax) rows"))
            return
        }
        for line in source.lineStarts.indices { read(line: line) }
    }

    private mutating func read(line: Int) {
        var start = source.lineStarts[line]
        var end = line + 1 < source.lineStarts.count ? source.lineStarts[line + 1] : source.bytes.count
        while end > start, [0x0A, 0x0D, 0x20, 0x09].contains(source.bytes[end - 1]) { end -= 1 }
        guard start < end, source.bytes[start] != UInt8(ascii: "#") else { return }
        var cells: [Cell] = []
        while start <= end {
            let stop = source.bytes[start..<end].firstIndex(of: UInt8(ascii: "\t")) ?? end
            guard let text = String(validating: source.bytes[start..<stop], as: UTF8.self) else {
                refuse(Span(start, stop), "a cell that is not UTF-8", hint: "save the file as UTF-8")
                return
            }
            cells.append(Cell(text: text, span: Span(start, stop)))
            start = stop + 1
        }
        let rest = Array(cells.dropFirst())
        switch cells[0].text {
        case "schemas": readSchemas(rest)
        case "log": readLog(rest, cells[0])
        case "field": readField(rest, cells[0])
        case "success": readSuccess(rest, cells[0])
        default:
            refuse(
                cells[0].span,
                "unknown kind of row `\(cells[0].text)`",
                hint: "begin a row with `schemas`, `log`, `field`, `success` or `#`, then a tab"
            )
        }
    }

    private mutating func refuse(_ span: Span, _ message: String, hint: String) {
        diagnostics.append(.badAliasRow(source, span, message, hint: hint))
    }

    private static let schemaNames = FieldAliases.Schema.allCases.map { "`\($0.rawValue)`" }.joined(separator: ", ")

    private mutating func schema(_ text: String, _ span: Span) -> FieldAliases.Schema? {
        if let schema = FieldAliases.Schema(rawValue: text) { return schema }
        refuse(span, "unknown schema `\(text)`", hint: "use one of \(Self.schemaNames)")
        return nil
    }

    private mutating func readSchemas(_ cells: [Cell]) {
        schemas = cells.compactMap { schema($0.text, $0.span) }
    }

    private mutating func readLog(_ cells: [Cell], _ head: Cell) {
        guard let name = cells.first, !name.text.isEmpty else {
            refuse(head.span, "a log without a name", hint: "write its name after a tab")
            return
        }
        var log = FieldAliases.Log(name: name.text)
        for cell in cells.dropFirst() {
            let parts = cell.text.split(separator: "=", maxSplits: 1).map(String.init)
            guard parts.count == 2 else {
                refuse(cell.span, "a name of a log without its schema", hint: "write it as `schema=name`")
                continue
            }
            if let schema = schema(parts[0], cell.span) { log.names.append(.init(schema: schema, name: parts[1])) }
        }
        logs.append(log)
    }

    /// Whether there is a log that a row can belong to.
    private mutating func hasLog(_ head: Cell) -> Bool {
        if !logs.isEmpty { return true }
        refuse(head.span, "a row that belongs to no log", hint: "put a `log` row before it")
        return false
    }

    private mutating func readField(_ cells: [Cell], _ head: Cell) {
        guard hasLog(head) else { return }
        guard let canonical = cells.first, !canonical.text.isEmpty, canonical.text != "-" else {
            refuse(head.span, "a field without a name", hint: "write its path in the log after a tab")
            return
        }
        guard cells.count - 1 <= schemas.count else {
            let extra = cells[schemas.count + 1].span
            refuse(extra, "more cells than schemas", hint: "name the columns in a `schemas` row before it")
            return
        }
        var field = FieldAliases.Field(canonical: canonical.text, spellings: [])
        for (schema, cell) in zip(schemas, cells.dropFirst()) where cell.text != "-" && !cell.text.isEmpty {
            for part in cell.text.split(separator: "|") {
                var path = String(part.trimmingPrefix { $0 == " " })
                while path.last == " " { path.removeLast() }
                let isConfirmed = path.last != "?"
                if !isConfirmed { path.removeLast() }
                guard !path.isEmpty, path.hasSuffix(".*") == canonical.text.hasSuffix(".*") else {
                    refuse(
                        cell.span,
                        path.isEmpty
                            ? "an empty spelling" : "`\(path)` and `\(canonical.text)` do not both end in `.*`",
                        hint: "`.*` stands for every path below, on both sides"
                    )
                    continue
                }
                field.spellings.append(.init(schema: schema, path: path, isConfirmed: isConfirmed))
            }
        }
        logs[logs.count - 1].fields.append(field)
    }

    private mutating func readSuccess(_ cells: [Cell], _ head: Cell) {
        guard hasLog(head) else { return }
        guard cells.count >= 3 else {
            refuse(head.span, "a test of success that is not whole", hint: "write schema, field and test")
            return
        }
        guard let schema = schema(cells[0].text, cells[0].span) else { return }
        let test: FieldAliases.SuccessTest.Test
        switch (cells[2].text, cells.count) {
        case ("absent", 3): test = .absent
        case ("empty", 3): test = .empty
        case ("is", 4): test = .value(cells[3].text)
        default:
            refuse(cells[2].span, "unknown test `\(cells[2].text)`", hint: "use `absent`, `empty`, or `is` and a value")
            return
        }
        logs[logs.count - 1].success.append(.init(schema: schema, field: cells[1].text, test: test))
    }
}
