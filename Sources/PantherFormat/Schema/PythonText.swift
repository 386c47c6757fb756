import Detections
import Documents

/// Values as Python prints them: the reference's messages quote them so.
enum PythonText {
    /// Characters of one quoted value that are kept; messages quote whole documents.
    static let lengthMax = 20_000

    /// `repr(text)`.
    static func quoted(_ text: String) -> String {
        var out = String.UnicodeScalarView()
        let quote: Unicode.Scalar =
            text.utf8.contains(UInt8(ascii: "'")) && !text.utf8.contains(UInt8(ascii: "\"")) ? "\"" : "'"
        out.append(quote)
        for scalar in text.unicodeScalars {
            switch scalar {
            case quote, "\\":
                out.append("\\")
                out.append(scalar)
            case "\n": out.append(contentsOf: "\\n".unicodeScalars)
            case "\r": out.append(contentsOf: "\\r".unicodeScalars)
            case "\t": out.append(contentsOf: "\\t".unicodeScalars)
            default:
                if isPrintable(scalar) {
                    out.append(scalar)
                } else {
                    out.append(contentsOf: escape(scalar).unicodeScalars)
                }
            }
        }
        out.append(quote)
        return String(out)
    }

    /// `repr(value)`; of a longer one than ``lengthMax`` the beginning, marked with `…`.
    static func representation(_ node: DataNode) -> String {
        var text = ""
        write(node, into: &text, depth: 0)
        guard text.utf8.count > lengthMax, text.unicodeScalars.count > lengthMax else { return text }
        return String(text.unicodeScalars.prefix(lengthMax)) + "…"
    }

    /// `bool(value)`.
    static func isTruthy(_ node: DataNode) -> Bool {
        switch node.value {
        case .null: false
        case .bool(let flag): flag
        case .int(let number): number != 0
        case .bigInt: true
        case .double(let number): number != 0
        case .string(let text): !text.isEmpty
        case .bytes(let bytes): !bytes.isEmpty
        case .list(let elements): !elements.isEmpty
        case .map(let map): !map.entries.isEmpty
        }
    }

    private static func write(_ node: DataNode, into text: inout String, depth: Int) {
        guard text.utf8.count <= lengthMax, depth <= DataNode.jsonDepthMax else {
            if !text.hasSuffix("…") { text += "…" }
            return
        }
        switch node.value {
        case .null: text += "None"
        case .bool(let flag): text += flag ? "True" : "False"
        case .int(let number): text += String(number)
        case .bigInt(let digits): text += digits
        case .double(let number): text += number.pythonRepresentation
        case .string(let string): text += quoted(string)
        case .bytes(let bytes):
            text +=
                "b'"
                + bytes.map { byte in
                    (0x20..<0x7F).contains(byte) && byte != UInt8(ascii: "\\") && byte != UInt8(ascii: "'")
                        ? String(UnicodeScalar(byte)) : "\\x" + hexadecimal(UInt32(byte), 2)
                }.joined() + "'"
        case .list(let elements):
            text += "["
            for (index, element) in elements.enumerated() {
                if index > 0 { text += ", " }
                write(element, into: &text, depth: depth + 1)
            }
            text += "]"
        case .map(let map):
            text += "{"
            for (index, entry) in map.entries.enumerated() {
                if index > 0 { text += ", " }
                write(entry.key, into: &text, depth: depth + 1)
                text += ": "
                write(entry.value, into: &text, depth: depth + 1)
            }
            text += "}"
        }
    }

    private static func isPrintable(_ scalar: Unicode.Scalar) -> Bool {
        if scalar.value < 0x7F { return scalar.value >= 0x20 }
        return switch scalar.properties.generalCategory {
        case .control, .format, .surrogate, .privateUse, .unassigned, .lineSeparator, .paragraphSeparator,
            .spaceSeparator:
            false
        default: true
        }
    }

    private static func escape(_ scalar: Unicode.Scalar) -> String {
        switch scalar.value {
        case ..<0x100: "\\x" + hexadecimal(scalar.value, 2)
        case ..<0x1_0000: "\\u" + hexadecimal(scalar.value, 4)
        default: "\\U" + hexadecimal(scalar.value, 8)
        }
    }

    private static func hexadecimal(_ number: UInt32, _ width: Int) -> String {
        let digits = String(number, radix: 16)
        return String(repeating: "0", count: max(0, width - digits.utf8.count)) + digits
    }
}
