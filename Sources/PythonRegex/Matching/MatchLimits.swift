/// What one match may use.
package struct MatchLimits: Hashable, Sendable {
    /// Backtracking steps from one starting place, as PCRE2 counts them (`match_limit`), in a short subject.
    package var steps: UInt32
    /// Subjects longer than this are metered, for about 10 ns a step.
    package var meteredFromBytes: Int
    /// Steps from all starting places together in a metered subject: starts, branches, turns of loops, retries.
    package var meteredSteps: Int
    /// What each byte of a metered subject adds to them.
    package var meteredStepsPerByte: Int
    /// Memory of PCRE2's interpreter, where the JIT's stack did not suffice.
    package var heapKibibytes: UInt32
    /// The JIT's stack; past it a match starts anew in the interpreter.
    package var stackBytes: Int
    /// The subject.
    package var subjectBytes: Int
    /// The result of a substitution.
    package var resultBytes: Int

    /// The defaults: a pattern that explodes ends within 1 ms in a short subject, 50 ms in one of 64 KiB.
    package init(
        steps: UInt32 = 250_000,
        meteredFromBytes: Int = 256,
        meteredSteps: Int = 1_000_000,
        meteredStepsPerByte: Int = 20,
        heapKibibytes: UInt32 = 16_384,
        stackBytes: Int = 512 << 10,
        subjectBytes: Int = 4 << 20,
        resultBytes: Int = 64 << 20
    ) {
        self.steps = steps
        self.meteredFromBytes = meteredFromBytes
        self.meteredSteps = meteredSteps
        self.meteredStepsPerByte = meteredStepsPerByte
        self.heapKibibytes = heapKibibytes
        self.stackBytes = stackBytes
        self.subjectBytes = subjectBytes
        self.resultBytes = resultBytes
    }
}
