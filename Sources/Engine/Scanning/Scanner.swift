package import Detections
import Diagnostics
package import Events
import PantherFormat
package import PythonRuntime

/// How a scan is run.
package struct ScanOptions: Sendable {
    /// The log type of events that do not say theirs.
    package var logType = LogSchema.cloudTrail.logType
    /// Whether rules see the time of each event or the wall clock.
    package var usesEventTime = true
    package var limits = Limits()
    /// Seeds the hashes of strings; see ``RuleHost``.
    package var hashSeed = Environment.hashSeedDefault
    package var tapeLimits = TapeLimits()
    /// Whether disabled detections run too.
    package var includesDisabled = false

    package init() {}
}

/// Runs the rules of a pack over events, one after the other.
///
///     var scanner = Scanner(compiled, options: options, wallClock: clock)
///     try scanner.scan(event.bytes, record: event.record) { match in … }
package struct Scanner: ~Copyable {
    private var host: RuleHost
    private var tape: Tape
    private var fields: StandardFields
    private var context: StandardFields.Context
    private var enricher: Enricher
    /// What correlation rules read in matches, by the detection's index in the pack.
    private var correlationFields: [Int: [KeySpecifier]] = [:]
    /// Alert contexts are parsed here for them.
    private var contextTape = Tape()
    private let options: ScanOptions
    private let wallClock: @Sendable () -> Double
    private let logTypeKey: KeyID
    private let eventTimeKey: KeyID
    /// The rules that run on events of a log type, by their index in the pack.
    private var rulesOf: [String: [Int]] = [:]
    /// The rules of the log type that was asked for last: most inputs have one.
    private var lastLogType = ""
    private var lastRules: [Int] = []
    private var lastModel: DataModelReference?
    /// Whether the event scanned last has standard fields of ours, but no indicators, since no rule reads any.
    private var lacksIndicators = false
    /// Detections that are not run, and why, in the order of the pack.
    package private(set) var unrun: [UnrunDetection] = []
    /// Rules that are run.
    package private(set) var ruleCount = 0

    /// A scanner of `compiled`: loads the modules of all its enabled rules.
    package init(_ compiled: CompiledPack, options: ScanOptions, wallClock: @escaping @Sendable () -> Double) {
        let clock = options.usesEventTime ? EngineClock(seconds: wallClock()) : EngineClock(following: wallClock)
        var host = RuleHost(compiled, clock: clock, limits: options.limits, hashSeed: options.hashSeed)
        var rulesOf: [String: [Int]] = [:]
        // Correlation rules have a stage of their own.
        for (index, detection) in compiled.pack.detections.enumerated() where detection.kind != .correlation {
            if let reason = Self.prepare(index, detection, options, &host) {
                unrun.append(UnrunDetection(detection: index, reason: reason))
                continue
            }
            ruleCount += 1
            for logType in detection.logSources { rulesOf[logType, default: []].append(index) }
        }
        for model in compiled.pack.dataModels where model.isEnabled {
            for logType in model.logTypes where rulesOf[logType] != nil { _ = try? host.dataModel(of: logType) }
        }
        host.finish()
        var keys = host.machine.makeKeyTable()
        var fields = StandardFields(in: &keys)
        logTypeKey = keys.intern("p_log_type")
        eventTimeKey = keys.intern("p_event_time")
        // Nobody pays for indicators that no rule reads. The machine knows the names in expressions too.
        let readsIndicators = host.machine.knowsName { $0.starts(with: Array("p_any_".utf8)) }
        fields.addsIndicators = readsIndicators || compiled.lookups.reads { $0.hasPrefix("p_any_") }
        enricher = Enricher(compiled.lookups)
        self.fields = fields
        tape = Tape(keys: keys, limits: options.tapeLimits)
        context = StandardFields.Context(parseTime: EventTime(microseconds: Int64(wallClock() * 1_000_000)))
        self.options = options
        self.wallClock = wallClock
        self.rulesOf = rulesOf
        self.host = host
    }

    /// Makes a detection ready to run; the reason if it is not to be run.
    private static func prepare(
        _ index: Int,
        _ detection: Detection,
        _ options: ScanOptions,
        _ host: inout RuleHost
    ) -> UnrunDetection.Reason? {
        if let reason = UnrunDetection.reason(detection, includesDisabled: options.includesDisabled) { return reason }
        if let error = host.load(index) { return .failed(error) }
        // Without its filters it would match what it must not.
        return host.compiled.expressions.filterErrors[index]?.first.map { .filters($0.message) }
    }

    /// The rules that run on events of a log type.
    package func rules(of logType: String) -> [Int] { rulesOf[logType] ?? [] }

    /// Runs the rules of its log type on one event, and hands each match and error to `emit` in the order of the pack.
    ///
    /// `bytes` must be followed by ``Tape/paddingByteCount`` readable bytes. False if it is JSON, but no object and so no
    /// event. Throws if it is not JSON.
    package mutating func scan(
        _ bytes: UnsafeRawBufferPointer,
        record: Int,
        emit: (ScanMatch) -> Void
    ) throws(TapeFault) -> Bool {
        try tape.parse(bytes)
        guard tape.view.kind(of: Tape.root) == .object else { return false }
        let logType = try selectRules()
        guard !lastRules.isEmpty else { return true }
        if logType == nil { _ = try fields.add(to: &tape, context) }
        try enricher.enrich(&tape, logType: lastLogType)
        lacksIndicators = logType == nil && !fields.addsIndicators
        let time = eventTime()
        host.clock.set(Double(time.microseconds) / 1_000_000)
        host.machine.attachDataModel(lastModel)
        for index in lastRules {
            if let outcome = host.filterOutcome(index, tape.view) {
                if case .error(let error) = outcome {
                    emit(ScanMatch(record: record, detection: index, eventTime: time, verdict: .error(error)))
                }
                continue
            }
            let isSimple = host.isSimple(index)
            let input = isSimple ? Value.none : host.machine.beginEvent(tape.view)
            switch isSimple ? host.match(index, tape.view) : host.match(index, input) {
            case .bool(true):
                var result = DetectionResult()
                result.matched = true
                host.complete(&result, index, input, tape.view, mode: .production)
                let content = MatchContent(result, host.compiled.pack.detections[index])
                var match = ScanMatch(record: record, detection: index, eventTime: time, verdict: .match(content))
                if let fields = correlationFields[index] { match.correlationValues = values(fields, index, content) }
                emit(match)
            case .error(let error):
                emit(ScanMatch(record: record, detection: index, eventTime: time, verdict: .error(error)))
            default: break
            }
            if !isSimple, let error = host.finish() {
                emit(ScanMatch(record: record, detection: index, eventTime: time, verdict: .error(error)))
            }
        }
        return true
    }

    /// Makes matches carry what the rules of `stage` read in them.
    package mutating func prepare(for stage: CorrelationStage) {
        correlationFields = stage.fields
        for case .name(let name) in stage.fields.values.joined().compactMap(\.steps.first)
        where name.hasPrefix("p_any_") {
            fields.addsIndicators = true
        }
    }

    /// The values of fields of a match as Panther stores it: the event's, and those that the match adds.
    private mutating func values(_ fields: [KeySpecifier], _ index: Int, _ content: MatchContent) -> [[[UInt8]]] {
        var hasContext: Bool?
        return fields.map { field in
            switch field.steps.first {
            case .name("p_alert_context"):
                let json = content.contextJSON ?? "{}"
                let isThere = hasContext ?? ((try? contextTape.parse(copying: json.utf8)) != nil)
                hasContext = isThere
                guard isThere else { return [] }
                let rest = KeySpecifier(steps: Array(field.steps.dropFirst()), text: field.text)
                return LookupKeys.texts(of: rest, in: contextTape.view)
            case .name("p_rule_id") where field.steps.count == 1:
                return [Array(host.compiled.pack.detections[index].id.utf8)]
            default: return LookupKeys.texts(of: field, in: tape.view)
            }
        }
    }

    /// Finds the rules and the data model for the event on the tape; the log type if the event names it.
    private mutating func selectRules() throws(TapeFault) -> String? {
        let view = tape.view
        let node = view.lookup(in: Tape.root, key: logTypeKey)
        let named = node == Tape.missing ? nil : view.string(view.text(of: node))
        let logType = named ?? options.logType
        if logType != lastLogType {
            lastLogType = logType
            lastRules = rulesOf[logType] ?? []
            lastModel = (try? host.dataModel(of: logType)) ?? nil
        }
        return named
    }

    private func eventTime() -> EventTime {
        let view = tape.view
        if let time = fields.eventTime(of: view) { return time }
        let node = view.lookup(in: Tape.root, key: eventTimeKey)
        if node != Tape.missing, let time = EventTime(view.bytes(view.text(of: node))) { return time }
        return context.parseTime
    }

    /// The values of a detection's summary attributes in the event that was scanned last.
    ///
    /// Where it names none, all indicators. Indicators are collected now if rules did not need them.
    package mutating func summaryValues(of detection: Detection) -> [AlertMatch.SummaryValues] {
        if lacksIndicators {
            // The few events that match pay for what no rule reads.
            try? fields.addIndicators(to: &tape)
            lacksIndicators = false
        }
        let view = tape.view
        var names = detection.summaryAttributes
        if names.isEmpty {
            for child in view.children(of: Tape.root) {
                let key = view.string(view.key(of: child))
                if key.hasPrefix("p_any_") { names.append(key) }
            }
        }
        return names.compactMap { name in
            guard let path = try? FieldPath(name) else { return nil }
            let node = path.find(in: view)
            guard node != Tape.missing else { return nil }
            let nodes = view.kind(of: node) == .array ? Array(view.children(of: node)) : [node]
            let values = nodes.map { node in
                view.kind(of: node) == .string ? view.string(view.text(of: node)) : view.json(of: node)
            }
            return AlertMatch.SummaryValues(attribute: name, values: values)
        }
    }
}
