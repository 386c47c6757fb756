import Conditions
import Detections
import Diagnostics
import Extraction
import PythonRuntime

extension CompiledPack {
    /// Finds the conditions of the rules that a scan runs, so that it can leave their code out where they are false, and alone where
    /// they are true. O(bytes of Python), and more where helpers are followed; `workers` share it and change nothing of it.
    package mutating func findConditions(includesDisabled: Bool = false, workers: Workers = Workers(1)) {
        let compiled = self
        let rules = pack.detections.indices.filter { index in
            let detection = pack.detections[index]
            return detection.kind == .rule && (detection.isEnabled || includesDisabled)
        }
        // The longest code first: a rule that takes as long as a hundred others should not be the one that all wait for.
        func length(_ index: Int) -> Int { bodies[index]?.source.bytes.count ?? 0 }
        let order = rules.sorted { length($0) > length($1) }
        let found = workers.map(order.count, with: { Extractor(compiled.pack) }) { extractor, place in
            compiled.conditions(of: order[place], extractor)
        }
        for (index, found) in zip(order, found) {
            guard let condition = found.condition else { continue }
            if found.bySource.isEmpty { conditions[index] = condition }
            if !found.templates.isEmpty { templates[index] = found.templates }
            if found.decides { decided.insert(index) }
            for (logType, known) in found.bySource { sourceConditions[logType, default: [:]][index] = known }
        }
        findClauses(workers: workers)
    }

    /// What is found of one rule.
    private struct Findings {
        var condition: Condition?
        /// Whether the condition says all that the matcher does.
        var decides = false
        /// What is known on events of each log.
        var bySource: [(logType: String, known: Condition?)] = []
        var templates: [DetectionFunction: OutputTemplate] = [:]
    }

    private func conditions(of index: Int, _ extractor: Extractor) -> Findings {
        let detection = pack.detections[index]
        var findings = Findings()
        var ofLog: [String: Condition] = [:]
        if bodies[index] != nil, let found = extractor.extract(detection) {
            findings.condition = found.condition
            ofLog = found.conditionOfLog
            findings.decides = !found.hasEffects
            for function in OutputProgram.functions {
                findings.templates[function] = found.templates[function.pythonName]
            }
        } else if let evaluated = detection.evaluatedCondition {
            findings.condition = evaluated
            findings.decides = true
        } else if bodyErrors[index] == nil, let found = ExpressionLowering.findings(of: detection) {
            findings.condition = found.condition
            findings.decides = true
        }
        // The condition as it is written, the detection's inline filters among it.
        let filter = ExpressionLowering.filter(of: detection)
        func filtered(_ condition: Condition?) -> Condition? {
            guard let filter else { return condition }
            return .all([filter, condition ?? .opaque(Opaque(.unsupported))])
        }
        findings.condition = filtered(findings.condition)
        // Events pay for each node, and what is known behind a test tells rules apart that seem to ask everything first.
        guard let condition = findings.condition, bodies[index] != nil, LogTypeAssumption.matters(to: condition),
            !detection.logSources.isEmpty
        else {
            findings.condition = findings.condition?.evaluable
            return findings
        }
        // Only code asks data models, and only code can be run instead.
        findings.bySource = detection.logSources.map { logType in
            let known = ofLog[logType].flatMap(filtered) ?? condition
            return (logType: logType, known: LogTypeAssumption(logType).applied(to: known).evaluable)
        }
        return findings
    }

    /// Finds by what events ``conditions`` and ``sourceConditions`` are told from false ones; `workers` share it.
    package mutating func findClauses(workers: Workers = Workers(1)) {
        var questions = conditions.sorted { $0.key < $1.key }.map { index, condition in
            RoutingQuestion(index: index, condition: condition, logType: pack.detections[index].logSources.first)
        }
        let anyLog = questions.count
        for (logType, conditions) in sourceConditions.sorted(by: { $0.key < $1.key }) {
            for (index, condition) in conditions.sorted(by: { $0.key < $1.key }) {
                questions.append(RoutingQuestion(index: index, condition: condition, logType: logType))
            }
        }
        let (all, detections) = (questions, pack.detections)
        let tests = FieldTestTable(all.map(\.condition))
        let textCounts = RoutingWeights.textCounts(all.map(\.condition))
        let found = workers.map(
            all.count,
            with: { RoutingAnalysis(tests, RoutingWeights(textCounts, EventSamples(detections))) },
            { analysis, number in analysis.clause(of: all[number].condition, logType: all[number].logType) }
        )
        for (number, question) in all.enumerated() {
            if number < anyLog {
                clauses[question.index] = found[number]
            } else if let logType = question.logType {
                sourceClauses[logType, default: [:]][question.index] = found[number]
            }
        }
    }

    /// A detection's condition of which a clause is looked for, on events of a log.
    private struct RoutingQuestion: Sendable {
        var index: Int
        var condition: Condition
        var logType: String?
    }
}
