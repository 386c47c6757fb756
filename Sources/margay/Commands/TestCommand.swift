import ArgumentParser
import Detections
import Diagnostics
import Engine
import PantherFormat
import Pipeline
import PythonRuntime

/// `margay test`: runs the unit tests of a pack.
struct TestCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "test",
        abstract: "Run the unit tests of a folder of detections.",
        discussion: """
            Loads every rule, policy, helper and data model below PATH, as Panther's `pat test` finds them, checks them, \
            and runs their tests. What fails is shown with the file and the line that raised.

              margay test ./my-rules
              margay test ./my-rules --filter RuleID=AWS.SSM.DistributedCommand --verbose
              margay test ./my-rules --format json | jq 'select(.passed | not)'

            A filter is KEY=VALUE or KEY!=VALUE with any key of a rule's or policy's file; several values are separated \
            by commas, several filters must all hold.
            """
    )

    enum Format: String, CaseIterable, ExpressibleByArgument {
        /// For people.
        case text
        /// What `pat test` prints.
        case pat
        /// One object a line, for each test.
        case json
        /// XML for build servers.
        case junit
    }

    @Argument(help: "Folders (or single files) with detections.")
    var paths: [String] = []

    @Option(name: .customLong("path"), help: "A folder with detections: the same as PATH.")
    var pathOptions: [String] = []

    @Option(help: "text for people, pat as Panther's tool prints, json one object a test, junit for build servers.")
    var format: Format = .text

    @Option(name: .customLong("filter"), parsing: .singleValue, help: "Only items that match KEY=VALUE or KEY!=VALUE.")
    var filters: [String] = []

    @Option(name: .customLong("test-names"), parsing: .singleValue, help: "Only tests of this name; may be repeated.")
    var testNames: [String] = []

    @Option(help: "Tests that each detection must have; from 2 on, one that expects a match and one that does not.")
    var minimumTests = 0

    @Option(
        name: .customLong("available-destination"),
        parsing: .singleValue,
        help: "A destination that rules may name; without any, all names pass."
    )
    var availableDestinations: [String] = []

    @Option(name: .customLong("ignore-files"), parsing: .singleValue, help: "A file to pass over, relative to here.")
    var ignoredFiles: [String] = []

    @Flag(
        inversion: .prefixedNo,
        help: "Let inline filters decide first, as Panther does; the default but for --format pat."
    )
    var inlineFilters: Bool?

    @Flag(help: "Pass over detections that are not enabled.")
    var skipDisabledTests = false

    @Flag(help: "Allow keys that are not known.")
    var ignoreExtraKeys = false

    @Flag(help: "Do not check the tables of scheduled queries.")
    var ignoreTableNames = false

    @Option(
        name: .customLong("valid-table-names"),
        parsing: .singleValue,
        help: "A table that queries may name; * matches."
    )
    var validTableNames: [String] = []

    @Flag(help: "Sort detections by identifier, those that passed first.")
    var sortTestResults = false

    @Flag(help: "Show only what failed.")
    var showFailuresOnly = false

    @Flag(name: [.short, .long], help: "List the tests that pass too, with what each function returned.")
    var verbose = false

    @OptionGroup(title: "Limits") var limitOptions: LimitOptions

    func validate() throws {
        guard minimumTests >= 0 else { throw ValidationError("--minimum-tests must not be negative") }
    }

    func run() throws {
        let roots = paths + pathOptions
        var loader = PackLoading(roots: roots.isEmpty ? ["."] : roots)
        loader.options.ignoredFiles = ignoredFiles
        loader.options.ignoresExtraKeys = ignoreExtraKeys
        loader.options.ignoresTableNames = ignoreTableNames
        loader.options.validTableNames = validTableNames
        try loader.setFilters(filters)
        let started = Terminal.steadyClock()
        let status = NativeStack.run { execute(loader, started) }
        if status != .success { throw ExitCode(status.rawValue) }
    }

    private func execute(_ loader: PackLoading, _ started: Double) -> ExitStatus {
        guard let pack = loader.load() else { return .input }
        let compiled = CompiledPack(pack, work: loader.workers)
        var options = TestOptions()
        options.names = testNames
        options.minimumTests = minimumTests
        options.skipsDisabled = skipDisabledTests
        // Panther's tool leaves to Panther what is not Python.
        options.isLimitedToReference = format == .pat
        options.appliesFilters = inlineFilters ?? (format != .pat)
        if !availableDestinations.isEmpty { options.availableDestinations = availableDestinations }
        let clock = EngineClock(following: Terminal.wallClock)
        var runner = UnitTestRunner(compiled, options: options, clock: clock, limits: limitOptions.limits)
        var run = TestRun(
            path: loader.roots.joined(separator: " "),
            directory: DiskFiles().currentDirectory,
            pack: pack,
            options: options
        )
        let unusableModels = runner.loadDataModels()
        run.invalid += unusableModels
        loader.report(pack.diagnostics + compiled.diagnostics + unusableModels.flatMap(\.diagnostics))
        let report = TextReport(usesColor: Terminal.showsColor(1), isVerbose: verbose && !showFailuresOnly)
        for index in pack.detections.indices {
            let result = runner.run(index)
            run.reports.append(result)
            if format == .text, !sortTestResults { Terminal.writeOutput(report.detection(result)) }
            if format == .json { writeJSON(result) }
        }
        if sortTestResults || showFailuresOnly, format != .pat {
            run.reports.sort { ($0.passed ? 0 : 1, $0.detection.id) < ($1.passed ? 0 : 1, $1.detection.id) }
        }
        run.seconds = Terminal.steadyClock() - started
        return finish(run, report)
    }

    private func writeJSON(_ result: DetectionTestReport) {
        if let error = result.setupError {
            Terminal.writeOutput(result.setupErrorJSON(error) + "\n")
        }
        for test in result.tests where !showFailuresOnly || !test.passed {
            Terminal.writeOutput(test.json(of: result.detection.id) + "\n")
        }
    }

    private func finish(_ run: TestRun, _ report: TextReport) -> ExitStatus {
        switch format {
        case .text:
            if sortTestResults { for result in run.reports { Terminal.writeOutput(report.detection(result)) } }
            Terminal.writeOutput(report.summary(run))
        case .pat:
            let report = PATReport(isSorted: sortTestResults, showsFailuresOnly: showFailuresOnly)
            Terminal.writeOutput(report.text(run))
            if let line = report.lastLine(run) { Terminal.writeError(line + "\n") }
            return report.isClean(run) ? .success : .failure
        case .junit: Terminal.writeOutput(JUnitReport.text(run))
        case .json: break
        }
        if run.reports.isEmpty, run.invalid.isEmpty {
            Terminal.writeError("margay: nothing to test in \(run.path): no rule or policy was found there\n")
            return .failure
        }
        let named = !testNames.isEmpty && run.testCount == 0
        if named { Terminal.writeError("margay: no test is called \(testNames.joined(separator: ", "))\n") }
        return run.isClean && !named ? .success : .failure
    }
}
