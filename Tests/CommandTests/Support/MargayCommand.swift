import Foundation
import TestSupport

/// The built `margay`, run as a user runs it.
enum MargayCommand {
    /// Beside the tests, as the build leaves both.
    static let path: String = {
        let folder = Bundle.main.executableURL?.resolvingSymlinksInPath().deletingLastPathComponent()
        let besideTests = folder?.appending(path: "margay").path ?? ""
        if FileManager.default.isExecutableFile(atPath: besideTests) { return besideTests }
        return Repository.root.appending(path: ".build/debug/margay").path
    }()

    /// Runs it to its end in `folder`.
    static func run(
        _ arguments: [String],
        in folder: Sandbox? = nil,
        input: Data = Data(),
        variables: [String: String] = [:]
    ) throws -> CommandResult {
        var environment = ProcessInfo.processInfo.environment
        // What a developer's own terminal sets must not change the output.
        for name in environment.keys where ["COLUMNS", "NO_COLOR"].contains(name) || name.hasPrefix("PANTHER_") {
            environment[name] = nil
        }
        environment.merge(variables) { $1 }
        return try TestSupport.run(
            path,
            arguments,
            input: input,
            directory: folder?.root,
            environment: environment
        )
    }
}

extension CommandResult {
    /// Each line of the output as a JSON object; a line that is none fails the test that asks.
    func objects() throws -> [[String: Any]] {
        try output.split(separator: "\n").map { line in
            let value = try JSONSerialization.jsonObject(with: Data(line.utf8))
            guard let object = value as? [String: Any] else { throw NotAnObject(line: String(line)) }
            return object
        }
    }

    struct NotAnObject: Error { var line: String }
}
