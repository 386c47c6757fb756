package import Detections
import Diagnostics
package import PythonRuntime
import PythonSyntax
import Synchronization

/// Folders that rules import pure Python from, beside the pack's helpers: `--python-path`.
///
/// A module is looked for in the order of the folders when it is first imported: `a/b/__init__.py`, then `a/b.py`. A
/// folder without `__init__.py` is a package too if no folder before or after has more, as in CPython. Each is read, parsed
/// and compiled once for all machines. A name can lead to no file outside of the folders: its parts are identifiers.
package final class ModulePath: Sendable {
    private let folders: [String]
    private let files: any FileSystem
    private let found = Mutex<[String: Result<ModuleCode?, ModuleRefusal>]>([:])

    /// Bytes of one module: what the parser reads at most.
    package static let moduleBytesMax = 1 << 20

    /// A path of `folders`, the first of which are searched first.
    package init(_ folders: [String], files: any FileSystem) {
        self.folders = folders
        self.files = files
    }

    /// The code of a module; nil if no folder has it. Throws why one that is there cannot be imported.
    package func module(_ name: String) throws(ModuleRefusal) -> ModuleCode? {
        let result = found.withLock { known in
            if let result = known[name] { return result }
            let result = Result { () throws(ModuleRefusal) in try search(name) }
            known[name] = result
            return result
        }
        return try result.get()
    }

    private func search(_ name: String) throws(ModuleRefusal) -> ModuleCode? {
        let parts = name.split(separator: ".", omittingEmptySubsequences: false)
        guard parts.allSatisfy({ !$0.isEmpty && !$0.contains("/") }) else { return nil }
        var packageFolder: String?
        for folder in folders {
            let path = folder + "/" + parts.joined(separator: "/")
            let isFolder = files.kind(of: path) == .directory || files.kind(of: path) == .directoryLink
            if isFolder, files.kind(of: path + "/__init__.py") == .file {
                return try compile(path + "/__init__.py", name: name, isPackage: true)
            }
            if files.kind(of: path + ".py") == .file {
                return try compile(path + ".py", name: name, isPackage: false)
            }
            try refuseBinary(path)
            if isFolder { packageFolder = packageFolder ?? path }
        }
        guard let packageFolder else { return nil }
        return Self.compile(Source(path: packageFolder, text: ""), name: name, isPackage: true).code
    }

    /// What CPython would load as machine code.
    private func refuseBinary(_ path: String) throws(ModuleRefusal) {
        let parts = path.split(separator: "/", omittingEmptySubsequences: false)
        guard let leaf = parts.last else { return }
        let entries = (try? files.list(parts.dropLast().joined(separator: "/"))) ?? []
        let binary = entries.map(\.name).sorted().first { name in
            name.hasPrefix(leaf + ".") && (name.hasSuffix(".so") || name.hasSuffix(".pyd"))
        }
        guard let binary else { return }
        throw ModuleRefusal(
            message: "'\(leaf)' is machine code, not Python",
            file: (parts.dropLast() + [Substring(binary)]).joined(separator: "/")
        )
    }

    private func compile(_ path: String, name: String, isPackage: Bool) throws(ModuleRefusal) -> ModuleCode? {
        let bytes: [UInt8]
        do throws(FileFault) { bytes = try files.read(path, bytesMax: Self.moduleBytesMax) } catch {
            throw ModuleRefusal(message: "cannot be read: \(Self.words(for: error))", file: path)
        }
        let source = Source(path: path, bytes: bytes)
        let (code, errors, isSyntaxError) = Self.compile(source, name: name, isPackage: isPackage)
        guard code == nil, let first = errors.first else { return code }
        throw ModuleRefusal(
            isSyntaxError: isSyntaxError,
            message: first.message,
            file: path,
            line: first.location?.line
        )
    }

    private static func compile(
        _ source: Source,
        name: String,
        isPackage: Bool
    ) -> (code: ModuleCode?, errors: [Diagnostic], isSyntaxError: Bool) {
        let parsed = Parser.parse(source)
        guard parsed.isValid else { return (nil, parsed.diagnostics.filter { $0.severity == .error }, true) }
        let result = Compiler.compile(parsed.module, name: name, source: source, isPackage: isPackage)
        return (result.code, result.diagnostics.filter { $0.severity == .error }, false)
    }

    private static func words(for fault: FileFault) -> String {
        switch fault {
        case .notFound: "it is gone"
        case .notPermitted: "permission denied"
        case .wrongKind: "it is a folder"
        case .tooLong(let bytesMax): "it is longer than \(bytesMax) bytes"
        case .other(let text): text
        }
    }
}
