/// MITRE ATT&CK for enterprises: what its tactics and techniques are called, and what became of those that are gone.
///
/// The data is `enterprise-attack.tsv` beside this file, made by `scripts/generate-attack-table.py`, which says from
/// what. © 2025 The MITRE Corporation. This work is reproduced and distributed with the permission of The MITRE
/// Corporation; its licence is beside the data.
package struct AttackMatrix: Sendable {
    /// The release, such as `19`.
    package let version: String
    /// When it was released, as `YYYY-MM`.
    package let date: String
    /// In the order of the matrix.
    package let tactics: [Tactic]
    /// All that ever were, by identifier in ascending order.
    package let techniques: [Technique]
    private let techniquePlaces: [String: Int]

    /// The release that Margay carries. Read when it is first asked for.
    package static let enterprise = AttackMatrix(table: PackageResources.enterprise_attack_tsv)

    /// A column of the matrix.
    package struct Tactic: Hashable, Sendable {
        /// `TA` and four digits.
        package let id: String
        /// In lower case with hyphens: `initial-access`.
        package let slug: String
        /// As people read it.
        package let name: String
    }

    /// A technique or sub-technique.
    package struct Technique: Hashable, Sendable {
        /// `T` and four digits, for a sub-technique `.` and three more.
        package let id: String
        /// As people read it.
        package let name: String
        /// The ``Tactic/slug`` of each tactic it belongs to.
        package let tactics: [String]
        /// Whether it is still to be used.
        package let state: State
    }

    /// What became of a technique.
    package enum State: Hashable, Sendable {
        /// Part of the release.
        case current
        /// Kept for old references, with nothing in its place.
        case deprecated
        /// Replaced by another technique; nil where MITRE names none.
        case revoked(by: String?)
    }

    /// Reads the table that the script writes; lines of another form are passed over.
    init(table: [UInt8]) {
        var version = ""
        var date = ""
        var tactics: [Tactic] = []
        var techniques: [Technique] = []
        for line in table.split(separator: UInt8(ascii: "\n")) {
            let fields = line.split(separator: UInt8(ascii: "\t"), omittingEmptySubsequences: false)
                .map { String(decoding: $0, as: UTF8.self) }
            switch (fields.first, fields.count) {
            case ("version", 3): (version, date) = (fields[1], fields[2])
            case ("tactic", 4): tactics.append(Tactic(id: fields[1], slug: fields[2], name: fields[3]))
            case ("technique", 5):
                let slugs = fields[3].split(separator: ",").map(String.init)
                let state = Self.state(fields[4])
                techniques.append(Technique(id: fields[1], name: fields[2], tactics: slugs, state: state))
            default: break
            }
        }
        self.version = version
        self.date = date
        self.tactics = tactics
        self.techniques = techniques
        techniquePlaces = Dictionary(
            techniques.enumerated().map { ($0.element.id, $0.offset) },
            uniquingKeysWith: { first, _ in first }
        )
    }

    private static func state(_ text: String) -> State {
        if text.isEmpty { return .current }
        if text == "deprecated" { return .deprecated }
        let successor = text.split(separator: " ").dropFirst().first
        return .revoked(by: successor.map(String.init))
    }

    /// The tactic of an identifier, if there is one.
    package func tactic(_ id: String) -> Tactic? { tactics.first { $0.id == id } }

    /// The technique of an identifier, if there ever was one.
    package func technique(_ id: String) -> Technique? { techniquePlaces[id].map { techniques[$0] } }

    /// The tactic that people call so or called so once: in any case, whatever stands between its words, as in `InitialAccess`
    /// and `initial-access`. O(count).
    package func tactic(named name: String) -> Tactic? {
        let wanted = Self.words(name)
        return tactics.first { Self.words($0.slug) == wanted } ?? Self.formerTactics[wanted].flatMap(tactic(_:))
    }

    /// The letters and digits of a name: `initial-access-2` is no tactic.
    private static func words(_ text: String) -> String { text.lowercased().filter { $0.isLetter || $0.isNumber } }

    /// Names that tactics had in earlier releases, and how they are misspelt, in letters only.
    private static let formerTactics = ["defenseevasion": "TA0005", "defenceevasion": "TA0005"]

    /// The technique that people call so, in any case; a sub-technique's name may follow that of its technique, as in
    /// `Brute Force: Password Spraying`. Of several with one name a current one counts; nil where they are several still and
    /// the technique before them does not tell them apart. O(count).
    package func technique(named name: String) -> Technique? {
        let parts = name.lowercased().split(separator: ":", maxSplits: 1).map { String($0.drop { $0 == " " }) }
        guard let last = parts.last else { return nil }
        var found = techniques.filter { $0.name.lowercased() == last }
        if parts.count == 2 {
            found = found.filter { technique in
                guard technique.id.contains("."), let above = self.technique(String(technique.id.prefix(5))) else {
                    return false
                }
                return above.name.lowercased() == parts[0]
            }
        }
        let current = found.filter { $0.state == .current }
        if current.count == 1 { return current[0] }
        // A technique goes before the sub-techniques of others that share its name.
        let whole = (current.isEmpty ? found : current).filter { !$0.id.contains(".") }
        return whole.count == 1 ? whole[0] : found.count == 1 ? found[0] : nil
    }
}
