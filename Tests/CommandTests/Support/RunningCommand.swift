import Foundation

/// A command that runs on, and what it has written since it was last asked.
final class RunningCommand {
    private let process = Process()
    private let input = Pipe()
    private let output = Pipe()
    private let folder: Sandbox
    private let errors: URL
    private var text = ""

    /// Seconds in which a command has to say what is waited for.
    private static let secondsMax = 30.0

    /// What is waited for does not come.
    struct TooLate: Error { var wanted: String, text: String }

    /// Starts it in `folder`, which is kept as long as this is.
    init(_ arguments: [String], in folder: Sandbox) throws {
        self.folder = folder
        errors = folder.root.appending(path: ".errors")
        try Data().write(to: errors)
        process.executableURL = URL(fileURLWithPath: MargayCommand.path)
        process.arguments = arguments
        process.currentDirectoryURL = folder.root
        process.standardInput = input
        process.standardOutput = output
        process.standardError = try FileHandle(forWritingTo: errors)
        try process.run()
        // Held open here, the output would not end with the command.
        try output.fileHandleForWriting.close()
    }

    var error: String { (try? String(contentsOf: errors, encoding: .utf8)) ?? "" }

    /// Gives it a line on its standard input, which stays open.
    func write(line: String) throws { try input.fileHandleForWriting.write(contentsOf: Data((line + "\n").utf8)) }

    func endInput() throws { try input.fileHandleForWriting.close() }

    /// Everything up to the line that begins with `mark`, which is taken too.
    func next(after mark: String) throws -> String {
        let end = Date().addingTimeInterval(Self.secondsMax)
        while true {
            if let found = text.range(of: mark), let feed = text[found.upperBound...].firstIndex(of: "\n") {
                defer { text = String(text[text.index(after: feed)...]) }
                return String(text[..<feed])
            }
            // Something is written, or the command has ended.
            var source = pollfd(fd: output.fileHandleForReading.fileDescriptor, events: Int16(POLLIN), revents: 0)
            guard poll(&source, 1, Int32(max(0, end.timeIntervalSinceNow) * 1_000)) > 0 else { break }
            let data = output.fileHandleForReading.availableData
            guard !data.isEmpty else { break }
            text += String(decoding: data, as: UTF8.self)
        }
        throw TooLate(wanted: mark, text: text + error)
    }

    func interrupt() { process.interrupt() }

    func end() { if process.isRunning { process.terminate() } }

    func status() throws -> Int32 {
        process.waitUntilExit()
        return process.terminationStatus
    }
}
