/// An address or a network as Python's `ipaddress` reads it, from bytes and without allocating.
struct AddressRange: BitwiseCopyable, Hashable, Sendable {
    /// The address; IPv4 in the low 32 bits.
    var bits: UInt128
    /// Bits that name the network: 32 or 128 for a single address.
    var prefix: UInt8
    var isVersion6: Bool

    private var width: UInt8 { isVersion6 ? 128 : 32 }

    private init(bits: UInt128, prefix: UInt8, isVersion6: Bool) {
        self.bits = bits
        self.prefix = prefix
        self.isVersion6 = isVersion6
    }

    /// `ip_network(text)`: an address, or one with the length of a prefix; host bits must be zero. Other masks are not read.
    init?(_ text: String) {
        var text = text
        let found = text.withUTF8 { bytes -> AddressRange? in
            let bytes = UnsafeRawBufferPointer(bytes)
            guard let slash = bytes.firstIndex(of: UInt8(ascii: "/")) else { return AddressRange(address: bytes) }
            guard var range = AddressRange(address: UnsafeRawBufferPointer(rebasing: bytes[..<slash])),
                let length = Self.number(UnsafeRawBufferPointer(rebasing: bytes[(slash + 1)...]), max: Int(range.width))
            else { return nil }
            range.prefix = UInt8(length)
            let hostBits = Int(range.width) - length
            let hosts: UInt128 = hostBits == 128 ? .max : (1 << UInt128(hostBits)) - 1
            return range.bits & hosts == 0 ? range : nil
        }
        guard let found else { return nil }
        self = found
    }

    /// `ip_address(text)`. A scope (`%eth0`) is not read.
    init?(address text: UnsafeRawBufferPointer) {
        if let bits = Self.version4(text) {
            self.init(bits: UInt128(bits), prefix: 32, isVersion6: false)
        } else if let bits = Self.version6(text) {
            self.init(bits: bits, prefix: 128, isVersion6: true)
        } else {
            return nil
        }
    }

    /// Whether an address is in the network; never across versions.
    func contains(_ address: AddressRange) -> Bool {
        guard isVersion6 == address.isVersion6 else { return false }
        let shift = UInt128(width - prefix)
        return shift >= 128 || bits >> shift == address.bits >> shift
    }

    // MARK: Parsing

    private static func number(_ digits: UnsafeRawBufferPointer, max: Int) -> Int? {
        guard digits.count >= 1, digits.count <= 3 else { return nil }
        var value = 0
        for digit in digits {
            guard digit >= 0x30, digit <= 0x39 else { return nil }
            value = value * 10 + Int(digit - 0x30)
        }
        return value <= max ? value : nil
    }

    private static func version4(_ text: UnsafeRawBufferPointer) -> UInt32? {
        guard text.count >= 7, text.count <= 15 else { return nil }
        var bits: UInt32 = 0
        var octets = 0
        var start = 0
        for position in 0...text.count where position == text.count || text[position] == UInt8(ascii: ".") {
            let part = UnsafeRawBufferPointer(rebasing: text[start..<position])
            guard octets < 4, let value = number(part, max: 255) else { return nil }
            // A zero before other digits might be octal: Python refuses it.
            if part.count > 1, part[0] == 0x30 { return nil }
            bits = bits << 8 | UInt32(value)
            octets += 1
            start = position + 1
        }
        return octets == 4 ? bits : nil
    }

    /// Eight groups, of which one run may be `::` (at least one group); the last two may be written as IPv4.
    private static func version6(_ text: UnsafeRawBufferPointer) -> UInt128? {
        guard text.count >= 2, text.count <= 45 else { return nil }
        var head: UInt128 = 0
        var tail: UInt128 = 0
        var headCount = 0
        var tailCount = 0
        var hasGap = false
        var position = 0
        func add(_ value: UInt128, bits: Int) {
            if hasGap { tail = tail << UInt128(bits) | value } else { head = head << UInt128(bits) | value }
            if hasGap { tailCount += bits / 16 } else { headCount += bits / 16 }
        }
        let colon = UInt8(ascii: ":")
        if text[0] == colon {
            guard text[1] == colon else { return nil }
            hasGap = true
            position = 2
        }
        while position < text.count {
            var end = position
            while end < text.count, text[end] != colon { end += 1 }
            let part = UnsafeRawBufferPointer(rebasing: text[position..<end])
            if end == text.count, part.contains(UInt8(ascii: ".")) {
                guard let low = version4(part) else { return nil }
                add(UInt128(low), bits: 32)
            } else {
                guard let group = hexadecimal(part) else { return nil }
                add(UInt128(group), bits: 16)
            }
            guard headCount + tailCount <= 8 else { return nil }
            if end == text.count { break }
            position = end + 1
            // A colon at the end is half a gap.
            guard position < text.count else { return nil }
            if text[position] == colon {
                guard !hasGap else { return nil }
                hasGap = true
                position += 1
            }
        }
        let count = headCount + tailCount
        guard hasGap ? count <= 7 : count == 8 else { return nil }
        return headCount == 0 ? tail : head << UInt128((8 - headCount) * 16) | tail
    }

    private static func hexadecimal(_ digits: UnsafeRawBufferPointer) -> UInt16? {
        guard digits.count >= 1, digits.count <= 4 else { return nil }
        var value: UInt16 = 0
        for digit in digits {
            let nibble: UInt8
            switch digit {
            case 0x30...0x39: nibble = digit - 0x30
            case 0x41...0x46: nibble = digit - 0x37
            case 0x61...0x66: nibble = digit - 0x57
            default: return nil
            }
            value = value << 4 | UInt16(nibble)
        }
        return value
    }
}
