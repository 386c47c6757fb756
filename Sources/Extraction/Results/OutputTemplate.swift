package import Conditions

/// What a function beside the matcher returns, where that is put together of constants and fields of the event: no code has to run
/// to know it.
///
/// Says nothing where a check is not true, a choice cannot be made, or a field is none of the values that its place is for: then the
/// code has to be asked.
package struct OutputTemplate: Hashable, Sendable {
    /// The parts, in order.
    package var parts: [Part]
    /// Whether they are the JSON text of a mapping, as Panther writes it, rather than a text.
    package var isMapping: Bool

    /// A part of what is returned.
    package indirect enum Part: Hashable, Sendable {
        /// Text as it stands; in a mapping, JSON.
        case literal(String)
        /// What stands between the elements of a container, unless none has been said yet: it follows those that may not be there.
        case separator
        /// A field that is a text, and what is done to it; in a mapping, within quotes that are there already.
        case text(Operand)
        /// A list, as Python's `str()` shows it.
        case shown(FieldReference)
        /// A field as JSON.
        case value(FieldReference)
        /// Nothing, but it must be true: where it is not, the code raises or cannot be told.
        case check(Condition)
        /// One of two, whichever the condition says.
        case choice(Condition, then: [Part], otherwise: [Part])
        /// Of each element that passes the quantifier's test: what the first says, and what each of the others says. Texts and fields
        /// only, read from the element or the event.
        case each(Quantifier, first: [Part], rest: [Part])
    }

    /// The fields that it copies.
    package var fields: [FieldReference] {
        parts.flattened.compactMap { part in
            switch part {
            case .literal, .separator, .check, .choice, .each: nil
            case .text(let operand): operand.field
            case .shown(let field), .value(let field): field
            }
        }
    }

    /// What it asks: checks, and what choices depend on.
    package var conditions: [Condition] {
        parts.flattened.compactMap { part in
            switch part {
            case .check(let condition), .choice(let condition, _, _): condition
            case .each(let quantifier, _, _): .quantifier(quantifier)
            case .literal, .separator, .text, .shown, .value: nil
            }
        }
    }

    /// Whether it is within the limits below.
    var fits: Bool {
        let nodes = conditions.reduce(0) { $0 + $1.weight(upTo: Self.conditionNodesMax) }
        return parts.flattened.count <= Self.partsMax && nodes <= Self.conditionNodesMax
    }

    /// Containers within containers of a mapping.
    package static let nestingMax = 8
    /// Parts of one template, those of all choices counted.
    package static let partsMax = 256
    /// Nodes of its conditions.
    package static let conditionNodesMax = 2_048
}

extension [OutputTemplate.Part] {
    /// The parts and those within them.
    fileprivate var flattened: [OutputTemplate.Part] {
        flatMap { part in
            switch part {
            case .choice(_, let first, let second), .each(_, let first, let second):
                [part] + first.flattened + second.flattened
            default: [part]
            }
        }
    }

    /// What stands for a way on which only the code can tell.
    static let leaving: Self = [.check(.constant(false))]
}
