import CPCRE2

/// The memory that matching needs besides patterns: one for each worker, shared by its matchers.
package final class MatchWorkspace {
    /// What each match may use.
    package let limits: MatchLimits
    let matchContext: OpaquePointer?
    private let stack: OpaquePointer?

    /// Where there is no memory for a JIT stack, the JIT runs on 32 KiB of the machine's.
    package init(limits: MatchLimits = MatchLimits()) {
        self.limits = limits
        matchContext = pcre2_match_context_create_8(nil)
        stack = pcre2_jit_stack_create_8(min(32 << 10, limits.stackBytes), limits.stackBytes, nil)
        guard let matchContext else { return }
        pcre2_set_match_limit_8(matchContext, limits.steps)
        pcre2_set_heap_limit_8(matchContext, limits.heapKibibytes)
        if let stack { pcre2_jit_stack_assign_8(matchContext, nil, UnsafeMutableRawPointer(stack)) }
    }

    deinit {
        pcre2_match_context_free_8(matchContext)
        pcre2_jit_stack_free_8(stack)
    }
}
