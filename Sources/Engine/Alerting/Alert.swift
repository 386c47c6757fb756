/// What a responder is told: matches of one detection with one deduplication string in one window.
package struct Alert: Sendable, Equatable {
    /// 32 hexadecimal digits, made from detection, kind, deduplication string and window: replaying the same matches gives
    /// the same identifier, so a store or a destination recognises what it has already.
    package var id: String
    /// The detection's identifier.
    package var detection: String
    /// What happened.
    package var kind: Kind
    /// The string that groups the matches.
    package var deduplication: String
    /// What the first match of the window says.
    package var content: AlertContent
    /// When the first match came.
    package var firstMatch: AlertTime
    /// When the threshold was reached.
    package var created: AlertTime
    /// When the last match so far came.
    package var updated: AlertTime
    /// How many matches there are so far.
    package var matchCount: Int
    /// The most frequent values so far.
    package var summary: AlertSummary

    /// What happened; names as Panther's webhooks spell them.
    package enum Kind: String, CaseIterable, Sendable {
        /// A rule matched.
        case rule = "RULE"
        /// A scheduled rule matched.
        case scheduledRule = "SCHEDULED_RULE"
        /// A resource does not comply.
        case policy = "POLICY"
        /// A correlation matched.
        case correlationRule = "CORRELATION_RULE"
        /// A rule failed.
        case ruleError = "RULE_ERROR"
        /// A scheduled rule failed.
        case scheduledRuleError = "SCHEDULED_RULE_ERROR"
        /// A policy failed.
        case policyError = "POLICY_ERROR"
        /// A correlation failed.
        case correlationRuleError = "CORRELATION_RULE_ERROR"

        /// Whether it is about a detection that failed.
        package var isError: Bool {
            switch self {
            case .ruleError, .scheduledRuleError, .policyError, .correlationRuleError: true
            case .rule, .scheduledRule, .policy, .correlationRule: false
            }
        }
    }

    /// The identifier of the alert of a window.
    static func identifier(of group: DeduplicationStateMachine.Group, start: AlertTime) -> String {
        // FNV-1a with 128 bits; a zero byte between the parts, which none of them holds as its own end.
        var hash: UInt128 = 0x6c62_272e_07bb_0142_62b8_2175_6295_c58d
        func add(_ byte: UInt8) {
            hash ^= UInt128(byte)
            hash &*= 0x0000_0000_0100_0000_0000_0000_0000_013b
        }
        func add(_ part: String) {
            for byte in part.utf8 { add(byte) }
            add(0)
        }
        add(group.kind.rawValue)
        add(group.detection)
        add(group.deduplication)
        add(String(start.milliseconds))
        return String(unsafeUninitializedCapacity: 32) { digits in
            for index in 0..<32 {
                let digit = UInt8(truncatingIfNeeded: hash >> UInt128(124 - 4 * index) & 0xF)
                digits[index] = digit < 10 ? UInt8(ascii: "0") + digit : UInt8(ascii: "a") + digit - 10
            }
            return 32
        }
    }
}
