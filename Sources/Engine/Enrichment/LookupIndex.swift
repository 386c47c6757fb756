import Addresses
package import Detections
package import Diagnostics
import Events
import PantherFormat

/// The rows of a pack's lookup tables, found by their primary keys: immutable, shared by all workers.
package struct LookupIndex: Sendable {
    /// A table and its rows.
    struct Table: Sendable {
        var name: String
        /// Objects as JSON text.
        var rows: [[UInt8]] = []
        /// By the text of the primary key; of rows with one key the last counts.
        var places: [[UInt8]: Int] = [:]
        /// Rows whose key is a network, the narrowest first.
        var networks: [(network: NetworkAddress, row: Int)] = []
    }

    /// A field of events of one log type, and the table it is looked up in.
    struct Selector: Sendable {
        var table: Int
        /// The key under which rows appear: the path without `$.`.
        var name: String
        var key: KeySpecifier
    }

    private(set) var tables: [Table] = []
    private var selectors: [String: [Selector]] = [:]
    private var tableNames: [String: Int] = [:]
    /// Rows that cannot be used, and selectors that lead nowhere; warnings.
    package private(set) var diagnostics: [Diagnostic] = []

    /// Rows of one table; more are passed over.
    package static let rowsMax = 1_000_000
    /// Rows added to one event; more are left out.
    package static let rowsPerEventMax = 1_000

    /// Reads the rows of the enabled tables of `pack`. O(bytes of rows).
    package init(_ pack: DetectionPack, rowsMax: Int = Self.rowsMax) {
        for table in pack.lookupTables where table.isEnabled { add(table, rowsMax: rowsMax) }
    }

    /// Whether there is nothing to look up.
    var isEmpty: Bool { tables.isEmpty }

    /// What is looked up in events of a log type, in the order of the pack.
    func selectors(of logType: String) -> [Selector] { selectors[logType] ?? [] }

    /// Whether some selector reads a field that `isWanted` accepts.
    func reads(_ isWanted: (String) -> Bool) -> Bool {
        selectors.values.contains { $0.contains { isWanted($0.name) } }
    }

    /// The row of `table` whose primary key is `key`, or, if that is an address, whose network holds it; nil if there is none. O(1),
    /// and O(networks) for addresses.
    func row(_ table: Int, _ key: UnsafeRawBufferPointer) -> Int? {
        let table = tables[table]
        if let place = table.places[Array(key)] { return place }
        guard !table.networks.isEmpty, let address = NetworkAddress(key, allowsNetwork: false) else { return nil }
        return table.networks.first { $0.network.overlaps(address) }?.row
    }

    /// The row of the table called `name`, as JSON; nil if there is none.
    package func row(ofTable name: String, key: String) -> [UInt8]? {
        guard let table = tableNames[name] else { return nil }
        var key = key
        return key.withUTF8 { row(table, UnsafeRawBufferPointer($0)) }.map { tables[table].rows[$0] }
    }

    // MARK: Reading

    private mutating func add(_ table: LookupTable, rowsMax: Int) {
        guard let rows = table.rows else { return }
        let number = tables.count
        let reader: (source: Source, table: Table, fault: (line: Int, message: String)?)
        switch rows {
        case .jsonLines(let source): reader = Self.jsonLines(source, table, rowsMax)
        case .csv(let source): reader = Self.csv(source, table, rowsMax)
        }
        if let fault = reader.fault { diagnostics.append(.badRow(fault.line, fault.message, reader.source)) }
        tables.append(reader.table)
        tables[number].networks.sort { ($1.network.prefix, $0.row) < ($0.network.prefix, $1.row) }
        tableNames[table.id] = number
        for entry in table.selectors {
            for field in entry.fields {
                guard let key = try? KeySpecifier(path: field) else {
                    diagnostics.append(.badSelector(field, table))
                    continue
                }
                let name = field.hasPrefix("$.") ? String(field.dropFirst(2)) : field
                selectors[entry.logType, default: []].append(Selector(table: number, name: name, key: key))
            }
        }
    }

    private typealias Read = (source: Source, table: Table, fault: (line: Int, message: String)?)

    private static func jsonLines(_ source: Source, _ declared: LookupTable, _ rowsMax: Int) -> Read {
        var table = Table(name: declared.id)
        var fault: (line: Int, message: String)?
        guard let key = try? KeySpecifier(path: declared.primaryKey) else {
            return (source, table, (1, "the primary key `\(declared.primaryKey)` is no path"))
        }
        var tape = Tape()
        for (number, start) in source.lineStarts.enumerated() {
            let end = number + 1 < source.lineStarts.count ? source.lineStarts[number + 1] : source.bytes.count
            let line = source.bytes[start..<end]
            if line.allSatisfy({ $0 == UInt8(ascii: " ") || $0 == 9 || $0 == 10 || $0 == 13 }) { continue }
            guard table.rows.count < rowsMax else {
                fault = fault ?? (number + 1, "more than \(rowsMax) rows: the rest is passed over")
                break
            }
            guard (try? tape.parse(copying: line)) != nil, tape.view.kind(of: Tape.root) == .object else {
                fault = fault ?? (number + 1, "a row is one JSON object; this line is passed over")
                continue
            }
            let texts = LookupKeys.texts(of: key, in: tape.view)
            if texts.isEmpty { fault = fault ?? (number + 1, "the row has no primary key `\(declared.primaryKey)`") }
            table.add(Array(tape.view.json(of: Tape.root).utf8), keys: texts)
        }
        return (source, table, fault)
    }

    private static func csv(_ source: Source, _ declared: LookupTable, _ rowsMax: Int) -> Read {
        var table = Table(name: declared.id)
        var fault: (line: Int, message: String)?
        var reader = CSVReader(source.bytes)
        guard let header = reader.next() else { return (source, table, (1, "the first line has the names of fields")) }
        let names = header.map { String(decoding: $0, as: UTF8.self) }
        guard let place = names.firstIndex(of: declared.primaryKey) else {
            return (source, table, (reader.line, "no field is called `\(declared.primaryKey)`"))
        }
        while let fields = reader.next() {
            guard table.rows.count < rowsMax else {
                fault = fault ?? (reader.line, "more than \(rowsMax) rows: the rest is passed over")
                break
            }
            if fields.count != names.count {
                fault = fault ?? (reader.line, "the row has \(fields.count) fields, the first line \(names.count)")
            }
            var line = JSONLine()
            line.begin()
            for (name, field) in zip(names, fields) { line.member(named: name, String(decoding: field, as: UTF8.self)) }
            line.end()
            table.add(Array(line.text.utf8), keys: fields.indices.contains(place) ? [fields[place]] : [])
        }
        return (source, table, fault)
    }
}

extension LookupIndex.Table {
    fileprivate mutating func add(_ row: [UInt8], keys: [[UInt8]]) {
        for key in keys {
            places[key] = rows.count
            let network = key.withUnsafeBytes { NetworkAddress($0) }
            if let network, network.prefix < (network.isVersion6 ? 128 : 32) { networks.append((network, rows.count)) }
        }
        rows.append(row)
    }
}

/// The texts by which values are looked up.
enum LookupKeys {
    /// The texts of what a key finds, each element of a list by itself: strings as they are, other scalars as JSON writes them;
    /// lists and maps inside of lists have none.
    static func texts(of key: KeySpecifier, in view: TapeView) -> [[UInt8]] {
        nodes(of: key, in: view).nodes.compactMap { text(of: $0, in: view) }
    }

    /// What a key finds, and whether that is a list. Names match exactly.
    static func nodes(of key: KeySpecifier, in view: TapeView) -> (nodes: [UInt32], isList: Bool) {
        var found: [UInt32] = [Tape.root]
        for step in key.steps {
            found = found.flatMap { node -> [UInt32] in
                switch step {
                case .name(let name): [view.lookup(in: node, key: name)]
                case .index(let index):
                    [view.child(of: node, at: index < 0 ? view.childCount(of: node) + index : index)]
                case .each, .eachOrSelf: Array(view.children(of: node))
                }
            }.filter { $0 != Tape.missing }
        }
        if !key.isPlural, let node = found.first, view.kind(of: node) == .array {
            return (Array(view.children(of: node)), true)
        }
        return (found, key.isPlural)
    }

    /// The text of a scalar; nil for null, lists and maps.
    static func text(of node: UInt32, in view: TapeView) -> [UInt8]? {
        switch view.kind(of: node) {
        case .string: Array(view.string(view.text(of: node)).utf8)
        case .integer, .double, .true, .false: Array(view.json(of: node).utf8)
        case .null, .array, .object: nil
        }
    }
}
