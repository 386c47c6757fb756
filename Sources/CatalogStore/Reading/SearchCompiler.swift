import Catalog
import Conditions
import Detections
import GRDB

/// Turns what must hold of a rule into SQL about the tables `rule r` and `collection c`. Whatever a query holds goes to SQLite as
/// arguments, and to the index of full text in quotes.
struct SearchCompiler {
    private(set) var arguments: [any DatabaseValueConvertible] = []

    /// The condition of an expression.
    mutating func sql(_ expression: SearchExpression) -> String {
        switch expression {
        case .all(let children): return "(" + children.map { sql($0) }.joined(separator: " AND ") + ")"
        case .any(let children): return "(" + children.map { sql($0) }.joined(separator: " OR ") + ")"
        // What is null, such as the status of a rule without one, is not what was asked for.
        case .not(let child): return "NOT coalesce(\(sql(child)), 0)"
        case .text(let pattern): return text(pattern)
        case .filter(let filter, let pattern): return self.filter(filter, pattern)
        case .indicator(let field, let pattern):
            let names = fieldTest("i.field", field)
            return """
                r.id IN (SELECT u.rule FROM indicator i JOIN rule_indicator u ON u.indicator = i.id \
                WHERE i.is_negated = 0 AND \(names) AND \(like("i.value", pattern, isFolded: true)))
                """
        }
    }

    // MARK: Words

    /// What the index of full text is asked for; nil for a pattern that it cannot be asked for.
    static func match(_ pattern: SearchPattern) -> String? {
        var text = pattern.text
        var isPrefix = false
        if pattern.hasStar {
            guard text.hasSuffix("*"), !text.dropLast().contains("*") else { return nil }
            text.removeLast()
            isPrefix = true
        }
        // The index would end its text at a NUL.
        let quoted = text.replacing("\u{0}", with: " ").replacing("\"", with: "\"\"")
        return "\"\(quoted)\"" + (isPrefix ? "*" : "")
    }

    private mutating func text(_ pattern: SearchPattern) -> String {
        guard let match = Self.match(pattern) else {
            return "(\(like("r.name", pattern)) OR \(like("r.rule_id", pattern)))"
        }
        arguments.append(match)
        return "r.id IN (SELECT rowid FROM words WHERE words MATCH ?)"
    }

    // MARK: Filters

    private mutating func filter(_ filter: SearchFilter, _ pattern: SearchPattern) -> String {
        switch filter {
        case .field:
            return "r.id IN (SELECT rule FROM rule_field WHERE field IN (SELECT id FROM field f WHERE "
                + fieldTest("f.name", pattern.text) + "))"
        case .value:
            return "r.id IN (SELECT u.rule FROM indicator i JOIN rule_indicator u ON u.indicator = i.id WHERE "
                + like("i.value", pattern, isFolded: true) + ")"
        case .action:
            return "r.id IN (SELECT u.rule FROM action a JOIN rule_action u ON u.action = a.id WHERE "
                + like("a.folded_name", pattern, isFolded: true) + ")"
        case .vendor: return vendor(pattern)
        case .collection: return like("c.name", pattern)
        case .source:
            let family = part("f.name", pattern)
            let log = part("name", pattern)
            return """
                (r.id IN (SELECT v.rule FROM family f JOIN rule_family v ON v.family = f.id WHERE \(family)) \
                OR r.id IN (SELECT rule FROM log WHERE \(log)))
                """
        case .technique: return technique(pattern)
        case .tactic: return tactic(pattern)
        case .severity: return severity(pattern)
        case .status: return like("r.status", pattern)
        case .kind: return like("r.kind", pattern)
        case .language: return like("r.language", pattern)
        case .tag: return "r.id IN (SELECT rule FROM rule_tag WHERE \(like("tag", pattern, isFolded: true)))"
        case .id: return like("r.rule_id", pattern)
        case .name: return part("r.name", pattern)
        case .author: return part("r.author", pattern)
        case .has: return Self.has[pattern.folded] ?? "0"
        case .is: return Self.states[pattern.folded] ?? "0"
        case .opaque:
            if ["yes", "true"].contains(pattern.folded) { return "r.completeness != 'exact'" }
            if ["no", "false"].contains(pattern.folded) { return "r.completeness = 'exact'" }
            return "r.id IN (SELECT rule FROM rule_opaque WHERE \(like("reason", pattern, isFolded: true)))"
        }
    }

    private static let has = [
        "tests": "r.test_count > 0", "condition": "r.has_condition", "indicators": "r.indicator_count > 0",
        "outputs": "r.output_count > 0", "duplicates": "r.id IN (SELECT rule FROM duplicate)",
        "similar": "r.id IN (SELECT rule FROM similar)",
    ]

    private static let states = [
        "exact": "r.completeness = 'exact'", "partial": "r.completeness = 'partial'",
        "opaque": "r.completeness = 'opaque'",
        "validated": "(r.test_count > 0 AND r.agreeing = r.test_count)", "contradicted": "r.disagreeing > 0",
        "deprecated": "r.is_deprecated", "enabled": "r.is_enabled", "disabled": "NOT r.is_enabled",
    ]

    private mutating func vendor(_ pattern: SearchPattern) -> String {
        let word = pattern.folded
        let vendors = Vendor.allCases.filter { vendor in
            vendor.rawValue == word || vendor.name.lowercased().contains(word)
        }
        return anyOf("r.vendor", vendors.map(\.rawValue))
    }

    private mutating func technique(_ pattern: SearchPattern) -> String {
        let word = pattern.folded
        if word.first == "t", word.dropFirst().first?.isNumber == true {
            arguments += [word.uppercased(), Self.escaped(word.uppercased()) + ".%"]
            return "r.id IN (SELECT rule FROM rule_attack WHERE technique = ? OR technique LIKE ? ESCAPE '\\')"
        }
        let named = AttackMatrix.enterprise.techniques.filter { $0.name.lowercased().contains(word) }
        return "r.id IN (SELECT rule FROM rule_attack WHERE \(anyOf("technique", named.map(\.id))))"
    }

    private mutating func tactic(_ pattern: SearchPattern) -> String {
        let matrix = AttackMatrix.enterprise
        guard let tactic = matrix.tactic(pattern.text.uppercased()) ?? matrix.tactic(named: pattern.text) else {
            return "0"
        }
        // Where a rule names a technique only, it means all tactics that the technique serves.
        let techniques = matrix.techniques.filter { $0.tactics.contains(tactic.slug) }.map(\.id)
        let own = anyOf("tactic", [tactic.id])
        let implied = anyOf("technique", techniques)
        return "r.id IN (SELECT rule FROM rule_attack WHERE \(own) OR (tactic = '' AND \(implied)))"
    }

    private mutating func severity(_ pattern: SearchPattern) -> String {
        var word = Substring(pattern.folded)
        var comparison = "="
        for sign in [">=", "<=", ">", "<"] where word.hasPrefix(sign) {
            comparison = sign
            word = word.dropFirst(sign.count)
            break
        }
        let wanted = ["informational": "info"][word] ?? String(word)
        guard let rank = Severity.allCases.firstIndex(where: { $0.rawValue.lowercased() == wanted }) else { return "0" }
        arguments.append(rank)
        return "r.severity_rank \(comparison) ?"
    }

    // MARK: Tests

    /// A column that is one of some values. They are one argument, for SQLite takes no more than some ten thousands: many terms may
    /// each stand for hundreds of techniques.
    private mutating func anyOf(_ column: String, _ values: [String]) -> String {
        guard !values.isEmpty else { return "0" }
        arguments.append(Literal.list(values.map { .string($0) }).json)
        return "\(column) IN (SELECT value FROM json_each(?))"
    }

    /// A column that is like a pattern, case aside.
    ///
    /// - Parameter isFolded: Whether the column holds small letters only, so that its index can be asked.
    private mutating func like(_ column: String, _ pattern: SearchPattern, isFolded: Bool = false) -> String {
        guard pattern.hasStar else {
            arguments.append(pattern.folded)
            return "\(column) = ?" + (isFolded ? "" : " COLLATE NOCASE")
        }
        arguments.append(Self.escaped(pattern.folded).replacing("*", with: "%"))
        return "\(column) LIKE ? ESCAPE '\\'"
    }

    /// A column that has a text in it.
    private mutating func part(_ column: String, _ pattern: SearchPattern) -> String {
        let words = Self.escaped(pattern.folded).replacing("*", with: "%")
        arguments.append(pattern.hasStar ? words : "%\(words)%")
        return "\(column) LIKE ? ESCAPE '\\'"
    }

    private static func escaped(_ text: String) -> String {
        text.replacing("\\", with: "\\\\").replacing("%", with: "\\%").replacing("_", with: "\\_")
    }

    /// A column with a field's name, in small letters, that is the one asked for, by any vendor's spelling, or ends in it.
    private mutating func fieldTest(_ column: String, _ name: String) -> String {
        // One spelling of a common data model stands for another field in each log.
        var names: Set<String> = [name]
        for log in FieldAliases.standard.logs {
            for schema in FieldAliases.Schema.allCases {
                if let canonical = FieldAliases.standard.canonical(of: name, schema: schema, in: [log.name]) {
                    names.insert(canonical)
                }
            }
        }
        let tests = names.sorted().map { name in
            let pattern = SearchPattern(name)
            arguments.append("%." + Self.escaped(pattern.folded).replacing("*", with: "%"))
            return "\(column) LIKE ? ESCAPE '\\' OR " + like(column, pattern, isFolded: true)
        }
        return "(" + tests.joined(separator: " OR ") + ")"
    }
}
