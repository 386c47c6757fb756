import PythonRuntime

extension CompiledPack {
    /// Detections whose Python names `udm` or `udm_path`, or a helper that does: most of those that may ask a data model.
    var dataModelReaders: Set<Int> {
        let names: Set<Constant> = [.string("udm"), .string("udm_path")]
        let asking = helpers.filter { !names.isDisjoint(with: $0.value.constants) }.map { Constant.string($0.key) }
        let all = names.union(asking)
        return Set(bodies.filter { !all.isDisjoint(with: $0.value.constants) }.keys)
    }
}
