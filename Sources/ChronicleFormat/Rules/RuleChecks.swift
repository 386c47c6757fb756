import Diagnostics

/// What is wrong with a rule though its grammar is right.
///
/// To add a check: a code and a factory in `Diagnostic+YaraLRules.swift`, its call here, a row on each side in `RuleCheckTests`.
struct RuleChecks {
    private let rule: YaraLRule
    private let names: RuleNames
    private let source: Source
    private var diagnostics: [Diagnostic] = []

    /// What is wrong, in the order of the checks.
    static func check(_ rule: YaraLRule, _ source: Source) -> [Diagnostic] {
        var checks = RuleChecks(rule: rule, names: RuleNames(rule), source: source)
        checks.checkSections()
        checks.checkVariables()
        checks.checkFunctions()
        checks.checkWindow()
        return checks.diagnostics
    }

    private init(rule: YaraLRule, names: RuleNames, source: Source) {
        self.rule = rule
        self.names = names
        self.source = source
    }

    private mutating func checkSections() {
        if rule.events.isEmpty { diagnostics.append(.missingSection("events", rule, source)) }
        if rule.condition == nil { diagnostics.append(.missingSection("condition", rule, source)) }
    }

    // MARK: Variables

    private mutating func checkVariables() {
        var used: Set<String> = []
        // Without events every name would be unknown, and one message says it all.
        guard !rule.events.isEmpty else { return }
        let sections: [(String, [YaraLExpression])] = [
            ("match", rule.match?.keys ?? []), ("outcome", rule.outcome.map(\.value)),
            ("condition", rule.condition.map { [$0] } ?? []), ("options", rule.options.map(\.value)),
            ("export", rule.export),
        ]
        let known = names.events + names.placeholders.keys.sorted() + names.outcomes.keys.sorted()
        for (section, expressions) in sections {
            for expression in expressions {
                expression.forEach { part in
                    guard case .variable(let name) = part.kind else {
                        if case .count(let name) = part.kind { check(name, part, section, known, &used) }
                        return
                    }
                    check(name, part, section, known, &used)
                }
            }
        }
        if let pivot = rule.match?.window?.pivot, !names.events.contains(pivot.variable),
            let key = rule.match?.keys.first
        {
            diagnostics.append(.unknownVariable(pivot.variable, "match", known, key.span, source))
        }
        guard let condition = rule.condition else { return }
        reportUnasked(condition, used)
    }

    private mutating func check(
        _ name: String,
        _ part: YaraLExpression,
        _ section: String,
        _ known: [String],
        _ used: inout Set<String>
    ) {
        if section == "condition" { used.insert(name) }
        guard !known.contains(name) else { return }
        diagnostics.append(.unknownVariable(name, section, known, part.span, source))
    }

    /// Events that the condition does not ask for, neither themselves nor by what is made of them.
    private mutating func reportUnasked(_ condition: YaraLExpression, _ used: Set<String>) {
        var asked = Set(names.eventsUsed(condition).map { names.events[$0] }).union(used)
        for name in used {
            if let outcome = names.outcomes[name] {
                asked.formUnion(names.eventsUsed(outcome).map { names.events[$0] })
            }
            for binding in names.placeholders[name] ?? [] {
                asked.formUnion(names.eventsUsed(binding.value).map { names.events[$0] })
            }
        }
        for name in names.events where !asked.contains(name) && !name.isEmpty {
            diagnostics.append(.eventNotAsked(name, condition.span, source))
        }
    }

    // MARK: Functions

    private mutating func checkFunctions() {
        var expressions = rule.events + rule.outcome.map(\.value) + (rule.condition.map { [$0] } ?? [])
        expressions += rule.export
        for expression in expressions {
            expression.forEach { part in
                switch part.kind {
                case .call(let name, _) where YaraLFunction.named(name) == nil:
                    diagnostics.append(.unknownFunction(name, part.span, source))
                case .comparison(let left, .equals, let right): checkCase(left, right, part)
                case .call("strings.contains", let arguments) where arguments.count == 2,
                    .call("strings.starts_with", let arguments) where arguments.count == 2,
                    .call("strings.ends_with", let arguments) where arguments.count == 2:
                    checkCase(arguments[0].value, arguments[1].value, part)
                default: break
                }
            }
        }
    }

    /// A text that was made lower case and one with capital letters are never the same.
    private mutating func checkCase(_ left: YaraLExpression, _ right: YaraLExpression, _ part: YaraLExpression) {
        for (changed, constant) in [(left, right), (right, left)] {
            guard case .call(let name, _) = changed.kind, case .text(let text, _) = constant.kind else { continue }
            let letters = text.unicodeScalars
            if name == "strings.to_lower", letters.contains(where: { $0.properties.isUppercase }) {
                diagnostics.append(.neverHolds("lower", constant.span, source))
            } else if name == "strings.to_upper", letters.contains(where: { $0.properties.isLowercase }) {
                diagnostics.append(.neverHolds("upper", constant.span, source))
            }
        }
    }

    // MARK: Windows

    /// The shortest and the longest window that rules may have, in seconds. Source: Google SecOps documentation, "Match section
    /// syntax".
    private static let windowSeconds = 60...172_800

    private mutating func checkWindow() {
        guard let match = rule.match, let window = match.window, let seconds = window.length.seconds else { return }
        guard !Self.windowSeconds.contains(seconds) else { return }
        diagnostics.append(.windowLength(match.keys.last?.span ?? rule.nameSpan, source))
    }
}
