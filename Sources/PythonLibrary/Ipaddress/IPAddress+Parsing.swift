/// Reading addresses and masks, as strictly as CPython 3.11's `ipaddress.py`.
extension IPAddress {
    /// Bytes of a text that may be an address; the longest one has 45, a scope comes on top.
    static let textBytesMax = 4096

    init(v4 text: String) throws(IPFault) {
        self.init(isV6: false, bits: UInt128(try Self.v4Bits(text)))
    }

    init(v6 text: String) throws(IPFault) {
        let parts = text.split(separator: "%", omittingEmptySubsequences: false).map(String.init)
        var scope: String?
        if parts.count > 1 {
            guard parts.count == 2, !parts[1].isEmpty else {
                throw .address("Invalid IPv6 address: \"\(Self.quoted(text))\"")
            }
            scope = parts[1]
        }
        self.init(isV6: true, bits: try Self.v6Bits(parts.first ?? ""), scope: scope)
    }

    /// Reads either version's text.
    init(_ text: String, isV6: Bool) throws(IPFault) {
        guard text.utf8.count <= Self.textBytesMax else { throw .address("Address is too long") }
        if isV6 { self = try IPAddress(v6: text) } else { self = try IPAddress(v4: text) }
    }

    private static func v4Bits(_ text: String) throws(IPFault) -> UInt32 {
        guard !text.isEmpty else { throw .address("Address cannot be empty") }
        let octets = text.split(separator: ".", omittingEmptySubsequences: false)
        guard octets.count == 4 else { throw .address("Expected 4 octets in \(quoted(text))") }
        var bits: UInt32 = 0
        for octet in octets {
            switch Self.octet(String(octet)) {
            case .success(let value): bits = bits << 8 | value
            case .failure(let fault): throw .address("\(fault.text) in \(quoted(text))")
            }
        }
        return bits
    }

    private static func octet(_ text: String) -> Result<UInt32, CivilFault> {
        guard !text.isEmpty else { return .failure(.init(text: "Empty octet not permitted")) }
        guard text.utf8.allSatisfy({ (48...57).contains($0) }) else {
            return .failure(.init(text: "Only decimal digits permitted in \(quoted(text))"))
        }
        guard text.utf8.count <= 3 else {
            return .failure(.init(text: "At most 3 characters permitted in \(quoted(text))"))
        }
        guard text == "0" || !text.hasPrefix("0") else {
            return .failure(.init(text: "Leading zeros are not permitted in \(quoted(text))"))
        }
        let value = UInt32(text) ?? 0
        guard value <= 255 else { return .failure(.init(text: "Octet \(value) (> 255) not permitted")) }
        return .success(value)
    }

    private static func v6Bits(_ text: String) throws(IPFault) -> UInt128 {
        let shown = quoted(text)
        guard !text.isEmpty else { throw .address("Address cannot be empty") }
        var parts = text.split(separator: ":", omittingEmptySubsequences: false).map(String.init)
        guard parts.count >= 3 else { throw .address("At least 3 parts expected in \(shown)") }
        if let last = parts.last, last.contains(".") {
            let low: UInt32
            do throws(IPFault) { low = try v4Bits(last) } catch {
                guard case .address(let message) = error else { throw error }
                throw .address("\(message) in \(shown)")
            }
            parts.removeLast()
            parts.append(String(low >> 16, radix: 16))
            parts.append(String(low & 0xFFFF, radix: 16))
        }
        guard parts.count <= 9 else { throw .address("At most 8 colons permitted in \(shown)") }
        let inner = parts.indices.dropFirst().dropLast().filter { parts[$0].isEmpty }
        guard inner.count <= 1 else { throw .address("At most one '::' permitted in \(shown)") }
        let (high, low) = try halves(parts, skipped: inner.first, shown)
        var bits: UInt128 = 0
        for part in high { bits = bits << 16 | UInt128(try hextet(part, shown)) }
        let skipped = 8 - high.count - low.count
        bits = skipped >= 8 ? 0 : bits << UInt128(16 * skipped)
        for part in low { bits = bits << 16 | UInt128(try hextet(part, shown)) }
        return bits
    }

    /// The parts before and after `::`.
    private static func halves(
        _ parts: [String],
        skipped: Int?,
        _ shown: String
    ) throws(IPFault) -> (high: ArraySlice<String>, low: ArraySlice<String>) {
        let leading = IPFault.address("Leading ':' only permitted as part of '::' in \(shown)")
        let trailing = IPFault.address("Trailing ':' only permitted as part of '::' in \(shown)")
        let isOpen = parts.first?.isEmpty == true
        let isClosed = parts.last?.isEmpty == true
        guard let skipped else {
            guard parts.count == 8 else { throw .address("Exactly 8 parts expected without '::' in \(shown)") }
            if isOpen { throw leading }
            if isClosed { throw trailing }
            return (parts[...], [])
        }
        var high = parts[..<skipped]
        var low = parts[(skipped + 1)...]
        if isOpen {
            high = high.dropFirst()
            if !high.isEmpty { throw leading }
        }
        if isClosed {
            low = low.dropLast()
            if !low.isEmpty { throw trailing }
        }
        guard high.count + low.count < 8 else {
            throw .address("Expected at most 7 other parts with '::' in \(shown)")
        }
        return (high, low)
    }

    private static func hextet(_ text: String, _ shown: String) throws(IPFault) -> UInt16 {
        let isHexadecimal = text.utf8.allSatisfy {
            (48...57).contains($0) || (65...70).contains($0) || (97...102).contains($0)
        }
        guard isHexadecimal else { throw .address("Only hex digits permitted in \(quoted(text)) in \(shown)") }
        guard text.utf8.count <= 4 else {
            throw .address("At most 4 characters permitted in \(quoted(text)) in \(shown)")
        }
        guard let value = UInt16(text, radix: 16) else {
            throw .address("invalid literal for int() with base 16: \(quoted(text)) in \(shown)")
        }
        return value
    }

    // MARK: Masks

    /// The prefix length of `24`, `255.255.255.0` or `0.0.0.255`.
    static func prefix(_ text: String, isV6: Bool) throws(IPFault) -> Int {
        let fault = IPFault.netmask("\(quoted(text)) is not a valid netmask")
        let width = isV6 ? 128 : 32
        if !text.isEmpty, text.utf8.allSatisfy({ (48...57).contains($0) }), let prefix = Int(text), prefix <= width {
            return prefix
        }
        guard !isV6, let bits = try? v4Bits(text) else { throw fault }
        if let prefix = ones(bits) { return prefix }
        if let prefix = ones(~bits) { return prefix }
        throw fault
    }

    /// The number of leading ones, if nothing but zeros follows.
    private static func ones(_ bits: UInt32) -> Int? {
        let count = (~bits).leadingZeroBitCount
        return count + bits.trailingZeroBitCount >= 32 ? count : nil
    }

    static func prefix(_ number: Int, isV6: Bool) throws(IPFault) -> Int {
        guard (0...(isV6 ? 128 : 32)).contains(number) else { throw .netmask("\(number) is not a valid netmask") }
        return number
    }

    /// An address of packed bytes, 4 or 16 of them; `shown` is their `repr`.
    init(packed: [UInt8], isV6: Bool, shown: String) throws(IPFault) {
        let count = isV6 ? 16 : 4
        guard packed.count == count else {
            throw .address(
                "\(shown) (len \(packed.count) != \(count)) is not permitted as an IPv\(isV6 ? 6 : 4) address"
            )
        }
        self.init(isV6: isV6, bits: packed.reduce(0) { $0 << 8 | UInt128($1) })
    }
}
