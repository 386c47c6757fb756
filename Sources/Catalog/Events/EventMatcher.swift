package import Conditions
import Detections
package import Events

/// Puts an event to the conditions of many rules at once, and says of each why it holds, or does not.
///
/// Only conditions are looked at: no rule's code runs. What a condition does not say, or what takes more than one event to tell,
/// is undecided. Conditions over a vendor's own data model are asked in the log's terms (``Condition/inTermsOfTheLog``).
package struct EventMatcher: ~Copyable {
    /// A rule to ask.
    package struct Rule: Sendable {
        /// The rule.
        package var rule: RuleSummary
        /// The kinds of log that it reads; none for a rule that reads all.
        package var families: [String]
        /// Its condition.
        package var condition: Condition

        /// A rule to ask.
        package init(rule: RuleSummary, families: [String], condition: Condition) {
            self.rule = rule
            self.families = families
            self.condition = condition
        }
    }

    /// Verdicts of one truth that are given with their reasons; of further rules only their number is.
    package static let verdictsMax = 200

    private let rules: [Rule]
    private let ids: [CompiledConditions.ID]
    private let families: LogFamilies
    private var evaluator: ConditionEvaluator
    private var tape: Tape
    private var fields: StandardFields

    /// A matcher that asks `rules`. O(conditions).
    package init(_ rules: [Rule], families: LogFamilies = .standard, limits: TapeLimits = TapeLimits()) {
        self.families = families
        var keys = KeyTable()
        fields = StandardFields(in: &keys)
        var compiled = CompiledConditions()
        self.rules = rules.map { rule in
            var rule = rule
            if rule.rule.vendor.dataModel != nil { rule.condition = rule.condition.inTermsOfTheLog }
            return rule
        }
        ids = self.rules.map { compiled.add($0.condition, keys: &keys) }
        evaluator = ConditionEvaluator(compiled, keys: keys)
        tape = Tape(keys: keys, limits: limits)
    }

    /// What the rules say of an event.
    ///
    /// - Parameters:
    ///   - bytes: A JSON object.
    ///   - log: What log it is of, where it does not say itself; nil to tell by what it looks like.
    ///   - parseTime: What Panther's standard fields give as the time of parsing.
    package mutating func match(
        _ bytes: [UInt8],
        log: String? = nil,
        parseTime: EventTime
    ) throws(EventFault) -> EventReport {
        do throws(TapeFault) { try tape.parse(copying: bytes) } catch { throw .noJSON(offset: error.offset) }
        guard tape.view.kind(of: Tape.root) == .object else { throw .noObject }
        let log = Self.text("p_log_type", tape.view) ?? log ?? Self.guess(tape.view)
        if log == LogSchema.cloudTrail.logType {
            // An event that passes the limits with what is added is asked without.
            do throws(TapeFault) { _ = try fields.add(to: &tape, StandardFields.Context(parseTime: parseTime)) } catch {
                do throws(TapeFault) { try tape.parse(copying: bytes) } catch { throw .noJSON(offset: error.offset) }
            }
        }
        let family = log.map(families.family(called:))
        evaluator.begin(tape.view)
        var report = EventReport(log: log, family: family)
        for index in rules.indices {
            let rule = rules[index]
            if let family, !rule.families.isEmpty, !rule.families.contains(family) { continue }
            report.asked += 1
            let explanation = evaluator.explain(rule.condition, ids[index])
            report.add(EventReport.Verdict(rule: rule.rule, explanation: explanation))
        }
        report.order(max: Self.verdictsMax)
        return report
    }

    private static func text(_ key: String, _ view: TapeView) -> String? {
        let node = view.lookup(in: Tape.root, key: key)
        guard node != Tape.missing, view.kind(of: node) == .string else { return nil }
        return view.string(view.text(of: node))
    }

    /// CloudTrail's events are known by their looks; of others people say what they are.
    private static func guess(_ view: TapeView) -> String? {
        let isCloudTrail = ["eventVersion", "eventSource", "eventName"].allSatisfy { text($0, view) != nil }
        return isCloudTrail ? LogSchema.cloudTrail.logType : nil
    }
}

/// Why an event cannot be put to rules.
package enum EventFault: Error, Hashable, Sendable {
    /// It is no JSON from this byte on.
    case noJSON(offset: Int)
    /// It is JSON, but no object.
    case noObject

    /// In a line for people.
    package var message: String {
        switch self {
        case .noJSON(let offset): "this is no JSON from byte \(offset) on"
        case .noObject: "an event is an object, in braces"
        }
    }
}
