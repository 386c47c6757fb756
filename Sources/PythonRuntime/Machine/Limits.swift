/// What one rule may use on one event, and its module for good. Each has a flag of the same name on the command line.
package struct Limits: Hashable, Sendable {
    /// Calls, turns of loops, and for builtins one for every few dozen elements or bytes they look at.
    package var stepsMax = 10_000_000
    /// Bytes a rule may allocate while it runs on one event, freed or not.
    package var arenaBytesMax = 64 << 20
    /// Bytes that all modules of a machine may keep between events.
    package var heapBytesMax = 256 << 20
    /// Bytes of them that one rule may keep, with the helpers it imports.
    package var shareBytesMax = 32 << 20
    /// Nested calls, as CPython's recursion limit.
    package var depthMax = 1000
    /// Bytes that rules may print while they run on one event.
    package var printedBytesMax = 1 << 20
    /// Calls that go through a builtin (`sorted(key=…)`, `__eq__` …), each of which takes native stack.
    package var nativeDepthMax = 150
    /// Bits of an integer.
    package var integerBitsMax = 1 << 20
    /// Steps of the regular expression engine in one search.
    package var patternStepsMax = 1_000_000

    package init() {}
}
