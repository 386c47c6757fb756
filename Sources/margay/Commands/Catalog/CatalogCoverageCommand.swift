import ArgumentParser
import Catalog
import CatalogStore

/// `margay catalog coverage`: ATT&CK.
struct CatalogCoverageCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "coverage",
        abstract: "Show what rules cover of ATT&CK, and what they do not.",
        discussion: """
            Counts the rules of each technique. A sub-technique counts for its technique; an identifier that MITRE has replaced \
            counts for its successor, and is listed. QUERY is one of `margay catalog search` and says which rules are meant.

              margay catalog coverage
              margay catalog coverage 'vendor:panther source:AWS.CloudTrail'
              margay catalog coverage 'collection:my-rules' --gaps
              margay catalog coverage 'collection:my-rules' --gaps --against 'source:AWS.CloudTrail,Okta.SystemLog'
              margay catalog coverage --format navigator > layer.json

            --gaps lists the techniques that none of these rules covers: of all of ATT&CK, or with --against only those that \
            other rules cover, such as rules for the logs you have. navigator is a layer that the ATT&CK Navigator opens.
            """
    )

    enum Format: String, CaseIterable, ExpressibleByArgument { case text, json, navigator }

    @Argument(help: "Which rules; all of them if nothing is said.")
    var query: [String] = []

    @OptionGroup var catalog: CatalogOptions

    @Flag(help: "List what is not covered instead.")
    var gaps = false

    @Option(help: ArgumentHelp("With --gaps: the rules that say what could be covered.", valueName: "query"))
    var against: String?

    @Option(help: "text for people, json for programs, navigator a layer for the ATT&CK Navigator.")
    var format: Format = .text

    func validate() throws {
        guard against == nil || gaps else { throw ValidationError("--against needs --gaps") }
        guard !gaps || format != .navigator else { throw ValidationError("--format navigator shows what is covered") }
    }

    func run() throws {
        try catalog.reading { store in
            let text = CatalogText(usesColor: Terminal.showsColor(1), width: Terminal.columns)
            let query = query.joined(separator: " ")
            let found = try store.attackUses(SearchQuery(query))
            if gaps {
                let others = try against.map { try store.attackUses(SearchQuery($0)).uses }
                let gaps =
                    others.map { CoverageGap.gaps(of: found.uses, beside: $0) } ?? CoverageGap.gaps(of: found.uses)
                if format == .json { try CatalogOptions.write(gaps) } else { Terminal.writeOutput(text.gaps(gaps)) }
                return .success
            }
            let matrix = CoverageMatrix(found.uses, ruleCount: found.rules)
            switch format {
            case .json: try CatalogOptions.write(matrix)
            case .text: Terminal.writeOutput(text.coverage(matrix))
            case .navigator: try CatalogOptions.write(NavigatorLayer(matrix, query: query))
            }
            return .success
        }
    }
}
