package import Conditions
package import Detections
package import Diagnostics
import Documents
package import Extraction
import PantherFormat
package import PythonRuntime
import PythonSyntax

/// A pack with all its Python and its match expressions compiled: immutable, shared by every machine that runs it.
package struct CompiledPack: Sendable {
    package let pack: DetectionPack
    /// The code of each detection that has a Python body and no error in it, by its index in the pack.
    package let bodies: [Int: ModuleCode]
    /// Simple detections, inline filters and alert keys.
    package let expressions: CompiledExpressions
    /// The rows of lookup tables.
    package let lookups: LookupIndex
    /// What correlation rules without an error look for, by the same index.
    package let correlations: [Int: Correlation]
    /// What is wrong with the others' bodies, by the same index; never empty.
    package let bodyErrors: [Int: [Diagnostic]]
    /// Modules that rules import, by name: global helpers.
    package let helpers: [String: ModuleCode]
    /// Modules of data models, by the model's index.
    package let modelModules: [Int: ModuleCode]
    /// What is wrong with the others' modules, by the same index; never empty.
    package let modelErrors: [Int: [Diagnostic]]
    /// Where modules are found that are neither the library's nor helpers; nil for nowhere.
    package let modulePath: ModulePath?
    /// Everything that parsers and compiler said, in the order of the pack, Python first.
    package let diagnostics: [Diagnostic]
    /// What must be so for a detection to match, raise or change state, by its index in the pack: where its condition is false,
    /// evaluated in order, its code need not run. A detection without one, here or in ``sourceConditions``, always runs.
    package var conditions: [Int: Condition] = [:]
    /// The same on events of each log type that a detection reads, by log type and index, for those that ask for the log type: in
    /// their code, or because a data model does.
    package internal(set) var sourceConditions: [String: [Int: Condition]] = [:]
    /// Detections that match wherever their condition is true: nothing but the alert is left to their code.
    package internal(set) var decided: Set<Int> = []
    /// What functions beside the matcher give, by the detection's index, where their code need not be asked.
    package internal(set) var templates: [Int: [DetectionFunction: OutputTemplate]] = [:]
    /// What an event must have for a detection's condition not to be false, by the same index; made of ``conditions``.
    var clauses: [Int: RoutingClause] = [:]
    /// The same of ``sourceConditions``.
    var sourceClauses: [String: [Int: RoutingClause]] = [:]

    /// Compiles all bodies, filters, helpers and data models of `pack`. O(bytes of Python and of expressions); `work` may
    /// compile several modules at once.
    package init(
        _ pack: DetectionPack,
        modulePath: ModulePath? = nil,
        work: any WorkSharing = WorkInOrder()
    ) {
        self.pack = pack
        self.modulePath = modulePath
        var pieces: [Piece] = []
        for helper in pack.helpers { pieces.append(Piece(.helper(helper.id), helper.id, helper.module.source)) }
        for (index, model) in pack.dataModels.enumerated() {
            if let module = model.module { pieces.append(Piece(.model(index), model.id, module.source)) }
        }
        for (index, detection) in pack.detections.enumerated() {
            guard case .python(_, let source) = detection.body, detection.bodyFault == nil else { continue }
            pieces.append(Piece(.detection(index), detection.id, source))
        }
        let all = pieces
        let results = work.map(all.count) { all[$0].compiled() }
        var bodies: [Int: ModuleCode] = [:]
        var bodyErrors: [Int: [Diagnostic]] = [:]
        var helpers: [String: ModuleCode] = [:]
        var modelModules: [Int: ModuleCode] = [:]
        var modelErrors: [Int: [Diagnostic]] = [:]
        for (piece, result) in zip(pieces, results) {
            let errors = result.code == nil ? result.diagnostics.filter { $0.severity == .error } : []
            switch piece.owner {
            case .helper(let id): helpers[id] = result.code
            case .model(let index):
                modelModules[index] = result.code
                if result.code == nil { modelErrors[index] = errors }
            case .detection(let index):
                bodies[index] = result.code
                if result.code == nil { bodyErrors[index] = errors }
            }
        }
        for (index, detection) in pack.detections.enumerated() {
            if let fault = detection.bodyFault { bodyErrors[index] = [fault.diagnostic] }
        }
        expressions = CompiledExpressions(pack)
        var diagnostics = results.flatMap(\.diagnostics) + expressions.diagnostics
        bodyErrors.merge(expressions.bodyErrors) { $0 + $1 }
        var correlations: [Int: Correlation] = [:]
        for (index, detection) in pack.detections.enumerated() {
            guard case .correlation(let written) = detection.body else { continue }
            var reader = CorrelationReader(written.source)
            correlations[index] = reader.read(written.node)
            diagnostics += reader.diagnostics
            if correlations[index] == nil { bodyErrors[index] = reader.diagnostics }
        }
        self.correlations = correlations
        lookups = LookupIndex(pack)
        diagnostics += lookups.diagnostics
        self.bodies = bodies
        self.bodyErrors = bodyErrors
        self.helpers = helpers
        self.modelModules = modelModules
        self.modelErrors = modelErrors
        self.diagnostics = diagnostics
    }

    /// A module to compile, and whose it is.
    private struct Piece: Sendable {
        var owner: Owner
        var name: String
        var source: Source

        enum Owner: Sendable {
            case helper(String)
            case model(Int)
            case detection(Int)
        }

        init(_ owner: Owner, _ name: String, _ source: Source) {
            self.owner = owner
            self.name = name
            self.source = source
        }

        func compiled() -> (code: ModuleCode?, diagnostics: [Diagnostic]) {
            let parsed = Parser.parse(source)
            guard parsed.isValid else { return (nil, parsed.diagnostics) }
            let compiled = Compiler.compile(parsed.module, name: name, source: source)
            return (compiled.code, parsed.diagnostics + compiled.diagnostics)
        }
    }
}
