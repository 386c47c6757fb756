package import PythonRuntime

/// `policyuniverse`: policies of AWS read, judged, expanded and minimized. Source: policyuniverse 1.5.1.20231109.
///
/// Left out: `policyuniverse.all_permissions` and `service_data`, which would make each machine hold the whole
/// catalogue; and attributes of policies and statements cannot be set.
package enum PolicyUniverse {
    /// One row for each module.
    package static let modules = [
        package, policy, statement, arn, organization, categories, expander, common,
    ]

    private static let package = NativeModule(
        "policyuniverse",
        "Policies of AWS.",
        functions: [PolicyActions.expandPolicy, PolicyActions.actionsFromStatement]
    )
    private static let policy = NativeModule(
        "policyuniverse.policy",
        "A policy: its statements together.",
        types: [PolicyType.type],
        constants: { (machine: inout Machine) throws(Raised) in
            let statement = try machine.importModule("policyuniverse.statement", leaf: true)
            return [("Statement", try machine.attribute(statement, machine.name("Statement")))]
        }
    )
    private static let statement = NativeModule(
        "policyuniverse.statement",
        "A statement of a policy: who may do what, and when.",
        types: [StatementType.type],
        constants: { (machine: inout Machine) throws(Raised) in
            let pair = [machine.intern("category"), machine.intern("value")]
            var constants: [(name: String, value: Value)] = []
            for name in ["Principal", "Condition"] {
                let type = try NamedTuple.makeClass(
                    &machine,
                    name: machine.intern(name),
                    fields: pair,
                    defaults: try machine.makeDictionary(),
                    module: "policyuniverse.statement"
                )
                machine.retained["policyuniverse \(name)"] = type
                constants.append(("\(name)Tuple", type))
            }
            return constants
        }
    )
    private static let arn = NativeModule("policyuniverse.arn", "Names of resources.", types: [ARNTypes.name])
    private static let organization = NativeModule(
        "policyuniverse.organization",
        "Paths in an organization.",
        types: [ARNTypes.organization]
    )
    private static let categories = NativeModule(
        "policyuniverse.action_categories",
        "What actions do.",
        functions: PolicyActions.categories
    )
    private static let expander = NativeModule(
        "policyuniverse.expander_minimizer",
        "Wildcards of actions, expanded and made.",
        functions: PolicyActions.functions
    )
    private static let common = NativeModule(
        "policyuniverse.common",
        "Lists that may be single values.",
        functions: [
            NativeFunction("is_array(obj)", "Whether it is a sequence and no text.") {
                (machine: inout Machine, arguments) throws(Raised) in .bool(machine.isArray(arguments[0]))
            },
            NativeFunction("ensure_array(obj)", "A sequence as it is, anything else as a list of it.") {
                (machine: inout Machine, arguments) throws(Raised) in try machine.array(arguments[0])
            },
        ]
    )
}

extension Machine {
    /// Whether a value is a sequence and neither text nor bytes.
    func isArray(_ value: Value) -> Bool {
        let inner = unwrapped(value)
        if [.tuple, .list, .range, .eventList].contains(inner.tag) || isImmutableList(inner) { return true }
        return inner.tag == .object && typeName(inner) == "deque"
    }

    /// A sequence as it is, anything else as a list of it.
    mutating func array(_ value: Value) throws(Raised) -> Value {
        isArray(value) ? value : try makeList([value])
    }

    /// `mapping.get(key, fallback)` of whatever has `get`.
    mutating func member(_ mapping: Value, _ key: String, _ fallback: Value = .none) throws(Raised) -> Value {
        try callMethod(mapping, "get", [intern(key), fallback])
    }

    /// Adds a set's or another iterable's elements to a set.
    mutating func add(contentsOf iterable: Value, to set: Value) throws(Raised) {
        try forEach(iterable) { (machine: inout Machine, element) throws(Raised) in
            try machine.add(element, to: set)
            return true
        }
    }
}
