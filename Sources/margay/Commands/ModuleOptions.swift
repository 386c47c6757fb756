import ArgumentParser
import Detections
import Engine
import Pipeline

/// Where Python modules come from that are no helpers of the pack, as options.
struct ModuleOptions: ParsableArguments {
    @Option(
        name: .customLong("python-path"),
        parsing: .singleValue,
        help: "A folder that rules import other pure-Python modules and packages from; may be repeated."
    )
    var pythonPath: [String] = []

    func validate() throws {
        for folder in pythonPath {
            let kind = DiskFiles().kind(of: folder)
            guard kind == .directory || kind == .directoryLink else {
                throw ValidationError("--python-path \(folder): there is no such folder")
            }
        }
    }

    var modulePath: ModulePath? { pythonPath.isEmpty ? nil : ModulePath(pythonPath, files: DiskFiles()) }
}
