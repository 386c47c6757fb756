import ArgumentParser
import Catalog
import CatalogStore
import Detections
import Diagnostics
import Engine
import Foundation
import Pipeline

/// `margay catalog build`: makes a catalogue, or brings it up to date.
struct CatalogBuildCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "build",
        abstract: "Make a catalogue of folders of rules, or bring it up to date.",
        usage: "margay catalog build <path> ... [<options>]",
        discussion: """
            Reads every rule below each PATH, finds its condition, runs its tests and works out what rules share. Each PATH is \
            a collection: its name is the folder's. What the catalogue held and is not named goes.

              margay catalog build ./my-rules
              margay catalog build ./panther-analysis ./sigma --db rules.db
              margay catalog build mine=./rules other=./vendor/rules

            Built again, only what has changed is read: nothing, if nothing has. Who reads the catalogue meanwhile sees the \
            old state until the new one is whole.

            A page links to its file on the web where the folder is a git clone of GitHub, GitLab, Bitbucket or Codeberg; \
            --upstream NAME=URL says it for any other. Rules that cannot be read are passed over; `margay check` says why.
            """
    )

    @Argument(help: ArgumentHelp("A folder of rules, or NAME=FOLDER.", valueName: "path"))
    var paths: [String]

    @OptionGroup var catalog: CatalogOptions

    @Option(
        parsing: .singleValue,
        help: ArgumentHelp("Where the files of a collection are on the web; may be repeated.", valueName: "name=url")
    )
    var upstream: [String] = []

    @Option(help: "Threads that read rules and run tests.")
    var workers: Int = Processors.usableCount

    @Option(help: "text for people, json one object for programs.")
    var format: CatalogOptions.Format = .text

    @Flag(help: "Also say what is wrong with rules, as `margay check` does.")
    var diagnostics = false

    func validate() throws {
        guard (1...OrderedPipeline.workersMax).contains(workers) else {
            throw ValidationError("--workers must be from 1 to \(OrderedPipeline.workersMax)")
        }
        _ = try roots()
    }

    func run() throws {
        let roots = try roots()
        let files = DiskFiles()
        for root in roots where files.kind(of: root.path) == nil {
            Terminal.writeError("margay: cannot read \(TerminalText.escape(root.path)): no such file or folder\n")
            throw ExitCode(ExitStatus.input.rawValue)
        }
        let progress = BuildProgressLine()
        let report: BuildReport
        do throws(CatalogFault) {
            let builder = CatalogBuilder(
                try CatalogStore(building: catalog.path),
                files: files,
                workers: Workers(workers),
                clock: EngineClock(following: Terminal.wallClock),
                program: Self.program,
                progress: progress.show
            )
            report = try builder.build(roots)
        } catch {
            progress.clear()
            Terminal.writeError("margay: \(TerminalText.escape(error.message))\n")
            throw ExitCode(ExitStatus.input.rawValue)
        }
        progress.clear()
        if diagnostics { PackLoading(roots: paths).report(report.diagnostics) }
        switch format {
        case .text: Terminal.writeOutput(Self.text(report))
        case .json: try CatalogOptions.write(Summary(report), isPretty: false)
        }
    }

    /// The collections. A folder without a name has that of its last part; a second of one name gets a number.
    private func roots() throws -> [CollectionRoot] {
        var addresses: [String: String] = [:]
        for text in upstream {
            let parts = text.split(separator: "=", maxSplits: 1).map(String.init)
            guard parts.count == 2, parts[1].hasPrefix("https://") || parts[1].hasPrefix("http://") else {
                throw ValidationError("--upstream takes NAME=URL, such as mine=https://example.com/rules/")
            }
            addresses[parts[0]] = parts[1].hasSuffix("/") ? parts[1] : parts[1] + "/"
        }
        let wanted = paths.map { text -> (name: String, isGiven: Bool, path: String) in
            let parts = text.split(separator: "=", maxSplits: 1).map(String.init)
            if parts.count == 2, !parts[0].contains("/") { return (parts[0], true, parts[1]) }
            let last = PathName.name(PathName.absolute(text, in: DiskFiles().currentDirectory))
            return (last.isEmpty ? "rules" : last, false, text)
        }
        // A name that somebody gave is theirs, wherever it stands.
        var names = Set(wanted.filter(\.isGiven).map(\.name))
        guard names.count == wanted.count(where: \.isGiven) else {
            throw ValidationError("two collections cannot have one name")
        }
        let roots = wanted.map { collection in
            var name = collection.name
            var number = 2
            while !collection.isGiven, !names.insert(name).inserted {
                name = "\(collection.name)-\(number)"
                number += 1
            }
            return CollectionRoot(name: name, path: collection.path, upstream: addresses[name])
        }
        if let unknown = addresses.keys.sorted().first(where: { !names.contains($0) }) {
            throw ValidationError("--upstream \(unknown): no PATH is a collection of that name")
        }
        return roots
    }

    /// The version of this program, and which of the files that call themselves so: a newer one may find more in rules.
    private static var program: String {
        let version = Margay.configuration.version
        guard let path = Bundle.main.executablePath,
            let attributes = try? FileManager.default.attributesOfItem(atPath: path),
            let date = attributes[.modificationDate] as? Date, let size = attributes[.size] as? Int
        else { return version }
        return "\(version) \(Int(date.timeIntervalSince1970)) \(size)"
    }

    private static func text(_ report: BuildReport) -> String {
        var text = ""
        for collection in report.collections {
            text += TerminalText.escape(collection.name) + ": \(collection.ruleCount) rules"
            if collection.isUnchanged {
                text += ", unchanged"
            } else {
                text += ", \(collection.madeCount) read"
                if collection.removedCount > 0 { text += ", \(collection.removedCount) gone" }
            }
            if collection.invalidCount > 0 { text += ", \(collection.invalidCount) files cannot be used" }
            text += "\n"
        }
        return text + "\(report.ruleCount) rules\n"
    }

    /// The report for programs.
    private struct Summary: Encodable {
        struct Collection: Encodable {
            var name: String
            var rules: Int
            var made: Int
            var removed: Int
            var invalid: Int
        }

        var rules: Int
        var unchanged: Bool
        var collections: [Collection]

        init(_ report: BuildReport) {
            rules = report.ruleCount
            unchanged = report.isUnchanged
            collections = report.collections.map {
                Collection(
                    name: $0.name,
                    rules: $0.ruleCount,
                    made: $0.madeCount,
                    removed: $0.removedCount,
                    invalid: $0.invalidCount
                )
            }
        }
    }
}
