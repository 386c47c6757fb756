/// A property of an address, as Python's `ipaddress` names it.
package enum AddressProperty: String, Hashable, Sendable, CaseIterable {
    /// `is_private`.
    case isPrivate
    /// `is_global`.
    case isGlobal
    /// `is_loopback`.
    case isLoopback
    /// `is_link_local`.
    case isLinkLocal
    /// `is_multicast`.
    case isMulticast
    /// `is_reserved`.
    case isReserved
    /// `is_unspecified`.
    case isUnspecified
    /// An address at all, of either family: false instead of an error where it is none.
    case isValid
}
