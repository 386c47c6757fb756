package import Detections
import Diagnostics
import Documents
import Events
import PantherFormat
import PythonLibrary
package import PythonRuntime

/// Which unit tests are run, and what is asked of them beside passing.
package struct TestOptions: Sendable {
    /// Only tests with one of these names; empty for all.
    package var names: [String] = []
    /// Tests that each detection must have.
    package var minimumTests = 0
    package var skipsDisabled = false
    /// Names of destinations that `destinations()` may give; nil if any will do.
    package var availableDestinations: [String]?
    /// Whether only that is run which Panther's tool runs without a connection to Panther: no detections of match expressions,
    /// no correlation rules.
    package var isLimitedToReference = false
    /// Whether events get the rows of lookup tables that lie in the pack, as in Panther; its tool leaves that to it.
    package var usesLookupTables = true
    /// Whether inline filters decide first, as in Panther; its tool leaves them out without a connection.
    package var appliesFilters = true
    /// Seeds the hashes of strings; see ``RuleHost``.
    package var hashSeed = Environment.hashSeedDefault

    package init() {}
}

/// Runs the unit tests of a pack as Panther's tool does: each detection's in file order, its module's state kept from
/// one test to the next. What detections keep by key they find empty in each test: the tool has no such table at all.
package struct UnitTestRunner: ~Copyable {
    private var host: RuleHost
    private var tape: Tape
    private let options: TestOptions
    private var enricher: Enricher

    /// A runner for `compiled`.
    package init(_ compiled: CompiledPack, options: TestOptions, clock: EngineClock, limits: Limits = Limits()) {
        host = RuleHost(
            compiled,
            clock: clock,
            limits: limits,
            hashSeed: options.hashSeed,
            usesLookupTables: options.usesLookupTables
        )
        enricher = Enricher(compiled.lookups)
        self.options = options
        var tapeLimits = TapeLimits()
        tapeLimits.allowsNonFinite = true
        // The tape knows the names that conditions ask for, and those that every machine starts with. What Python is loaded later
        // finds its fields by their bytes: a test reads a few fields of one small event, and a table of all the pack's names for
        // each detection cost more than all else.
        for (index, detection) in compiled.pack.detections.enumerated() where detection.evaluatedCondition != nil {
            _ = host.load(index)
        }
        var keys = host.machine.makeKeyTable()
        host.linkConditions(&keys)
        tape = Tape(keys: keys, limits: tapeLimits)
    }

    /// Makes the data models, which tests share. Those that cannot be made, as items that cannot be used: their logs have no
    /// model then, and the tests go on.
    package mutating func loadDataModels() -> [InvalidItem] {
        host.loadDataModels().map { index, error in
            let model = host.compiled.pack.dataModels[index]
            return InvalidItem(
                path: model.source.path,
                id: model.id,
                diagnostics: [
                    .unusableModel(
                        model,
                        "\(error.type): \(error.message)",
                        place: error.file.map { file in error.line.map { "\(file):\($0)" } ?? file }
                    )
                ],
                vendorMessage: error.message
            )
        }
    }

    /// What is tested.
    var compiled: CompiledPack { host.compiled }

    /// Runs the tests of detection `index`.
    package mutating func run(_ index: Int) -> DetectionTestReport {
        let detection = host.compiled.pack.detections[index]
        var report = DetectionTestReport(detection: detection)
        if options.skipsDisabled, !detection.isEnabled || !detection.declared.contains(.enabled) {
            report.skipped = .disabled
            return report
        }
        let chosen = detection.tests.filter { options.names.isEmpty || options.names.contains($0.name) }
        // The reference looks at a derived detection's own tests before it takes over those of the base.
        if chosen.isEmpty || detection.declared.contains(.inheritedTests), !options.names.isEmpty {
            report.skipped = .noTestOfThatName(options.names)
            return report
        }
        switch detection.body {
        case .python: break
        case .logic(let logic):
            guard logic.obstacle == nil, !options.isLimitedToReference else {
                report.skipped = .kind(logic.obstacle.map { "only shown: \($0)" } ?? "a rule of another vendor")
                return report
            }
            // Its tests would be of many events, which no vendor's file has.
            guard logic.windows == nil else {
                report.coverageErrors = coverageErrors(detection)
                report.skipped = .kind("a correlation rule")
                return report
            }
        case .conditions where !options.isLimitedToReference: break
        case .conditions:
            report.skipped = .kind("a detection made of conditions")
            return report
        case .correlation where !options.isLimitedToReference:
            report.coverageErrors = coverageErrors(detection)
            runCorrelation(&report, index, chosen)
            return report
        case .correlation:
            report.coverageErrors = coverageErrors(detection)
            report.skipped = .kind("a correlation rule")
            return report
        }
        host.machine.printed.removeAll()
        report.setupError = host.load(index) ?? filterError(index)
        report.printed = host.isSimple(index) ? "" : host.printedByLoading
        if report.setupError != nil { return report }
        report.coverageErrors = coverageErrors(detection)
        for test in chosen {
            if case .events(let events, let matchesMin) = test.input {
                report.tests.append(run(test, on: events, matchesMin, of: detection, index))
            } else {
                report.tests.append(run(test, of: detection, index))
            }
        }
        return report
    }

    /// Why the inline filters of a detection cannot be applied, where they are to be.
    private func filterError(_ index: Int) -> FunctionError? {
        guard options.appliesFilters, let fault = host.compiled.expressions.filterErrors[index]?.first else {
            return nil
        }
        return FunctionError(
            type: "FilterException",
            message: fault.message,
            file: fault.file,
            line: fault.location?.line
        )
    }

    private func coverageErrors(_ detection: Detection) -> [DetectionTestReport.CoverageError] {
        let minimum = options.minimumTests
        let count = detection.tests.count
        var errors: [DetectionTestReport.CoverageError] = []
        if count < minimum { errors.append(.tooFew(found: count, minimum: minimum)) }
        let hasBoth =
            detection.tests.contains { $0.expectedResult } && detection.tests.contains { !$0.expectedResult }
        if minimum > 1, detection.declared.contains(.tests), !hasBoth { errors.append(.onePolarity) }
        return errors
    }

    // MARK: One test

    /// A test of several events: how many match. What is wrong with one of them ends it.
    private mutating func run(
        _ test: UnitTest,
        on events: [DataNode],
        _ matchesMin: Int,
        of detection: Detection,
        _ index: Int
    ) -> TestOutcome {
        var one = test
        var count = 0
        for event in events {
            one.input = .event(event)
            let outcome = run(one, of: detection, index)
            if outcome.harnessError != nil { return outcome }
            if outcome.passed { count += 1 }
        }
        let passed = count >= matchesMin
        let line = TestOutcome.FunctionLine(function: .rule, passed: passed, outcome: .bool(passed))
        return TestOutcome(name: test.name, passed: passed, functions: [line], printed: "")
    }

    private mutating func run(_ test: UnitTest, of detection: Detection, _ index: Int) -> TestOutcome {
        defer { host.finish() }
        host.machine.printed.removeAll(keepingCapacity: true)
        if !host.machine.keyValueStore.isEmpty { host.machine.keyValueStore = KeyValueStore() }
        let input: Value
        do throws(FunctionError) { input = try makeInput(test, detection) } catch {
            return TestOutcome(name: test.name, passed: false, functions: [], printed: "", harnessError: error)
        }
        let replaced: [(name: Name, old: Value)]
        do throws(FunctionError) { replaced = try mock(test.mocks, detection, index) } catch {
            return TestOutcome(name: test.name, passed: false, functions: [], printed: "", harnessError: error)
        }
        setDestinations(of: test)
        // Filters run for rules only, not for rows of queries nor for resources.
        let filtering = options.appliesFilters && detection.kind == .rule
        var result = host.evaluate(index, input, tape.view, mode: .test, filtering: filtering)
        restore(replaced, index)
        if options.availableDestinations == nil, result[.destinations].error?.type == "UnknownDestinationError" {
            result.outcomes[.destinations] = .absent
        }
        let printed = String(decoding: host.machine.printed, as: UTF8.self)
        return judge(test, detection, result, printed: printed)
    }

    /// The event, or for a policy the resource as a plain dictionary.
    private mutating func makeInput(_ test: UnitTest, _ detection: Detection) throws(FunctionError) -> Value {
        let node = test.inputNode
        guard let log = node.map else {
            throw FunctionError(
                type: "AttributeError",
                message: "'\(Self.pythonType(node.value))' object has no attribute 'get'"
            )
        }
        if detection.kind == .rule, let error = Self.logTypeError(log) { throw error }
        do {
            try tape.parse(copying: node.json())
        } catch {
            throw FunctionError(type: "ValueError", message: "the test's log cannot be an event: \(error)")
        }
        if options.usesLookupTables, detection.kind == .rule {
            do throws(TapeFault) {
                try enricher.enrich(&tape, logType: logType(of: detection))
            } catch {
                throw FunctionError(type: "ValueError", message: "the test's log cannot be enriched: \(error)")
            }
        }
        let event = host.machine.beginEvent(tape.view)
        do throws(Raised) {
            if detection.kind == .policy { return try host.machine.plainEventValue(Tape.root) }
        } catch {
            throw error.describe(&host.machine)
        }
        if detection.kind == .rule {
            let logType = tape.view.lookup(in: Tape.root, key: "p_log_type")
            host.machine.attachDataModel(try host.dataModel(of: tape.view.string(tape.view.text(of: logType))))
        }
        return event
    }

    /// The error of a log type that no table can be asked for; nil if it can. Nothing stands for a log without one.
    private static func logTypeError(_ log: DataMap) -> FunctionError? {
        guard let value = log["p_log_type"]?.value else { return nil }
        let type: String? =
            switch value {
            case .list(let elements) where !elements.isEmpty: "list"
            case .map(let map) where !map.entries.isEmpty: "dict"
            default: nil
            }
        return type.map { FunctionError(type: "TypeError", message: "unhashable type: '\($0)'") }
    }

    /// The log type of the event on the tape: the one it names, else the only one that its detection reads.
    private func logType(of detection: Detection) -> String {
        let view = tape.view
        let named = view.string(view.text(of: view.lookup(in: Tape.root, key: "p_log_type")))
        return named.isEmpty && detection.logSources.count == 1 ? detection.logSources[0] : named
    }

    /// The class of a value in a test's file.
    private static func pythonType(_ value: DataValue) -> String {
        switch value {
        case .null: "NoneType"
        case .bool: "bool"
        case .int, .bigInt: "int"
        case .double: "float"
        case .string: "str"
        case .bytes: "bytes"
        case .list: "list"
        case .map: "dict"
        }
    }

    /// Replaces names of the detection's module; fails if one is neither there nor a builtin.
    private mutating func mock(
        _ mocks: [Mock],
        _ detection: Detection,
        _ index: Int
    ) throws(FunctionError) -> [(name: Name, old: Value)] {
        guard let module = host.module(index) else { return [] }
        var replaced: [(name: Name, old: Value)] = []
        for mock in mocks {
            let name = host.machine.name(mock.name)
            let old = host.machine.moduleAttribute(module, name)
            guard !old.isUnbound || !host.machine.builtin(named: mock.name).isUnbound else {
                restore(replaced, index)
                let path = host.compiled.bodies[index]?.source.path ?? ""
                throw FunctionError(
                    type: "AttributeError",
                    message: "<module '\(detection.id)' from '\(path)'> does not have the attribute '\(mock.name)'"
                )
            }
            do throws(Raised) {
                let value: Value =
                    switch mock.returnValue {
                    case .bool(let flag): .bool(flag)
                    case .string(let text): try host.machine.makeString(text)
                    default: .none
                    }
                let replacement = try host.machine.makeMock(returnValue: value)
                try host.machine.setModuleAttribute(module, name, to: replacement)
            } catch {
                restore(replaced, index)
                throw error.describe(&host.machine)
            }
            replaced.append((name, old))
        }
        return replaced
    }

    private mutating func restore(_ replaced: [(name: Name, old: Value)], _ index: Int) {
        guard let module = host.module(index) else { return }
        for (name, old) in replaced.reversed() {
            if old.isUnbound {
                host.machine.unsetModuleAttribute(module, name)
            } else {
                // Only a new name can fail, and this one is there.
                try? host.machine.setModuleAttribute(module, name, to: old)
            }
        }
    }

    /// A test may name those it expects, and those that are available to all.
    private mutating func setDestinations(of test: UnitTest) {
        let names = (options.availableDestinations ?? []) + (test.expectedDestinations ?? [])
        guard !names.isEmpty || !host.knownDestinations.isEmpty else { return }
        host.knownDestinations = Dictionary(names.map { ($0, $0) }, uniquingKeysWith: { first, _ in first })
    }

    // MARK: Judging

    private func judge(
        _ test: UnitTest,
        _ detection: Detection,
        _ result: DetectionResult,
        printed: String
    ) -> TestOutcome {
        let matcher = detection.matcher
        let expectsAlert = test.expectedResult == detection.alertValue
        let errors = result.outcomes.hasError
        let destinations = result[.destinations]
        var destinationsMatch = true
        var isMissing = false
        if let expected = test.expectedDestinations {
            let wanted = expected.isEmpty ? ["SKIP"] : expected.map { host.knownDestinations[$0] ?? $0 }.sorted()
            if case .list(let chosen) = destinations {
                destinationsMatch = chosen.sorted() == wanted
            } else {
                destinationsMatch = false
            }
            // Where the function is not shown, a mismatch stands there as null.
            if case .absent = destinations { isMissing = true }
            if !destinationsMatch, !expectsAlert || !detection.createsAlert { isMissing = true }
        }
        let passed =
            (expectsAlert
                ? result.matched == detection.alertValue && !errors && result.setupError == nil
                : result.matched == test.expectedResult) && destinationsMatch
        var lines: [TestOutcome.FunctionLine] = []
        for function in DetectionFunction.printed {
            let outcome = function != .destinations ? result[function] : isMissing ? .absent : destinations
            // Destinations that a test wants and that were not chosen are shown as null.
            if case .absent = outcome, function != .destinations || !isMissing { continue }
            let isMatcher = function == matcher
            let isMismatch = function == .destinations && !destinationsMatch
            guard isMatcher || expectsAlert || isMismatch else { continue }
            if !detection.createsAlert, !isMatcher, !isMismatch, function != .alertContext { continue }
            let isRight = isMatcher ? result.matched == test.expectedResult : outcome.error == nil && !isMismatch
            lines.append(.init(function: function, passed: isRight, outcome: outcome))
        }
        var outcome = TestOutcome(name: test.name, passed: passed, functions: lines, printed: printed)
        outcome.isFiltered = result.isFiltered
        return outcome
    }
}
