import Diagnostics
import PythonRegex

/// What is done to rules before they are lowered: log sources become log types, fields get the names they have in the log,
/// placeholders get values.
///
/// A file in the form of pySigma's processing pipelines, so that those at hand can be used. Which transformations and conditions are
/// known is in ``Transformation`` and ``PipelineCondition``; a pipeline with another one is refused as a whole, since rules would
/// silently mean something else without it.
package struct Pipeline: Sendable {
    /// For people.
    package var name: String
    /// Pipelines of a lower number come first.
    package var priority: Int64
    /// What is done, in order.
    package var items: [PipelineItem]
    /// Values of placeholders, by name.
    package var variables: [String: [String]]

    /// Which log types the log sources of rules are, where no other pipeline says so: `log-types.yml` beside this file.
    package static let logTypes: Pipeline = {
        let source = Source(path: "log-types.yml", bytes: PackageResources.log_types_yml)
        return PipelineReader.read(source).pipeline ?? Pipeline(name: "", priority: 0, items: [], variables: [:])
    }()
}

/// One step of a pipeline.
package struct PipelineItem: Sendable {
    /// What later steps refer to it by.
    var id: String?
    var transformation: Transformation
    /// For which rules; empty for all.
    var ruleConditions = PipelineConditions<PipelineCondition>()
    /// For which fields; empty for all.
    var fieldConditions = PipelineConditions<PipelineFieldCondition>()
}

/// Conditions and how they are joined.
struct PipelineConditions<Condition: Sendable>: Sendable {
    var conditions: [Condition] = []
    /// Whether one of them is enough.
    var isAny = false
    /// Whether they must not hold.
    var isNegated = false

    func hold(_ test: (Condition) -> Bool) -> Bool {
        guard !conditions.isEmpty else { return true }
        return (isAny ? conditions.contains(where: test) : conditions.allSatisfy(test)) != isNegated
    }
}

/// What a step does to a rule.
///
/// To add one: a case here, an arm in `PipelineReader` and in `PipelineRun`, a row in `PipelineTests`.
enum Transformation: Sendable {
    /// `field_name_mapping`: the names that a field may have.
    case mapFields([String: [String]])
    /// `field_name_prefix_mapping`: likewise for what names begin with.
    case mapPrefixes([(prefix: String, targets: [String])])
    /// `field_name_prefix`.
    case addPrefix(String)
    /// `field_name_suffix`.
    case addSuffix(String)
    /// `add_condition`: another search that must hold, or must not.
    case addCondition([DetectionItem], isNegated: Bool)
    /// `change_logsource`: the rule is about this log instead.
    case changeLogSource(LogSource)
    /// `drop_detection_item`.
    case dropItems
    /// `value_placeholders` of these names; nil for all.
    case fillPlaceholders([String]?)
    /// `wildcard_placeholders` of these names; nil for all: any text will do.
    case fillWildcards([String]?)
    /// `set_custom_attribute`: `log_types` are the log types whose events the rule is run on. Others are not read.
    case setAttribute(String, [String])
    /// `map_string`: values that are replaced by others, whole.
    case mapTexts([String: [String]])
    /// `replace_string`: what a regular expression finds in values is replaced.
    case replaceTexts(Pattern, ReplacementTemplate)
    /// `rule_failure`: the rule cannot be run, for a reason.
    case failRule(String)
    /// `detection_item_failure`: likewise, if it has such an item.
    case failItem(String)
}

/// What is asked of a rule.
enum PipelineCondition: Sendable {
    /// `logsource`: the parts given are the rule's.
    case logSource(LogSource)
    /// `contains_detection_item`: some search has the field with this value.
    case containsItem(field: String, value: SigmaValue)
    /// `contains_field`.
    case containsField(String)
    /// `tag`.
    case tag(String)
    /// `is_sigma_rule`, `is_sigma_correlation_rule`: no correlation comes here.
    case isRule(Bool)
    /// `processing_item_applied`.
    case isApplied(String)
}

/// What is asked of a field.
enum PipelineFieldCondition: Sendable {
    /// `include_fields`, or `exclude_fields`: one of these names.
    case names([String], isExcluded: Bool)
    /// The same with regular expressions that match a name from its beginning.
    case patterns([Pattern], isExcluded: Bool)
}
