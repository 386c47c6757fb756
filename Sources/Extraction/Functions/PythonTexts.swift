import Conditions
import PythonSyntax

/// Python's operations on constants, where they are certain: texts of ASCII, numbers that do not overflow. Nil where they are not.
enum PythonTexts {
    /// `str(value)`.
    static func string(of value: Literal) -> String? {
        switch value {
        case .null: "None"
        case .bool(let flag): flag ? "True" : "False"
        case .int(let number): String(number)
        case .string(let text): text
        case .double, .list, .object: nil
        }
    }

    /// `left == right` of constants.
    static func areEqual(_ left: Literal, _ right: Literal) -> Bool? {
        switch (left, right) {
        case (.list(let one), .list(let two)):
            guard one.count == two.count else { return false }
            for (first, second) in zip(one, two) {
                guard let equal = areEqual(first, second) else { return nil }
                if !equal { return false }
            }
            return true
        case (.object(let one), .object(let two)):
            guard one.count == two.count else { return false }
            // Whatever the order.
            for member in one {
                guard let other = two.first(where: { $0.name.utf8.elementsEqual(member.name.utf8) }) else {
                    return false
                }
                guard let equal = areEqual(member.value, other.value) else { return nil }
                if !equal { return false }
            }
            return true
        case (.list, _), (_, .list), (.object, _), (_, .object): return false
        default: break
        }
        if let one = number(left), let two = number(right) { return one == two }
        return left == right
    }

    private static func number(_ value: Literal) -> Double? {
        switch value {
        case .bool(let flag): flag ? 1 : 0
        case .int(let number) where number.magnitude < 1 << 53: Double(number)
        case .double(let number): number
        default: nil
        }
    }

    /// Negative, zero or positive as `left` is less than, equal to or greater than `right`.
    static func order(_ left: Literal, _ right: Literal) -> Int? {
        if let one = number(left), let two = number(right) {
            return one < two ? -1 : one > two ? 1 : one == two ? 0 : nil
        }
        if case .string(let one) = left, case .string(let two) = right {
            let (first, second) = (Array(one.utf8), Array(two.utf8))
            return first == second ? 0 : first.lexicographicallyPrecedes(second) ? -1 : 1
        }
        return nil
    }

    /// `part in whole`.
    static func contains(_ whole: String, _ part: String) -> Bool {
        let (text, searched) = (Array(whole.utf8), Array(part.utf8))
        if searched.isEmpty { return true }
        guard searched.count <= text.count else { return false }
        return (0...(text.count - searched.count)).contains { text[$0..<($0 + searched.count)].elementsEqual(searched) }
    }

    /// Arithmetic and joining.
    static func fold(_ left: Literal, _ op: BinaryOperator, _ right: Literal, _ bytesMax: Int) -> Literal? {
        switch (left, op, right) {
        case (.int(let one), .add, .int(let two)): exact(one.addingReportingOverflow(two))
        case (.int(let one), .sub, .int(let two)): exact(one.subtractingReportingOverflow(two))
        case (.int(let one), .mult, .int(let two)): exact(one.multipliedReportingOverflow(by: two))
        case (.string(let one), .add, .string(let two)) where one.utf8.count + two.utf8.count <= bytesMax:
            .string(one + two)
        default: nil
        }
    }

    private static func exact(_ result: (partialValue: Int64, overflow: Bool)) -> Literal? {
        result.overflow ? nil : .int(result.partialValue)
    }

    /// Whether it is all ASCII.
    static func isASCII(_ text: String) -> Bool { text.utf8.allSatisfy { $0 < 0x80 } }

    /// A method of a constant text with constant arguments.
    static func method(_ name: String, _ text: String, _ arguments: [Literal]) -> Literal? {
        guard isASCII(text) else { return nil }
        var texts: [String] = []
        for argument in arguments {
            guard case .string(let value) = argument, isASCII(value) else { return nil }
            texts.append(value)
        }
        switch (name, texts.count) {
        case ("lower", 0), ("casefold", 0): return .string(text.lowercased())
        case ("upper", 0): return .string(text.uppercased())
        case ("strip", 0): return .string(strip(text, nil, start: true, end: true))
        case ("lstrip", 0): return .string(strip(text, nil, start: true, end: false))
        case ("rstrip", 0): return .string(strip(text, nil, start: false, end: true))
        case ("strip", 1): return .string(strip(text, texts[0], start: true, end: true))
        case ("lstrip", 1): return .string(strip(text, texts[0], start: true, end: false))
        case ("rstrip", 1): return .string(strip(text, texts[0], start: false, end: true))
        case ("startswith", 1): return .bool(text.utf8.starts(with: texts[0].utf8))
        case ("endswith", 1): return .bool(text.utf8.reversed().starts(with: texts[0].utf8.reversed()))
        case ("replace", 2):
            guard !texts[0].isEmpty else { return nil }
            return .string(text.replacing(texts[0], with: texts[1]))
        case ("split", 1):
            guard !texts[0].isEmpty else { return nil }
            return .list(text.split(separator: texts[0], omittingEmptySubsequences: false).map { .string(String($0)) })
        case ("split", 0):
            return .list(
                text.utf8.split(whereSeparator: { spaces.contains($0) }).map { .string(String(Substring($0))) }
            )
        default: return nil
        }
    }

    private static let spaces: Set<UInt8> = [9, 10, 11, 12, 13, 28, 29, 30, 31, 32]

    private static func strip(_ text: String, _ characters: String?, start: Bool, end: Bool) -> String {
        let taken = characters.map { Set($0.utf8) } ?? spaces
        var bytes = Array(text.utf8)[...]
        while start, let first = bytes.first, taken.contains(first) { bytes.removeFirst() }
        while end, let last = bytes.last, taken.contains(last) { bytes.removeLast() }
        return String(decoding: bytes, as: UTF8.self)
    }
}
