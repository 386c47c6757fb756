import PythonRegex
import Testing

/// A pattern, a subject and what else a comparison with CPython needs.
struct RegexCase: Sendable, CustomTestStringConvertible {
    var kind = PatternKind.text
    var flags: RegexFlags = []
    var pattern: [UInt8]
    var subject: [UInt8]
    var template: [UInt8]?
    var start: Int?
    var end: Int?

    var testDescription: String {
        let parts = [pattern, subject, template ?? []].map { String(reflecting: String(decoding: $0, as: UTF8.self)) }
        return "\(kind) \(flags.rawValue) \(parts[0]) on \(parts[1]) by \(parts[2]) \(start ?? -1) \(end ?? -1)"
    }

    /// The line for CPython.
    var line: String {
        let texts = [hexadecimal(pattern), hexadecimal(subject), template.map(hexadecimal) ?? "-"]
        let fields = [kind == .bytes ? "b" : "t", "\(flags.rawValue)"] + texts + ["\(start ?? -1)", "\(end ?? -1)"]
        return fields.joined(separator: "\t")
    }
}

func hexadecimal(_ bytes: some Sequence<UInt8>) -> String {
    let digits = Array("0123456789abcdef".utf8)
    var result: [UInt8] = []
    for byte in bytes { result += [digits[Int(byte >> 4)], digits[Int(byte & 15)]] }
    return String(decoding: result, as: UTF8.self)
}
