/// What one match may use.
package struct MatchLimits: Hashable, Sendable {
    /// Backtracking steps from one starting place, as PCRE2 counts them (`match_limit`).
    package var steps: UInt32
    /// Memory of PCRE2's interpreter, where the JIT's stack did not suffice.
    package var heapKibibytes: UInt32
    /// The JIT's stack; past it a match starts anew in the interpreter.
    package var stackBytes: Int
    /// The subject.
    package var subjectBytes: Int
    /// The result of a substitution.
    package var resultBytes: Int

    /// The defaults: a pattern that explodes ends within 5 ms in JIT code and 20 ms in the interpreter.
    package init(
        steps: UInt32 = 1_000_000,
        heapKibibytes: UInt32 = 16_384,
        stackBytes: Int = 512 << 10,
        subjectBytes: Int = 16 << 20,
        resultBytes: Int = 64 << 20
    ) {
        self.steps = steps
        self.heapKibibytes = heapKibibytes
        self.stackBytes = stackBytes
        self.subjectBytes = subjectBytes
        self.resultBytes = resultBytes
    }
}
