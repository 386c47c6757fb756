package import Events

/// Why a text is no condition.
package enum ConditionJSONFault: Error, Hashable, Sendable {
    /// It is not JSON.
    case json(TapeFault.Kind)
    /// A node has none of the keys that say what it is; the keys it has.
    case unknownNode([String])
    /// A key is missing, or its value is of another kind.
    case expected(key: String, String)
    /// An operator that there is not.
    case unknownOperator(String)
    /// A path that is none.
    case path(String)
    /// Nested deeper than ``Condition/jsonNestingMax``.
    case nesting
}
