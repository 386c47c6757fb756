import ArgumentParser

/// `margay catalog`: pages of rules, and what rules share.
struct CatalogCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "catalog",
        abstract: "Search rules, and see what they look for and who else does.",
        discussion: """
            A catalogue is a file made from folders of rules, of any format that Margay reads. It knows for each rule what it \
            looks for, whether the rule's own tests agree with that, which other rules look for the same operation or the \
            same value, and what it covers of ATT&CK.

              margay catalog build ./my-rules ./panther-analysis
              margay catalog search 'SendCommand has:tests'
              margay catalog show AWS.SSM.DistributedCommand
              margay catalog diff AWS.SSM.DistributedCommand another.rule
              margay catalog coverage 'source:AWS.CloudTrail' --format navigator > layer.json

            The file is catalog.db in the current folder unless --db or MARGAY_CATALOG names another.
            """,
        subcommands: [
            CatalogBuildCommand.self, CatalogSearchCommand.self, CatalogShowCommand.self, CatalogDiffCommand.self,
            CatalogCoverageCommand.self, CatalogExportCommand.self,
        ]
    )
}
