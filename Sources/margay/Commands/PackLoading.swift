import ArgumentParser
import Detections
import Diagnostics
import Engine
import Formats
import PantherFormat
import Pipeline
import SigmaFormat

/// Loading the detections that a command names, and telling people what is wrong with them.
struct PackLoading {
    var roots: [String]
    var options = LoadOptions()
    /// What is done to Sigma's rules before they are lowered.
    var pipelines: [Pipeline] = []
    /// What reads, validates and compiles at once.
    var workers = Workers(Processors.usableCount)
    /// Absolute paths of the files whose diagnostics are wanted; nil for all.
    var reportedFiles: Set<String>?

    init(roots: [String]) { self.roots = roots }

    /// Takes `KEY=VALUE` filters; wrong usage if one is malformed.
    mutating func setFilters(_ texts: [String]) throws {
        do throws(DetectionFilter.Fault) {
            options.filters = try DetectionFilter.parse(texts)
        } catch {
            throw ValidationError(error.patMessage)
        }
    }

    /// The pack, or nil, said on standard error, where a root is not there.
    func load() -> DetectionPack? {
        let files = DiskFiles()
        for root in roots where files.kind(of: root) == nil {
            Terminal.writeError("margay: cannot read \(root): no such file or folder\n")
            return nil
        }
        return RuleFormats.load(roots: roots, files: files, options: options, pipelines: pipelines, work: workers)
    }

    /// Writes diagnostics to standard error, errors last so that they are seen.
    func report(_ diagnostics: [Diagnostic]) {
        let renderer = Renderer(usesColor: Terminal.showsColor(2))
        let directory = DiskFiles().currentDirectory
        let wanted = diagnostics.filter { diagnostic in
            guard let reportedFiles, let file = diagnostic.file else { return true }
            return reportedFiles.contains(PathName.absolute(file, in: directory))
        }
        for diagnostic in wanted.sorted(by: { $0.severity < $1.severity }) {
            Terminal.writeError(renderer.render(diagnostic) + "\n")
        }
    }
}
