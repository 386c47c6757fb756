import ArgumentParser
import Detections
import Diagnostics
import Engine
import PantherFormat
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
              margay test ./my-rules --watch
              margay test ./my-rules --minimum-tests 2 --format junit > results.xml
              margay test ./my-rules --format json | jq 'select(.passed | not)'

            A filter is KEY=VALUE or KEY!=VALUE with any key of a rule's or policy's file; several values are separated \
            by commas, several filters must all hold. Case does not matter, and of a list any element will do:

              --filter Severity=High,Critical --filter LogTypes=AWS.CloudTrail --filter 'Status!=Deprecated'

            What is not given here is taken from the environment, under the names that `pat` uses (PANTHER_PATH, \
            PANTHER_FILTER, PANTHER_MINIMUM_TESTS …), then from .panther_settings.yml in the current folder, whose keys are \
            the options' names with _ for -:

              path: ./my-rules
              minimum_tests: 2

            Exit code 0: nothing failed. 1: a test failed, a file is not valid, or there is nothing to test.
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

    @Argument(help: "Folders (or single files) with detections; the current folder if none is named.")
    var paths: [String] = []

    @Option(name: .customLong("path"), help: "A folder with detections: the same as PATH.")
    var pathOptions: [String] = []

    @Option(help: "text for people, pat as Panther's tool prints, json one object a test, junit for build servers.")
    var format: Format = .text

    @Flag(help: "Run again what a saved file affects, until Ctrl-C.")
    var watch = false

    @Flag(name: [.short, .long], help: "List the tests that pass too, with what each function returned.")
    var verbose = false

    @Option(name: .customLong("filter"), parsing: .singleValue, help: "Only items that match KEY=VALUE or KEY!=VALUE.")
    var filters: [String] = []

    @Option(name: .customLong("test-names"), parsing: .singleValue, help: "Only tests of this name; may be repeated.")
    var testNames: [String] = []

    @Option(help: "Tests that each detection must have; from 2 on, one that expects a match and one that does not.")
    var minimumTests: Int?

    @Flag(inversion: .prefixedNo, help: "Pass over detections that are not enabled.")
    var skipDisabledTests: Bool?

    @Option(
        name: .customLong("available-destination"),
        parsing: .singleValue,
        help: "A destination that rules may name; without any, all names pass."
    )
    var availableDestinations: [String] = []

    @Flag(
        inversion: .prefixedNo,
        help: "Let inline filters decide first, as Panther does; the default but for --format pat."
    )
    var inlineFilters: Bool?

    @Option(name: .customLong("ignore-files"), parsing: .singleValue, help: "A file to pass over, relative to here.")
    var ignoredFiles: [String] = []

    @Flag(inversion: .prefixedNo, help: "Allow keys of rules and policies that are not known.")
    var ignoreExtraKeys: Bool?

    @Flag(inversion: .prefixedNo, help: "Do not check the tables that scheduled queries read.")
    var ignoreTableNames: Bool?

    @Option(
        name: .customLong("valid-table-names"),
        parsing: .singleValue,
        help: "A table that queries may read beside Panther's and Snowflake's; * stands for anything."
    )
    var validTableNames: [String] = []

    @Flag(inversion: .prefixedNo, help: "Sort detections by identifier, those that passed first.")
    var sortTestResults: Bool?

    @Flag(inversion: .prefixedNo, help: "Show only what failed.")
    var showFailuresOnly: Bool?

    @Option(
        help: "Threads that load, compile and test; all processors if not given. The output is the same for any number."
    )
    var workers: Int?

    @Option(name: .customLong("config"), help: "A settings file instead of .panther_settings.yml.")
    var settingsFile: String?

    @OptionGroup var moduleOptions: ModuleOptions

    @OptionGroup var pipelineOptions: PipelineOptions

    @OptionGroup(title: "Limits") var limitOptions: LimitOptions
    @OptionGroup(title: "Panther's service") var service: PantherServiceOptions

    func validate() throws {
        if let minimumTests, minimumTests < 0 { throw ValidationError("--minimum-tests must not be negative") }
        if let workers, workers < 1 { throw ValidationError("--workers must be above zero") }
        if watch, format != .text { throw ValidationError("--watch goes with --format text only") }
    }

    func run() throws {
        let plan = try plan()
        if let note = service.note { Terminal.writeError("margay: \(note)\n") }
        if watch { Interruption.hold() }
        let status = NativeStack.run { watch ? self.watch(plan) : execute(plan) }
        if status != .success { throw ExitCode(status.rawValue) }
    }

    /// What is to be done, with everything that was left open settled.
    struct Plan {
        var loading: PackLoading
        var options: TestOptions
        var isSorted: Bool
        var showsFailuresOnly: Bool
        var limits: Limits
    }

    private func plan() throws -> Plan {
        let settings = try SettingsLookup(file: settingsFile)
        let roots = try settings.texts(paths + pathOptions, "path", "PANTHER_PATH", isList: false)
        var loading = PackLoading(roots: roots.isEmpty ? ["."] : roots)
        loading.options.selection.ignoredFiles = try settings.texts(
            ignoredFiles,
            "ignore_files",
            "PANTHER_IGNORE_FILES"
        )
        loading.options.ignoresExtraKeys = try settings.flag(ignoreExtraKeys, "ignore_extra_keys")
        loading.options.ignoresTableNames = try settings.flag(ignoreTableNames, "ignore_table_names")
        loading.options.validTableNames = try settings.texts(validTableNames, "valid_table_names")
        loading.pipelines = try pipelineOptions.load(loading)
        try loading.setFilters(settings.texts(filters, "filter", "PANTHER_FILTER"))
        if let count = try settings.number(workers, "workers", "PANTHER_WORKERS") { loading.workers = Workers(count) }
        var options = TestOptions()
        options.names = try settings.texts(testNames, "test_names", "PANTHER_TEST_NAMES")
        options.minimumTests = try settings.number(minimumTests, "minimum_tests", "PANTHER_MINIMUM_TESTS") ?? 0
        options.skipsDisabled = try settings.flag(
            skipDisabledTests,
            "skip_disabled_tests",
            "PANTHER_SKIP_DISABLED_TESTS"
        )
        let destinations = try settings.texts(
            availableDestinations,
            "available_destination",
            "PANTHER_AVAILABLE_DESTINATION"
        )
        if !destinations.isEmpty { options.availableDestinations = destinations }
        options.hashSeed = .random(in: .min ... .max)
        // Panther's tool leaves to Panther what is not Python.
        options.isLimitedToReference = format == .pat
        options.usesLookupTables = format != .pat
        options.appliesFilters = inlineFilters ?? (format != .pat)
        return Plan(
            loading: loading,
            options: options,
            isSorted: try settings.flag(sortTestResults, "sort_test_results"),
            showsFailuresOnly: try settings.flag(showFailuresOnly, "show_failures_only"),
            limits: limitOptions.limits
        )
    }
}
