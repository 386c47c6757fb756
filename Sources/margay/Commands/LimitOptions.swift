import ArgumentParser
import PythonRuntime

/// The limits on what a rule may use, as options.
struct LimitOptions: ParsableArguments {
    @Option(help: "Steps (calls, turns of loops, work of builtins) a rule may take on one event.")
    var stepsMax = Limits().stepsMax

    @Option(help: "Bytes a rule may allocate on one event.")
    var arenaBytesMax = Limits().arenaBytesMax

    @Option(help: "Bytes that all modules together may keep between events.")
    var heapBytesMax = Limits().heapBytesMax

    @Option(help: "Nested calls in a rule.")
    var depthMax = Limits().depthMax

    @Option(help: "Bits of an integer in a rule.")
    var integerBitsMax = Limits().integerBitsMax

    @Option(help: "Steps of the regular expression engine in one search.")
    var patternStepsMax = Limits().patternStepsMax

    func validate() throws {
        guard stepsMax > 0, depthMax > 10, integerBitsMax >= 64, patternStepsMax > 0 else {
            throw ValidationError("limits must be above zero, --depth-max above 10, --integer-bits-max at least 64")
        }
        guard (1 << 16...1 << 31).contains(arenaBytesMax), (1 << 16...1 << 31).contains(heapBytesMax) else {
            throw ValidationError("--arena-bytes-max and --heap-bytes-max must be between 65536 and 2147483648")
        }
    }

    var limits: Limits {
        var limits = Limits()
        limits.stepsMax = stepsMax
        limits.arenaBytesMax = arenaBytesMax
        limits.heapBytesMax = heapBytesMax
        limits.depthMax = depthMax
        limits.integerBitsMax = integerBitsMax
        limits.patternStepsMax = patternStepsMax
        return limits
    }
}
