import Detections
import Diagnostics
import Documents

/// Reads the tests that a rule's `regression_tests_path` leads to, where their events are JSON.
struct TestReader<Files: FileSystem>: Sendable {
    let files: Files
    let limits: YAMLLimits

    /// Folders above the rule's that a path may be relative to.
    private static var parentsMax: Int { 16 }
    /// Events of one rule.
    private static var eventsMax: Int { 1_000 }

    /// The tests of `rule`, whose file names their description at `path`.
    func read(_ path: SigmaValue, of rule: SigmaRule) -> (tests: [UnitTest], diagnostics: [Diagnostic]) {
        guard let name = path.name, !name.isEmpty else { return ([], []) }
        guard let (root, source) = find(name, from: rule.source.path) else {
            return ([], [.sigmaTests("there is no `\(name)` here or above", at: path.span, rule.source)])
        }
        let entries: [DataNode]
        do {
            entries = try YAMLDocument.parse(source, limits: limits)?["regression_tests_info"]?.list ?? []
        } catch {
            return ([], [.yaml(error, in: source)])
        }
        var tests: [UnitTest] = []
        var diagnostics: [Diagnostic] = []
        for entry in entries {
            guard let path = entry["path"]?.string else { continue }
            guard let (source, events) = events(path, root) else { continue }
            let wanted = entry["match_count"]?.int.map { $0 > 0 } ?? true
            switch events {
            case .failure(let fault): diagnostics.append(.yaml(fault, in: source))
            case .success(let events):
                for (index, event) in events.prefix(Self.eventsMax - tests.count).enumerated() {
                    let name = entry["name"]?.string ?? "Test"
                    tests.append(
                        UnitTest(
                            name: events.count == 1 ? name : "\(name) \(index + 1)",
                            expectedResult: wanted,
                            input: .event(event),
                            span: path.utf8.isEmpty ? Span(0, 0) : rule.testsPath?.span ?? Span(0, 0)
                        )
                    )
                }
            }
        }
        return (tests, diagnostics)
    }

    /// The file that a path names from one of the folders around `file`, and that folder.
    private func find(_ name: String, from file: String) -> (root: String, source: Source)? {
        var folder = PathName.directory(PathName.absolute(file, in: files.currentDirectory))
        for _ in 0..<Self.parentsMax {
            let path = PathName.join(folder, name)
            if files.kind(of: path) == .file, let bytes = try? files.read(path, bytesMax: limits.fileBytesMax) {
                return (folder, Source(path: path, bytes: UnicodeText.utf8(bytes)))
            }
            guard folder != "/", !folder.isEmpty else { return nil }
            folder = PathName.directory(folder)
        }
        return nil
    }

    /// The events of a file; nil where they are in no form that is read. Beside events in Windows' own form lie the same as JSON.
    private func events(_ path: String, _ root: String) -> (Source, Result<[DataNode], YAMLFault>)? {
        var name = PathName.join(root, path)
        if name.hasSuffix(".evtx") { name = String(name.dropLast(".evtx".count)) + ".json" }
        guard name.hasSuffix(".json"), let bytes = try? files.read(name, bytesMax: limits.fileBytesMax) else {
            return nil
        }
        let source = Source(path: name, bytes: UnicodeText.utf8(bytes))
        do throws(YAMLFault) {
            // JSON is YAML.
            let roots = try YAMLDocument.parseAll(source, limits: limits)
            return (source, .success(roots.flatMap { $0.list ?? [$0] }.map(WindowsEvent.flattened)))
        } catch {
            return (source, .failure(error))
        }
    }
}
