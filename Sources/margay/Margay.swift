import ArgumentParser
import Pipeline

/// The command line: `margay <command>`. Wiring only; each command is a file of its own in `Commands/`.
@main
struct Margay: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "margay",
        abstract: "Runs detection-as-code on streams of security logs.",
        discussion: """
            Margay reads the rules of a Panther repository as they are, YAML and Python, runs their unit tests, and runs \
            them over logs: no Python is installed or needed.

            Start with the tests of a repository, then scan a folder of CloudTrail:

              margay test ./my-rules
              margay check ./my-rules
              margay scan --rules ./my-rules ./cloudtrail-logs

            Exit codes: 0 done and clean, 1 a test failed or a file of the pack is invalid, 2 wrong usage, 3 an input \
            could not be read or the output not written, 70 a defect of Margay.
            """,
        version: "0.1.0",
        subcommands: [
            TestCommand.self, CheckCommand.self, ScanCommand.self, ExplainCommand.self, BenchCommand.self,
            CatalogCommand.self, ServeCommand.self,
        ]
    )

    /// Maps the parser's own exit code for wrong usage to ours, and runs commands on a stack for nested calls.
    static func main() {
        LineWriter.ignoreBrokenPipeSignal()
        do {
            var command = try parseAsRoot()
            try command.run()
        } catch {
            let code = exitCode(for: error)
            guard code == .validationFailure else { exit(withError: error) }
            Terminal.writeError(fullMessage(for: error) + "\n")
            Terminal.exit(.usage)
        }
    }
}
