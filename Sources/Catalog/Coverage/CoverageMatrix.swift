package import Detections

/// What rules cover of ATT&CK: the matrix with a count in each cell, and what none of them covers.
package struct CoverageMatrix: Codable, Sendable {
    /// See ``RulePage/schemaVersion``.
    package var schema = RulePage.schemaVersion
    /// The release of ATT&CK, such as `19`.
    package var attackVersion: String
    /// Rules that were counted.
    package var rules: Int
    /// Those of them that name no technique of ATT&CK.
    package var rulesWithoutTechnique: Int
    /// The columns, in the order of the matrix.
    package var tactics: [Column]
    /// Techniques that rules name and that are gone, or never were: the most frequent first.
    package var outdated: [Outdated]

    /// A tactic.
    package struct Column: Codable, Sendable {
        /// The tactic.
        package var tactic: AttackEntry.Name
        /// Rules that name the tactic, or a technique in this column.
        package var rules: Int
        /// Its techniques, by identifier.
        package var techniques: [Cell]

        /// Techniques with at least one rule.
        package var coveredCount: Int { techniques.count { $0.rules > 0 } }
    }

    /// A technique in a column.
    package struct Cell: Codable, Sendable {
        /// The technique.
        package var technique: AttackEntry.Name
        /// Different rules that name it, or one of its sub-techniques.
        package var rules: Int
        /// Different rules that name it by itself.
        package var ownRules: Int
        /// Its sub-techniques, by identifier.
        package var subtechniques: [Cell]
    }

    /// A technique that is not to be named any more.
    package struct Outdated: Codable, Sendable {
        /// What rules name, and what became of it.
        package var entry: AttackEntry
        /// Rules that name it.
        package var rules: Int
    }

    /// A technique that a rule names.
    package struct Use: Hashable, Sendable {
        /// The rule, by the caller's number.
        package var rule: Int64
        /// What it names.
        package var mention: AttackMention

        /// A technique that a rule names.
        package init(rule: Int64, mention: AttackMention) {
            self.rule = rule
            self.mention = mention
        }
    }

    /// Counts uses. A technique that rules name by an identifier that was replaced counts for its successor too.
    ///
    /// A rule that names a technique together with one of its tactics counts in that tactic's column; any other in all columns of
    /// the technique.
    package init(_ uses: [Use], ruleCount: Int, matrix: AttackMatrix = .enterprise) {
        var cells: [CellName: Set<Int64>] = [:]
        var columns: [String: Set<Int64>] = [:]
        var outdated: [AttackMention: Set<Int64>] = [:]
        var mapped: Set<Int64> = []
        for use in uses {
            guard let id = use.mention.technique else {
                if let tactic = use.mention.tactic.flatMap(matrix.tactic(_:)) {
                    columns[tactic.slug, default: []].insert(use.rule)
                }
                continue
            }
            let entry = AttackEntry(AttackMention(tactic: nil, technique: id), in: matrix)
            if entry.state != .current {
                outdated[AttackMention(tactic: nil, technique: id), default: []].insert(use.rule)
            }
            guard let technique = matrix.technique(entry.successor?.id ?? id) else { continue }
            mapped.insert(use.rule)
            let wanted = use.mention.tactic.flatMap(matrix.tactic(_:))?.slug
            let slugs = wanted.map { technique.tactics.contains($0) ? [$0] : technique.tactics } ?? technique.tactics
            for slug in slugs {
                cells[CellName(tactic: slug, technique: technique.id), default: []].insert(use.rule)
                columns[slug, default: []].insert(use.rule)
            }
        }
        attackVersion = matrix.version
        rules = ruleCount
        rulesWithoutTechnique = max(0, ruleCount - mapped.count)
        tactics = matrix.tactics.map { Self.column($0, matrix, cells, columns[$0.slug] ?? []) }
        self.outdated = outdated.map { Outdated(entry: AttackEntry($0.key, in: matrix), rules: $0.value.count) }
            .sorted { ($1.rules, $0.entry.text) < ($0.rules, $1.entry.text) }
    }

    private struct CellName: Hashable {
        var tactic: String
        var technique: String
    }

    private static func column(
        _ tactic: AttackMatrix.Tactic,
        _ matrix: AttackMatrix,
        _ cells: [CellName: Set<Int64>],
        _ rules: Set<Int64>
    ) -> Column {
        var techniques: [Cell] = []
        var all: Set<Int64> = []
        // Techniques are in ascending order, so sub-techniques follow theirs.
        for technique in matrix.techniques where technique.state == .current && technique.tactics.contains(tactic.slug)
        {
            let own = cells[CellName(tactic: tactic.slug, technique: technique.id)] ?? []
            let cell = Cell(
                technique: .init(id: technique.id, name: technique.name),
                rules: own.count,
                ownRules: own.count,
                subtechniques: []
            )
            if let last = techniques.indices.last, technique.id.hasPrefix(techniques[last].technique.id + ".") {
                all.formUnion(own)
                techniques[last].rules = all.count
                techniques[last].subtechniques.append(cell)
            } else {
                all = own
                techniques.append(cell)
            }
        }
        return Column(
            tactic: .init(id: tactic.id, name: tactic.name),
            rules: rules.count,
            techniques: techniques
        )
    }
}
