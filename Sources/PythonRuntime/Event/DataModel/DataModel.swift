/// One line of a data model: a name of Panther's unified fields, and where an event has it.
package struct DataModelMapping: Hashable, Sendable {
    package enum Source: Hashable, Sendable {
        /// A path in jsonpath-ng's syntax.
        case path(String)
        /// The name of a function of the data model's module.
        case method(String)
    }

    package var name: String
    package var source: Source

    package init(name: String, source: Source) {
        self.name = name
        self.source = source
    }
}

/// Why a data model could not be made.
package enum DataModelFault: Error, Hashable, Sendable {
    /// The path of mapping `name` does not parse.
    case path(name: String, JSONPathFault)
    /// The module has nothing named `method`.
    case missingMethod(String)
    /// Mapping `name` has an empty path or method.
    case missingSource(name: String)
    /// The machine has no room for it.
    case exhausted

    /// In Panther's words where Panther has some; `id` is the data model's.
    package func message(id: String) -> String {
        switch self {
        case .path(let name, let fault): "DataModel [\(id)] has an invalid path for [\(name)]: \(fault.message)"
        case .missingMethod(let method): "DataModel is missing method named [\(method)]"
        case .missingSource(let name): "DataModel [\(id)] is missing a field or method for [\(name)]"
        case .exhausted: "DataModel [\(id)] does not fit into the machine"
        }
    }
}

/// A data model that a machine keeps; good as long as the machine.
package struct DataModelReference: Hashable, Sendable {
    let key: String
}

/// The compiled paths of a data model, by number.
final class DataModelPaths: Sendable {
    let paths: [JSONPath]

    init(_ paths: [JSONPath]) { self.paths = paths }
}

extension BuiltinTypes {
    /// `DataModel`: rules can name it, not make one.
    static let dataModel = NativeType(
        "DataModel",
        module: "panther_core.data_model",
        "The mappings of a log type to unified fields."
    )
}
