import Events
import PantherFormat

/// Adds `p_enrichment` to events: for each selector of a lookup table the row that its value finds.
///
///     p_enrichment: {table: {selector: {…row…, p_match: value}}}
///
/// A selector with a list of values gets the list of the rows found. An event that has `p_enrichment` is left as it is.
struct Enricher: ~Copyable {
    private let index: LookupIndex
    /// Rows are parsed here before they are copied.
    private var scratch = Tape()

    init(_ index: LookupIndex) { self.index = index }

    /// Whether it adds nothing to any event.
    var isEmpty: Bool { index.isEmpty }

    /// What a selector found.
    private struct Finding {
        var selector: LookupIndex.Selector
        var isList: Bool
        /// Rows, and the values that found them.
        var rows: [(row: Int, value: [UInt8])]
    }

    /// Enriches the event on `tape`, which is of `logType`.
    mutating func enrich(_ tape: inout Tape, logType: String) throws(TapeFault) {
        let selectors = index.selectors(of: logType)
        guard !selectors.isEmpty, tape.view.kind(of: Tape.root) == .object,
            tape.view.lookup(in: Tape.root, key: "p_enrichment") == Tape.missing
        else { return }
        let findings = find(selectors, tape.view)
        guard !findings.isEmpty else { return }
        var tables: [Int] = []
        for finding in findings where !tables.contains(finding.selector.table) { tables.append(finding.selector.table) }
        try tape.extend { builder in
            builder.key("p_enrichment")
            builder.beginObject()
            for table in tables {
                builder.key(index.tables[table].name)
                builder.beginObject()
                for finding in findings where finding.selector.table == table { write(finding, &builder) }
                builder.endObject()
            }
            builder.endObject()
        }
    }

    private func find(_ selectors: [LookupIndex.Selector], _ view: TapeView) -> [Finding] {
        var findings: [Finding] = []
        var remaining = LookupIndex.rowsPerEventMax
        for selector in selectors {
            let (nodes, isList) = LookupKeys.nodes(of: selector.key, in: view)
            var rows: [(row: Int, value: [UInt8])] = []
            for node in nodes where remaining > 0 {
                guard let value = LookupKeys.text(of: node, in: view),
                    let row = value.withUnsafeBytes({ index.row(selector.table, $0) })
                else { continue }
                rows.append((row, value))
                remaining -= 1
            }
            if !rows.isEmpty { findings.append(Finding(selector: selector, isList: isList, rows: rows)) }
        }
        return findings
    }

    private mutating func write(_ finding: Finding, _ builder: inout TapeBuilder) {
        builder.key(finding.selector.name)
        if finding.isList { builder.beginArray() }
        for (row, value) in finding.rows {
            // It was parsed when the index was made.
            guard (try? scratch.parse(copying: index.tables[finding.selector.table].rows[row])) != nil else {
                builder.null()
                continue
            }
            let view = scratch.view
            builder.beginObject()
            for member in view.children(of: Tape.root) {
                builder.key(view.string(view.key(of: member)))
                Self.copy(view, member, &builder)
            }
            builder.key("p_match")
            builder.string(String(decoding: value, as: UTF8.self))
            builder.endObject()
        }
        if finding.isList { builder.endArray() }
    }

    /// As deep as a tape nests, which it bounds.
    private static func copy(_ view: TapeView, _ node: UInt32, _ builder: inout TapeBuilder) {
        switch view.kind(of: node) {
        case .null: builder.null()
        case .true: builder.bool(true)
        case .false: builder.bool(false)
        case .integer: builder.integer(digits: view.string(view.text(of: node)))
        case .double: builder.double(view.double(of: node) ?? .nan)
        case .string: builder.string(view.string(view.text(of: node)))
        case .array:
            builder.beginArray()
            for element in view.children(of: node) { copy(view, element, &builder) }
            builder.endArray()
        case .object:
            builder.beginObject()
            for member in view.children(of: node) {
                builder.key(view.string(view.key(of: member)))
                copy(view, member, &builder)
            }
            builder.endObject()
        }
    }
}
