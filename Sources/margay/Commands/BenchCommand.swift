import ArgumentParser
import Detections
import Diagnostics
import Engine
import Events
import Pipeline
import PythonRuntime

/// `margay bench`: where the time of a scan goes.
struct BenchCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "bench",
        abstract: "Measure what each stage of a scan costs for an event.",
        usage: "margay bench --rules <rules> ... [<options>] <inputs> ...",
        discussion: """
            Scans the same files again and again on one core, each time one stage further, and shows what each stage adds: \
            reading (decompression included), parsing, routing (which rules may match), evaluating those, and making \
            alerts. Times are of the processor, the least of some rounds; correlation rules are left out. What cannot be read is \
            told once and counted (unreadable, in JSON faults).

              margay bench --rules ./my-rules ./cloudtrail-logs
              margay bench --rules ./my-rules events.ndjson.gz --format json | jq .stages

            For what each rule costs: margay scan --stats text --time-detections.
            """
    )

    enum Format: String, CaseIterable, ExpressibleByArgument { case text, json }

    /// Rounds that may be asked for.
    static let roundsMax = 100

    @Option(
        name: .long,
        parsing: .singleValue,
        help: "A folder (or file) with rules, helpers and data models; may be repeated."
    )
    var rules: [String]

    @Option(help: "The log type of events that do not carry p_log_type.")
    var logType = LogSchema.cloudTrail.logType

    @Option(name: .customLong("filter"), parsing: .singleValue, help: "Only rules that match KEY=VALUE or KEY!=VALUE.")
    var filters: [String] = []

    @Flag(help: "Run the code of every rule on every event.")
    var noRouting = false

    @Option(help: "How often all is measured; the least counts.")
    var rounds = 3

    @Option(help: "A table for people, or one JSON object.")
    var format: Format = .text

    @Flag(help: "Show no progress.")
    var quiet = false

    @OptionGroup var pipelineOptions: PipelineOptions

    @Argument(help: "Files and folders. Standard input cannot be read twice.")
    var inputs: [String]

    func validate() throws {
        guard !inputs.isEmpty else { throw ValidationError("name at least one file or folder") }
        guard !inputs.contains("-") else {
            throw ValidationError("standard input cannot be read twice: write it to a file first")
        }
        guard (1...Self.roundsMax).contains(rounds) else {
            throw ValidationError("--rounds \(rounds): must be from 1 to \(Self.roundsMax)")
        }
    }

    func run() throws {
        var loader = PackLoading(roots: rules)
        try loader.setFilters(filters)
        loader.pipelines = try pipelineOptions.load(loader)
        StopRequest.install()
        let loading = loader
        let status = NativeStack.run { BenchRun(self, loading).run() }
        if status != .success { throw ExitCode(status.rawValue) }
    }
}

/// One run of `margay bench`.
private struct BenchRun {
    let command: BenchCommand
    let loader: PackLoading

    init(_ command: BenchCommand, _ loader: PackLoading) {
        self.command = command
        self.loader = loader
    }

    func run() -> ExitStatus {
        var start = Terminal.processorNanoseconds()
        func lap() -> UInt64 {
            let now = Terminal.processorNanoseconds()
            defer { start = now }
            return now &- start
        }
        guard let pack = loader.load() else { return .input }
        let loadNanoseconds = lap()
        var options = ScanOptions()
        options.logType = command.logType
        options.routes = !command.noRouting
        var compiled = CompiledPack(pack, work: loader.workers)
        if options.routes { compiled.findConditions(includesDisabled: false, workers: loader.workers) }
        let compileNanoseconds = lap()
        loader.report((pack.diagnostics + compiled.diagnostics).filter { $0.severity == .error })
        let (inputs, faults) = InputPath.expand(command.inputs, limits: InputLimits())
        var telling = FaultTelling()
        for fault in faults { telling.tell(fault) }
        let pipeline = ScanPipeline(
            compiled,
            options: options,
            purpose: .alerts,
            inputs: inputs,
            limits: InputLimits(),
            workers: 1,
            stop: StopRequest.signal,
            wallClock: Terminal.wallClock
        )
        _ = lap()
        let ruleCount = pipeline.makeScanner().ruleCount
        let linkNanoseconds = lap()
        guard ruleCount > 0 else {
            Terminal.writeError("margay: no enabled rule was found in \(command.rules.joined(separator: ", "))\n")
            return .failure
        }
        let showsProgress = !command.quiet && Terminal.isInteractive
        let measurement = StageMeasurement(pipeline, clock: Terminal.processorNanoseconds)
        let times = measurement.run(rounds: command.rounds) { round, stage in
            guard showsProgress else { return }
            Terminal.writeError("\r\u{1B}[Kround \(round + 1) of \(command.rounds): \(stage.rawValue)")
        }
        if showsProgress { Terminal.writeError("\r\u{1B}[K") }
        guard let times else { return .interrupted }
        telling.tell(times.faults)
        guard times.events > 0 else {
            Terminal.writeError("margay: there is no event in \(command.inputs.joined(separator: ", "))\n")
            return .input
        }
        let report = StageReport(
            times,
            rules: ruleCount,
            rounds: command.rounds,
            faults: telling.count,
            start: [("load", loadNanoseconds), ("compile", compileNanoseconds), ("link", linkNanoseconds)]
        )
        Terminal.writeOutput(command.format == .json ? report.json + "\n" : report.text)
        return telling.status
    }
}
