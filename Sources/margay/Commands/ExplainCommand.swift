import ArgumentParser
import Conditions
import Detections
import Diagnostics
import Engine
import Events
import Pipeline
import PythonRuntime

/// `margay explain`: the page of a detection, and why it does or does not match an event.
struct ExplainCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "explain",
        abstract: "Show what a detection looks for, and why it does or does not match an event.",
        discussion: """
            Reads the code of a detection and shows the condition in it: which fields must be what, in the order the code \
            asks. "exact" means that the condition says all of the code, "partial" that some of it only running can tell: \
            those parts are listed with the reason and the line. "validated 4/4" means that four of the detection's four \
            unit tests give with the condition what they expect of the code.

              margay explain My.Rule --rules ./my-rules
              margay explain My.Rule --rules ./my-rules --event event.json
              margay explain My.Rule --rules ./my-rules --format json | jq .condition

            With --event each event is put to the detection. ✓ marks what holds, ✗ what does not, ? what only the code \
            can tell; "because" names the tests that decide. FILE is what `margay scan` takes: NDJSON, a JSON array or \
            CloudTrail's {"Records": [...]}, plain, gzip or zstd, a folder, or - for standard input.

            A field's words: `a.b` is a key in a key, `@` the item of the list in the line above, `(else "x")` what is \
            read where the field is missing. "is empty" is what the code takes for nothing: null, "", 0, [], {}.
            """
    )

    enum Format: String, CaseIterable, ExpressibleByArgument { case text, json }

    @Argument(help: "The identifier of a rule or policy.")
    var detection: String

    @Option(
        name: .long,
        parsing: .singleValue,
        help: "A folder (or file) with rules, helpers and data models; may be repeated."
    )
    var rules: [String]

    @Option(help: "text for people, json one object for programs.")
    var format: Format = .text

    @Option(
        name: .customLong("event"),
        parsing: .singleValue,
        help: ArgumentHelp("A file with events to put to the detection; may be repeated.", valueName: "file")
    )
    var events: [String] = []

    @Flag(help: "Show the condition as the engine evaluates it, with the tests that only keep the code from failing.")
    var asEvaluated = false

    @Option(help: "Events that are shown in full; of the rest only the counts.")
    var eventsMax = 20

    @Option(help: "The log type of events that do not carry p_log_type; by default the first that the rule names.")
    var logType: String?

    @OptionGroup var pipelineOptions: PipelineOptions

    func validate() throws {
        guard !rules.isEmpty else { throw ValidationError("name the folder of the detection with --rules") }
        guard (0...10_000).contains(eventsMax) else { throw ValidationError("--events-max must be from 0 to 10000") }
    }

    func run() throws {
        var loader = PackLoading(roots: rules)
        loader.pipelines = try pipelineOptions.load(loader)
        let loading = loader
        let status = NativeStack.run { Explanation(self, loading).run() }
        if status != .success { throw ExitCode(status.rawValue) }
    }
}

/// One run of `margay explain`.
private struct Explanation {
    let command: ExplainCommand
    let loader: PackLoading
    let text = PageText(usesColor: Terminal.showsColor(1), width: Terminal.columns)

    init(_ command: ExplainCommand, _ loader: PackLoading) {
        self.command = command
        self.loader = loader
    }

    func run() -> ExitStatus {
        guard let pack = loader.load() else { return .input }
        guard let index = find(pack) else { return .failure }
        let compiled = CompiledPack(pack, work: loader.workers)
        var maker = PageMaker(pack, showsErrors: command.asEvaluated)
        guard let page = maker.page(of: index) else { return refuse(pack.detections[index], compiled, index) }
        if command.format == .text { Terminal.writeOutput(text.page(page)) }
        var status = ExitStatus.success
        var verdicts: [String]?
        if !command.events.isEmpty {
            var lines: [String] = []
            status = explainEvents(compiled, index, page, &lines)
            verdicts = lines
        }
        if command.format == .json { Terminal.writeOutput(page.json(events: verdicts) + "\n") }
        return status
    }

    /// The detection that is asked for, also if its letters have another case; else says what there is.
    private func find(_ pack: DetectionPack) -> Int? {
        let wanted = command.detection
        let ids = pack.detections.map(\.id)
        if let index = ids.firstIndex(where: { $0.utf8.elementsEqual(wanted.utf8) }) { return index }
        if let index = ids.firstIndex(where: { $0.lowercased() == wanted.lowercased() }) { return index }
        let name = TerminalText.escape(wanted)
        if let invalid = pack.invalid.first(where: { $0.id == wanted }) {
            Terminal.writeError("margay: \(name) is in \(TerminalText.escape(invalid.path)), which cannot be used\n")
            loader.report(invalid.diagnostics)
            return nil
        }
        var message = "margay: there is no detection \(name) in \(command.rules.joined(separator: ", "))"
        if ids.isEmpty {
            message += ", nor any other"
        } else if let near = suggestion(wanted, ids) {
            message += "; did you mean \(TerminalText.escape(near))?"
        } else {
            let some = ids.prefix(3).map { TerminalText.escape($0) }.joined(separator: ", ")
            message += "; of the \(ids.count) there the first are \(some)"
        }
        Terminal.writeError(message + "\n")
        return nil
    }

    /// An identifier that was spelled wrongly, or of which only a part was given, or the display name.
    private func suggestion(_ wanted: String, _ ids: [String]) -> String? {
        if let near = ids.closest(to: wanted) { return near }
        let part = wanted.lowercased()
        return ids.first { $0.lowercased().contains(part) }
    }

    private func refuse(_ detection: Detection, _ compiled: CompiledPack, _ index: Int) -> ExitStatus {
        if let diagnostics = compiled.bodyErrors[index] {
            loader.report(diagnostics)
            return .failure
        }
        let name = TerminalText.escape(detection.id)
        switch detection.kind {
        case .correlation:
            Terminal.writeError("margay: \(name) is a correlation rule: its matches are those of other rules\n")
        default: Terminal.writeError("margay: \(name) has nothing that can be explained\n")
        }
        return .failure
    }

    // MARK: Events

    private func explainEvents(
        _ compiled: CompiledPack,
        _ index: Int,
        _ page: DetectionPage,
        _ lines: inout [String]
    ) -> ExitStatus {
        var options = ScanOptions()
        if let logType = command.logType { options.logType = logType }
        var explainer = EventExplainer(
            compiled,
            detection: index,
            condition: page.condition,
            options: options,
            wallClock: Terminal.wallClock
        )
        let (inputs, faults) = InputPath.expand(command.events, limits: InputLimits())
        var isUnreadable = !faults.isEmpty
        for fault in faults { report(fault) }
        var reader = EventReader(inputs)
        var counts = (matches: 0, misses: 0, failures: 0)
        var batch = EventBatch()
        while batch.fill(from: &reader) {
            batch.forEach { entry in
                switch entry {
                case .fault(let fault):
                    isUnreadable = isUnreadable || fault.endsInput
                    report(fault)
                case .event(let event, let bytes):
                    let path = inputs[event.input].name
                    guard let verdict = verdict(event, bytes, path, &explainer) else { return }
                    switch verdict.isMatch {
                    case true: counts.matches += 1
                    case false: counts.misses += 1
                    default: counts.failures += 1
                    }
                    let total = counts.matches + counts.misses + counts.failures
                    guard total <= command.eventsMax else { return }
                    if command.format == .json {
                        lines.append(verdict.json)
                    } else {
                        let place = event.place.map { "\(path):\($0.line)" } ?? path
                        Terminal.writeOutput(text.verdict(verdict, place: place))
                    }
                }
            }
        }
        summarise(counts)
        return isUnreadable ? .input : .success
    }

    private func verdict(
        _ event: EventBatch.Item,
        _ bytes: UnsafeRawBufferPointer,
        _ path: String,
        _ explainer: inout EventExplainer
    ) -> EventVerdict? {
        do throws(TapeFault) {
            if let verdict = try explainer.explain(bytes, record: event.record) { return verdict }
            report(InputFault(.notAnObject, path: path, place: event.place))
        } catch {
            report(InputFault(.event(error), path: path, place: event.place))
        }
        return nil
    }

    private func summarise(_ counts: (matches: Int, misses: Int, failures: Int)) {
        let total = counts.matches + counts.misses + counts.failures
        guard command.format == .text, total != 1 else { return }
        var line = "\n\(total) events: \(counts.matches) match, \(counts.misses) do not"
        if counts.failures > 0 { line += ", \(counts.failures) failed" }
        if total > command.eventsMax { line += "; the first \(command.eventsMax) are shown (--events-max)" }
        Terminal.writeOutput(line + "\n")
    }

    private func report(_ fault: InputFault) {
        Terminal.writeError(Renderer(usesColor: Terminal.showsColor(2)).render(.input(fault)) + "\n")
    }
}
