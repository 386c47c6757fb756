/// Why a text or a number is no address or network; the messages are those of CPython's `ipaddress.py`.
enum IPFault: Error, Hashable {
    /// An `AddressValueError`.
    case address(String)
    /// A `NetmaskValueError`.
    case netmask(String)
    /// A plain `ValueError`.
    case value(String)
}
