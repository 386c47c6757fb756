import ArgumentParser
import Catalog
import CatalogStore
import Diagnostics

/// `margay catalog show`: the page of a rule.
struct CatalogShowCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "show",
        abstract: "Show the page of a rule.",
        discussion: """
            What it is for, what it covers of ATT&CK, who else looks for the same operation, its code, its condition with how \
            far its own tests prove it, what it looks for and how many other rules do, what its alerts carry, and rules that \
            are like it.

              margay catalog show AWS.SSM.DistributedCommand
              margay catalog show sigma/11111111-2222-4333-8444-555555555555
              margay catalog show AWS.SSM.DistributedCommand --format json | jq .logic.condition

            A rule is named by its identifier, with its vendor before it where several vendors have it, by its name, or by its \
            page as `search --format json` gives it (slug). Long lists are cut; --full shows all of them.
            """
    )

    @Argument(help: "The rule.")
    var rule: String

    @OptionGroup var catalog: CatalogOptions

    @Flag(help: "Show lists and files whole.")
    var full = false

    @Option(help: "text for people, json one object for programs.")
    var format: CatalogOptions.Format = .text

    func run() throws {
        try catalog.reading { store in
            guard let found = try CatalogOptions.rule(rule, in: store), let page = try store.page(slug: found.slug)
            else {
                return .failure
            }
            switch format {
            case .json: try CatalogOptions.write(page)
            case .text:
                let text = RulePageText(
                    usesColor: Terminal.showsColor(1),
                    width: Terminal.columns,
                    isFull: full
                )
                Terminal.writeOutput(text.text(page))
            }
            return .success
        }
    }
}
