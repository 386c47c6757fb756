/// A place further on in the code that jumps lead to.
final class Label {
    /// The instructions whose immediate is to become the place.
    var jumps: [Int] = []
    /// What holds on every way here so far.
    var state = BoundSet.unreachable
}
