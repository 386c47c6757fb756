import PythonRuntime

/// `policyuniverse.policy.Policy`: the mapping, and a list of its statements.
enum PolicyType {
    private static let path = "policyuniverse.policy.Policy"

    /// Fields: the mapping, the list of statements.
    static let type = NativeType(
        "Policy",
        module: "policyuniverse.policy",
        "A policy: its statements together.",
        methods: [
            NativeFunction("is_internet_accessible(self)", "Whether a statement allows anyone something.") {
                (machine: inout Machine, arguments) throws(Raised) in
                var isAccessible = false
                try machine.forEach(statements(arguments[0], machine)) {
                    (machine: inout Machine, statement) throws(Raised) in
                    isAccessible = try StatementAccess.isInternetAccessible(statement, &machine)
                    return !isAccessible
                }
                return .bool(isAccessible)
            },
            NativeFunction("internet_accessible_actions(self)", "The actions that anyone may do.") {
                (machine: inout Machine, arguments) throws(Raised) in
                let result = try machine.makeDictionary(.set)
                try machine.forEach(statements(arguments[0], machine)) {
                    (machine: inout Machine, statement) throws(Raised) in
                    if try StatementAccess.isInternetAccessible(statement, &machine) {
                        try machine.add(contentsOf: machine.objectField(statement, StatementType.actions), to: result)
                    }
                    return true
                }
                return result
            },
            NativeFunction("action_summary(self)", "By service, the categories of what its statements name.", summary),
            NativeFunction("whos_allowed(self)", "Principals and conditions of the statements that allow.") {
                (machine: inout Machine, arguments) throws(Raised) in
                let result = try machine.makeDictionary(.set)
                try machine.forEach(statements(arguments[0], machine)) {
                    (machine: inout Machine, statement) throws(Raised) in
                    guard try StatementAccess.allows(statement, &machine) else { return true }
                    try StatementType.addAllowed(statement, to: result, &machine)
                    return true
                }
                return result
            },
        ],
        properties: [
            NativeFunction("policy(self)", "The mapping.") { (machine: inout Machine, arguments) throws(Raised) in
                machine.objectField(arguments[0], 0)
            },
            NativeFunction("statements(self)", "The statements.") {
                (machine: inout Machine, arguments) throws(Raised) in statements(arguments[0], machine)
            },
            NativeFunction("principals(self)", "The principals of all statements.") {
                (machine: inout Machine, arguments) throws(Raised) in
                try union(of: StatementType.principals, arguments[0], &machine)
            },
            NativeFunction("condition_entries(self)", "The conditions of all statements.") {
                (machine: inout Machine, arguments) throws(Raised) in
                try union(of: StatementType.conditions, arguments[0], &machine)
            },
        ],
        slots: .init {
            $0.construct = NativeFunction("Policy(cls, policy)", "Reads a policy.") {
                (machine: inout Machine, arguments) throws(Raised) in
                _ = try machine.importModule("policyuniverse.statement", leaf: true)
                let statements = try machine.makeList()
                let given = try machine.member(arguments[1], "Statement", try machine.makeList())
                try machine.forEach(try machine.array(given)) { (machine: inout Machine, statement) throws(Raised) in
                    try machine.append(try StatementType.make(statement, &machine), to: statements)
                    return true
                }
                return try machine.makeObject(machine.libraryType(path), [arguments[1], statements])
            }
        }
    )

    private static func statements(_ policy: Value, _ machine: borrowing Machine) -> Value {
        machine.objectField(policy, 1)
    }

    /// The union of a field of all statements.
    private static func union(of field: Int, _ policy: Value, _ machine: inout Machine) throws(Raised) -> Value {
        let result = try machine.makeDictionary(.set)
        try machine.forEach(statements(policy, machine)) { (machine: inout Machine, statement) throws(Raised) in
            try machine.add(contentsOf: machine.objectField(statement, field), to: result)
            return true
        }
        return result
    }

    private static func summary(_ machine: inout Machine, _ arguments: NativeArguments) throws(Raised) -> Value {
        let result = try PolicyActions.makeSummary(&machine)
        try machine.forEach(statements(arguments[0], machine)) { (machine: inout Machine, statement) throws(Raised) in
            let own = try PolicyActions.actions(of: machine.objectField(statement, 0), &machine)
            try PolicyActions.add(own, to: result, &machine)
            return true
        }
        return result
    }
}
