import Synchronization

/// How many nodes of conditions may still be put together from the decisions of a function.
///
/// One object for all copies of an interpreter: conditions are asked for where nothing else of it changes.
final class CompilationBudget: Sendable {
    private let nodes: Mutex<Int>

    init(_ nodes: Int) { self.nodes = Mutex(nodes) }

    /// Whether there is any left.
    var isLeft: Bool { nodes.withLock { $0 > 0 } }

    /// Takes a condition of this weight off it.
    func take(_ weight: Int) { nodes.withLock { $0 -= weight } }
}
