/// A constant of a condition, by content: texts byte for byte, numbers of different kinds apart, NaN equal to itself.
package indirect enum Literal: Sendable {
    /// `None`.
    case null
    /// `True`, `False`.
    case bool(Bool)
    /// An integer of 64 bits.
    case int(Int64)
    /// A floating-point number.
    case double(Double)
    /// A text.
    case string(String)
    /// A list, a tuple or a set, in order.
    case list([Literal])
    /// A dict, in order; no name occurs twice.
    case object([Member])

    /// A name and its value.
    package struct Member: Hashable, Sendable {
        /// The key.
        package var name: String
        /// What it stands for.
        package var value: Literal

        /// A pair.
        package init(_ name: String, _ value: Literal) {
            self.name = name
            self.value = value
        }

        /// By bytes.
        package static func == (left: Member, right: Member) -> Bool {
            left.name.utf8.elementsEqual(right.name.utf8) && left.value == right.value
        }

        /// By bytes.
        package func hash(into hasher: inout Hasher) {
            hasher.combine(bytesOf: name)
            hasher.combine(value)
        }
    }
}

extension Literal: Hashable {
    /// By content; see ``Literal``.
    package static func == (left: Literal, right: Literal) -> Bool {
        switch (left, right) {
        case (.null, .null): true
        case (.bool(let left), .bool(let right)): left == right
        case (.int(let left), .int(let right)): left == right
        case (.double(let left), .double(let right)): left.bitPattern == right.bitPattern
        case (.string(let left), .string(let right)): left.utf8.elementsEqual(right.utf8)
        case (.list(let left), .list(let right)): left == right
        case (.object(let left), .object(let right)): left == right
        default: false
        }
    }

    /// Agrees with `==`.
    package func hash(into hasher: inout Hasher) {
        switch self {
        case .null: hasher.combine(0)
        case .bool(let value): hasher.combine(value)
        case .int(let value): hasher.combine(value)
        case .double(let value): hasher.combine(value.bitPattern)
        case .string(let text): hasher.combine(bytesOf: text)
        case .list(let elements): hasher.combine(elements)
        case .object(let members): hasher.combine(members)
        }
    }
}

extension Literal {
    /// What kind of value it is.
    package var kind: ValueKind {
        switch self {
        case .null: .null
        case .bool: .boolean
        case .int: .integer
        case .double: .double
        case .string: .string
        case .list: .array
        case .object: .object
        }
    }

    /// Whether Python takes it for true.
    package var isTruthy: Bool {
        switch self {
        case .null: false
        case .bool(let value): value
        case .int(let value): value != 0
        case .double(let value): value != 0
        case .string(let text): !text.isEmpty
        case .list(let elements): !elements.isEmpty
        case .object(let members): !members.isEmpty
        }
    }
}

extension Literal: ExpressibleByStringLiteral, ExpressibleByIntegerLiteral, ExpressibleByBooleanLiteral {
    /// A text.
    package init(stringLiteral value: String) { self = .string(value) }
    /// An integer.
    package init(integerLiteral value: Int64) { self = .int(value) }
    /// A Boolean.
    package init(booleanLiteral value: Bool) { self = .bool(value) }
}
