import Conditions
import Detections
import Documents
import PythonSyntax

/// One look at a detection, with one data model: its matcher first, then what its alert is made of.
struct RuleAnalysis {
    /// The data model.
    let model: AnsweringModel
    /// What was found.
    private(set) var result: ExtractedRule
    /// Whether it matters to the matcher which model answers.
    private(set) var matcherAsksModel = false
    /// Whether it matters to any of its functions.
    private(set) var asksModel = false
    /// What its functions leave changed, or may where they are not followed.
    private(set) var left = LastingState()

    /// The functions beside the matcher, in the order they run.
    private static let auxiliary = [
        "title", "description", "reference", "severity", "runbook", "destinations", "dedup", "alert_context", "unique",
    ]

    init(
        _ base: Interpreter,
        _ detection: Detection,
        _ parsed: ModuleLibrary.Parsed,
        _ mocks: [Mock],
        _ model: AnsweringModel,
        _ unstable: LastingState,
        _ limits: ExtractionLimits
    ) {
        self.model = model
        var interpreter = base
        interpreter.renewBudgets(limits)
        interpreter.useModule(detection.id)
        interpreter.load(detection.id, parsed)
        // The bodies of modules have run before any event, but methods are never followed.
        interpreter.touched = LastingState()
        interpreter.unstable = unstable
        interpreter.unseen = UnseenCode(base.unseen)
        interpreter.noteMethods()
        interpreter.model = model
        for (number, mock) in mocks.enumerated() {
            let name = "mock \(number)"
            interpreter.mocks[mock.name] = .native(name)
            switch mock.returnValue {
            case .bool(let flag): interpreter.mockResults[name] = .constant(.bool(flag))
            case .string(let text): interpreter.mockResults[name] = .string(text)
            default: interpreter.mockResults[name] = Symbol.none
            }
        }
        let isPolicy = detection.kind == .policy
        var event = Reading.event
        event.isWrapped = !isPolicy
        interpreter.renewBudgets(limits)
        let run = interpreter.runFunction(isPolicy ? "policy" : "rule", event)
        let reads = interpreter.accesses
        matcherAsksModel = interpreter.asksModel
        asksModel = matcherAsksModel

        left = interpreter.touched
        var outputs: [OutputField] = []
        var templates: [String: OutputTemplate] = [:]
        // What comes of a match that is not looked for is not looked at.
        let auxiliary = model == .foreign ? [] : Self.auxiliary
        for name in auxiliary where interpreter.modules[detection.id]?.globals[name] != nil {
            var other = interpreter
            other.accesses = []
            other.renewBudgets(limits)
            let call = other.runFunction(name, event, from: run.end)
            left.formUnion(other.touched)
            asksModel = asksModel || other.asksModel
            outputs += OutputCollector.outputs(of: name, call, other)
            templates[name] = other.template(of: call, isMapping: name == "alert_context")
        }

        let lasting = RuleAnalysis.lasting(interpreter, run, detection.id, parsed)
        var condition = interpreter.matcherCondition(run, isPolicy: isPolicy) { effect in
            guard let name = effect.name else { return .opaque(effect.opaque) }
            return lasting.contains(name) ? .opaque(effect.opaque) : .constant(true)
        }
        // What outlives a call may be seen by another: then they all have to be made.
        if !LastingState().covers(left) { templates = [:] }
        left.formUnion(LastingState(names: interpreter.unseen.names, objects: interpreter.unseen.objects))
        let completed = condition.completingAggregates(
            window: interpreter.windows.count == 1 ? interpreter.windows.first : nil
        )
        if completed.weight(upTo: limits.conditionNodes) <= limits.conditionNodes { condition = completed }
        condition = condition.cut(to: limits.conditionNodes)
        let opaques = condition.opaqueParts
        result = ExtractedRule(
            id: detection.id,
            condition: condition,
            conditionOfGiven: condition,
            isExact: opaques.isEmpty,
            reads: RuleAnalysis.fields(reads, condition),
            outputs: outputs,
            templates: templates,
            opaques: opaques,
            hasEffects: !run.decisions.written.names.isEmpty || !run.decisions.written.objects.isEmpty
        )
    }

    /// The fields that the matcher asks for, and those of its condition that are no part of one of them.
    private static func fields(_ accesses: [FieldAccess], _ condition: Condition) -> [FieldReference] {
        var result: [FieldReference] = []
        var paths: Set<String> = []
        for field in accesses.flatMap(\.fields) + condition.fieldsRead {
            let plain = field.resolved(in: [])
            guard !plain.steps.isEmpty, paths.insert(plain.path).inserted else { continue }
            result.append(plain)
        }
        return result
    }

    /// Written names whose value an event may find as an earlier event left it: then even an event that does not match has an
    /// effect that shows.
    private static func lasting(
        _ interpreter: Interpreter,
        _ run: FunctionRun,
        _ module: String,
        _ parsed: ModuleLibrary.Parsed
    ) -> Set<GlobalName> {
        var result = interpreter.staleReads
        var mentioned: Set<String> = []
        for statement in parsed.body {
            if case .functionDef(let function) = statement.kind, function.name.text == "rule" { continue }
            mentioned.formUnion(Mentions(.statements([statement])).names)
        }
        for name in run.decisions.written.names {
            guard name.module == module else {
                result.insert(name)
                continue
            }
            guard mentioned.contains(name.name) else { continue }
            // Read by another function, which runs for a match: harmless if each match has written it before.
            if !run.decisions.everyMatch(writes: name, interpreter) { result.insert(name) }
        }
        return result
    }
}

extension Condition {
    /// The opaque parts, in order, errors left out.
    var opaqueParts: [Opaque] {
        var result: [Opaque] = []
        func visit(_ condition: Condition) {
            switch condition {
            case .opaque(let opaque): if !opaque.isExact, !result.contains(opaque) { result.append(opaque) }
            case .all(let parts), .any(let parts): for part in parts { visit(part) }
            case .not(let child): visit(child)
            case .quantifier(let quantifier): visit(quantifier.child)
            case .aggregate(let aggregate): visit(aggregate.child)
            case .constant, .leaf, .sequence, .reference: break
            }
        }
        visit(self)
        return result
    }
}
