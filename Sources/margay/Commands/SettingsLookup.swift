import ArgumentParser
import Detections
import Diagnostics
import PantherFormat
import Pipeline

/// Where an option's value comes from: the command line, else the environment, else the settings file.
struct SettingsLookup {
    private let file: PantherSettings?

    /// The options that a settings file may set, as its keys.
    private static let keys = [
        "path", "filter", "test_names", "minimum_tests", "skip_disabled_tests", "available_destination", "ignore_files",
        "ignore_extra_keys", "ignore_table_names", "valid_table_names", "sort_test_results", "show_failures_only",
        "workers",
        "api_token", "api_host",
    ]

    /// Reads the settings file: the one that is named, or the one in the current folder if there is one. Wrong usage if it
    /// cannot be read.
    init(file name: String?) throws {
        let files = DiskFiles()
        let path = name ?? PantherSettings.fileName
        guard name != nil || files.kind(of: path) == .file else {
            file = nil
            return
        }
        let renderer = Renderer(usesColor: Terminal.showsColor(2))
        do {
            let settings = try PantherSettings(
                Source(path: path, bytes: files.read(path, bytesMax: PantherSettings.bytesMax))
            )
            for warning in settings.misspelled(among: Self.keys + ["_filter"]) {
                Terminal.writeError(renderer.render(warning) + "\n")
            }
            file = settings
        } catch let diagnostic as Diagnostic {
            throw ValidationError(renderer.render(diagnostic))
        } catch {
            throw ValidationError("cannot read \(path): \((error as? FileFault)?.reason ?? "\(error)")")
        }
    }

    /// Texts: what was given, else those of `variable`, separated by blanks if it is a list, else those of the file.
    func texts(_ given: [String], _ key: String, _ variable: String? = nil, isList: Bool = true) throws -> [String] {
        guard given.isEmpty else { return given }
        if let value = variable.flatMap(Terminal.variable), !value.isEmpty {
            return isList ? value.split { " \t\n".contains($0) }.map(String.init) : [value]
        }
        // The tool's own name for `filter` in the file begins with a line.
        return try read { file throws(Diagnostic) in
            if let texts = try file.texts(key) { return texts }
            return try file.texts("_" + key)
        } ?? []
    }

    /// A number; wrong usage if what the environment or the file says is none.
    func number(_ given: Int?, _ key: String, _ variable: String) throws -> Int? {
        if let given { return given }
        if let value = Terminal.variable(variable), !value.isEmpty {
            guard let number = Int(value), number >= 0 else {
                throw ValidationError("\(variable) must be a number, not `\(value)`")
            }
            return number
        }
        let number = try read { file throws(Diagnostic) in try file.number(key) }
        if let number, number < 0 { throw ValidationError("`\(key)` in the settings file must not be negative") }
        return number
    }

    /// A flag; wrong usage if what the environment or the file says is none.
    func flag(_ given: Bool?, _ key: String, _ variable: String? = nil) throws -> Bool {
        if let given { return given }
        if let variable, let value = Terminal.variable(variable), !value.isEmpty {
            guard let flag = PantherSettings.flag(value) else {
                throw ValidationError("\(variable) must be true or false, not `\(value)`")
            }
            return flag
        }
        return try read { file throws(Diagnostic) in try file.flag(key) } ?? false
    }

    private func read<Value>(_ body: (PantherSettings) throws(Diagnostic) -> Value?) throws -> Value? {
        guard let file else { return nil }
        do {
            return try body(file)
        } catch {
            throw ValidationError(Renderer(usesColor: Terminal.showsColor(2)).render(error))
        }
    }
}
