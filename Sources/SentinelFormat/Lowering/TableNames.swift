import Conditions
import Detections

/// What the logs behind tables are called, and their fields.
struct TableNames: Sendable {
    let aliases: FieldAliases

    /// Tables of one union whose logs are asked for the name of a field.
    static let tablesMax = 64

    /// The log that a table holds, as others call it; the table's own name where that is not known.
    func log(_ table: String) -> String { aliases.log(named: table, schema: .sentinel) ?? table }

    /// What the log itself calls the field at the end of a path.
    func canonical(_ steps: [FieldStep], tables: [String]) -> String? {
        let keys = steps.compactMap { step in
            if case .key(let key, _) = step.selector { key } else { nil }
        }
        guard tables.count <= Self.tablesMax else { return nil }
        let logs = tables.compactMap { aliases.log(named: $0, schema: .sentinel) }
        guard !logs.isEmpty else { return nil }
        return aliases.canonical(of: keys.joined(separator: "."), schema: .sentinel, in: logs)
    }
}
