package import Detections

/// What a rule is, who wrote it and where it comes from.
package struct RuleIdentity: Codable, Hashable, Sendable {
    /// The name of its page: what addresses and file names are made of. Unique in a catalogue; see ``RuleSlug``.
    package var slug: String
    /// The identifier that its author gave it. Hostile text: it may hold anything.
    package var id: String
    /// The name people read: the identifier where the rule has no other.
    package var name: String
    /// Whose format it is written in.
    package var vendor: Vendor
    /// ``Vendor/name``, for readers of the JSON form.
    package var vendorName: String
    /// The folder of rules that it was found in.
    package var collection: String
    /// What it runs on.
    package var kind: Detection.Kind
    /// The language of its body, for highlighting: `python`, `yaml`, `yara-l`, `kql`.
    package var language: String
    /// How bad a match is; nil where the rule does not say.
    package var severity: Severity?
    /// `Experimental`, `stable` …, as written.
    package var status: String?
    /// Whether the author wants it run.
    package var isEnabled: Bool
    /// Whether its author has given it up: left out of counts and lists unless asked for.
    package var isDeprecated: Bool
    /// What it is for.
    package var description: String?
    /// What a responder is to do.
    package var runbook: String?
    /// What matches that mean nothing look like.
    package var falsePositives: [String]
    /// Where its author points.
    package var references: [String]
    /// Labels, as written.
    package var tags: [String]
    /// Frameworks other than ATT&CK, with their items.
    package var reports: [ReportEntry]
    /// The logs it reads, as written.
    package var logSources: [String]
    /// The logs it reads, as every vendor's rules are counted; see ``LogFamilies``.
    package var families: [String]
    /// Who wrote it, as written.
    package var author: String?
    /// The licence of the rule, or of the collection where the rule names none.
    package var license: String?
    /// When it was written, as written.
    package var created: String?
    /// When it was last changed, as written.
    package var modified: String?
    /// The declaring file, relative to its collection.
    package var path: String
    /// The same file where its authors keep it, at the commit that was read; nil where that is not known.
    package var upstream: String?

    /// Items of one framework.
    package struct ReportEntry: Codable, Hashable, Sendable {
        /// The framework's name, as written.
        package var framework: String
        /// Its items, as written.
        package var items: [String]

        /// Items of one framework.
        package init(framework: String, items: [String]) {
            self.framework = framework
            self.items = items
        }
    }
}

extension Vendor: Codable {}
extension Severity: Codable {}
extension Detection.Kind: Codable {}
