import Conditions
import Detections
import Diagnostics
import SigmaFormat
import Testing

/// What pipelines make of a rule about `f`.
@Suite("Sigma pipelines") struct PipelineTests {
    static func pipeline(_ step: String, _ extra: String = "") -> (pipeline: Pipeline?, told: [String]) {
        let text = "name: sample\n\(extra)\ntransformations:\n    - {\(step)}\n"
        let read = PipelineReader.read(Source(path: "pipeline.yml", text: text))
        return (read.pipeline, read.diagnostics.map(\.message))
    }

    /// A step, and events that match after it and that do not.
    static let steps: [(step: String, yes: String, no: String)] = [
        ("type: field_name_mapping, mapping: {f: g}", #"{"g":"a"}"#, #"{"f":"a"}"#),
        ("type: field_name_mapping, mapping: {f: [g, h]}", #"{"h":"a"}"#, #"{"f":"a"}"#),
        ("type: field_name_prefix_mapping, mapping: {f: e.f}", #"{"e":{"f":"a"}}"#, #"{"f":"a"}"#),
        ("type: field_name_prefix, prefix: e.", #"{"e":{"f":"a"}}"#, #"{"f":"a"}"#),
        ("type: field_name_suffix, suffix: .x", #"{"f":{"x":"a"}}"#, #"{"f":"a"}"#),
        ("type: add_condition, conditions: {g: 1}", #"{"f":"a","g":1}"#, #"{"f":"a"}"#),
        ("type: add_condition, conditions: {g: 1}, negated: true", #"{"f":"a"}"#, #"{"f":"a","g":1}"#),
        ("type: map_string, mapping: {a: b}", #"{"f":"b"}"#, #"{"f":"a"}"#),
        ("type: replace_string, regex: 'a', replacement: 'b\\g<0>'", #"{"f":"ba"}"#, #"{"f":"a"}"#),
        ("type: set_state, key: x, val: y", #"{"f":"a"}"#, #"{"f":"b"}"#),
        // For some rules, or some fields, only.
        (
            "type: field_name_prefix, prefix: e., rule_conditions: [{type: logsource, product: other}]", #"{"f":"a"}"#,
            #"{"e":{"f":"a"}}"#
        ),
        (
            "type: field_name_prefix, prefix: e., rule_cond_not: true, "
                + "rule_conditions: [{type: logsource, product: other}]", #"{"e":{"f":"a"}}"#, #"{"f":"a"}"#
        ),
        (
            "type: field_name_prefix, prefix: e., rule_cond_op: or, "
                + "rule_conditions: [{type: tag, tag: x}, {type: contains_detection_item, field: f, value: a}]",
            #"{"e":{"f":"a"}}"#, #"{"f":"a"}"#
        ),
        (
            "type: field_name_prefix, prefix: e., rule_conditions: [{type: is_sigma_correlation_rule}]",
            #"{"f":"a"}"#, #"{"e":{"f":"a"}}"#
        ),
        (
            "type: field_name_prefix, prefix: e., field_name_conditions: [{type: include_fields, fields: [g]}]",
            #"{"f":"a"}"#, #"{"e":{"f":"a"}}"#
        ),
        (
            "type: field_name_prefix, prefix: e., "
                + "field_name_conditions: [{type: exclude_fields, fields: ['^g'], match_type: re}]",
            #"{"e":{"f":"a"}}"#, #"{"f":"a"}"#
        ),
    ]

    @Test("change rules", arguments: steps)
    func change(_ row: (step: String, yes: String, no: String)) throws {
        let (pipeline, told) = Self.pipeline(row.step)
        #expect(told == [])
        let logic = SigmaSample.logic("s: {f: a}\ncondition: s", pipelines: [try #require(pipeline)]).logic
        let condition = try #require(logic?.condition)
        #expect(try SigmaSample.truth(of: condition, at: row.yes) == .true)
        #expect(try SigmaSample.truth(of: condition, at: row.no) == .false)
    }

    /// A step, and the log types of the rule after it.
    static let logs: [(step: String, logTypes: [String])] = [
        // All of the log source, also what the step does not name.
        ("type: change_logsource, product: p", ["p"]),
        ("type: change_logsource, product: p, service: s", ["p/s"]),
        ("type: set_custom_attribute, attribute: log_types, value: [A, B]", ["A", "B"]),
        ("type: set_custom_attribute, attribute: other, value: A", ["sample/events"]),
    ]

    @Test("change logs", arguments: logs)
    func log(_ row: (step: String, logTypes: [String])) throws {
        let pipeline = try #require(Self.pipeline(row.step).pipeline)
        let file = SigmaSample.file("s: {f: a}\ncondition: s")
        #expect(SigmaSample.load(["a.yml": file], pipelines: [pipeline]).detections.map(\.logSources) == [row.logTypes])
    }

    @Test(
        "give placeholders values",
        arguments: [("value_placeholders", "b", "z"), ("wildcard_placeholders", "z", "")]
    )
    func placeholders(_ row: (type: String, yes: String, no: String)) throws {
        let pipeline = try #require(Self.pipeline("type: \(row.type)", "vars: {names: [b, c]}").pipeline)
        let logic = SigmaSample.logic("s: {f|expand: 'a%names%'}\ncondition: s", pipelines: [pipeline]).logic
        let condition = try #require(logic?.condition)
        #expect(try SigmaSample.truth(of: condition, at: "{\"f\":\"a\(row.yes)\"}") == .true)
        #expect(try SigmaSample.truth(of: condition, at: "{\"f\":\"x\(row.no)\"}") == .false)
    }

    @Test("refuse rules", arguments: ["type: rule_failure, message: no", "type: detection_item_failure, message: no"])
    func failure(_ step: String) throws {
        let pipeline = try #require(Self.pipeline(step).pipeline)
        #expect(SigmaSample.logic("s: {f: a}\ncondition: s", pipelines: [pipeline]).logic?.obstacle == "no")
    }

    /// A step that would mean something else if a part of it were left out: the pipeline is refused.
    static let refused: [(step: String, told: String)] = [
        ("type: field_name_maping, mapping: {f: g}", "there is no transformation `field_name_maping`"),
        ("mapping: {f: g}", "a transformation lacks its `type`"),
        ("type: add_condition", "`add_condition` lacks its `conditions`"),
        ("type: add_condition, conditions: {f|contain: a}", "a modifier is not known"),
        (
            "type: replace_string, regex: '(', replacement: a",
            "`(` is no regular expression: missing ), unterminated subpattern at position 0"
        ),
        ("type: replace_string, regex: a, replacement: '\\1'", "`replacement` does not go with its `regex`"),
        (
            "type: drop_detection_item, rule_conditions: [{type: logsuorce}]",
            "there is no condition `logsuorce` of rules"
        ),
        ("type: drop_detection_item, rule_conditions: [logsource]", "conditions are a list of maps"),
        ("type: drop_detection_item, rule_conditions: {a: {type: tag, tag: x}}", "conditions are a list of maps"),
        ("type: drop_detection_item, rule_cond_expr: a and b", "`rule_cond_expr` is not known"),
        ("type: drop_detection_item, rule_cond_op: xor", "conditions are joined by `and` or `or`"),
        (
            "type: drop_detection_item, rule_conditions: [{type: contains_detection_item, field: f}]",
            "`contains_detection_item` lacks its `value`"
        ),
        ("type: drop_detection_item, field_name_conditions: [{type: x}]", "there is no condition `x` of fields"),
        (
            "type: drop_detection_item, field_name_conditions: [{type: include_fields, fields: ['['], match_type: re}]",
            "`[` is no regular expression: unterminated character set at position 0"
        ),
        ("type: drop_detection_item, field_name_cond_expr: a", "`field_name_cond_expr` is not known"),
        ("type: drop_detection_item, detection_item_conditions: []", "`detection_item_conditions` is not known"),
    ]

    @Test("are refused as a whole", arguments: refused)
    func refusal(_ row: (step: String, told: String)) {
        let (pipeline, told) = Self.pipeline(row.step)
        #expect(pipeline == nil)
        #expect(told == [row.told])
    }

    @Test("the built-in one is read") func builtIn() {
        #expect(!Pipeline.logTypes.items.isEmpty)
        let limit = (0...PipelineReader.itemsMax).map { _ in "    - {type: set_state}\n" }
        let text = "transformations:\n" + limit.joined()
        #expect(PipelineReader.read(Source(path: "p.yml", text: text)).pipeline == nil)
        #expect(PipelineReader.read(Source(path: "p.yml", text: String(text.dropLast(24)))).pipeline != nil)
    }
}
