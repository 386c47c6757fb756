import Detections
import Diagnostics
import PythonSyntax

/// The Python of a pack, parsed once: helpers and data models.
struct ModuleLibrary: Sendable {
    /// Helpers by the name they are imported under; those with syntax errors are left out.
    private(set) var helpers: [String: Parsed] = [:]
    /// Enabled data models.
    private(set) var models: [Model] = []
    /// The module of the detection that is looked at.
    var mainModule = ""

    /// A module's text and tree.
    struct Parsed: Sendable {
        let source: Source
        let body: [Statement]
    }

    /// A data model.
    struct Model: Sendable {
        /// The name its module is loaded under.
        let module: String
        let parsed: Parsed?
        let logTypes: [String]
        /// Where each name comes from.
        let targets: [String: DataModel.Target]
    }

    init(_ pack: DetectionPack) {
        for helper in pack.helpers {
            helpers[helper.id] = Self.parse(helper.module.source)
        }
        for model in pack.dataModels where model.isEnabled {
            var targets: [String: DataModel.Target] = [:]
            for mapping in model.mappings { targets[mapping.name] = mapping.target }
            models.append(
                Model(
                    module: "data model \(model.id)",
                    parsed: model.module.flatMap { Self.parse($0.source) },
                    logTypes: model.logTypes,
                    targets: targets
                )
            )
        }
    }

    /// The same, for another detection.
    func with(mainModule: String) -> ModuleLibrary {
        var result = self
        result.mainModule = mainModule
        return result
    }

    /// A text parsed; nil if it has errors.
    static func parse(_ source: Source) -> Parsed? {
        let result = Parser.parse(source)
        return result.isValid ? Parsed(source: source, body: result.module.body) : nil
    }

    /// The model of a kind of log.
    func model(of logType: String) -> Model? { models.first { $0.logTypes.contains(logType) } }

    /// The kinds of log that have a model, sorted.
    var modelledTypes: [String] { Set(models.flatMap(\.logTypes)).sorted() }
}
