/// What an event must be like for a detection to match: one tree for every vendor's language.
///
/// The order of children is meaning: the engine evaluates from left to right with short circuit, as the source code
/// does (``TruthOrder``). A tree is a plain value; to evaluate one, compile it (``CompiledCondition``).
package indirect enum Condition: Hashable, Sendable {
    /// Always so, or never.
    case constant(Bool)
    /// Every child holds; true without children.
    case all([Condition])
    /// Some child holds; false without children.
    case any([Condition])
    /// The child does not hold.
    case not(Condition)
    /// A test of one field.
    case leaf(Leaf)
    /// A test of the elements of a list or the members of an object.
    case quantifier(Quantifier)
    /// Something that conditions cannot say.
    case opaque(Opaque)
    /// Many events together: a count, a sum, a number of distinct values.
    case aggregate(Aggregate)
    /// Several steps, ordered or not, each one event or more.
    case sequence(EventSequence)
    /// A match of another detection, by its identifier.
    case reference(String)
}
