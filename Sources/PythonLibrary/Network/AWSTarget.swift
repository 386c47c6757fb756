import PythonRuntime

/// What a client or a resource of AWS talks to, or would.
struct AWSTarget {
    /// A string: `dynamodb`.
    var service: Value
    /// A string, or None for a service that needs none.
    var region: Value
    /// The address given for it, or None.
    var address: Value
    /// Whether someone gave it credentials.
    var hasCredentials: Bool

    /// The fields of an object that carries it.
    var fields: [Value] { [service, region, address, .bool(hasCredentials)] }

    /// The target an object carries in its first fields.
    init(of object: Value, _ machine: borrowing Machine) {
        service = machine.objectField(object, 0)
        region = machine.objectField(object, 1)
        address = machine.objectField(object, 2)
        hasCredentials = machine.objectField(object, 3).isIdentical(to: .true)
    }

    init(service: Value, region: Value, address: Value, hasCredentials: Bool) {
        self.service = service
        self.region = region
        self.address = address
        self.hasCredentials = hasCredentials
    }

    /// What a request raises: there is no network, so either it cannot be signed, or no one answers.
    func refusal(_ machine: inout Machine) -> Raised {
        guard hasCredentials else { return machine.raise("NoCredentialsError", of: BotocoreExceptions.name) }
        do throws(Raised) {
            var url = address
            if !url.isString {
                let place = region.isString ? ".\(machine.string(region))" : ""
                url = try machine.makeString("https://\(machine.string(service))\(place).amazonaws.com/")
            }
            return machine.raise(
                "EndpointConnectionError",
                of: BotocoreExceptions.name,
                keywords: [("endpoint_url", url)]
            )
        } catch {
            return error
        }
    }
}
