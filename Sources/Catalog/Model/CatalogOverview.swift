/// What a catalogue holds as a whole.
package struct CatalogOverview: Codable, Sendable {
    /// See ``RulePage/schemaVersion``.
    package var schema = RulePage.schemaVersion
    /// When something in it last changed, in seconds since 1970; nil for an empty one.
    package var built: Int?
    /// Its rules.
    package var rules: Int
    /// Rules whose conditions all of their own tests agree with.
    package var validated: Int
    /// Different indicators.
    package var indicators: Int
    /// Different operations.
    package var actions: Int
    /// Where its rules come from, in the order given.
    package var collections: [Collection]
    /// All rules by their properties.
    package var facets: [SearchResults.Facet]

    /// A folder of rules.
    package struct Collection: Codable, Hashable, Sendable {
        /// What the catalogue calls it.
        package var name: String
        /// Its address on the web.
        package var upstream: String?
        /// Its licence.
        package var license: String?
        /// Its rules.
        package var rules: Int

        /// A folder of rules.
        package init(name: String, upstream: String?, license: String?, rules: Int) {
            self.name = name
            self.upstream = upstream
            self.license = license
            self.rules = rules
        }
    }

    /// An overview.
    package init(
        built: Int?,
        rules: Int,
        validated: Int,
        indicators: Int,
        actions: Int,
        collections: [Collection],
        facets: [SearchResults.Facet]
    ) {
        self.built = built
        self.rules = rules
        self.validated = validated
        self.indicators = indicators
        self.actions = actions
        self.collections = collections
        self.facets = facets
    }
}
