import PythonRuntime

/// Resources of boto3: `resource.Table("x")` is a part of the service with a name, its operations raise.
enum AWSResource {
    /// Fields: those of ``AWSTarget``, then the kind, `ServiceResource` or `Table`, then its identifiers as a tuple.
    static let resourceType = NativeType(
        "ServiceResource",
        module: "boto3.session",
        "A service or a part of it: names with a capital are parts, all others are operations, which raise.",
        slots: .init {
            $0.attribute = attribute
            $0.repr = { (machine: inout Machine, resource) throws(Raised) in
                let service = machine.string(machine.objectField(resource, 0))
                let kind = machine.string(machine.objectField(resource, 4))
                let identifiers = machine.objectField(resource, 5)
                guard machine.tupleCount(identifiers) > 0 else {
                    return try machine.makeString("\(service).\(kind)()")
                }
                let first = machine.string(try machine.repr(machine.tupleElement(identifiers, 0)))
                return try machine.makeString("\(service).\(kind)(name=\(first))")
            }
        }
    )

    /// `resource.meta`: its one field is the client.
    static let metaType = NativeType(
        "ResourceMeta",
        module: "boto3.session",
        "What a resource knows of itself.",
        properties: [
            NativeFunction("client(self)", "The client it uses.") {
                (machine: inout Machine, arguments) throws(Raised) in machine.objectField(arguments[0], 0)
            }
        ]
    )

    /// `resource.Table`: fields as those of the resource it makes, without identifiers.
    static let factoryType = NativeType(
        "ResourceFactory",
        module: "boto3.session",
        "Makes a part of a service from its name.",
        slots: .init {
            $0.call = NativeFunction("factory(self, *identifiers)", "The part of that name.") {
                (machine: inout Machine, arguments) throws(Raised) in
                try make(
                    AWSTarget(of: arguments[0], machine),
                    kind: machine.objectField(arguments[0], 4),
                    identifiers: arguments[1],
                    &machine
                )
            }
        }
    )

    static func make(_ target: AWSTarget, _ machine: inout Machine) throws(Raised) -> Value {
        try make(target, kind: machine.intern("ServiceResource"), identifiers: try machine.makeTuple([]), &machine)
    }

    private static func make(
        _ target: AWSTarget,
        kind: Value,
        identifiers: Value,
        _ machine: inout Machine
    ) throws(Raised) -> Value {
        try machine.makeObject(
            machine.libraryType("boto3.session.ServiceResource"),
            target.fields + [kind, identifiers]
        )
    }

    private static func attribute(
        _ machine: inout Machine,
        _ resource: Value,
        _ name: Value
    ) throws(Raised) -> Value {
        let target = AWSTarget(of: resource, machine)
        let identifiers = machine.objectField(resource, 5)
        let text = machine.string(name)
        if text == "meta" {
            let client = try AWSClient.make(target, &machine)
            return try machine.makeObject(machine.libraryType("boto3.session.ResourceMeta"), [client])
        }
        if machine.tupleCount(identifiers) > 0, text == "name" || text == "id" || text.hasSuffix("_name") {
            return machine.tupleElement(identifiers, 0)
        }
        guard let first = text.unicodeScalars.first, first.properties.isUppercase else {
            return try AWSClient.operation(name, of: resource, &machine)
        }
        return try machine.makeObject(machine.libraryType("boto3.session.ResourceFactory"), target.fields + [name])
    }
}
