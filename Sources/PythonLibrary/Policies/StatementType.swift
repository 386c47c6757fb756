import PythonRuntime

/// `policyuniverse.statement.Statement`: the mapping, and what is read from it when it is made.
enum StatementType {
    private static let path = "policyuniverse.statement.Statement"

    // The fields of an object.
    static let mapping = 0
    static let conditions = 1
    static let principals = 2
    static let actions = 3

    static let type = NativeType(
        "Statement",
        module: "policyuniverse.statement",
        "A statement of a policy.",
        methods: [
            NativeFunction("action_summary(self)", "By service, the categories of the actions it names.") {
                (machine: inout Machine, arguments) throws(Raised) in
                let result = try PolicyActions.makeSummary(&machine)
                let own = try PolicyActions.actions(of: machine.objectField(arguments[0], mapping), &machine)
                try PolicyActions.add(own, to: result, &machine)
                return result
            },
            NativeFunction("uses_not_principal(self)", "Whether it has `NotPrincipal`.") {
                (machine: inout Machine, arguments) throws(Raised) in
                let own = machine.objectField(arguments[0], mapping)
                return .bool(try machine.contains(own, machine.intern("NotPrincipal")))
            },
            NativeFunction("whos_allowed(self)", "Its principals and conditions.") {
                (machine: inout Machine, arguments) throws(Raised) in
                let result = try machine.makeDictionary(.set)
                try addAllowed(arguments[0], to: result, &machine)
                return result
            },
            NativeFunction("is_internet_accessible(self)", "Whether it allows anyone something.") {
                (machine: inout Machine, arguments) throws(Raised) in
                .bool(try StatementAccess.isInternetAccessible(arguments[0], &machine))
            },
            NativeFunction("is_condition_internet_accessible(self)", "Whether its conditions leave anyone in.") {
                (machine: inout Machine, arguments) throws(Raised) in
                .bool(try StatementAccess.isConditionAccessible(arguments[0], &machine))
            },
        ],
        properties: [
            field("statement", "The mapping.", mapping),
            field("condition_entries", "Its conditions that narrow who is meant: a list of pairs.", conditions),
            field("principals", "Its principals.", principals),
            field("actions", "Its actions, as they are written.", actions),
            NativeFunction("effect(self)", "`Allow` or `Deny`.") {
                (machine: inout Machine, arguments) throws(Raised) in
                try machine.member(machine.objectField(arguments[0], mapping), "Effect")
            },
            NativeFunction("actions_expanded(self)", "All actions its wildcards stand for.") {
                (machine: inout Machine, arguments) throws(Raised) in
                let own = try PolicyActions.actions(of: machine.objectField(arguments[0], mapping), &machine)
                return try PolicyActions.makeSet(own, &machine)
            },
            NativeFunction("resources(self)", "Its resources.") {
                (machine: inout Machine, arguments) throws(Raised) in
                let own = machine.objectField(arguments[0], mapping)
                if try machine.contains(own, machine.intern("NotResource")) {
                    return try machine.makeSet(from: try machine.makeList([machine.intern("*")]))
                }
                return try machine.makeSet(from: try machine.array(try machine.member(own, "Resource")))
            },
            NativeFunction("condition_orgids(self)", "The organizations its conditions name.") {
                (machine: inout Machine, arguments) throws(Raised) in
                let result = try machine.makeDictionary(.set)
                for value in try values(of: "organization", arguments[0], &machine) {
                    let path = OrganizationPath(try StatementAccess.text(value, method: "split", &machine))
                    try machine.add(try path.organization.map(in: &machine), to: result)
                }
                return result
            },
        ]
            + [
                ("condition_arns", "arn"), ("condition_accounts", "account"), ("condition_orgpaths", "organization"),
                ("condition_userids", "userid"), ("condition_cidrs", "cidr"), ("condition_vpcs", "vpc"),
                ("condition_vpces", "vpce"),
            ].map { name, category in
                NativeFunction("\(name)(self)", "The values of its conditions on `\(category)`.") {
                    (machine: inout Machine, arguments) throws(Raised) in
                    let found = try values(of: category, arguments[0], &machine)
                    return try machine.makeSet(from: try machine.makeList(found))
                }
            },
        slots: .init {
            $0.construct = NativeFunction("Statement(cls, statement)", "Reads a statement.") {
                (machine: inout Machine, arguments) throws(Raised) in try make(arguments[1], &machine)
            }
        }
    )

    private static func field(_ name: String, _ documentation: String, _ index: Int) -> NativeFunction {
        NativeFunction("\(name)(self)", documentation) { (machine: inout Machine, arguments) throws(Raised) in
            machine.objectField(arguments[0], index)
        }
    }

    /// The statement of a mapping.
    static func make(_ own: Value, _ machine: inout Machine) throws(Raised) -> Value {
        let conditions = try readConditions(own, &machine)
        let principals = try readPrincipals(own, &machine)
        let named = try machine.member(own, "Action")
        let actions =
            try machine.truth(named)
            ? try machine.makeSet(from: try machine.array(named)) : try machine.makeDictionary(.set)
        return try machine.makeObject(machine.libraryType(path), [own, conditions, principals, actions])
    }

    /// Adds the pairs of principals and conditions.
    static func addAllowed(_ statement: Value, to result: Value, _ machine: inout Machine) throws(Raised) {
        let type = machine.retained["policyuniverse Principal"] ?? .none
        try machine.forEach(machine.objectField(statement, principals)) {
            (machine: inout Machine, principal) throws(Raised) in
            try machine.add(try machine.call(type, [machine.intern("principal"), principal]), to: result)
            return true
        }
        try machine.add(contentsOf: machine.objectField(statement, conditions), to: result)
    }

    // MARK: Reading

    /// The values of the conditions of a category.
    private static func values(
        of category: String,
        _ statement: Value,
        _ machine: inout Machine
    ) throws(Raised) -> [Value] {
        var values: [Value] = []
        try machine.forEach(machine.objectField(statement, conditions)) {
            (machine: inout Machine, entry) throws(Raised) in
            if machine.string(try machine.item(entry, .int(0))) == category {
                values.append(try machine.item(entry, .int(1)))
            }
            return true
        }
        return values
    }

    private static func readPrincipals(_ own: Value, _ machine: inout Machine) throws(Raised) -> Value {
        let result = try machine.makeDictionary(.set)
        let principal = try machine.member(own, "Principal")
        guard try machine.truth(principal) else { return result }
        func add(_ value: Value) throws(Raised) {
            if machine.isArray(value) {
                try machine.add(contentsOf: value, to: result)
            } else {
                try machine.add(value, to: result)
            }
        }
        guard try machine.isMapping(principal) else {
            try add(principal)
            return result
        }
        for kind in ["AWS", "Service", "Federated"] {
            let key = machine.intern(kind)
            if try machine.contains(principal, key) { try add(try machine.item(principal, key)) }
        }
        return result
    }

    /// Condition keys that narrow who is meant, in lower case, and what they are about.
    private static let categories: [String: String] = [
        "aws:sourcearn": "arn", "aws:principalarn": "arn", "aws:sourceowner": "account",
        "aws:sourceaccount": "account", "aws:principalaccount": "account", "aws:principalorgid": "organization",
        "aws:principalorgpaths": "organization", "kms:calleraccount": "account", "aws:userid": "userid",
        "aws:sourceip": "cidr", "aws:sourcevpc": "vpc", "aws:sourcevpce": "vpce", "saml:aud": "saml-endpoint",
    ]

    /// Operators that narrow: what their names begin with, in lower case.
    private static let operators = ["arnequals", "arnlike", "stringequals", "stringlike", "ipaddress"]

    private static func isNarrowing(_ name: String) -> Bool {
        var name = name.lowercased()[...]
        for quantifier in ["forallvalues:", "foranyvalue:"] where name.hasPrefix(quantifier) {
            name = name.dropFirst(quantifier.count)
            break
        }
        return operators.contains { name.hasPrefix($0) }
    }

    private static func readConditions(_ own: Value, _ machine: inout Machine) throws(Raised) -> Value {
        let result = try machine.makeList()
        let condition = try machine.member(own, "Condition")
        guard try machine.truth(condition) else { return result }
        let type = machine.retained["policyuniverse Condition"] ?? .none
        try machine.forEach(try machine.callMethod(condition, "keys")) {
            (machine: inout Machine, name) throws(Raised) in
            let text = try machine.stringArgument(name, "expected string or bytes-like object, got '%'")
            guard isNarrowing(machine.string(text)) else { return true }
            let entries = try machine.callMethod(try machine.item(condition, name), "items")
            try machine.forEach(entries) { (machine: inout Machine, entry) throws(Raised) in
                let key = try machine.callMethod(try machine.item(entry, .int(0)), "lower")
                guard key.isString, let category = categories[machine.string(key)] else { return true }
                let label = machine.intern(category)
                let value = try machine.item(entry, .int(1))
                try machine.forEach(try machine.array(value)) { (machine: inout Machine, one) throws(Raised) in
                    try machine.append(try machine.call(type, [label, one]), to: result)
                    return true
                }
                return true
            }
            return true
        }
        return result
    }
}

extension String? {
    /// The string as a value, or None.
    func map(in machine: inout Machine) throws(Raised) -> Value {
        guard let self else { return .none }
        return try machine.makeString(self)
    }
}
