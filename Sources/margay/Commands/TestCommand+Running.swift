import Detections
import Diagnostics
import Engine
import PantherFormat
import Pipeline

/// One run, and what is written of it.
extension TestCommand {
    func execute(_ plan: Plan) -> ExitStatus {
        let started = Terminal.steadyClock()
        guard let pack = plan.loading.load() else { return .input }
        let compiled = CompiledPack(pack, modulePath: moduleOptions.modulePath, work: plan.loading.workers)
        var run = run(Array(pack.detections.indices), of: compiled, plan)
        if format != .pat, plan.isSorted || plan.showsFailuresOnly {
            run.reports.sort { ($0.passed ? 0 : 1, $0.detection.id) < ($1.passed ? 0 : 1, $1.detection.id) }
        }
        run.seconds = Terminal.steadyClock() - started
        return write(run, plan)
    }

    /// Runs the tests of some detections and reports what is wrong with the pack.
    func run(_ detections: [Int], of compiled: CompiledPack, _ plan: Plan) -> TestRun {
        let clock = EngineClock(following: Terminal.wallClock)
        let session = TestSession(compiled, options: plan.options, clock: clock, limits: plan.limits)
        var run = TestRun(
            path: plan.loading.roots.joined(separator: " "),
            directory: DiskFiles().currentDirectory,
            pack: compiled.pack,
            options: plan.options
        )
        let outcome = session.run(detections, workers: plan.loading.workers)
        run.reports = outcome.reports
        run.filters = plan.loading.options.filters
        run.invalid += outcome.invalid
        let models = outcome.invalid.flatMap(\.diagnostics)
        plan.loading.report(compiled.pack.diagnostics + compiled.diagnostics + models)
        return run
    }

    private func write(_ run: TestRun, _ plan: Plan) -> ExitStatus {
        switch format {
        case .text:
            let report = TextReport(
                usesColor: Terminal.showsColor(1),
                isVerbose: verbose && !plan.showsFailuresOnly
            )
            Terminal.writeOutput(run.reports.map(report.detection).joined() + report.summary(run))
        case .pat:
            let report = PATReport(isSorted: plan.isSorted, showsFailuresOnly: plan.showsFailuresOnly)
            Terminal.writeOutput(report.text(run))
            if let line = report.lastLine(run) { Terminal.writeError(line + "\n") }
            return report.isClean(run) ? .success : .failure
        case .junit: Terminal.writeOutput(JUnitReport.text(run))
        case .json: Terminal.writeOutput(JSONReport.text(run, showsFailuresOnly: plan.showsFailuresOnly))
        }
        if let fault = run.fault {
            Terminal.writeError("margay: \(fault)\n")
            return .failure
        }
        return run.isClean ? .success : .failure
    }
}
