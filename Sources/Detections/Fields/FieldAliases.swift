import Diagnostics

/// What one field of a log is called by each vendor whose rules read that log.
///
/// A table that people extend: `field-aliases.tsv` beside this file, whose head says how, and files of the same form
/// (``read(_:onto:)``). Two vendors' words for success are no two spellings of one field and stand apart: ``Log/success``.
package struct FieldAliases: Sendable {
    /// The logs, a user's own before ours; within each the fields in the order written.
    package private(set) var logs: [Log]
    private var places: [Key: [Place]] = [:]
    /// Spellings that end in `.*`, without it.
    private var prefixes: [Key: [Place]] = [:]
    private var logNames: [Key: String] = [:]

    /// Bytes of a file of aliases.
    package static let fileBytesMax = 4 << 20
    /// Rows of a file of aliases.
    package static let rowsMax = 50_000

    /// The table that Margay carries. Read when it is first asked for.
    package static let standard = FieldAliases.read(
        Source(path: "field-aliases.tsv", bytes: PackageResources.field_aliases_tsv)
    ).aliases

    /// Of these logs.
    package init(_ logs: [Log] = []) {
        self.logs = logs
        for (index, log) in logs.enumerated() {
            for name in log.names {
                let key = Key(schema: name.schema, text: name.name)
                if logNames[key] == nil { logNames[key] = log.name }
            }
            for field in log.fields {
                for spelling in field.spellings where spelling.isConfirmed { add(spelling, field.canonical, index) }
            }
        }
    }

    private mutating func add(_ spelling: Spelling, _ canonical: String, _ log: Int) {
        let place = Place(log: log, canonical: canonical)
        if let prefix = Self.withoutStar(spelling.path), let target = Self.withoutStar(canonical) {
            let place = Place(log: log, canonical: target)
            prefixes[Key(schema: spelling.schema, text: prefix), default: []].append(place)
        } else {
            places[Key(schema: spelling.schema, text: spelling.path), default: []].append(place)
        }
    }

    private static func withoutStar(_ path: String) -> String? {
        path.hasSuffix(".*") ? String(path.dropLast(2)) : nil
    }

    /// Which log, of those that vendors' names say it is.
    private struct Place: Hashable {
        var log: Int
        var canonical: String
    }

    private struct Key: Hashable {
        var schema: Schema
        var text: String
    }

    // MARK: Questions

    /// What a log itself calls the field that `schema` spells `path`; nil where that is not known, or where the logs it may be
    /// about (`logs`, by name; none means all) call it by different names. O(length of the path).
    ///
    /// Unconfirmed spellings are not followed.
    package func canonical(of path: String, schema: Schema, in logs: [String] = []) -> String? {
        if let canonical = only(places[Key(schema: schema, text: path)], logs) { return canonical }
        // Each part of the path that ends before a dot, the longest first.
        var end = path.endIndex
        while let dot = path[..<end].lastIndex(of: ".") {
            if let canonical = only(prefixes[Key(schema: schema, text: String(path[..<dot]))], logs) {
                return canonical + path[dot...]
            }
            end = dot
        }
        return nil
    }

    private func only(_ places: [Place]?, _ wanted: [String]) -> String? {
        var names = Set<String>()
        var first: [String: String] = [:]
        for place in places ?? [] {
            let log = logs[place.log].name
            guard wanted.isEmpty || wanted.contains(log) else { continue }
            // Of one log the row that was read first counts.
            if first[log] == nil {
                first[log] = place.canonical
                names.insert(place.canonical)
            }
        }
        return names.count == 1 ? names.first : nil
    }

    /// How vendors spell a field, by log; unconfirmed spellings too. A path below a `.*` row is not looked for. O(rows).
    package func spellings(of canonical: String, in log: String? = nil) -> [Spelling] {
        var spellings: [Spelling] = []
        for entry in logs where log == nil || entry.name == log {
            for field in entry.fields where field.canonical == canonical {
                for spelling in field.spellings where !spellings.contains(spelling) { spellings.append(spelling) }
            }
        }
        return spellings
    }

    /// The log that rules in `schema` call `name`: a table, a data set, a product.
    package func log(named name: String, schema: Schema) -> String? { logNames[Key(schema: schema, text: name)] }

    /// What says in rules in `schema` about `log` that an operation succeeded.
    package func success(schema: Schema, in log: String) -> SuccessTest? {
        for entry in logs where entry.name == log {
            if let test = entry.success.first(where: { $0.schema == schema }) { return test }
        }
        return nil
    }

    // MARK: Parts

    /// A naming of fields: the log itself, or the common names that one vendor or community gives to the fields of many logs.
    package enum Schema: String, Hashable, CaseIterable, Sendable {
        /// The log itself, as Panther and Sigma read it.
        case raw
        /// Columns of Microsoft Sentinel and Defender XDR.
        case sentinel
        /// Paths of Google's Unified Data Model, with map keys as YARA-L writes them.
        case udm
        /// Fields of the Elastic Common Schema.
        case ecs
        /// Fields of Splunk's add-ons.
        case splunk
    }

    /// A log and its fields.
    package struct Log: Hashable, Sendable {
        /// The name of its type, as Panther has it; where one type holds several logs, `/` and which.
        package var name: String
        /// What vendors' rules call it.
        package var names: [LogName] = []
        /// Its fields.
        package var fields: [Field] = []
        /// The derived field `outcome`: one test for each schema that has one.
        package var success: [SuccessTest] = []

        /// A log.
        package init(name: String) { self.name = name }
    }

    /// What a vendor's rules call a log.
    package struct LogName: Hashable, Sendable {
        /// Whose rules.
        package var schema: Schema
        /// A table, a data set, a product.
        package var name: String
    }

    /// A field and its spellings.
    package struct Field: Hashable, Sendable {
        /// Its path in the log itself; ends in `.*` for all paths below.
        package var canonical: String
        /// In the order of the table's columns.
        package var spellings: [Spelling]
    }

    /// What a field is called in one schema.
    package struct Spelling: Hashable, Sendable {
        /// Whose rules.
        package var schema: Schema
        /// As they write it.
        package var path: String
        /// Whether the vendor's documents say so, rather than rules only.
        package var isConfirmed: Bool

        /// A spelling.
        package init(schema: Schema, path: String, isConfirmed: Bool = true) {
            self.schema = schema
            self.path = path
            self.isConfirmed = isConfirmed
        }
    }

    /// What says that an operation succeeded.
    package struct SuccessTest: Hashable, Sendable {
        /// Whose rules.
        package var schema: Schema
        /// The field, in that schema.
        package var field: String
        /// What it must be.
        package var test: Test

        /// What the field must be.
        package enum Test: Hashable, Sendable {
            /// Not there.
            case absent
            /// Not there, or an empty text.
            case empty
            /// This value.
            case value(String)
        }
    }
}
