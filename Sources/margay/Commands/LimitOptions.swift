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

    @Option(help: "Bytes of them that one rule may keep, with the helpers it imports.")
    var shareBytesMax = Limits().shareBytesMax

    @Option(help: "Nested calls in a rule.")
    var depthMax = Limits().depthMax

    @Option(help: "Nested calls in a rule that go through a builtin, as sorted(key=...) does.")
    var nativeDepthMax = Limits().nativeDepthMax

    @Option(help: "Bytes rules may print on one event.")
    var printedBytesMax = Limits().printedBytesMax

    @Option(help: "Bits of an integer in a rule.")
    var integerBitsMax = Limits().integerBitsMax

    @Option(help: "Steps of the regular expression engine in one search.")
    var patternStepsMax = Limits().patternStepsMax

    func validate() throws {
        guard stepsMax > 0, patternStepsMax > 0, printedBytesMax >= 0 else {
            throw ValidationError(
                "--steps-max and --pattern-steps-max must be above zero, --printed-bytes-max not below"
            )
        }
        // Above these the stacks of the machine and of its thread would no longer hold what the limit allows.
        guard (11...100_000).contains(depthMax), (11...500).contains(nativeDepthMax) else {
            throw ValidationError("--depth-max must be between 11 and 100000, --native-depth-max between 11 and 500")
        }
        guard (64...1 << 28).contains(integerBitsMax) else {
            throw ValidationError("--integer-bits-max must be between 64 and 268435456")
        }
        guard [arenaBytesMax, heapBytesMax, shareBytesMax].allSatisfy((1 << 16...1 << 31).contains) else {
            throw ValidationError(
                "--arena-bytes-max, --heap-bytes-max and --share-bytes-max must be between 65536 and 2147483648"
            )
        }
    }

    var limits: Limits {
        var limits = Limits()
        limits.stepsMax = stepsMax
        limits.arenaBytesMax = arenaBytesMax
        limits.heapBytesMax = heapBytesMax
        limits.shareBytesMax = shareBytesMax
        limits.depthMax = depthMax
        limits.nativeDepthMax = nativeDepthMax
        limits.printedBytesMax = printedBytesMax
        limits.integerBitsMax = integerBitsMax
        limits.patternStepsMax = patternStepsMax
        return limits
    }
}
