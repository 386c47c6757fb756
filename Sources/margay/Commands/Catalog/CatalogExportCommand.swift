import ArgumentParser
import Catalog
import CatalogStore
import Diagnostics
import Engine
import Pipeline
import Web

/// `margay catalog export`: the catalogue as files.
struct CatalogExportCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "export",
        abstract: "Write the catalogue as a folder of pages and JSON.",
        discussion: """
            Writes the pages that `margay serve` shows, for a folder or any server of files; index.html is the first of them. \
            Beside each is what `show --format json` shows of it, for other programs:

              catalog.json                what the catalogue holds
              rules.json                  every rule in a line: an array
              rules/SLUG.json             the page of each rule
              actions.json                operations, and how many rules look for each
              coverage.json, layer.json   ATT&CK: the matrix, and a layer for the Navigator

              margay catalog export ./site

            Files of these names are replaced; nothing else in the folder is touched.
            """
    )

    @Argument(help: "The folder; made if it is not there.")
    var folder: String

    @OptionGroup var catalog: CatalogOptions

    @Option(help: "Threads that make pages.")
    var workers: Int = Processors.usableCount

    func validate() throws {
        guard (1...OrderedPipeline.workersMax).contains(workers) else {
            throw ValidationError("--workers must be from 1 to \(OrderedPipeline.workersMax)")
        }
    }

    func run() throws {
        try catalog.reading { store in
            let writer = FolderWriter(folder)
            do {
                let count = try SiteExport(store, work: Workers(workers), to: writer.write).run()
                Terminal.writeError("margay: \(count) rules written to \(TerminalText.escape(folder))\n")
                return .success
            } catch let fault as WriteFault {
                Terminal.writeError("margay: cannot write to \(TerminalText.escape(folder)): \(fault.reason)\n")
                return .input
            }
        }
    }
}
