import Detections
import Diagnostics

/// Compares what a detection says of ATT&CK with MITRE's release.
enum AttackChecker {
    /// What is wrong with the detection's ATT&CK entries.
    static func check(_ detection: Detection, _ matrix: AttackMatrix = .enterprise) -> [Diagnostic] {
        detection.reports.filter { $0.framework == AttackReference.framework }.flatMap { report in
            zip(report.items, report.spans).flatMap { item, span in check(item, at: span, detection, matrix) }
        }
    }

    private static func check(
        _ item: String,
        at span: Span,
        _ detection: Detection,
        _ matrix: AttackMatrix
    ) -> [Diagnostic] {
        guard let reference = AttackReference(item) else {
            return [.attackUnknown(item, "`\(item.prefix(80))` is no ATT&CK entry", at: span, detection)]
        }
        let tactic = reference.tactic.flatMap(matrix.tactic(_:))
        if let id = reference.tactic, tactic == nil {
            return [
                .attackUnknown(item, "Enterprise ATT&CK \(matrix.version) has no tactic \(id)", at: span, detection)
            ]
        }
        guard let id = reference.technique else { return [] }
        guard let technique = matrix.technique(id) else {
            return [
                .attackUnknown(item, "Enterprise ATT&CK \(matrix.version) has no technique \(id)", at: span, detection)
            ]
        }
        guard let place = place(of: id, at: span, in: detection.source) else { return [] }
        switch technique.state {
        case .current:
            guard let tactic, !technique.tactics.contains(tactic.slug) else { return [] }
            return [.attackTactic(technique, tactic, matrix, at: place, detection)]
        case .deprecated: return [.attackOutdated(technique, successor: nil, fix: nil, at: place, detection)]
        case .revoked(let by):
            let successor = by.flatMap(matrix.technique(_:))
            let fix = successor.flatMap { replacement(of: reference, by: $0, matrix, at: span, in: detection.source) }
            return [.attackOutdated(technique, successor: successor, fix: fix, at: place, detection)]
        }
    }

    /// The change of an entry to a revoked technique's successor, its tactic too where the successor has another one;
    /// nil where it has several others, as then somebody has to choose.
    private static func replacement(
        of reference: AttackReference,
        by successor: AttackMatrix.Technique,
        _ matrix: AttackMatrix,
        at span: Span,
        in source: Source
    ) -> Fix? {
        guard let technique = reference.technique, let place = place(of: technique, at: span, in: source) else {
            return nil
        }
        var fix = Fix(replacing: place, with: successor.id)
        guard let id = reference.tactic, let tactic = matrix.tactic(id), !successor.tactics.contains(tactic.slug) else {
            return fix
        }
        let others = matrix.tactics.filter { successor.tactics.contains($0.slug) }
        guard others.count == 1, let tacticPlace = self.place(of: id, at: span, in: source) else { return nil }
        fix.edits.append(Fix.Edit(span: tacticPlace, replacement: others[0].id))
        return fix
    }

    /// Where `id` stands in the entry's text, which may be quoted.
    private static func place(of id: String, at span: Span, in source: Source) -> Span? {
        let text = Array(source.bytes[min(span.start, source.bytes.count)..<min(span.end, source.bytes.count)])
        let wanted = Array(id.utf8)
        guard text.count >= wanted.count else { return nil }
        for start in stride(from: text.count - wanted.count, through: 0, by: -1)
        where text[start..<start + wanted.count].elementsEqual(wanted) {
            return Span(span.start + start, span.start + start + wanted.count)
        }
        return nil
    }
}
