import Detections
import Diagnostics
import Documents

/// Reads one file, as far as that needs no other file, so that files can be read at once.
struct SigmaFileReader<Files: FileSystem>: Sendable {
    let files: Files
    let options: SigmaOptions

    /// What was found in a file.
    enum Found: Sendable {
        /// Somebody else's file.
        case nothing
        /// It is no YAML, or could not be opened.
        case unreadable(Diagnostic, message: String)
        /// Documents of ours, and what is wrong with them.
        case documents([SigmaDocument], [Diagnostic])
    }

    /// Keys at the beginning of a line without which no document is ours.
    private static var keys: [StaticString] { ["detection", "correlation", "filter", "action"] }

    /// Reads the file at `path`.
    func read(_ path: String) -> Found {
        let bytes: [UInt8]
        do {
            bytes = try files.read(path, bytesMax: options.yaml.fileBytesMax)
        } catch {
            // A walk has found it: another loader reads all files too, and says so.
            return .nothing
        }
        let text = UnicodeText.utf8(bytes)
        guard Self.mayBeSigma(text) else { return .nothing }
        let source = Source(path: path, bytes: text)
        do {
            let roots = try YAMLDocument.parseAll(source, limits: options.yaml)
            let stream = StreamReader(roots, source)
            return stream.isSigma ? .documents(stream.documents, stream.diagnostics) : .nothing
        } catch {
            return .unreadable(.yaml(error, in: source), message: error.problem)
        }
    }

    /// Whether a line begins with one of the keys: most files of other vendors need not be parsed again. O(length).
    static func mayBeSigma(_ bytes: [UInt8]) -> Bool {
        let keys = keys.map { UnsafeBufferPointer(start: $0.utf8Start, count: $0.utf8CodeUnitCount) }
        return bytes.withUnsafeBufferPointer { text in
            var start = 0
            while start < text.count {
                var place = start
                if text[place] == UInt8(ascii: "\"") || text[place] == UInt8(ascii: "'") { place += 1 }
                for key in keys where text.count - place > key.count && text[place] == key[0] {
                    let end = place + key.count
                    let isKey = text[place..<end].elementsEqual(key)
                    if isKey, [UInt8(ascii: ":"), UInt8(ascii: "\""), UInt8(ascii: "'"), 0x20].contains(text[end]) {
                        return true
                    }
                }
                guard let newline = text[start...].firstIndex(of: UInt8(ascii: "\n")) else { return false }
                start = newline + 1
            }
            return false
        }
    }
}
