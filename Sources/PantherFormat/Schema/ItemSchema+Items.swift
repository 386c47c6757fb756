extension ItemSchema {
    private static let baseVersion = KeyRow.optional("BaseVersion", .integer, "The version this was copied from")
    private static let query = KeyRow.atLeastOne(queryKeys, .string, "The SQL, for each engine that it is written for")

    /// `datamodel`.
    static let dataModel = ItemSchema(
        name: "datamodel",
        shape: ObjectShape([
            .required("AnalysisType", .choice(["datamodel"]), "The kind of item"),
            .required("DataModelID", .identifier, "The identifier, unique among all items"),
            .required("Enabled", .boolean, "Whether it is used; one enabled model per log type"),
            .required("LogTypes", .list(.string), "The logs it serves"),
            .required(
                "Mappings",
                .list(
                    .object(
                        ObjectShape([
                            .required("Name", .string, "The common name"),
                            .exactlyOne(["Method", "Path"], .string, "A function of the file, or a JSONPath"),
                        ])
                    )
                ),
                "Common names and their origins"
            ),
            .optional("DisplayName", .identifier, "The name people read"),
            .optional("Filename", .string, "The Python file that holds the methods"),
            baseVersion,
        ]),
        mayIgnoreExtraKeys: false
    )

    /// `global`.
    static let global = ItemSchema(
        name: "global",
        shape: ObjectShape([
            .required("AnalysisType", .choice(["global"]), "The kind of item"),
            .required("Filename", .string, "The Python file beside this one"),
            .required("GlobalID", .identifier, "The identifier, and the name rules import"),
            .optional("Description", .string, "What it offers"),
            .optional("Tags", .list(.string), "Labels"),
            baseVersion,
        ]),
        mayIgnoreExtraKeys: false
    )

    /// `pack`.
    static let pack = ItemSchema(
        name: "pack",
        shape: ObjectShape([
            .required("AnalysisType", .choice(["pack"]), "The kind of item"),
            .required("PackID", .identifier, "The identifier, unique among all items"),
            .required(
                "PackDefinition",
                .object(ObjectShape([.required("IDs", .list(.string), "Identifiers of items")])),
                "Its members, all of which must exist"
            ),
            .optional("Description", .string, "What it is for"),
            .optional("DisplayName", .identifier, "The name people read"),
        ]),
        mayIgnoreExtraKeys: false
    )

    /// `saved_query`.
    static let savedQuery = ItemSchema(
        name: "saved_query",
        shape: ObjectShape([
            .required("AnalysisType", .choice(["saved_query"]), "The kind of item"),
            .required("QueryName", .identifier, "The identifier, unique among all items"),
            query,
            .optional("Description", .string, "What it asks"),
            .optional("Tags", .list(.string), "Labels"),
            .optional("Lookback", .boolean, "Whether the window below applies"),
            .optional("LookbackWindowSeconds", .integer, "How far back it looks"),
            baseVersion,
        ]),
        mayIgnoreExtraKeys: false
    )

    private static let schedule = ValueShape.schedule(
        ObjectShape([
            .exactlyOne(
                ["CronExpression", "RateMinutes"],
                .either([.string, .integer]),
                "When: as cron says it, or every so many minutes (more than 1)"
            ),
            .required("TimeoutMinutes", .integer, "How long it may take; not more than `RateMinutes`"),
        ])
    )

    /// `scheduled_query`.
    static let scheduledQuery = ItemSchema(
        name: "scheduled_query",
        shape: ObjectShape([
            .required("AnalysisType", .choice(["scheduled_query"]), "The kind of item"),
            .required("QueryName", .identifier, "The identifier, unique among all items"),
            .required("Enabled", .boolean, "Whether it is to run"),
            query,
            .required("Schedule", schedule, "When it runs"),
            .optional("Description", .string, "What it asks"),
            .optional("Tags", .list(.string), "Labels"),
            .optional("Lookback", .boolean, "Whether the window below applies"),
            .optional("LookbackWindowSeconds", .integer, "How far back it looks"),
            .optional(
                "EmailConfig",
                .object(
                    ObjectShape([
                        .required("Recipients", .list(.string), "Addresses"),
                        .optional("SendEmpty", .boolean, "Whether to send when there are no rows"),
                        .optional("PreferAttachment", .boolean, "Whether rows are attached"),
                    ])
                ),
                "Who is sent the rows"
            ),
            baseVersion,
        ]),
        mayIgnoreExtraKeys: false
    )

    /// `scheduled_prompt`.
    static let scheduledPrompt = ItemSchema(
        name: "scheduled_prompt",
        shape: ObjectShape([
            .required("AnalysisType", .choice(["scheduled_prompt"]), "The kind of item"),
            .required("PromptName", .promptName, "The identifier, unique among all items"),
            .required("DisplayName", .string, "The name people read"),
            .required("PromptText", .string, "What is asked"),
            .required("RunAsUser", .nonEmptyString, "In whose name"),
            .required("Schedule", schedule, "When it runs"),
            .optional("Description", .string, "What it is for"),
            .optional("OutputLength", .choice(["small", "medium", "largest"]), "How long the answer may be"),
            .optional("Enabled", .boolean, "Whether it is to run"),
            .optional("Private", .onlyFalse, "Prompts in files are shared"),
        ]),
        mayIgnoreExtraKeys: false
    )

    private static let logTypeMap = KeyRow.required(
        "LogTypeMap",
        .object(
            ObjectShape([
                .required("PrimaryKey", .string, "The table's key"),
                .optional(
                    "AssociatedLogTypes",
                    .list(
                        .object(
                            ObjectShape([
                                .required("LogType", .string, "A log"),
                                .optional("Selectors", .list(.string), "Its fields that are looked up"),
                            ])
                        )
                    ),
                    "The logs it enriches"
                ),
            ])
        ),
        "What is looked up in which logs"
    )

    /// `lookup_table` from a file or an object store.
    static let lookupTable = ItemSchema(
        name: "lookup_table",
        shape: ObjectShape([
            .required("AnalysisType", .choice(["lookup_table"]), "The kind of item"),
            .required("LookupName", .string, "The identifier, unique among all items"),
            .required("Enabled", .boolean, "Whether it is used"),
            .atLeastOne(
                ["Filename", "Refresh"],
                .either([
                    .string,
                    .object(
                        ObjectShape([
                            .required("ObjectPath", .string, "The object that holds the rows"),
                            .optional("PeriodMinutes", .integer, "How often it is read"),
                            .optional("AlarmPeriodMinutes", .integer, "When a stale table raises an alarm"),
                            .optional("RoleARN", .string, "The role that reads it"),
                            .optional("ObjectKMSKey", .string, "The key that decrypts it"),
                            .optional("GCSCredentials", .string, "Credentials that read it"),
                            .optional("StorageProvider", .string, "Where it is"),
                        ])
                    ),
                ]),
                "The file beside this one, or where to fetch rows"
            ),
            .required("Schema", .string, "The schema of the rows"),
            logTypeMap,
            .optional("Description", .string, "What it holds"),
            .optional("Reference", .string, "A link"),
            baseVersion,
        ]),
        mayIgnoreExtraKeys: false
    )

    /// `lookup_table` whose rows a query gives.
    static let queryLookupTable = ItemSchema(
        name: "lookup_table with a query",
        shape: ObjectShape([
            .required("AnalysisType", .choice(["lookup_table"]), "The kind of item"),
            .required("LookupName", .string, "The identifier, unique among all items"),
            .required("Enabled", .boolean, "Whether it is used"),
            query,
            logTypeMap,
            .required(
                "Refresh",
                .either([
                    .object(ObjectShape([.required("PeriodMinutes", .integer, "How often it is run")])),
                    .object(ObjectShape([.required("CronExpression", .string, "When it is run")])),
                ]),
                "When the query runs"
            ),
            .optional("Indicators", named("Indicators"), "Indicators in the rows"),
            .optional("Validations", named("Validations"), "Checks on the rows"),
            .optional("Description", .string, "What it holds"),
            .optional("Reference", .string, "A link"),
            baseVersion,
        ]),
        mayIgnoreExtraKeys: false
    )

    private static func named(_ key: String) -> ValueShape {
        .list(
            .object(
                ObjectShape([
                    .required("Field", .string, "A column"),
                    .required(key, .list(.string), "What applies to it"),
                ])
            )
        )
    }
}
