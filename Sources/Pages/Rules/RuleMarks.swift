import Conditions
import Detections

/// Small signs that say how bad a match is and how much is known of a rule; always with the word beside them.
enum RuleMarks {
    /// `▮▮▮▯▯ Medium`; nothing for a rule that does not say.
    static func severity(_ severity: Severity?) -> Markup {
        guard let severity else { return Markup() }
        let height = Severity.allCases.filter { $0 <= severity }.count
        var markup = Markup(literal: "<span class=\"severity\"><span class=\"meter\" aria-hidden=\"true\">")
        for step in 1...Severity.allCases.count {
            markup += step <= height ? Markup(literal: "<i class=\"on\"></i>") : Markup(literal: "<i></i>")
        }
        markup.append(literal: "</span>")
        markup.append(word(severity))
        markup.append(literal: "</span>")
        return markup
    }

    /// `Medium`.
    static func word(_ severity: Severity) -> String {
        severity.rawValue.prefix(1) + severity.rawValue.dropFirst().lowercased()
    }

    /// A full, half or empty dot, and the word.
    static func completeness(_ completeness: Completeness, remark: String) -> Markup {
        var markup = Markup(literal: "<span class=\"badge\"><span class=\"dot ")
        markup.append(completeness.rawValue)
        markup.append(literal: "\" aria-hidden=\"true\"></span><b>")
        markup.append(completeness.rawValue)
        markup.append(literal: "</b> <span class=\"quiet\">")
        markup.append(remark)
        markup.append(literal: "</span></span>")
        return markup
    }
}
