/// Which values of an event an expression looks at.
package struct KeySpecifier: Hashable, Sendable {
    /// One step down.
    package enum Step: Hashable, Sendable {
        /// To a member of a map.
        case name(String)
        /// To an element of a list, from 0; negative from its end.
        case index(Int)
        /// To each element of a list: `[*]`.
        case each
        /// To each element of a list; of anything else, to itself. Enrichment has one row for a value and a list of rows
        /// for a list of values.
        case eachOrSelf
    }

    /// Outermost first. Empty for the whole event.
    package var steps: [Step]
    /// As written, for messages.
    package var text: String

    /// Most steps of a specifier.
    package static let stepCountMax = 64
    /// Longest text of a path, in bytes.
    package static let byteCountMax = 4096

    /// Why a text is no path.
    package enum Fault: Error, Hashable, Sendable {
        /// A name, an index or `[*]` is expected at this byte.
        case expectedStep(offset: Int)
        /// ``KeySpecifier/stepCountMax`` or ``KeySpecifier/byteCountMax`` is passed.
        case tooLong
    }

    /// Steps, and how they were written.
    package init(steps: [Step], text: String) {
        self.steps = steps
        self.text = text
    }

    /// Whether it may find several values, so that it stands for their list.
    package var isPlural: Bool { steps.contains(.each) || steps.contains(.eachOrSelf) }

    /// Reads a dotted path with `[n]` and `[*]`: `a.b[0].c[*]`. A `$.` before it is passed over. A name in double quotes, bare
    /// or in brackets, may hold any character but that quote.
    ///
    ///     path = step {"." step | bracket}
    ///     step = name | quoted
    ///     bracket = "[" ("*" | ["-"] DIGIT+ | quoted) "]"
    package init(path text: String) throws(Fault) {
        let bytes = Array(text.utf8)
        guard bytes.count <= Self.byteCountMax else { throw .tooLong }
        var steps: [Step] = []
        var position = bytes.starts(with: "$.".utf8) ? 2 : 0
        repeat {
            guard steps.count < Self.stepCountMax else { throw .tooLong }
            if !steps.isEmpty, bytes[position] == UInt8(ascii: "[") {
                steps.append(try Self.bracket(bytes, &position))
                continue
            }
            if !steps.isEmpty {
                guard bytes[position] == UInt8(ascii: ".") else { throw .expectedStep(offset: position) }
                position += 1
            }
            steps.append(.name(try Self.name(bytes, &position)))
        } while position < bytes.count
        self.init(steps: steps, text: text)
    }

    private static func name(_ bytes: [UInt8], _ position: inout Int) throws(Fault) -> String {
        if position < bytes.count, bytes[position] == UInt8(ascii: "\"") { return try quoted(bytes, &position) }
        let start = position
        while position < bytes.count, !".[]\"".utf8.contains(bytes[position]) { position += 1 }
        guard position > start else { throw .expectedStep(offset: start) }
        return String(decoding: bytes[start..<position], as: UTF8.self)
    }

    private static func quoted(_ bytes: [UInt8], _ position: inout Int) throws(Fault) -> String {
        let start = position + 1
        guard let end = bytes[start...].firstIndex(of: UInt8(ascii: "\"")), end > start else {
            throw .expectedStep(offset: position)
        }
        position = end + 1
        return String(decoding: bytes[start..<end], as: UTF8.self)
    }

    private static func bracket(_ bytes: [UInt8], _ position: inout Int) throws(Fault) -> Step {
        let start = position + 1
        position = start
        guard start < bytes.count else { throw .expectedStep(offset: start) }
        let step: Step
        if bytes[start] == UInt8(ascii: "\"") {
            step = .name(try quoted(bytes, &position))
        } else {
            while position < bytes.count, bytes[position] != UInt8(ascii: "]") { position += 1 }
            let inside = String(decoding: bytes[start..<position], as: UTF8.self)
            if inside == "*" {
                step = .each
            } else if inside.first != "+", let index = Int(inside) {
                step = .index(index)
            } else {
                throw .expectedStep(offset: start)
            }
        }
        guard position < bytes.count, bytes[position] == UInt8(ascii: "]") else {
            throw .expectedStep(offset: position)
        }
        position += 1
        return step
    }
}
