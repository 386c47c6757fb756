import Detections
import Diagnostics
import Documents
import PythonRuntime

/// Which files the tests of each detection depend on, so that after a change only those are run whose result may differ.
///
/// A detection depends on its YAML, its Python, its base's YAML, the helpers that any of these import, directly or not, and the
/// data models of the logs in its tests. Rules cannot import by a computed name, so the imports in the text are all there are.
package struct PackDependencies: Sendable {
    /// What depends on something: a file and the modules it imports.
    private struct Node: Sendable {
        var files: Set<String>
        var imports: Set<String>
    }

    private struct DetectionNode: Sendable {
        var id: String
        var node: Node
        var logTypes: Set<String>
    }

    private var detections: [DetectionNode] = []
    private var helpers: [(id: String, node: Node)] = []
    private var models: [(logTypes: Set<String>, node: Node)] = []
    /// Files of lookup tables: any rule may look into any table.
    private var tableFiles: Set<String> = []

    /// The dependencies within `compiled`; relative paths start from `directory`. O(bytes of code).
    package init(_ compiled: CompiledPack, directory: String) {
        let pack = compiled.pack
        func file(_ path: String) -> String { PathName.absolute(path, in: directory) }
        for helper in pack.helpers {
            let imports = compiled.helpers[helper.id]?.importedModules ?? []
            helpers.append(
                (helper.id, Node(files: [file(helper.source.path), file(helper.module.path)], imports: imports))
            )
        }
        for (index, model) in pack.dataModels.enumerated() {
            var node = Node(files: [file(model.source.path)], imports: [])
            if let module = model.module { node.files.insert(file(module.path)) }
            node.imports = compiled.modelModules[index]?.importedModules ?? []
            models.append((Set(model.logTypes), node))
        }
        var sources: [String: String] = [:]
        for detection in pack.detections { sources[detection.id] = detection.source.path }
        for (index, detection) in pack.detections.enumerated() {
            var node = Node(files: [file(detection.source.path)], imports: [])
            if case .python(let path, _) = detection.body { node.files.insert(file(path)) }
            if let base = detection.base, let path = sources[base] { node.files.insert(file(path)) }
            node.imports = compiled.bodies[index]?.importedModules ?? []
            let logTypes = detection.tests.flatMap(\.inputNodes).compactMap { $0["p_log_type"]?.string }
            detections.append(DetectionNode(id: detection.id, node: node, logTypes: Set(logTypes)))
        }
        for item in pack.items(.lookupTable) {
            tableFiles.insert(file(item.source.path))
            if let name = item.fields["Filename"]?.string {
                tableFiles.insert(file(PathName.join(PathName.directory(item.source.path), name)))
            }
        }
    }

    /// Identifiers of the detections whose tests may come out otherwise now that these files, given by absolute paths, have
    /// changed, come or gone.
    package func detections(affectedBy files: Set<String>) -> Set<String> {
        guard tableFiles.isDisjoint(with: files) else { return Set(detections.map(\.id)) }
        let modules = helpers(affectedBy: files)
        func isAffected(_ node: Node) -> Bool {
            !node.files.isDisjoint(with: files) || !node.imports.isDisjoint(with: modules)
        }
        let logTypes = models.filter { isAffected($0.node) }.reduce(into: Set<String>()) { $0.formUnion($1.logTypes) }
        let affected = detections.filter { isAffected($0.node) || !$0.logTypes.isDisjoint(with: logTypes) }
        return Set(affected.map(\.id))
    }

    /// Helpers that changed, and all that import one of them.
    private func helpers(affectedBy files: Set<String>) -> Set<String> {
        var affected = Set(helpers.filter { !$0.node.files.isDisjoint(with: files) }.map(\.id))
        var isGrowing = !affected.isEmpty
        while isGrowing {
            isGrowing = false
            for helper in helpers where !affected.contains(helper.id) && !helper.node.imports.isDisjoint(with: affected)
            {
                affected.insert(helper.id)
                isGrowing = true
            }
        }
        return affected
    }
}
