/// The place of a field in an event: `requestParameters.instanceIds[0]`.
///
///     path  = name {"." name | "[" DIGIT+ "]" | "[" quoted "]"}
///     name  = one or more bytes other than "." "[" "]"
///
/// A quoted step, `["aws:SourceArn"]`, names a key of any bytes but `"`.
package struct FieldPath: Hashable, Sendable, CustomStringConvertible {
    /// One step down.
    package enum Step: Hashable, Sendable {
        /// To an object's member.
        case key(String)
        /// To an array's element, from 0.
        case index(Int)
    }

    /// The steps, outermost first; never empty.
    package let steps: [Step]

    /// Most steps of a path.
    package static let stepCountMax = 64
    /// Longest text of a path, in bytes.
    package static let byteCountMax = 4096

    /// Why a text is no path.
    package enum Fault: Error, Hashable, Sendable {
        /// A name or an index is expected at this byte.
        case expectedStep(offset: Int)
        /// The bracket opened before this byte is not closed, or not rightly.
        case expectedBracket(offset: Int)
        /// ``FieldPath/stepCountMax`` or ``FieldPath/byteCountMax`` is passed.
        case tooLong
    }

    /// The path that `text` spells.
    package init(_ text: String) throws(Fault) {
        let bytes = Array(text.utf8)
        guard bytes.count <= Self.byteCountMax else { throw .tooLong }
        var steps: [Step] = []
        var position = 0
        while position < bytes.count || steps.isEmpty {
            guard steps.count < Self.stepCountMax else { throw .tooLong }
            if position < bytes.count, bytes[position] == UInt8(ascii: "["), !steps.isEmpty {
                steps.append(try Self.bracket(bytes, &position))
                continue
            }
            if !steps.isEmpty {
                guard bytes[position] == UInt8(ascii: ".") else { throw .expectedStep(offset: position) }
                position += 1
            }
            let start = position
            while position < bytes.count, !".[]".utf8.contains(bytes[position]) { position += 1 }
            guard position > start else { throw .expectedStep(offset: start) }
            steps.append(.key(String(decoding: bytes[start..<position], as: UTF8.self)))
        }
        self.steps = steps
    }

    private static func bracket(_ bytes: [UInt8], _ position: inout Int) throws(Fault) -> Step {
        let open = position
        position += 1
        if position < bytes.count, bytes[position] == UInt8(ascii: "\"") {
            let start = position + 1
            guard let end = bytes[start...].firstIndex(of: UInt8(ascii: "\"")), end + 1 < bytes.count,
                bytes[end + 1] == UInt8(ascii: "]")
            else { throw .expectedBracket(offset: open) }
            position = end + 2
            return .key(String(decoding: bytes[start..<end], as: UTF8.self))
        }
        guard let end = bytes[position...].firstIndex(of: UInt8(ascii: "]")) else {
            throw .expectedBracket(offset: open)
        }
        let digits = bytes[position..<end]
        guard digits.allSatisfy({ $0 >= UInt8(ascii: "0") && $0 <= UInt8(ascii: "9") }),
            let index = Int(String(decoding: digits, as: UTF8.self))
        else { throw .expectedStep(offset: position) }
        position = end + 1
        return .index(index)
    }

    /// The path's text, quoted where it has to be.
    package var description: String {
        var text = ""
        for step in steps {
            switch step {
            case .index(let index): text += "[\(index)]"
            case .key(let key):
                let isPlain = !key.isEmpty && !key.utf8.contains { ".[]".utf8.contains($0) }
                text += isPlain || text.isEmpty ? (text.isEmpty ? key : "." + key) : "[\"\(key)\"]"
            }
        }
        return text
    }

    /// The node at this path below `start`, or ``Tape/missing``. Names match exactly, or as Panther matches them if
    /// `ignoringCase`. Compares text: ``InternedFieldPath`` is for hot paths.
    package func find(in view: TapeView, from start: UInt32 = Tape.root, ignoringCase: Bool = false) -> UInt32 {
        var node = start
        for step in steps where node != Tape.missing {
            switch step {
            case .index(let index):
                node = view.kind(of: node) == .array ? view.child(of: node, at: index) : Tape.missing
            case .key(var key):
                let object = node
                node = key.withUTF8 { bytes in
                    let bytes = UnsafeRawBufferPointer(bytes)
                    return ignoringCase
                        ? view.lookupIgnoringCase(in: object, keyBytes: bytes)
                        : view.lookup(in: object, keyBytes: bytes)
                }
            }
        }
        return node
    }
}

/// A ``FieldPath`` whose names are numbered: each step takes an integer comparison a member, the first one none.
package struct InternedFieldPath: Sendable {
    private enum Step: Sendable {
        case key(KeyID)
        case index(Int)
        /// A name that the table had no room for.
        case name(String)
    }

    private let steps: [Step]

    /// Numbers the names of `path` in `table`; tapes made with the table, or with a copy that has grown, find it.
    package init(_ path: FieldPath, in table: inout KeyTable) {
        steps = path.steps.map { step in
            switch step {
            case .index(let index): return .index(index)
            case .key(let key):
                let id = table.intern(key)
                return id.isSpelled ? .key(id) : .name(key)
            }
        }
    }

    /// The node at this path below `start`, names matching exactly, or ``Tape/missing``.
    package func find(in view: TapeView, from start: UInt32 = Tape.root) -> UInt32 {
        var node = start
        for step in steps where node != Tape.missing {
            switch step {
            case .key(let id): node = view.lookup(in: node, key: id)
            case .index(let index):
                node = view.kind(of: node) == .array ? view.child(of: node, at: index) : Tape.missing
            case .name(let name): node = view.lookup(in: node, key: name)
            }
        }
        return node
    }
}
