import ArgumentParser
import Catalog
import CatalogStore
import Diagnostics

/// `margay catalog search`: finds rules.
struct CatalogSearchCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "search",
        abstract: "Find rules by words, fields, values, techniques and more.",
        usage: "margay catalog search [<query> ...] [<options>]",
        discussion: """
            Words are looked for in names, descriptions and code; all of them must be there. "words in quotes" stand together, \
            a star stands for the rest of a word, OR and parentheses choose, a dash excludes. Quote the query for your shell, \
            and put -- before one that begins with a dash.

              margay catalog search SendCommand
              margay catalog search 'eventName:SendCommand vendor:sigma,panther -status:deprecated'
              margay catalog search 'technique:T1651 source:cloudtrail has:tests is:exact'
              margay catalog search '(action:RunInstances OR action:StartInstances) severity:>=medium'
              margay catalog search 'EventName:*Key*' --format json

            FIELD:VALUE finds rules that look for the value in a field, by whichever vendor's name for it. Besides:

              field: value: action:          what it looks for: a field, a value in any field, an operation
              source: vendor: collection:    the log it reads; whose format; which folder
              technique: tactic:             ATT&CK, by identifier or name
              severity: status: tag: kind: language: id: name: author:
              has:tests has:condition has:indicators has:outputs has:duplicates has:similar
              is:exact is:partial is:opaque is:validated is:contradicted is:deprecated is:enabled is:disabled
              opaque:no opaque:loop          whether, and why, a condition does not say all of a rule

            Exit code 1 if nothing was found.
            """
    )

    @Argument(help: "What to look for; nothing lists all rules.")
    var query: [String] = []

    @OptionGroup var catalog: CatalogOptions

    @Option(help: "Rules to show.")
    var limit = SearchResults.countDefault

    @Option(help: "Rules to pass over first.")
    var offset = 0

    @Flag(help: "Count what was found by vendor, log, technique and more.")
    var facets = false

    @Option(help: "text for people, json one object for programs.")
    var format: CatalogOptions.Format = .text

    func validate() throws {
        guard (1...SearchResults.countMax).contains(limit) else {
            throw ValidationError("--limit must be from 1 to \(SearchResults.countMax)")
        }
        guard offset >= 0 else { throw ValidationError("--offset must not be below zero") }
    }

    func run() throws {
        try catalog.reading { store in
            let query = SearchQuery(self.query.joined(separator: " "))
            let results = try store.search(query, offset: offset, limit: limit, hasFacets: facets)
            switch format {
            case .json: try CatalogOptions.write(results)
            case .text:
                for note in results.notes { Terminal.writeError("margay: \(TerminalText.escape(note))\n") }
                let text = CatalogText(usesColor: Terminal.showsColor(1), width: Terminal.columns)
                Terminal.writeOutput(text.results(results, offset: offset))
            }
            return results.total == 0 ? .failure : .success
        }
    }
}
