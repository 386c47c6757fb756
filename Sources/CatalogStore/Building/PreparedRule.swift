import Catalog
import Conditions
import Foundation

/// A rule ready to be written: all that takes time is done.
struct PreparedRule: Sendable {
    var record: RuleRecord
    var sources: [SourceText]
    /// ``record`` as it is kept.
    var encoded: Data
    /// The condition with places, as JSON; nil where there is none.
    var condition: String?
    /// The words of its metadata, for the index of full text.
    var labels: String
    /// The files it was made from, relative to the collection.
    var files: [String]
    /// Its condition's number with the kinds of log it reads; nil where there is nothing to compare.
    var hash: String?

    /// Characters of metadata that are searched.
    static let labelsMax = 64 << 10

    init(record: RuleRecord, sources: [SourceText], condition: Condition?, files: [String]) {
        self.record = record
        self.sources = sources
        self.condition = condition?.json(hasPlaces: true)
        self.files = files
        // Encoding cannot fail: a record has no number that JSON cannot say.
        encoded = (try? CatalogJSON.encode(record)) ?? Data()
        let identity = record.identity
        var labels = [identity.description, identity.runbook, identity.author].compactMap(\.self)
        labels += identity.tags + identity.references + identity.falsePositives + identity.logSources
        labels += record.attack.map { AttackEntry($0) }.flatMap { [$0.text, $0.tactic?.name, $0.technique?.name] }
            .compactMap(\.self)
        labels.append(record.logic.text)
        self.labels = String(labels.joined(separator: "\n").prefix(Self.labelsMax))
        hash = record.logic.hash.map { $0 + "@" + identity.families.sorted().joined(separator: "|") }
    }
}
