import Detections
import Diagnostics
import Engine
import PantherFormat
import Pipeline

/// `margay test --watch`.
extension TestCommand {
    /// Seconds between two looks at the files at least. A look that takes long is followed by a longer pause, so that watching
    /// costs a twentieth of a processor at most.
    private static let pauseMin = 0.1
    private static let pauseFactor = 20.0

    /// What is remembered from run to run.
    private struct State {
        var dependencies: PackDependencies
        /// Whether the tests of each detection passed when they last ran.
        var hasPassed: [String: Bool] = [:]
    }

    func watch(_ plan: Plan) -> ExitStatus {
        let files = DiskFiles()
        var watch = FileWatch(PantherPack.folders(of: plan.loading.roots, files: files))
        guard var state = runAll(plan) else { return .input }
        writeWatching(watch.fileCount)
        var pause = Self.pauseMin
        while !Interruption.wait(seconds: pause) {
            let started = Terminal.steadyClock()
            var changed = watch.changes()
            pause = max(Self.pauseMin, (Terminal.steadyClock() - started) * Self.pauseFactor)
            guard !changed.isEmpty else { continue }
            // Editors and version control write several files: wait until nothing more comes.
            while !Interruption.wait(seconds: Self.pauseMin / 2) {
                let more = watch.changes()
                if more.isEmpty { break }
                changed.formUnion(more)
            }
            runAffected(by: changed, plan, &state)
            writeWatching(watch.fileCount)
        }
        Terminal.writeOutput("\n")
        return .success
    }

    private func runAll(_ plan: Plan) -> State? {
        let started = Terminal.steadyClock()
        guard let pack = plan.loading.load() else { return nil }
        let compiled = CompiledPack(pack, modulePath: moduleOptions.modulePath, work: plan.loading.workers)
        var run = run(Array(pack.detections.indices), of: compiled, plan)
        run.seconds = Terminal.steadyClock() - started
        let report = TextReport(usesColor: Terminal.showsColor(1), isVerbose: verbose)
        Terminal.writeOutput(run.reports.map(report.detection).joined() + report.summary(run))
        var state = State(dependencies: PackDependencies(compiled, directory: run.directory))
        for one in run.reports { state.hasPassed[one.detection.id] = one.passed }
        return state
    }

    private func runAffected(by changed: Set<String>, _ plan: Plan, _ state: inout State) {
        let started = Terminal.steadyClock()
        clear()
        let directory = DiskFiles().currentDirectory
        Terminal.writeOutput(Self.sentence(changed, in: directory) + "\n")
        var loading = plan.loading
        // Diagnostics of other files were shown when those were saved.
        loading.reportedFiles = changed
        guard let pack = loading.load() else { return }
        let compiled = CompiledPack(pack, modulePath: moduleOptions.modulePath, work: loading.workers)
        let dependencies = PackDependencies(compiled, directory: directory)
        let affected = dependencies.detections(affectedBy: changed)
            .union(state.dependencies.detections(affectedBy: changed))
        let indices = pack.detections.indices.filter { affected.contains(pack.detections[$0].id) }
        var narrowed = plan
        narrowed.loading = loading
        var run = run(indices, of: compiled, narrowed)
        run.seconds = Terminal.steadyClock() - started
        let ids = Set(pack.detections.map(\.id))
        state.hasPassed = state.hasPassed.filter { ids.contains($0.key) }
        for one in run.reports { state.hasPassed[one.detection.id] = one.passed }
        state.dependencies = dependencies
        let report = TextReport(usesColor: Terminal.showsColor(1), isVerbose: verbose)
        Terminal.writeOutput(run.reports.map(report.detection).joined() + report.summary(run))
        let failing = state.hasPassed.filter { !$0.value && !affected.contains($0.key) }.keys.sorted()
        if !failing.isEmpty {
            let names = failing.prefix(5).map { TerminalText.escape($0) }.joined(separator: ", ")
            let rest = failing.count > 5 ? " …" : ""
            Terminal.writeOutput("still failing elsewhere: \(failing.count) (\(names)\(rest))\n")
        }
    }

    private static func sentence(_ changed: Set<String>, in directory: String) -> String {
        let names = changed.sorted().map { path in
            TerminalText.escape(path.hasPrefix(directory + "/") ? String(path.dropFirst(directory.count + 1)) : path)
        }
        let shown = names.prefix(3).joined(separator: ", ")
        return names.count > 3 ? "changed: \(shown) and \(names.count - 3) more" : "changed: \(shown)"
    }

    private func writeWatching(_ fileCount: Int) {
        Terminal.writeOutput("watching \(fileCount) files; Ctrl-C ends\n")
    }

    /// An empty screen, also what was scrolled away; nothing where the output is no terminal.
    private func clear() {
        if Terminal.showsColor(1) { Terminal.writeOutput("\u{1B}[H\u{1B}[2J\u{1B}[3J") }
    }
}
