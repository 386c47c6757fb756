/// What a client asks, as far as the site looks at it.
package struct SiteRequest: Sendable {
    /// What is to be done.
    package var method: String
    /// The parts of the path, decoded: `/rules/a%2Fb` is `rules` and `a/b`.
    package private(set) var path: [String]
    /// The first value of each name of the query.
    package private(set) var query: [String: String]
    /// What was sent.
    package var body: [UInt8]

    /// A request for `address`, a path with its query; nil for one whose path is not that of any page: it does not begin with a
    /// slash, or is encoded wrongly.
    package init?(method: String = "GET", address: String, body: [UInt8] = []) {
        self.method = method
        self.body = body
        let parts = address.split(separator: "?", maxSplits: 1, omittingEmptySubsequences: false)
        guard address.hasPrefix("/") else { return nil }
        var path: [String] = []
        for part in parts[0].dropFirst().split(separator: "/", omittingEmptySubsequences: false) {
            guard let part = Self.decode(part, isForm: false) else { return nil }
            path.append(part)
        }
        self.path = path == [""] ? [] : path
        query = parts.count == 2 ? Self.form(parts[1]) : [:]
    }

    /// Names and values as forms send them; of a name that comes twice the first value, and none of a part that is encoded wrongly.
    package static func form(_ text: Substring) -> [String: String] {
        var values: [String: String] = [:]
        for pair in text.split(separator: "&").prefix(Self.valuesMax) {
            let parts = pair.split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false)
            guard let name = decode(parts[0], isForm: true), values[name] == nil else { continue }
            values[name] = parts.count == 2 ? decode(parts[1], isForm: true) : ""
        }
        return values
    }

    /// Values of a query that are read.
    static let valuesMax = 64

    /// A part of an address, or nil if it is no UTF-8 or has a sign of percent without two digits.
    private static func decode(_ text: Substring, isForm: Bool) -> String? {
        var bytes: [UInt8] = []
        var rest = text.utf8[...]
        while let byte = rest.popFirst() {
            switch byte {
            case UInt8(ascii: "%"):
                guard let high = rest.popFirst().flatMap(digit), let low = rest.popFirst().flatMap(digit) else {
                    return nil
                }
                bytes.append(high << 4 | low)
            case UInt8(ascii: "+") where isForm: bytes.append(UInt8(ascii: " "))
            default: bytes.append(byte)
            }
        }
        return String(validating: bytes, as: UTF8.self)
    }

    private static func digit(_ byte: UInt8) -> UInt8? {
        switch byte {
        case UInt8(ascii: "0")...UInt8(ascii: "9"): byte - UInt8(ascii: "0")
        case UInt8(ascii: "a")...UInt8(ascii: "f"): byte - UInt8(ascii: "a") + 10
        case UInt8(ascii: "A")...UInt8(ascii: "F"): byte - UInt8(ascii: "A") + 10
        default: nil
        }
    }

    /// The number of a page that is asked for, from 1; anything else is the first.
    var page: Int { query["page"].flatMap { Int($0) }.map { min(max($0, 1), 1_000_000) } ?? 1 }
}
