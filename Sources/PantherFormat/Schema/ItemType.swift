import Detections
import Documents

/// The kinds of item a Panther file declares.
package enum ItemType: String, CaseIterable, Sendable {
    /// A detection over events, derived ones too.
    case rule
    /// A detection over the rows of a query.
    case scheduledRule = "scheduled_rule"
    /// A demand on resources.
    case policy
    /// A detection over other rules' matches.
    case correlationRule = "correlation_rule"
    /// Common names for fields of several logs.
    case dataModel = "datamodel"
    /// A module that rules import.
    case global
    /// A set of items.
    case pack
    /// A query for people.
    case savedQuery = "saved_query"
    /// A query run by the clock.
    case scheduledQuery = "scheduled_query"
    /// Rows that enrich events.
    case lookupTable = "lookup_table"
    /// A text for a language model, by the clock.
    case scheduledPrompt = "scheduled_prompt"

    /// The names in the order in which Panther's tool lists them.
    static let inReferenceOrder = [
        "correlation_rule", "datamodel", "global", "pack", "policy", "rule", "saved_query", "scheduled_rule",
        "scheduled_query", "lookup_table", "scheduled_prompt",
    ]

    /// The key that holds the item's identifier.
    package var idKey: String {
        switch self {
        case .rule, .scheduledRule, .correlationRule: "RuleID"
        case .policy: "PolicyID"
        case .dataModel: "DataModelID"
        case .global: "GlobalID"
        case .pack: "PackID"
        case .savedQuery, .scheduledQuery: "QueryName"
        case .lookupTable: "LookupName"
        case .scheduledPrompt: "PromptName"
        }
    }
}

/// The schema a Panther item is held to.
package struct ItemSchema: Sendable {
    /// What messages and the reference page call it.
    package var name: String
    /// Its keys.
    package var shape: ObjectShape
    /// Whether `--ignore-extra-keys` lets unknown keys pass.
    package var mayIgnoreExtraKeys: Bool

    /// The keys that make a lookup table one of the SQL kind.
    static let queryKeys = ["Query", "AthenaQuery", "SnowflakeQuery", "DatabricksQuery"]

    /// The schema for an item of `type` with these keys.
    static func of(_ type: ItemType, _ item: DataMap) -> ItemSchema {
        if let base = item["BaseDetection"], PythonText.isTruthy(base) { return .derived }
        switch type {
        case .rule, .scheduledRule: return .rule
        case .policy: return .policy
        case .correlationRule: return .correlationRule
        case .dataModel: return .dataModel
        case .global: return .global
        case .pack: return .pack
        case .savedQuery: return .savedQuery
        case .scheduledQuery: return .scheduledQuery
        case .lookupTable: return queryKeys.contains { item[$0] != nil } ? .queryLookupTable : .lookupTable
        case .scheduledPrompt: return .scheduledPrompt
        }
    }

    /// All of them, in the order of the reference page.
    package static let all: [ItemSchema] = [
        .rule, .derived, .policy, .correlationRule, .dataModel, .global, .pack, .savedQuery, .scheduledQuery,
        .lookupTable,
        .queryLookupTable, .scheduledPrompt,
    ]
}
