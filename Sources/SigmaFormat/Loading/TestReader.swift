import Detections
import Diagnostics
import Documents
import Events

/// Reads the tests that a rule's `regression_tests_path` leads to, where their events are JSON.
struct TestReader<Files: FileSystem>: Sendable {
    let files: Files
    let options: SigmaOptions

    /// The tests of `rule`, whose file names their description at `path`.
    func read(_ path: SigmaValue, of rule: SigmaRule) -> (tests: [UnitTest], diagnostics: [Diagnostic]) {
        guard let name = path.name, !name.isEmpty else { return ([], []) }
        guard let (root, source) = find(name, from: rule.source.path) else {
            return ([], [.sigmaTests("there is no `\(name)` here or above", at: path.span, rule.source)])
        }
        let entries: [DataNode]
        do {
            entries = try YAMLDocument.parse(source, limits: options.yaml)?["regression_tests_info"]?.list ?? []
        } catch {
            return ([], [.yaml(error, in: source)])
        }
        var tests: [UnitTest] = []
        var diagnostics: [Diagnostic] = []
        for entry in entries {
            guard let file = entry["path"]?.string, let data = data(file, root) else { continue }
            let (events, fault) = events(in: data)
            if let fault { diagnostics.append(fault) }
            guard fault == nil, !events.isEmpty else { continue }
            let name = entry["name"]?.string ?? "Test"
            let matches = entry["match_count"]?.int ?? 1
            guard let wanted = Self.expected(matches, of: events.count) else {
                // Which of them match is not said: as many as that, whichever.
                guard let matchesMin = Int(exactly: matches), 1..<events.count ~= matchesMin else {
                    let message = "`match_count` is not from 0 to \(events.count), the number of events of `\(file)`"
                    diagnostics.append(.sigmaTests(message, at: entry.span, source))
                    continue
                }
                guard tests.count < options.testsMax else { break }
                tests.append(
                    UnitTest(
                        name: "\(name) (\(matchesMin) of \(events.count) events)",
                        expectedResult: true,
                        input: .events(events, matchesMin: matchesMin),
                        span: path.span
                    )
                )
                continue
            }
            for (index, event) in events.prefix(options.testsMax - tests.count).enumerated() {
                tests.append(
                    UnitTest(
                        name: events.count == 1 ? name : "\(name) \(index + 1)",
                        expectedResult: wanted,
                        input: .event(event),
                        span: path.span
                    )
                )
            }
        }
        return (tests, diagnostics)
    }

    /// Whether every one of `count` events matches, or none does, if so many do; nil where it may be some.
    private static func expected(_ matches: Int64, of count: Int) -> Bool? {
        switch matches {
        case 0: false
        case Int64(count): true
        default: nil
        }
    }

    /// The file that a path names from one of the folders around `file`, and that folder.
    private func find(_ name: String, from file: String) -> (root: String, source: Source)? {
        var folder = PathName.directory(PathName.absolute(file, in: files.currentDirectory))
        for _ in 0..<options.testFoldersMax {
            let path = PathName.join(folder, name)
            if files.kind(of: path) == .file, let bytes = try? files.read(path, bytesMax: options.yaml.fileBytesMax) {
                return (folder, Source(path: path, bytes: UnicodeText.utf8(bytes)))
            }
            guard folder != "/", !folder.isEmpty else { return nil }
            folder = PathName.directory(folder)
        }
        return nil
    }

    /// A file of events; nil where they are in no form that is read. Beside events in Windows' own form lie the same as JSON.
    private func data(_ path: String, _ root: String) -> Source? {
        var name = PathName.join(root, path)
        if name.hasSuffix(".evtx") { name = String(name.dropLast(".evtx".count)) + ".json" }
        guard name.hasSuffix(".json"), let bytes = try? files.read(name, bytesMax: options.yaml.fileBytesMax) else {
            return nil
        }
        return Source(path: name, bytes: UnicodeText.utf8(bytes))
    }

    /// The events of a file, told apart as those of a scan's input are: one after the other, or in a list. What is wrong ends them.
    private func events(in source: Source) -> (events: [DataNode], fault: Diagnostic?) {
        let padded = source.bytes + [UInt8](repeating: 0, count: Tape.paddingByteCount)
        return padded.withUnsafeBytes { padded in
            let window = UnsafeRawBufferPointer(rebasing: padded[..<source.bytes.count])
            var framer = Framer()
            var events: [DataNode] = []
            while true {
                switch framer.next(in: window, isLast: true) {
                case .event(let frame):
                    let text = Source(path: source.path, bytes: Array(window[frame.range]))
                    do throws(YAMLFault) {
                        // JSON is YAML.
                        guard let event = try YAMLDocument.parse(text, limits: options.yaml) else { continue }
                        events.append(WindowsEvent.flattened(event))
                    } catch {
                        let span = Span(frame.range.lowerBound, frame.range.upperBound)
                        return ([], .sigmaTests("an event is no JSON: \(error.problem)", at: span, source))
                    }
                case .fault(let fault):
                    let span = Span(fault.place.offset, source.bytes.count)
                    return ([], .sigmaTests("here is no JSON", at: span, source))
                case .needsMore, .end: return (events, nil)
                }
                guard events.count < options.testsMax else { return (events, nil) }
            }
        }
    }
}
