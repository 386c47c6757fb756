#if canImport(Glibc)
    import Glibc
#else
    import Darwin
#endif

/// What Panther collects from an event, whatever the log type: the lists whose names begin with `p_any_`.
package enum Indicator: String, CaseIterable, Sendable {
    /// AWS account ids: twelve digits.
    case accountIDs = "p_any_aws_account_ids"
    /// Amazon resource names.
    case arns = "p_any_aws_arns"
    /// EC2 instance ids.
    case instanceIDs = "p_any_aws_instance_ids"
    /// Tags, as `key:value`.
    case tags = "p_any_aws_tags"
    /// Names of hosts and domains.
    case domainNames = "p_any_domain_names"
    /// Addresses of electronic mail.
    case emails = "p_any_emails"
    /// IPv4 and IPv6 addresses.
    case ipAddresses = "p_any_ip_addresses"
    /// Identifiers of requests.
    case traceIDs = "p_any_trace_ids"
    /// Names of users.
    case usernames = "p_any_usernames"

    private static let nameStart: StaticString = "p_any_"

    /// What all names begin with.
    package static let namePrefix = nameStart.description

    /// Whether a key of an event begins as all names do.
    @inline(__always)
    package static func isName(_ key: UnsafeRawBufferPointer) -> Bool {
        guard let base = key.baseAddress, key.count >= nameStart.utf8CodeUnitCount else { return false }
        return memcmp(base, nameStart.utf8Start, nameStart.utf8CodeUnitCount) == 0
    }

    /// Where it stands in ``allCases``; what is collected is sorted by it.
    var rank: UInt8 {
        switch self {
        case .accountIDs: 0
        case .arns: 1
        case .instanceIDs: 2
        case .tags: 3
        case .domainNames: 4
        case .emails: 5
        case .ipAddresses: 6
        case .traceIDs: 7
        case .usernames: 8
        }
    }
}
