import PythonRuntime

/// Actions as rules hand them over: wildcards expanded, categories, whole policies.
enum PolicyActions {
    static let actionsFromStatement = NativeFunction(
        "get_actions_from_statement(statement)",
        "All actions that a statement's `Action` and `NotAction` stand for."
    ) { (machine: inout Machine, arguments) throws(Raised) in
        try makeSet(try actions(of: arguments[0], &machine), &machine)
    }

    static let expandPolicy = NativeFunction(
        "expand_policy(policy=None, expand_deny=False)",
        "A copy of a policy whose statements name each action."
    ) { (machine: inout Machine, arguments) throws(Raised) in
        try expanded(arguments[0], isDenyExpanded: try machine.truth(arguments[1]), &machine)
    }

    static let functions: [NativeFunction] = [
        actionsFromStatement, expandPolicy,
        NativeFunction(
            "minimize_statement_actions(statement, minchars=None)",
            "The actions of a statement as few wildcards.",
            minimizeStatement
        ),
        NativeFunction(
            "minimize_policy(policy=None, minchars=None)",
            "The policy, its statements' actions made few wildcards.",
            minimizePolicy
        ),
        NativeFunction(
            "expand_minimize_over_policies(policies, activity, **kwargs)",
            "Calls a function for each policy of a role, group or user.",
            overPolicies
        ),
    ]

    static let categories: [NativeFunction] = [
        NativeFunction("categories_for_actions(actions)", "By service, the categories of actions.", categoriesOf),
        NativeFunction("actions_for_category(category)", "All actions of a category.") {
            (machine: inout Machine, arguments) throws(Raised) in
            let inner = machine.unwrapped(arguments[0])
            let name = inner.isString ? machine.string(inner) : ""
            let table = ActionTable.shared
            var found = ActionSet()
            for index in 0..<table.count where table.category(index).name == name { found.insert(index) }
            return try makeSet(found, &machine)
        },
        NativeFunction("translate_aws_action_groups(groups)", "The category that AWS's groups amount to.") {
            (machine: inout Machine, arguments) throws(Raised) in
            for (group, category) in [
                ("Permissions", "Permissions"), ("ListOnly", "List"), ("ReadOnly", "Read"), ("Tagging", "Tagging"),
                ("ReadWrite", "Write"),
            ] where try machine.contains(arguments[0], machine.intern(group)) {
                return machine.intern(category)
            }
            return machine.intern("Unknown")
        },
    ]

    // MARK: Expanding

    /// All actions that a statement stands for.
    static func actions(of statement: Value, _ machine: inout Machine) throws(Raised) -> ActionSet {
        var allowed = ActionSet()
        try add(try machine.member(statement, "Action", try machine.makeList()), to: &allowed, &machine)
        var excluded = ActionSet()
        try add(try machine.member(statement, "NotAction", try machine.makeList()), to: &excluded, &machine)
        if !excluded.isEmpty { allowed.formUnion(excluded.inverted()) }
        return allowed
    }

    private static func add(_ given: Value, to set: inout ActionSet, _ machine: inout Machine) throws(Raised) {
        var result = set
        try machine.forEach(try machine.array(given)) { (machine: inout Machine, action) throws(Raised) in
            try expand(action, &machine) { (name, indices) in
                if let name { result.insert(name: name) }
                for index in indices { result.insert(index) }
            }
            return true
        }
        set = result
    }

    /// Hands out what an action, or a list of them, stands for, in its order: a name, or actions of the table.
    private static func expand(
        _ action: Value,
        _ machine: inout Machine,
        _ found: (_ name: [UInt8]?, _ indices: [Int]) -> Void
    ) throws(Raised) {
        if machine.unwrapped(action).isString {
            let text = machine.unwrapped(action)
            guard machine.memory.bytes(text).contains(UInt8(ascii: "*")) else {
                found(try lowered(text, &machine), [])
                return
            }
            return try expandPattern(text, &machine, found)
        }
        try machine.forEach(action) { (machine: inout Machine, pattern) throws(Raised) in
            try expandPattern(pattern, &machine, found)
            return true
        }
    }

    private static func expandPattern(
        _ value: Value,
        _ machine: inout Machine,
        _ found: (_ name: [UInt8]?, _ indices: [Int]) -> Void
    ) throws(Raised) {
        let name = try lowered(value, &machine)
        let special = name.firstIndex { UInt8(ascii: "*") == $0 || UInt8(ascii: "?") == $0 || UInt8(ascii: "[") == $0 }
        let table = ActionTable.shared
        let range = table.range(withPrefix: name[..<(special ?? name.count)])
        try machine.charge(name.count + range.count)
        let pattern = GlobPattern(String(decoding: name, as: UTF8.self).unicodeScalars.map(\.value))
        let indices = range.filter { index in pattern.matches(table[index].lazy.map { UInt32($0) }) }
        if indices.isEmpty { found(name, []) } else { found(nil, indices) }
    }

    /// `value.lower()` as bytes. Raises AttributeError for what has no `lower`.
    private static func lowered(_ value: Value, _ machine: inout Machine) throws(Raised) -> [UInt8] {
        let text = try machine.callMethod(value, "lower")
        guard text.isString else {
            throw machine.raise(
                .typeError,
                "expected str, bytes or os.PathLike object, not \(machine.errorTypeName(text))"
            )
        }
        return Array(machine.memory.bytes(text))
    }

    /// The names as a set of strings, sorted.
    static func makeSet(_ actions: ActionSet, _ machine: inout Machine) throws(Raised) -> Value {
        let names = actions.sortedNames
        try machine.charge(names.count)
        let set = try machine.makeDictionary(.set, capacity: names.count)
        for name in names { try machine.add(try machine.makeString(name), to: set) }
        return set
    }

    private static func makeList(_ names: [[UInt8]], _ machine: inout Machine) throws(Raised) -> Value {
        try machine.charge(names.count)
        let list = try machine.makeList(capacity: names.count)
        for name in names { try machine.append(try machine.makeString(name), to: list) }
        return list
    }

    private static func expanded(
        _ policy: Value,
        isDenyExpanded: Bool,
        _ machine: inout Machine
    ) throws(Raised) -> Value {
        let copy = try machine.importModule("copy", leaf: true)
        let result = try machine.callMethod(copy, "deepcopy", [policy])
        let key = machine.intern("Statement")
        let statements = try machine.array(try machine.item(result, key))
        try machine.setItem(result, key, to: statements)
        try machine.forEach(statements) { (machine: inout Machine, statement) throws(Raised) in
            let effect = try machine.callMethod(try machine.item(statement, machine.intern("Effect")), "lower")
            if machine.text(effect, is: "deny"), !isDenyExpanded { return true }
            let names = try actions(of: statement, &machine).sortedNames
            let excluded = machine.intern("NotAction")
            if try machine.contains(statement, excluded) { try machine.deleteItem(statement, excluded) }
            try machine.setItem(statement, machine.intern("Action"), to: try makeList(names, &machine))
            return true
        }
        return result
    }

    // MARK: Minimizing

    private static func minimizeStatement(
        _ machine: inout Machine,
        _ arguments: NativeArguments
    ) throws(Raised) -> Value {
        try minimized(arguments[0], arguments[1], &machine)
    }

    private static func minimized(
        _ statement: Value,
        _ lengthMin: Value,
        _ machine: inout Machine
    ) throws(Raised) -> Value {
        let effect = machine.unwrapped(try machine.item(statement, machine.intern("Effect")))
        guard machine.text(effect, is: "Allow") else {
            throw machine.raise(.exception, "Minification does not currently work on Deny statements.")
        }
        var desired = ActionSet()
        var unknown: [UInt8]?
        try expand(try machine.item(statement, machine.intern("Action")), &machine) { name, indices in
            for index in indices { desired.insert(index) }
            guard let name else { return }
            if let index = ActionTable.shared.index(of: name) {
                desired.insert(index)
            } else if unknown == nil {
                unknown = name
            }
        }
        if let unknown {
            let name = String(decoding: unknown, as: UTF8.self)
            throw machine.raise(.exception, "Desired action not found in master permission list. \(name)")
        }
        var length = 0
        if try machine.truth(lengthMin) {
            length = try machine.sizeArgument(try machine.call(machine.builtin(named: "int"), [lengthMin]))
        }
        try machine.charge(ActionTable.shared.count)
        let minimizer = ActionMinimizer(desired, lengthMin: length)
        try machine.charge(minimizer.result.count * ActionTable.shared.lengthMax)
        for message in minimizer.messages { try print(message, &machine) }
        return try makeList(minimizer.result, &machine)
    }

    private static func print(_ text: String, _ machine: inout Machine) throws(Raised) {
        _ = try machine.call(machine.builtin(named: "print"), [try machine.makeString(text)])
    }

    private static func minimizePolicy(_ machine: inout Machine, _ arguments: NativeArguments) throws(Raised) -> Value {
        let policy = arguments[0]
        let before = try size(policy, &machine)
        try machine.forEach(try machine.item(policy, machine.intern("Statement"))) {
            (machine: inout Machine, statement) throws(Raised) in
            let actions = try minimized(statement, arguments[1], &machine)
            try machine.setItem(statement, machine.intern("Action"), to: actions)
            return true
        }
        try print("Start size: \(before). End size: \(try size(policy, &machine))", &machine)
        return policy
    }

    /// The length of a policy as JSON.
    private static func size(_ policy: Value, _ machine: inout Machine) throws(Raised) -> Int {
        let json = try machine.importModule("json", leaf: true)
        let dumps = try machine.attribute(json, machine.name("dumps"))
        let text = try machine.call(dumps, [policy], keywords: [(machine.intern("indent"), .int(2))])
        // Its characters are all of one byte.
        return machine.memory.bytes(text).count
    }

    private static func overPolicies(_ machine: inout Machine, _ arguments: NativeArguments) throws(Raised) -> Value {
        var keywords: [(name: Value, value: Value)] = []
        try machine.forEachEntry(arguments[2]) { (_: inout Machine, key, value) throws(Raised) in
            keywords.append((key, value))
            return true
        }
        let policyKey = machine.intern("policy")
        for header in ["rolepolicies", "grouppolicies", "userpolicies", "policy"] {
            let key = machine.intern(header)
            guard try machine.contains(arguments[0], key) else { continue }
            let results = try machine.makeDictionary()
            let policies = try machine.item(arguments[0], key)
            try machine.forEach(policies) { (machine: inout Machine, name) throws(Raised) in
                let policy = try machine.item(policies, name)
                let result = try machine.call(arguments[1], [], keywords: [(policyKey, policy)] + keywords)
                try machine.set(name, to: result, in: results)
                return true
            }
            let output = try machine.makeDictionary()
            try machine.set(key, to: results, in: output)
            return output
        }
        return try machine.call(arguments[1], [], keywords: [(policyKey, arguments[0])] + keywords)
    }

    // MARK: Categories

    /// An empty `defaultdict(set)`.
    static func makeSummary(_ machine: inout Machine) throws(Raised) -> Value {
        let collections = try machine.importModule("collections", leaf: true)
        let type = try machine.attribute(collections, machine.name("defaultdict"))
        return try machine.call(type, [machine.builtin(named: "set")])
    }

    /// Adds the categories of actions to a summary, by service.
    static func add(_ actions: ActionSet, to summary: Value, _ machine: inout Machine) throws(Raised) {
        // Actions of a service stand together, so that a service is looked up once.
        var service: ArraySlice<UInt8> = []
        var categories: Set<ActionTable.Category?> = []
        let names = actions.sortedNames
        try machine.charge(names.count)
        for name in names {
            let own = name.prefix { $0 != UInt8(ascii: ":") }
            if own != service {
                try add(categories, of: service, to: summary, &machine)
                service = own
                categories.removeAll(keepingCapacity: true)
            }
            categories.insert(category(of: name))
        }
        try add(categories, of: service, to: summary, &machine)
    }

    private static func add(
        _ categories: Set<ActionTable.Category?>,
        of service: ArraySlice<UInt8>,
        to summary: Value,
        _ machine: inout Machine
    ) throws(Raised) {
        guard !categories.isEmpty else { return }
        let set = try machine.item(summary, try machine.makeString(Array(service)))
        for category in ActionTable.Category.allCases.map(Optional.some) + [nil] where categories.contains(category) {
            try machine.add(category.map { machine.intern($0.name) } ?? .none, to: set)
        }
    }

    private static func category(of name: [UInt8]) -> ActionTable.Category? {
        ActionTable.shared.index(of: name).map { ActionTable.shared.category($0) }
    }

    private static func categoriesOf(_ machine: inout Machine, _ arguments: NativeArguments) throws(Raised) -> Value {
        let summary = try makeSummary(&machine)
        try machine.forEach(arguments[0]) { (machine: inout Machine, action) throws(Raised) in
            let inner = machine.unwrapped(action)
            guard inner.isString else {
                throw machine.raise(
                    .attributeError,
                    "'\(machine.errorTypeName(action))' object has no attribute 'split'"
                )
            }
            let name = Array(machine.memory.bytes(inner))
            let service = name.prefix { $0 != UInt8(ascii: ":") }
            try add([category(of: name)], of: service, to: summary, &machine)
            return true
        }
        return summary
    }
}
