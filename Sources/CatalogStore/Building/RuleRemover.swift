import GRDB

/// Takes rules out of a catalogue, and what nobody has any more.
enum RuleRemover {
    private static let tables = [
        "rule_page", "rule_source", "rule_file", "rule_family", "log", "rule_field", "rule_indicator", "rule_action",
        "rule_pattern",
        "rule_attack", "rule_tag", "rule_opaque", "similar", "duplicate",
    ]

    /// Removes rules. O(their rows).
    static func remove(_ rules: some Sequence<Int64>, _ db: Database) throws {
        let words = try db.makeStatement(
            sql:
                "INSERT INTO words(words, rowid, identifier, name, labels, body) SELECT 'delete', id, identifier, name, labels, body FROM searchable WHERE id = ?"
        )
        let deletions = try tables.map { try db.makeStatement(sql: "DELETE FROM \($0) WHERE rule = ?") }
        let deletion = try db.makeStatement(sql: "DELETE FROM rule WHERE id = ?")
        for rule in rules {
            // The index forgets words by the texts that they came from, so it goes first.
            for statement in [words] + deletions + [deletion] {
                statement.setUncheckedArguments([rule])
                try statement.execute()
            }
        }
    }

    /// Takes out the fields, indicators, actions and kinds of log that no rule has.
    static func sweep(_ db: Database) throws {
        try db.execute(
            sql: """
                DELETE FROM indicator WHERE id NOT IN (SELECT indicator FROM rule_indicator);
                DELETE FROM field WHERE id NOT IN (SELECT field FROM rule_field);
                DELETE FROM action WHERE id NOT IN (SELECT action FROM rule_action WHERE match = 0);
                DELETE FROM rule_action WHERE action NOT IN (SELECT id FROM action);
                DELETE FROM class WHERE id NOT IN (SELECT class FROM rule);
                DELETE FROM family WHERE id NOT IN (SELECT family FROM rule_family)
                    AND id NOT IN (SELECT family FROM indicator);
                """
        )
    }
}
