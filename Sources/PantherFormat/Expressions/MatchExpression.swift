import Detections
package import Documents

/// A match expression of Panther's files, read and found to be sound: what simple detections, inline filters and dynamic
/// severities are made of.
///
/// The tree says what the file says and nothing about how it is evaluated; an engine lowers it to a form of its own.
package indirect enum MatchExpression: Sendable, Equatable {
    /// Expressions, taken together.
    case combination(Combinator, [MatchExpression])
    /// A value against a condition.
    case comparison(Comparison)
    /// Elements of a list, for each of which the expressions are asked together, keys being the element's.
    case elements(Combinator, of: KeySpecifier, [MatchExpression])
    /// True or false, whatever the event.
    case constant(Bool)

    /// How many of several have to hold.
    package enum Combinator: String, Sendable, CaseIterable {
        /// All of them; none being there, it holds.
        case all
        /// At least one.
        case any
        /// Exactly one.
        case onlyOne
        /// None of them.
        case none
    }

    /// A value against a condition.
    package struct Comparison: Sendable, Equatable {
        /// What is looked at.
        package var subject: KeySpecifier
        /// What is asked.
        package var condition: MatchCondition
        /// What it is compared with.
        package var operand: Operand
    }

    /// What a value is compared with.
    package enum Operand: Sendable, Equatable {
        /// Nothing.
        case none
        /// A value of the file; of a condition on networks, one that was found to be a network.
        case value(DataNode)
        /// Another value of the event.
        case key(KeySpecifier)
    }

    /// Levels of expressions in each other.
    package static let depthMax = 64
    /// Expressions of one item.
    package static let countMax = 100_000
}
