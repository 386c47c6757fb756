import Detections

/// What a tag of the namespace `attack` names. Source: Sigma tags appendix.
enum SigmaAttack: Hashable {
    /// `attack.initial-access`, also with `_`: the tactic's identifier.
    case tactic(String)
    /// `attack.t1059.001`: the technique's identifier.
    case technique(String)
    /// A group, a piece of software, a data source, a mitigation or an asset.
    case other(String)

    /// Reads a tag; nil if it is none of ATT&CK's.
    init?(_ tag: String, _ matrix: AttackMatrix = .enterprise) {
        guard tag.hasPrefix("attack.") else { return nil }
        let name = String(tag.dropFirst("attack.".count))
        if let tactic = matrix.tactic(named: name) {
            self = .tactic(tactic.id)
            return
        }
        let upper = name.uppercased()
        guard let first = upper.utf8.first, upper.utf8.count >= 5 else { return nil }
        switch first {
        case UInt8(ascii: "T"):
            guard let reference = AttackReference(upper), let technique = reference.technique else { return nil }
            self = .technique(technique)
        case UInt8(ascii: "G"), UInt8(ascii: "S"), UInt8(ascii: "M"), UInt8(ascii: "A"), UInt8(ascii: "D"),
            UInt8(ascii: "C"):
            let digits = upper.drop { $0.isLetter }
            guard digits.utf8.count >= 4, digits.utf8.allSatisfy({ $0 &- 0x30 <= 9 || $0 == UInt8(ascii: ".") }) else {
                return nil
            }
            self = .other(upper)
        default: return nil
        }
    }
}
