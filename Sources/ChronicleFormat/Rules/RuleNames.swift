import Diagnostics

/// What the variables of a rule stand for.
///
/// YARA-L writes events, placeholders and outcomes alike; which of them a name is, its uses tell.
struct RuleNames {
    /// Variables of events and of entities, in the order in which they are first used. The event of a rule that names none is
    /// the empty text.
    private(set) var events: [String] = []
    /// Those of ``events`` that are entries of the entity graph.
    private(set) var entities: Set<String> = []
    /// What each placeholder is bound to; what binds it unconditionally comes first.
    private(set) var placeholders: [String: [Binding]] = [:]
    /// Section `outcome` by name; of several with one name the last.
    private(set) var outcomes: [String: YaraLExpression] = [:]
    /// The predicates of section `events`, those joined by `and` apart.
    private(set) var predicates: [YaraLExpression] = []

    /// A value that a placeholder stands for.
    struct Binding {
        /// Other than the placeholder itself.
        var value: YaraLExpression
        /// Whether it stands for it in every match: the binding is no part of an alternative.
        var isUnconditional: Bool
    }

    init(_ rule: YaraLRule) {
        for binding in rule.outcome { outcomes[binding.name] = binding.value }
        predicates = rule.events.flatMap(Self.conjuncts)
        let texts = rule.events + rule.outcome.map(\.value) + (rule.match?.keys ?? [])
        for text in texts { text.forEach { findEvent($0) } }
        // Beside named events a bare name is a word, such as an argument of a metric.
        if events.count > 1 { events.removeAll { $0.isEmpty } }
        for predicate in predicates { bind(predicate, isUnconditional: true) }
        for predicate in predicates { predicate.forEach { bind($0, isUnconditional: false) } }
    }

    private static func conjuncts(_ expression: YaraLExpression) -> [YaraLExpression] {
        if case .all(let parts) = expression.kind { return parts.flatMap(conjuncts) }
        return [expression]
    }

    private mutating func findEvent(_ expression: YaraLExpression) {
        guard case .field(let path) = expression.kind else { return }
        let name = path.variable ?? ""
        if !events.contains(name) { events.append(name) }
        if path.steps.first == .name("graph") { entities.insert(name) }
    }

    private mutating func bind(_ expression: YaraLExpression, isUnconditional: Bool) {
        guard case .comparison(let left, .equals, let right) = expression.kind else { return }
        for (name, value) in [(left, right), (right, left)] {
            guard let name = placeholderName(name), canBind(value) else { continue }
            let known = placeholders[name] ?? []
            guard !known.contains(where: { $0.value == value }) else { return }
            placeholders[name, default: []].append(Binding(value: value, isUnconditional: isUnconditional))
            return
        }
    }

    /// The name, if the expression is a variable alone that no event has.
    private func placeholderName(_ expression: YaraLExpression) -> String? {
        if case .variable(let name) = expression.kind, !events.contains(name) { name } else { nil }
    }

    /// Whether a placeholder can stand for it: something of an event. What is compared with a constant is only tested.
    private func canBind(_ value: YaraLExpression) -> Bool {
        switch value.kind {
        case .text, .pattern, .number, .boolean, .list(_, nil), .unreadable: false
        default: true
        }
    }

    /// Whether a predicate does nothing but say what a placeholder stands for.
    func isBinding(_ expression: YaraLExpression) -> Bool {
        guard case .comparison(let left, .equals, let right) = expression.kind else { return false }
        return (placeholderName(left) != nil && canBind(right)) || (placeholderName(right) != nil && canBind(left))
    }

    /// The events that an expression is about, by their place in ``events``; those that placeholders in it stand for too.
    func eventsUsed(_ expression: YaraLExpression) -> [Int] {
        var found: Set<Int> = []
        var seen: Set<String> = []
        collect(expression, &found, &seen)
        return found.sorted()
    }

    private func collect(_ expression: YaraLExpression, _ found: inout Set<Int>, _ seen: inout Set<String>) {
        switch expression.kind {
        case .field(let path): if let index = events.firstIndex(of: path.variable ?? "") { found.insert(index) }
        case .variable(let name):
            if let index = events.firstIndex(of: name) {
                found.insert(index)
            } else if seen.insert(name).inserted {
                if let first = placeholders[name]?.first { collect(first.value, &found, &seen) }
                if let outcome = outcomes[name] { collect(outcome, &found, &seen) }
            }
        default: for child in expression.children { collect(child, &found, &seen) }
        }
    }

    /// The fields in an expression, in order, each once; those that placeholders and outcomes in it stand for too.
    func fields(_ expression: YaraLExpression) -> [YaraLPath] {
        var found: [YaraLPath] = []
        var seen: Set<String> = []
        collect(expression, &found, &seen)
        var unique: Set<YaraLPath> = []
        return found.filter { unique.insert($0).inserted }
    }

    private func collect(_ expression: YaraLExpression, _ found: inout [YaraLPath], _ seen: inout Set<String>) {
        switch expression.kind {
        case .field(let path): if events.contains(path.variable ?? "") { found.append(path) }
        case .variable(let name), .count(let name):
            guard seen.insert(name).inserted else { return }
            if let first = placeholders[name]?.first { collect(first.value, &found, &seen) }
            if let outcome = outcomes[name] { collect(outcome, &found, &seen) }
        default: for child in expression.children { collect(child, &found, &seen) }
        }
    }

    /// What the placeholder `name` stands for, seen from an event: its own value if the event gives it one, else the first.
    func value(of name: String, for event: Int?) -> YaraLExpression? {
        guard let bindings = placeholders[name] else { return nil }
        if let event, let own = bindings.first(where: { eventsUsed($0.value) == [event] }) { return own.value }
        return bindings.first?.value
    }
}
