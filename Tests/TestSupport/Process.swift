public import Foundation

/// What a finished command left behind.
public struct CommandResult: Sendable {
    /// The exit code, or the negated signal.
    public var status: Int32
    /// What it wrote to standard output.
    public var output: String
    /// What it wrote to standard error.
    public var error: String
}

/// Runs a command to its end, feeding `input`; both outputs are read while it runs, so neither can fill a pipe.
public func run(
    _ executable: String,
    _ arguments: [String],
    input: Data = Data(),
    directory: URL? = nil,
    environment: [String: String]? = nil
) throws -> CommandResult {
    let process = Process()
    process.executableURL = URL(filePath: executable)
    process.arguments = arguments
    process.currentDirectoryURL = directory
    if let environment { process.environment = environment }
    let folder = FileManager.default.temporaryDirectory.appending(path: "margay-test-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(at: folder) }
    let files = try ["in", "out", "err"].map { name in
        let file = folder.appending(path: name)
        try (name == "in" ? input : Data()).write(to: file)
        return file
    }
    process.standardInput = try FileHandle(forReadingFrom: files[0])
    process.standardOutput = try FileHandle(forWritingTo: files[1])
    process.standardError = try FileHandle(forWritingTo: files[2])
    try process.run()
    process.waitUntilExit()
    let status = process.terminationReason == .exit ? process.terminationStatus : -process.terminationStatus
    return CommandResult(
        status: status,
        output: String(decoding: try Data(contentsOf: files[1]), as: UTF8.self),
        error: String(decoding: try Data(contentsOf: files[2]), as: UTF8.self)
    )
}

/// The first command of this name on the search path, as the shell would find it.
public func find(command: String) -> String? {
    (ProcessInfo.processInfo.environment["PATH"] ?? "/usr/bin:/bin").split(separator: ":")
        .map { "\($0)/\(command)" }
        .first { FileManager.default.isExecutableFile(atPath: $0) }
}

/// CPython 3.11 on this machine, for differential tests; nil where there is none: other versions word their errors
/// otherwise. The interpreter itself, as version managers put a script in front of it that takes longer than the program.
public let pythonPath: String? = ["python3.11", "python3"].lazy.compactMap(find(command:)).compactMap { command in
    let program = "import sys; print(sys.executable if sys.version_info[:2] == (3, 11) else '')"
    let path = try? run(command, ["-c", program]).output.trimmingCharacters(in: .whitespacesAndNewlines)
    return path.flatMap { $0.isEmpty ? nil : $0 }
}.first
