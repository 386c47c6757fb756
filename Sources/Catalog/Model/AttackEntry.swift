package import Detections

/// A tactic or technique as a rule writes it.
package struct AttackMention: Codable, Hashable, Sendable {
    /// `TA` and four digits.
    package var tactic: String?
    /// `T` and four digits, for a sub-technique `.` and three more.
    package var technique: String?

    /// What a rule writes.
    package init(tactic: String?, technique: String?) {
        self.tactic = tactic
        self.technique = technique
    }
}

/// A tactic or technique that a rule covers, and what the release of ATT&CK says of it.
package struct AttackEntry: Codable, Hashable, Sendable {
    /// The tactic, if the rule names one; else nil.
    package var tactic: Name?
    /// The technique, if the rule names one.
    package var technique: Name?
    /// What became of the technique (of the tactic, where there is no technique).
    package var state: State
    /// What is to be used instead, where ``state`` is ``State/revoked`` and MITRE names something.
    package var successor: Name?

    /// An identifier and what it stands for.
    package struct Name: Codable, Hashable, Sendable {
        /// As MITRE writes it.
        package var id: String
        /// What people read; the identifier where the release has no such thing.
        package var name: String
    }

    /// What became of a technique.
    package enum State: String, Codable, Hashable, Sendable {
        /// Part of the release.
        case current
        /// Kept for old references, with nothing in its place.
        case deprecated
        /// Replaced.
        case revoked
        /// Never part of ATT&CK as far as this release knows.
        case unknown
    }

    /// What the release says of a mention.
    package init(_ mention: AttackMention, in matrix: AttackMatrix = .enterprise) {
        tactic = mention.tactic.map { Name(id: $0, name: matrix.tactic($0)?.name ?? $0) }
        guard let id = mention.technique else {
            technique = nil
            state = mention.tactic.flatMap(matrix.tactic(_:)) == nil ? .unknown : .current
            return
        }
        technique = Self.technique(id, matrix)
        switch matrix.technique(id)?.state {
        case .current: state = .current
        case .deprecated: state = .deprecated
        case .revoked(let successor):
            state = .revoked
            self.successor = successor.map { Self.technique($0, matrix) }
        case nil: state = .unknown
        }
    }

    /// The name of a technique; a sub-technique has that of its parent before it.
    package static func technique(_ id: String, _ matrix: AttackMatrix = .enterprise) -> Name {
        guard let own = matrix.technique(id)?.name else { return Name(id: id, name: id) }
        guard let dot = id.firstIndex(of: "."), let parent = matrix.technique(String(id[..<dot]))?.name else {
            return Name(id: id, name: own)
        }
        return Name(id: id, name: "\(parent): \(own)")
    }

    /// `TA0002`, `T1059.001`, or both with a colon: as rules write it.
    package var text: String { [tactic?.id, technique?.id].compactMap(\.self).joined(separator: ":") }
}
