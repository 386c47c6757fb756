/// Parts of addresses. Source: RFC 3986, section 2.
package enum PercentEncoding {
    /// A text in which everything but letters and digits of ASCII, `-`, `.`, `_`, `~` and the signs of `others` is percent-encoded.
    package static func encode(_ text: String, keeping others: StaticString = "") -> String {
        let kept = Array("-._~".utf8) + Array(others.description.utf8)
        let digits = Array("0123456789ABCDEF".utf8)
        var encoded: [UInt8] = []
        for byte in text.utf8 {
            switch byte {
            case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
                UInt8(ascii: "0")...UInt8(ascii: "9"):
                encoded.append(byte)
            case _ where kept.contains(byte): encoded.append(byte)
            default: encoded += [UInt8(ascii: "%"), digits[Int(byte >> 4)], digits[Int(byte & 15)]]
            }
        }
        return String(decoding: encoded, as: UTF8.self)
    }
}
