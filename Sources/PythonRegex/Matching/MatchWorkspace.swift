import CPCRE2

/// The memory that matching needs besides patterns: one for each worker, shared by its matchers.
package final class MatchWorkspace {
    /// What each match may use.
    package let limits: MatchLimits
    private let plainContext: OpaquePointer?
    private let meteredContext: OpaquePointer?
    private let stack: OpaquePointer?
    private let meter: UnsafeMutablePointer<MatchMeter>

    /// Where there is no memory for a JIT stack, the JIT runs on 32 KiB of the machine's.
    package init(limits: MatchLimits = MatchLimits()) {
        self.limits = limits
        stack = pcre2_jit_stack_create_8(min(32 << 10, limits.stackBytes), limits.stackBytes, nil)
        meter = .allocate(capacity: 1)
        meter.initialize(to: MatchMeter(steps: 0))
        plainContext = Self.context(steps: limits.steps, limits: limits, stack: stack)
        meteredContext = Self.context(steps: .max, limits: limits, stack: stack)
        if let meteredContext {
            pcre2_set_callout_8(meteredContext, MatchMeter.callout, UnsafeMutableRawPointer(meter))
        }
    }

    deinit {
        pcre2_match_context_free_8(plainContext)
        pcre2_match_context_free_8(meteredContext)
        pcre2_jit_stack_free_8(stack)
        meter.deallocate()
    }

    private static func context(steps: UInt32, limits: MatchLimits, stack: OpaquePointer?) -> OpaquePointer? {
        guard let context = pcre2_match_context_create_8(nil) else { return nil }
        pcre2_set_match_limit_8(context, steps)
        pcre2_set_heap_limit_8(context, limits.heapKibibytes)
        if let stack { pcre2_jit_stack_assign_8(context, nil, UnsafeMutableRawPointer(stack)) }
        return context
    }

    /// The context for a match, its meter wound up; nil if there is no memory.
    func context(isMetered: Bool, from start: Int, byteCount: Int) -> OpaquePointer? {
        guard isMetered else { return plainContext }
        let (more, overflow) = limits.meteredStepsPerByte.multipliedReportingOverflow(by: byteCount)
        let (steps, overflowSum) = limits.meteredSteps.addingReportingOverflow(more)
        meter.pointee = MatchMeter(steps: overflow || overflowSum ? .max : steps, position: start)
        return meteredContext
    }
}
