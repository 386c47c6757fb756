/// One thing that a rule looks for, as the catalogue counts it.
package struct Indicator: Codable, Hashable, Sendable {
    /// The field's canonical name.
    package var field: String
    /// The operator as it was written: `eq`, `contains` …
    package var op: String
    /// The value as it was written; what is no text as JSON.
    package var value: String
    /// Whether the value is a text, rather than a number or a Boolean of the same letters.
    package var isText: Bool
    /// Whether it is what must not be.
    package var isNegated: Bool
    /// Of how many values of one test it is one.
    package var alternatives: Int
    /// What makes it the same as another rule's; see ``IndicatorKey``.
    package var key: String

    /// The operator with what negates it: `not eq`.
    package var kind: String { isNegated ? "not \(op)" : op }
}

/// A row of a page's table of indicators.
package struct IndicatorEntry: Codable, Hashable, Sendable {
    /// Rows of a page at most: some rules look for thousands of addresses.
    package static let entriesMax = 500

    /// What is looked for.
    package var indicator: Indicator
    /// Other rules of the same vendor that look for the same in the same kind of log; deprecated ones left out.
    package var sameVendorRules: Int
    /// Other rules of any vendor.
    package var allRules: Int

    /// A row.
    package init(indicator: Indicator, sameVendorRules: Int, allRules: Int) {
        self.indicator = indicator
        self.sameVendorRules = sameVendorRules
        self.allRules = allRules
    }
}
