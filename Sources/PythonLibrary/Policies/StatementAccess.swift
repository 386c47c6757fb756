import PythonRuntime

/// Whether a statement lets anyone in: its effect, its principals, and the conditions that narrow them.
enum StatementAccess {
    static func allows(_ statement: Value, _ machine: inout Machine) throws(Raised) -> Bool {
        let effect = try machine.member(machine.objectField(statement, StatementType.mapping), "Effect")
        return machine.text(machine.unwrapped(effect), is: "Allow")
    }

    static func isInternetAccessible(_ statement: Value, _ machine: inout Machine) throws(Raised) -> Bool {
        guard try allows(statement, &machine), try isConditionAccessible(statement, &machine) else { return false }
        let own = machine.objectField(statement, StatementType.mapping)
        if try machine.contains(own, machine.intern("NotPrincipal")) { return true }
        var isAccessible = false
        try machine.forEach(machine.objectField(statement, StatementType.principals)) {
            (machine: inout Machine, principal) throws(Raised) in
            isAccessible = try isNameAccessible(principal, &machine)
            return !isAccessible
        }
        return isAccessible
    }

    /// Without conditions that narrow, or with one that leaves all in.
    static func isConditionAccessible(_ statement: Value, _ machine: inout Machine) throws(Raised) -> Bool {
        var isEmpty = true
        var isAccessible = false
        try machine.forEach(machine.objectField(statement, StatementType.conditions)) {
            (machine: inout Machine, entry) throws(Raised) in
            isEmpty = false
            let category = machine.string(try machine.item(entry, .int(0)))
            isAccessible = try isAccessibleEntry(category, try machine.item(entry, .int(1)), &machine)
            return !isAccessible
        }
        return isEmpty || isAccessible
    }

    private static func isAccessibleEntry(
        _ category: String,
        _ value: Value,
        _ machine: inout Machine
    ) throws(Raised) -> Bool {
        switch category {
        case "arn": return try isNameAccessible(value, &machine)
        case "organization":
            let path = OrganizationPath(try text(value, method: "split", &machine))
            if path.isInvalid { return try machine.contains(value, machine.intern("o-*")) }
            return path.organization == "o-*"
        case "userid":
            // A wildcard at the end stands for the sessions of one user.
            let text = try text(value, method: "find", &machine).unicodeScalars
            let star = text.firstIndex(of: "*").map { text.distance(from: text.startIndex, to: $0) } ?? -1
            return star != text.count - 1
        case "cidr": return try text(value, method: "endswith", &machine).hasSuffix("/0")
        default: return try machine.contains(value, machine.intern("*"))
        }
    }

    private static func isNameAccessible(_ value: Value, _ machine: inout Machine) throws(Raised) -> Bool {
        let inner = machine.unwrapped(value)
        if machine.text(inner, is: "*") { return true }
        let text = try machine.stringArgument(value, "expected string or bytes-like object, got '%'")
        let name = AmazonResourceName(machine.string(text))
        if name.isInvalid { return try machine.contains(value, machine.intern("*")) }
        // Buckets' names have no account.
        if name.technology == "s3" { return false }
        if name.account?.isEmpty ?? true, !name.isService { return true }
        return name.account == "*"
    }

    /// The text of a value whose `method` the original calls. Raises AttributeError for what has none.
    static func text(_ value: Value, method: String, _ machine: inout Machine) throws(Raised) -> String {
        let inner = machine.unwrapped(value)
        guard inner.isString else {
            throw machine.raise(
                .attributeError,
                "'\(machine.errorTypeName(value))' object has no attribute '\(method)'"
            )
        }
        return machine.string(inner)
    }
}
