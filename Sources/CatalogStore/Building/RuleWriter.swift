import Catalog
import Conditions
import Detections
import Foundation
import GRDB

/// Writes rules into the tables of a catalogue. Statements are prepared once, and what has a number keeps it in memory: a build
/// writes a few hundred thousand rows.
struct RuleWriter {
    private let db: Database
    private let insertRule: Statement
    private let insertPage: Statement
    private let insertClass: Statement
    private let insertSource: Statement
    private let insertFile: Statement
    private let insertWords: Statement
    private let insertFamily: Statement
    private let insertRuleFamily: Statement
    private let insertLog: Statement
    private let insertField: Statement
    private let insertRuleField: Statement
    private let insertIndicator: Statement
    private let insertRuleIndicator: Statement
    private let insertAction: Statement
    private let insertRuleAction: Statement
    private let insertPattern: Statement
    private let insertAttack: Statement
    private let insertTag: Statement
    private let insertOpaque: Statement
    private var classes: [RuleClass: Int64] = [:]
    private var families: [String: Int64] = [:]
    private var fields: [ExactText: Int64] = [:]
    private var indicators: [IndicatorName: Int64] = [:]
    /// The number that an indicator and its negation share.
    private var bases: [IndicatorName: Int64] = [:]
    private var nextBase: Int64 = 0
    private var actions: [Action: Int64] = [:]

    /// What facets count by.
    private struct RuleClass: Hashable {
        /// Vendor, severity, completeness, language, status, kind.
        var texts: [String]
        var collection: Int64
        var hasTests: Bool
    }

    /// An indicator in one kind of log.
    private struct IndicatorName: Hashable {
        var family: Int64
        var key: ExactText
    }

    /// A writer that knows what is there already.
    init(_ db: Database) throws {
        self.db = db
        func insert(_ table: String, _ columns: Int, orIgnore: Bool = false) throws -> Statement {
            let places = Array(repeating: "?", count: columns).joined(separator: ",")
            return try db.makeStatement(sql: "INSERT \(orIgnore ? "OR IGNORE " : "")INTO \(table) VALUES (\(places))")
        }
        insertRule = try insert("rule", 26)
        insertPage = try insert("rule_page", 4)
        insertClass = try insert("class", 9)
        insertSource = try insert("rule_source", 6)
        insertFile = try insert("rule_file", 2, orIgnore: true)
        insertWords = try db.makeStatement(
            sql:
                "INSERT INTO words(rowid, identifier, name, labels, body) SELECT id, identifier, name, labels, body FROM searchable WHERE id = ?"
        )
        insertFamily = try insert("family", 2)
        insertRuleFamily = try insert("rule_family", 2, orIgnore: true)
        insertLog = try insert("log", 2, orIgnore: true)
        insertField = try insert("field", 2)
        insertRuleField = try insert("rule_field", 2, orIgnore: true)
        insertIndicator = try insert("indicator", 7)
        insertRuleIndicator = try insert("rule_indicator", 3, orIgnore: true)
        insertAction = try insert("action", 6)
        insertRuleAction = try insert("rule_action", 4, orIgnore: true)
        insertPattern = try insert("rule_pattern", 4)
        insertAttack = try insert("rule_attack", 3, orIgnore: true)
        insertTag = try insert("rule_tag", 2, orIgnore: true)
        insertOpaque = try insert("rule_opaque", 2, orIgnore: true)
        try remember()
    }

    private mutating func remember() throws {
        for row in try Row.fetchAll(db, sql: "SELECT * FROM class") {
            let texts: [String] = (1...6).map { row[$0] }
            classes[RuleClass(texts: texts, collection: row[7], hasTests: row[8])] = row[0]
        }
        for row in try Row.fetchAll(db, sql: "SELECT name, id FROM family") { families[row[0]] = row[1] }
        for row in try Row.fetchAll(db, sql: "SELECT name, id FROM field") { fields[ExactText(row[0])] = row[1] }
        for row in try Row.fetchAll(db, sql: "SELECT family, key, id, base FROM indicator") {
            let name = IndicatorName(family: row[0], key: ExactText(row[1]))
            indicators[name] = row[2]
            bases[Self.base(name)] = row[3]
            nextBase = max(nextBase, row[3] + 1)
        }
        for row in try Row.fetchAll(db, sql: "SELECT family, folded_field, folded_name, id FROM action") {
            actions[Action(family: row[0], field: row[1], name: row[2])] = row[3]
        }
    }

    private static func run(_ statement: Statement, _ values: [(any DatabaseValueConvertible)?]) throws {
        statement.setUncheckedArguments(StatementArguments(values))
        try statement.execute()
    }

    // MARK: Writing

    /// Writes a rule of a collection.
    mutating func write(_ rule: PreparedRule, collection: Int64) throws {
        let id = try writeRow(rule, collection)
        for (position, source) in rule.sources.enumerated() {
            try Self.run(insertSource, [id, position, source.path, source.language, source.isCut, source.text])
        }
        for path in rule.files { try Self.run(insertFile, [id, path]) }
        try Self.run(insertWords, [id])
        try writeLogic(rule.record, id)
        for mention in rule.record.attack {
            try Self.run(insertAttack, [id, mention.tactic ?? "", mention.technique ?? ""])
        }
        for tag in rule.record.identity.tags { try Self.run(insertTag, [tag.lowercased(), id]) }
        for log in rule.record.identity.logSources { try Self.run(insertLog, [log.lowercased(), id]) }
        for opaque in rule.record.logic.opaque { try Self.run(insertOpaque, [opaque.reason.lowercased(), id]) }
    }

    private mutating func writeRow(_ rule: PreparedRule, _ collection: Int64) throws -> Int64 {
        let record = rule.record
        let identity = record.identity
        let summary = record.summary
        let severity = identity.severity
        try Self.run(
            insertRule,
            [
                nil, identity.slug, collection, try ruleClass(record, collection), 0, identity.vendor.rawValue,
                identity.id, identity.name,
                severity?.rawValue, severity.flatMap { Severity.allCases.firstIndex(of: $0) }, identity.status,
                identity.isDeprecated, identity.isEnabled, identity.kind.rawValue, identity.language, identity.author,
                summary.completeness.rawValue, summary.condition, rule.hash, record.tests.count,
                record.logic.validation.agreeing.count, record.logic.validation.disagreeing.count,
                record.tests.count { $0.passed == false }, record.outputs.reduce(0) { $0 + $1.fields.count },
                record.indicators.count, rule.condition != nil,
            ]
        )
        let id = db.lastInsertedRowID
        try Self.run(insertPage, [id, rule.labels, rule.encoded, rule.condition])
        return id
    }

    private mutating func writeLogic(_ record: RuleRecord, _ id: Int64) throws {
        let names = record.identity.families
        for name in names { try Self.run(insertRuleFamily, [id, try family(name)]) }
        for name in record.fieldNames { try Self.run(insertRuleField, [try field(name), id]) }
        // A rule that names no log looks in a kind of its own, the one without a name.
        for name in names.isEmpty ? [""] : names {
            let family = try family(name)
            for (position, indicator) in record.indicators.enumerated() {
                try Self.run(insertRuleIndicator, [try self.indicator(indicator, family), id, position])
            }
        }
        for mention in record.actions {
            switch mention.match {
            case .equals:
                let action = try action(mention.action)
                try Self.run(insertRuleAction, [action, id, mention.match.rawValue, mention.alternatives])
            case .pattern:
                let folded = mention.action.folded
                try Self.run(insertPattern, [id, folded.family, folded.field, folded.name])
            }
        }
    }

    // MARK: Numbers

    private mutating func ruleClass(_ record: RuleRecord, _ collection: Int64) throws -> Int64 {
        let identity = record.identity
        let texts = [
            identity.vendor.rawValue, identity.severity?.rawValue.lowercased() ?? "",
            record.summary.completeness.rawValue,
            identity.language, identity.status?.lowercased() ?? "", identity.kind.rawValue,
        ]
        let found = RuleClass(texts: texts, collection: collection, hasTests: !record.tests.isEmpty)
        if let id = classes[found] { return id }
        try Self.run(insertClass, [nil] + texts + [collection, found.hasTests])
        classes[found] = db.lastInsertedRowID
        return db.lastInsertedRowID
    }

    private mutating func family(_ name: String) throws -> Int64 {
        if let id = families[name] { return id }
        try Self.run(insertFamily, [nil, name])
        families[name] = db.lastInsertedRowID
        return db.lastInsertedRowID
    }

    private mutating func field(_ name: String) throws -> Int64 {
        let exact = ExactText(name)
        if let id = fields[exact] { return id }
        try Self.run(insertField, [nil, name])
        fields[exact] = db.lastInsertedRowID
        return db.lastInsertedRowID
    }

    private mutating func indicator(_ indicator: Indicator, _ family: Int64) throws -> Int64 {
        let name = IndicatorName(family: family, key: ExactText(indicator.key))
        if let id = indicators[name] { return id }
        let base = bases[Self.base(name)] ?? nextBase
        nextBase = max(nextBase, base + 1)
        bases[Self.base(name)] = base
        try Self.run(
            insertIndicator,
            [
                nil, family, indicator.key, base, indicator.field.lowercased(), indicator.value.lowercased(),
                indicator.isNegated,
            ]
        )
        indicators[name] = db.lastInsertedRowID
        return db.lastInsertedRowID
    }

    /// The name of what an indicator asks for or excludes.
    private static func base(_ name: IndicatorName) -> IndicatorName {
        guard name.key.text.hasPrefix("not ") else { return name }
        return IndicatorName(family: name.family, key: ExactText(String(name.key.text.dropFirst(4))))
    }

    private mutating func action(_ action: Action) throws -> Int64 {
        let folded = action.folded
        if let id = actions[folded] { return id }
        try Self.run(insertAction, [nil, action.family, action.field, action.name, folded.field, folded.name])
        actions[folded] = db.lastInsertedRowID
        return db.lastInsertedRowID
    }
}
