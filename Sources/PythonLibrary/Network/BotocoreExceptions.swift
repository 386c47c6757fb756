import PythonRuntime

/// `botocore.exceptions`: the classes that rules catch around calls of AWS. Source: botocore 1.42.
enum BotocoreExceptions {
    static let name = "botocore.exceptions"

    static let module = NativeModule(
        name,
        "What AWS's libraries raise.",
        exceptions: rows.map { ($0.name, $0.bases) } + [
            ("ClientError", "Exception"), ("EventStreamError", "ClientError"),
        ],
        constants: { (machine: inout Machine) throws(Raised) in
            for row in rows {
                guard let format = row.format else { continue }
                let type = machine.libraryException("\(name).\(row.name)")
                try machine.setAttribute(type, machine.name("fmt"), to: machine.intern(format))
            }
            for (owner, initializer) in initializers {
                let type = machine.libraryException("\(name).\(owner)")
                try machine.setAttribute(type, machine.name("__init__"), to: machine.makeNative(initializer))
            }
            let template = machine.intern(clientErrorTemplate)
            try machine.setAttribute(
                machine.libraryException("\(name).ClientError"),
                machine.name("MSG_TEMPLATE"),
                to: template
            )
            return []
        }
    )

    /// Class, its bases, and its text as `str.format` fills it from the keywords it is made with.
    private static let rows: [(name: String, bases: String, format: String?)] = [
        ("BotoCoreError", "Exception", "An unspecified error occurred"),
        ("DataNotFoundError", "BotoCoreError", "Unable to load data for: {data_path}"),
        (
            "UnknownServiceError", "DataNotFoundError",
            "Unknown service: '{service_name}'. Valid service names are: {known_service_names}"
        ),
        ("UnknownRegionError", "BotoCoreError", "Unknown region: '{region_name}'. {error_msg}"),
        ("HTTPClientError", "BotoCoreError", "An HTTP Client raised an unhandled exception: {error}"),
        ("ConnectionError", "BotoCoreError", "An HTTP Client failed to establish a connection: {error}"),
        ("EndpointConnectionError", "ConnectionError", "Could not connect to the endpoint URL: \"{endpoint_url}\""),
        ("SSLError", "ConnectionError", "SSL validation failed for {endpoint_url} {error}"),
        (
            "ConnectionClosedError", "HTTPClientError",
            "Connection was closed before we received a valid response from endpoint URL: \"{endpoint_url}\"."
        ),
        ("ReadTimeoutError", "HTTPClientError", "Read timeout on endpoint URL: \"{endpoint_url}\""),
        ("ConnectTimeoutError", "ConnectionError", "Connect timeout on endpoint URL: \"{endpoint_url}\""),
        ("ProxyConnectionError", "ConnectionError", "Failed to connect to proxy URL: \"{proxy_url}\""),
        ("NoCredentialsError", "BotoCoreError", "Unable to locate credentials"),
        ("NoAuthTokenError", "BotoCoreError", "Unable to locate authorization token"),
        ("TokenRetrievalError", "BotoCoreError", "Error when retrieving token from {provider}: {error_msg}"),
        ("PartialCredentialsError", "BotoCoreError", "Partial credentials found in {provider}, missing: {cred_var}"),
        (
            "CredentialRetrievalError", "BotoCoreError",
            "Error when retrieving credentials from {provider}: {error_msg}"
        ),
        ("ServiceNotInRegionError", "BotoCoreError", "Service {service_name} not available in region {region_name}"),
        ("BaseEndpointResolverError", "BotoCoreError", nil),
        ("NoRegionError", "BaseEndpointResolverError", "You must specify a region."),
        (
            "UnknownEndpointError", "BaseEndpointResolverError ValueError",
            "Unable to construct an endpoint for {service_name} in region {region_name}"
        ),
        ("ProfileNotFound", "BotoCoreError", "The config profile ({profile}) could not be found"),
        ("ConfigNotFound", "BotoCoreError", "The specified config file ({path}) could not be found."),
        (
            "MissingParametersError", "BotoCoreError",
            "The following required parameters are missing for {object_name}: {missing}"
        ),
        ("ValidationError", "BotoCoreError", "Invalid value ('{value}') for param {param} of type {type_name} "),
        ("ParamValidationError", "BotoCoreError", "Parameter validation failed:\n{report}"),
        (
            "InvalidRegionError", "ValidationError ValueError",
            "Provided region_name '{region_name}' doesn't match a supported format."
        ),
        ("PaginationError", "BotoCoreError", "Error during pagination: {message}"),
        ("OperationNotPageableError", "BotoCoreError", "Operation cannot be paginated: {operation_name}"),
        ("WaiterError", "BotoCoreError", "Waiter {name} failed: {reason}"),
        ("MetadataRetrievalError", "BotoCoreError", "Error retrieving metadata: {error_msg}"),
    ]

    private static let clientErrorTemplate =
        "An error occurred ({error_code}) when calling the {operation_name} operation{retry_info}: {error_message}"

    private static let initializers: [(owner: String, function: NativeFunction)] = [
        ("BotoCoreError", NativeFunction("__init__(self, **kwargs)", "Its text, filled from the keywords.", fill)),
        (
            "HTTPClientError",
            NativeFunction("__init__(self, request=None, response=None, **kwargs)", "Likewise.") {
                (machine: inout Machine, arguments) throws(Raised) in
                try machine.setAttribute(arguments[0], machine.name("request"), to: arguments[1])
                try machine.setAttribute(arguments[0], machine.name("response"), to: arguments[2])
                try fill(arguments[0], arguments[3], &machine)
                return .none
            }
        ),
        (
            "WaiterError",
            NativeFunction("__init__(self, name, reason, last_response)", "A waiter that gave up.") {
                (machine: inout Machine, arguments) throws(Raised) in
                let keywords = try machine.makeDictionary()
                try machine.set(machine.intern("name"), to: arguments[1], in: keywords)
                try machine.set(machine.intern("reason"), to: arguments[2], in: keywords)
                try machine.setAttribute(arguments[0], machine.name("last_response"), to: arguments[3])
                try fill(arguments[0], keywords, &machine)
                return .none
            }
        ),
        (
            "ClientError",
            NativeFunction("__init__(self, error_response, operation_name)", "What AWS answered.", answered)
        ),
    ]

    private static func fill(_ machine: inout Machine, _ arguments: NativeArguments) throws(Raised) -> Value {
        try fill(arguments[0], arguments[1], &machine)
        return .none
    }

    /// Gives an exception its text, the class's `fmt` filled from `keywords`, and keeps the keywords.
    private static func fill(_ instance: Value, _ keywords: Value, _ machine: inout Machine) throws(Raised) {
        let format = try machine.attribute(instance, machine.name("fmt"))
        let text = try machine.callMethod(format, "format_map", [keywords])
        try machine.setExceptionArguments(instance, [text])
        try machine.setAttribute(instance, machine.name("kwargs"), to: keywords)
    }

    private static func answered(_ machine: inout Machine, _ arguments: NativeArguments) throws(Raised) -> Value {
        let response = arguments[1]
        func member(_ mapping: Value, _ key: String, _ fallback: Value) throws(Raised) -> Value {
            try machine.callMethod(mapping, "get", [machine.intern(key), fallback])
        }
        let error = try member(response, "Error", try machine.makeDictionary())
        var retries = machine.intern("")
        let metadata = try member(response, "ResponseMetadata", .none)
        if !metadata.isNone, try machine.truth(try member(metadata, "MaxAttemptsReached", .false)) {
            let attempts = try member(metadata, "RetryAttempts", .unbound)
            if !attempts.isUnbound {
                let count = machine.string(try machine.str(attempts))
                retries = try machine.makeString(" (reached max retries: \(count))")
            }
        }
        let fields = try machine.makeDictionary()
        for (name, value) in [
            ("error_code", try member(error, "Code", machine.intern("Unknown"))),
            ("error_message", try member(error, "Message", machine.intern("Unknown"))),
            ("operation_name", arguments[2]), ("retry_info", retries),
        ] {
            try machine.set(machine.intern(name), to: value, in: fields)
        }
        let template = try machine.attribute(arguments[0], machine.name("MSG_TEMPLATE"))
        let text = try machine.callMethod(template, "format_map", [fields])
        try machine.setExceptionArguments(arguments[0], [text])
        try machine.setAttribute(arguments[0], machine.name("response"), to: response)
        try machine.setAttribute(arguments[0], machine.name("operation_name"), to: arguments[2])
        return .none
    }
}

extension Machine {
    /// Makes an exception pending that a module of the library defines, made with these keywords.
    mutating func raise(
        _ exception: String,
        of module: String,
        _ arguments: [Value] = [],
        keywords: [(String, Value)] = []
    ) -> Raised {
        do throws(Raised) {
            _ = try importModule(module, leaf: true)
            var named: [(name: Value, value: Value)] = []
            for (key, value) in keywords { named.append((intern(key), value)) }
            return raise(try call(libraryException("\(module).\(exception)"), arguments, keywords: named))
        } catch {
            return error
        }
    }
}
