import Mustache

/// The templates: one file each in this folder, in Mustache's language.
///
/// Each begins with `{{% CONTENT_TYPE:TEXT}}`, which keeps the engine from escaping: values escape themselves by bytes, which
/// the engine, going by characters, gets wrong (``Markup``). A template that forgets it escapes twice: ugly, but safe.
///
/// To add one: a case here, its file, the file's line in `Package.swift`.
package enum Template: String, CaseIterable, Sendable {
    case action, allRules, code, diff, disputes, event, gaps, indicator, layout, matrix, message, row, rule, search
    case technique, verdict

    /// The template filled.
    package func render(_ slots: Slots) -> Markup {
        Markup(rendered: Self.library.render(slots, withTemplate: rawValue) ?? "")
    }

    private static let library: MustacheLibrary = {
        var library = MustacheLibrary()
        for template in allCases {
            do {
                try library.register(String(decoding: template.file, as: UTF8.self), named: template.rawValue)
            } catch {
                preconditionFailure("the template \(template.rawValue) cannot be read: \(error)")
            }
        }
        return library
    }()

    /// The text of the file.
    var file: [UInt8] {
        switch self {
        case .action: PackageResources.action_mustache
        case .allRules: PackageResources.allRules_mustache
        case .code: PackageResources.code_mustache
        case .diff: PackageResources.diff_mustache
        case .disputes: PackageResources.disputes_mustache
        case .event: PackageResources.event_mustache
        case .gaps: PackageResources.gaps_mustache
        case .indicator: PackageResources.indicator_mustache
        case .layout: PackageResources.layout_mustache
        case .matrix: PackageResources.matrix_mustache
        case .message: PackageResources.message_mustache
        case .row: PackageResources.row_mustache
        case .rule: PackageResources.rule_mustache
        case .search: PackageResources.search_mustache
        case .technique: PackageResources.technique_mustache
        case .verdict: PackageResources.verdict_mustache
        }
    }
}
