import Conditions
import Detections

/// JSON texts that stand in code, such as the answers of mocks.
enum ConstantJSON {
    /// Bytes of a text.
    static let bytesMax = 65_536
    /// Lists and objects in one another.
    static let nestingMax = 64

    /// The value of a JSON text; nil if it is none, or has what constants cannot hold.
    static func parse(_ text: String) -> Literal? {
        guard text.utf8.count <= bytesMax else { return nil }
        var reader = Reader(bytes: Array(text.utf8))
        guard let value = reader.value(depth: 0) else { return nil }
        reader.skipSpace()
        return reader.place == reader.bytes.count ? value : nil
    }

    private struct Reader {
        let bytes: [UInt8]
        var place = 0

        mutating func skipSpace() {
            while place < bytes.count, [9, 10, 13, 32].contains(bytes[place]) { place += 1 }
        }

        mutating func take(_ text: String) -> Bool {
            guard bytes[place...].starts(with: text.utf8) else { return false }
            place += text.utf8.count
            return true
        }

        mutating func value(depth: Int) -> Literal? {
            guard depth < ConstantJSON.nestingMax else { return nil }
            skipSpace()
            guard place < bytes.count else { return nil }
            switch bytes[place] {
            case UInt8(ascii: "{"): return object(depth: depth)
            case UInt8(ascii: "["): return list(depth: depth)
            case UInt8(ascii: "\""): return string().map { .string($0) }
            default:
                if take("true") { return .bool(true) }
                if take("false") { return .bool(false) }
                if take("null") { return .null }
                let digits = bytes[place...].prefix { ($0 >= 48 && $0 <= 57) || [43, 45, 46, 69, 101].contains($0) }
                place += digits.count
                let text = String(decoding: digits, as: UTF8.self)
                if let number = Int64(text) { return .int(number) }
                return Double(text).map { .double($0) }
            }
        }

        private mutating func list(depth: Int) -> Literal? {
            place += 1
            var values: [Literal] = []
            skipSpace()
            if take("]") { return .list([]) }
            while let value = value(depth: depth + 1) {
                values.append(value)
                skipSpace()
                guard place < bytes.count else { return nil }
                if take("]") { return .list(values) }
                guard take(",") else { return nil }
            }
            return nil
        }

        private mutating func object(depth: Int) -> Literal? {
            place += 1
            var members: [Literal.Member] = []
            skipSpace()
            if place < bytes.count, take("}") { return .object([]) }
            while true {
                skipSpace()
                guard place < bytes.count, bytes[place] == UInt8(ascii: "\""), let name = string() else { return nil }
                skipSpace()
                guard place < bytes.count, take(":"), let value = value(depth: depth + 1) else { return nil }
                members.removeAll { $0.name == name }
                members.append(Literal.Member(name, value))
                skipSpace()
                guard place < bytes.count else { return nil }
                if take("}") { return .object(members) }
                guard take(",") else { return nil }
            }
        }

        /// A text without escapes but the plain ones.
        private mutating func string() -> String? {
            place += 1
            var text: [UInt8] = []
            while place < bytes.count {
                let byte = bytes[place]
                place += 1
                if byte == UInt8(ascii: "\"") { return String(decoding: text, as: UTF8.self) }
                if byte < 0x20 { return nil }
                guard byte == UInt8(ascii: "\\") else {
                    text.append(byte)
                    continue
                }
                guard place < bytes.count else { return nil }
                let escaped = bytes[place]
                place += 1
                switch escaped {
                case UInt8(ascii: "\""), UInt8(ascii: "\\"), UInt8(ascii: "/"): text.append(escaped)
                case UInt8(ascii: "n"): text.append(10)
                case UInt8(ascii: "t"): text.append(9)
                case UInt8(ascii: "r"): text.append(13)
                default: return nil
                }
            }
            return nil
        }
    }
}
