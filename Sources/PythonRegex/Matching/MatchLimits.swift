/// What one match may use.
package struct MatchLimits: Hashable, Sendable {
    /// Backtracking steps from one starting place, as PCRE2 counts them (`match_limit`), in a short subject.
    package var steps: UInt32
    /// Subjects longer than this are metered, for about 10 ns a step.
    package var meteredFromBytes: Int
    /// Steps from all starting places together in a metered subject: starts, turns of loops, retries, bytes over 32.
    package var meteredSteps: UInt32
    /// Memory of PCRE2's interpreter, where the JIT's stack did not suffice.
    package var heapKibibytes: UInt32
    /// The JIT's stack; past it a match starts anew in the interpreter.
    package var stackBytes: Int
    /// The subject.
    package var subjectBytes: Int
    /// The result of a substitution.
    package var resultBytes: Int

    /// The defaults: a pattern that explodes ends within 1 ms in a short subject; nothing takes more than some 0.2 s.
    package init(
        steps: UInt32 = 250_000,
        meteredFromBytes: Int = 256,
        meteredSteps: UInt32 = 10_000_000,
        heapKibibytes: UInt32 = 16_384,
        stackBytes: Int = 512 << 10,
        subjectBytes: Int = 4 << 20,
        resultBytes: Int = 64 << 20
    ) {
        self.steps = steps
        self.meteredFromBytes = meteredFromBytes
        self.meteredSteps = meteredSteps
        self.heapKibibytes = heapKibibytes
        self.stackBytes = stackBytes
        self.subjectBytes = subjectBytes
        self.resultBytes = resultBytes
    }
}
