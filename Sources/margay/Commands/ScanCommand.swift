import ArgumentParser
import Detections
import Diagnostics
import Engine
import Events
import Pipeline
import PythonRuntime

/// `margay scan`: runs rules over logs.
struct ScanCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "scan",
        abstract: "Run rules over files, folders or a stream of logs.",
        discussion: """
            Reads events as NDJSON, a JSON array or CloudTrail's {"Records": [...]}, each plain, gzip or zstd, from files, \
            folders (all files below them) or standard input (-), and runs every enabled rule of the events' log type \
            on each. What a file is, is found by looking at it, not at its name.

              margay scan --rules ./my-rules ./cloudtrail-logs
              margay scan --rules ./my-rules --emit matches --format ndjson trail.json.gz | jq .title
              aws s3 cp s3://my-trail/file.json.gz - | margay scan --rules ./my-rules -

            --emit alerts groups matches as Panther does: by deduplication string, in windows of event time, from the \
            rule's threshold on. --emit matches shows every match.

            An event with p_log_type is taken as it is; any other gets Panther's standard fields for --log-type. Rules \
            see the time of each event as the current time, so that a replay finds what living through it would have \
            found; --clock wall gives them the real one.

            Events are scanned by several workers at once. A rule that keeps state from event to event sees them in \
            input order all the same, and what is found comes in input order. Ctrl-C ends the input: what was read is \
            scanned to its end, and the alerts so far are shown.
            """
    )

    enum Emit: String, CaseIterable, ExpressibleByArgument { case alerts, matches }
    enum Format: String, CaseIterable, ExpressibleByArgument { case table, ndjson }
    enum Clock: String, CaseIterable, ExpressibleByArgument { case event, wall }
    enum StatisticsFormat: String, CaseIterable, ExpressibleByArgument { case text, json }

    @Option(
        name: .long,
        parsing: .singleValue,
        help: "A folder (or file) with rules, helpers and data models; may be repeated."
    )
    var rules: [String]

    @Option(help: "The log type of events that do not carry p_log_type.")
    var logType = LogSchema.cloudTrail.logType

    @Option(help: "alerts after deduplication, or every match.")
    var emit: Emit = .alerts

    @Option(help: "A table for people, or one JSON object a line. Matches are always JSON.")
    var format: Format?

    @Option(help: "What rules take for now: the event's time, or the wall clock.")
    var clock: Clock = .event

    @Option(help: "What each rule cost, on standard error: a table below the summary, or all of it as one JSON object.")
    var stats: StatisticsFormat?

    @Flag(help: "Time each rule too, which makes the scan slower (the statistics say by how much).")
    var timeDetections = false

    @Option(name: .customLong("filter"), parsing: .singleValue, help: "Only rules that match KEY=VALUE or KEY!=VALUE.")
    var filters: [String] = []

    @Flag(help: "Run disabled rules too.")
    var includeDisabled = false

    @Flag(help: "Show no progress.")
    var quiet = false

    @Option(help: "Workers, by default one for each core it may use. Their number changes nothing but the time.")
    var workers = Processors.usableCount

    @Flag(help: "Run the code of every rule on every event: the same findings, slower.")
    var noRouting = false

    @OptionGroup var moduleOptions: ModuleOptions

    @OptionGroup var pipelineOptions: PipelineOptions

    @OptionGroup(title: "Limits") var limitOptions: LimitOptions

    @Option(help: "Bytes of one event; longer ones are passed over.")
    var eventBytesMax = InputLimits().eventByteCountMax

    @Option(help: "How many times larger than its file a compressed file may be.")
    var decompressionRatioMax = InputLimits().decompressionRatioMax

    @Argument(help: "Files, folders, or - for standard input.")
    var inputs: [String]

    func validate() throws {
        guard !inputs.isEmpty else {
            throw ValidationError("name at least one file or folder, or - for standard input")
        }
        guard (1...OrderedPipeline.workersMax).contains(workers) else {
            throw ValidationError("--workers \(workers): must be from 1 to \(OrderedPipeline.workersMax)")
        }
        guard emit == .alerts || format != .table else {
            throw ValidationError("--emit matches writes JSON: use --format ndjson, or --emit alerts for a table")
        }
        guard (1...1 << 30).contains(eventBytesMax), decompressionRatioMax > 0 else {
            throw ValidationError("--event-bytes-max must be from 1 to 1073741824, --decompression-ratio-max above 0")
        }
    }

    func run() throws {
        var loader = PackLoading(roots: rules)
        try loader.setFilters(filters)
        loader.pipelines = try pipelineOptions.load(loader)
        StopRequest.install()
        let loading = loader
        let status = NativeStack.run { ScanRun(self, loading).run() }
        if status != .success { throw ExitCode(status.rawValue) }
    }
}
