package import Conditions

/// A constant as a part of a larger JSON text.
package struct EncodedLiteral: Encodable, Sendable {
    private let value: Literal

    /// `value`, to be encoded. Numbers that JSON has no word for become texts, as Python's `json` names them.
    package init(_ value: Literal) { self.value = value }

    private struct Name: CodingKey {
        var stringValue: String
        var intValue: Int? { nil }
        init(stringValue: String) { self.stringValue = stringValue }
        init?(intValue: Int) { nil }
    }

    package func encode(to encoder: any Encoder) throws {
        switch value {
        case .object(let members):
            var container = encoder.container(keyedBy: Name.self)
            for member in members {
                try container.encode(EncodedLiteral(member.value), forKey: Name(stringValue: member.name))
            }
        case .list(let elements):
            var container = encoder.unkeyedContainer()
            for element in elements { try container.encode(EncodedLiteral(element)) }
        default:
            var container = encoder.singleValueContainer()
            switch value {
            case .bool(let flag): try container.encode(flag)
            case .int(let number): try container.encode(number)
            case .double(let number) where number.isFinite: try container.encode(number)
            case .double: try container.encode(value.json)
            case .string(let text): try container.encode(text)
            default: try container.encodeNil()
            }
        }
    }
}
