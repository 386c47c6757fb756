package import Diagnostics
package import Documents

/// A value of a search, as written.
package struct SigmaValue: Hashable, Sendable {
    /// What was written.
    package var content: Content
    /// Where.
    package var span: Span

    /// The kinds of value that the specification knows.
    package enum Content: Hashable, Sendable {
        /// A text; wildcards and escapes are as in the file.
        case text(String)
        /// An integer.
        case integer(Int64)
        /// A number with a fraction.
        case number(Double)
        /// `true` or `false`.
        case bool(Bool)
        /// `null`.
        case null
    }

    /// A value at a place.
    package init(_ content: Content, _ span: Span = Span(0, 0)) {
        self.content = content
        self.span = span
    }

    /// The value of a node; nil for lists, maps and bytes.
    init?(_ node: DataNode) {
        switch node.value {
        case .null: self.init(.null, node.span)
        case .bool(let flag): self.init(.bool(flag), node.span)
        case .int(let number): self.init(.integer(number), node.span)
        // An integer past 64 bits is compared as the text that it is.
        case .bigInt(let digits): self.init(.text(digits), node.span)
        case .double(let number): self.init(.number(number), node.span)
        case .string(let text): self.init(.text(text), node.span)
        case .bytes, .list, .map: return nil
        }
    }

    /// By content, wherever written.
    package static func == (left: SigmaValue, right: SigmaValue) -> Bool { left.content == right.content }

    /// Agrees with `==`.
    package func hash(into hasher: inout Hasher) { hasher.combine(content) }

    /// What kind of value it is, for messages.
    var kindName: String {
        switch content {
        case .text: "a text"
        case .integer, .number: "a number"
        case .bool: "`true` or `false`"
        case .null: "null"
        }
    }

    /// The node that this value is read from.
    package var node: DataNode {
        switch content {
        case .text(let text): DataNode(.string(text), span)
        case .integer(let number): DataNode(.int(number), span)
        case .number(let number): DataNode(.double(number), span)
        case .bool(let flag): DataNode(.bool(flag), span)
        case .null: DataNode(.null, span)
        }
    }
}
