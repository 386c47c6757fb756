import ArgumentParser

/// The command line: `margay <command>`. Wiring only; each command is a file of its own in `Commands/`.
@main
struct Margay: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "margay",
        abstract: "Runs detection-as-code on streams of security logs."
    )
}
