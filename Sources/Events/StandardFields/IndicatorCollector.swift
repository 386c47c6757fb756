#if canImport(Glibc)
    import Glibc
#else
    import Darwin
#endif

/// Gathers the indicators of one event, then hands them over sorted and without repetition.
///
/// Values that stand in the event are kept as slices of it. Reused from event to event, it stops allocating.
struct IndicatorCollector {
    private struct Entry {
        let rank: UInt8
        /// In the event, or in ``made`` if ``isMade``.
        let text: TapeText
        let isMade: Bool
    }

    private var entries: [Entry] = []
    /// Values that stand nowhere in the event: tags, and strings with escapes.
    private var made: [UInt8] = []

    /// Most indicators of one event; what follows is left out.
    static let entryCountMax = 10_000

    /// Forgets the last event's.
    mutating func removeAll() {
        entries.removeAll(keepingCapacity: true)
        made.removeAll(keepingCapacity: true)
    }

    /// Adds what `rule` finds in a string of the event.
    mutating func collect(_ rule: IndicatorRule, _ text: TapeText, in view: TapeView) {
        if text.needsUnescape {
            let start = made.count
            let length = Int(text.length)
            made.append(contentsOf: repeatElement(0, count: length))
            let count = made.withUnsafeMutableBytes { buffer in
                view.unescape(text, into: UnsafeMutableRawBufferPointer(rebasing: buffer[start..<start + length]))
            }
            made.removeLast(length - count)
            collect(rule, Value(text: TapeText(offset: UInt32(start), length: UInt32(count)), isMade: true), view)
        } else {
            collect(rule, Value(text: text, isMade: false), view)
        }
    }

    /// Adds a tag given by its key and value.
    mutating func collectTag(key: TapeText, value: TapeText, in view: TapeView) {
        let start = made.count
        made += view.string(key).utf8
        made.append(UInt8(ascii: ":"))
        made += view.string(value).utf8
        let text = TapeText(offset: UInt32(start), length: UInt32(made.count - start))
        append(.tags, Value(text: text, isMade: true), 0..<(made.count - start))
    }

    /// Calls `body` with each list that is not empty, in the order of their names: the values in ascending order.
    mutating func forEachList(
        in view: TapeView,
        _ body: (Indicator, _ values: [(text: TapeText, made: ArraySlice<UInt8>?)]) -> Void
    ) {
        let made = made
        func bytes(_ entry: Entry, _ buffer: UnsafeRawBufferPointer) -> UnsafeRawBufferPointer {
            guard entry.isMade else { return view.bytes(entry.text) }
            let start = Int(entry.text.offset)
            return UnsafeRawBufferPointer(rebasing: buffer[start..<start + Int(entry.text.length)])
        }
        made.withUnsafeBytes { buffer in
            entries.sort { left, right in
                if left.rank != right.rank { return left.rank < right.rank }
                return compareBytes(bytes(left, buffer), bytes(right, buffer)) < 0
            }
            var position = 0
            var values: [(text: TapeText, made: ArraySlice<UInt8>?)] = []
            for indicator in Indicator.allCases {
                values.removeAll(keepingCapacity: true)
                var last: Entry?
                while position < entries.count, entries[position].rank == indicator.rank {
                    let entry = entries[position]
                    position += 1
                    if let last, compareBytes(bytes(last, buffer), bytes(entry, buffer)) == 0 { continue }
                    last = entry
                    let start = Int(entry.text.offset)
                    values.append((entry.text, entry.isMade ? made[start..<start + Int(entry.text.length)] : nil))
                }
                if !values.isEmpty { body(indicator, values) }
            }
        }
    }

    /// A string to be judged.
    private struct Value {
        let text: TapeText
        let isMade: Bool
    }

    private mutating func collect(_ rule: IndicatorRule, _ value: Value, _ view: TapeView) {
        let found = made.withUnsafeBytes { buffer -> (list: [(Indicator, Range<Int>)], Void) in
            let start = Int(value.text.offset)
            let bytes =
                value.isMade
                ? UnsafeRawBufferPointer(rebasing: buffer[start..<start + Int(value.text.length)])
                : view.bytes(value.text)
            return (Self.judge(rule, bytes), ())
        }
        for (indicator, range) in found.list { append(indicator, value, range) }
    }

    private mutating func append(_ indicator: Indicator, _ value: Value, _ range: Range<Int>) {
        guard !range.isEmpty, entries.count < Self.entryCountMax else { return }
        let text = TapeText(
            offset: value.text.offset + UInt32(range.lowerBound),
            length: UInt32(range.count),
            flags: value.text.flags
        )
        entries.append(Entry(rank: indicator.rank, text: text, isMade: value.isMade))
    }

    /// The indicators in a string, as stretches of it.
    private static func judge(_ rule: IndicatorRule, _ bytes: UnsafeRawBufferPointer) -> [(Indicator, Range<Int>)] {
        let range = trimmed(bytes)
        let text = UnsafeRawBufferPointer(rebasing: bytes[range])
        switch rule {
        case .address: return isAddress(text) ? [(.ipAddresses, range)] : []
        case .domain: return [(.domainNames, range)]
        case .host: return [(isAddress(text) ? .ipAddresses : .domainNames, range)]
        case .accountID: return isAccountID(text) ? [(.accountIDs, range)] : []
        case .instanceID: return text.starts(with: "i-".utf8) ? [(.instanceIDs, range)] : []
        case .resourceName: return judgeResourceName(text, range)
        case .tag: return [(.tags, 0..<bytes.count)]
        case .traceID: return [(.traceIDs, range)]
        case .username: return [(.usernames, range)]
        }
    }

    /// `arn:partition:service:region:account:resource`.
    private static func judgeResourceName(
        _ text: UnsafeRawBufferPointer,
        _ range: Range<Int>
    ) -> [(Indicator, Range<Int>)] {
        guard text.starts(with: "arn:".utf8) else { return [] }
        var colons: [Int] = []
        for (offset, byte) in text.enumerated() where byte == UInt8(ascii: ":") {
            colons.append(offset)
            if colons.count == 5 { break }
        }
        guard colons.count == 5 else { return [] }
        var found: [(Indicator, Range<Int>)] = [(.arns, range)]
        func add(_ indicator: Indicator, _ part: Range<Int>) {
            found.append((indicator, part.lowerBound + range.lowerBound..<part.upperBound + range.lowerBound))
        }
        let account = colons[3] + 1..<colons[4]
        if isAccountID(UnsafeRawBufferPointer(rebasing: text[account])) { add(.accountIDs, account) }
        let resource = text[(colons[4] + 1)...]
        if resource.starts(with: "instance/".utf8) {
            add(.instanceIDs, resource.startIndex + 9..<text.count)
        } else if resource.starts(with: "assumed-role/".utf8), let slash = resource.lastIndex(of: UInt8(ascii: "/")),
            text[(slash + 1)...].contains(UInt8(ascii: "@"))
        {
            add(.emails, slash + 1..<text.count)
        }
        return found
    }

    private static func trimmed(_ bytes: UnsafeRawBufferPointer) -> Range<Int> {
        var range = 0..<bytes.count
        while let first = range.first, bytes[first] <= 0x20 { range = first + 1..<range.upperBound }
        while let last = range.last, bytes[last] <= 0x20 { range = range.lowerBound..<last }
        return range
    }

    private static func isAccountID(_ text: UnsafeRawBufferPointer) -> Bool {
        text.count == 12 && text.allSatisfy { $0 &- UInt8(ascii: "0") <= 9 }
    }

    /// Whether it is an IPv4 or IPv6 address as `inet_pton` reads them.
    private static func isAddress(_ text: UnsafeRawBufferPointer) -> Bool {
        guard (2...45).contains(text.count), text.allSatisfy({ $0 > 0x20 && $0 < 0x7F }) else { return false }
        let family = text.contains(UInt8(ascii: ":")) ? AF_INET6 : AF_INET
        return withUnsafeTemporaryAllocation(of: CChar.self, capacity: 64) { copy in
            for (offset, byte) in text.enumerated() { copy[offset] = CChar(truncatingIfNeeded: byte) }
            copy[text.count] = 0
            var address = in6_addr()
            guard let name = copy.baseAddress else { return false }
            return inet_pton(family, name, &address) == 1
        }
    }
}

/// The order of two stretches of bytes, a prefix first: negative, 0 or positive.
func compareBytes(_ left: UnsafeRawBufferPointer, _ right: UnsafeRawBufferPointer) -> Int {
    let count = min(left.count, right.count)
    if count > 0, let a = left.baseAddress, let b = right.baseAddress {
        let order = memcmp(a, b, count)
        if order != 0 { return Int(order) }
    }
    return left.count - right.count
}
