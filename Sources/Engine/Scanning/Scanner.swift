import Conditions
import Detections
import Diagnostics
package import Events
import PantherFormat
import PythonRuntime

/// Runs the rules of a pack over events, one after the other.
///
///     var scanner = Scanner(compiled, options: options, wallClock: clock)
///     try scanner.scan(event.bytes, record: event.record) { match in … }
///
/// A caller that runs only some of the rules takes the steps of ``scan(_:record:emit:)`` itself: ``begin(_:)``, then
/// ``evaluate(_:record:into:)`` for those of ``candidates``.
package struct Scanner: ~Copyable {
    var host: RuleHost
    var tape: Tape
    private var fields: StandardFields
    private var context: StandardFields.Context
    /// The time that Panther gave to the event before.
    private var recentTime = RecentTime()
    private var enricher: Enricher
    /// What correlation rules read in matches, by the detection's index in the pack.
    var correlationFields: [Int: [KeySpecifier]] = [:]
    /// The detections on whose matches correlation rules run, by index.
    private(set) var correlated: Set<Int> = []
    /// Alert contexts are parsed here for them.
    var contextTape = Tape()
    let options: ScanOptions
    private let logTypeKey: KeyID
    private let eventTimeKey: KeyID
    /// What becomes of events, by log type.
    private var routes: LogRoutes
    /// What becomes of those of the log type that was asked for last, most inputs having one; nil where no rule runs on them.
    private var lastRoute: Int?
    private var lastRules: [Int] = []
    private var lastSightings: Int?
    /// The rules' conditions on one tape, and their numbers by the rule's index in the pack, for the log type that was asked for last.
    var evaluator: ConditionEvaluator
    /// What matches carry where no code has to be asked.
    var outputs: OutputProgram
    /// What lines of matches say whatever the event; nothing where none are written.
    private(set) var matchLines = MatchLineTable()
    private(set) var lastConditions: [CompiledConditions.ID?] = []
    /// Whether a rule matches where its condition is true, without its matcher being run; by the same index.
    private(set) var isDecided: [Bool] = []
    /// Not retained for each event.
    private var lastRouter: Unmanaged<Router>?
    /// The paths of each detection's summary attributes, by its index in the pack.
    var summaryPaths: [Int: [SummaryPath]] = [:]
    /// Whether rules may read indicators; nobody pays for those that none does.
    private let readsIndicators: Bool
    /// Whether indicators are needed before rules are run, so that all events get them; else those get them on which code is run.
    private var addsIndicatorsAtOnce: Bool
    /// Whether a rule's condition may read indicators; by its index in the pack.
    private var conditionReadsIndicators: [Bool] = []
    /// Whether the event scanned last has standard fields of ours, but no indicators yet.
    private var lacksIndicators = false
    /// The time of the event that was begun last.
    private(set) var eventTime = EventTime(microseconds: 0)
    /// The rules to run on the event that was begun last, in the order of the pack.
    package private(set) var candidates: [Int] = []
    /// How often each rule was run.
    package var counters: RuleCounters
    /// Detections that are not run, and why, in the order of the pack.
    package private(set) var unrun: [UnrunDetection] = []
    /// Rules that are run.
    package private(set) var ruleCount = 0

    /// A scanner of `compiled`: loads the modules of all its enabled rules.
    package init(_ compiled: CompiledPack, options: ScanOptions, wallClock: @escaping @Sendable () -> Double) {
        let start = options.startTime ?? wallClock()
        let clock = options.usesEventTime ? EngineClock(seconds: start) : EngineClock(following: wallClock)
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
        Self.prepareDataModels(of: rulesOf, &host)
        host.finish()
        var keys = KeyTable()
        host.linkConditions(&keys)
        let fields = StandardFields(.of(options.logType), in: &keys)
        logTypeKey = keys.intern("p_log_type")
        eventTimeKey = keys.intern("p_event_time")
        // Nobody pays for indicators that no rule reads. The machine knows the names in expressions too.
        readsIndicators =
            host.machine.knowsName { $0.starts(with: Array(Indicator.namePrefix.utf8)) }
            || compiled.pack.detections.contains { $0.evaluatedCondition?.namesIndicators == true }
        addsIndicatorsAtOnce =
            readsIndicators && !options.routes || compiled.lookups.reads { $0.hasPrefix(Indicator.namePrefix) }
        enricher = Enricher(compiled.lookups)
        var program = CompiledConditions()
        var conditions: [CompiledConditions.ID?] = []
        // For log types of which more is known.
        var sourceConditions: [String: [CompiledConditions.ID?]] = [:]
        var routers: [String: Router] = [:]
        if options.routes {
            conditions = Array(repeating: nil, count: compiled.pack.detections.count)
            isDecided = Array(repeating: false, count: conditions.count)
            conditionReadsIndicators = isDecided
            for (index, condition) in compiled.conditions.sorted(by: { $0.key < $1.key }) {
                conditions[index] = program.add(condition, keys: &keys)
                isDecided[index] = compiled.decided.contains(index)
                conditionReadsIndicators[index] = condition.mayReadIndicators
            }
            for (logType, known) in compiled.sourceConditions.sorted(by: { $0.key < $1.key }) {
                let isWritten = Self.isWritten(logType)
                var table = conditions
                for (index, condition) in known.sorted(by: { $0.key < $1.key }) {
                    // Where an event does not say it as text, only the code can tell.
                    table[index] = isWritten ? program.add(condition, keys: &keys) : nil
                    isDecided[index] = compiled.decided.contains(index)
                    if condition.mayReadIndicators { conditionReadsIndicators[index] = true }
                }
                sourceConditions[logType] = table
            }
            for (logType, rules) in rulesOf.sorted(by: { $0.key < $1.key }) {
                var clauses = compiled.clauses
                for index in (compiled.sourceConditions[logType] ?? [:]).keys {
                    let isWritten = Self.isWritten(logType)
                    clauses[index] = isWritten ? compiled.sourceClauses[logType]?[index] : nil
                }
                routers[logType] = Router(rules, clauses: clauses, keys: &keys)
            }
        }
        var sightings = FieldSightings()
        var routes: [LogRoute] = []
        for (logType, rules) in rulesOf.sorted(by: { $0.key < $1.key }) {
            let evaluated = rules.compactMap { compiled.pack.detections[$0].evaluatedCondition }
            sightings.add(evaluated, logType: logType, keys: &keys)
            routes.append(
                LogRoute(
                    logType: logType,
                    rules: rules,
                    router: routers[logType].map { Unmanaged.passUnretained($0) },
                    conditions: sourceConditions[logType] ?? conditions,
                    dataModel: (try? host.dataModel(of: logType)) ?? nil,
                    sightings: sightings.place(of: logType)
                )
            )
        }
        self.routes = LogRoutes(routes, keeping: Array(routers.values))
        outputs = OutputProgram(
            options.routes ? compiled.templates : [:],
            count: compiled.pack.detections.count,
            &program,
            keys: &keys
        )
        // The last: what conditions ask of every event stands close together.
        host.machine.addNames(to: &keys)
        evaluator = ConditionEvaluator(program, keys: keys)
        self.fields = fields
        tape = Tape(keys: keys, limits: options.tapeLimits)
        context = StandardFields.Context(parseTime: EventTime(microseconds: Int64(start * 1_000_000)))
        counters = RuleCounters(count: compiled.pack.detections.count)
        counters.sightings = sightings
        self.options = options
        self.host = host
    }

    /// Makes the data models of all log types that have rules, and what `udm` runs for each rule.
    private static func prepareDataModels(of rulesOf: [String: [Int]], _ host: inout RuleHost) {
        for model in host.compiled.pack.dataModels where model.isEnabled {
            for logType in model.logTypes where rulesOf[logType] != nil { _ = try? host.dataModel(of: logType) }
        }
        let readers = host.compiled.dataModelReaders
        for (logType, rules) in rulesOf.sorted(by: { $0.key < $1.key }) {
            for rule in rules where readers.contains(rule) { host.prepareDataModel(of: logType, for: rule) }
        }
    }

    /// Whether the events that are taken for those of a log type all say so, as text: a number may be taken for its digits.
    private static func isWritten(_ logType: String) -> Bool { logType.first?.isLetter == true }

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
    package func rules(of logType: String) -> [Int] { routes.number(of: logType).map { routes[$0].rules } ?? [] }

    /// Runs the rules of its log type on one event, and hands each match and error to `emit` in the order of the pack.
    ///
    /// `bytes` must be followed by ``Tape/paddingByteCount`` readable bytes. False if it is JSON, but no object and so no
    /// event. Throws if it is not JSON.
    package mutating func scan(
        _ bytes: UnsafeRawBufferPointer,
        record: Int,
        emit: (ScanMatch) -> Void
    ) throws(TapeFault) -> Bool {
        guard try begin(bytes) else { return false }
        var found = FoundMatches()
        var next = 0
        while next < candidates.count {
            _ = evaluate(candidates[next], record: record, into: &found)
            next += 1
        }
        for match in found.matches { emit(match) }
        return true
    }

    /// Reads an event and finds the rules to run on it: see ``candidates``. As ``scan(_:record:emit:)`` otherwise.
    ///
    /// - Parameter found: The candidates, if they were found before: they are not looked for again.
    package mutating func begin(_ bytes: UnsafeRawBufferPointer, candidates found: [Int]? = nil) throws(TapeFault)
        -> Bool
    {
        candidates.removeAll(keepingCapacity: true)
        guard try parse(bytes) else { return false }
        let isNormalised = selectRules()
        guard let lastRoute else { return true }
        if !isNormalised {
            // Added later they must not be too much for the tape: whether they are is found out now.
            let hasRoom = !readsIndicators || StandardFields.hasRoomForIndicators(tape)
            fields.addsIndicators = addsIndicatorsAtOnce || !hasRoom
            _ = try fields.add(to: &tape, context)
        }
        if !enricher.isEmpty { try enricher.enrich(&tape, logType: routes.logType(lastRoute)) }
        lacksIndicators = !isNormalised && !fields.addsIndicators
        eventTime = readEventTime()
        host.clock.set(Double(eventTime.microseconds) / 1_000_000)
        host.machine.forgetStateUse()
        turnToEvent()
        let view = tape.view
        if let lastSightings { counters.sightings.look(at: view, lastSightings) }
        if let found {
            candidates.append(contentsOf: found)
        } else if let lastRouter {
            lastRouter._withUnsafeGuaranteedRef { $0.route(view, into: &candidates) }
        } else {
            candidates.append(contentsOf: lastRules)
        }
        return true
    }

    /// Puts an event on the tape and does no more with it; false if it is JSON, but no object. As ``begin(_:)`` otherwise.
    @inline(__always)
    package mutating func parse(_ bytes: UnsafeRawBufferPointer) throws(TapeFault) -> Bool {
        try tape.parse(bytes)
        return tape.view.kind(of: Tape.root) == .object
    }

    /// Makes matches carry what the correlations of `stage`, and those of `windows` after it, read in them.
    package mutating func prepare(for stage: CorrelationStage, _ windows: WindowStage) {
        correlationFields = windows.fields
        correlated = stage.detections.union(windows.rules)
        for case .name(let name) in windows.fields.values.joined().compactMap(\.steps.first)
        where name.hasPrefix(Indicator.namePrefix) {
            addsIndicatorsAtOnce = true
        }
    }

    /// Prepares for matches that are written at once: see ``FoundMatches/init(writesLines:)``.
    package mutating func prepareLines() { matchLines = MatchLineTable(host, outputs) }

    /// Whether correlation rules run on the matches of a detection.
    package func isCorrelated(_ index: Int) -> Bool { correlated.contains(index) }

    /// Finds the rules for the event on the tape and gives it its data model; whether the event names its log type itself.
    private mutating func selectRules() -> Bool {
        let view = tape.view
        let node = view.lookup(in: Tape.root, key: logTypeKey)
        guard node != Tape.missing else {
            select(routes.number(of: options.logType))
            return false
        }
        let text = view.text(of: node)
        if text.needsUnescape {
            select(routes.number(of: view.string(text)))
        } else if lastRoute.map({ !routes.isName(view.bytes(text), of: $0) }) ?? true {
            select(routes.number(of: view.bytes(text)))
        }
        return true
    }

    private mutating func select(_ number: Int?) {
        guard number != lastRoute else { return }
        lastRoute = number
        guard let number else { return }
        let route = routes[number]
        lastRules = route.rules
        lastRouter = route.router
        lastConditions = route.conditions
        lastSightings = route.sightings
        host.machine.attachDataModel(route.dataModel)
    }

    private mutating func readEventTime() -> EventTime {
        let view = tape.view
        if let time = fields.eventTime(of: view) { return time }
        let node = view.lookup(in: Tape.root, key: eventTimeKey)
        if node != Tape.missing, let time = recentTime.read(view.bytes(view.text(of: node))) { return time }
        return context.parseTime
    }

    /// Adds the indicators to the event on the tape, if they were left out.
    mutating func addIndicatorsLeftOut() {
        // An event without room for them stays what it is for the rules that follow; where rules read them it has been refused.
        guard lacksIndicators, readsIndicators || StandardFields.hasRoomForIndicators(tape) else { return }
        // The few events that match pay for what most do not need.
        try? fields.addIndicators(to: &tape)
        lacksIndicators = false
        turnToEvent()
    }

    /// Makes all that keeps places in the event look for them anew.
    @inline(__always)
    private mutating func turnToEvent() {
        evaluator.begin(tape.view)
        host.beginConditions()
    }

    /// What is to be done before a rule's condition is evaluated.
    @inline(__always)
    mutating func prepareCondition(_ index: Int) {
        if lacksIndicators, readsIndicators, conditionReadsIndicators[index] { addIndicatorsLeftOut() }
    }

    /// What is to be done before a rule's code is run.
    @inline(__always)
    mutating func prepareCode() { if lacksIndicators, readsIndicators { addIndicatorsLeftOut() } }
}
