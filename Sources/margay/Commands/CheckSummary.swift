import Detections
import Diagnostics

/// The last line of `margay check`.
struct CheckSummary {
    let text: String

    init(_ diagnostics: [Diagnostic], _ pack: DetectionPack, fixed: FixResult, seconds: Double) {
        let counts = Diagnostic.Severity.allCases.reversed().compactMap { severity -> String? in
            let count = diagnostics.count { $0.severity == severity }
            return count == 0 ? nil : Self.counted(count, severity.rawValue)
        }
        let found = counts.isEmpty ? "nothing wrong" : counts.joined(separator: ", ")
        let fixable = diagnostics.count { $0.fix != nil }
        let read = "\(Self.counted(pack.filesRead, "YAML file")), \(Self.counted(pack.detections.count, "detection"))"
        var parts = ["\(found) in \(read)"]
        if fixed.count > 0 { parts.append("\(fixed.count) fixed in \(Self.counted(fixed.files, "file"))") }
        if fixable > 0 { parts.append("\(fixable) can be fixed with --fix") }
        text = "\(parts.joined(separator: "; ")) (\(Int((seconds * 1000).rounded())) ms)\n"
    }

    private static func counted(_ count: Int, _ noun: String) -> String { "\(count) \(noun)\(count == 1 ? "" : "s")" }
}
