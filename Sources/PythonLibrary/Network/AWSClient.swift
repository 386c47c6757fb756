import PythonRuntime

/// `botocore.client`: a client has every operation, and each raises.
enum AWSClient {
    /// Fields: those of ``AWSTarget``.
    static let clientType = NativeType(
        "BaseClient",
        module: "botocore.client",
        "A client of a service: every operation raises, as rules have no network.",
        properties: [
            NativeFunction("exceptions(self)", "What the service raises, by name.") {
                (machine: inout Machine, _) throws(Raised) in
                try machine.makeObject(machine.libraryType("botocore.client.ClientExceptions"), [])
            }
        ],
        slots: .init {
            $0.attribute = { (machine: inout Machine, client, name) throws(Raised) in
                machine.text(name, is: "exceptions") ? .unbound : try operation(name, of: client, &machine)
            }
            $0.repr = { (machine: inout Machine, client) throws(Raised) in
                let service = machine.string(machine.objectField(client, 0))
                return try machine.makeString("<botocore.client.\(service) object>")
            }
        }
    )

    /// Fields: those of ``AWSTarget``, then the name.
    static let operationType = NativeType(
        "ClientMethod",
        module: "botocore.client",
        "An operation of a service; calling it, or going through what it would return, raises.",
        slots: .init {
            $0.call = NativeFunction("operation(self, *args, **kwargs)", "Raises: there is no network.") {
                (machine: inout Machine, arguments) throws(Raised) in
                // Collections are lazy: the request is made when someone goes through one.
                if collectionMethods.contains(machine.string(machine.objectField(arguments[0], 4))) {
                    return arguments[0]
                }
                throw AWSTarget(of: arguments[0], machine).refusal(&machine)
            }
            $0.attribute = { (machine: inout Machine, operation, name) throws(Raised) in
                try AWSClient.operation(name, of: operation, &machine)
            }
            $0.iterate = { (machine: inout Machine, operation) throws(Raised) in
                throw AWSTarget(of: operation, machine).refusal(&machine)
            }
        }
    )

    /// `client.exceptions`: any name is an exception class, to be caught; nothing here raises one.
    static let exceptionsType = NativeType(
        "ClientExceptions",
        module: "botocore.client",
        "What a service raises: every name is a class derived from ClientError.",
        slots: .init {
            $0.attribute = { (machine: inout Machine, _, name) throws(Raised) in
                let text = machine.string(name)
                _ = try machine.importModule(BotocoreExceptions.name, leaf: true)
                let base = machine.libraryException("\(BotocoreExceptions.name).ClientError")
                if text == "ClientError" { return base }
                guard !text.hasPrefix("_") else { return .unbound }
                return try machine.defineException(text, bases: [base], module: "botocore.errorfactory")
            }
        }
    )

    private static let collectionMethods: Set<String> = ["all", "filter", "limit", "page_size", "pages"]

    static func make(_ target: AWSTarget, _ machine: inout Machine) throws(Raised) -> Value {
        _ = try machine.importModule("botocore.client", leaf: true)
        return try machine.makeObject(machine.libraryType("botocore.client.BaseClient"), target.fields)
    }

    /// The operation `name` of what talks to a target; unbound for names that begin with an underscore.
    static func operation(_ name: Value, of object: Value, _ machine: inout Machine) throws(Raised) -> Value {
        guard machine.memory.bytes(name).first != UInt8(ascii: "_") else { return .unbound }
        _ = try machine.importModule("botocore.client", leaf: true)
        return try machine.makeObject(
            machine.libraryType("botocore.client.ClientMethod"),
            AWSTarget(of: object, machine).fields + [name]
        )
    }
}
