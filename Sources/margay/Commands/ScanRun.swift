import ArgumentParser
import Detections
import Diagnostics
import Engine
import Events
import Pipeline
import PythonRuntime

/// One run of `margay scan`: what the command line asks for, and what people are told.
final class ScanRun {
    private let rules: [String]
    private let loader: PackLoading
    private let paths: [String]
    private let purpose: ScanFinding.Purpose
    private let isTable: Bool
    private let workers: Int
    private let statisticsFormat: ScanCommand.StatisticsFormat?
    private let modulePath: ModulePath?
    private var options = ScanOptions()
    private var limits = InputLimits()
    private var statistics = ScanStatistics()
    private var alerts = AlertStage()
    private var correlations: CorrelationStage?
    private var windows: WindowStage?
    private var products: FindingProducts?
    private var progress: ScanProgress
    private var writer = LineWriter(descriptor: 1, flushesEachLine: Terminal.isInteractive)
    /// The lines of the batch at hand, and which of them are to be written next: as many at once as stand one after the other.
    private var lines: FindingLines?
    private var unwritten = 0..<0
    private var inputs: [InputPath] = []
    private var telling = FaultTelling()
    /// Why no more output is written; nil as long as it is.
    private var writeFault: WriteFault?
    private var started = 0.0

    init(_ command: ScanCommand, _ loader: PackLoading) {
        rules = command.rules
        self.loader = loader
        paths = command.inputs
        purpose = command.emit == .matches ? .matches : .alerts
        isTable = command.format != .ndjson
        workers = command.workers
        statisticsFormat = command.stats
        modulePath = command.moduleOptions.modulePath
        progress = ScanProgress(isShown: !command.quiet)
        options.logType = command.logType
        options.usesEventTime = command.clock == .event
        options.limits = command.limitOptions.limits
        options.hashSeed = .random(in: .min ... .max)
        options.includesDisabled = command.includeDisabled
        options.routes = !command.noRouting
        if command.timeDetections { options.stopwatch = { Terminal.steadyNanoseconds() } }
        // The fields that are added to an event count for the tape: texts of indicators, and a few of fixed length.
        options.tapeLimits.byteCountMax = min(2 * command.eventBytesMax + (1 << 16), TapeLimits.byteCountCeiling)
        limits.eventByteCountMax = command.eventBytesMax
        limits.decompressionRatioMax = command.decompressionRatioMax
    }

    func run() -> ExitStatus {
        guard let pack = loader.load() else { return .input }
        var compiled = CompiledPack(pack, modulePath: modulePath, work: loader.workers)
        if options.routes {
            compiled.findConditions(includesDisabled: options.includesDisabled, workers: loader.workers)
        }
        loader.report((pack.diagnostics + compiled.diagnostics).filter { $0.severity == .error })
        let (inputs, faults) = InputPath.expand(paths, limits: limits)
        self.inputs = inputs
        products = FindingProducts(purpose, pack.detections)
        let pipeline = ScanPipeline(
            compiled,
            options: options,
            purpose: purpose,
            inputs: inputs,
            limits: limits,
            workers: workers,
            stop: StopRequest.signal,
            wallClock: Terminal.wallClock
        )
        let outcome = pipeline.run { rules in
            guard let correlations = prepare(rules, compiled) else { return nil }
            for fault in faults { report(fault) }
            started = Terminal.steadyClock()
            return correlations
        } consume: { result in
            receive(result)
            return writeFault == nil
        }
        progress.clear()
        switch outcome {
        case .refused:
            Terminal.writeError("margay: no enabled rule was found in \(rules.joined(separator: ", "))\n")
            return .failure
        case .noThreads:
            Terminal.writeError("margay: the system gives no threads for \(workers) workers: try --workers 1\n")
            return .defect
        case .scanned(let counters, let machines):
            // Left for the system to take: to take 800 rules and their machines apart costs the process 60 ms.
            _ = Unmanaged.passRetained(machines)
            return finish(counters, pack)
        }
    }

    /// Finds what runs on matches and tells what is not run; nil if there is nothing to run.
    private func prepare(_ rules: ScanPipeline.LoadedRules, _ compiled: CompiledPack) -> ScanPipeline.Correlations? {
        let unrun = Set(rules.unrun.map(\.detection))
        let stage = CorrelationStage(compiled, includesDisabled: options.includesDisabled) { index in
            compiled.pack.detections[index].kind != .correlation && !unrun.contains(index)
        }
        let windows = WindowStage(compiled, after: stage, includesDisabled: options.includesDisabled) { index in
            compiled.pack.detections[index].kind == .rule && !unrun.contains(index)
        }
        statistics.unrun = (rules.unrun + stage.unrun + windows.unrun).sorted { $0.detection < $1.detection }
        statistics.rules = rules.count + stage.ruleCount + windows.ruleCount
        correlations = stage
        self.windows = windows
        report(statistics.unrun, compiled.pack)
        return rules.count > 0 ? ScanPipeline.Correlations(stage, windows) : nil
    }

    /// Closes what is open, and says what the scan has done.
    private func finish(_ counters: RuleCounters, _ pack: DetectionPack) -> ExitStatus {
        for match in (correlations?.finish() ?? []) + (windows?.finish() ?? []) { receive(match) }
        emit(alerts.finish())
        flush()
        statistics.seconds = Terminal.steadyClock() - started
        statistics.counters = counters
        if let note = statistics.unseenNote(pack) {
            Terminal.writeError("margay: \(TerminalText.escape(note))\n")
        }
        if options.stopwatch != nil { statistics.stopwatchNanoseconds = Terminal.stopwatchCost }
        switch statisticsFormat {
        case .json: Terminal.writeError(statistics.json(pack) + "\n")
        case .text: Terminal.writeError(statistics.text + "\n" + RuleStatisticsTable(statistics, pack).text)
        case nil: Terminal.writeError(statistics.text + "\n")
        }
        let status: ExitStatus =
            switch writeFault {
            case .closed: telling.status
            case .system: .input
            case nil: StopRequest.signal.isRaised ? .interrupted : telling.status
            }
        let isWhole = statistics.unrun.allSatisfy { one in
            switch one.reason {
            case .failed, .filters: false
            default: true
            }
        }
        if pack.invalid.isEmpty, isWhole { return status }
        return status == .success ? .failure : status
    }

    // MARK: Results

    /// Takes what a batch gave: findings and faults in the order of its events.
    private func receive(_ result: BatchResult) {
        let batch = result.batch
        statistics.events += batch.items.count - batch.faults.count
        // Most events have none of these, and are not looked at again.
        let faults = result.inputFaults(inputs)
        var next = 0
        lines = result.lines
        for finding in result.findings {
            while next < faults.count, faults[next].item <= finding.item {
                writeLines()
                report(faults[next].fault)
                next += 1
            }
            receive(finding)
        }
        writeLines()
        // Held on to, they would be copied when the memory is used anew.
        lines = nil
        for (_, fault) in faults[next...] { report(fault) }
        statistics.bytes = batch.byteCount
        if purpose == .alerts, !isTable, !result.findings.isEmpty { emit(alerts.takeClosed()) }
        // Whoever reads a live stream's findings waits for them.
        if batch.isLastAtHand { flush() }
        progress.show(batch.recordCount, batch.byteCount, started)
    }

    private func receive(_ finding: ScanFinding) {
        if let match = finding.correlated {
            // What correlation rules found is of before this match.
            for correlated in correlations?.receive(match) ?? [] { receive(correlated) }
        }
        take(finding.product, of: finding.detection, isError: finding.isError)
        // What windows find is of this match.
        for found in finding.correlated.flatMap({ windows?.receive($0) }) ?? [] { receive(found) }
    }

    /// Takes what a correlation rule has found.
    private func receive(_ match: ScanMatch) {
        var line = JSONLine()
        guard let product = products?.product(match, &line) else { return }
        if case .line = product {
            statistics.count(detection: match.detection, isError: match.isError)
            writeLines()
            write(lines: line.bytes[...])
        } else {
            take(product, of: match.detection, isError: match.isError)
        }
    }

    /// Counts a finding, and writes it or hands it on to become an alert.
    private func take(_ product: ScanFinding.Product, of detection: Int, isError: Bool) {
        statistics.count(detection: detection, isError: isError)
        switch product {
        case .line(let place):
            if lines?.joins(unwritten, place) != true { writeLines() }
            unwritten = unwritten.isEmpty ? place : unwritten.lowerBound..<place.upperBound
        case .alert(let match, let time): alerts.receive(match, at: time)
        case .none: break
        }
    }

    private func emit(_ alerts: [Alert]) {
        guard purpose == .alerts else { return }
        statistics.alerts += alerts.count
        if isTable {
            let table = AlertTable(usesColor: Terminal.showsColor(1), width: Terminal.columns)
            Terminal.writeOutput(table.text(alerts))
        } else {
            for alert in alerts { write(alert.json.utf8) }
        }
    }

    // MARK: Reports

    /// Says which detections are not run: each that ought to be, and a count of the rest.
    private func report(_ unrun: [UnrunDetection], _ pack: DetectionPack) {
        var shown: [String: Int] = [:]
        for one in unrun {
            let detection = pack.detections[one.detection]
            switch one.reason {
            case .failed(let error): report(error, of: detection)
            case .filters(let message):
                let text = TerminalText.escape("\(detection.id) is not run: its InlineFilters: \(message)")
                Terminal.writeError("margay: \(text)\n  at \(TerminalText.escape(detection.source.path))\n")
            case .onlyShown(let message): shown[message, default: 0] += 1
            default: break
            }
        }
        for (message, count) in shown.sorted(by: { $0.key < $1.key }) {
            let rules = count == 1 ? "1 rule is" : "\(count) rules are"
            Terminal.writeError("margay: \(rules) not run: \(TerminalText.escape(message))\n")
        }
        if let note = UnrunDetection.note(unrun) { Terminal.writeError("margay: \(note)\n") }
    }

    private func report(_ error: FunctionError, of detection: Detection) {
        let place = error.file.map { " at \($0)\(error.line.map { ":\($0)" } ?? "")" } ?? ""
        let text = TerminalText.escape("\(detection.id) is not run: \(error.type): \(error.message)\(place)")
        Terminal.writeError("margay: \(text)\n")
    }

    private func report(_ fault: InputFault) {
        telling.tell(fault) { progress.clear() }
        statistics.faults = telling.count
    }

    private func write(_ line: some Collection<UInt8>) {
        do throws(WriteFault) { try writer.write(line: line) } catch { close(error) }
    }

    /// Writes the lines of the batch that were put off.
    private func writeLines() {
        if !unwritten.isEmpty, let lines { write(lines: lines[unwritten]) }
        unwritten = 0..<0
    }

    private func write(lines: ArraySlice<UInt8>) {
        let fault = lines.withUnsafeBytes { bytes -> WriteFault? in
            do throws(WriteFault) { try writer.write(lines: bytes) } catch { return error }
            return nil
        }
        if let fault { close(fault) }
    }

    private func flush() {
        do throws(WriteFault) { try writer.flush() } catch { close(error) }
    }

    /// Whoever read the output has gone: end quietly. A full disk is said.
    private func close(_ fault: WriteFault) {
        guard writeFault == nil else { return }
        writeFault = fault
        StopRequest.signal.raise()
        if fault != .closed { Terminal.writeError("margay: cannot write the output: \(fault.reason)\n") }
    }
}
