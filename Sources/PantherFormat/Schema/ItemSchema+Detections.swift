extension ItemSchema {
    private static let severity = ValueShape.choice(["Info", "Low", "Medium", "High", "Critical"])

    /// What the three kinds say to people and to Panther's console, in one place of each.
    private static let people: [KeyRow] = [
        .optional("DisplayName", .identifier, "The name people read; default the identifier"),
        .optional("OnlyUseBaseRiskScore", .boolean, "Metadata of Panther's console"),
        .optional("OutputIds", .list(.string), "Destinations of its alerts, instead of those of its severity"),
        .optional("CreatedBy", .string, "Who wrote it"),
        .optional("Reference", .string, "A link for the responder"),
        .optional("Runbook", .string, "What the responder is to do"),
        .optional("Status", .string, "`Experimental`, `Deprecated` …"),
    ]
    private static let summaryAttributes = KeyRow.optional(
        "SummaryAttributes",
        .list(.string),
        "Fields whose most frequent values an alert lists"
    )
    private static let labels: [KeyRow] = [
        .optional("Tags", .list(.string), "Labels"),
        .optional("Reports", .mapOfLists, "Frameworks and their items, `MITRE ATT&CK` among them"),
    ]

    private static let threshold = KeyRow.optional(
        "Threshold",
        .integer,
        "Matches in a window before an alert; default 1"
    )
    private static let alertKeys: [KeyRow] = [
        .optional("DynamicSeverities", .any, "Severities under conditions; for match expressions"),
        .optional("AlertTitle", .string, "The title, with `{field}`; for match expressions"),
        .optional("AlertContext", .any, "Fields of the alert's context; for match expressions"),
        .optional("GroupBy", .any, "Fields of the deduplication string; for match expressions"),
    ]

    /// A derived rule has no author of its own.
    private static let replaceable = people.filter { $0.names != ["CreatedBy"] }

    /// A key of a derived rule that says something else than its base.
    private static func replacing(_ row: KeyRow) -> KeyRow {
        var row = row
        row.meaning = "Replaces the base's"
        return row
    }

    static let mock = ValueShape.schema(
        ObjectShape([
            .required("objectName", .string, "The name in the rule's module that is replaced"),
            .required("returnValue", .either([.string, .boolean]), "What calling it gives, verbatim"),
        ])
    )

    /// `rule` and `scheduled_rule`.
    static let rule = ItemSchema(
        name: "rule, scheduled_rule",
        shape: ObjectShape(
            [
                .required("AnalysisType", .choice(["rule", "scheduled_rule"]), "The kind of item"),
                .required("Enabled", .boolean, "Whether the rule is to run"),
                .exactlyOne(
                    ["Filename", "Detection"],
                    .either([.string, .any]),
                    "The Python file beside this one, or match expressions"
                ),
                .required("RuleID", .identifier, "The identifier, unique among all items"),
                .exactlyOne(
                    ["LogTypes", "ScheduledQueries"],
                    .list(.string),
                    "The logs it reads, or the queries whose rows it reads"
                ),
                .required("Severity", severity, "The severity, unless the rule computes one"),
                .optional("Description", .string, "What it detects"),
                .optional("DedupPeriodMinutes", .integer, "Length of the deduplication window; default 60, at least 5"),
                .optional("InlineFilters", .any, "Match expressions an event must meet before the rule runs"),
            ] + people + [
                summaryAttributes,
                threshold,
            ] + labels + [
                .optional("Tests", .list(.object(ruleTest)), "Unit tests")
            ] + alertKeys + [
                .optional("CreateAlert", .boolean, "Whether matches become alerts; default true"),
                .optional("BaseVersion", .integer, "The version this was copied from"),
            ]
        ),
        mayIgnoreExtraKeys: true
    )

    private static let ruleTest = ObjectShape([
        .required("Name", .string, "What the test shows"),
        .optional("LogType", .string, "Ignored"),
        .required("ExpectedResult", .boolean, "What the rule must return"),
        .optional("ExpectedDestinations", .list(.string), "The destinations the rule must choose"),
        .required("Log", .any, "The event"),
        .optional("Mocks", .list(mock), "Names that are replaced"),
    ])

    /// A rule with `BaseDetection`: another rule's body under metadata of its own.
    static let derived = ItemSchema(
        name: "rule with BaseDetection",
        shape: ObjectShape(
            [
                .required("AnalysisType", .constant("rule"), "The kind of item"),
                .required("RuleID", .identifier, "The identifier, unique among all items"),
                .required("BaseDetection", .identifier, "The rule whose body this one runs"),
                .optional("Enabled", .boolean, "Replaces the base's"),
                .optional("Severity", severity, "Replaces the base's"),
                .optional("Description", .string, "Replaces the base's"),
                .optional("DedupPeriodMinutes", .integer, "Replaces the base's"),
                .optional("InlineFilters", .any, "Replaces the base's, all of them"),
            ] + (replaceable + [summaryAttributes, threshold] + labels + alertKeys).map(replacing) + [
                .optional("Tests", .any, "Unit tests; where the key is missing the base's"),
                .optional("CreateAlert", .boolean, "Replaces the base's"),
                .optional("BaseVersion", .integer, "The version this was copied from"),
            ]
        ),
        mayIgnoreExtraKeys: true
    )

    /// `policy`.
    static let policy = ItemSchema(
        name: "policy",
        shape: ObjectShape(
            [
                .required("AnalysisType", .choice(["policy"]), "The kind of item"),
                .required("Enabled", .boolean, "Whether the policy is to run"),
                .required("Filename", .string, "The Python file beside this one"),
                .required("PolicyID", .identifier, "The identifier, unique among all items"),
                .optional("ResourceTypes", .resourceTypes, "The resources it reads; default all"),
                .required("Severity", severity, "The severity, unless the policy computes one"),
                .optional("ActionDelaySeconds", .integer, "Delay of the remediation"),
                .optional("AutoRemediationID", .string, "The remediation to run"),
                .optional("AutoRemediationParameters", .any, "Its parameters"),
                .optional("Description", .string, "What it demands"),
            ] + people + [
                .optional("Suppressions", .list(.string), "Resources it passes over")
            ] + labels + [
                .optional("Tests", .list(.object(policyTest)), "Unit tests"),
                .optional("BaseVersion", .integer, "The version this was copied from"),
            ]
        ),
        mayIgnoreExtraKeys: true
    )

    private static let policyTest = ObjectShape([
        .required("Name", .string, "What the test shows"),
        .optional("ResourceType", .string, "Ignored"),
        .required("ExpectedResult", .boolean, "What the policy must return"),
        .required("Resource", .any, "The resource"),
        .optional("Mocks", .list(mock), "Names that are replaced"),
    ])

    /// `correlation_rule`.
    static let correlationRule = ItemSchema(
        name: "correlation_rule",
        shape: ObjectShape(
            [
                .required("AnalysisType", .constant("correlation_rule"), "The kind of item"),
                .required("RuleID", .identifier, "The identifier, unique among all items"),
                .required("Enabled", .boolean, "Whether the rule is to run"),
                .required("Detection", .any, "A list of one `Sequence` or `Group`"),
                .required("Severity", severity, "The severity"),
                .optional("Description", .string, "What it detects"),
            ] + people + [
                summaryAttributes
            ] + labels + [
                .optional("CreateAlert", .boolean, "Whether matches become alerts; default true"),
                .optional("Tests", .list(.object(correlationTest)), "Unit tests"),
                .optional("BaseVersion", .integer, "The version this was copied from"),
            ]
        ),
        mayIgnoreExtraKeys: false
    )

    private static let correlationTest = ObjectShape([
        .required("Name", .string, "What the test shows"),
        .required("ExpectedResult", .boolean, "Whether the rule must match"),
        .required(
            "RuleOutputs",
            .list(
                .object(
                    ObjectShape([
                        .required("ID", .string, "A step"),
                        .optional("Matches", .any, "Field → value → times"),
                    ])
                )
            ),
            "What the steps' rules found"
        ),
    ])
}
