import Detections
import Diagnostics

/// The last line of `margay check`.
struct CheckSummary {
    let text: String

    init(_ diagnostics: [Diagnostic], _ pack: DetectionPack, fixed: FixResult, seconds: Double) {
        let counts = Diagnostic.Severity.allCases.reversed().compactMap { severity -> String? in
            let count = diagnostics.count { $0.severity == severity }
            return count == 0 ? nil : "\(count) \(severity.rawValue)\(count == 1 ? "" : "s")"
        }
        let found = counts.isEmpty ? "nothing wrong" : counts.joined(separator: ", ")
        let fixable = diagnostics.count { $0.fix != nil }
        var parts = ["\(found) in \(pack.filesRead) files, \(pack.detections.count) detections"]
        if fixed.count > 0 { parts.append("\(fixed.count) fixed in \(fixed.files) files") }
        if fixable > 0 { parts.append("\(fixable) can be fixed with --fix") }
        text = "\(parts.joined(separator: "; ")) (\(Int((seconds * 1000).rounded())) ms)\n"
    }
}
