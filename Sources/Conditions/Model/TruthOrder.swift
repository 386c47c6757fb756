/// How an unknown part weighs in `all` and `any`.
package enum TruthOrder: Hashable, Sendable {
    /// Left to right with short circuit, as code runs: an unknown before the deciding part makes the whole unknown, since
    /// the code there might raise or change state. `all[unknown, false]` is unknown, `all[false, unknown]` is false.
    case sequential
    /// As logic has it (Kleene): `all[unknown, false]` is false in either order.
    case kleene
}
