/// How many texts are made of a value and how long they are together, counted before any of them is made.
struct ExpansionSize: Hashable {
    /// Texts.
    private(set) var count: Int
    /// Bytes of all of them; a wildcard takes as much room as ``SigmaString/wildcardBytes``.
    private(set) var bytes: Int

    /// More than any limit: from there on it is not counted.
    private static let ceiling = 1 << 40

    /// So many texts, of so many bytes together; one that is empty, if not said.
    init(count: Int = 1, bytes: Int = 0) {
        self.count = min(count, Self.ceiling)
        self.bytes = min(bytes, Self.ceiling)
    }

    /// Each of the texts goes on with so many bytes.
    mutating func append(_ more: Int) { append(ExpansionSize(bytes: more)) }

    /// Each of the texts goes on with each of others.
    mutating func append(_ choices: ExpansionSize) {
        self = ExpansionSize(
            count: Self.product(count, choices.count),
            bytes: Self.product(bytes, choices.count) + Self.product(count, choices.bytes)
        )
    }

    /// The texts of both.
    static func + (left: ExpansionSize, right: ExpansionSize) -> ExpansionSize {
        ExpansionSize(count: left.count + right.count, bytes: left.bytes + right.bytes)
    }

    private static func product(_ left: Int, _ right: Int) -> Int {
        let (result, overflow) = left.multipliedReportingOverflow(by: right)
        return overflow ? ceiling : min(result, ceiling)
    }
}

extension SigmaString {
    /// What a wildcard or placeholder counts for.
    static let wildcardBytes = 16

    /// Its size.
    var size: ExpansionSize { size { ExpansionSize(bytes: $0.count) } }

    /// The size of what it becomes where its plain stretches become `body` each.
    func size(_ body: ([UInt8]) -> ExpansionSize) -> ExpansionSize {
        var result = ExpansionSize()
        for part in parts {
            if case .bytes(let bytes) = part { result.append(body(bytes)) } else { result.append(Self.wildcardBytes) }
        }
        return result
    }
}
