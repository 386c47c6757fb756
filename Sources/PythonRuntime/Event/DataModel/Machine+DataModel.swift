/// Data models: `udm` and `udm_path`. Source: panther_core 0.16.3, `enriched_event.py` and `data_model.py`.
extension Machine {
    /// Where the parts of a data model stand in its object.
    private enum DataModelField {
        static let id = 0
        /// Name of a mapping to the number of its path.
        static let paths = 1
        /// Name of a mapping to its function.
        static let methods = 2
        /// The ``DataModelPaths``.
        static let compiled = 3
        /// Name of a mapping to the name of its function in the module.
        static let methodNames = 4
        /// The number of the module, or None.
        static let module = 5
    }

    /// Compiles the mappings of data model `id`; methods are looked up in `module`. A later mapping of a name replaces
    /// an earlier one of the same kind. The machine keeps it until it is made again under the same `id`.
    package mutating func makeDataModel(
        id: String,
        mappings: [DataModelMapping],
        module: Value? = nil
    ) throws(DataModelFault) -> DataModelReference {
        var paths: [JSONPath] = []
        var numbers: [(String, Int)] = []
        var methods: [(name: String, method: String, function: Value)] = []
        for mapping in mappings {
            switch mapping.source {
            case .path(let text) where !text.isEmpty:
                var path: JSONPath
                do throws(JSONPathFault) { path = try JSONPathParser.parse(text) } catch {
                    throw .path(name: mapping.name, error)
                }
                path.symbols = path.names.map { name($0).symbol }
                numbers.append((mapping.name, paths.count))
                paths.append(path)
            case .method(let method) where !method.isEmpty:
                let found = module.map { moduleAttribute($0, name(method)) } ?? .unbound
                guard !found.isUnbound else { throw .missingMethod(method) }
                methods.append((mapping.name, method, found))
            default: throw .missingSource(name: mapping.name)
            }
        }
        let key = "data model \(id)"
        do throws(Raised) {
            let pathNumbers = try makeDictionary()
            for (name, number) in numbers { try set(intern(name), to: .int(number), in: pathNumbers) }
            let functions = try makeDictionary()
            let methodNames = try makeDictionary()
            for mapped in methods {
                try set(intern(mapped.name), to: mapped.function, in: functions)
                try set(intern(mapped.name), to: intern(mapped.method), in: methodNames)
            }
            let compiled = try makeForeign(DataModelPaths(paths), type: event.dataModelType)
            retained[key] = try makeObject(
                event.dataModelType,
                [
                    intern(id), pathNumbers, functions, compiled, methodNames,
                    module.map { .int(moduleNumber($0)) } ?? .none,
                ]
            )
        } catch {
            exception = .unbound
            throw .exhausted
        }
        return DataModelReference(key: key)
    }

    /// Makes the copy of a data model's module that `udm` runs for the rules of a module's space. What an event loads counts as a
    /// change of state: made before, it does not. A copy that cannot be made is tried again, and raises, where it is asked for.
    package mutating func prepareDataModel(_ reference: DataModelReference, for module: Value) {
        guard let model = retained[reference.key], module.tag == .module else { return }
        let number = field(model, DataModelField.module)
        let space = modules[moduleNumber(module)].space
        guard number.tag == .int, space != ModuleSpace.common.number else { return }
        do throws(Raised) { _ = try moduleCopy(Int(number.intValue), in: space) } catch { _ = takeException() }
    }

    /// Gives the events that follow this data model, or none, until another is given.
    package mutating func attachDataModel(_ reference: DataModelReference?) {
        event.dataModel = reference.flatMap { retained[$0.key] } ?? .unbound
    }

    /// The data model of an event; unbound if it has none.
    func dataModel(of map: Value) -> Value {
        let model = map.tag == .object ? field(map, ImmutableField.dataModel) : event.dataModel
        return model.tag == .object && typeNumber(model) == event.dataModelType ? model : .unbound
    }

    /// `event.udm(*keys, default=fallback)`; `keys` is a tuple.
    mutating func udm(_ map: Value, _ keys: Value, fallback: Value) throws(Raised) -> Value {
        let count = tupleCount(keys)
        let model = dataModel(of: map)
        if count == 1, !model.isUnbound {
            let mapped = try mappedValue(map, model, tupleElement(keys, 0), fallback: fallback)
            if !mapped.isUnbound { return mapped }
        }
        guard count > 0 else { return fallback }
        let unified = try immutableMember(map, event.unifiedKey)
        if !unified.isUnbound, !unified.isNone {
            let result = try deepGet(unified, memory.fields(keys), count: count, fallback: .none)
            if try truth(result) { return result }
        }
        let result = try deepGet(map, memory.fields(keys), count: count, fallback: .none)
        return try truth(result) ? result : fallback
    }

    /// What the data model says of a name: unbound if it does not map it.
    private mutating func mappedValue(
        _ map: Value,
        _ model: Value,
        _ key: Value,
        fallback: Value
    ) throws(Raised) -> Value {
        let path = try path(model, key)
        if let path {
            if path.isPlain {
                let value = try findPlain(path, in: map)
                if !value.isUnbound { return try wrapped(value) }
            } else if let match = try onlyMatch(path, map, model) {
                return try wrapped(match.value)
            }
        }
        let method = try method(model, key)
        if !method.isUnbound, isCallable(method) {
            return try wrapped(try call(method, with: try plainMapping(of: map)))
        }
        return path != nil || !method.isUnbound ? fallback : .unbound
    }

    /// The function mapped to a name, of the running rule's own copy of the module: functions may keep something.
    private mutating func method(_ model: Value, _ key: Value) throws(Raised) -> Value {
        let common = try lookup(key, in: field(model, DataModelField.methods))
        let module = field(model, DataModelField.module)
        let space = currentSpace
        guard !common.isUnbound, space != ModuleSpace.common.number, module.tag == .int else { return common }
        let copy = try moduleCopy(Int(module.intValue), in: space)
        return moduleAttribute(copy, name(try lookup(key, in: field(model, DataModelField.methodNames))))
    }

    /// The path mapped to a name.
    private mutating func path(_ model: Value, _ key: Value) throws(Raised) -> JSONPath? {
        let number = try lookup(key, in: field(model, DataModelField.paths))
        guard number.tag == .int,
            let compiled = foreignObject(field(model, DataModelField.compiled), as: DataModelPaths.self),
            compiled.paths.indices.contains(Int(number.intValue))
        else { return nil }
        return compiled.paths[Int(number.intValue)]
    }

    /// The match of a path, which may have no more than one.
    private mutating func onlyMatch(
        _ path: JSONPath,
        _ map: Value,
        _ model: Value
    ) throws(Raised) -> JSONPathMatch? {
        let matches = try find(path, in: map)
        guard matches.count <= 1 else {
            let id = string(field(model, DataModelField.id))
            throw raise(
                .exception,
                "JSONPath [\(path.description)] in DataModel [\(id)], matched multiple fields."
            )
        }
        return matches.first
    }

    /// `event.udm_path(key)`: the full path of what the data model maps a name to, or its method's name, or None.
    /// Raises PantherError where the event has no data model.
    mutating func udmPath(_ map: Value, _ key: Value) throws(Raised) -> Value {
        let model = dataModel(of: map)
        guard !model.isUnbound else { throw try missingDataModel(map) }
        if let path = try path(model, key), let match = try onlyMatch(path, map, model) {
            return try text(of: match.path)
        }
        let method = try method(model, key)
        guard !method.isUnbound, isCallable(method) else { return .none }
        if method.tag == .function { return linkedCode(memory.header(method).pointee.extra).pointee.name }
        let name = try attributeIfAny(method, names.name)
        return name.isUnbound ? try repr(method) : name
    }

    private mutating func text(of path: [JSONPathMatch.Part]) throws(Raised) -> Value {
        let parts = path.map { part in
            switch part {
            case .name(let key): string(key)
            case .index(let index): "[\(index)]"
            }
        }
        return try makeString(parts.isEmpty ? "$" : parts.joined(separator: "."))
    }

    private mutating func missingDataModel(_ map: Value) throws(Raised) -> Raised {
        let logType: Value
        switch backing(map) {
        case .container(let dictionary): logType = try lookup(intern("p_log_type"), in: dictionary)
        case .node(let node):
            // As it came, without the classes that the event's members are shown in.
            logType = try plainEventValue(eventMemberExact(node, intern("p_log_type")))
        }
        let message = "a data model hasn't been specified for log type"
        let shown = logType.isUnbound ? Value.none : logType
        guard environment.library["panther_core.exceptions"] != nil else {
            return raise(.exception, arguments: [intern(message), shown])
        }
        let module = try importModule("panther_core.exceptions", leaf: true)
        return raise(try attribute(module, name("PantherError")), arguments: [intern(message), shown])
    }
}
