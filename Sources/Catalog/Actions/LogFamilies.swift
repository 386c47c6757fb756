package import Detections

/// Kinds of log, whatever each vendor's rules call them, and the field of each that names what was done.
///
/// A table that people extend: `log-families.tsv` beside this file, whose head says how. A log that no row names is a family of
/// its own, under the name that the rule gives it.
package struct LogFamilies: Sendable {
    /// In the order of the table.
    package let rows: [Row]
    private let exact: [String: Int]
    private let patterns: [(pattern: String, row: Int)]
    private let aliases: FieldAliases

    /// The table that Margay carries. Read when it is first asked for.
    package static let standard = LogFamilies(table: PackageResources.log_families_tsv)

    /// A kind of log.
    package struct Row: Hashable, Sendable {
        /// What the catalogue calls it.
        package var name: String
        /// The fields that name what was done.
        package var operations: [Operation]
    }

    /// A field that names what was done.
    package struct Operation: Hashable, Sendable {
        /// Its canonical name.
        package var field: String
        /// Whether what follows the last slash or backslash is the name.
        package var isPath: Bool
    }

    /// Reads a table; rows of another form are passed over.
    init(table: [UInt8], aliases: FieldAliases = .standard) {
        var rows: [Row] = []
        var exact: [String: Int] = [:]
        var patterns: [(pattern: String, row: Int)] = []
        for line in table.split(separator: UInt8(ascii: "\n")) where line.first != UInt8(ascii: "#") {
            let cells = line.split(separator: UInt8(ascii: "\t")).map { String(decoding: $0, as: UTF8.self) }
            guard cells.count == 3 else { continue }
            for name in Self.names(cells[2]) {
                if name.contains("*") {
                    patterns.append((name, rows.count))
                } else if exact[name] == nil {
                    exact[name] = rows.count
                }
            }
            rows.append(Row(name: cells[0], operations: Self.names(cells[1]).map(Self.operation)))
        }
        self.rows = rows
        self.exact = exact
        self.patterns = patterns
        self.aliases = aliases
    }

    private static func names(_ cell: String) -> [String] {
        cell == "-" ? [] : cell.split(separator: " | ").map(String.init)
    }

    private static func operation(_ text: String) -> Operation {
        guard text.hasPrefix("basename("), text.hasSuffix(")") else { return Operation(field: text, isPath: false) }
        return Operation(field: String(text.dropFirst(9).dropLast()), isPath: true)
    }

    // MARK: Questions

    /// Kinds of log of one rule: what it looks for is counted in each of them.
    package static let familiesMax = 64

    /// The kinds of log that a rule reads, each once, in the order it names them; at most ``familiesMax``. Empty for a rule that names none.
    package func families(of detection: Detection) -> [String] {
        var seen: Set<String> = []
        var families: [String] = []
        for source in detection.logSources {
            guard families.count < Self.familiesMax else { break }
            let family = family(of: source, vendor: detection.vendor)
            if seen.insert(family).inserted { families.append(family) }
        }
        return families
    }

    /// The kind of log that rules of a vendor call `name`.
    package func family(of name: String, vendor: Vendor) -> String {
        if let row = row(name) { return row.name }
        guard let schema = vendor.dataModel, let log = aliases.log(named: name, schema: schema) else { return name }
        return row(log)?.name ?? log
    }

    /// The kind of log that a person calls `name`, in any vendor's words, capitals aside.
    package func family(called name: String) -> String {
        if let row = row(name) { return row.name }
        let folded = name.lowercased()
        let log = aliases.logs.first { log in log.names.contains { $0.name.lowercased() == folded } }
        return log.map { row($0.name)?.name ?? $0.name } ?? name
    }

    private func row(_ name: String) -> Row? {
        let name = name.lowercased()
        if let row = exact[name] { return rows[row] }
        return patterns.first { PathName.matches(name, $0.pattern) }.map { rows[$0.row] }
    }

    /// The operations that a rule of these kinds of log looks for, the most specific first, each once.
    func actions(of indicators: [Indicator], in families: [String]) -> [ActionMention] {
        actions { families.contains($0) ? indicators : [] }
    }

    /// The same of a rule that looks for other things in each kind of log.
    func actions(_ indicatorsOfFamily: (String) -> [Indicator]) -> [ActionMention] {
        var mentions: [ActionMention] = []
        var seen: Set<Action> = []
        for row in rows {
            let indicators = indicatorsOfFamily(row.name)
            for operation in row.operations where !indicators.isEmpty {
                let field = operation.field.lowercased()
                for indicator in indicators where indicator.field.lowercased() == field {
                    guard let mention = ActionMention(indicator, operation, family: row.name) else { continue }
                    if seen.insert(mention.action.folded).inserted { mentions.append(mention) }
                }
            }
        }
        return mentions.sorted {
            ($0.match, $0.alternatives, $0.action.name) < ($1.match, $1.alternatives, $1.action.name)
        }
    }
}

extension Action {
    /// The same action in the letters by which actions are told apart.
    package var folded: Action {
        Action(family: family, field: field.lowercased(), name: name.lowercased())
    }
}

extension ActionMention {
    /// What a test of an operation field asks for; nil for what must not be, and for what names no operation.
    fileprivate init?(_ indicator: Indicator, _ operation: LogFamilies.Operation, family: String) {
        guard !indicator.isNegated else { return nil }
        var name = indicator.value
        var match = ActionMatch.equals
        switch indicator.op {
        case "eq": break
        case "startsWith":
            name += "*"
            match = .pattern
        case "endsWith":
            name = "*" + name
            match = .pattern
        case "contains":
            name = "*" + name + "*"
            match = .pattern
        case "glob": match = name.contains(where: { "*?[".contains($0) }) ? .pattern : .equals
        default: return nil
        }
        if operation.isPath, let slash = name.lastIndex(where: { $0 == "\\" || $0 == "/" }) {
            name = String(name[name.index(after: slash)...])
            match = name.contains(where: { "*?[".contains($0) }) ? .pattern : .equals
        }
        guard name.contains(where: { !"*?".contains($0) }) else { return nil }
        self.init(
            action: Action(family: family, field: operation.field, name: name),
            match: match,
            alternatives: indicator.alternatives
        )
    }
}
