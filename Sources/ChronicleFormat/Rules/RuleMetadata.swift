import Detections
import Diagnostics
import Documents

/// What a rule says about itself: section `meta`, constant outcomes, and the comment at the head of its file.
///
/// YARA-L fixes no keys; those that Google's own rules and the community's use are known here, each under its several spellings.
struct RuleMetadata {
    let rule: YaraLRule
    let source: Source
    let matrix: AttackMatrix
    private(set) var diagnostics: [Diagnostic] = []

    init(_ rule: YaraLRule, _ source: Source, matrix: AttackMatrix = .enterprise) {
        self.rule = rule
        self.source = source
        self.matrix = matrix
    }

    /// Keys that become neutral fields of a detection, by what they become; the rest are the vendor's.
    private enum Keys {
        static let name = ["rule_name"]
        static let description = ["description"]
        static let severity = ["severity"]
        static let references = ["reference", "references"]
        static let links = ["mitre_attack_url"]
        static let tags = ["tags"]
        static let status = ["status", "rule_status"]
        static let dataSource = ["data_source"]
        static let tactics = ["tactic", "mitre_attack_tactic", "mitre_ta", "mitre_tactic"]
        static let techniques = ["technique", "mitre_attack_technique", "mitre_t1", "mitre_technique"]
        /// Tactics, techniques, groups and software in one list.
        static let mixed = ["mitre", "mitre_attack", "attack"]
        static let all: Set<String> = Set(
            name + description + severity + tags + status + tactics + techniques + mixed
        )
    }

    /// Fills in what a detection shows of itself.
    mutating func describe(_ detection: inout Detection, license: String?) {
        detection.displayName = text(Keys.name)
        detection.description = text(Keys.description)
        detection.severity = severity()
        detection.status = text(Keys.status)
        detection.tags = values(Keys.tags).map(\.text)
        let references = values(Keys.references).map(\.text)
        detection.reference = references.first ?? text(Keys.links)
        (detection.attack, detection.reports) = attack()
        detection.vendorFields = vendorFields(license)
    }

    /// The kinds of log that the rule names for people.
    var dataSources: [String] { values(Keys.dataSource).map(\.text) }

    private func entries(_ keys: [String]) -> [YaraLBinding] {
        rule.meta.filter { keys.contains($0.name.lowercased()) }
    }

    private func text(_ keys: [String]) -> String? {
        for entry in entries(keys) {
            if case .text(let text, _) = entry.value.kind, !text.isEmpty { return text }
        }
        return nil
    }

    /// The parts of a list that is written as a text, with commas or semicolons between them.
    private func values(_ keys: [String]) -> [(text: String, span: Span)] {
        entries(keys).flatMap { entry -> [(String, Span)] in
            guard case .text(let text, _) = entry.value.kind else { return [] }
            return text.split { $0 == "," || $0 == ";" }.compactMap { part in
                let trimmed = part.trimmed
                return trimmed.isEmpty ? nil : (trimmed, entry.value.span)
            }
        }
    }

    // MARK: Severity

    private static let severities: [String: Severity] = [
        "info": .info, "informational": .info, "information": .info, "none": .info, "low": .low, "medium": .medium,
        "moderate": .medium, "high": .high, "critical": .critical, "severe": .critical,
    ]

    private mutating func severity() -> Severity? {
        guard let entry = entries(Keys.severity).first, case .text(let text, _) = entry.value.kind else { return nil }
        let severity = Self.severities[text.trimmed.lowercased()]
        if severity == nil { diagnostics.append(.unknownSeverity(text, entry.value.span, source)) }
        return severity
    }

    // MARK: ATT&CK

    /// The tactics and techniques that the rule names, in words, by identifier or by link.
    private mutating func attack() -> ([AttackReference], [Report]) {
        var tactics: [(id: String, span: Span)] = []
        var techniques: [(id: String, span: Span)] = []
        for (text, span) in values(Keys.tactics) {
            if let id = Self.identifier(text, "TA") ?? matrix.tactic(named: text)?.id {
                tactics.append((id, span))
            } else {
                diagnostics.append(.unknownAttackName("tactic", text, matrix, span, source))
            }
        }
        for (text, span) in constants(["mitre_attack_technique_id"]) + values(Keys.links) {
            techniques += Self.techniques(in: text).map { ($0, span) }
        }
        for (text, span) in values(Keys.techniques) {
            if let id = Self.identifier(text, "T") {
                techniques.append((id, span))
            } else if let technique = matrix.technique(named: text) {
                // The identifier that the rule itself writes beside the name is the better one.
                if techniques.isEmpty || !techniques.contains(where: { $0.id == technique.id }) {
                    techniques.append((technique.id, span))
                }
            } else {
                diagnostics.append(.unknownAttackName("technique", text, matrix, span, source))
            }
        }
        for (text, span) in values(Keys.mixed) {
            let name = text.replacing("_", with: " ")
            if let id = Self.identifier(text.uppercased(), "TA") ?? matrix.tactic(named: name)?.id {
                tactics.append((id, span))
            } else if let id = Self.identifier(text.uppercased(), "T") ?? matrix.technique(named: name)?.id {
                techniques.append((id, span))
            } else if !Self.isGroupOrSoftware(text) {
                diagnostics.append(.unknownAttackName("tactic or technique", text, matrix, span, source))
            }
        }
        return Self.references(tactics, techniques, matrix)
    }

    /// Each technique with the tactic that it belongs to, if the rule names that; tactics that no technique belongs to alone.
    private static func references(
        _ tactics: [(id: String, span: Span)],
        _ techniques: [(id: String, span: Span)],
        _ matrix: AttackMatrix
    ) -> ([AttackReference], [Report]) {
        var references: [AttackReference] = []
        var report = Report(framework: AttackReference.framework, items: [], spans: [])
        func add(_ reference: AttackReference, _ span: Span) {
            guard !references.contains(reference) else { return }
            references.append(reference)
            report.items.append([reference.tactic, reference.technique].compactMap(\.self).joined(separator: ":"))
            report.spans.append(span)
        }
        var used: Set<String> = []
        for (id, span) in techniques {
            let slugs = matrix.technique(id)?.tactics ?? []
            let own = tactics.filter { tactic in matrix.tactic(tactic.id).map { slugs.contains($0.slug) } ?? false }
            used.formUnion(own.map(\.id))
            if own.isEmpty { add(AttackReference(tactic: nil, technique: id), span) }
            for tactic in own { add(AttackReference(tactic: tactic.id, technique: id), span) }
        }
        for (id, span) in tactics where !used.contains(id) { add(AttackReference(tactic: id, technique: nil), span) }
        return (references, report.items.isEmpty ? [] : [report])
    }

    /// Constant texts of outcomes.
    private func constants(_ names: [String]) -> [(text: String, span: Span)] {
        rule.outcome.compactMap { outcome in
            guard names.contains(outcome.name.lowercased()), case .text(let text, _) = outcome.value.kind else {
                return nil
            }
            return (text, outcome.value.span)
        }
    }

    /// The text, if it is an identifier of ATT&CK that begins so.
    private static func identifier(_ text: String, _ prefix: String) -> String? {
        guard text.hasPrefix(prefix), let reference = AttackReference(text) else { return nil }
        return prefix == "TA" ? reference.tactic : reference.technique
    }

    /// `G0016`, `S0154`: a group of attackers or a tool of theirs, which are no part of the matrix.
    private static func isGroupOrSoftware(_ text: String) -> Bool {
        text.utf8.count == 5 && "gGsS".utf8.contains(text.utf8.first ?? 0) && text.dropFirst().allSatisfy(\.isNumber)
    }

    /// `T1098.001` of every `…/T1098/001/` and of every identifier in a text.
    private static func techniques(in text: String) -> [String] {
        let words = text.split { !($0.isASCII && ($0.isLetter || $0.isNumber || $0 == ".")) }.map(String.init)
        var found: [String] = []
        for (index, word) in words.enumerated() {
            guard let id = identifier(word, "T"), !found.contains(id) else { continue }
            let next = index + 1 < words.count ? words[index + 1] : ""
            let isSub = text.contains("/") && !id.contains(".") && next.count == 3 && next.allSatisfy(\.isNumber)
            found.append(isSub ? "\(id).\(next)" : id)
        }
        return found
    }

    // MARK: The rest

    /// What has no neutral field, under the rule's own keys, then sections and options, then the licence.
    private func vendorFields(_ license: String?) -> [Detection.VendorField] {
        var fields: [Detection.VendorField] = []
        func add(_ key: String, _ text: String, _ span: Span) {
            fields.append(.init(key: key, value: DataNode(.string(text), span)))
        }
        for entry in rule.meta where !Keys.all.contains(entry.name.lowercased()) {
            if Keys.references.contains(entry.name.lowercased()) { continue }
            if case .text(let text, _) = entry.value.kind {
                add(entry.name, text, entry.value.span)
            } else {
                add(entry.name, YaraLPrinter.print(entry.value), entry.value.span)
            }
        }
        let references = values(Keys.references).map { DataNode(.string($0.text), $0.span) }
        if let first = references.first {
            fields.append(.init(key: "references", value: DataNode(.list(references), first.span)))
        }
        if let match = rule.match { add("match", YaraLPrinter.print(match), match.keys.first?.span ?? rule.nameSpan) }
        for option in rule.options { add(option.name, YaraLPrinter.print(option.value), option.value.span) }
        if entries(["license"]).isEmpty, let license = license ?? licenseInDescription {
            add("license", license, rule.nameSpan)
        }
        return fields
    }

    /// What follows `License:` at the end of the description.
    private var licenseInDescription: String? {
        guard let description = text(Keys.description), let place = description.firstRange(of: "License:") else {
            return nil
        }
        let license = description[place.upperBound...].trimming { $0 == " " || $0 == "." }
        return license.isEmpty ? nil : license
    }

    /// The line of a comment that says under which licence a file may be used.
    static func license(_ comments: [Span], _ source: Source) -> String? {
        for comment in comments.prefix(commentsMax) {
            let text = source.text(of: comment)
            for line in text.split(whereSeparator: \.isNewline).prefix(linesMax) {
                let words = line.trimming { "/* \t".unicodeScalars.contains($0) }
                let lowercased = words.lowercased()
                if lowercased.hasPrefix("spdx-license-identifier:") || lowercased.contains("licensed under")
                    || lowercased.hasPrefix("license:")
                {
                    return words
                }
            }
        }
        return nil
    }

    /// Comments in which a licence is looked for, and lines of each.
    private static let commentsMax = 20
    private static let linesMax = 40
}

extension StringProtocol {
    /// Without blanks at its ends.
    var trimmed: String { trimming { $0.properties.isWhitespace } }

    /// Without such characters at its ends.
    func trimming(_ isDropped: (Unicode.Scalar) -> Bool) -> String {
        var scalars = Substring(self).unicodeScalars
        while let first = scalars.first, isDropped(first) { scalars.removeFirst() }
        while let last = scalars.last, isDropped(last) { scalars.removeLast() }
        return String(scalars)
    }
}
