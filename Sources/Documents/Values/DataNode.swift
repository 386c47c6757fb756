package import Diagnostics

/// A value of a rule file together with the text it was written as.
///
/// Vendor formats parse their files into these trees: a diagnostic can point at every part, and a test event goes from
/// here to JSON without losing key order, big integers or NaN.
package struct DataNode: Sendable, Equatable {
    /// What was written.
    package var value: DataValue
    /// Where, in the source that was parsed. For an alias: the place of the anchored text.
    package var span: Span

    /// A value at a place.
    package init(_ value: DataValue, _ span: Span = Span(0, 0)) {
        self.value = value
        self.span = span
    }

    /// Equal values; where they were written does not matter.
    package static func == (left: DataNode, right: DataNode) -> Bool { left.value == right.value }

    /// The text, if it is one.
    package var string: String? {
        if case .string(let text) = value { text } else { nil }
    }

    /// The boolean, if it is one; integers are not booleans.
    package var bool: Bool? {
        if case .bool(let flag) = value { flag } else { nil }
    }

    /// The integer, if it is one that 64 bits hold; booleans are not integers.
    package var int: Int64? {
        if case .int(let number) = value { number } else { nil }
    }

    /// The elements, if it is a list.
    package var list: [DataNode]? {
        if case .list(let elements) = value { elements } else { nil }
    }

    /// The entries, if it is a map.
    package var map: DataMap? {
        if case .map(let map) = value { map } else { nil }
    }

    /// The texts of a list that holds nothing else.
    package var strings: [String]? {
        guard let list else { return nil }
        let texts = list.compactMap(\.string)
        return texts.count == list.count ? texts : nil
    }

    /// The value at `key` if this is a map that has it.
    package subscript(key: String) -> DataNode? { map?[key] }
}
