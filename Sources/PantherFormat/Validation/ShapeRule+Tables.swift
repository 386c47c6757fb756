/// The tables of the second pass.
extension ShapeRule {
    private static func must(_ name: String, _ rule: ShapeRule) -> Property {
        Property(name: name, rule: rule, isRequired: true)
    }

    private static func may(_ name: String, _ rule: ShapeRule) -> Property {
        Property(name: name, rule: rule, isRequired: false)
    }

    static let scalar = ShapeRule.oneOf([.number, .string, .boolean])
    private static let deepKey = ShapeRule.list(.oneOf([.string, .integer]))

    private static let keySpecifier = ShapeRule.oneOf([
        .object([must("Key", .string)]), .object([must("DeepKey", deepKey)]), .object([must("KeyPath", .string)]),
    ])

    private static let enrichment = must(
        "Enrichment",
        .object([must("Table", .string), must("Selector", .string), must("FieldPath", .string)])
    )

    /// Subject and condition; with a value; with values.
    private static func comparisons(_ subject: Property, alone: Bool) -> [ShapeRule] {
        let condition = must("Condition", .string)
        return (alone ? [.object([subject, condition])] : []) + [
            .object([subject, condition, must("Value", scalar)])
        ]
            + [ShapeRule.number, .string, .boolean].map { kind in
                .object([subject, condition, must("Values", .list(kind, count: 1...Int.max))])
            } + [.object([subject, condition, must("Values", .list(.any, count: 0...0))])]
    }

    private static let filterForms: [ShapeRule] =
        comparisons(must("KeyPath", .string), alone: true) + comparisons(enrichment, alone: false)

    static let inlineFilterList = ShapeRule.list(
        .oneOf(filterForms + ["All", "Any"].map { .object([must($0, .inlineFilters)]) })
    )

    private static let listCondition = must(
        "Condition",
        .choice(["AllElements", "AnyElement", "NoElement", "OnlyOneElement"])
    )

    private static let schedule = ShapeRule.object([
        may("CronExpression", .string), may("RateMinutes", .integer), must("TimeoutMinutes", .integer),
    ])

    private static let steps = ShapeRule.list(
        .object([
            may("ID", .string), must("RuleID", .string), may("MinMatchCount", .integer), may("MaxMatchCount", .integer),
            may("Absence", .boolean),
        ])
    )

    private static let transitions = ShapeRule.list(
        .object([
            may("ID", .string), must("From", .string), must("To", .string), may("WithinTimeFrameMinutes", .integer),
            may("Match", .list(.object([may("On", .string), may("From", .string), may("To", .string)]), count: 1...1)),
        ])
    )

    private static let correlationCommon = [
        may("EventEvaluationOrder", .choice(["Chronological", "ReverseChronological"])),
        may("LookbackWindowMinutes", .integer), must("Schedule", schedule),
    ]

    private static let correlations: [ShapeRule] = [
        .object(correlationCommon + [must("Sequence", steps), may("Transitions", transitions)]),
        .object(
            correlationCommon + [
                must("Group", steps),
                may("MatchCriteria", .map(.list(.object([must("GroupID", .string), must("Match", .string)])))),
                may("MinMatchCount", .integer),
            ]
        ),
    ]

    static let matchExpressionList = ShapeRule.list(
        .oneOf(
            filterForms + comparisons(must("Key", .string), alone: true)
                + comparisons(must("DeepKey", deepKey), alone: true)
                + ["All", "Any", "OnlyOne", "None"].map { .object([must($0, .matchExpressions)]) }
                + [must("Key", .string), must("DeepKey", .list(.string)), must("KeyPath", .string)].map { subject in
                    .object([must("Expressions", .matchExpressions), subject, listCondition])
                } + [
                    .object([must("Condition", .choice(["AlwaysTrue", "AlwaysFalse"]))]),
                    .object([must("Condition", .string), must("Values", .list(keySpecifier, count: 2...2))]),
                ] + correlations
        )
    )

    private static let test = ShapeRule.object([
        must("Name", .string), must("ExpectedResult", .boolean), may("ExpectedDestinations", .list(.string)),
        may("LogType", .string), may("ResourceType", .string),
        may("Mocks", .list(.map(.oneOf([.string, .number, .boolean, .map(.any), .list(.any)])))),
        may("Log", .any), may("Resource", .any),
        may("RuleOutputs", .list(.object([must("ID", .string), may("Matches", .map(.map(.list(.any))))]))),
    ])

    private static let associated = ShapeRule.object([must("LogType", .string), must("Selectors", .list(.string))])

    /// A store must say how it is read, by exactly one of two keys; a query says when it runs, likewise.
    private static let refresh = ShapeRule.oneOf(
        ["GCSCredentials", "RoleARN"].map { credential in
            .object(
                [
                    must("PeriodMinutes", .integer), may("AlarmPeriodMinutes", .integer), must("ObjectPath", .string),
                    may("ObjectKMSKey", .string), may("StorageProvider", .string), must(credential, .string),
                ]
            )
        } + [.object([must("PeriodMinutes", .integer)]), .object([must("CronExpression", .string)])]
    )

    /// An item of any type; what the first pass has settled for every type that may have the key is left out.
    static let item = ShapeRule.object(
        [
            may("Description", .string), may("DisplayName", .string), may("Enabled", .boolean),
            may("CreatedBy", .string),
            may("Filename", .string), may("LogTypes", .list(.string)), may("OnlyUseBaseRiskScore", .boolean),
            may("Reference", .string), may("Reports", .map(.list(.oneOf([.string, .number])))), may("Runbook", .string),
            may(
                "Severity",
                .choice([
                    "Info", "INFO", "Low", "LOW", "Medium", "MEDIUM", "High", "HIGH", "Critical", "CRITICAL",
                ])
            ),
            may("Tags", .list(.string)), may("Tests", .list(test)), may("PolicyID", .string),
            may("ResourceTypes", .list(.string)), may("Suppressions", .list(.string)), may("DataModelID", .string),
            may(
                "Mappings",
                .list(.object([must("Name", .string), may("Method", .string), may("Path", .string)]))
            ),
            may("DedupPeriodMinutes", .integer), may("OutputIds", .list(.string)), may("RuleID", .string),
            may("SummaryAttributes", .list(.string)), may("Threshold", .integer), may("CreateAlert", .boolean),
            may("ScheduledQueries", .list(.string)), may("GlobalID", .string), may("AthenaQuery", .string),
            may("Query", .string), may("QueryName", .string), may("Schedule", schedule), may("SnowflakeQuery", .string),
            may("DatabricksQuery", .string), may("Lookback", .boolean), may("LookbackWindowSeconds", .integer),
            may(
                "LogTypeMap",
                .object([must("PrimaryKey", .string), may("AssociatedLogTypes", .list(associated))])
            ),
            may("LookupName", .string), may("Refresh", .mapKeeping(refresh)), may("Schema", .string),
            may("PackID", .string),
            may("PackDefinition", .object([must("IDs", .list(.string))])), may("Detection", .matchExpressions),
            may("InlineFilters", .inlineFilters), may("GroupBy", .list(keySpecifier)),
            may("AlertContext", .list(.object([must("KeyName", .string), must("KeyValue", keySpecifier)]))),
            may("AlertTitle", .string),
            may(
                "DynamicSeverities",
                .list(.object([must("ChangeTo", .string), must("Conditions", .list(.any))]))
            ),
        ],
        isOpen: true
    )
}
