package import Conditions
import Detections
package import Events
import PythonRuntime

/// Says of events why one detection matches them, or does not: runs it as a scan would, and explains its condition beside it.
package struct EventExplainer: ~Copyable {
    private var host: RuleHost
    private var tape: Tape
    private var fields: StandardFields
    private let context: StandardFields.Context
    private var evaluator: ConditionEvaluator
    private let condition: Condition
    private let id: CompiledConditions.ID
    private let index: Int
    private let options: ScanOptions
    /// The log type of events that do not say theirs.
    private let logType: String

    /// An explainer of detection `index` of `compiled`, whose condition is `condition`.
    package init(
        _ compiled: CompiledPack,
        detection index: Int,
        condition: Condition,
        options: ScanOptions,
        wallClock: @escaping @Sendable () -> Double
    ) {
        let clock = options.usesEventTime ? EngineClock(seconds: wallClock()) : EngineClock(following: wallClock)
        var host = RuleHost(compiled, clock: clock, limits: options.limits)
        _ = host.load(index)
        let sources = compiled.pack.detections[index].logSources
        for source in sources { _ = try? host.dataModel(of: source) }
        host.finish()
        var keys = host.machine.makeKeyTable()
        host.linkConditions(&keys)
        fields = StandardFields(in: &keys)
        var conditions = CompiledConditions()
        id = conditions.add(condition, keys: &keys)
        evaluator = ConditionEvaluator(conditions, keys: keys)
        var limits = options.tapeLimits
        limits.allowsNonFinite = true
        tape = Tape(keys: keys, limits: limits)
        context = StandardFields.Context(parseTime: EventTime(microseconds: Int64(wallClock() * 1_000_000)))
        logType = sources.contains(options.logType) ? options.logType : sources.first ?? options.logType
        self.host = host
        self.condition = condition
        self.index = index
        self.options = options
    }

    /// What comes of one event, which changes what the detection keeps; nil if it is JSON but no object. Throws if it is not
    /// JSON. `bytes` must be followed by ``Tape/paddingByteCount`` readable bytes.
    package mutating func explain(
        _ bytes: UnsafeRawBufferPointer,
        record: Int
    ) throws(TapeFault) -> EventVerdict? {
        let detection = host.compiled.pack.detections[index]
        try tape.parse(bytes)
        guard tape.view.kind(of: Tape.root) == .object else { return nil }
        let named = tape.view.lookup(in: Tape.root, key: "p_log_type")
        let logType = named == Tape.missing ? self.logType : tape.view.string(tape.view.text(of: named))
        // Only CloudTrail's fields are known.
        if detection.kind == .rule, logType == LogSchema.cloudTrail.logType { _ = try fields.add(to: &tape, context) }
        let view = tape.view
        host.clock.set(Double((time(of: view) ?? context.parseTime).microseconds) / 1_000_000)
        evaluator.begin(view)
        let explanation = evaluator.explain(condition, id)
        var result = DetectionResult()
        do throws(FunctionError) {
            host.machine.attachDataModel(detection.kind == .rule ? try host.dataModel(of: logType) : nil)
            let input = try input(view, detection)
            result = host.evaluate(index, input, view, mode: .production, filtering: detection.kind == .rule)
        } catch {
            result.setupError = error
        }
        host.finish()
        return EventVerdict(
            record: record,
            logType: logType,
            isRead: detection.logSources.isEmpty || detection.logSources.contains(logType),
            isFiltered: result.isFiltered,
            outcome: result.setupError.map { .error($0) } ?? result[detection.matcher],
            alertValue: detection.alertValue,
            explanation: explanation
        )
    }

    private mutating func input(_ view: TapeView, _ detection: Detection) throws(FunctionError) -> Value {
        let event = host.machine.beginEvent(view)
        guard detection.kind == .policy else { return event }
        do throws(Raised) { return try host.machine.plainEventValue(Tape.root) } catch {
            throw error.describe(&host.machine)
        }
    }

    private mutating func time(of view: TapeView) -> EventTime? {
        if let time = fields.eventTime(of: view) { return time }
        let node = view.lookup(in: Tape.root, key: "p_event_time")
        return node == Tape.missing ? nil : EventTime(view.bytes(view.text(of: node)))
    }
}
