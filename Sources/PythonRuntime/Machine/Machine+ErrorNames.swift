/// How errors name types.
extension Machine {
    /// The type of a value as errors of CPython's C code name it: `type(value).__name__`, but with the module for a type that is
    /// itself written in C outside of the builtins: `datetime.timedelta`.
    package func errorTypeName(_ value: Value) -> String {
        switch value.tag {
        case .instance: errorName(ofType: instanceClass(value))
        case .object, .foreign, .iterator: errorName(ofType: .type(typeNumber(value)))
        default: typeName(value)
        }
    }

    /// The name of a type or class, likewise.
    func errorName(ofType type: Value) -> String {
        if type.tag == .classObject {
            let name = className(type)
            guard Machine.classesInC.contains(name) else { return name }
            let module = lookupText(names.module.value, in: classAttributes(type))
            let full = module.isString ? "\(string(module)).\(name)" : name
            return Machine.typesInC.contains(full) ? full : name
        }
        guard let entry = types.entry(typeNumber(ofType: type)) else { return "object" }
        let full = "\(entry.module).\(entry.name)"
        return Machine.typesInC.contains(full) ? full : entry.name
    }

    /// Types outside of the builtins that CPython 3.11 has in C, under the name that such a type carries (`tp_name`): there it is
    /// dotted, while classes written in Python have no more than the last part.
    private static let typesInC: Set<String> = [
        "collections.OrderedDict", "collections.defaultdict", "collections.deque", "datetime.date", "datetime.datetime",
        "datetime.time", "datetime.timedelta", "datetime.timezone", "datetime.tzinfo", "decimal.Context",
        "decimal.Decimal",
        "functools.KeyWrapper", "functools._lru_cache_wrapper", "functools.partial", "itertools.accumulate",
        "itertools.chain", "itertools.combinations", "itertools.combinations_with_replacement", "itertools.compress",
        "itertools.count", "itertools.cycle", "itertools.dropwhile", "itertools.filterfalse", "itertools.groupby",
        "itertools.islice", "itertools.pairwise", "itertools.permutations", "itertools.product", "itertools.repeat",
        "itertools.starmap", "itertools.takewhile", "itertools.zip_longest", "operator.attrgetter",
        "operator.itemgetter",
        "operator.methodcaller", "re.Match", "re.Pattern", "time.struct_time", "types.SimpleNamespace",
        "types.UnionType",
        "zoneinfo.ZoneInfo",
    ]

    /// The last parts of those: what the names of rules' classes are compared with first.
    private static let classesInC = Set(typesInC.map { String($0.split(separator: ".").last ?? "") })
}
