import Catalog
import Conditions
import Detections
import Foundation
import GRDB

/// Puts the page of one rule together.
struct PageReader {
    let db: Database
    let rule: Int64

    /// Rules of each list of "same action".
    static let actionRulesMax = 100

    /// The page; nil if there is no such rule.
    func page() throws -> RulePage? {
        let statement = try db.cachedStatement(sql: "SELECT record, condition FROM rule_page WHERE rule = ?")
        guard let row = try Row.fetchOne(statement, arguments: [rule]) else { return nil }
        let record = try JSONDecoder().decode(RuleRecord.self, from: row[0] as Data)
        let condition = (row[1] as String?).flatMap { try? Condition(json: $0) }
        return RulePage(
            record: record,
            sources: try sources(),
            logic: LogicSection(record: record.logic, condition: condition),
            sameAction: try sameAction(record),
            indicators: try indicators(record),
            similar: try similar(),
            duplicates: try duplicates()
        )
    }

    private func sources() throws -> [SourceText] {
        let statement = try db.cachedStatement(
            sql: "SELECT path, language, text, is_cut FROM rule_source WHERE rule = ? ORDER BY position"
        )
        return try Row.fetchAll(statement, arguments: [rule]).map { row in
            SourceText(path: row[0], language: row[1], text: row[2], isCut: row[3])
        }
    }

    // MARK: Indicators

    private func indicators(_ record: RuleRecord) throws -> [IndicatorEntry] {
        let statement = try db.cachedStatement(
            sql: """
                SELECT mine.position, count(DISTINCT r.id),
                       count(DISTINCT CASE WHEN r.vendor = ? THEN r.id END)
                FROM rule_indicator mine
                JOIN rule_indicator other ON other.indicator = mine.indicator AND other.rule != mine.rule
                JOIN rule r ON r.id = other.rule AND r.is_deprecated = 0
                WHERE mine.rule = ? AND mine.position < ?
                GROUP BY mine.position
                """
        )
        var counts: [Int: (all: Int, own: Int)] = [:]
        let arguments: StatementArguments = [record.identity.vendor.rawValue, rule, IndicatorEntry.entriesMax]
        for row in try Row.fetchAll(statement, arguments: arguments) { counts[row[0]] = (row[1], row[2]) }
        return record.indicators.prefix(IndicatorEntry.entriesMax).enumerated().map { position, indicator in
            let count = counts[position] ?? (0, 0)
            return IndicatorEntry(indicator: indicator, sameVendorRules: count.own, allRules: count.all)
        }
    }

    /// An indicator of the rule, by its place; nil if there is none.
    func indicator(at position: Int) throws -> Indicator? {
        let statement = try db.cachedStatement(sql: "SELECT record FROM rule_page WHERE rule = ?")
        guard let data = try Data.fetchOne(statement, arguments: [rule]) else { return nil }
        let record = try JSONDecoder().decode(RuleRecord.self, from: data)
        return record.indicators.indices.contains(position) ? record.indicators[position] : nil
    }

    // MARK: Actions

    private func sameAction(_ record: RuleRecord) throws -> SameActionSection {
        let actions = try db.cachedStatement(
            sql: """
                SELECT a.family, a.field, a.name FROM rule_action u JOIN action a ON a.id = u.action
                WHERE u.rule = ? ORDER BY u.match, u.alternatives, a.name
                """
        )
        let own = try Row.fetchAll(actions, arguments: [rule])
            .map { Action(family: $0[0], field: $0[1], name: $0[2]) }
        guard !own.isEmpty else { return SameActionSection() }
        // Of several operations in common the one that the other rule is most specific about counts.
        let others = try db.cachedStatement(
            sql: """
                SELECT \(RuleSummary.columns), a.family, a.field, a.name, best.match, best.alternatives
                FROM (SELECT other.rule AS rule, other.action AS action, other.match AS match,
                             other.alternatives AS alternatives,
                             row_number() OVER (PARTITION BY other.rule
                                 ORDER BY other.match, other.alternatives, mine.match, mine.alternatives, other.action)
                                 AS number
                      FROM rule_action mine
                      JOIN rule_action other ON other.action = mine.action AND other.rule != mine.rule
                      WHERE mine.rule = ?) best
                JOIN rule r ON r.id = best.rule AND r.is_deprecated = 0
                JOIN collection c ON c.id = r.collection
                JOIN action a ON a.id = best.action
                WHERE best.number = 1
                """
        )
        let rules = try Row.fetchAll(others, arguments: [rule]).map(ActionRule.init)
            .sorted(by: ActionRule.isBefore)
        let (same, different) = (
            rules.filter { $0.rule.vendor == record.identity.vendor },
            rules.filter { $0.rule.vendor != record.identity.vendor }
        )
        return SameActionSection(
            actions: own,
            sameVendor: Array(same.prefix(Self.actionRulesMax)),
            otherVendors: Array(different.prefix(Self.actionRulesMax)),
            omitted: max(0, same.count - Self.actionRulesMax) + max(0, different.count - Self.actionRulesMax),
            techniques: try techniques(record)
        )
    }

    /// What the rules that ask for this rule's most specific operation by name say of it.
    private func techniques(_ record: RuleRecord) throws -> [TechniqueVote] {
        let statement = try db.cachedStatement(
            sql: """
                SELECT t.technique, count(DISTINCT t.rule) FROM rule_attack t
                JOIN rule r ON r.id = t.rule AND r.is_deprecated = 0
                WHERE t.technique != '' AND t.rule IN (
                    SELECT other.rule FROM rule_action other WHERE other.match = 0 AND other.action = (
                        SELECT action FROM rule_action WHERE rule = ?
                        ORDER BY match, alternatives, action LIMIT 1))
                GROUP BY t.technique ORDER BY 2 DESC, 1
                """
        )
        let own = Set(record.attack.compactMap(\.technique))
        return try Row.fetchAll(statement, arguments: [rule]).map { row in
            TechniqueVote(technique: row[0], rules: row[1], isOwn: own.contains(row[0]))
        }
    }

    // MARK: Neighbours

    private func similar() throws -> [SimilarRule] {
        let statement = try db.cachedStatement(
            sql: """
                SELECT \(RuleSummary.columns), s.score, s.reason FROM similar s
                JOIN rule r ON r.id = s.other JOIN collection c ON c.id = r.collection
                WHERE s.rule = ? ORDER BY s.position
                """
        )
        let first = RuleSummary.columnCount
        return try Row.fetchAll(statement, arguments: [rule])
            .map { SimilarRule(rule: RuleSummary($0), score: $0[first], reason: $0[first + 1]) }
    }

    private func duplicates() throws -> [DuplicateRule] {
        let statement = try db.cachedStatement(
            sql: """
                SELECT \(RuleSummary.columns), d.kind FROM duplicate d
                JOIN rule r ON r.id = d.other JOIN collection c ON c.id = r.collection
                WHERE d.rule = ? ORDER BY d.position
                """
        )
        return try Row.fetchAll(statement, arguments: [rule]).compactMap { row in
            DuplicateKind(rawValue: row[RuleSummary.columnCount])
                .map { DuplicateRule(rule: RuleSummary(row), kind: $0) }
        }
    }
}

extension ActionRule {
    /// Reads the columns of a summary, then those of an action, then how it is asked for.
    init(_ row: Row) {
        let first = RuleSummary.columnCount
        self.init(
            rule: RuleSummary(row),
            action: Action(family: row[first], field: row[first + 1], name: row[first + 2]),
            match: ActionMatch(rawValue: row[first + 3]) ?? .pattern,
            alternatives: row[first + 4]
        )
    }
}

extension TechniqueVote {
    /// A technique by its identifier.
    init(technique id: String, rules: Int, isOwn: Bool) {
        self.init(technique: AttackEntry.technique(id), rules: rules, isOwn: isOwn)
    }
}
