package import Detections
package import Diagnostics
import PythonRuntime
import PythonSyntax

/// Finds what is wrong with a pack and can be known without running it.
///
///     let found = PackCheck.run(pack, known: pack.diagnostics + compiled.diagnostics)
///
/// To add a check: a code and a factory in the `Diagnostic+….swift` of its kind, a file in the folder of what it looks
/// at, its call here, a row on each side in `Tests/ChecksTests`.
package enum PackCheck {
    /// All diagnostics of a pack in the order of its files: `known` ones of loading and compiling, and those found here,
    /// without what comments in the files say is to be ignored. `findModule` has the modules that the pack may import
    /// beside its own; they are not checked themselves. O(bytes of the pack).
    package static func run(
        _ pack: DetectionPack,
        known: [Diagnostic] = [],
        findModule: @escaping ModuleFinder = { (_) throws(ModuleRefusal) in nil }
    ) -> [Diagnostic] {
        var table = ModuleTable(pack, findModule: findModule)
        let evidence = FieldEvidence(pack)
        var diagnostics = known
        var sources: [String: Source] = [:]
        func remember(_ source: Source) { sources[source.path] = source }
        for helper in pack.helpers {
            remember(helper.source)
            remember(helper.module.source)
            guard let facts = table.helpers[helper.id] else { continue }
            diagnostics += checkModule(facts, &table)
        }
        for model in pack.dataModels {
            remember(model.source)
            guard let module = model.module else { continue }
            remember(module.source)
            diagnostics += checkModule(ModuleFacts(name: model.id, source: module.source), &table)
        }
        // Derived detections share the body of their base.
        var bodies: [String: ModuleFacts] = [:]
        for detection in pack.detections {
            remember(detection.source)
            var facts: ModuleFacts?
            if case .python(let path, let source) = detection.body {
                facts = bodies[path] ?? ModuleFacts(name: detection.id, source: source)
                if bodies[path] == nil, let facts {
                    remember(source)
                    diagnostics += checkBody(of: detection, facts, &table, evidence)
                }
                bodies[path] = facts
            }
            if (detection.kind != .correlation && !detection.isOnlyShown) || !detection.tests.isEmpty {
                diagnostics += TestChecker.check(detection, facts, builtins: table.library.builtins)
            }
            diagnostics += AttackChecker.check(detection)
        }
        return sorted(Suppressor.apply(to: diagnostics, in: sources.values.sorted { $0.path < $1.path }))
    }

    private static func checkModule(_ facts: ModuleFacts, _ table: inout ModuleTable) -> [Diagnostic] {
        guard facts.isComplete else { return [] }
        return ImportChecker.check(facts, &table) + UseChecker.check(facts, &table)
            + Reachability.unreachable(in: facts.module.body)
            .map { .unreachable($0.span, after: $0.after, facts.source) }
    }

    private static func checkBody(
        of detection: Detection,
        _ facts: ModuleFacts,
        _ table: inout ModuleTable,
        _ evidence: FieldEvidence
    ) -> [Diagnostic] {
        guard facts.isComplete else { return [] }
        let body = DetectionBody(facts, of: detection)
        // A policy gets a plain dictionary, which has other methods than an event.
        let eventNames = detection.kind == .policy ? [:] : body.eventNames
        return ImportChecker.check(facts, &table) + UseChecker.check(facts, &table, eventNames: eventNames)
            + Reachability.unreachable(in: facts.module.body)
            .map { .unreachable($0.span, after: $0.after, facts.source) }
            + body.withoutResult.map { .noResult($0, facts.source) }
            + body.doubtfulReads(evidence, in: detection.logSources)
    }

    private static func sorted(_ diagnostics: [Diagnostic]) -> [Diagnostic] {
        func place(_ diagnostic: Diagnostic) -> (String, Int, String) {
            (diagnostic.file ?? "", diagnostic.span?.start ?? 0, diagnostic.code.identifier)
        }
        return diagnostics.sorted { place($0) < place($1) }
    }
}
