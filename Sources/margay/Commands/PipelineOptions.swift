import ArgumentParser
import Detections
import Diagnostics
import Documents
import PantherFormat
import Pipeline
import SigmaFormat

/// Options for what is done to Sigma's rules before they are lowered.
struct PipelineOptions: ParsableArguments {
    @Option(
        name: .customLong("pipeline"),
        parsing: .singleValue,
        help: ArgumentHelp(
            "A processing pipeline in pySigma's form for Sigma's rules: log types, names of fields, placeholders; may be repeated.",
            valueName: "file"
        )
    )
    var paths: [String] = []

    /// The pipelines. Wrong usage if one cannot be read: its diagnostics are written first.
    func load(_ loader: PackLoading) throws -> [Pipeline] {
        try paths.map { path in
            let bytes: [UInt8]
            do throws(FileFault) {
                bytes = try DiskFiles().read(path, bytesMax: YAMLLimits().fileBytesMax)
            } catch {
                throw ValidationError("--pipeline \(path): \(error.reason)")
            }
            let (pipeline, diagnostics) = PipelineReader.read(Source(path: path, bytes: bytes))
            loader.report(diagnostics)
            guard let pipeline else { throw ValidationError("--pipeline \(path) cannot be used") }
            return pipeline
        }
    }
}
