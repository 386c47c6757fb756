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

    /// A value of a list, as ``forEachValue(in:_:)`` hands it over.
    struct Collected {
        /// The list.
        let indicator: Indicator
        /// Whether it is the first of its list.
        let isFirst: Bool
        /// Where it stands in the event.
        let text: TapeText
        /// Its bytes, if it does not stand there.
        let made: UnsafeRawBufferPointer?
    }

    /// Calls `body` with every value once, list after list in the order of their names, in ascending order.
    mutating func forEachValue(in view: TapeView, _ body: (Collected) -> Void) {
        let made = made
        made.withUnsafeBytes { buffer in
            func bytes(_ entry: Entry) -> UnsafeRawBufferPointer {
                guard entry.isMade else { return view.bytes(entry.text) }
                let start = Int(entry.text.offset)
                return UnsafeRawBufferPointer(rebasing: buffer[start..<start + Int(entry.text.length)])
            }
            entries.sort { left, right in
                left.rank == right.rank ? compareBytes(bytes(left), bytes(right)) < 0 : left.rank < right.rank
            }
            var last: Entry?
            for entry in entries {
                let isFirst = last?.rank != entry.rank
                if !isFirst, let last, compareBytes(bytes(last), bytes(entry)) == 0 { continue }
                last = entry
                let indicator = Indicator.allCases[Int(entry.rank)]
                let made = entry.isMade ? bytes(entry) : nil
                body(Collected(indicator: indicator, isFirst: isFirst, text: entry.text, made: made))
            }
        }
    }

    /// A string to be judged.
    private struct Value {
        let text: TapeText
        let isMade: Bool
    }

    private mutating func collect(_ rule: IndicatorRule, _ value: Value, _ view: TapeView) {
        guard value.isMade else { return judge(rule, view.bytes(value.text), value) }
        let start = Int(value.text.offset)
        let bytes = Array(made[start..<start + Int(value.text.length)])
        bytes.withUnsafeBytes { judge(rule, $0, value) }
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

    /// Adds the indicators in a string, as stretches of it.
    private mutating func judge(_ rule: IndicatorRule, _ bytes: UnsafeRawBufferPointer, _ value: Value) {
        let range = Self.trimmed(bytes)
        let text = UnsafeRawBufferPointer(rebasing: bytes[range])
        switch rule {
        case .address: if Self.isAddress(text) { append(.ipAddresses, value, range) }
        case .domain: append(.domainNames, value, range)
        case .host: append(Self.isAddress(text) ? .ipAddresses : .domainNames, value, range)
        case .accountID: if Self.isAccountID(text) { append(.accountIDs, value, range) }
        case .instanceID: if text.starts(with: "i-".utf8) { append(.instanceIDs, value, range) }
        case .resourceName: judgeResourceName(text, value, from: range.lowerBound)
        case .tag: append(.tags, value, 0..<bytes.count)
        case .traceID: append(.traceIDs, value, range)
        case .username: append(.usernames, value, range)
        }
    }

    /// `arn:partition:service:region:account:resource`, `start` bytes into the value.
    private mutating func judgeResourceName(_ text: UnsafeRawBufferPointer, _ value: Value, from start: Int) {
        guard text.starts(with: "arn:".utf8) else { return }
        var colonCount = 0
        var account = 0
        var resource = 0
        for offset in 0..<text.count where text[offset] == UInt8(ascii: ":") {
            colonCount += 1
            if colonCount == 4 { account = offset + 1 }
            if colonCount == 5 {
                resource = offset + 1
                break
            }
        }
        guard colonCount == 5 else { return }
        append(.arns, value, start..<start + text.count)
        if Self.isAccountID(UnsafeRawBufferPointer(rebasing: text[account..<resource - 1])) {
            append(.accountIDs, value, start + account..<start + resource - 1)
        }
        let rest = text[resource...]
        if rest.starts(with: "instance/".utf8) {
            append(.instanceIDs, value, start + resource + 9..<start + text.count)
        } else if rest.starts(with: "assumed-role/".utf8), let slash = rest.lastIndex(of: UInt8(ascii: "/")),
            text[(slash + 1)...].contains(UInt8(ascii: "@"))
        {
            append(.emails, value, start + slash + 1..<start + text.count)
        }
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
