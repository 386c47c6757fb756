/// How a string becomes indicators: Panther's extraction rules, as far as a schema here uses them.
package enum IndicatorRule: Sendable {
    /// An IP address, if it is one.
    case address
    /// A domain.
    case domain
    /// An IP address if it is one, else a domain.
    case host
    /// An account id, if it is twelve digits.
    case accountID
    /// An instance id, if it begins `i-`.
    case instanceID
    /// A resource name, and the account, instance or mail address in it.
    case resourceName
    /// A tag as it is.
    case tag
    /// A request's identifier.
    case traceID
    /// A user's name.
    case username

    /// The rule for a string under this key in any object of AWS, or nil. Panther's generic AWS extraction.
    ///
    /// To add a key: a row here and one in `StandardFieldsTests`.
    static func forKey(_ key: UnsafeRawBufferPointer) -> IndicatorRule? {
        switch key.count {
        case 3 where isEqual(key, "arn") || isEqual(key, "ARN"): .resourceName
        case 4 where isEqual(key, "tags"): .tag
        case 6 where isEqual(key, "domain"): .domain
        case 7 where isEqual(key, "account"): .accountID
        case 8 where isEqual(key, "publicIp"): .address
        case 9 where isEqual(key, "accountId"): .accountID
        case 10 where isEqual(key, "instanceId"): .instanceID
        case 11 where isEqual(key, "instance-id"): .instanceID
        case 11 where isEqual(key, "ipAddressV4"): .address
        case 13 where isEqual(key, "aws:SourceArn"): .resourceName
        case 13 where isEqual(key, "ipv6Addresses"): .address
        case 13 where isEqual(key, "publicDnsName"): .domain
        case 14 where isEqual(key, "privateDnsName"): .domain
        case 15 where isEqual(key, "sourceIPAddress"): .address
        case 16 where isEqual(key, "privateIpAddress"): .address
        case 10... where hasSuffix(key, "AccountId"): .accountID
        case 11... where hasSuffix(key, "InstanceId"): .instanceID
        default: nil
        }
    }

    private static func isEqual(_ key: UnsafeRawBufferPointer, _ name: StaticString) -> Bool {
        guard let base = key.baseAddress, key.count == name.utf8CodeUnitCount else { return false }
        return equalBytes(base, name.utf8Start, key.count)
    }

    private static func hasSuffix(_ key: UnsafeRawBufferPointer, _ suffix: StaticString) -> Bool {
        let count = suffix.utf8CodeUnitCount
        guard let base = key.baseAddress, key.count >= count else { return false }
        return equalBytes(base + (key.count - count), suffix.utf8Start, count)
    }
}
