import CPCRE2

/// Counts the steps of a match over all of its starting places.
///
/// PCRE2's own limit begins anew at each starting place, so on a long subject a pattern such as `(a|b)*c` may take
/// quadratic time within it. Metered code calls out at each start, branch, turn of a loop and retry after one.
struct MatchMeter {
    /// Steps left.
    var steps: Int
    /// Where the last call was; going far counts for more.
    var position = 0

    /// Bytes between two calls that cost as much as a call.
    private static let bytesPerStep = 32

    /// The function PCRE2 calls; `data` is a ``MatchMeter``.
    static let callout:
        @convention(c) (UnsafeMutablePointer<pcre2_callout_block_8>?, UnsafeMutableRawPointer?) -> Int32 = {
            block,
            data in
            guard let block, let meter = data?.assumingMemoryBound(to: MatchMeter.self) else { return 0 }
            let position = block.pointee.current_position
            let distance = position &- meter.pointee.position
            meter.pointee.position = position
            meter.pointee.steps &-= 1 &+ Int(clamping: distance.magnitude) / bytesPerStep
            return meter.pointee.steps < 0 ? PCRE2_ERROR_MATCHLIMIT : 0
        }
}
