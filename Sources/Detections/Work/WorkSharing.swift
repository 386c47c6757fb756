/// Does pieces of work that do not depend on each other, perhaps at once: how a caller lends its cores to floors that start no
/// threads themselves.
package protocol WorkSharing: Sendable {
    /// `body` of each index below `count`, in the order of the indices whatever the order of the work.
    func map<Element: Sendable>(_ count: Int, _ body: @Sendable (Int) -> Element) -> [Element]
}

/// One piece after the other, on the caller's thread.
package struct WorkInOrder: WorkSharing {
    package init() {}

    package func map<Element: Sendable>(_ count: Int, _ body: @Sendable (Int) -> Element) -> [Element] {
        (0..<count).map(body)
    }
}
