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
            Reads events as NDJSON, a JSON array or CloudTrail's {"Records": [...]}, each plain or gzip, from files, \
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

    @Option(help: "How the summary on standard error is written.")
    var stats: StatisticsFormat = .text

    @Option(name: .customLong("filter"), parsing: .singleValue, help: "Only rules that match KEY=VALUE or KEY!=VALUE.")
    var filters: [String] = []

    @Flag(help: "Run disabled rules too.")
    var includeDisabled = false

    @Flag(help: "Show no progress.")
    var quiet = false

    @Option(help: "Workers. This version has one; rules with state see events in input order.")
    var workers = 1

    @Flag(help: "Run every rule on every event. This version always does.")
    var noRouting = false

    @OptionGroup(title: "Limits") var limitOptions: LimitOptions

    @Option(help: "Bytes of one event; longer ones are passed over.")
    var eventBytesMax = InputLimits().eventByteCountMax

    @Option(help: "How many times larger than its file a gzip file may be.")
    var decompressionRatioMax = InputLimits().decompressionRatioMax

    @Argument(help: "Files, folders, or - for standard input.")
    var inputs: [String]

    func validate() throws {
        guard !inputs.isEmpty else {
            throw ValidationError("name at least one file or folder, or - for standard input")
        }
        guard workers == 1 else {
            throw ValidationError("--workers \(workers): this version scans with one worker")
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
        let status = NativeStack.run { Scan(self, loader).run() }
        if status != .success { throw ExitCode(status.rawValue) }
    }
}

/// One run of `margay scan`.
private final class Scan {
    private let command: ScanCommand
    private let loader: PackLoading
    private var statistics = ScanStatistics()
    private var progress: ScanProgress
    private let renderer = Renderer(usesColor: Terminal.showsColor(2))
    private var writer: LineWriter
    private var correlations: CorrelationStage?
    private var isClosed = false

    init(_ command: ScanCommand, _ loader: PackLoading) {
        self.command = command
        self.loader = loader
        progress = ScanProgress(isShown: !command.quiet)
        writer = LineWriter(descriptor: 1, flushesEachLine: Terminal.isInteractive)
    }

    func run() -> ExitStatus {
        guard let pack = loader.load() else { return .input }
        let compiled = CompiledPack(pack)
        loader.report((pack.diagnostics + compiled.diagnostics).filter { $0.severity == .error })
        var options = ScanOptions()
        options.logType = command.logType
        options.usesEventTime = command.clock == .event
        options.limits = command.limitOptions.limits
        options.hashSeed = .random(in: .min ... .max)
        options.includesDisabled = command.includeDisabled
        // The fields that are added to an event count for the tape: texts of indicators, and a few of fixed length.
        options.tapeLimits.byteCountMax = min(2 * command.eventBytesMax + (1 << 16), TapeLimits.byteCountCeiling)
        var scanner = Scanner(compiled, options: options, wallClock: Terminal.wallClock)
        let unrun = Set(scanner.unrun.map(\.detection))
        correlations = CorrelationStage(compiled, includesDisabled: command.includeDisabled) { index in
            pack.detections[index].kind != .correlation && !unrun.contains(index)
        }
        if let correlations { scanner.prepare(for: correlations) }
        statistics.unrun = (scanner.unrun + (correlations?.unrun ?? [])).sorted { $0.detection < $1.detection }
        report(statistics.unrun, pack)
        guard scanner.ruleCount > 0 else {
            Terminal.writeError("margay: no enabled rule was found in \(command.rules.joined(separator: ", "))\n")
            return .failure
        }
        let status = scan(&scanner, pack)
        let isWhole = statistics.unrun.allSatisfy { one in
            switch one.reason {
            case .failed, .filters: false
            default: true
            }
        }
        if pack.invalid.isEmpty, isWhole { return status }
        return status == .success ? .failure : status
    }

    /// Says which detections are not run: each that ought to be, and a count of the rest.
    private func report(_ unrun: [UnrunDetection], _ pack: DetectionPack) {
        for one in unrun {
            let detection = pack.detections[one.detection]
            switch one.reason {
            case .failed(let error): report(error, of: detection)
            case .filters(let message):
                let text = TerminalText.escape("\(detection.id) is not run: its InlineFilters: \(message)")
                Terminal.writeError("margay: \(text)\n  at \(TerminalText.escape(detection.source.path))\n")
            default: break
            }
        }
        if let note = UnrunDetection.note(unrun) { Terminal.writeError("margay: \(note)\n") }
    }

    private func report(_ error: FunctionError, of detection: Detection) {
        let place = error.file.map { " at \($0)\(error.line.map { ":\($0)" } ?? "")" } ?? ""
        let text = TerminalText.escape("\(detection.id) is not run: \(error.type): \(error.message)\(place)")
        Terminal.writeError("margay: \(text)\n")
    }

    private func scan(_ scanner: inout Scanner, _ pack: DetectionPack) -> ExitStatus {
        var limits = InputLimits()
        limits.eventByteCountMax = command.eventBytesMax
        limits.decompressionRatioMax = command.decompressionRatioMax
        let (inputs, faults) = InputPath.expand(command.inputs, limits: limits)
        var unreadable = false
        for fault in faults {
            unreadable = true
            report(fault)
        }
        var reader = EventReader(inputs, limits: limits)
        var alerts = AlertStage(pack)
        let started = Terminal.steadyClock()
        while !isClosed, let item = reader.next() {
            switch item {
            case .fault(let fault):
                unreadable = unreadable || fault.endsInput
                report(fault)
            case .event(let event):
                scan(event, &scanner, reader, &alerts, pack)
                statistics.events += 1
                if statistics.events & 1023 == 0 { progress.show(reader.recordCount, reader.byteCount, started) }
            }
        }
        progress.clear()
        for match in correlations?.finish() ?? [] { take(match, values: [], &alerts, pack) }
        emit(alerts.finish())
        flush()
        statistics.bytes = reader.byteCount
        statistics.seconds = Terminal.steadyClock() - started
        statistics.rules = scanner.ruleCount + (correlations?.ruleCount ?? 0)
        Terminal.writeError(command.stats == .json ? statistics.json(pack) + "\n" : statistics.text + "\n")
        return unreadable ? .input : .success
    }

    private func scan(
        _ event: InputEvent,
        _ scanner: inout Scanner,
        _ reader: borrowing EventReader,
        _ alerts: inout AlertStage,
        _ pack: DetectionPack
    ) {
        var found: [ScanMatch] = []
        do throws(TapeFault) {
            guard try scanner.scan(event.bytes, record: event.record, emit: { found.append($0) }) else {
                report(InputFault(.notAnObject, path: reader.path(ofInput: event.input), place: event.place))
                return
            }
        } catch {
            report(reader.fault(error, in: event))
            return
        }
        for match in found {
            let isSummarised = command.emit == .alerts
            let values = isSummarised ? scanner.summaryValues(of: pack.detections[match.detection]) : []
            // What correlation rules found is of before this match.
            for correlated in correlations?.receive(match) ?? [] { take(correlated, values: [], &alerts, pack) }
            take(match, values: values, &alerts, pack)
        }
        if command.emit == .alerts, command.format == .ndjson, !found.isEmpty { emit(alerts.takeClosed()) }
    }

    /// Writes a match, or hands it on to become an alert.
    private func take(
        _ match: ScanMatch,
        values: [AlertMatch.SummaryValues],
        _ alerts: inout AlertStage,
        _ pack: DetectionPack
    ) {
        statistics.count(match)
        if command.emit == .matches {
            write(match.json(pack.detections[match.detection]))
        } else {
            alerts.receive(match, values: values)
        }
    }

    private func emit(_ alerts: [Alert]) {
        guard command.emit == .alerts else { return }
        statistics.alerts += alerts.count
        if command.format == .ndjson {
            for alert in alerts { write(alert.json) }
        } else {
            let table = AlertTable(usesColor: Terminal.showsColor(1), width: Terminal.columns)
            Terminal.writeOutput(table.text(alerts))
        }
    }

    private func report(_ fault: InputFault) {
        statistics.faults += 1
        // A file of garbage would say the same a million times.
        guard statistics.faults <= ScanStatistics.faultsShownMax else { return }
        progress.clear()
        Terminal.writeError(renderer.render(.input(fault)) + "\n")
    }

    private func write(_ line: String) {
        do throws(WriteFault) { try writer.write(line: line.utf8) } catch { stop(error) }
    }

    private func flush() {
        do throws(WriteFault) { try writer.flush() } catch { stop(error) }
    }

    /// Whoever read the output has gone: end quietly. A full disk is said.
    private func stop(_ fault: WriteFault) {
        isClosed = true
        if fault != .closed { Terminal.writeError("margay: cannot write the output: \(fault)\n") }
    }
}
