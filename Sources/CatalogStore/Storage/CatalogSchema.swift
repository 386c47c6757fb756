import GRDB

/// The tables of a catalogue. All of them can be made anew from the rules, so there are no migrations: a file of another
/// ``version`` is filled from scratch.
///
/// - `rule` has a row for each rule with what lists show, and nothing long: every search goes through it. `rule_page` has the rest of
///   a rule's page, but for the texts of `rule_source`.
/// - `class` has what facets count by, once for all rules that have it in common: some hundred for ten thousand rules.
/// - `rule_file` says which files a rule was made from: the key to what a build can leave alone.
/// - `indicator`, `action`, `field` hold each thing once; `rule_…` say who has it.
/// - `words` is the index of full text; its content is `searchable`, so that texts are kept once.
enum CatalogSchema {
    /// Goes up with every change of the tables or of what is in them.
    static let version = "2"

    /// `mrgy`: what tells a catalogue from other databases, and from empty files.
    static let applicationID: Int32 = 0x6D72_6779

    /// Characters of a rule's code that are in the index of full text.
    static let indexedCharactersMax = 65_536

    /// Takes away what is there, and makes empty tables.
    static func make(_ db: Database) throws {
        let names = try String.fetchAll(
            db,
            sql:
                "SELECT name FROM sqlite_master WHERE type = 'table' AND name NOT LIKE 'sqlite_%' AND name NOT LIKE 'words_%'"
        )
        try db.execute(sql: "DROP VIEW IF EXISTS searchable")
        for name in names { try db.execute(sql: "DROP TABLE IF EXISTS \(name.quotedDatabaseIdentifier)") }
        try db.execute(sql: tables)
        try db.execute(sql: "PRAGMA application_id = \(applicationID)")
        try db.execute(sql: "INSERT INTO fact VALUES ('format', ?)", arguments: [version])
    }

    private static let tables = """
        CREATE TABLE fact(name TEXT PRIMARY KEY, value TEXT NOT NULL) WITHOUT ROWID;

        CREATE TABLE collection(
            id INTEGER PRIMARY KEY, name TEXT NOT NULL UNIQUE, root TEXT NOT NULL, position INTEGER NOT NULL,
            origin TEXT NOT NULL);
        CREATE TABLE file(
            collection INTEGER NOT NULL, path TEXT NOT NULL, hash BLOB NOT NULL,
            PRIMARY KEY (collection, path)) WITHOUT ROWID;

        CREATE TABLE rule(
            id INTEGER PRIMARY KEY, slug TEXT NOT NULL UNIQUE, collection INTEGER NOT NULL, class INTEGER NOT NULL,
            place INTEGER NOT NULL, vendor TEXT NOT NULL,
            rule_id TEXT NOT NULL, name TEXT NOT NULL, severity TEXT, severity_rank INTEGER, status TEXT,
            is_deprecated INTEGER NOT NULL, is_enabled INTEGER NOT NULL, kind TEXT NOT NULL, language TEXT NOT NULL,
            author TEXT, completeness TEXT NOT NULL, condition_line TEXT NOT NULL, hash TEXT,
            test_count INTEGER NOT NULL, agreeing INTEGER NOT NULL, disagreeing INTEGER NOT NULL,
            failed INTEGER NOT NULL, output_count INTEGER NOT NULL, indicator_count INTEGER NOT NULL,
            has_condition INTEGER NOT NULL);
        CREATE INDEX rule_by_id ON rule(rule_id COLLATE NOCASE);
        CREATE INDEX rule_by_collection ON rule(collection);
        CREATE INDEX rule_by_place ON rule(place);
        CREATE TABLE rule_page(
            rule INTEGER PRIMARY KEY, labels TEXT NOT NULL, record BLOB NOT NULL, condition TEXT);
        CREATE TABLE class(
            id INTEGER PRIMARY KEY, vendor TEXT NOT NULL, severity TEXT NOT NULL, completeness TEXT NOT NULL,
            language TEXT NOT NULL, status TEXT NOT NULL, kind TEXT NOT NULL, collection INTEGER NOT NULL,
            has_tests INTEGER NOT NULL,
            UNIQUE (vendor, severity, completeness, language, status, kind, collection, has_tests));
        CREATE TABLE rule_source(
            rule INTEGER NOT NULL, position INTEGER NOT NULL, path TEXT NOT NULL, language TEXT NOT NULL,
            is_cut INTEGER NOT NULL, text TEXT NOT NULL, PRIMARY KEY (rule, position));
        CREATE TABLE rule_file(rule INTEGER NOT NULL, path TEXT NOT NULL, PRIMARY KEY (rule, path)) WITHOUT ROWID;

        CREATE TABLE family(id INTEGER PRIMARY KEY, name TEXT NOT NULL UNIQUE);
        CREATE TABLE rule_family(
            rule INTEGER NOT NULL, family INTEGER NOT NULL, PRIMARY KEY (rule, family)) WITHOUT ROWID;
        CREATE INDEX rule_by_family ON rule_family(family);
        CREATE TABLE log(name TEXT NOT NULL, rule INTEGER NOT NULL, PRIMARY KEY (name, rule)) WITHOUT ROWID;
        CREATE INDEX log_by_rule ON log(rule);

        CREATE TABLE field(id INTEGER PRIMARY KEY, name TEXT NOT NULL UNIQUE);
        CREATE TABLE rule_field(
            field INTEGER NOT NULL, rule INTEGER NOT NULL, PRIMARY KEY (field, rule)) WITHOUT ROWID;
        CREATE INDEX field_by_rule ON rule_field(rule);

        CREATE TABLE indicator(
            id INTEGER PRIMARY KEY, family INTEGER NOT NULL, key TEXT NOT NULL, base INTEGER NOT NULL,
            field TEXT NOT NULL, value TEXT NOT NULL, is_negated INTEGER NOT NULL, UNIQUE (key, family));
        CREATE INDEX indicator_by_value ON indicator(value);
        CREATE TABLE rule_indicator(
            indicator INTEGER NOT NULL, rule INTEGER NOT NULL, position INTEGER NOT NULL,
            PRIMARY KEY (indicator, rule)) WITHOUT ROWID;
        CREATE INDEX indicator_by_rule ON rule_indicator(rule);

        CREATE TABLE action(
            id INTEGER PRIMARY KEY, family TEXT NOT NULL, field TEXT NOT NULL, name TEXT NOT NULL,
            folded_field TEXT NOT NULL, folded_name TEXT NOT NULL, UNIQUE (folded_name, family, folded_field));
        CREATE TABLE rule_action(
            action INTEGER NOT NULL, rule INTEGER NOT NULL, match INTEGER NOT NULL, alternatives INTEGER NOT NULL,
            PRIMARY KEY (action, rule)) WITHOUT ROWID;
        CREATE INDEX action_by_rule ON rule_action(rule);
        CREATE TABLE rule_pattern(
            rule INTEGER NOT NULL, family TEXT NOT NULL, field TEXT NOT NULL, pattern TEXT NOT NULL);
        CREATE INDEX pattern_by_rule ON rule_pattern(rule);

        CREATE TABLE rule_attack(
            rule INTEGER NOT NULL, tactic TEXT NOT NULL, technique TEXT NOT NULL,
            PRIMARY KEY (rule, tactic, technique)) WITHOUT ROWID;
        CREATE INDEX attack_by_technique ON rule_attack(technique);
        CREATE TABLE rule_tag(tag TEXT NOT NULL, rule INTEGER NOT NULL, PRIMARY KEY (tag, rule)) WITHOUT ROWID;
        CREATE INDEX tag_by_rule ON rule_tag(rule);
        CREATE TABLE rule_opaque(reason TEXT NOT NULL, rule INTEGER NOT NULL, PRIMARY KEY (reason, rule)) WITHOUT ROWID;
        CREATE INDEX opaque_by_rule ON rule_opaque(rule);

        CREATE TABLE similar(
            rule INTEGER NOT NULL, position INTEGER NOT NULL, other INTEGER NOT NULL, score REAL NOT NULL,
            reason TEXT NOT NULL, PRIMARY KEY (rule, position)) WITHOUT ROWID;
        CREATE TABLE duplicate(
            rule INTEGER NOT NULL, position INTEGER NOT NULL, other INTEGER NOT NULL, kind TEXT NOT NULL,
            PRIMARY KEY (rule, position)) WITHOUT ROWID;

        CREATE VIEW searchable AS
            SELECT rule.id AS id, rule.rule_id AS identifier, rule.name AS name, rule_page.labels AS labels,
                   substr(rule_source.text, 1, \(indexedCharactersMax)) AS body
            FROM rule JOIN rule_page ON rule_page.rule = rule.id LEFT JOIN rule_source ON rule_source.rule = rule.id
                AND rule_source.position = (SELECT max(position) FROM rule_source last WHERE last.rule = rule.id);
        CREATE VIRTUAL TABLE words USING fts5(
            identifier, name, labels, body,
            content='searchable', content_rowid='id', tokenize="unicode61 remove_diacritics 2");
        """
}
