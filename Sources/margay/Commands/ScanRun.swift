import ArgumentParser
import Detections
import Diagnostics
import Engine
import Events
import Pipeline
import PythonRuntime

/// One run of `margay scan`: what the command line asks for, and what people are told of its rules.
struct ScanRun {
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
    private let showsProgress: Bool

    init(_ command: ScanCommand, _ loader: PackLoading) {
        rules = command.rules
        self.loader = loader
        paths = command.inputs
        purpose = command.emit == .matches ? .matches : .alerts
        isTable = command.format != .ndjson
        workers = command.workers
        statisticsFormat = command.stats
        modulePath = command.moduleOptions.modulePath
        showsProgress = !command.quiet
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
        let products = FindingProducts(purpose, pack.detections)
        let progress = ScanProgress(isShown: showsProgress)
        let output = SharedScanOutput(ScanOutput(purpose, isTable: isTable, inputs, products, progress))
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
            let correlations = prepare(rules, compiled, output)
            if correlations != nil { output.withOutput { for fault in faults { $0.report(fault) } } }
            return correlations
        } consume: { result in
            output.receive(result)
        }
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
            return finish(output, counters, pack)
        }
    }

    /// Finds what runs on matches and tells what is not run; nil if there is nothing to run.
    private func prepare(
        _ rules: ScanPipeline.LoadedRules,
        _ compiled: CompiledPack,
        _ output: SharedScanOutput
    ) -> ScanPipeline.Correlations? {
        let unrun = Set(rules.unrun.map(\.detection))
        let stage = CorrelationStage(compiled, includesDisabled: options.includesDisabled) { index in
            compiled.pack.detections[index].kind != .correlation && !unrun.contains(index)
        }
        let windows = WindowStage(compiled, after: stage, includesDisabled: options.includesDisabled) { index in
            compiled.pack.detections[index].kind == .rule && !unrun.contains(index)
        }
        let all = (rules.unrun + stage.unrun + windows.unrun).sorted { $0.detection < $1.detection }
        report(all, compiled.pack)
        guard rules.count > 0 else { return nil }
        let ruleCount = rules.count + stage.ruleCount + windows.ruleCount
        output.withOutput { $0.begin(ruleCount: ruleCount, unrun: all, stage, windows) }
        return ScanPipeline.Correlations(stage, windows)
    }

    /// Closes what is open, and says what the scan has done.
    private func finish(_ output: SharedScanOutput, _ counters: RuleCounters, _ pack: DetectionPack) -> ExitStatus {
        var (statistics, status) = output.withOutput { output in
            output.finish()
            return (output.statistics, output.status(isStopped: StopRequest.signal.isRaised))
        }
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
        let isWhole = statistics.unrun.allSatisfy { one in
            switch one.reason {
            case .failed, .filters: false
            default: true
            }
        }
        if pack.invalid.isEmpty, isWhole { return status }
        return status == .success ? .failure : status
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
}
