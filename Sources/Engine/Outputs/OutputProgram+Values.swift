import Conditions
import Events

/// Values as Python writes them: of what it would escape, or write in digits of its own, nothing is said.
extension OutputProgram {
    /// Adds a field that is a text; false where it is something else.
    @inline(__always)
    mutating func appendText(
        _ operand: CompiledConditions.OperandID,
        _ isMapping: Bool,
        _ evaluator: inout ConditionEvaluator
    ) -> Bool {
        guard let text = evaluator.plainText(of: operand), !isMapping || Self.isPlain(text) else { return false }
        buffer.append(text)
        return true
    }

    /// Adds a field as `str()` shows it, which is a list of scalars; false where it is something else.
    mutating func appendShown(_ field: CompiledConditions.FieldID, _ evaluator: inout ConditionEvaluator) -> Bool {
        guard case .node(let list, let view) = evaluator.plainValue(of: field), view.kind(of: list) == .array else {
            return false
        }
        buffer.append(UInt8(ascii: "["))
        var isFirst = true
        for element in view.children(of: list) {
            if !isFirst { buffer.append(", ") }
            isFirst = false
            guard appendShown(element, view) else { return false }
        }
        buffer.append(UInt8(ascii: "]"))
        return true
    }

    /// Adds an element of a list as `repr()` shows it.
    private mutating func appendShown(_ node: UInt32, _ view: TapeView) -> Bool {
        switch view.kind(of: node) {
        case .string:
            let text = view.text(of: node)
            guard !text.needsUnescape else { return false }
            let bytes = view.bytes(text)
            guard Self.isPlain(bytes), !bytes.contains(UInt8(ascii: "'")) else { return false }
            buffer.append(UInt8(ascii: "'"))
            buffer.append(bytes)
            buffer.append(UInt8(ascii: "'"))
        case .integer: appendInteger(node, view)
        case .null: buffer.append("None")
        case .true: buffer.append("True")
        case .false: buffer.append("False")
        case .double, .array, .object: return false
        }
        return true
    }

    /// Adds a field as JSON; false where it is nothing that is written so.
    @inline(__always)
    mutating func appendValue(
        _ field: CompiledConditions.FieldID,
        _ evaluator: inout ConditionEvaluator
    ) -> Bool {
        switch evaluator.plainValue(of: field) {
        case .text(let text): return appendQuoted(text)
        case .null: buffer.append("null")
        case .true: buffer.append("true")
        case .false: buffer.append("false")
        case .node(let node, let view): return appendJSON(node, view)
        case .other: return false
        }
        return true
    }

    /// A list or an object that is being written.
    private struct OpenContainer: BitwiseCopyable {
        var end: UInt32
        var isObject: Bool
    }

    /// Adds a node and what is in it. No recursion.
    private mutating func appendJSON(_ root: UInt32, _ view: TapeView) -> Bool {
        withUnsafeTemporaryAllocation(of: OpenContainer.self, capacity: Self.nestingMax) { open in
            appendJSON(root, view, open)
        }
    }

    private mutating func appendJSON(
        _ root: UInt32,
        _ view: TapeView,
        _ open: UnsafeMutableBufferPointer<OpenContainer>
    ) -> Bool {
        var depth = 0
        var index = root
        var isFirst = true
        repeat {
            if depth > 0 {
                if !isFirst { buffer.append(", ") }
                if open[depth - 1].isObject {
                    let key = view.key(of: index)
                    guard !key.needsUnescape, appendQuoted(view.bytes(key)) else { return false }
                    buffer.append(": ")
                }
            }
            let kind = view.kind(of: index)
            if kind.isContainer {
                guard depth < open.count else { return false }
                buffer.append(kind == .object ? UInt8(ascii: "{") : UInt8(ascii: "["))
                open[depth] = OpenContainer(end: view.endOfChildren(of: index), isObject: kind == .object)
                depth += 1
                isFirst = true
                index = view.firstChild(of: index)
            } else {
                guard appendScalar(index, kind, view) else { return false }
                isFirst = false
                index = view.next(after: index)
            }
            while depth > 0, index >= open[depth - 1].end {
                depth -= 1
                buffer.append(open[depth].isObject ? UInt8(ascii: "}") : UInt8(ascii: "]"))
                isFirst = false
            }
            guard buffer.count <= Self.bytesMax else { return false }
        } while depth > 0
        return true
    }

    private mutating func appendScalar(_ node: UInt32, _ kind: TapeKind, _ view: TapeView) -> Bool {
        switch kind {
        case .string:
            let text = view.text(of: node)
            return !text.needsUnescape && appendQuoted(view.bytes(text))
        case .integer: appendInteger(node, view)
        case .null: buffer.append("null")
        case .true: buffer.append("true")
        case .false: buffer.append("false")
        case .double, .array, .object: return false
        }
        return true
    }

    /// The digits as they stand, but that -0 is 0.
    private mutating func appendInteger(_ node: UInt32, _ view: TapeView) {
        if view.int64(of: node) == 0 {
            buffer.append(UInt8(ascii: "0"))
        } else {
            buffer.append(view.bytes(view.text(of: node)))
        }
    }

    private mutating func appendQuoted(_ text: UnsafeRawBufferPointer) -> Bool {
        guard Self.isPlain(text) else { return false }
        buffer.append(quoted: text)
        return true
    }

    /// Whether a text stands in JSON as it is.
    private static func isPlain(_ text: UnsafeRawBufferPointer) -> Bool {
        plainJSONEnd(text, from: 0, stopsAtNonASCII: true) == text.count
    }
}
