package import Detections
package import Diagnostics
package import Documents

/// Reads the `Detection` of a correlation rule, which the file's schema has let pass, and says what is wrong with it.
package struct CorrelationReader {
    private let source: Source
    /// What is wrong, in the order of the file; warnings among them.
    package private(set) var diagnostics: [Diagnostic] = []

    /// A reader of values from `source`.
    package init(_ source: Source) { self.source = source }

    /// The correlation; nil, and a diagnostic, if it cannot be run.
    package mutating func read(_ node: DataNode) -> Correlation? {
        guard let first = node.list?.first, let map = first.map, let steps = map["Sequence"] ?? map["Group"] else {
            report(.badCorrelation(node, "a correlation rule needs a `Sequence` or a `Group`", source))
            return nil
        }
        if let second = node.list?.dropFirst().first { diagnostics.append(.secondCorrelation(second, source)) }
        let read = self.steps(steps, inOrder: map["Sequence"] != nil)
        let schedule = map["Schedule"]?["RateMinutes"]?.int
        var correlation = Correlation(
            steps: read,
            form: .group(minimumSteps: nil),
            links: [],
            lookbackMinutes: minutes(map["LookbackWindowMinutes"]) ?? Correlation.lookbackMinutesDefault,
            rateMinutes: schedule.map { Int(clamping: max(1, min($0, Int64(Correlation.minutesMax)))) }
        )
        if map["Sequence"] != nil {
            readTransitions(map["Transitions"], &correlation)
        } else {
            readCriteria(map["MatchCriteria"], &correlation)
            correlation.form = .group(minimumSteps: minimumSteps(map["MinMatchCount"], read))
        }
        if !read.isEmpty, !read.contains(where: { !$0.isAbsent }) {
            report(.badCorrelation(steps, "at least one step has to come: all of them are absent ones", source))
        }
        if correlation.links.count > Correlation.linksMax {
            report(.badCorrelation(first, "more than \(Correlation.linksMax) values in common", source))
        }
        return diagnostics.contains { $0.severity == .error } ? nil : correlation
    }

    private mutating func report(_ diagnostic: Diagnostic) {
        if diagnostics.count < ItemValidator.diagnosticsMax { diagnostics.append(diagnostic) }
    }

    // MARK: Steps

    private mutating func steps(_ node: DataNode, inOrder: Bool) -> [Correlation.Step] {
        let elements = node.list ?? []
        guard !elements.isEmpty, elements.count <= Correlation.stepsMax else {
            report(.badCorrelation(node, "a correlation has 1 to \(Correlation.stepsMax) steps", source))
            return []
        }
        var steps: [Correlation.Step] = []
        for element in elements {
            let detection = element["RuleID"]?.string ?? ""
            let id = element["ID"]?.string ?? detection
            if steps.contains(where: { $0.id == id }) {
                report(.badCorrelation(element["ID"] ?? element, "two steps are called `\(id)`", source))
            }
            var step = Correlation.Step(id: id, detection: detection)
            if let minimum = element["MinMatchCount"]?.int { step.minimum = Int(clamping: minimum) }
            if let maximum = element["MaxMatchCount"]?.int { step.maximum = Int(clamping: maximum) }
            step.isAbsent = element["Absence"]?.bool ?? false
            if step.minimum < 0, let node = element["MinMatchCount"] {
                report(.badCorrelation(node, "`MinMatchCount` cannot be negative", source))
            }
            if step.minimum == 0, step.isAbsent || inOrder, let node = element["MinMatchCount"] {
                report(
                    .badCorrelation(
                        node,
                        "zero matches are always there: \(step.isAbsent ? "they cannot be absent" : "a step of a sequence has to come")",
                        source
                    )
                )
            }
            if let maximum = step.maximum, maximum < max(1, step.minimum), let node = element["MaxMatchCount"] {
                report(.badCorrelation(node, "`MaxMatchCount` cannot be less than `MinMatchCount`, nor than 1", source))
            }
            steps.append(step)
        }
        return steps
    }

    private mutating func minutes(_ node: DataNode?) -> Int? {
        guard let node, let value = node.int else { return nil }
        guard value > 0 else {
            report(.badCorrelation(node, "a window lasts at least one minute", source))
            return nil
        }
        return Int(clamping: min(value, Int64(Correlation.minutesMax)))
    }

    /// The index of the step that `node` names.
    private mutating func step(_ node: DataNode?, _ steps: [Correlation.Step], in parent: DataNode) -> Int? {
        let name = node?.string ?? ""
        if let index = steps.firstIndex(where: { $0.id == name }) { return index }
        report(.unknownStep(node ?? parent, known: steps.map(\.id), source))
        return nil
    }

    private mutating func path(_ node: DataNode?) -> String? {
        guard let node, let text = node.string else { return nil }
        do throws(KeySpecifier.Fault) {
            _ = try KeySpecifier(path: text)
            return text
        } catch {
            report(.badKey(node, error, source))
            return nil
        }
    }

    // MARK: Groups

    private mutating func minimumSteps(_ node: DataNode?, _ steps: [Correlation.Step]) -> Int? {
        guard let node, let value = node.int else { return nil }
        let coming = steps.count { !$0.isAbsent }
        guard value >= 1, value <= Int64(coming) else {
            report(.badCorrelation(node, "the group has \(coming) steps that can come, not \(value)", source))
            return nil
        }
        return Int(value)
    }

    private mutating func readCriteria(_ node: DataNode?, _ correlation: inout Correlation) {
        for criterion in node?.map?.entries ?? [] {
            var link = Correlation.Link(fields: [])
            for entry in criterion.value.list ?? [] {
                guard let step = step(entry["GroupID"], correlation.steps, in: entry), let path = path(entry["Match"])
                else { continue }
                link.fields.append(.init(step: step, path: path))
            }
            if !link.fields.contains(where: { !correlation.steps[$0.step].isAbsent }) {
                report(.badCorrelation(criterion.value, "a criterion names no step that has to come", source))
            }
            correlation.links.append(link)
        }
    }

    // MARK: Sequences

    private mutating func readTransitions(_ node: DataNode?, _ correlation: inout Correlation) {
        var transitions: [Correlation.Transition] = []
        for entry in node?.list ?? [] {
            guard let from = step(entry["From"], correlation.steps, in: entry),
                let to = step(entry["To"], correlation.steps, in: entry)
            else { continue }
            guard from < to, correlation.steps[(from + 1)..<to].allSatisfy(\.isAbsent) else {
                report(.badTransition(entry["To"] ?? entry, source))
                continue
            }
            let within = minutes(entry["WithinTimeFrameMinutes"]) ?? correlation.lookbackMinutes
            transitions.append(.init(from: from, to: to, withinMinutes: within))
            guard let match = entry["Match"]?.list?.first else { continue }
            guard let first = path(match["On"] ?? match["From"]), let second = path(match["On"] ?? match["To"]) else {
                if match["On"] == nil, match["From"] == nil || match["To"] == nil {
                    report(
                        .badCorrelation(
                            match,
                            "a match names a field `On` both sides, or one `From` and one `To`",
                            source
                        )
                    )
                }
                continue
            }
            link(.init(step: from, path: first), .init(step: to, path: second), &correlation)
        }
        correlation.form = .sequence(transitions)
        for link in correlation.links where !link.fields.contains(where: { !correlation.steps[$0.step].isAbsent }) {
            report(
                .badCorrelation(node ?? DataNode(.null), "two absent steps have a value in common with none", source)
            )
        }
    }

    /// Joins two fields. What an absent step stands between is joined through its field: `A` without `B` before `C`, on one user,
    /// is about one user.
    private func link(_ left: Correlation.Field, _ right: Correlation.Field, _ correlation: inout Correlation) {
        for field in [left, right] where correlation.steps[field.step].isAbsent {
            guard let index = correlation.links.firstIndex(where: { $0.fields.contains(field) }) else { continue }
            for other in [left, right] where !correlation.links[index].fields.contains(other) {
                correlation.links[index].fields.append(other)
            }
            return
        }
        correlation.links.append(.init(fields: [left, right]))
    }
}
