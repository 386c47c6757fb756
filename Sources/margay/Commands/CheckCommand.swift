import ArgumentParser
import Checks
import Detections
import Diagnostics
import Engine
import PantherFormat
import Pipeline
import PythonRuntime

/// `margay check`: what can be known of a pack without running it.
struct CheckCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "check",
        abstract: "Find what is wrong in a folder of detections without running them.",
        discussion: """
            Checks the files of every rule, policy, helper and data model below PATH: their keys and values, the syntax of \
            their Python, imports, undefined names, calls that do not fit, code that is never reached, fields that the \
            log does not have, tests of one side only, mocks of names that are not there, ATT&CK identifiers.

              margay check ./my-rules
              margay check ./my-rules --strict --format sarif > margay.sarif
              margay check ./my-rules --fix
              margay check --explain MG0707

            A warning is silenced by a comment at the end of its line, or alone on the line before:

              user = event.get("usr")  # margay: ignore[MG0707]

            --fix changes files only where there is one way to mend them for certain.
            """
    )

    enum Format: String, CaseIterable, ExpressibleByArgument {
        /// For people, as a compiler writes.
        case text
        /// One object a line.
        case json
        /// SARIF 2.1.0, for code hosts.
        case sarif
    }

    @Argument(help: "Folders (or single files) with detections.")
    var paths: [String] = []

    @Option(help: "text for people, json one object a line, sarif for code hosts.")
    var format: Format = .text

    @Flag(help: "Change files where there is one way to mend them for certain.")
    var fix = false

    @Flag(help: "Fail on warnings too.")
    var strict = false

    @Option(
        name: .customLong("filter"),
        parsing: .singleValue,
        help: "Only items that match KEY=VALUE or KEY!=VALUE; helpers and data models always."
    )
    var filters: [String] = []

    @Option(name: .customLong("ignore-files"), parsing: .singleValue, help: "A file to pass over, relative to here.")
    var ignoredFiles: [String] = []

    @Flag(help: "Allow keys that are not known.")
    var ignoreExtraKeys = false

    @OptionGroup var pipelineOptions: PipelineOptions

    @OptionGroup var moduleOptions: ModuleOptions

    @Option(help: ArgumentHelp("Print what a code means, or all codes for `all`.", valueName: "code"))
    var explain: String?

    func run() throws {
        if let explain { return try printExplanation(of: explain) }
        var loader = PackLoading(roots: paths.isEmpty ? ["."] : paths)
        loader.options.selection.ignoredFiles = ignoredFiles
        loader.options.ignoresExtraKeys = ignoreExtraKeys
        try loader.setFilters(filters)
        loader.pipelines = try pipelineOptions.load(loader)
        let status = NativeStack.run { execute(loader) }
        if status != .success { throw ExitCode(status.rawValue) }
    }

    private func printExplanation(of name: String) throws {
        if name == "all" {
            Terminal.writeOutput(CodeReference.index(DiagnosticCodes.all))
            return
        }
        guard let code = DiagnosticCodes.all.first(where: { $0.identifier == name.uppercased() }) else {
            let near = DiagnosticCodes.all.map(\.identifier).closest(to: name.uppercased())
            let hint = near.map { "did you mean \($0)?" } ?? "`margay check --explain all` lists them"
            throw ValidationError("--explain \(TerminalText.escape(name)): there is no such code; \(hint)")
        }
        Terminal.writeOutput(CodeReference.page(code))
    }

    private func execute(_ loader: PackLoading) -> ExitStatus {
        let started = Terminal.steadyClock()
        guard let pack = loader.load() else { return .input }
        let compiled = CompiledPack(pack, work: loader.workers)
        let modulePath = moduleOptions.modulePath
        var diagnostics = PackCheck.run(pack, known: pack.diagnostics + compiled.diagnostics) {
            (name) throws(ModuleRefusal) in try modulePath?.module(name)
        }
        var fixed = FixResult()
        if fix {
            fixed = FixResult.write(diagnostics)
            diagnostics.removeAll { diagnostic in fixed.isFixed(diagnostic) }
        }
        switch format {
        case .text:
            loader.report(diagnostics)
            let summary = CheckSummary(diagnostics, pack, fixed: fixed, seconds: Terminal.steadyClock() - started)
            Terminal.writeOutput(summary.text)
        case .json:
            for diagnostic in diagnostics { Terminal.writeOutput(diagnostic.json + "\n") }
        case .sarif:
            let version = Margay.configuration.version
            Terminal.writeOutput(SARIFReport.text(diagnostics, version: version) + "\n")
        }
        for path in fixed.unwritable { Terminal.writeError("margay: cannot write \(TerminalText.escape(path))\n") }
        if pack.filesRead == 0 {
            Terminal.writeError("margay: nothing to check in \(loader.roots.joined(separator: " "))\n")
            return .failure
        }
        let limit: Diagnostic.Severity = strict ? .warning : .error
        let isClean = diagnostics.allSatisfy { $0.severity < limit } && fixed.unwritable.isEmpty
        return isClean ? .success : .failure
    }
}
