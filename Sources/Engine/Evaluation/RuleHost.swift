package import Detections
import Diagnostics
package import Events
import PythonLibrary
package import PythonRuntime

/// A machine with a pack loaded into it: runs detections on events, one at a time.
///
/// One worker has one host. Modules are loaded when they are first asked for; their state stays until the host goes.
package struct RuleHost: ~Copyable {
    package let compiled: CompiledPack
    package var machine: Machine
    package let clock: EngineClock
    /// Simple detections, inline filters and alert keys.
    private(set) var expressions: ExpressionProgram
    /// Detections that are conditions.
    private var logic: LogicProgram
    /// By the detection's index in the pack.
    private var loaded: [LoadedDetection?]
    /// Where the matcher of each loaded detection is found, without a look at its other functions.
    private var matchers: [Matcher?]
    /// By detection and function: where its module keeps it, -1 where it does not have it.
    private var slots: [Int32]
    /// What each detection's file says of a match, before functions are asked.
    let drafts: [MatchContent]
    /// Which functions each loaded detection has, by their places in ``DetectionFunction/auxiliary``.
    var auxiliaries: [UInt16]
    /// The data model of each log type, once asked for.
    private var models: [String: DataModelReference?] = [:]
    /// Destinations that `destinations()` may name: identifier by display name.
    package var knownDestinations: [String: String] = [:]
    /// What the module that was loaded last printed on the way.
    package private(set) var printedByLoading = ""

    /// What a detection that was loaded is made of, or why it was not. Trivial but for errors: it is asked for at each evaluation.
    private enum LoadedDetection {
        /// A module: see ``matchers`` and ``slots``.
        case module
        /// It is made of expressions and has no module.
        case expressions
        /// It is a condition and has no module.
        case logic
        case failed(FunctionError)
    }

    /// A module and the slot of its matcher.
    struct Matcher {
        var module: Value
        var slot: Int
    }

    /// A host for `compiled`, nothing of which is run yet. `hashSeed` shows in nothing but `hash(text)`; where events
    /// come from strangers it should be one that they cannot know.
    package init(
        _ compiled: CompiledPack,
        clock: EngineClock,
        limits: Limits = Limits(),
        hashSeed: UInt64 = Environment.hashSeedDefault,
        variables: [String: String] = [:],
        usesLookupTables: Bool = true
    ) {
        self.compiled = compiled
        self.clock = clock
        let helpers = compiled.helpers
        let modulePath = compiled.modulePath
        machine = Machine(
            limits: limits,
            environment: Environment(
                now: { clock.now },
                hashSeed: hashSeed,
                variables: variables,
                library: Library.table,
                findModule: { (name) throws(ModuleRefusal) in
                    if let helper = helpers[name] { return helper }
                    return try modulePath?.module(name)
                },
                lookup: usesLookupTables && !compiled.lookups.isEmpty ? compiled.lookups.function : nil
            )
        )
        let count = compiled.pack.detections.count
        expressions = ExpressionProgram(compiled.expressions, detectionCount: count, &machine)
        logic = LogicProgram(detectionCount: count)
        loaded = Array(repeating: nil, count: count)
        matchers = Array(repeating: nil, count: count)
        slots = Array(repeating: -1, count: count * DetectionFunction.allCases.count)
        drafts = compiled.pack.detections.map(MatchContent.init(of:))
        auxiliaries = Array(repeating: 0, count: count)
    }

    // MARK: Loading

    /// Loads the module of detection `index`; its error if that fails: a syntax error, an exception of its body, a
    /// missing matcher.
    package mutating func load(_ index: Int) -> FunctionError? {
        if let known = loaded[index] {
            if case .failed(let error) = known { return error }
            return nil
        }
        let result = loadModule(index)
        loaded[index] = result
        if case .failed(let error) = result { return error }
        prepareContent(index)
        return nil
    }

    private mutating func loadModule(_ index: Int) -> LoadedDetection {
        let detection = compiled.pack.detections[index]
        printedByLoading = ""
        if expressions.hasMatcher(index) { return .expressions }
        if let condition = detection.evaluatedCondition {
            logic.add(index, condition)
            return .logic
        }
        if let fault = detection.bodyFault {
            let place = fault.diagnostic.location
            return .failed(
                FunctionError(
                    type: "FileNotFoundError",
                    message: fault.vendorMessage,
                    file: fault.diagnostic.file,
                    line: place?.line
                )
            )
        }
        guard let code = compiled.bodies[index], compiled.expressions.bodyErrors[index] == nil else {
            let first = compiled.bodyErrors[index]?.first { $0.severity == .error }
            return .failed(
                FunctionError(
                    type: "SyntaxError",
                    message: first?.message ?? "the detection has no body that can be run",
                    file: first?.file ?? detection.source.path,
                    line: first?.location?.line
                )
            )
        }
        let module: Value
        do throws(Raised) {
            // In a space of its own: what it does to the helpers it imports, no other detection sees.
            module = try machine.loadEntry(code, in: machine.makeSpace())
            printedByLoading = String(decoding: machine.printed, as: UTF8.self)
            try machine.finishEvent()
        } catch {
            printedByLoading = String(decoding: machine.printed, as: UTF8.self)
            let described = error.describe(&machine)
            finish()
            return .failed(described)
        }
        for function in DetectionFunction.allCases {
            let name = machine.name(function.pythonName)
            if let slot = machine.slot(of: name, in: module), !machine.global(module, slot: slot).isUnbound {
                slots[index * DetectionFunction.allCases.count + function.number] = Int32(truncatingIfNeeded: slot)
            }
        }
        let matcher = detection.matcher
        guard let slot = slot(index, matcher) else {
            return .failed(
                FunctionError(
                    type: "PantherError",
                    message: "detection needs to have a method named '\(matcher.pythonName)'",
                    file: code.source.path,
                    line: 1
                )
            )
        }
        matchers[index] = Matcher(module: module, slot: slot)
        return .module
    }

    /// The matcher of a detection that has been loaded; nil where it has none.
    @inline(__always)
    func matcher(_ index: Int) -> Matcher? { matchers[index] }

    /// Makes the conditions and expressions of the detections that were loaded ready. Their names join `keys`, which the tapes of their
    /// events are made with.
    package mutating func linkConditions(_ keys: inout KeyTable) {
        logic.link(&keys)
        expressions.link(&keys)
    }

    /// Turns to another event, or to one that has changed, for detections that are conditions.
    @inline(__always)
    package mutating func beginConditions() { logic.begin() }

    /// Whether a detection is made of expressions or of a condition, so that no machine runs it.
    @inline(__always)
    package func isSimple(_ index: Int) -> Bool { expressions.hasMatcher(index) || isLogic(index) }

    /// Whether a detection that has been loaded is a condition.
    @inline(__always)
    func isLogic(_ index: Int) -> Bool { if case .logic? = loaded[index] { true } else { false } }

    /// Whether a detection that is a condition matches the event that was begun last.
    mutating func conditionHolds(_ index: Int, _ event: TapeView) throws(FunctionError) -> Bool {
        try logic.matches(index, event)
    }

    /// The module of a detection that has been loaded; nil for one without.
    package func module(_ index: Int) -> Value? { matchers[index]?.module }

    /// Where the module of detection `index` keeps `function`; nil if it does not have it.
    @inline(__always)
    package func slot(_ index: Int, _ function: DetectionFunction) -> Int? {
        let slot = slots[index &* DetectionFunction.allCases.count &+ function.number]
        return slot < 0 ? nil : Int(slot)
    }

    /// What the detection run last did to state that outlives the event.
    @inline(__always)
    package mutating func takeStateUse() -> StateUse {
        machine.takeStateUse()
    }

    /// Ends the current event: keeps what modules keep, drops all else. An error is that of a module that keeps too
    /// much.
    @discardableResult
    package mutating func finish() -> FunctionError? {
        do throws(Raised) { try machine.finishEvent() } catch { return error.describe(&machine) }
        return nil
    }

    // MARK: Data models

    /// Makes every enabled data model. One that cannot be made serves no log from then on; its error, by its index.
    package mutating func loadDataModels() -> [(index: Int, error: FunctionError)] {
        var failures: [(index: Int, error: FunctionError)] = []
        for (index, model) in compiled.pack.dataModels.enumerated() where model.isEnabled {
            guard let logType = model.logTypes.first else { continue }
            do throws(FunctionError) {
                let reference = try dataModel(of: logType)
                for other in model.logTypes.dropFirst() { models[other] = reference }
            } catch {
                failures.append((index, error))
                for logType in model.logTypes { models[logType] = .some(nil) }
            }
        }
        finish()
        return failures
    }

    /// Makes ready what `udm` runs for a detection on events of a log type.
    package mutating func prepareDataModel(of logType: String, for index: Int) {
        guard let module = module(index), let model = (try? dataModel(of: logType)) ?? nil else { return }
        machine.prepareDataModel(model, for: module)
        finish()
    }

    /// The enabled data model of a log type, made when it is first asked for; nil where there is none. Its error where
    /// it cannot be made.
    package mutating func dataModel(of logType: String) throws(FunctionError) -> DataModelReference? {
        if let known = models[logType] { return known }
        let index = compiled.pack.dataModels.firstIndex { $0.isEnabled && $0.logTypes.contains(logType) }
        guard let index else {
            models[logType] = .some(nil)
            return nil
        }
        let model = compiled.pack.dataModels[index]
        var module: Value?
        if let error = compiled.modelErrors[index]?.first {
            throw FunctionError(
                type: "SyntaxError",
                message: error.message,
                file: error.file,
                line: error.location?.line
            )
        }
        if let code = compiled.modelModules[index] {
            do throws(Raised) { module = try machine.loadEntry(code, in: .common) } catch {
                throw error.describe(&machine)
            }
        }
        let mappings = model.mappings.map { mapping in
            switch mapping.target {
            case .path(let path): DataModelMapping(name: mapping.name, source: .path(path))
            case .method(let method): DataModelMapping(name: mapping.name, source: .method(method))
            }
        }
        do throws(DataModelFault) {
            let reference = try machine.makeDataModel(id: model.id, mappings: mappings, module: module)
            models[logType] = reference
            return reference
        } catch {
            throw FunctionError(type: "PantherError", message: error.message(id: model.id), file: model.source.path)
        }
    }
}

extension Detection {
    /// The function that decides.
    package var matcher: DetectionFunction { kind == .policy ? .policy : .rule }
}

extension Raised {
    /// The exception that is pending, copied out.
    package func describe(_ machine: inout Machine) -> FunctionError {
        let raised = machine.describeException()
        return FunctionError(type: raised.type, message: raised.message, file: raised.file, line: raised.line)
    }
}
