package import Detections
package import Diagnostics
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
    /// Everything that parsers and compiler said, in the order of the pack, Python first.
    package let diagnostics: [Diagnostic]

    /// Compiles all bodies, filters, helpers and data models of `pack`. O(bytes of Python and of expressions).
    package init(_ pack: DetectionPack) {
        self.pack = pack
        var bodies: [Int: ModuleCode] = [:]
        var bodyErrors: [Int: [Diagnostic]] = [:]
        var helpers: [String: ModuleCode] = [:]
        var modelModules: [Int: ModuleCode] = [:]
        var modelErrors: [Int: [Diagnostic]] = [:]
        var diagnostics: [Diagnostic] = []
        for helper in pack.helpers {
            let result = CompiledPack.compile(helper.module.source, name: helper.id)
            diagnostics += result.diagnostics
            helpers[helper.id] = result.code
        }
        for (index, model) in pack.dataModels.enumerated() {
            guard let module = model.module else { continue }
            let result = CompiledPack.compile(module.source, name: model.id)
            diagnostics += result.diagnostics
            modelModules[index] = result.code
            if result.code == nil { modelErrors[index] = result.diagnostics.filter { $0.severity == .error } }
        }
        for (index, detection) in pack.detections.enumerated() {
            guard case .python(_, let source) = detection.body else { continue }
            if let fault = detection.bodyFault {
                bodyErrors[index] = [fault.diagnostic]
                continue
            }
            let result = CompiledPack.compile(source, name: detection.id)
            diagnostics += result.diagnostics
            if let code = result.code {
                bodies[index] = code
            } else {
                bodyErrors[index] = result.diagnostics
            }
        }
        expressions = CompiledExpressions(pack)
        diagnostics += expressions.diagnostics
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
        self.bodies = bodies
        self.bodyErrors = bodyErrors
        self.helpers = helpers
        self.modelModules = modelModules
        self.modelErrors = modelErrors
        self.diagnostics = diagnostics
    }

    private static func compile(_ source: Source, name: String) -> (code: ModuleCode?, diagnostics: [Diagnostic]) {
        let parsed = Parser.parse(source)
        guard parsed.isValid else { return (nil, parsed.diagnostics) }
        let compiled = Compiler.compile(parsed.module, name: name, source: source)
        return (compiled.code, parsed.diagnostics + compiled.diagnostics)
    }
}
