package import PythonRuntime

/// `boto3`, for rules that ask AWS: clients and resources can be made, and every request raises what boto3 itself
/// raises on a machine that is no part of AWS, as rules have no network.
///
/// Without a region that is `NoRegionError` where the client is made, without credentials `NoCredentialsError` where it
/// is used, and with both `EndpointConnectionError`. A rule or test that catches these goes on as it does under the
/// reference. Operations of services are not known by name: a client has them all. Source: boto3 1.42.
package enum Boto3 {
    /// One row for each module.
    package static let modules = [
        package, session, exceptions, conditions, conditionsParent, botocore, botocoreClient, botocoreConfig,
        BotocoreExceptions.module,
    ]

    private static let package = NativeModule(
        "boto3",
        "AWS's library; every request is refused, as rules have no network.",
        functions: [
            NativeFunction("client(*args, **kwargs)", "A client of a service.") {
                (machine: inout Machine, arguments) throws(Raised) in
                try withDefaultSession("client", arguments, &machine)
            },
            NativeFunction("resource(*args, **kwargs)", "A resource of a service.") {
                (machine: inout Machine, arguments) throws(Raised) in
                try withDefaultSession("resource", arguments, &machine)
            },
            NativeFunction("setup_default_session(**kwargs)", "Does nothing.") { (_, _) throws(Raised) in .none },
            NativeFunction("set_stream_logger(*args, **kwargs)", "Does nothing.") { (_, _) throws(Raised) in .none },
        ],
        constants: { (machine: inout Machine) throws(Raised) in
            let session = try machine.importOne("boto3.session")
            return [
                ("session", session), ("exceptions", try machine.importOne("boto3.exceptions")),
                ("Session", try machine.attribute(session, machine.name("Session"))),
                ("DEFAULT_SESSION", .none),
            ]
        }
    )

    private static let session = NativeModule(
        "boto3.session",
        "Where clients and resources come from.",
        types: [sessionType, AWSResource.resourceType, AWSResource.factoryType, AWSResource.metaType]
    )

    private static let exceptions = NativeModule(
        "boto3.exceptions",
        "What boto3 itself raises.",
        exceptions: [
            ("Boto3Error", "Exception"),
            ("ResourceNotExistsError", "Boto3Error botocore.exceptions.DataNotFoundError"),
            ("S3UploadFailedError", "Boto3Error"), ("S3TransferFailedError", "Boto3Error"),
            ("DynamoDBOperationNotSupportedError", "Boto3Error"), ("NoVersionFound", "Boto3Error"),
        ]
    )

    private static let conditionsParent = NativeModule("boto3.dynamodb", "Conditions of DynamoDB.")

    private static let conditions = NativeModule(
        "boto3.dynamodb.conditions",
        "Conditions of DynamoDB's queries.",
        types: ["Key", "Attr"].map(conditionType)
    )

    private static let botocore = NativeModule("botocore", "What boto3 is made of.")
    private static let botocoreClient = NativeModule(
        "botocore.client",
        "Clients of services.",
        types: [AWSClient.clientType, AWSClient.operationType, AWSClient.exceptionsType],
        constants: { (machine: inout Machine) throws(Raised) in
            [("Config", try machine.attribute(try machine.importOne("botocore.config"), machine.name("Config")))]
        }
    )
    private static let botocoreConfig = NativeModule(
        "botocore.config",
        "Settings of a client.",
        types: [
            NativeType(
                "Config",
                module: "botocore.config",
                "Settings of a client; they have no effect.",
                slots: .init {
                    $0.construct = NativeFunction("Config(cls, *args, **kwargs)", "Settings.") {
                        (machine: inout Machine, arguments) throws(Raised) in
                        try machine.makeObject(machine.libraryType("botocore.config.Config"), [arguments[2]])
                    }
                    $0.attribute = { (machine: inout Machine, config, name) throws(Raised) in
                        try machine.lookup(name, in: machine.objectField(config, 0))
                    }
                }
            )
        ]
    )

    // MARK: Sessions

    private static let sessionSignature =
        "aws_access_key_id=None, aws_secret_access_key=None, aws_session_token=None, region_name=None, "
        + "botocore_session=None, profile_name=None, aws_account_id=None"
    private static let clientSignature =
        "service_name, region_name=None, api_version=None, use_ssl=True, verify=None, endpoint_url=None, "
        + "aws_access_key_id=None, aws_secret_access_key=None, aws_session_token=None, config=None, "
        + "aws_account_id=None"

    /// A session: region, whether it has credentials, profile.
    private static let sessionType = NativeType(
        "Session",
        module: "boto3.session",
        "Region and credentials that clients share.",
        methods: [
            NativeFunction("client(self, \(clientSignature))", "A client of a service.") {
                (machine: inout Machine, arguments) throws(Raised) in
                let target = try target(arguments, &machine)
                if target.region.isNone, !regionless.contains(machine.string(target.service)) {
                    throw machine.raise("NoRegionError", of: BotocoreExceptions.name)
                }
                return try AWSClient.make(target, &machine)
            },
            NativeFunction("resource(self, \(clientSignature))", "A resource of a service.") {
                (machine: inout Machine, arguments) throws(Raised) in
                let target = try target(arguments, &machine)
                let service = machine.string(target.service)
                guard resources.contains(service) else { throw noResource(service, &machine) }
                if target.region.isNone, !regionless.contains(service) {
                    throw machine.raise("NoRegionError", of: BotocoreExceptions.name)
                }
                return try AWSResource.make(target, &machine)
            },
            NativeFunction("get_credentials(self)", "None: there are none.") { (_, _) throws(Raised) in .none },
            NativeFunction("get_available_resources(self)", "Services that have resources.") {
                (machine: inout Machine, _) throws(Raised) in
                try machine.makeList(resources.map { machine.intern($0) })
            },
        ],
        properties: [
            NativeFunction("region_name(self)", "Its region.") { (machine: inout Machine, arguments) throws(Raised) in
                machine.objectField(arguments[0], 0)
            },
            NativeFunction("profile_name(self)", "Its profile.") { (machine: inout Machine, arguments) throws(Raised) in
                let profile = machine.objectField(arguments[0], 2)
                return profile.isNone ? machine.intern("default") : profile
            },
        ],
        slots: .init {
            $0.construct = NativeFunction("Session(cls, \(sessionSignature))", "A session.") {
                (machine: inout Machine, arguments) throws(Raised) in
                let profile = arguments[6]
                if !profile.isNone {
                    throw machine.raise(
                        "ProfileNotFound",
                        of: BotocoreExceptions.name,
                        keywords: [("profile", profile)]
                    )
                }
                return try makeSession(region: arguments[4], hasCredentials: !arguments[1].isNone, &machine)
            }
            $0.repr = { (machine: inout Machine, session) throws(Raised) in
                let region = machine.string(try machine.repr(machine.objectField(session, 0)))
                return try machine.makeString("Session(region_name=\(region))")
            }
        }
    )

    private static func makeSession(
        region: Value,
        hasCredentials: Bool,
        _ machine: inout Machine
    ) throws(Raised) -> Value {
        var region = region
        let variables = machine.environment.variables
        if region.isNone, let known = variables["AWS_DEFAULT_REGION"] { region = machine.intern(known) }
        let isSigned = hasCredentials || variables["AWS_ACCESS_KEY_ID"] != nil
        return try machine.makeObject(machine.libraryType("boto3.session.Session"), [region, .bool(isSigned), .none])
    }

    /// `session.client(…)` of a session made for the call.
    private static func withDefaultSession(
        _ method: String,
        _ arguments: NativeArguments,
        _ machine: inout Machine
    ) throws(Raised) -> Value {
        let session = try makeSession(region: .none, hasCredentials: false, &machine)
        var positional: [Value] = []
        for index in 0..<machine.tupleCount(arguments[0]) {
            positional.append(machine.tupleElement(arguments[0], index))
        }
        var keywords: [(name: Value, value: Value)] = []
        try machine.forEachEntry(arguments[1]) { (_: inout Machine, key, value) throws(Raised) in
            keywords.append((key, value))
            return true
        }
        let bound = try machine.attribute(session, machine.name(method))
        return try machine.call(bound, positional, keywords: keywords)
    }

    /// What a call of `client` or `resource` names: service, region, credentials and address.
    private static func target(_ arguments: NativeArguments, _ machine: inout Machine) throws(Raised) -> AWSTarget {
        let service = try machine.stringArgument(arguments[1], "expected string or bytes-like object, got '%'")
        let region = arguments[2].isNone ? machine.objectField(arguments[0], 0) : arguments[2]
        let isSigned = !arguments[7].isNone || machine.objectField(arguments[0], 1).isIdentical(to: .true)
        return AWSTarget(service: service, region: region, address: arguments[6], hasCredentials: isSigned)
    }

    private static func noResource(_ service: String, _ machine: inout Machine) -> Raised {
        let list = resources.map { "   - \($0)" }.joined(separator: "\n")
        let text =
            "The '\(service)' resource does not exist.\nThe available resources are:\n\(list)\n"
            + "\nConsider using a boto3.client('\(service)') instead of a resource for '\(service)'"
        do throws(Raised) {
            _ = try machine.importModule("boto3.exceptions", leaf: true)
            let type = machine.libraryException("boto3.exceptions.ResourceNotExistsError")
            return machine.raise(try machine.makeException(type, arguments: [try machine.makeString(text)]))
        } catch {
            return error
        }
    }

    /// Services whose clients need no region, as their endpoint is the same everywhere.
    private static let regionless: Set<String> = [
        "account", "billingconductor", "budgets", "ce", "chime", "cloudfront", "codecatalyst", "health", "iam",
        "importexport", "networkmanager", "notificationscontacts", "organizations", "route53", "s3", "savingsplans",
        "shield", "sts", "support", "taxsettings", "waf",
    ]

    /// Services that have resources.
    private static let resources = [
        "cloudformation", "cloudwatch", "dynamodb", "ec2", "glacier", "iam", "s3", "sns", "sqs",
    ]

    // MARK: Conditions

    /// `Key('a').eq(1) & Attr('b').exists()`: makes something to pass on; nothing reads it.
    private static func conditionType(_ name: String) -> NativeType {
        let path = "boto3.dynamodb.conditions.\(name)"
        return NativeType(
            name,
            module: "boto3.dynamodb.conditions",
            "A condition of a query; nothing reads it.",
            methods: [
                "eq", "ne", "lt", "lte", "gt", "gte", "begins_with", "between", "exists", "not_exists", "is_in",
                "contains", "size", "attribute_type",
            ].map { method in
                NativeFunction("\(method)(self, *values)", "A condition.") { (_, arguments) throws(Raised) in
                    arguments[0]
                }
            },
            properties: [
                NativeFunction("name(self)", "The attribute it is about.") {
                    (machine: inout Machine, arguments) throws(Raised) in machine.objectField(arguments[0], 0)
                }
            ],
            slots: .init {
                $0.construct = NativeFunction("\(name)(cls, name)", "An attribute.") {
                    (machine: inout Machine, arguments) throws(Raised) in
                    try machine.makeObject(machine.libraryType(path), [arguments[1]])
                }
                $0.binary = { (_: inout Machine, operation, left, _) throws(Raised) in
                    operation == .bitAnd || operation == .bitOr ? left : .notImplemented
                }
                $0.unary = { (_: inout Machine, _, value) throws(Raised) in value }
            }
        )
    }
}
