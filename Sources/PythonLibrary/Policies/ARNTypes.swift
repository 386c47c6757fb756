import PythonRuntime

/// `ARN` and `Organization`: what rules see of ``AmazonResourceName`` and ``OrganizationPath``.
enum ARNTypes {
    /// Fields in the order of the properties.
    static let name = NativeType(
        "ARN",
        module: "policyuniverse.arn",
        "The parts of an ARN, an account's number or a service's name.",
        properties: properties([
            ("arn", "The text."), ("tech", "The service."), ("region", "The region."),
            ("account_number", "The account."), ("name", "The resource."), ("partition", "`aws` or its like."),
            ("error", "Whether it is none of these."), ("root", "Whether it is an account's root user."),
            ("service", "Whether it is a service's name."),
        ]),
        slots: .init {
            $0.construct = NativeFunction("ARN(cls, raw)", "Reads an ARN.") {
                (machine: inout Machine, arguments) throws(Raised) in
                let text = try machine.stringArgument(
                    arguments[1],
                    "expected string or bytes-like object, got '%'"
                )
                let parts = AmazonResourceName(machine.string(text))
                var fields = [arguments[1]]
                for part in [parts.technology, parts.region, parts.account, parts.name, parts.partition] {
                    fields.append(try part.map(in: &machine))
                }
                fields += [.bool(parts.isInvalid), .bool(parts.isRoot), .bool(parts.isService)]
                return try machine.makeObject(machine.libraryType("policyuniverse.arn.ARN"), fields)
            }
        }
    )

    /// Fields in the order of the properties.
    static let organization = NativeType(
        "Organization",
        module: "policyuniverse.organization",
        "A path in an organization.",
        properties: properties([
            ("organization", "The organization."), ("root", "The root."), ("ou_path", "The units."),
            ("valid_for_child_ous", "Whether units below are meant."),
            ("valid_for_parent_ou", "Whether the unit itself is meant."),
            ("valid_for_all_ous", "Whether all units are meant."), ("error", "Whether it is no such path."),
        ]),
        slots: .init {
            $0.construct = NativeFunction("Organization(cls, input)", "Reads a path.") {
                (machine: inout Machine, arguments) throws(Raised) in
                let path = OrganizationPath(try StatementAccess.text(arguments[1], method: "split", &machine))
                let units = try machine.makeList()
                for unit in path.units { try machine.append(try machine.makeString(unit), to: units) }
                return try machine.makeObject(
                    machine.libraryType("policyuniverse.organization.Organization"),
                    [
                        try path.organization.map(in: &machine), try path.root.map(in: &machine), units,
                        .bool(path.isValidForChildren), .bool(path.isValidForParent), .bool(path.isValidForAll),
                        .bool(path.isInvalid),
                    ]
                )
            }
        }
    )

    private static func properties(_ rows: [(name: String, documentation: String)]) -> [NativeFunction] {
        rows.enumerated().map { index, row in
            NativeFunction("\(row.name)(self)", row.documentation) {
                (machine: inout Machine, arguments) throws(Raised) in machine.objectField(arguments[0], index)
            }
        }
    }
}
