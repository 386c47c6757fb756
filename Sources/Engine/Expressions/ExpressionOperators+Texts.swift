import Events
import PythonRuntime

/// Equality and containment.
extension ExpressionOperators {
    /// Python's `==`: numbers and booleans by value, texts byte by byte, maps whatever their order. With `lowered`, two texts are
    /// compared in lower case.
    mutating func equal(
        _ left: TapeValue,
        _ right: TapeValue,
        lowered: Bool = false
    ) throws(FunctionError) -> Bool {
        try pay(1)
        switch (left.kind, right.kind) {
        case (.string, .string):
            let (leftText, rightText) = (left.view.text(of: left.node), right.view.text(of: right.node))
            if !lowered, !leftText.needsUnescape, !rightText.needsUnescape, leftText.length != rightText.length {
                return false
            }
            return withTexts(left, right, lowered: lowered) { $0.elementsEqual($1) }
        case (.array, .array):
            guard left.view.childCount(of: left.node) == right.view.childCount(of: right.node) else { return false }
            var other = right.view.children(of: right.node)
            for element in left.view.children(of: left.node) {
                guard let counterpart = other.next() else { return false }
                // As deep as a tape nests, which it bounds.
                guard try equal(TapeValue(left.view, element), TapeValue(right.view, counterpart)) else { return false }
            }
            return true
        case (.object, .object):
            let count = right.view.childCount(of: right.node)
            guard left.view.childCount(of: left.node) == count else { return false }
            for member in left.view.children(of: left.node) {
                try pay(count)
                let key = left.view.bytes(left.view.key(of: member))
                let counterpart = right.view.lookup(in: right.node, keyBytes: key)
                guard counterpart != Tape.missing,
                    try equal(TapeValue(left.view, member), TapeValue(right.view, counterpart))
                else { return false }
            }
            return true
        case (.null, .null): return true
        default:
            if let left = left.integer, let right = right.integer { return left == right }
            if left.kind == .integer, right.kind == .integer {
                return left.view.bytes(left.view.text(of: left.node))
                    .elementsEqual(right.view.bytes(right.view.text(of: right.node)))
            }
            if let left = left.number, let right = right.number { return left == right }
            return false
        }
    }

    /// Python's `operand in subject`, and for a list also a part of one of its texts.
    mutating func contains(_ subject: TapeValue, _ operand: TapeValue) throws(FunctionError) -> Bool {
        if isElement { return try isPart(operand, ofElement: subject) }
        switch subject.kind {
        case .null: return false
        case .array:
            for element in subject.view.children(of: subject.node)
            where try isPart(operand, ofElement: TapeValue(subject.view, element)) {
                return true
            }
            return false
        default: return try isMember(operand, of: subject, lowered: ignoresCase)
        }
    }

    private mutating func isPart(_ part: TapeValue, ofElement element: TapeValue) throws(FunctionError) -> Bool {
        if try equal(element, part) { return true }
        switch element.kind {
        case .string where part.kind == .string: return try isPart(part, of: element, lowered: ignoresCase)
        case .array, .object: return ignoresCase ? false : try isMember(part, of: element, lowered: false)
        default: return false
        }
    }

    mutating func isIn(_ subject: TapeValue, _ operand: TapeValue) throws(FunctionError) -> Bool {
        guard subject.kind == .array, operand.kind == .array else {
            return try isMember(subject, of: operand, lowered: false)
        }
        for element in subject.view.children(of: subject.node)
        where try isMember(TapeValue(subject.view, element), of: operand, lowered: false) {
            return true
        }
        return false
    }

    /// Python's `value in container`.
    private mutating func isMember(
        _ value: TapeValue,
        of container: TapeValue,
        lowered: Bool
    ) throws(FunctionError) -> Bool {
        switch container.kind {
        case .string:
            if value.kind == .string { return try isPart(value, of: container, lowered: lowered) }
            throw FunctionError(
                type: "TypeError",
                message: "'in <string>' requires string as left operand, not \(value.typeName)"
            )
        case .array:
            for element in container.view.children(of: container.node)
            where try equal(TapeValue(container.view, element), value) {
                return true
            }
            return false
        case .object:
            try pay(container.view.childCount(of: container.node))
            guard value.kind == .string else { return false }
            return withText(value, lowered: false) { name in
                container.view.lookup(in: container.node, keyBytes: name) != Tape.missing
            }
        default:
            throw FunctionError(type: "TypeError", message: "argument of type '\(container.typeName)' is not iterable")
        }
    }

    private mutating func isPart(
        _ part: TapeValue,
        of whole: TapeValue,
        lowered: Bool
    ) throws(FunctionError) -> Bool {
        try pay(Int(whole.view.text(of: whole.node).length >> 6))
        return withTexts(whole, part, lowered: lowered) { whole, part in
            PythonText(whole, isASCII: true).contains(PythonText(part, isASCII: true))
        }
    }

    // MARK: Bytes of texts

    /// Lends the texts of two strings, in lower case if `lowered`, which is ``ignoresCase`` unless given.
    func withTexts<Result>(
        _ left: TapeValue,
        _ right: TapeValue,
        lowered: Bool? = nil,
        _ body: (UnsafeRawBufferPointer, UnsafeRawBufferPointer) -> Result
    ) -> Result {
        let lowered = lowered ?? ignoresCase
        return withText(left, lowered: lowered) { left in
            withText(right, lowered: lowered) { right in body(left, right) }
        }
    }

    /// Lends the text of a string, its escapes resolved. Allocates where there are escapes or `lowered` in more than 1 KiB.
    func withText<Result>(
        _ value: TapeValue,
        lowered: Bool,
        _ body: (UnsafeRawBufferPointer) -> Result
    ) -> Result {
        let text = value.view.text(of: value.node)
        let bytes = value.view.bytes(text)
        guard lowered || text.needsUnescape else { return body(bytes) }
        return withUnsafeTemporaryAllocation(byteCount: max(bytes.count, 1), alignment: 1) { buffer in
            let count = value.view.unescape(text, into: buffer)
            let plain = UnsafeRawBufferPointer(rebasing: buffer[..<count])
            guard lowered else { return body(plain) }
            guard PythonText.isASCII(plain) else {
                var folded: [UInt8] = []
                PythonText(plain, isASCII: false).appendLower(into: &folded)
                return folded.withUnsafeBytes(body)
            }
            for index in 0..<count where buffer[index] &- UInt8(ascii: "A") < 26 { buffer[index] |= 0x20 }
            return body(plain)
        }
    }
}
