import ArgumentParser
import Catalog
import CatalogStore

/// `margay catalog diff`: two rules side by side.
struct CatalogDiffCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "diff",
        abstract: "Compare what two rules look for.",
        discussion: """
            Compares conditions, not texts: tests that only one rule has, tests of one field with other values, and tests that \
            differ in case, in what a missing field counts as, or in their place. Fields are compared by the name that the log \
            itself gives them, so rules of two vendors can be compared.

              margay catalog diff AWS.SSM.DistributedCommand sigma/38e7f511-3f74-41d4-836e-f57dfa18eead

            Exit code 1 if they differ.
            """
    )

    @Argument(help: "A rule, named as for `show`.")
    var left: String

    @Argument(help: "The rule to compare it with.")
    var right: String

    @OptionGroup var catalog: CatalogOptions

    @Option(help: "text for people, json one object for programs.")
    var format: CatalogOptions.Format = .text

    func run() throws {
        try catalog.reading { store in
            guard let one = try CatalogOptions.rule(left, in: store),
                let other = try CatalogOptions.rule(right, in: store),
                let page = try store.diff(one.slug, other.slug)
            else { return .failure }
            switch format {
            case .json: try CatalogOptions.write(page)
            case .text:
                let text = CatalogText(usesColor: Terminal.showsColor(1), width: Terminal.columns)
                Terminal.writeOutput(text.diff(page))
            }
            return page.facts.isEmpty && page.condition?.isEmpty != false ? .success : .failure
        }
    }
}
