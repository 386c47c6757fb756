package import PythonRuntime

/// `requests`, for rules that ask the web: everything can be made and named, and a request raises
/// `requests.ConnectionError`, as it does on a machine without a network. Source: requests 2.33.
package enum Requests {
    /// One row for each module.
    package static let modules = [package, exceptions, authentication]

    private static let verbs = ["get", "options", "head", "post", "put", "patch", "delete"]

    private static let package = NativeModule(
        "requests",
        "HTTP; every request is refused, as rules have no network.",
        functions: verbs.map { verb in
            NativeFunction("\(verb)(url, *args, **kwargs)", "Raises: rules have no network.") {
                (machine: inout Machine, arguments) throws(Raised) in
                throw refuse(arguments[0], &machine)
            }
        } + [
            NativeFunction("request(method, url, **kwargs)", "Raises: rules have no network.") {
                (machine: inout Machine, arguments) throws(Raised) in
                throw refuse(arguments[1], &machine)
            },
            NativeFunction("session()", "A session.") { (machine: inout Machine, _) throws(Raised) in
                try machine.call(.type(machine.libraryType("requests.Session")), [])
            },
        ],
        types: [sessionType, responseType],
        constants: { (machine: inout Machine) throws(Raised) in
            let exceptions = try machine.importOne("requests.exceptions")
            var names = [("exceptions", exceptions)]
            for name in exported {
                names.append((name, try machine.attribute(exceptions, machine.name(name))))
            }
            return names
        }
    )

    /// The exceptions that the package itself names.
    private static let exported = [
        "RequestException", "HTTPError", "ConnectionError", "ConnectTimeout", "ReadTimeout", "Timeout",
        "TooManyRedirects", "URLRequired", "JSONDecodeError",
    ]

    private static let exceptions = NativeModule(
        "requests.exceptions",
        "What requests raises.",
        exceptions: [
            ("RequestException", "OSError"),
            ("InvalidJSONError", "RequestException"),
            ("JSONDecodeError", "InvalidJSONError json.decoder.JSONDecodeError"),
            ("HTTPError", "RequestException"),
            ("ConnectionError", "RequestException"),
            ("ProxyError", "ConnectionError"),
            ("SSLError", "ConnectionError"),
            ("Timeout", "RequestException"),
            ("ConnectTimeout", "ConnectionError Timeout"),
            ("ReadTimeout", "Timeout"),
            ("URLRequired", "RequestException"),
            ("TooManyRedirects", "RequestException"),
            ("MissingSchema", "RequestException ValueError"),
            ("InvalidSchema", "RequestException ValueError"),
            ("InvalidURL", "RequestException ValueError"),
            ("InvalidHeader", "RequestException ValueError"),
            ("InvalidProxyURL", "InvalidURL"),
            ("ChunkedEncodingError", "RequestException"),
            ("ContentDecodingError", "RequestException"),
            ("StreamConsumedError", "RequestException TypeError"),
            ("RetryError", "RequestException"),
            ("UnrewindableBodyError", "RequestException"),
        ],
        constants: { (machine: inout Machine) throws(Raised) in
            let type = machine.libraryException("requests.exceptions.RequestException")
            try machine.setAttribute(type, machine.name("__init__"), to: machine.makeNative(initializer))
            return []
        }
    )

    private static let initializer = NativeFunction("__init__(self, *args, **kwargs)", "Keeps response and request.") {
        (machine: inout Machine, arguments) throws(Raised) in
        var parts: [Value] = []
        for index in 0..<machine.tupleCount(arguments[1]) { parts.append(machine.tupleElement(arguments[1], index)) }
        try machine.setExceptionArguments(arguments[0], parts)
        for name in ["response", "request"] {
            let value = try machine.lookup(machine.intern(name), in: arguments[2])
            try machine.setAttribute(arguments[0], machine.name(name), to: value.isUnbound ? .none : value)
        }
        return .none
    }

    private static let authentication = NativeModule(
        "requests.auth",
        "Credentials of requests.",
        types: ["HTTPBasicAuth", "HTTPDigestAuth", "HTTPProxyAuth"].map { name in
            NativeType(
                name,
                module: "requests.auth",
                "Name and password.",
                properties: [
                    NativeFunction("username(self)", "The name.") {
                        (machine: inout Machine, arguments) throws(Raised) in machine.objectField(arguments[0], 0)
                    },
                    NativeFunction("password(self)", "The password.") {
                        (machine: inout Machine, arguments) throws(Raised) in machine.objectField(arguments[0], 1)
                    },
                ],
                slots: .init {
                    $0.construct = NativeFunction("\(name)(cls, username, password)", "Name and password.") {
                        (machine: inout Machine, arguments) throws(Raised) in
                        try machine.makeObject(
                            machine.libraryType("requests.auth.\(name)"),
                            [arguments[1], arguments[2]]
                        )
                    }
                }
            )
        }
    )

    // MARK: Sessions

    /// A session: its attributes by name, in a dictionary.
    private static let sessionType = NativeType(
        "Session",
        module: "requests",
        "Settings that requests share; every request raises.",
        methods: verbs.map { verb in
            NativeFunction("\(verb)(self, url, **kwargs)", "Raises: rules have no network.") {
                (machine: inout Machine, arguments) throws(Raised) in
                throw refuse(arguments[1], &machine)
            }
        } + [
            NativeFunction("request(self, method, url, *args, **kwargs)", "Raises: rules have no network.") {
                (machine: inout Machine, arguments) throws(Raised) in
                throw refuse(arguments[2], &machine)
            },
            NativeFunction("mount(self, prefix, adapter)", "Does nothing.") { (_, _) throws(Raised) in .none },
            NativeFunction("close(self)", "Does nothing.") { (_, _) throws(Raised) in .none },
            NativeFunction("__enter__(self)", "Itself.") { (_, arguments) throws(Raised) in arguments[0] },
            NativeFunction("__exit__(self, *args)", "Does nothing.") { (_, _) throws(Raised) in .none },
        ],
        slots: .init {
            $0.construct = NativeFunction("Session(cls)", "A session.") {
                (machine: inout Machine, _) throws(Raised) in
                let attributes = try machine.makeDictionary()
                for name in ["headers", "params", "proxies", "cookies"] {
                    try machine.set(machine.intern(name), to: try machine.makeDictionary(), in: attributes)
                }
                for name in ["auth", "cert"] { try machine.set(machine.intern(name), to: .none, in: attributes) }
                try machine.set(machine.intern("verify"), to: .true, in: attributes)
                return try machine.makeObject(machine.libraryType("requests.Session"), [attributes])
            }
            $0.attribute = { (machine: inout Machine, session, name) throws(Raised) in
                try machine.lookup(name, in: machine.objectField(session, 0))
            }
            $0.setAttribute = { (machine: inout Machine, session, name, value) throws(Raised) in
                try machine.set(name, to: value, in: machine.objectField(session, 0))
            }
        }
    )

    /// For annotations and `isinstance`: no request ever returns one.
    private static let responseType = NativeType("Response", module: "requests", "The answer of a request.")

    // MARK: Refusing

    /// What a request of `url` raises: an address that is none is said first.
    private static func refuse(_ url: Value, _ machine: inout Machine) -> Raised {
        do throws(Raised) {
            let text = machine.string(try machine.str(url))
            let (exception, message) = refusal(of: text)
            return machine.raise(
                exception,
                of: "requests.exceptions",
                [try machine.makeString(message)]
            )
        } catch {
            return error
        }
    }

    private static func refusal(of url: String) -> (exception: String, message: String) {
        let parts = url.split(separator: ":", maxSplits: 1)
        guard let scheme = parts.first?.lowercased(), parts.count == 2, url.contains("://") else {
            return (
                "MissingSchema", "Invalid URL '\(url)': No scheme supplied. Perhaps you meant https://\(url)?"
            )
        }
        guard scheme == "http" || scheme == "https" else {
            return ("InvalidSchema", "No connection adapters were found for '\(url)'")
        }
        let rest = parts[1].dropFirst(2)
        let authority = rest.prefix { $0 != "/" && $0 != "?" && $0 != "#" }
        guard !authority.isEmpty else { return ("InvalidURL", "Invalid URL '\(url)': No host supplied") }
        let address = authority.split(separator: "@").last ?? authority
        let host = address.prefix { $0 != ":" }
        let fallbackPort = scheme == "http" ? "80" : "443"
        let port = address.contains(":") ? String(address.drop { $0 != ":" }.dropFirst()) : fallbackPort
        var path = String(rest.dropFirst(authority.count).prefix { $0 != "#" })
        if !path.hasPrefix("/") { path = "/" + path }
        let pool = scheme == "http" ? "HTTPConnectionPool" : "HTTPSConnectionPool"
        return (
            "ConnectionError",
            "\(pool)(host='\(host.lowercased())', port=\(port)): Max retries exceeded with url: \(path) "
                + "(Caused by NameResolutionError: rules have no network)"
        )
    }
}
