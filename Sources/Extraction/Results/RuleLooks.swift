import Conditions
import Detections

/// The looks at one detection, one with each data model that may answer it.
///
/// A detection that asks a data model is another rule on each kind of log. Looking at it once for each keeps what is found short and
/// exact: on a way through the code one model answers all that is asked, so answers of several never meet.
struct RuleLooks {
    /// With no model, which is how a detection that asks none is looked at.
    private let plain: RuleAnalysis
    /// With those of the kinds of log that it reads.
    private var ofLogs: [(logType: String, look: RuleAnalysis)] = []
    /// With one that is not followed; nil where the matcher asks none, or every kind of log with a model is looked at.
    private var foreign: RuleAnalysis?
    /// Kinds of log with a model that the detection does not read.
    private var foreignLogs: [String] = []
    /// Kinds of log with a model that it reads, but that are too many.
    private var leftOut: [String] = []
    private let detection: Detection
    private let limits: ExtractionLimits

    /// The looks at a detection, where an earlier event may have left `unstable` changed: the one without a model, and the others as soon
    /// as that changes nothing else.
    init(
        _ base: Interpreter,
        _ detection: Detection,
        _ parsed: ModuleLibrary.Parsed,
        _ mocks: [Mock],
        _ unstable: LastingState,
        _ limits: ExtractionLimits
    ) {
        self.detection = detection
        self.limits = limits
        plain = RuleAnalysis(base, detection, parsed, mocks, .none, unstable, limits)
        guard plain.asksModel, detection.kind == .rule, unstable.covers(plain.left) else { return }
        var read: [String] = []
        for logType in detection.logSources where base.library.model(of: logType) != nil {
            if !read.contains(logType) { read.append(logType) }
        }
        foreignLogs = base.library.modelledTypes.filter { !read.contains($0) }
        leftOut = Array(read.dropFirst(limits.models))
        read.removeLast(leftOut.count)
        // The more there are, the less is looked at of each.
        var shared = limits
        shared.steps = min(limits.steps, limits.steps * 4 / (read.count + 1))
        shared.compiledNodes = min(limits.compiledNodes, limits.compiledNodes * 4 / (read.count + 1))
        func look(_ model: AnsweringModel) -> RuleAnalysis {
            RuleAnalysis(base, detection, parsed, mocks, model, unstable, shared)
        }
        ofLogs = read.map { (logType: $0, look: look(.of(logType: $0))) }
        // Of kinds of log that are left out no more is known.
        if plain.matcherAsksModel, !(foreignLogs.isEmpty && leftOut.isEmpty) { foreign = look(.foreign) }
    }

    /// Those at events that the detection is given.
    private var given: [RuleAnalysis] { ofLogs.map(\.look) + [plain] }

    /// What a call may leave changed, on whatever kind of log: the next event may be of another.
    var left: LastingState { given.reduce(into: LastingState()) { $0.formUnion($1.left) } }

    /// What they come to together.
    var result: ExtractedRule {
        var result = plain.result
        guard plain.asksModel, !(ofLogs.isEmpty && foreignLogs.isEmpty) else { return result }
        let results = given.map(\.result)
        if plain.matcherAsksModel {
            result.condition = condition
            result.conditionOfGiven = conditionOfGiven
            for logType in detection.logSources { result.conditionOfLog[logType] = plain.result.condition }
            for (logType, look) in ofLogs { result.conditionOfLog[logType] = look.result.condition }
            for logType in leftOut { result.conditionOfLog[logType] = .opaque(Opaque(.limit)) }
            result.opaques = result.condition.opaqueParts
            result.isExact = result.opaques.isEmpty
            result.hasEffects = results.contains(where: \.hasEffects)
        }
        result.reads = Self.distinct(results.flatMap(\.reads))
        result.outputs = Self.joined(results.flatMap(\.outputs))
        result.templates = [:]
        for name in Set(results.flatMap(\.templates.keys)) { result.templates[name] = template(name) }
        return result
    }

    // MARK: Conditions

    /// What the rest of the condition is on some kinds of log.
    private struct Way {
        var test: Leaf
        let rest: Condition

        init(_ logs: [String], _ rest: Condition) {
            test = .logType(in: logs.map(Literal.string))
            self.rest = rest
        }
    }

    /// What the code asks before it asks a model: the same for all kinds of log.
    private var beginning: [Condition] {
        Self.commonBeginning((given + (foreign.map { [$0] } ?? [])).map(\.result.condition.conjuncts))
    }

    /// On the kinds of log that the detection reads and that have a model; those that come to the same together.
    private func ways(behind beginning: [Condition]) -> [Way] {
        var found: [(logs: [String], rest: Condition)] = []
        for (logType, look) in ofLogs {
            let rest = look.rest(behind: beginning)
            if let place = found.firstIndex(where: { $0.rest == rest }) {
                found[place].logs.append(logType)
            } else {
                found.append((logs: [logType], rest: rest))
            }
        }
        if !leftOut.isEmpty { found.append((logs: leftOut, rest: .opaque(Opaque(.limit)))) }
        return found.map { Way($0.logs, $0.rest) }
    }

    /// Unit tests may have events of other kinds of log, or of none.
    private var condition: Condition {
        let beginning = beginning
        var ways = ways(behind: beginning)
        var unmodelled = Way((ofLogs.map(\.logType) + leftOut + foreignLogs).sorted(), plain.rest(behind: beginning))
        unmodelled.test.isNegated = true
        ways.append(unmodelled)
        if let foreign, !foreignLogs.isEmpty {
            let opaque = foreign.result.condition.opaqueNodes.first { $0.reason == .otherLogSource }
            ways.append(Way(foreignLogs, opaque.map(Condition.opaque) ?? foreign.rest(behind: beginning)))
        }
        return joined(beginning, ways)
    }

    /// The condition on events of the kinds of log that the detection reads. Nobody has to be told which where there is one.
    private var conditionOfGiven: Condition {
        let beginning = beginning
        var ways = ways(behind: beginning)
        let modelled = Set(ofLogs.map(\.logType) + leftOut)
        let others = detection.logSources.filter { !modelled.contains($0) }
        if !others.isEmpty { ways.append(Way(others, plain.rest(behind: beginning))) }
        return ways.count == 1 ? .conjunction(beginning + [ways[0].rest]) : joined(beginning, ways)
    }

    private func joined(_ beginning: [Condition], _ ways: [Way]) -> Condition {
        let parts = ways.map { Condition.conjunction([.leaf($0.test), $0.rest]) }
        return .conjunction(beginning + [.disjunction(parts)]).cut(to: limits.conditionNodes)
    }

    private static func commonBeginning(_ lists: [[Condition]]) -> [Condition] {
        guard let first = lists.first else { return [] }
        let length = first.indices.first { place in
            lists.contains { $0.count <= place || $0[place] != first[place] }
        }
        return Array(first.prefix(length ?? first.count))
    }

    // MARK: What a match carries

    /// The fields, each path once.
    private static func distinct(_ fields: [FieldReference]) -> [FieldReference] {
        var seen: Set<String> = []
        return fields.filter { seen.insert($0.path).inserted }
    }

    /// Outputs of one name as one.
    private static func joined(_ outputs: [OutputField]) -> [OutputField] {
        var result: [OutputField] = []
        for output in outputs {
            guard let place = result.firstIndex(where: { $0.name == output.name && $0.origin == output.origin }) else {
                result.append(output)
                continue
            }
            let reads = output.reads.filter { !result[place].reads.contains($0) }
            if output.kind != result[place].kind || output.origin == "alert_context" && !reads.isEmpty {
                result[place].kind = .computed
            }
            result[place].reads += reads
        }
        return result
    }

    /// What a function returns on each kind of log, as one template; nil where it is never known.
    private func template(_ name: String) -> OutputTemplate? {
        let ofLogs = ofLogs.map { (logType: $0.logType, template: $0.look.result.templates[name]) }
        guard let some = ofLogs.lazy.compactMap(\.template).first ?? plain.result.templates[name] else { return nil }
        let otherwise = plain.result.templates[name]?.parts ?? .leaving
        let unknown = leftOut + foreignLogs
        var parts = otherwise
        if !unknown.isEmpty, otherwise != .leaving {
            parts = [.choice(.leaf(.logType(in: unknown.map(Literal.string))), then: .leaving, otherwise: otherwise)]
        }
        for (logType, template) in ofLogs.reversed() where (template?.parts ?? .leaving) != otherwise {
            let test = Condition.leaf(.logType(in: [.string(logType)]))
            parts = [.choice(test, then: template?.parts ?? .leaving, otherwise: parts)]
        }
        let joined = OutputTemplate(parts: parts, isMapping: some.isMapping)
        return joined.fits ? joined : nil
    }
}

extension RuleAnalysis {
    /// The condition without its beginning.
    fileprivate func rest(behind beginning: [Condition]) -> Condition {
        .conjunction(Array(result.condition.conjuncts.dropFirst(beginning.count)))
    }
}

extension Condition {
    /// The parts that must all hold, in order.
    fileprivate var conjuncts: [Condition] {
        switch self {
        case .all(let parts): parts
        case .constant(true): []
        default: [self]
        }
    }
}

extension Leaf {
    /// A test for kinds of log, by the name that an event says it is of.
    fileprivate static func logType(in names: [Literal]) -> Leaf {
        let field = FieldReference(.event, [FieldStep(.key("p_log_type", .exact))])
        return Leaf(field, names.count == 1 ? .equals : .isIn, names)
    }
}
