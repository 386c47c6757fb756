/// Whether text is an IP address: what may stand in the brackets of a URL.
enum BracketedAddress {
    /// Four decimal numbers below 256, without leading zeros.
    static func isVersion4(_ text: some Collection<UInt8>) -> Bool {
        let parts = text.split(separator: UInt8(ascii: "."), omittingEmptySubsequences: false)
        return parts.count == 4
            && parts.allSatisfy { part in
                guard !part.isEmpty, part.count <= 3, part.allSatisfy({ $0 &- 0x30 < 10 }) else { return false }
                if part.count > 1, part.first == 0x30 { return false }
                return part.reduce(0) { $0 * 10 + Int($1 - 0x30) } < 256
            }
    }

    /// Eight groups of up to four hexadecimal digits, one run of which may be `::`; the last two may be an IPv4
    /// address; a zone may follow a `%`.
    static func isVersion6(_ text: some Collection<UInt8>) -> Bool {
        var address = Array(text)
        if let mark = address.firstIndex(of: UInt8(ascii: "%")) {
            let zone = address[(mark + 1)...]
            guard !zone.isEmpty, !zone.contains(UInt8(ascii: "%")) else { return false }
            address.removeSubrange(mark...)
        }
        var parts = address.split(separator: UInt8(ascii: ":"), omittingEmptySubsequences: false).map(Array.init)
        guard parts.count >= 3 else { return false }
        if let last = parts.last, last.contains(UInt8(ascii: ".")) {
            guard isVersion4(last) else { return false }
            parts.removeLast()
            parts += [[0x30], [0x30]]
        }
        guard parts.count <= 9 else { return false }
        let gaps = (1..<(parts.count - 1)).filter { parts[$0].isEmpty }
        guard gaps.count <= 1 else { return false }
        let isGroup: ([UInt8]) -> Bool = { $0.count <= 4 && $0.allSatisfy { HexadecimalCodec.value($0) != nil } }
        guard parts.allSatisfy(isGroup) else { return false }
        let startsEmpty = parts[0].isEmpty
        let endsEmpty = parts[parts.count - 1].isEmpty
        guard let gap = gaps.first else { return parts.count == 8 && !startsEmpty && !endsEmpty }
        if startsEmpty, gap != 1 { return false }
        if endsEmpty, gap != parts.count - 2 { return false }
        let before = startsEmpty ? 0 : gap
        let after = endsEmpty ? 0 : parts.count - gap - 1
        return before + after <= 7
    }
}
